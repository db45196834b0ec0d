"""Measure the store: adding invented postings, and ranking them cold and warm.

`python scripts/stored.py [COUNT]`: COUNT stored postings, 100,000 unless said otherwise. Cold is a
whole process of `standout match --jobs --top 50` on the clock; warm is the same in a process that
has ranked before, explanations of the fifty included.
"""

from __future__ import annotations

import datetime
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import postings  # type: ignore[import-not-found] # beside this script
from standout import api
from standout.matching import profile_index
from standout.postings.filters import Filters
from standout.postings.ranking import Wanted, ranked
from standout.postings.store import Store

PROFILE = Path(api.__file__).parents[1] / "examples" / "profiles" / "senior-staff.yaml"
TODAY = datetime.date(2026, 11, 22)
READ = 2_000
Row = tuple[str, str, str]


def rows(count: int) -> list[Row]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [*_adding(folder), *_ranking(folder, count)]


def _adding(folder: Path) -> list[Row]:
    path = folder / "made.jsonl"
    lines = [json.dumps(each) for each in postings.postings(READ, 5)]
    path.write_text("\n".join(lines), "utf-8")
    began = time.monotonic()
    _standout("jobs", "add", str(path), "--store", str(folder / "added"), "--jobs", "2")
    pace = READ / (time.monotonic() - began)
    size = sum(each.stat().st_size for each in (folder / "added").iterdir())
    return [
        ("jobs add, 2 processes", f"{pace:,.0f} postings/s", "2,000, at least"),
        ("  store to text", f"{size / path.stat().st_size:.2f}", "2.5"),
    ]


def _ranking(folder: Path, count: int) -> list[Row]:
    store = folder / "store"
    began = time.monotonic()
    postings.fill(store, count)
    filled = time.monotonic() - began
    cold = []
    for _ in range(3):
        began = time.monotonic()
        _standout("match", str(PROFILE), "--jobs", "--top", "50", "--store", str(store))
        cold.append(time.monotonic() - began)
    large = count > 100_000
    return [
        (f"  storing {count:,} that are read", f"{count / filled:,.0f} postings/s", ""),
        ("match --jobs, cold", f"{min(cold):.2f} s", "1.5" if large else "0.8"),
        ("  warm", f"{_warm(store):.0f} ms", "250" if large else "60"),
    ]


def _warm(folder: Path) -> float:
    resume = api.read(PROFILE.read_bytes(), PROFILE.name).resume
    index = profile_index(resume, TODAY)
    times = []
    with Store(folder) as store:
        for _ in range(12):
            began = time.monotonic()
            ranked(store, index, Filters(), Wanted(TODAY.toordinal()))
            times.append((time.monotonic() - began) * 1000)
    return statistics.median(times[2:])


def _standout(*arguments: str) -> None:
    command = [sys.executable, "-m", "standout", *arguments]
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    for what, measured, promise in rows(count):
        print(f"{what:36} {measured:>18}  {promise}")


if __name__ == "__main__":
    main()
