"""Throw mutated PDFs, DOCXs and YAMLs at the whole line: no exception, no hang, no memory blow-up.

    python scripts/fuzz.py --count 20000
    python scripts/fuzz.py --case 4711        # one case again, with its traceback

Case N of a seed is always the same bytes. Cases run in batches, each in a process of its own,
so that a crash in a C library is seen and named. A closing line counts passed and failed.
"""

from __future__ import annotations

import argparse
import datetime
import io
import os
import random
import resource
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import docx
import typst

from standout import api
from standout.rules.settings import Settings

ROOT = Path(__file__).parent.parent
TODAY = datetime.date(2026, 1, 15)
SECONDS = 10
MEGABYTES = 512
BATCH = 250
TOKENS = (
    b"\0", b"\xff\xfe", b"{" * 200, b"[" * 200, b"&a [*a, *a]", b"!!python/object:os.system x",
    b"<<", b"obj", b"endobj", b"stream", b"/Length 99999999", b"/Kids [1 0 R]", b"-1", b"1e309",
    b"9" * 40, b"\xf0\x9f\x98\x80", b"\xe2\x80\xae", b"](", b"**", b"`", b"((((", b"%PDF-1.7",
    b"<!ENTITY x 'y'>", b"<w:tbl>", b"</w:p>", b"PK\x03\x04", b": ", b"\n- ", b"\t", b'"', b"'",
)  # fmt: skip


def mutate(random_: random.Random, content: bytes) -> bytes:
    """One to eight random edits."""
    edited = bytearray(content)
    for _ in range(random_.randint(1, 8)):
        random_.choice(EDITS)(random_, edited)
    return bytes(edited)


def _flip(random_: random.Random, edited: bytearray) -> None:
    for _ in range(random_.randint(1, 20)):
        if edited:
            edited[random_.randrange(len(edited))] = random_.randrange(256)


def _cut(random_: random.Random, edited: bytearray) -> None:
    start = random_.randrange(len(edited) + 1)
    del edited[start : start + random_.randint(1, max(1, len(edited) // 4))]


def _double(random_: random.Random, edited: bytearray) -> None:
    start = random_.randrange(len(edited) + 1)
    piece = bytes(edited[start : start + random_.randint(1, 2000)])
    edited[start:start] = piece * random_.randint(1, 4)


def _insert(random_: random.Random, edited: bytearray) -> None:
    start = random_.randrange(len(edited) + 1)
    edited[start:start] = random_.choice(TOKENS) * random_.choice((1, 1, 1, 50))


def _digits(random_: random.Random, edited: bytearray) -> None:
    places = [at for at, byte in enumerate(edited) if 48 <= byte <= 57]
    for at in random_.sample(places, min(len(places), 12)):
        edited[at] = random_.randint(48, 57)


def _truncate(random_: random.Random, edited: bytearray) -> None:
    del edited[random_.randrange(len(edited) + 1) :]


EDITS: tuple[Callable[[random.Random, bytearray], None], ...] = (
    _flip, _flip, _cut, _double, _insert, _insert, _digits, _truncate,
)  # fmt: skip


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    """Whole files to start from."""
    shipped = sorted((ROOT / "src" / "standout" / "examples").iterdir())
    files = [(path.name, path.read_bytes()) for path in shipped if path.is_file()]
    pairs = sorted((ROOT / "tests" / "pairs").glob("*.yaml"))[:6]
    files += [(path.name, path.read_bytes()) for path in pairs]
    for number, markup in enumerate((SIDEBAR, *_sources())):
        pdf = typst.compile(markup, ignore_system_fonts=True, timestamp=0)
        assert isinstance(pdf, bytes)
        files.append((f"{number}.pdf", pdf))
    return (*files, ("plain.docx", word_file()), ("resume.json", JSON.encode()))


JSON = """{"basics": {"name": "Ada Example", "email": "ada@example.org", "location":
{"city": "Oslo"}}, "work": [{"name": "Acme", "position": "Engineer", "startDate": "2020-01",
"highlights": ["Cut errors by 40 %"]}],
"skills": [{"name": "Languages", "keywords": ["Python", "C++"]}]}"""


SIDEBAR = b"""#set page(paper: "a4", margin: 1cm)
#grid(columns: (1fr, 2fr), gutter: 1cm)[
  = Ada Example
  ada\\@example.org

  == Interests
  Chess Climbing

  == Languages
  Norwegian (native)
][
  == Experience
  *Engineer*, Acme #h(1fr) Jan 2020 - Present
  - Cut errors from 9 % to 4 % with a random forest

  == Education
  #table(columns: 2)[MSc, Physics][2016 - 2019][Oslo][]
]
"""


def _sources() -> list[bytes]:
    return [path.read_bytes() for path in sorted((ROOT / "tests" / "pairs").glob("*.typ"))]


def word_file() -> bytes:
    """A small Word file with a heading, a list and a table."""
    document = docx.Document()
    document.add_heading("Ada Example", 0)
    document.add_paragraph("ada@example.org")
    document.add_heading("Experience", 1)
    document.add_paragraph("Cut errors from 9 % to 4 %", style="List Bullet")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "Python"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def case(seed: int, number: int) -> tuple[str, bytes]:
    """File name and bytes of one case."""
    random_ = random.Random(f"{seed}:{number}")  # noqa: S311 - reproducible, not secret
    name, content = random_.choice(seeds())
    if name.endswith(".docx") and random_.random() < 0.7:
        return name, mutate_member(random_, content)
    return name, mutate(random_, content)


def mutate_member(random_: random.Random, content: bytes) -> bytes:
    """A Word file with one part mutated inside an intact archive."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    chosen = random_.choice([each for each in archive.namelist() if each.endswith(".xml")])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            data = archive.read(name)
            copy.writestr(name, mutate(random_, data) if name == chosen else data)
    return out.getvalue()


def run_case(seed: int, number: int) -> None:
    """Read and check one case; whatever goes wrong is an exception, a signal or memory."""
    name, content = case(seed, number)
    report = api.check(content, name, api.Case(Settings(preview=True), TODAY))
    for each in report.diagnostics:
        if each.code == api.INTERNAL:
            raise AssertionError(each.message)
        report.reading.source.location(each.span)


def work(seed: int, start: int, stop: int) -> None:
    """Run cases in this process, naming each before it starts."""
    signal.signal(signal.SIGALRM, _hang)
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    for number in range(start, stop):
        os.write(1, f"{number}\n".encode())
        signal.alarm(SECONDS)
        run_case(seed, number)
        signal.alarm(0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if peak > MEGABYTES:
        raise MemoryError(f"peak {peak} MB is over {MEGABYTES} MB")


def _hang(*_: object) -> None:
    raise TimeoutError(f"over {SECONDS} s")


def batch(seed: int, start: int, stop: int) -> list[str]:
    """Run cases in a process of their own; after a failure go on behind it."""
    failures = []
    while start < stop:
        command = [sys.executable, __file__, "--worker", str(start), str(stop), "--seed", str(seed)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            break
        last = int(done.stdout.split()[-1]) if done.stdout.split() else start
        reason = (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1]
        failures.append(f"case {last} ({case(seed, last)[0]}): {reason}")
        start = last + 1
    return failures


def main() -> int:
    """Run all cases, or one again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--case", type=int)
    parser.add_argument("--worker", type=int, nargs=2)
    options = parser.parse_args()
    if options.worker:
        work(options.seed, *options.worker)
        return 0
    if options.case is not None:
        run_case(options.seed, options.case)
        return 0
    began = time.monotonic()
    starts = range(0, options.count, BATCH)
    with ThreadPoolExecutor(options.jobs) as pool:
        runs = pool.map(
            lambda start: batch(options.seed, start, min(start + BATCH, options.count)), starts
        )
        failures = [each for found in runs for each in found]
    print("\n".join(failures))
    seconds = time.monotonic() - began
    print(f"{options.count} mutated files in {seconds:.0f} s")
    print(f"{options.count - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
