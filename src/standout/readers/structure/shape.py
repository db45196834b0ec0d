"""How a line looks, as far as it says what the line is for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from standout.patterns import regex
from standout.readers.lines import Line, Segment

DECORATION = regex(r"[\W_]*")


class Style(NamedTuple):
    """What sets a line apart. Sizes within a third of a point are the same."""

    size: int
    bold: bool
    italic: bool
    caps: bool
    level: int | None


def style_of(line: Line) -> Style:
    """The style of a line's first segment."""
    if not line.segments:
        return Style(0, bold=False, italic=False, caps=False, level=line.level)
    return segment_style(line.segments[0], line.level)


def segment_style(segment: Segment, level: int | None = None) -> Style:
    """The style of a segment."""
    return Style(
        round(segment.size * 3), segment.bold, segment.italic, is_caps(segment.text.value), level
    )


def is_caps(value: str) -> bool:
    """All cased letters are capitals, and there are at least two."""
    return value.isupper() and sum(char.isalpha() for char in value) >= 2


def is_shouted(value: str) -> bool:
    """Capitals that are no abbreviations: one word has more than four letters."""
    return value.isupper() and any(len(word) > 4 for word in re.split(r"[\W_]+", value))


def body_size(lines: Sequence[Line]) -> int:
    """The size (in thirds of a point) that most characters have."""
    sizes: Counter[int] = Counter()
    for line in lines:
        for segment in line.segments:
            sizes[round(segment.size * 3)] += len(segment.text)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0


def is_prominent(style: Style, body: int) -> bool:
    """Larger than running text, or bold, or capitals, or a heading of the format."""
    return style.level is not None or style.size > body + 1 or style.bold or style.caps


def is_decoration(line: Line) -> bool:
    """Only rules, dots and other signs: '-----', '• • •'."""
    return all(DECORATION.fullmatch(segment.text.value) for segment in line.segments)


def words_in(value: str) -> int:
    """How many words stand in a text."""
    return len(value.split())
