"""Fitting the page: what hangs over, what to cut, and how far type may be tightened.

Explained first; tightened only when asked, and never past what the theme calls readable.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from standout.building.findings import finding, quoted
from standout.building.placed import Ground, Placed, overflow
from standout.diagnostic import Applicability, Diagnostic, Fix
from standout.model import Page, Resume, Statement
from standout.source import Span
from standout.values import frozen
from standout.writers.design import Design
from standout.writers.lines import statement_line
from standout.writers.sheet import plain
from standout.writers.typesetting.themes import Theme

SMALLEST_SIZE = 9.5
"""Points; whatever a theme says."""
SMALLEST_MARGIN = 1.2
"""Centimetres; whatever a theme says."""
STEPS = 6
"""Halvings of the way from a theme's own design to its tightest."""
_FIELDS = ("spacing", "leading", "margin", "size")
"""What is tightened, first the least visible."""
_UNITS = {"margin": " cm", "size": " pt", "leading": " em", "spacing": ""}
MAX_CUTS = 8
"""Cuts that are named at most."""
FEW_LETTERS = 12
"""As many can be saved in a sentence without losing a word that counts."""


@frozen
class Fit:
    """A design that fits, or the tightest there is; `changes` says each step in words."""

    design: Design
    fits: bool
    changes: tuple[str, ...] = ()


def fitted(design: Design, theme: Theme, limit: int, pages: Callable[[Design], int]) -> Fit:
    """The loosest design on the way to the theme's tightest that needs at most `limit` pages.

    `pages` sets the content in a design and counts. The way goes through spacing, leading,
    margins and size in turn.
    """
    if pages(design) <= limit:
        return Fit(design, fits=True)
    tightest = _tightened(design, theme, 1.0)
    if pages(tightest) > limit:
        return Fit(tightest, fits=False, changes=_changes(design, tightest, theme))
    loose, tight = 0.0, 1.0
    for _ in range(STEPS):
        middle = (loose + tight) / 2
        if pages(_tightened(design, theme, middle)) <= limit:
            tight = middle
        else:
            loose = middle
    chosen = _tightened(design, theme, tight)
    return Fit(chosen, fits=True, changes=_changes(design, chosen, theme))


def _tightened(design: Design, theme: Theme, way: float) -> Design:
    """The design a part of the way to the limits: each field has its own stretch of the way."""
    spacing, leading, margin, size = (
        _part_of_the_way(design, theme, name, min(1.0, max(0.0, way * len(_FIELDS) - at)))
        for at, name in enumerate(_FIELDS)
    )
    return replace(design, spacing=spacing, leading=leading, margin=margin, size=size)


def _part_of_the_way(design: Design, theme: Theme, name: str, share: float) -> float:
    start, end = _start(design, theme, name), _limit(theme, name)
    return round(start - max(0.0, start - end) * share, 3)


def _start(design: Design, theme: Theme, name: str) -> float:
    own: float | None = getattr(design, name)
    value: float = getattr(theme, name) if own is None else own
    return value


def _limit(theme: Theme, name: str) -> float:
    least = {"size": SMALLEST_SIZE, "margin": SMALLEST_MARGIN}.get(name, 0.0)
    value: float = getattr(theme.limits, name)
    return max(value, least)


def _changes(before: Design, after: Design, theme: Theme) -> tuple[str, ...]:
    told = []
    for name in _FIELDS:
        start, end = _start(before, theme, name), _start(after, theme, name)
        if end < start:
            told.append(f"{name} {start:g} to {end:g}{_UNITS[name]}")
    return tuple(told)


def explain(resume: Resume, pages: Sequence[Page], limit: int) -> tuple[Diagnostic, ...]:
    """Why the content needs more than `limit` pages, and the cheapest ways back."""
    over = overflow(pages, limit)
    if not over.lines:
        return ()
    found = list(_located(resume, pages))
    first = next((each for each, where in found if where.page > limit), None)
    span = first.text.span() if first else _anywhere(resume)
    message = (
        f"{_count(over.lines, 'line')} ({over.points:.0f} pt) too long for {_count(limit, 'page')}"
    )
    overflowing = finding("BLD010", message, span, _advice(found, over.lines))
    return (overflowing, *_short_lines(found))


def hanging(resume: Resume, pages: Sequence[Page], limit: int) -> tuple[Diagnostic, ...]:
    """What stands behind the last page that is allowed, by name."""
    if not overflow(pages, limit).lines:
        return ()
    ground = Ground.of(pages)
    places = ((words, span, ground.place(words)) for words, span in _named(resume))
    return tuple(
        finding("BLD012", f"does not fit: {quoted(words)}", span)
        for words, span, where in places
        if where is not None and where.page > limit
    )


def _named(resume: Resume) -> Iterator[tuple[str, Span]]:
    """What is cut as one: statements, entries that have none, and groups of skills or languages."""
    for section in resume.sections:
        for entry in section.entries:
            if not entry.statements and (name := entry.title or entry.degree or entry.organization):
                yield name.value, name.span()
        for group in section.skills:
            if group.items:
                level = f" ({group.level.value})" if group.level and not group.name else ""
                yield ", ".join(map(str, group.items)) + level, group.items[0].span()
    for each in resume.statements():
        yield plain(statement_line(each)), each.text.span()


def _located(resume: Resume, pages: Sequence[Page]) -> Iterator[tuple[Statement, Placed]]:
    ground = Ground.of(pages)
    for each in resume.statements():
        where = ground.place(plain(statement_line(each)))
        if where is not None:
            yield each, where


def _short_lines(found: Sequence[tuple[Statement, Placed]]) -> Iterator[Diagnostic]:
    """Statements whose last line is there for a word: the cheapest lines on the page."""
    edges: dict[tuple[int, int], float] = {}
    for _, where in found:
        column = _column(where)
        edges[column] = max(edges.get(column, 0), *(end for _, end in where.ends))
    for statement, where in found:
        over = _letters_over(where, edges[_column(where)])
        if where.lines > 1 and over <= FEW_LETTERS:
            message = f"the last line holds only `{where.last}`"
            advice = f"{_count(over, 'letter')} less free a whole line"
            yield finding(
                "BLD011", message, statement.text.span(), Fix(Applicability.FILL_IN, advice)
            )


def _column(where: Placed) -> tuple[int, int]:
    """What the texts of one column have in common: their page and their left edge."""
    return where.page, round(where.ends[-1][0])


def _letters_over(where: Placed, edge: float) -> int:
    """How many letters of the last line find no room in the line above it.

    Words that are kept together leave room there, so the last line may hold more than is over.
    """
    (_, above), (start, end) = where.ends[-2:] if where.lines > 1 else ((0, edge), where.ends[-1])
    letter = (end - start) / len(where.last)
    return max(1, math.ceil((end - start - max(0.0, edge - above)) / letter) + 1)


def _advice(found: Sequence[tuple[Statement, Placed]], lines: int) -> Fix | None:
    """The statements that are worth least for their lines, until enough lines are free."""
    worth = sorted(found, key=lambda pair: _value(pair[0]) / pair[1].lines)
    cuts: list[str] = []
    freed = 0
    for statement, where in worth:
        if freed >= lines or len(cuts) == MAX_CUTS:
            break
        freed += where.lines
        cuts.append(f"{quoted(statement.text.value)} ({_count(where.lines, 'line')})")
    if not cuts:
        return None
    return Fix(Applicability.FILL_IN, "least value for their lines: " + "; ".join(cuts))


def _value(statement: Statement) -> float:
    """What a statement is worth: its rung on the ladder, and a half more where it is backed."""
    # The analyser is slow to load, and most pages fit.
    from standout.analysis.statement import analyse

    return 1 + analyse(statement.text.value).level + 0.5 * bool(statement.evidence)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)


def _anywhere(resume: Resume) -> Span:
    return next((each.span() for each in resume.texts() if each), Span(0, 0))
