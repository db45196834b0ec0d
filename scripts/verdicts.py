"""Measure the reading of long logs, and how often verdicts are right where the truth is known.

`python scripts/verdicts.py [ROWS]`: a CSV, JSON lines and TensorBoard events of so many rows, each
read by a process of its own; then verdicts on drawn seeds, of which the true difference is known.
"""

from __future__ import annotations

import math
import resource
import struct
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np

from standout.evidence.judging import judge
from standout.evidence.logs import crc
from standout.evidence.logs.series import Series
from standout.evidence.measuring import Traced
from standout.model.evidence import (
    Claim,
    ClaimKind,
    Label,
    Margin,
    Measure,
    Protocol,
    Run,
    Spread,
    SpreadKind,
)

ROWS = 5_000_000
SECONDS, MEGABYTES = 20, 1_000
TIMES = 150
READ = """
import sys
from standout.evidence.logs.reading import read
from standout.evidence.logs.series import Wanted
with open(sys.argv[1], "rb") as stream:
    log = read(stream, sys.argv[1], Wanted(("episodic_return",)))
found = sum(len(each.series["episodic_return"]) for each in log.runs)
assert found == int(sys.argv[2]), log.remarks
"""
Row = tuple[str, str, str]


def rows(number: int = ROWS) -> list[Row]:
    """The rows of the table."""
    made = []
    with tempfile.TemporaryDirectory() as name:
        for form, write in (("CSV", _csv), ("JSON lines", _jsonl), ("TensorBoard", _events)):
            path = Path(name) / form.replace(" ", "-")
            write(path, number)
            seconds, memory = _used(path, number)
            path.unlink()
            promise = f"{SECONDS} s, {MEGABYTES} MB" if number == ROWS else ""
            told = f"{seconds:.1f} CPU-s, {memory:.0f} MB"
            made.append((f"{form} of {number:,} rows", told, promise))
    for gap, words in ((0.0, "no difference"), (1.0, "at the margin"), (2.0, "twice the margin")):
        made.append((f"verdicts, {words}", _labels(gap), ""))
    return made


def _used(path: Path, number: int) -> tuple[float, float]:
    """CPU-seconds of the process that reads a file, and the peak memory of any so far in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", READ, str(path), str(number)], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, after.ru_maxrss / 1024


def _values(number: int) -> list[float]:
    return [float(each) for each in np.random.default_rng(0).normal(200, 50, number)]


def _csv(path: Path, number: int) -> None:
    with path.open("w") as file:
        file.write("seed,global_step,episodic_return\n")
        file.writelines(
            f"{i * 10 // number},{i * 7},{v!r}\n" for i, v in enumerate(_values(number))
        )


def _jsonl(path: Path, number: int) -> None:
    with path.open("w") as file:
        file.writelines(
            f'{{"seed": {i * 10 // number}, "global_step": {i * 7}, "episodic_return": {v!r}}}\n'
            for i, v in enumerate(_values(number))
        )


def _events(path: Path, number: int) -> None:
    """Events as torch writes them, with steps of one length, so that checksums go together."""
    tag = b"\x0a\x0fepisodic_return\x15"
    with path.open("wb") as file:
        for start in range(0, number, 50_000):
            steps = range(start, min(start + 50_000, number))
            messages = [_event(each, tag) for each in steps]
            heads = [struct.pack("<Q", len(each)) for each in messages]
            sums = zip(heads, crc.masked(heads), messages, crc.masked(messages), strict=True)
            file.writelines(
                head + struct.pack("<I", int(h)) + message + struct.pack("<I", int(m))
                for head, h, message, m in sums
            )


def _event(step: int, tag: bytes) -> bytes:
    number = step + (1 << 21)
    digits = bytes((number >> 7 * i) & 0x7F | (0x80 if i < 3 else 0) for i in range(4))
    value = tag + struct.pack("<f", step % 500)
    inside = b"\x0a" + bytes([len(value)]) + value
    time = b"\x09" + struct.pack("<d", 1e9 + step)
    return time + b"\x10" + digits + b"\x2a" + bytes([len(inside)]) + inside


def _labels(gap: float) -> str:
    """Shares of the labels with five seeds a side, a spread of 2 % and a margin of 5 %."""
    rng = np.random.default_rng(1)
    counts = Counter(_label(rng, gap) for _ in range(TIMES))
    shares = (f"{each.value} {counts[each] / TIMES:.0%}" for each in Label if counts[each])
    return ", ".join(shares)


def _label(rng: np.random.Generator, gap: float) -> Label:
    paper = rng.normal(100, 2, 5)
    mean = float(paper.mean())
    claim = Claim(
        id="drawn",
        kind=ClaimKind.VALUE,
        metric="m",
        protocol=Protocol(Measure.FINAL_STEP),
        value=mean,
        spread=Spread(float(paper.std()), SpreadKind.SD_SEEDS, 5, 0),
        margin=Margin(delta=5.0, reason="drawn"),
        runs="own",
    )
    own = rng.normal(100 - 5 * gap, 2, 5)
    traced = [
        Traced(Run(str(i), "own", f"{i}", "0", "csv"), Series(np.array([1.0]), np.array([v])))
        for i, v in enumerate(own)
    ]
    assert math.isfinite(mean)
    return judge(claim, {"own": traced}).label


if __name__ == "__main__":
    for what, measured, promised in rows(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS):
        print(f"{what:34} {measured:44} {promised}")
