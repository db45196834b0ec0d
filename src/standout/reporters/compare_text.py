"""Two resumes side by side, for people at a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import click

from standout.diagnostic import Diagnostic
from standout.model.comparison import Comparison
from standout.reporters import compare_rows
from standout.reporters.compare_rows import Row
from standout.reporters.glance_facts import NOTE
from standout.reporters.text import printable

_CELL = 14


def render(comparison: Comparison, width: int) -> str:
    """Counts, findings of one side only, demands, exposure; differing rows are marked."""
    wide = max(72, min(width, 110))
    first, second = (printable(side.report.name) for side in comparison.sides)
    lines = [_bold(f"A: {first}"), _bold(f"B: {second}"), ""]
    lines += _table("Findings", compare_rows.findings(comparison), wide)
    lines += _only("Only in A", comparison.only_in_first(), wide)
    lines += _only("Only in B", comparison.only_in_second(), wide)
    lines += _table("The posting", compare_rows.requirements(comparison), wide)
    lines += _table("A first look", compare_rows.exposures(comparison), wide)
    lines += textwrap.wrap(NOTE, wide)
    return "\n".join(lines) + "\n"


def _table(title: str, rows: Sequence[Row], width: int) -> Iterator[str]:
    if not rows:
        return
    room = width - 2 * _CELL - 4
    yield _bold(f"{title:{room + 2}}{'A':{_CELL}}B")
    for row in rows:
        mark = "*" if row.differs else " "
        name = textwrap.shorten(printable(row.name), room, placeholder="…")
        yield f"{mark} {name:{room}}{row.first:{_CELL}}{row.second}"
    yield ""


def _only(title: str, found: Sequence[Diagnostic], width: int) -> Iterator[str]:
    if found:
        yield _bold(title)
        for each, message in compare_rows.told(found):
            said = f"  {each.severity.value} {each.code}: {printable(message)}"
            yield from textwrap.wrap(said, width, subsequent_indent="    ")
        yield ""


def _bold(text: str) -> str:
    return click.style(text, bold=True)
