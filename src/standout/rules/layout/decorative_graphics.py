r"""Skill bars, stars, charts or pictures carry information.

No program reads a drawing: a bar beside 'Python' is lost, and stars come out as loose symbols.
A reader cannot tell what four of five stars measure either.

What to do: write the evidence instead, a project or a result that used the skill.
Delete rating symbols, logos and charts. Lines between sections and coloured panels do no harm.

Named are rows of rating symbols or icons in the text, rows of three or more equal small drawings
or bars beside the words of a skill or language list, and pictures of 36 points or more that are
neither a portrait (see OMT004) nor the page's background.

Bad:
    sections:
      - heading: Strengths
        statements:
          - Python ●●●●○
                   ^^^^^

Bad (typst):
    = Jane Roe
    == Skills
    #let dots(n) = for i in range(5) { box(inset: 1pt, circle(radius: 4pt, stroke: navy,
      fill: if i < n { navy } else { white })) }
    Python #h(1cm) #dots(4) \
    JAX #h(1cm) #dots(3) \
    Rust #h(1cm) #dots(2)

Good:
    projects:
      - title: Five-star hotel search
        statements:
          - Found 4.6-star hotels *** in 40 ms and rated them with 5 stars or fewer

Good (typst):
    = Jane Roe
    #line(length: 100%)
    == Skills
    #line(length: 100%)
    Python #box(fill: luma(220), inset: 3pt, radius: 3pt)[JAX]
    #box(fill: luma(220), inset: 3pt, radius: 3pt)[CUDA]
    #box(fill: luma(220), inset: 3pt, radius: 3pt)[Rust]

Good (markdown):
    # Jane Roe

    ## Experience

    ### Research engineer, Acme

    - Moved search to a quantised index • cut cost by 40 % • trained two juniors

    ***

    ## Skills

    Python • JAX • CUDA

Good (text):
    Jane Roe
    ........

    SKILLS
    Languages ........ Python, Rust
    ■ Libraries: JAX
    ■ Tools: CUDA
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from standout.diagnostic import Applicability, Audience, Basis, Edit, Fix, Severity
from standout.model import Drawing, Page, Section, SectionKind, Word
from standout.patterns import regex
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import skill_texts
from standout.rules.ratings import symbols
from standout.source import Box, Span

_NAME = regex(r"[^\W\d_]{2}|\b[RC]\b")
_LISTS = (SectionKind.SKILLS, SectionKind.LANGUAGES)
_SKILLS = regex(r"\bskills?\b|\bstrengths?\b", re.IGNORECASE)
_PICTURE = 36.0


@rule(
    "LAY007",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Greenhouse help 200989175; DaXtra partner help KA-01555",
    why="no program reads a drawing, and a bar beside a skill measures nothing",
    advice="write where the skill was used instead of drawing how good it is",
    audience=Audience.SCANNER,
)
def decorative_graphics(context: Context) -> Iterator[Finding]:
    """Find rating symbols in the text, then ratings and pictures among the drawings."""
    yield from _symbols(context)
    spans = [section.span() for section in context.resume.sections if _lists_skills(section)]
    for page in context.pages:
        yield from _icons(page)
        yield from _ratings(page, spans)
        yield from _pictures(page)


def _lists_skills(section: Section) -> bool:
    named = section.heading is not None and _SKILLS.search(section.heading.value)
    return section.kind in _LISTS or bool(named)


def _symbols(context: Context) -> Iterator[Finding]:
    source = context.source
    rated = {
        text.span()
        for section in context.resume.of_kind(SectionKind.SKILLS)
        for text in skill_texts(section)
    }
    for text in context.resume.texts():
        if text.span() in rated or not _NAME.search(text.value):
            continue  # what a skill is rated with is SLF003's matter
        for start, end in symbols(text.value):
            span = text.span(start, end)
            edits = (Edit(span, ""),) if source.editable else ()
            fix = Fix(Applicability.CONFIRM, "delete the symbols", edits)
            yield Finding(span, "rating symbols that no program can interpret", fix)


def _icons(page: Page) -> Iterator[Finding]:
    """Two rows of three to six icons of one or two kinds are ratings; the place is the first."""
    runs = [list(run) for is_icon, run in groupby(page.words, key=_is_icon) if is_icon]
    rated = [run for run in runs if 3 <= len(run) <= 6 and len({word.text for word in run}) <= 2]
    if len(rated) >= 2:
        said = "rows of icons rate something that no program can read"
        yield Finding(paper.span_of(rated[0]), said, page=page.number, box=paper.box_of(rated[0]))


def _is_icon(word: Word) -> bool:
    return len(word.text) == 1 and "\ue000" <= word.text <= "\uf8ff"


def _ratings(page: Page, spans: Sequence[Span]) -> Iterator[Finding]:
    """Three rows with drawn ratings make a pattern; the place is the first."""
    words = [word for word in page.words if any(each.contains(word.span) for each in spans)]
    words = words[: paper.MOST_WORDS]
    small = [each for each in page.drawings if _is_mark(each)][: paper.MOST_DRAWINGS]
    if not words or len(small) < 2:
        return
    rated = [run for row in _beside(words, small) for run in _runs(row) if _is_rating(run)]
    if len(rated) >= 3:
        box = paper.box_of(rated[0])
        near = _nearest(words, rated[0][0].box)
        yield Finding(near.span, "skills are rated by drawings", page=page.number, box=box)


def _is_mark(drawing: Drawing) -> bool:
    box = drawing.box
    return drawing.kind != "image" and 2 <= box.height <= 14 and 2 <= box.width <= 250


def _beside(words: Sequence[Word], marks: Sequence[Drawing]) -> Iterator[list[Drawing]]:
    """The drawings that hold no word, by rows, of the rows with words on them or just above."""
    rows: dict[int, list[Drawing]] = defaultdict(list)
    for mark in marks:
        if not any(paper.overlap(mark.box, word.box) > 0 for word in words):
            rows[round((mark.box.y0 + mark.box.y1) / 8)].append(mark)
    for each in rows.values():
        top, bottom = min(m.box.y0 for m in each) - 14, max(m.box.y1 for m in each) + 2
        if any(top <= (word.box.y0 + word.box.y1) / 2 <= bottom for word in words):
            yield each


def _runs(row: Sequence[Drawing]) -> Iterator[list[Drawing]]:
    """Drawings that follow each other closely: what one of several skills in a row is given."""
    run: list[Drawing] = []
    for mark in sorted(row, key=lambda each: each.box.x0):
        if run and mark.box.x0 - run[-1].box.x1 > max(12.0, mark.box.width):
            yield run
            run = []
        run.append(mark)
    yield run


def _is_rating(marks: Sequence[Drawing]) -> bool:
    """Several equal marks in a row, or a bar drawn over its track."""
    widths = [mark.box.width for mark in marks]
    lefts = {round(mark.box.x0) for mark in marks}
    outer = _outer(marks)
    if len(outer) >= 3 and max(outer) - min(outer) < 1.5:
        return True
    return len(marks) >= 2 and len(lefts) == 1 and max(widths) > 25 and max(widths) > min(widths)


def _outer(marks: Sequence[Drawing]) -> list[float]:
    """The widths of marks, of a filling and its outline the outline's."""
    widths: dict[int, float] = {}
    for mark in marks:
        middle = round((mark.box.x0 + mark.box.x1) / 4)
        widths[middle] = max(mark.box.width, widths.get(middle, 0.0))
    return [*widths.values()]


def _nearest(words: Sequence[Word], mark: Box) -> Word:
    return min(words, key=lambda each: abs(each.box.x0 - mark.x0) + 3 * abs(each.box.y1 - mark.y1))


def _pictures(page: Page) -> Iterator[Finding]:
    portraits = paper.portraits(page)
    for each in page.drawings[: paper.MOST_DRAWINGS]:
        box = each.box
        if each.kind != "image" or each in portraits or min(box.width, box.height) < _PICTURE:
            continue
        if box.width > 0.8 * page.width or any(
            paper.overlap(box, word.box) > 0 for word in page.words
        ):
            continue
        span = page.words[0].span if page.words else Span(0, 0)
        said = "a picture: whatever it says is lost to programs"
        yield Finding(span, said, page=page.number, box=box)
