"""Rows that share an invisible column: labels before their values, notes at the right margin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from standout.patterns import regex
from standout.readers.pdf.characters import bullet_kind
from standout.readers.pdf.rows import Fragment, median
from standout.readers.pdf.words import Piece

_YEAR = regex(r"(?:19|20)\d\d")

Row = list[list[Piece]]
"""The segments of one row."""

_STOP_GAP = 0.42
"""In type sizes: the least gap before a tab stop, above the widest usual space."""


def tab_stops(rows: Sequence[Sequence[Fragment]]) -> list[float]:
    """Where the second column of a list of labels begins.

    A stop is a left edge that at least three rows begin at, and that at least three others have a
    word at behind a gap.
    """
    starts = Counter(round(min(part.x0 for part in row)) for row in rows)
    left = min(starts, default=0)
    inner: Counter[int] = Counter()
    for row in rows:
        pieces = sorted((piece for part in row for piece in part.pieces), key=_left)
        for before, piece in pairwise(pieces):
            if piece.x0 - before.x1 >= _STOP_GAP * piece.size:
                inner[round(piece.x0)] += 1
                break
    return [
        float(x) for x in inner if x > left + 15 and _near(inner, x) >= 3 and _near(starts, x) >= 3
    ]


def _near(counts: Counter[int], x: int) -> int:
    return counts[x - 1] + counts[x] + counts[x + 1]


def _left(piece: Piece) -> float:
    return piece.x0


def at_stops(row: Row, stops: Sequence[float]) -> Row:
    """The row with its first segment split where a value begins at a tab stop."""
    first = row[0]
    spaces = [after.x0 - before.x1 for before, after in pairwise(first)]
    for index, space in enumerate(spaces, 1):
        piece = first[index]
        others = spaces[: index - 1] + spaces[index:]
        usual = median(others) if len(others) > 1 else 0.28 * piece.size
        if (
            space >= max(_STOP_GAP * piece.size, 1.5 * usual)
            and first[index - 1].text[-1] not in ",|/"
            and any(abs(piece.x0 - stop) <= 1.5 for stop in stops)
            and not (index == 1 and bullet_kind(first[0].text, first[0].style.font.name))
        ):
            return [first[:index], first[index:], *row[1:]]
    return row


def lifted(rows: Sequence[Row]) -> list[Row]:
    """The rows with notes at the right margin put before the list items they stand beside.

    Some layouts set place, dates and duration under one another at the right, beside the title
    and the first items of a list. Where more than one of the notes has a year, they are dates of
    the items themselves.
    """
    found: list[Row] = []
    edges = [(row[0][0].x0, row[-1][-1].x1) for row in rows]
    middle = sum((min(x0 for x0, _ in edges), max(x1 for _, x1 in edges))) / 2 if edges else 0.0
    index = 0
    while index < len(rows):
        found.append(rows[index])
        index += 1
        if len(rows[index - 1]) < 2 or _is_item(rows[index - 1]):
            continue
        end = index
        while end < len(rows) and _is_item(rows[end], rows[index]):
            end += 1
        items = rows[index:end]
        notes = _notes(rows[index - 1][-1], items, middle)
        dated = sum(_has_year(row[-1]) for row in [rows[index - 1], *items[:notes]])
        if notes and dated <= 1 and not _has_items(items[notes - 1 :]):
            found += [[row[-1]] for row in items[:notes]]
            found += [row[:-1] for row in items[:notes]]
            index += notes
    return found


def _is_item(row: Row, first: Row | None = None) -> bool:
    """Say whether a row opens a list item, or runs on below the `first` one's text."""
    lead = row[0][0]
    if bullet_kind(lead.text, lead.style.font.name) == "sure":
        return True
    return first is not None and _is_item(first) and lead.x0 > first[0][0].x1


def _has_items(items: Sequence[Row]) -> bool:
    """A list of its own stands under the first item, which is a title then with its own dates."""
    if len(items) < 2:
        return False
    lead, below = items[0][0][0], items[1][0][0]
    inner = below.x0 > lead.x0 + 0.3 * lead.size
    return inner and bullet_kind(below.text, below.style.font.name) == "sure"


def _has_year(segment: list[Piece]) -> bool:
    return any(_YEAR.search(piece.text) for piece in segment)


def _notes(above: list[Piece], items: Sequence[Row], middle: float) -> int:
    """How many items in a row have a note right below the one `above`, right of the middle."""
    count = 0
    for row in items:
        note = row[-1]
        in_line = abs(note[-1].x1 - above[-1].x1) <= 2 or abs(note[0].x0 - above[0].x0) <= 2
        step = note[0].baseline - above[0].baseline
        if len(row) < 2 or not in_line or note[0].x0 < middle or step > 1.8 * note[0].size:
            break
        above = note
        count += 1
    return count
