"""A quoted line with marks under the words a finding is about."""

from __future__ import annotations

from collections.abc import Iterator

from standout.reporters import several
from standout.reporters.text import columns, printable, window
from standout.source import Source, Span
from standout.values import frozen

MAX_LINES = 3
TAB = 4


@frozen
class Quoted:
    """One line of a source as it is shown, with the marks that go under it."""

    number: int
    text: str
    marks: str


def quoted(source: Source, span: Span, width: int, mark: str = "^") -> tuple[Quoted, ...]:
    """The lines of a span, at most `MAX_LINES` of them, each cut to `width` columns."""
    return tuple(_lines(source, span, width, mark))


def _lines(source: Source, span: Span, width: int, mark: str) -> Iterator[Quoted]:
    first, column = source.line_column(span.start)
    last, end_column = source.line_column(span.end)
    if last > first and end_column == 1:
        # The span ends with a line feed; the line after it has no part in it.
        last -= 1
        end_column = len(source.line_text(last)) + 1
    for number in range(first, min(last, first + MAX_LINES - 1) + 1):
        line = source.line_text(number)
        start = column - 1 if number == first else len(line) - len(line.lstrip())
        end = end_column - 1 if number == last else len(line)
        yield _line(
            number, line, start, min(max(end, start + 1), max(len(line), start + 1)), width, mark
        )
    if last >= first + MAX_LINES:
        yield Quoted(0, f"and {several(last - first + 1 - MAX_LINES, 'more line')}", "")


def _line(number: int, line: str, start: int, end: int, width: int, mark: str) -> Quoted:
    low, high = window(line, start, end, width)
    before, inside, after = (_shown(line[a:b]) for a, b in _cuts(low, high, start, end))
    head = "…" if low > 0 else ""
    tail = "…" if high < len(line) else ""
    under = " " * columns(head + before) + mark * max(1, columns(inside))
    return Quoted(number, f"{head}{before}{inside}{after}{tail}", under)


def _cuts(low: int, high: int, start: int, end: int) -> tuple[tuple[int, int], ...]:
    end = min(end, high)
    return (low, start), (start, end), (max(start, end), high)


def _shown(text: str) -> str:
    return printable(text).replace("\t", " " * TAB)
