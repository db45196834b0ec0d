"""Measure what the project promises about speed and size, and print one table.

CPU-seconds are user + system of whole processes and of the programs they start: the least and the
median of some runs, for machines are noisy. The bytecode of the package is written first, as
installing it does. Each promise stands beside what was measured in the same run, next to a bare
interpreter's start; a machine that others use shows in how far least and median lie apart.
"""

from __future__ import annotations

import argparse
import compileall
import datetime
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from standout import api, workspace
from standout.rules.settings import Settings

ROOT = Path(__file__).parent.parent
PDF = ROOT / "src" / "standout" / "examples" / "improved.pdf"
TODAY = datetime.date(2026, 1, 15)
STANDOUT = [sys.executable, "-m", "standout"]
Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Used:
    """What some runs of a command used: CPU-seconds of each, and the peak memory in MB."""

    seconds: list[float]
    memory: float

    def __str__(self) -> str:
        return f"{min(self.seconds):.2f} / {statistics.median(self.seconds):.2f} CPU-s"


def process(command: list[str], runs: int = 9) -> Used:
    """What a command uses."""
    seconds, memory = [], 0.0
    for _ in range(runs):
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, used = os.wait4(child.pid, 0)
        child.returncode = 0
        seconds.append(used.ru_utime + used.ru_stime)
        memory = max(memory, used.ru_maxrss / 1024)
    return Used(seconds, memory)


def cold() -> list[Row]:
    """Whole processes."""
    bare = process([sys.executable, "-c", "pass"])
    version = process([*STANDOUT, "--version"])
    check = process([*STANDOUT, "check", str(PDF)])
    sowhat = process([*STANDOUT, "sowhat", "Built a large custom dataset"])
    return [
        ("bare interpreter", str(bare), ""),
        ("--version", str(version), "0.10"),
        ("check, one-page PDF", str(check), "0.60"),
        ("  its peak memory", f"{check.memory:.0f} MB", "150"),
        ("sowhat, one statement", str(sowhat), ""),
    ]


def warm() -> list[Row]:
    """Milliseconds a page in a process that has checked before, by part."""
    content, settings = PDF.read_bytes(), Settings()
    others = workspace.further(content, settings)
    verbs: list[tuple[str, Callable[[], object], str]] = [
        ("read, warm", lambda: api.read(content, PDF.name), ""),
        ("pdfminer, warm", lambda: workspace.further(content, Settings(poppler=False)), ""),
        ("check, warm", lambda: api.check(content, PDF.name, settings, TODAY, others), "60"),
    ]
    rows = []
    for name, verb, promise in verbs:
        verb()
        times = []
        for _ in range(15):
            began = time.process_time()
            verb()
            times.append((time.process_time() - began) * 1000)
        measured = f"{min(times):.0f} / {statistics.median(times):.0f} ms/page"
        rows.append((name, measured, promise))
    return rows


def many(count: int) -> list[Row]:
    """Files a second with two jobs, and what each costs."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            (Path(folder) / f"{number:03}.pdf").write_bytes(PDF.read_bytes())
        command = [*STANDOUT, "check", "--jobs", "2", "--format", "json", folder]
        began = time.monotonic()
        used = process(command, runs=1)
        seconds = time.monotonic() - began
    return [
        (f"{count} PDFs, --jobs 2", f"{count / seconds:.1f} files/s", ""),
        ("  each", f"{used.seconds[0] / count:.2f} CPU-s", ""),
    ]


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
    compileall.compile_dir(ROOT / "src", quiet=1)
    rows = [*cold(), *warm(), *many(options.files), *installed()]
    width = max(len(row[0]) for row in rows)
    print(f"{'what':{width}}  {'measured':>18}  at most")
    for what, measured, promise in rows:
        print(f"{what:{width}}  {measured:>18}  {promise}")


if __name__ == "__main__":
    main()
