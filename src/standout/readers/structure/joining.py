"""Put wrapped lines together again: paragraphs, statements, words broken at the line end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from standout.analysis.dates import find_ranges
from standout.model import Emphasis, Link, Statement
from standout.patterns import regex
from standout.readers.lines import Line, Segment
from standout.readers.structure import fields, hyphens
from standout.readers.structure.actions import names_deed, opens_with_action
from standout.readers.structure.measure import Measure, offset
from standout.readers.structure.shape import is_caps, is_shouted, words_in
from standout.source import Text
from standout.vocabulary import roles

_LABEL = regex(r"[^\W\d_][\w &/+'’-]{0,40}:(?=\s)")
_CLIENT = regex(r"(?:Client|Customer|Kunde|Cliente)s?:\s")
_DANGLING = regex(r"\s(?:at|of|and|for|the|in|with|de|des|du|für|und|der|&)$")
"""No line of a head ends in such a word."""
_SENTENCE = 6
"""A line of more words is no name."""
_TAIL = 3
"""A title that ran over its line has left few words, and names have longer words than these."""
_FIELDS = regex(r"[^,|]{2,40}(?:,|\s[|·–—-])\s")
"""A name with another field behind it."""
_BROKEN = regex(r"[^\W\d_]{2,}[-‐\u00ad]$")


def statement(lines: Sequence[Line]) -> Statement:
    """Wrapped lines as one statement; the first line's bullet is its bullet.

    A bullet in bold from end to end is marked so; `usual.without_usual_bold` knows whether that
    is how the whole document looks.
    """
    segments = [segment for line in lines for segment in line.segments if segment.text]
    text, emphasis, links = _flow(segments)
    if lines[0].bullet is not None and segments and all(segment.bold for segment in segments):
        emphasis = (Emphasis(0, len(text), "bold"), *emphasis)
    return Statement(text, emphasis, links, lines[0].bullet)


def text(lines: Sequence[Line]) -> Text:
    """Wrapped lines as one text."""
    return statement(lines).text


def _flow(
    segments: Sequence[Segment],
) -> tuple[Text, tuple[Emphasis, ...], tuple[Link, ...]]:
    parts: list[Text] = []
    emphasis: list[Emphasis] = []
    links: list[Link] = []
    length = 0
    whole = all(segment.bold for segment in segments)
    for index, segment in enumerate(segments):
        following = segments[index + 1].text.value if index + 1 < len(segments) else ""
        part, glue = _ending(segment.text, following)
        marks = segment.emphasis
        if segment.bold and not whole and not marks:
            marks = (Emphasis(0, len(segment.text), "bold"),)
        emphasis += [
            replace(mark, start=mark.start + length, end=min(mark.end, len(part)) + length)
            for mark in marks
            if mark.start < len(part)
        ]
        links += segment.links
        joined = Text.join([part, Text("", ())], glue) if following else part
        parts.append(joined)
        length += len(joined)
    return Text.join(parts, ""), tuple(_merged(emphasis)), tuple(links)


def _merged(marks: Sequence[Emphasis]) -> list[Emphasis]:
    """Marks of one style that go on over a line end as one."""
    kept: list[Emphasis] = []
    for mark in marks:
        last = kept[-1] if kept else None
        if last is not None and last.style == mark.style and mark.start - last.end in (0, 1):
            kept[-1] = replace(last, end=mark.end)
        else:
            kept.append(mark)
    return kept


def _ending(text: Text, following: str) -> tuple[Text, str]:
    """The text as it joins the next line, and what stands between them."""
    if not following:
        return text, ""
    if text.value.endswith("\u00ad"):
        return text[: len(text) - 1], ""
    if _BROKEN.search(text.value) and following[:1].isalpha():
        keeps = hyphens.keeps_hyphen(text.value, following)
        return (text, "") if keeps else (text[: len(text) - 1], "")
    if text.value.endswith(("/", "-")) and re.search(r"(?:https?:|www\.|\w\.\w+/)\S*$", text.value):
        return text, ""
    if hyphens.parts_no_words(text.value, following):
        return text, ""
    return text, " "


def continues(group: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Say whether `line` goes on with the sentence of the lines before it."""
    last = group[-1]
    if not line.segments or not last.segments or _begins_anew(group, line, measure):
        return False
    before, after = last.segments[-1], line.segments[0]
    lower = after.text.value[:1].islower()
    unfinished = not before.text.value.rstrip().endswith((".", "!", "?", ":", ";", "。"))
    if (line.page, line.region) != (last.page, last.region):
        return lower and unfinished
    if line.gap > measure.leading + 0.4 and not (lower and unfinished and line.gap < 1.0):
        return False
    if _BROKEN.search(before.text.value) and lower:
        return True
    if _DANGLING.search(before.text.value) and group[0].bullet is None:
        return True
    full = (
        _full(before, after, measure)
        or _lists_on(group, before)
        or _fills(group, line, unfinished=unfinished)
        or _wraps_head(group, line, measure)
        or (_bold_around(last, line) and words_in(line.text.value) <= _TAIL)
    )
    if group[0].bullet:
        in_line = offset(group[0], line) in measure.hangs
        if in_line and _full(before, after, replace(measure, right=measure.bullet_right)):
            return True
        return _hangs(group, line, measure, full=full, flowing=lower and unfinished)
    return full or (lower and unfinished and abs(after.x0 - before.x0) < 2 * measure.char)


def _lists_on(group: Sequence[Line], before: Segment) -> bool:
    """A labelled list ends its line with a comma: 'Cloud: Docker,'."""
    listed = before.text.value.rstrip().endswith(",")
    return listed and _LABEL.match(group[0].text.value) is not None


def _begins_anew(group: Sequence[Line], line: Line, measure: Measure) -> bool:
    """A mark, another type, a label or a row of segments opens something new."""
    last = group[-1]
    if line.starts or line.bullet or line.level or last.level:
        return True
    if _is_beside(last, line) or _heads_next(group, line):
        return True
    if len(line.segments) > 1 and not _wraps_head(group, line, measure):
        return True
    if len(last.segments) > 1 and not group[0].bullet:
        return True
    if _LABEL.match(line.text.value) and _LABEL.match(group[0].text.value):
        return True
    if _CLIENT.match(line.text.value):
        return True
    if _bold_around(last, line):
        return False
    if group[0].bullet is None and (
        _both_act(group[0].text.value, line.text.value)
        or _closed_by_dates(last.text.value, line.text.value)
    ):
        return True
    if group[0].bullet is None and (
        _other_field(last.text.value, line.text.value)
        or (len(line.segments) == 1 and fields.is_own(last.text.value, line.text.value))
    ):
        return True
    heavier = line.bold and not last.bold
    return (
        abs(line.size - last.size) > 0.6
        or heavier
        or _restyled(last, line)
        or _ends_capitals(group, line)
    )


def _heads_next(group: Sequence[Line], line: Line) -> bool:
    """A title in lower case left of a bullet's text: bold at its start, or with a date behind."""
    first = line.segments[0]
    bullet = group[0]
    if bullet.bullet is None or line.box is None or first.x0 > bullet.segments[0].x0 - 2:
        return False
    bold = any(mark.style == "bold" and mark.start == 0 for mark in first.emphasis)
    found = find_ranges(first.text.value) if words_in(first.text.value) <= _SENTENCE else ()
    dated = bool(found) and found[-1].end == len(first.text) and _FIELDS.match(first.text.value)
    return (bold and not _ends_in(group[-1].segments[-1], "bold")) or bool(dated)


def _ends_capitals(group: Sequence[Line], line: Line) -> bool:
    """A line of a head all in capitals, and below it one that is not."""
    return (
        group[0].bullet is None
        and is_shouted(group[-1].text.value)
        and not is_caps(line.text.value)
        and any(map(str.isalpha, line.text.value))
    )


def _is_beside(last: Line, line: Line) -> bool:
    """No part of the line is below the other: an address at the right of what is under a name."""
    if last.box is None or line.box is None or (last.page, last.region) != (line.page, line.region):
        return False
    one, other = last.box, line.box
    beside = 3 * (one.y1 - other.y0) > min(one.height, other.height)
    return other.x1 < one.x0 or (beside and one.x1 < other.x0)


def _bold_around(last: Line, line: Line) -> bool:
    """Bold from its first word to its last but for a word between: '**Analyst** at **Acme**'."""
    marks = last.segments[-1].emphasis
    ends = {(mark.start == 0, mark.end >= len(last.segments[-1].text)) for mark in marks}
    return (
        line.bold
        and line.size == last.size
        and len(marks) > 1
        and {(True, False), (False, True)} <= ends
    )


def _both_act(first: str, value: str) -> bool:
    """Statements that have lost their glyphs: both lines open with something done."""
    return names_deed(value) and names_deed(first)


def _closed_by_dates(before: str, value: str) -> bool:
    """The dates of an entry end its line: 'B.Sc. Physics, Bonn (2018-2020)'."""
    found = find_ranges(before)
    ranged = bool(found) and (found[-1].first is not None or found[-1].present)
    open_ended = before.rstrip().endswith(("-", "–", "—")) or value[:1].islower()
    if ranged and not open_ended and any(each.first or each.present for each in find_ranges(value)):
        return True  # Each of the two lines names an entry.
    return ranged and not open_ended and not before[found[-1].end :].strip(" )].,")


def _other_field(before: str, value: str) -> bool:
    """A school under its degree, an employer under its title: lines of a head, never one line."""
    if "," in before or value[:1].islower():
        return False
    school = roles.school_words(value) and (
        roles.degree_words(before) or (" " in before and _DANGLING.search(f" {before}") is None)
    )
    school = school and not roles.school_words(before)
    employer = roles.title_words(before) and roles.organization_words(value)
    if not (school or employer) or len(before.split()) > 8:
        return False
    return not roles.degree_words(value) and not roles.title_words(value)


def _restyled(last: Line, line: Line) -> bool:
    """A line all in italics or all in bold ends where another style begins, and the reverse."""
    first, second = last.segments[-1], line.segments[0]
    if second.italic and not first.italic and _ends_in(first, "italic"):
        return False
    return (first.italic, first.bold) != (second.italic, second.bold) and (
        first.bold or second.bold or first.italic or second.italic
    )


def _ends_in(segment: Segment, style: str) -> bool:
    """The last words of a line that has several styles: 'Acme, Berlin — *Staff Engineer*'."""
    return any(
        mark.style == style and mark.end >= len(segment.text) and mark.start > 0
        for mark in segment.emphasis
    )


def _full(before: Segment, after: Segment, measure: Measure) -> bool:
    """The next word would not have fitted on the line before."""
    word = re.split(r"\s", after.text.value, maxsplit=1)[0]
    room = measure.right - before.x1
    if abs(before.x0 - after.x0) > 3 and (
        abs(before.x1 - after.x1) < 1 or _are_centred(before, after)
    ):
        room += before.x0 - measure.left  # Set to the right, or in the middle.
    return (len(word) + 1) * measure.char > room - 0.5 * measure.char


def _wraps_head(group: Sequence[Line], line: Line, measure: Measure) -> bool:
    """A title that ran over its line, with the date beside its second half."""
    last = group[-1]
    if len(line.segments) != 2 or len(last.segments) != 1 or len(group) > 1 or last.bullet:
        return False
    first, second = last.segments[0], line.segments[0]
    open_ended = first.text.value.endswith(",") or _DANGLING.search(first.text.value) is not None
    short = len(second.text.value.split()) <= _TAIL or second.text.value[:1].islower()
    marked = first.bold or first.italic or "," in first.text.value or _is_long_name(first)
    # What stands at the right of the last line keeps the lines above it as short.
    edge = line.segments[1].x0 if first.size else measure.right
    narrow = replace(measure, right=min(measure.right, edge - first.size))
    return (
        (short or open_ended)
        and first.x1 <= edge
        and marked
        and abs(first.x0 - second.x0) < 2 * measure.char
        and (first.bold, first.italic) == (second.bold, second.italic)
        and line.gap <= measure.leading + 0.4
        and _full(first, second, narrow)
    )


def _is_long_name(segment: Segment) -> bool:
    """Many words, most of them with a capital: no sentence, though it fills a line."""
    words = [word for word in segment.text.value.split() if len(word) > _TAIL]
    return len(words) >= _SENTENCE and 3 * sum(word[0].isupper() for word in words) >= 2 * len(
        words
    )


def _fills(group: Sequence[Line], line: Line, *, unfinished: bool) -> bool:
    """Running text in a box narrower than its column: the lines so far end about where this does.

    Only for prose that is plainly unfinished; a list without glyphs has verbs at its line starts.
    """
    before, after = group[-1].segments[-1], line.segments[0]
    words = before.text.value.split()
    lower = sum(word[:1].islower() for word in words)
    if not unfinished or len(words) < 7 or 2 * lower < len(words):
        return False
    if find_ranges(after.text.value):
        return False
    following = after.text.value.split()[1:]
    if following and 3 * sum(word[:1].islower() for word in following) < len(following):
        return False
    placed = abs(after.x0 - before.x0) < 1.5 or _are_centred(before, after)
    return placed and not opens_with_action(after.text.value) and after.x1 < 1.2 * before.x1


def _are_centred(before: Segment, after: Segment) -> bool:
    """Both lines have one middle, and a place on paper."""
    return before.size > 0 and abs(before.x0 + before.x1 - after.x0 - after.x1) < 2.0


def _hangs(
    group: Sequence[Line], line: Line, measure: Measure, *, full: bool, flowing: bool
) -> bool:
    """Wrapped lines of a bullet stand under its text, or at least not left of its glyph."""
    bullet = group[0]
    start, hanging = line.segments[0].x0, bullet.segments[0].x0
    slack = 1.2 * measure.char
    if len(group) > 1:
        return abs(start - group[-1].segments[0].x0) <= slack and (
            full or flowing or start > bullet.indent + slack
        )
    if start >= hanging - slack:
        return start <= hanging + 4 * measure.char and (
            full or flowing or start > bullet.indent + slack
        )
    if start < bullet.indent - slack:
        # The first line of a bullet may be set in, with the others left of it.
        return flowing and start >= bullet.indent - 6 * measure.char
    return flowing or (full and (not measure.hangs or offset(bullet, line) in measure.hangs))
