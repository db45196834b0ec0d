"""Lists of skills, languages and interests: groups, items, levels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from standout.model import Section, SectionKind, SkillGroup, Statement
from standout.patterns import regex
from standout.readers.lines import Line, Segment
from standout.readers.structure import grids, joining, levels, measure, rated
from standout.readers.structure.bodies import items
from standout.readers.structure.joining import continues
from standout.readers.structure.rated import colon_in
from standout.readers.structure.shape import Style, is_caps, is_shouted, words_in
from standout.readers.structure.units import Measures, Unit, unit_of
from standout.source import Text
from standout.vocabulary import skills as known

_DASHED = regex(r"^([^:–—|,]{2,40}?)\s+[–—-]\s+(?=\S)")
_APART = 0.3
"""In line heights: so much more white space stands above a group than in it."""
_NAME = 5
"""Words that the name of a group has at most."""
_ITEM = 3
"""Words of a skill in a list without a heading that says so."""
_OTHER_SIZE = 0.4
"""In points: so much do the sizes of a label and its values differ."""
_BRACKETED = regex(r"[^():,;]{2,40}\s\([^(),]+(?:,[^(),]+)+\)")
_MIDDLE = regex(r"\s[·|•/]\s")
_SIGN = regex(r"[,;|•·/]\s")
"""What sets skills apart; a list that has such signs is not set apart by spaces."""


def section(
    kind: SectionKind, heading: Text | None, lines: Sequence[Line], measures: Measures
) -> Section:
    """A section that is a list; sentences in it are loose statements."""
    if kind is SectionKind.SKILLS and is_levelled(lines):
        listed = [item for unit in _units(lines[1:], measures) for item in _listed(unit)]
        return Section(kind, heading, skills=(SkillGroup(None, tuple(listed), lines[0].text),))
    bracketed = [_BRACKETED.fullmatch(line.text.value.strip()) for line in lines]
    if kind is SectionKind.SKILLS and len(lines) > 1 and all(bracketed):
        return Section(kind, heading, skills=tuple(map(_bracketed_group, lines)))
    groups: list[SkillGroup] = []
    statements: list[Statement] = []
    edges = grids.label_edges(lines)
    for stack in grids.stacks(lines):
        measured = {**measure.columns(stack.lines), **measures}
        if stack.is_card:
            groups.append(_card(kind, stack.lines, measured))
            continue
        for unit in _name_lines(kind, _units(stack.lines, measured)):
            if isinstance(unit, SkillGroup):
                groups.append(unit)
            elif _is_sentence(unit):
                statements.append(joining.statement(unit.lines))
            else:
                groups += _groups(kind, unit, edges)
    if kind is SectionKind.SKILLS and not any(_SIGN.search(line.text.value) for line in lines):
        groups = [replace(each, items=_parted(each.items)) for each in groups]
    return Section(kind, heading, skills=tuple(_merged(groups)), statements=tuple(statements))


def _bracketed_group(line: Line) -> SkillGroup:
    """'Languages (Python, Rust)'."""
    text = line.text.strip()
    at = text.value.index("(")
    return SkillGroup(text[:at].strip(), tuple(items(text[at + 1 : len(text) - 1])))


def is_levelled(lines: Sequence[Line]) -> bool:
    """A level of skill and short items below it, as stand under a heading that names the skill."""
    return (
        len(lines) > 1
        and levels.ONLY.fullmatch(lines[0].text.value.strip()) is not None
        and all(words_in(line.text.value) <= _ITEM for line in lines[1:])
        and not any(re.search(r"\d{4}|[.!?:]$", line.text.value) for line in lines)
        and not any(levels.is_level(line.text.value) for line in lines[1:])
    )


def _card(kind: SectionKind, lines: Sequence[Line], measures: Measures) -> SkillGroup:
    """A name with its level and its list under it; of a language, the name is the item."""
    name, below = lines[0].text.strip(" :"), _units(lines[1:], measures)
    if kind is SectionKind.LANGUAGES:
        return SkillGroup(None, (name,), Text.join([unit.text for unit in below]) or None)
    level = bool(below) and levels.is_level(below[0].value)
    listed = [item for unit in below[level:] for item in _listed(unit)]
    return SkillGroup(name, tuple(listed), below[0].text.strip() if level else None)


def _units(lines: Sequence[Line], measures: Measures) -> list[Unit]:
    """The units of a list: a short line without a comma is an item, not the start of the next."""
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1].text.value if groups else ""
        open_ended = words_in(_MIDDLE.sub(" ", last)) > 4 or bool(
            re.search(r"[,:;(/&-]|[·|•]\s*$", last)
        )
        measure = measures[(line.page, line.region)]
        if groups and open_ended and continues(groups[-1], line, measure):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [unit_of(group) for group in groups]


def _is_sentence(unit: Unit) -> bool:
    value = unit.value
    commas = value.count(",")
    words = words_in(value)
    ends = value.rstrip().endswith((".", "!"))
    lower = sum(word.islower() for word in value.split())
    return words >= 8 and ends and lower > 0.55 * words and commas < words / 4


def _name_lines(kind: SectionKind, found: Sequence[Unit]) -> Iterator[Unit | SkillGroup]:
    """Put a heading-like line and the items under it together."""
    if _alternate(found):
        for unit, below in zip(found[::2], found[1::2], strict=True):
            yield SkillGroup(unit.text.strip(" :"), tuple(_listed(below)))
        return
    index = 0
    while index < len(found):
        unit = found[index]
        following = found[index + 1 : _run_end(found, index)]
        levelled = _levelled_name(kind, found, index)
        stacked = _stacked_name(kind, found, index)
        if levelled is not None:
            yield levelled
            index += 2
        elif stacked is not None:
            yield stacked
            index += 3
        elif _is_group_name(unit, following):
            level = None
            listed: list[Text] = []
            if kind is SectionKind.LANGUAGES:
                level = Text.join([each.text.strip() for each in following])
                yield SkillGroup(None, (unit.text.strip(" :"),), level)
                index += 1 + len(following)
                continue
            for each in following:
                if levels.ONLY.fullmatch(each.value.strip()) and level is None and not listed:
                    level = each.text.strip()
                else:
                    listed += _listed(each)
            yield SkillGroup(unit.text.strip(" :"), tuple(listed), level)
            index += 1 + len(following)
        else:
            yield unit
            index += 1


def _alternate(found: Sequence[Unit]) -> bool:
    """Names and lists in one type take turns, with more white space above each name."""
    names, lists = found[::2], found[1::2]
    return (
        len(names) == len(lists) >= 2
        and all(words_in(unit.value) <= 5 and not re.search("[,:;]", unit.value) for unit in names)
        and all("," in unit.value for unit in lists)
        and all(
            name.lines[0].gap > below.lines[0].gap + _APART
            for name, below in zip(names[1:], lists[1:], strict=True)
        )
    )


def _levelled_name(kind: SectionKind, found: Sequence[Unit], index: int) -> SkillGroup | None:
    """'Web Development — Master' above the skills of that group."""
    match = rated.ITEM_LEVEL.match(found[index].value.strip())
    below = found[index + 1] if index + 1 < len(found) else None
    if kind is not SectionKind.SKILLS or match is None or below is None:
        return None
    if rated.ITEM_LEVEL.match(below.value.strip()) or _is_sentence(below) or colon_in(below.text):
        return None
    text = found[index].text.strip()
    name, level = (text[match.start(part) : match.end(part)].strip() for part in ("name", "level"))
    return SkillGroup(name, tuple(_listed(below)), level)


def _stacked_name(kind: SectionKind, found: Sequence[Unit], index: int) -> SkillGroup | None:
    """'Web Development' over 'Master' over the skills of that group."""
    if kind is not SectionKind.SKILLS or index + 2 >= len(found):
        return None
    name, level, below = found[index : index + 3]
    if not levels.is_level(level.value) or levels.is_level(name.value) or "," in name.value:
        return None
    if "," not in below.value and below.style == name.style:
        return None
    return SkillGroup(name.text.strip(" :"), tuple(_listed(below)), level.text.strip())


def _run_end(found: Sequence[Unit], start: int) -> int:
    """Behind the units under a group name: as long as they look unlike it."""
    end = start + 1
    while (
        end < len(found)
        and (
            _look(found[end]) != _look(found[start])
            or (found[end].kind == "bullet" and found[start].kind != "bullet")
        )
        and colon_in(found[end].text) is None
        and not _is_sentence(found[end])
    ):
        end += 1
    return end


def _is_group_name(unit: Unit, following: Sequence[Unit]) -> bool:
    if not following or len(unit.lines[0].segments) > 1:
        return False
    if unit.kind == "bullet" and not (unit.style.bold and not following[0].style.bold):
        return False
    value = unit.value.strip()
    if words_in(value) > 5 or "," in value or colon_in(unit.text) not in (None, len(unit.text) - 1):
        return False
    look = _look(unit)
    return look.bold or look.caps or value.endswith(":") or look != _look(following[0])


def _look(unit: Unit) -> Style:
    """The unit's style, an abbreviation not taken for a word in capitals: 'SQL' below 'Python'."""
    return unit.style._replace(caps=is_shouted(unit.value))


def _listed(unit: Unit) -> list[Text]:
    return [
        each for line in unit.lines for segment in _joined(line, unit) for each in items(segment)
    ]


def _parted(listed: Sequence[Text]) -> tuple[Text, ...]:
    return tuple(part for item in listed for part in _chips(item))


def _chips(item: Text) -> list[Text]:
    """'ROS 2 MoveIt Gazebo' as three skills: labels that only white space sets apart.

    Every word that is no known skill must look like a name; one known skill proves nothing.
    """
    if words_in(item.value) < 3 or len(item) > 200 or any(map(item.value.count, ",;:()&")):
        return [item]
    mentions = known.find(item.value, "list")
    if len(mentions) < 2:
        return [item]
    marks = [0, *(each for one in mentions for each in (one.start, one.end)), len(item)]
    parts = [item[start:end].strip() for start, end in pairwise(marks)]
    spans = {(one.start, one.end) for one in mentions}
    between = [item[a:b].value.strip() for a, b in pairwise(marks) if (a, b) not in spans]
    if any(word.islower() for gap in between for word in gap.split()):
        return [item]
    return [part for part in parts if part]


def _joined(line: Line, unit: Unit) -> list[Text]:
    if len(unit.lines) > 1:
        return [unit.text] if line is unit.lines[0] else []
    return [segment.text for segment in line.segments]


def _groups(kind: SectionKind, unit: Unit, edges: frozenset[int]) -> Iterator[SkillGroup]:
    first = unit.lines[0].segments[0]
    segments = [segment.text for line in unit.lines for segment in line.segments]
    told = kind is SectionKind.SKILLS and any(levels.is_level(each.value) for each in segments)
    if kind is SectionKind.LANGUAGES or told:
        yield from rated.groups(unit)
        return
    if (
        len(unit.lines) == 1
        and len(segments) > 1
        and (round(first.x1) in edges or _labels_row(first, unit))
    ):
        listed = [each for text in segments[1:] for each in items(text)]
        yield SkillGroup(first.text.strip(" :"), tuple(listed))
        return
    if len(unit.lines) == 1 and len(segments) > 1 and all(map(_labelled, segments)):
        for each in segments:
            yield _labelled_group(each)
        return
    runs = _runs(unit)
    if runs:
        yield from runs
        return
    text = unit.text
    if _labelled(text):
        yield _labelled_group(text)
        return
    label = _set_apart(first, "bold") or _set_apart(first, "italic")
    if label and len(segments) == 1:
        yield SkillGroup(text[:label].strip(), tuple(items(text[label:])))
        return
    dashed = _DASHED.match(text.value)
    if dashed is not None and text.value.count(",") >= 1:
        yield SkillGroup(text[: dashed.end(1)].strip(), tuple(items(text[dashed.end() :])))
        return
    yield SkillGroup(None, tuple(_listed(unit)))


def _labelled(text: Text) -> bool:
    """'Cooking: bread, stews': a label with its list behind it."""
    colon = colon_in(text)
    return colon is not None and 0 < colon < len(text) - 1


def _labelled_group(text: Text) -> SkillGroup:
    colon = colon_in(text) or 0
    return SkillGroup(text[:colon].strip(), tuple(items(text[colon + 1 :])))


def _set_apart(first: Segment, style: str) -> int:
    """Where the bold words that open a list end: '**Languages** Python, SQL'; 0 without such."""
    marks = [mark for mark in first.emphasis if mark.style == style]
    if len(marks) != 1 or marks[0].start != 0 or marks[0].end >= len(first.text):
        return 0
    label, behind = first.text.value[: marks[0].end], first.text.value[marks[0].end :]
    named = words_in(label) <= 5 and "," not in label
    return marks[0].end if named and not behind.lstrip().startswith((",", "-", "/")) else 0


def _runs(unit: Unit) -> list[SkillGroup]:
    """Several lists in one paragraph, each behind its name in bold; empty where it is no such."""
    told = joining.statement(unit.lines)
    names = [mark for mark in told.emphasis if mark.style == "bold"]
    if len(names) < 2 or names[0].start != 0:
        return []
    ends = [*(mark.start for mark in names[1:]), len(told.text)]
    found = [
        SkillGroup(
            told.text[mark.start : mark.end].strip(" :"),
            tuple(items(told.text[mark.end : end].strip(" :.;,|"))),
        )
        for mark, end in zip(names, ends, strict=True)
    ]
    named = all(words_in(each.name.value) <= _NAME for each in found if each.name is not None)
    return found if named and all(each.items for each in found) else []


def _labels_row(first: Segment, unit: Unit) -> bool:
    value = first.text.value
    if value.endswith(":"):
        return True
    rest = unit.lines[0].segments[1:]
    return (
        (first.bold and not rest[0].bold)
        or abs(first.size - rest[0].size) > _OTHER_SIZE
        or (is_shouted(value) and not is_caps(rest[0].text.value))
        or any("," in segment.text.value for segment in rest)
    ) and "," not in value


def _merged(groups: Sequence[SkillGroup]) -> Iterator[SkillGroup]:
    """A lone level belongs to the item before it; unnamed runs without levels are one group."""
    run: list[Text] = []
    for index, group in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        level = _lone_level(following)
        if not group.items and group.level is not None and index and not groups[index - 1].level:
            continue
        if group.name is None and group.level is None and level is None:
            run += group.items
            continue
        if run:
            yield SkillGroup(None, tuple(run))
            run = []
        yield SkillGroup(group.name, group.items, group.level or level)
    if run:
        yield SkillGroup(None, tuple(run))


def _lone_level(group: SkillGroup | None) -> Text | None:
    return group.level if group is not None and not group.items else None
