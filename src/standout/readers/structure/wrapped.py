"""Headings as they would stand on one line of their own: over two lines, behind an icon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from standout.readers.lines import Line
from standout.readers.structure import glyphs
from standout.readers.structure.shape import body_size, is_prominent, style_of, words_in
from standout.source import Text
from standout.vocabulary import headings

_TIGHT = 0.5
"""In type sizes: white space between the lines of one heading, both headings by themselves."""

_MARGIN_LINES = 3
"""So many lines above the second line of a heading in the margin its first line may stand."""


def restored(lines: Sequence[Line]) -> list[Line]:
    """The lines with headings that ran over their line ('TECHNICAL' over 'SKILLS') as one line."""
    kept: list[Line] = []
    body = body_size(lines)
    for line in _without_icons(lines, body):
        before = kept[-1] if kept else None
        at = _wrapped_in_margin(kept, line, body)
        if at is not None:
            head = kept[at].segments[0]
            head = replace(head, text=Text.join([head.text, line.segments[0].text]))
            kept[at] = replace(kept[at], segments=(head, *kept[at].segments[1:]))
            rest = glyphs.behind_heading(replace(line, segments=line.segments[1:]))
            if rest.segments:
                kept.append(rest)
        elif before is not None and _wrapped_heading(before, line, body):
            first = before.text
            broken = first.value.endswith("-")
            parts = [first[: len(first) - 1] if broken else first, line.text]
            whole = Text.join(parts, "" if broken else " ")
            kept[-1] = replace(before, segments=(replace(before.segments[0], text=whole),))
        else:
            kept.append(line)
    return kept


def _without_icons(lines: Sequence[Line], body: int) -> list[Line]:
    """Headings behind an icon, without it: a glyph that stands before little else."""
    looks = Counter((line.bullet, style_of(line)) for line in lines if line.bullet is not None)
    telling = Counter(
        (line.bullet, style_of(line)) for line in lines if line.bullet is not None and named(line)
    )
    icons = {
        look
        for look, count in telling.items()
        if count >= 2 and 2 * count > looks[look] and is_prominent(look[1], body)
    }
    return [
        replace(line, bullet=None) if (line.bullet, style_of(line)) in icons else line
        for line in lines
    ]


def _wrapped_in_margin(kept: Sequence[Line], line: Line, body: int) -> int | None:
    """The index of the line that 'Professional' heads in the margin, above 'Experience' there.

    Lines of the section itself may stand between the two.
    """
    if line.bullet is not None:
        return None
    for back, before in enumerate(reversed(kept[-_MARGIN_LINES:]), 1):
        if elsewhere(before, line):
            return None
        if _goes_on_in_margin(before, line, body, near=back > 1):
            return len(kept) - back
        if before.segments[0].x0 <= line.segments[0].x1:
            return None
    return None


def _goes_on_in_margin(before: Line, line: Line, body: int, *, near: bool) -> bool:
    if len(before.segments) < 2 or before.bullet is not None:
        return False
    first, second = before.segments[0], line.segments[0]
    look = style_of(before)
    if look != style_of(line) or abs(first.x0 - second.x0) > 2 or not is_prominent(look, body):
        return False
    whole = headings.find(f"{first.text.value} {second.text.value}")
    near = near or 0 <= line.gap <= _TIGHT or headings.find(first.text.value) is None
    return whole is not None and whole.exact and near


def _wrapped_heading(before: Line, line: Line, body: int) -> bool:
    if elsewhere(before, line) or before.bullet or line.bullet or line.gap > 0.8:
        return False
    look = style_of(before)
    tight = 0 <= line.gap <= _TIGHT and headings.find(line.text.value) is None
    if look != style_of(line) or not (is_prominent(look, body) or tight):
        return False
    first = before.text.value
    if words_in(first) > 2 or (headings.find(first) is not None and not tight):
        return False
    glue = "" if first.endswith("-") else " "
    whole = headings.find(f"{first.rstrip('-')}{glue}{line.text.value}")
    return whole is not None and whole.exact


def named(line: Line) -> headings.Heading | None:
    """What the line says as a heading, if all of its words are known as one."""
    found = headings.find(line.text.value)
    return found if found is not None and found.exact else None


def elsewhere(before: Line, line: Line) -> bool:
    """The two lines stand in different columns or on different pages."""
    return (before.page, before.region) != (line.page, line.region)
