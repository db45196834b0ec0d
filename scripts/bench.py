"""Measure what the project promises about speed and size, and print one table.

CPU-seconds are user + system of whole processes and of the programs they start: the least and the
median of some runs, for machines are noisy. The bytecode of the package is written first, as
installing it does. Each promise stands beside what was measured in the same run, next to a bare
interpreter's start; a machine that others use shows in how far least and median lie apart. A loop
of fixed length runs between the runs of a command: how many such loops a command takes differs
less from hour to hour than its seconds do.
"""

from __future__ import annotations

import argparse
import compileall
import datetime
import importlib.util
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import asked  # type: ignore[import-not-found] # beside this script
import glanced  # type: ignore[import-not-found] # the same
import ranking  # type: ignore[import-not-found] # the same
import stored  # type: ignore[import-not-found] # the same
import trained  # type: ignore[import-not-found] # the same
import verdicts  # type: ignore[import-not-found] # the same
from standout import api, matching, workspace
from standout.building.builder import Built
from standout.building.order import Order
from standout.model import PostingReading
from standout.rules.settings import Settings
from standout.workspace.build_settings import BuildOverrides, build_settings_for
from standout.workspace.themes import theme_named

ROOT = Path(__file__).parent.parent
PDF = ROOT / "src" / "standout" / "examples" / "improved.pdf"
TODAY = datetime.date(2026, 1, 15)
STANDOUT = [sys.executable, "-m", "standout"]
LOOP = [sys.executable, "-c", "for each in range(3_000_000): each * each % 7"]
"""About as long as a command."""
WIDE = 44
"""Columns of what is measured."""
Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Used:
    """What some runs of a command used: CPU-seconds of each, and the peak memory in MB.

    `loops` are the CPU-seconds of the loop that ran after each.
    """

    seconds: list[float]
    memory: float
    loops: list[float]

    def __str__(self) -> str:
        least, median = min(self.seconds), statistics.median(self.seconds)
        return f"{least:.2f} / {median:.2f} CPU-s, {least / min(self.loops):.1f} loops"


def process(command: list[str], runs: int = 9) -> Used:
    """What a command uses."""
    pairs = [(_once(command), _once(LOOP)) for _ in range(runs)]
    memory = max(used.ru_maxrss / 1024 for used, _ in pairs)
    seconds, loops = (
        [used.ru_utime + used.ru_stime for used in each] for each in zip(*pairs, strict=True)
    )
    return Used(seconds, memory, loops)


def _once(command: list[str]) -> resource.struct_rusage:
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(child.pid, 0)
    child.returncode = 0
    return used


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


def glancing() -> list[Row]:
    """The reading model beside published values, and a heat map by a whole process."""
    with tempfile.TemporaryDirectory() as folder:
        page = str(Path(folder) / "glance.html")
        drawn = process([*STANDOUT, "glance", str(PDF), "-o", page, "--force"])
    return [*glanced.rows(), ("glance, page with its picture", str(drawn), "1")]


def building() -> list[Row]:
    """From a profile to a PDF: whole processes, beside RenderCV where it is installed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        profile, same = folder / "profile.yaml", folder / "same.yaml"
        profile.write_bytes(one_page())
        same.write_text(api.as_rendercv(api.read(profile.read_bytes(), profile.name)), "utf-8")
        build = process([*STANDOUT, "build", "--no-config", str(profile)])
        rows = [
            ("build, profile to PDF", str(build), "0.40"),
            ("  its peak memory", f"{build.memory:.0f} MB", "150"),
        ]
        return [*rows, *rendercv(same), *edits(profile)]


def one_page() -> bytes:
    """An example profile, cut to what fits a page."""
    example = ROOT / "src" / "standout" / "examples" / "profiles" / "data-analyst.yaml"
    lines = example.read_text("utf-8").split("\n")
    starts = [at for at, line in enumerate(lines) if line[:1].isalpha()]
    cut = next((at for at in starts if at > 75), len(lines))
    return "\n".join(lines[:cut]).encode()


def rendercv(path: Path) -> list[Row]:
    """The same content by RenderCV, PDF alone."""
    program = shutil.which("rendercv")
    command = [program] if program else [sys.executable, "-m", "rendercv"]
    if not program and importlib.util.find_spec("rendercv") is None:
        return [("  the same by RenderCV", "not installed", "")]
    quiet = ["--dont-generate-png", "--dont-generate-html", "--dont-generate-markdown"]
    render = [*command, "render", str(path), *quiet]
    if subprocess.run(render, capture_output=True, check=False, cwd=path.parent).returncode:
        return [("  the same by RenderCV", "did not run here", "")]
    return [("  the same by RenderCV", str(process(render, runs=5)), "")]


def edits(profile: Path) -> list[Row]:
    """Milliseconds from an edited profile to its PDF in a process that has built before."""
    settings = build_settings_for(str(profile), BuildOverrides(no_config=True))
    order = Order(theme_named(settings.design.theme), settings.design)
    builder, content = api.builder(), profile.read_bytes()

    def edit(number: int) -> Built:
        changed = content.replace(b"name: ", f"name: {number} ".encode(), 1)
        return api.build(api.read(changed, profile.name), order, builder)

    built = edit(0)
    made = timed(edit)
    checked = timed(lambda _: api.check_built(built))
    return [("an edit to a PDF, warm", made, "25"), ("  its read-back", checked, "")]


def timed(verb: Callable[[int], object], runs: int = 15) -> str:
    """The least and the median milliseconds of a verb, which is told the number of its run."""
    times = []
    for number in range(runs + 1):
        began = time.process_time()
        verb(number)
        times.append((time.process_time() - began) * 1000)
    return f"{min(times[1:]):.0f} / {statistics.median(times[1:]):.0f} ms"


def warm() -> list[Row]:
    """Milliseconds a page in a process that has checked before, by part."""
    content, settings = PDF.read_bytes(), Settings()
    others = workspace.further(content, settings)
    verbs: list[tuple[str, Callable[[int], object], str]] = [
        ("read, warm", lambda _: api.read(content, PDF.name), ""),
        ("pdfminer, warm", lambda _: workspace.further(content, Settings(poppler=False)), ""),
        (
            "check, warm",
            lambda _: api.check(content, PDF.name, api.Case(settings, TODAY), others),
            "60",
        ),
    ]
    rows = []
    for name, verb, promise in verbs:
        rows.append((name, f"{timed(verb)}/page", promise))
    return rows


def matched() -> list[Row]:
    """A profile against the labelled postings of the tests: speed, and the order beside BM25."""
    path = ranking.GOLD / "recommender.yaml"
    texts = ranking.postings(ranking.GOLD)
    reading = api.read(path.read_bytes(), path.name)
    read = [next(api.read_postings(text.encode(), name)) for name, text in texts.items()]
    index = matching.profile_index(reading.resume, TODAY)

    def each(verb: Callable[[PostingReading], object]) -> str:
        times = []
        for _ in range(10):
            began = time.process_time()
            for one in read:
                verb(one)
            times.append((time.process_time() - began) * 1000 / len(read))
        return f"{min(times[1:]):.2f} / {statistics.median(times[1:]):.2f} ms"

    one_pair = each(lambda one: matching.match(index, one.posting))
    made = timed(lambda _: matching.profile_index(reading.resume, TODAY))
    with tempfile.TemporaryDirectory() as folder:
        job = Path(folder) / "job.txt"
        job.write_text(next(iter(texts.values())), "utf-8")
        whole = process([*STANDOUT, "match", "--no-config", str(path), str(job)])
    rows = ranking.table()
    gain, theirs, found, found_theirs = ranking.means(rows)
    within = ranking.table(ranking.TRADE)
    one, one_theirs, of_one, of_one_theirs = ranking.means(within)
    return [
        ("match, one pair, warm", one_pair, "1"),
        ("  the profile's index, warm", made, ""),
        ("match, profile and posting", str(whole), ""),
        (f"nDCG@10 of {len(rows)} profiles, {len(texts)} postings", f"{gain:.3f}", ""),
        ("  the same of BM25", f"{theirs:.3f}", ""),
        ("  recall@10 of good ones", f"{found:.3f}", ""),
        ("  the same of BM25", f"{found_theirs:.3f}", ""),
        (f"nDCG@10 within one trade, {len(within)} profiles", f"{one:.3f}", ""),
        ("  the same of BM25", f"{one_theirs:.3f}", ""),
        ("  recall@10 of good ones", f"{of_one:.3f}", ""),
        ("  the same of BM25", f"{of_one_theirs:.3f}", ""),
    ]


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


def parts(options: argparse.Namespace) -> dict[str, Callable[[], Iterable[Row]]]:
    """What can be measured, by the name that `--only` takes."""
    return {
        "check": lambda: [*cold(), *warm()],
        "many": lambda: many(options.files),
        "install": installed,
        "build": building,
        "glance": glancing,
        "postings": lambda: asked.rows(options.data),
        "match": matched,
        "store": lambda: stored.rows(options.stored),
        "verdicts": verdicts.rows,
        "train": lambda: trained.rows(options.trained),
    }


def main() -> None:
    """Print the table, a row as soon as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", help="parts of the table, in place of all")
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--data", type=Path, help="a folder with skillspan_*.jsonl")
    parser.add_argument("--stored", type=int, default=100_000)
    parser.add_argument("--trained", type=int, default=trained.STEPS, help="steps of each seed")
    options = parser.parse_args()
    known = parts(options)
    if unknown := set(options.only or ()) - set(known):
        parser.error(f"no part of the table: {', '.join(unknown)}; there are {', '.join(known)}")
    compileall.compile_dir(ROOT / "src", quiet=1)
    print(f"{'what':{WIDE}}  {'measured':>32}  at most")
    for name, rows in known.items():
        if not options.only or name in options.only:
            for what, measured, promise in rows():
                print(f"{what:{WIDE}}  {measured:>32}  {promise}", flush=True)


if __name__ == "__main__":
    main()
