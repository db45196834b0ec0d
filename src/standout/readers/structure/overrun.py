"""Addresses and phone numbers that ran over their line, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from standout.patterns import regex
from standout.readers.lines import Line, Segment
from standout.readers.structure import links
from standout.source import Text
from standout.vocabulary import places

_PART_OF_URL = regex(r"\w\.\w[\w./?&=%~-]*[/?&=-]$")
_PART_OF_EMAIL = regex(r"[\w.+-]{1,64}(?:@[\w.-]{0,80})?$")
_REST_OF_EMAIL = regex(r"[\w.+-]{0,64}@?[\w.-]{1,80}(?=$|[\s|,;])")
_PART_OF_NUMBER = regex(r"\+\d{1,3}[\s.-]?\(?\d{0,4}\)?$|\+\d{1,3}[\s.-](?:\(0\)\s?)?\d{2,5}$")


_FIELD_END = regex(r"[|•·;]|:\s|\s{3,}")
_FRAGMENT = regex(r"[a-z0-9_./?&=%~-]{1,40}")
_OF_PATH = regex(r"\w\.[a-z]{2,10}/[\w./?&=%~-]+$", re.IGNORECASE)
_SLACK = 1.5
"""In letters: so far from the edge of its column a line still is full."""


def restored(lines: Sequence[Line]) -> list[Line]:
    """An address or a phone number that ran over its line put together again."""
    kept: list[Line] = []
    for line in _mended(lines):
        before = kept[-1].segments[-1] if kept else None
        end = _rest(before, line.segments[0]) if before is not None else 0
        if before is None or not end:
            kept.append(line)
            continue
        kept[-1], rest = _moved(kept[-1], line, end)
        kept += rest
    return kept


def _moved(before: Line, line: Line, end: int, glue: str = "") -> tuple[Line, list[Line]]:
    """The line with the first `end` characters of the next, and what is left of that one."""
    last, first = before.segments[-1], line.segments[0]
    number = _PART_OF_NUMBER.search(last.text.value) is not None
    joined = Text.join([last.text, first.text[:end]], " " if number else glue)
    wide = replace(last, text=joined, x1=first.x1, links=(*last.links, *first.links[:1]))
    whole = replace(before, segments=(*before.segments[:-1], wide))
    rest = replace(first, text=first.text[end:].strip(), links=first.links[1:])
    segments = (rest, *line.segments[1:]) if rest.text else line.segments[1:]
    return whole, [replace(line, segments=segments)] if segments else []


def _rest(before: Segment, first: Segment) -> int:
    """How much of a line goes on with what the line before it ends in; 0 for nothing."""
    mail = _rest_of_email(before, first)
    if mail:
        return mail
    number = _PART_OF_NUMBER.search(before.text.value)
    if not number and not _PART_OF_URL.search(before.text.value):
        return 0
    match = re.match(r"[\d\s().-]+" if number else r"[\w./?&=%~-]+", first.text.value)
    return match.end() if match else 0


def _mended(lines: Sequence[Line]) -> list[Line]:
    """The lines, each address that was broken at the edge of a narrow column in one."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        key = (line.page, line.region)
        edges[key] = max(edges.get(key, 0.0), line.segments[-1].x1)
    kept: list[Line] = []
    for index, line in enumerate(lines):
        following = lines[index + 1].text.value if index + 1 < len(lines) else ""
        if kept and _ends_place(kept[-1], line):
            kept[-1], _ = _moved(kept[-1], line, len(line.segments[0].text), " ")
        elif kept and _is_broken(kept[-1], line, following, edges[line.page, line.region]):
            kept[-1], _ = _moved(kept[-1], line, len(line.segments[0].text))
        else:
            kept.append(line)
    return kept


def _ends_place(before: Line, line: Line) -> bool:
    """'Location: Cape Town, South' over 'Africa': a place together, and none by themselves."""
    tail = _FIELD_END.split(before.segments[-1].text.value)[-1].strip()
    rest = line.text.value.strip()
    near = len(line.segments) == 1 and (before.page, before.region) == (line.page, line.region)
    return (
        near
        and "," in tail
        and len(rest.split()) <= 2
        and not places.is_place(tail)
        and places.is_place(f"{tail} {rest}")
    )


def _is_broken(before: Line, line: Line, following: str, edge: float) -> bool:
    """A full line ends in part of an address, and the next holds nothing but a fragment of it."""
    last, first = before.segments[-1], line.segments[0]
    rest = first.text.value.strip()
    alone = len(line.segments) == 1 and (before.page, before.region) == (line.page, line.region)
    if not alone or last.x1 <= last.x0 or abs(last.x0 - first.x0) > 2 or " " in rest:
        return False
    word = last.text.value.split()[-1]
    if word.endswith("-") and links.EMAIL.fullmatch(word + rest + following.strip()):
        return True  # 'jane-' over 'maria@mail.example.' over 'org'.
    pace = (last.x1 - last.x0) / len(last.text)
    if last.x1 < edge - _SLACK * pace or _FRAGMENT.fullmatch(rest) is None:
        return False
    if "@" in word:
        whole = links.EMAIL.fullmatch(word) is not None and links.has_usual_ending(word)
        return not (whole and "." in rest) and any(
            links.EMAIL.fullmatch(made) is not None and links.has_usual_ending(made)
            for made in (word + rest, word + rest + following.strip())
        )
    return _OF_PATH.search(word) is not None and links.URL.fullmatch(rest) is None


def _rest_of_email(before: Segment, after: Segment) -> int:
    """How much of the next line ends an e-mail address that ran over its line; 0 if nothing.

    The parts must make one address, and the first part none with a usual ending. An annotation
    over them that holds the whole address is proof.
    """
    first, rest = _PART_OF_EMAIL.search(before.text.value), _REST_OF_EMAIL.match(after.text.value)
    if first is None or rest is None:
        return 0
    whole = first.group() + rest.group()
    targets = [each.url.removeprefix("mailto:") for each in (*before.links, *after.links)]
    if whole in targets and "@" in whole:
        return rest.end()
    closed_ahead = links.EMAIL.fullmatch(first.group()) and links.has_usual_ending(first.group())
    closed_ahead = closed_ahead and not rest.group().startswith(".")
    split = "@" in first.group() or rest.group().startswith("@")
    made = links.EMAIL.fullmatch(whole) is not None and links.has_usual_ending(whole)
    return rest.end() if split and made and not closed_ahead else 0
