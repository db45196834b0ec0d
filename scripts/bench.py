"""Measure what the project promises about speed and size, and print one table.

CPU-seconds are user + system of whole processes (minimum over runs, for machines are noisy);
each promise stands beside what was measured in the same run, next to a bare interpreter's start.
"""

from __future__ import annotations

import argparse
import datetime
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from standout import api
from standout.rules.settings import Settings

ROOT = Path(__file__).parent.parent
PDF = ROOT / "src" / "standout" / "examples" / "improved.pdf"
TODAY = datetime.date(2026, 1, 15)
STANDOUT = [sys.executable, "-m", "standout"]
Row = tuple[str, str, str]


def process(command: list[str], runs: int = 7) -> tuple[float, float]:
    """Least CPU-seconds and the peak memory in MB of a command."""
    seconds, memory = [], 0.0
    for _ in range(runs):
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, used = os.wait4(child.pid, 0)
        child.returncode = 0
        seconds.append(used.ru_utime + used.ru_stime)
        memory = max(memory, used.ru_maxrss / 1024)
    return min(seconds), memory


def cold() -> list[Row]:
    """Whole processes."""
    bare, _ = process([sys.executable, "-c", "pass"])
    version, _ = process([*STANDOUT, "--version"])
    check, memory = process([*STANDOUT, "check", str(PDF)])
    sowhat, _ = process([*STANDOUT, "sowhat", "Built a large custom dataset"])
    return [
        ("bare interpreter", f"{bare:.2f} CPU-s", ""),
        ("--version", f"{version:.2f} CPU-s", "0.10"),
        ("check, one-page PDF", f"{check:.2f} CPU-s", "0.60"),
        ("  its peak memory", f"{memory:.0f} MB", "150"),
        ("sowhat, one statement", f"{sowhat:.2f} CPU-s", ""),
    ]


def warm() -> list[Row]:
    """Milliseconds a page in a process that has checked before, by part."""
    content = PDF.read_bytes()
    rows = []
    verbs: list[tuple[str, Callable[[], object], str]] = [
        ("read, warm", lambda: api.read(content, PDF.name), ""),
        ("check, all rules, warm", lambda: api.check(content, PDF.name, Settings(), TODAY), "60"),
    ]
    for name, verb, promise in verbs:
        verb()
        times = []
        for _ in range(15):
            began = time.process_time()
            verb()
            times.append(time.process_time() - began)
        rows.append((name, f"{statistics.median(times) * 1000:.0f} ms/page", promise))
    return rows


def many(count: int) -> list[Row]:
    """Files a second with two jobs."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            (Path(folder) / f"{number:03}.pdf").write_bytes(PDF.read_bytes())
        began = time.monotonic()
        command = [*STANDOUT, "check", "--jobs", "2", "--format", "json", folder]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        seconds = time.monotonic() - began
    return [(f"{count} PDFs, --jobs 2", f"{count / seconds:.1f} files/s", "")]


def installed() -> list[Row]:
    """Packages and megabytes of a plain install."""
    names = closure("standout", set())
    size = sum(
        Path(str(each.locate())).stat().st_size
        for name in names
        for each in metadata.files(name) or ()
        if Path(str(each.locate())).is_file()
    )
    return [
        ("plain install, packages", str(len(names)), "35"),
        ("plain install, size", f"{size / 1e6:.0f} MB", "200"),
    ]


def closure(name: str, seen: set[str]) -> set[str]:
    """A distribution and all it needs in a plain install on this machine."""
    from packaging.requirements import Requirement

    key = name.lower().replace("_", "-")
    if key not in seen:
        seen.add(key)
        for line in metadata.requires(name) or ():
            wanted = Requirement(line)
            if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
                closure(wanted.name, seen)
    return seen


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    options = parser.parse_args()
    rows = [*cold(), *warm(), *many(options.files), *installed()]
    width = max(len(row[0]) for row in rows)
    print(f"{'what':{width}}  {'measured':>14}  at most")
    for what, measured, promise in rows:
        print(f"{what:{width}}  {measured:>14}  {promise}")


if __name__ == "__main__":
    main()
