"""Lines that only repeat the headings of the document: a list of contents, a heading in twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standout.patterns import regex
from standout.readers.lines import Line
from standout.readers.structure import links
from standout.vocabulary import headings

_ADDRESS = regex(rf"{links.EMAIL.pattern}|\d[\d\s().-]{{5,20}}\d")
_FEWEST = 8
_FAR_BELOW = 5.0
"""In line heights: the white space above a running foot."""
_CONTENTS = 4
"""So many bullets in a row that are nothing but headings are a list of contents."""


def as_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines with those marked as furniture that a reader skips for their repetition."""
    kept = list(lines)
    for index in _contents(lines):
        kept[index] = replace(lines[index], furniture=True)
    for index, line in enumerate(lines[:-1]):
        following = lines[index + 1]
        if following.level is not None and line.level is None and _same(line, following):
            kept[index] = replace(line, furniture=True)
    return kept


def feet(lines: Sequence[Line], name: Sequence[Line]) -> list[Line]:
    """The lines that close a page, far below all else, and name the person once more."""
    if not name or len(lines) < _FEWEST:
        return []
    words = " ".join(line.text.value for line in name).casefold()
    lowest = {line.page: line for line in sorted(_placed(lines), key=_bottom)}
    return [
        line
        for line in lowest.values()
        if line.gap >= _FAR_BELOW and line not in name and words in line.text.value.casefold()
    ]


def is_told(foot: Line, lines: Sequence[Line]) -> bool:
    """Every address of a foot stands on another line as well."""
    others = [line.text.value for line in lines if line is not foot]
    return all(
        any(address.group() in value for value in others)
        for address in _ADDRESS.finditer(foot.text.value)
    )


def _placed(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.box is not None]


def _bottom(line: Line) -> float:
    return line.box.y1 if line.box is not None else 0.0


def _same(one: Line, other: Line) -> bool:
    value = one.text.value.strip().casefold()
    return bool(value) and value == other.text.value.strip().casefold()


def _contents(lines: Sequence[Line]) -> list[int]:
    """The indexes of the bullets that name sections which come later as headings."""
    found: list[int] = []
    run: list[int] = []
    for index, line in enumerate(lines):
        named = headings.find(line.text.value) if line.bullet is not None else None
        if named is not None and named.exact:
            run.append(index)
            continue
        if len(run) >= _CONTENTS and _come_again(lines, run):
            found += run
        run = []
    return found


def _come_again(lines: Sequence[Line], run: Sequence[int]) -> bool:
    later = {line.text.value.strip().casefold() for line in lines[run[-1] + 1 :]}
    again = [lines[index].text.value.strip().casefold() in later for index in run]
    return 2 * sum(again) >= len(again)
