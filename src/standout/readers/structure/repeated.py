"""Lines that only repeat the headings of the document: a list of contents, a heading in twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standout.readers.lines import Line
from standout.vocabulary import headings

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
