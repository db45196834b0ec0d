"""Headings in the margin, set at half the height of their section: read before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from standout.readers.pdf.fonts import Font
from standout.readers.pdf.rows import Fragment

_FEWEST = 3
_MOST_WORDS = 4
_MOST_HEADINGS = 60
_MATCHED = 0.7
"""The share of the headings that stand beside a block."""
_SECTION_GAP = 0.9
"""In type sizes: white space that ends a section's block."""

Rows = list[list[Fragment]]
_Look = tuple[Font, float]


def raised(rows: Rows) -> Rows:
    """The rows with each heading in the margin before the block that it stands beside.

    Tables centre the cell of a heading beside its section, so that lines precede it. Headings are
    at least three short texts of one look left of the other text; no block has two of them.
    """
    parts = [part for row in rows for part in row]
    if len(parts) < 3 * _FEWEST:
        return rows
    edge = Counter(round(part.x0) for part in parts).most_common(1)[0][0]
    blocks = _blocks([part for part in parts if part.x0 >= edge - 2])
    beside = [(label, _beside(label, blocks)) for label in _labels(parts, edge)]
    tops = [block[0] for _, block in beside if block]
    if len(tops) < max(_FEWEST, _MATCHED * len(beside)) or len(set(map(id, tops))) < len(tops):
        return rows
    firsts = {
        id(block[0]): label
        for label, block in beside
        if block and label.baseline - block[0].baseline > 0.3 * block[0].size
    }
    moved = set(map(id, firsts.values()))
    found: Rows = []
    for row in rows:
        found += [[firsts[id(part)]] for part in row if id(part) in firsts]
        rest = [part for part in row if id(part) not in moved]
        found += [rest] if rest else []
    return found


def _labels(parts: Sequence[Fragment], edge: float) -> list[Fragment]:
    left = [part for part in parts if part.x1 < edge - 2 and _may_head(part)]
    if not left:
        return []
    look = Counter(map(_look, left)).most_common(1)[0][0]
    body = Counter(_look(part) for part in parts if part.x0 >= edge - 2).most_common(1)[0][0]
    if look == body or look[1] < body[1]:
        return []
    return [part for part in left if _look(part) == look][:_MOST_HEADINGS]


def _look(part: Fragment) -> _Look:
    return part.pieces[0].style.font, part.size


def _may_head(part: Fragment) -> bool:
    text = "".join(piece.text for piece in part.pieces)
    return len(part.pieces) <= _MOST_WORDS and not any(char.isdigit() for char in text)


def _blocks(parts: Sequence[Fragment]) -> list[list[Fragment]]:
    ordered = sorted(parts, key=lambda part: part.y0)
    blocks = [ordered[:1]]
    for before, after in pairwise(ordered):
        if after.y0 - before.y1 > _SECTION_GAP * after.size:
            blocks.append([])
        blocks[-1].append(after)
    return blocks


def _beside(label: Fragment, blocks: Sequence[list[Fragment]]) -> list[Fragment] | None:
    middle = (label.y0 + label.y1) / 2
    return next((b for b in blocks if b and b[0].y0 - 2 <= middle <= b[-1].y1 + 2), None)
