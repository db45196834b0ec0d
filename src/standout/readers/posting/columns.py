"""Tables whose columns are parts of a posting: 'Essential' beside 'Desirable'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml import etree

from standout.vocabulary import demands
from standout.vocabulary.demands import Part

_MOST_ROWS = 200
_LEVELS = (Part.REQUIRED, Part.PREFERRED)


def unfold(table: etree._Element) -> None:
    """Make of a table with such columns a heading and a list for each, in their order.

    Other tables stay as they are. A first column that says what the rows are about is left out.
    """
    rows = [
        [cell for cell in row if cell.tag in ("td", "th")]
        for row in islice(table.iter("tr"), _MOST_ROWS)
    ]
    rows = [row for row in rows if row]
    if len(rows) < 2 or len(rows[0]) < 2:
        return
    found = [(at, part) for at, cell in enumerate(rows[0]) if (part := _part(cell)) in _LEVELS]
    if {part for _, part in found} != set(_LEVELS):
        return
    if len(found) > len(_LEVELS):
        # 'Criteria | Essential | Desirable': the first says what the rows are about.
        found = [(at, part) for at, part in found if at > 0]
    lists = [_list(rows, at) for at, _ in found]
    for each in list(table):
        table.remove(each)
    table.tag = "div"
    for heading, items in lists:
        table.append(heading)
        table.append(items)


def _part(cell: etree._Element) -> Part | None:
    words = " ".join("".join(cell.itertext()).split())
    wording = demands.heading(words) if words else None
    return wording.part if wording is not None and wording.whole else None


def _list(
    rows: Sequence[Sequence[etree._Element]], at: int
) -> tuple[etree._Element, etree._Element]:
    heading, items = etree.Element("h4"), etree.Element("ul")
    heading.text = "".join(rows[0][at].itertext())
    for row in rows[1:]:
        if at < len(row) and "".join(row[at].itertext()).strip():
            cell = row[at]
            cell.tag, cell.tail = "li", None
            items.append(cell)
    return heading, items
