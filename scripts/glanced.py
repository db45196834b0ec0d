"""Hold the reading model against the published numbers of first looks, beside three baselines.

`python scripts/glanced.py`: two example profiles in each theme, set and read again in the run.
The baselines are a plain reader (238 words a minute from the top down), the spectral residual of
the page's picture (Hou and Zhang 2007), and a reader who always takes the most salient word next.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from standout import api
from standout.building.order import Order
from standout.glance import exposure, model
from standout.glance.cues import Cue
from standout.glance.scene import Scene, scene
from standout.model import Reading, Resume, SectionKind
from standout.model.exposure import Role
from standout.readers.pdf.picture import pictures
from standout.writers.design import Design
from standout.writers.typesetting import themes

ROOT = Path(__file__).parent.parent
PROFILES = ROOT / "src" / "standout" / "examples" / "profiles"
CHOSEN = ("robotics", "data-analyst")
SECTIONS = (
    SectionKind.SKILLS, SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.EDUCATION,
)  # fmt: skip
Row = tuple[str, str, str]
Look = tuple[int, float, float]
"""A word that is looked at, from when till when, in seconds."""
_PLAIN = 60 / 238


@dataclass(frozen=True)
class Layout:
    """One profile in one theme, as it was read again."""

    name: str
    content: bytes
    reading: Reading

    @cached_property
    def scene(self) -> Scene:
        """Ready for the model."""
        return scene(self.reading.pages, self.reading.resume)

    @cached_property
    def six(self) -> frozenset[int]:
        """The words of the six fields: name, two jobs with their dates, education."""
        found = set()
        ranks = model.ranked(self.scene.laid.cues)
        for at, label in enumerate(self.scene.laid.labels):
            if label is None:
                continue
            of_job = label.kind is SectionKind.EXPERIENCE and ranks.get(label.entry, 9) <= 2
            fields = (Role.TITLE, Role.ORGANISATION, Role.DATE, Role.DEGREE)
            of_study = label.kind is SectionKind.EDUCATION
            if label.field in ("name", "headline") or (
                label.role in fields and (of_job or of_study)
            ):
                found.add(at)
        return frozenset(found)


def layouts() -> list[Layout]:
    """Each chosen profile in each theme."""
    builder = api.builder()
    found = []
    for profile in CHOSEN:
        path = PROFILES / f"{profile}.yaml"
        whole = api.read(path.read_bytes(), path.name)
        reading = replace(whole, resume=one_page(whole.resume))
        for name in themes.NAMES:
            order = Order(themes.built_in(name), Design(theme=name, paper="a4"))
            content = api.build(reading, order, builder).files["pdf"][0]
            read = api.read(content, f"{profile}-{name}.pdf")
            found.append(Layout(f"{profile}, {name}", content, read))
    return found


def one_page(resume: Resume) -> Resume:
    """The first entries and statements of the sections that most resumes have."""
    kept = [
        replace(
            section,
            entries=tuple(replace(e, statements=e.statements[:3]) for e in section.entries[:3]),
        )
        for section in resume.of_kind(*SECTIONS)
    ]
    return replace(resume, sections=tuple(kept))


def modelled(layout: Layout, point: model.Point) -> list[Look]:
    """What the reading model looks at."""
    (run,) = model.runs(layout.scene.laid.cues, [point])
    ends = [end / 1e6 for _, end in run.looks]
    starts = [0.0, *ends[:-1]]
    return [(at, start, end) for (at, _), start, end in zip(run.looks, starts, ends, strict=True)]


def plainly(layout: Layout) -> list[Look]:
    """What a reader from the top down looks at."""
    return [(at, at * _PLAIN, (at + 1) * _PLAIN) for at in range(len(layout.scene.laid.cues))]


def greedily(layout: Layout) -> list[Look]:
    """What a reader looks at who takes the most salient word next: large, bold, a number."""
    cues = layout.scene.laid.cues
    order = sorted(range(len(cues)), key=lambda at: (-_salience(cues[at]), at))
    now, looks = 0.0, []
    for at in order:
        looks.append((at, now, now + 0.19))
        now += 0.21
    return looks


def _salience(cue: Cue) -> float:
    return cue.type / 0.01765 + 0.4 * cue.bold + 0.6 * cue.numeral


def share(looks: Sequence[Look], chosen: frozenset[int], until: float) -> float:
    """The share of the time until then that went to some words."""
    spent = [(at, min(end, until) - start) for at, start, end in looks if start < until]
    return sum(t for at, t in spent if at in chosen) / max(1e-9, sum(t for _, t in spent))


def residual(layout: Layout) -> tuple[float, float]:
    """The share of the spectral residual on the six fields, and their share of the text's area."""
    picture = pictures(layout.content, 1)[0]
    pixels = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.width, 3)
    grey = pixels.mean(axis=2)
    rows, columns = (
        np.linspace(0, side, 129).astype(int) for side in (picture.height, picture.width)
    )
    small = np.add.reduceat(np.add.reduceat(grey, rows[:-1], 0), columns[:-1], 1)
    spectrum = np.fft.fft2(small / np.outer(np.diff(rows), np.diff(columns)))
    logs = np.log(np.abs(spectrum) + 1e-9)
    around = sum(np.roll(np.roll(logs, i, 0), j, 1) for i in (-1, 0, 1) for j in (-1, 0, 1)) / 9
    salient = np.abs(np.fft.ifft2(np.exp(logs - around + 1j * np.angle(spectrum)))) ** 2
    mass, area = [], []
    for at, word in enumerate(layout.scene.laid.words):
        if layout.scene.laid.cues[at].page != 1:
            continue
        box = [
            each * picture.scale for each in (word.box.y0, word.box.y1, word.box.x0, word.box.x1)
        ]
        y0, y1 = np.searchsorted(rows, box[0], "right") - 1, np.searchsorted(rows, box[1])
        x0, x1 = np.searchsorted(columns, box[2], "right") - 1, np.searchsorted(columns, box[3])
        mass.append((at, float(salient[y0:y1, x0:x1].sum())))
        area.append((at, word.box.width * word.box.height))
    return _part(mass, layout.six), _part(area, layout.six)


def _part(weights: Sequence[tuple[int, float]], chosen: frozenset[int]) -> float:
    return sum(w for at, w in weights if at in chosen) / max(1e-9, sum(w for _, w in weights))


def where(layout: Layout, looks: Sequence[Look], until: float) -> tuple[float, float]:
    """The shares of the time in the left half, and in the top two fifths of the first page."""
    cues = layout.scene.laid.cues
    left = frozenset(at for at, cue in enumerate(cues) if cue.x < 0.5)
    top = frozenset(at for at, cue in enumerate(cues) if cue.height < 0.4)
    return share(looks, left, until), share(looks, top, until)


def speed(layout: Layout, until: float) -> float:
    """Words seen a second."""
    (run,) = model.runs(layout.scene.laid.cues, [model.centre()])
    return sum(time <= until * 1000 for time in run.seen) / until


def numerals(layout: Layout, until: float) -> tuple[float, float]:
    """The shares of numerals and of other words in statements that are seen."""
    (run,) = model.runs(layout.scene.laid.cues, [model.centre()])
    seen: dict[bool, list[bool]] = {True: [], False: []}
    for at, label in enumerate(layout.scene.laid.labels):
        if label is not None and label.role is Role.BULLET:
            seen[layout.scene.laid.cues[at].numeral].append(run.seen[at] <= until * 1000)
    return tuple(statistics.mean(seen[kind] or [False]) for kind in (True, False))  # type: ignore[return-value] # two


def rows() -> list[Row]:
    """What was measured, and what is published."""
    found = layouts()
    return [("glance: layouts", str(len(found)), "12"), *_tables(found), *_times(found[0])]


def _tables(found: Sequence[Layout]) -> Iterator[Row]:
    centre = model.centre()
    looks = [modelled(each, centre) for each in found]
    six = [share(run, each.six, 6) for run, each in zip(looks, found, strict=True)]
    spread = [
        share(modelled(each, point), each.six, 6) for each in found for point in model.points()
    ]
    yield "  six fields at 6 s", f"{_bands(six)}, all runs {_quantiles(spread)}", "“almost 80 %”"
    yield "    plain reader", _bands([share(plainly(e), e.six, 6) for e in found]), ""
    yield "    spectral residual", _bands([residual(e)[0] for e in found]), "mass, not time"
    yield "    their share of the text's area", _bands([residual(e)[1] for e in found]), ""
    yield "    greedy reader", _bands([share(greedily(e), e.six, 6) for e in found]), ""
    for until, published in ((6.0, "about 4 a second"), (7.4, "27")):
        counts = [sum(end <= until for _, _, end in run) for run in looks]
        yield f"  fixations in {until:g} s", _numbers(counts), published
    lengths = [
        1000 * statistics.mean(end - start - 0.024 for _, start, end in run if end <= 7.4)
        for run in looks
    ]
    yield "  mean fixation, ms", _numbers(lengths), "225 to 250"
    yield "  words seen a second, 7.4 s", _numbers([speed(e, 7.4) for e in found], 1), "7.1 to 7.5"
    for until in (7.4, 20.0):
        shares = [where(each, run, until) for each, run in zip(found, looks, strict=True)]
        yield f"  left half at {until:g} s", _bands([left for left, _ in shares]), "69 to 80 %"
        yield f"  top two fifths at {until:g} s", _bands([top for _, top in shares]), "65 %"
    both = [numerals(each, 20) for each in found]
    yield "  numerals of statements seen at 20 s", _bands([n for n, _ in both]), "more than"
    yield "    other words of statements", _bands([w for _, w in both]), ""


def _bands(values: Sequence[float]) -> str:
    low, high = min(values), max(values)
    return f"{100 * statistics.mean(values):.0f} % [{100 * low:.0f} to {100 * high:.0f}]"


def _quantiles(values: Sequence[float]) -> str:
    cuts = statistics.quantiles(values, n=20)
    return f"[{100 * cuts[0]:.0f} to {100 * cuts[-1]:.0f}]"


def _numbers(values: Sequence[float], digits: int = 0) -> str:
    mean = statistics.mean(values)
    return f"{mean:.{digits}f} [{min(values):.{digits}f} to {max(values):.{digits}f}]"


def _times(layout: Layout) -> Iterator[Row]:
    reading = layout.reading

    def look() -> None:
        exposure(reading.pages, reading.resume)

    def with_moves() -> None:
        api.glance(reading)

    verbs = (("exposure, warm", look, "150"), ("  with its moves", with_moves, ""))
    for name, verb, promise in verbs:
        times = []
        for _ in range(10):
            began = time.process_time()
            verb()
            times.append((time.process_time() - began) * 1000)
        yield name, f"{min(times):.0f} / {statistics.median(times):.0f} ms", promise


if __name__ == "__main__":
    for what, measured, published in rows():
        print(f"{what:40}  {measured:42}  {published}")
