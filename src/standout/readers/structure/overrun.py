"""Addresses and phone numbers that ran over their line, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from standout.patterns import regex
from standout.readers.lines import Line, Segment
from standout.readers.structure import links
from standout.source import Text

_PART_OF_URL = regex(r"\w\.\w[\w./?&=%~-]*[/?&=-]$")
_PART_OF_EMAIL = regex(r"[\w.+-]{1,64}(?:@[\w.-]{0,80})?$")
_REST_OF_EMAIL = regex(r"[\w.+-]{0,64}@?[\w.-]{1,80}(?=$|[\s|,;])")
_PART_OF_NUMBER = regex(r"\+\d{1,3}[\s.-]?\(?\d{0,4}\)?$|\+\d{1,3}[\s.-](?:\(0\)\s?)?\d{2,5}$")


def restored(lines: Sequence[Line]) -> list[Line]:
    """An address or a phone number that ran over its line put together again."""
    kept: list[Line] = []
    for line in lines:
        before = kept[-1].segments[-1] if kept else None
        number = before is not None and _PART_OF_NUMBER.search(before.text.value)
        first = line.segments[0]
        mail = before is not None and _rest_of_email(before, first)
        if before is None or not (number or mail or _PART_OF_URL.search(before.text.value)):
            kept.append(line)
            continue
        match = re.match(r"[\d\s().-]+" if number else r"[\w./?&=%~-]+", first.text.value)
        end = mail or (match.end() if match else 0)
        joined = Text.join([before.text, first.text[:end]], " " if number else "")
        wide = replace(before, text=joined, links=(*before.links, *first.links[:1]))
        kept[-1] = replace(kept[-1], segments=(*kept[-1].segments[:-1], wide))
        rest = replace(first, text=first.text[end:].strip(), links=first.links[1:])
        segments = (rest, *line.segments[1:]) if rest.text else line.segments[1:]
        if segments:
            kept.append(replace(line, segments=segments))
    return kept


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
