"""The place that stands at the end of a piece of a head."""

from __future__ import annotations

import re
from dataclasses import replace

from standout.patterns import regex
from standout.readers.structure.pieces import Piece
from standout.source import Text
from standout.vocabulary import places, roles

_CAMPUS = regex(
    r"(?:National )?University of ((?:[A-Z]\w+ ?){1,3}), [A-Z]\w+(?:[ -][A-Z]\w+){0,2}(?! ?[,(])"
    r"|UC [A-Z]\w+",
)


def split_places(piece: Piece) -> tuple[list[Piece], Text | None]:
    """A piece without the place at its end: 'Acme, Berlin, Germany' -> 'Acme' and the place."""
    value = piece.value
    if places.is_place(value) or ((piece.right or piece.placed) and places.may_be_place(value)):
        return [], piece.text
    bracket = re.search(r"\s*\(([^()]+)\)$", value)
    if bracket is not None and (places.is_place(bracket[1]) or places.may_be_place(bracket[1])):
        place = piece.text[bracket.start(1) : bracket.end(1)]
        return [replace(piece, text=piece.text[: bracket.start()])], place
    if is_campus(value):
        return [piece], None
    for comma in re.finditer(",", value):
        rest = piece.text[comma.end() :].strip()
        first, _, behind = rest.value.partition(",")
        if first == behind.strip():
            continue  # 'University of Ireland, Galway, Galway'
        if places.is_place(rest.value) and value[: comma.start()].strip():
            return [replace(piece, text=piece.text[: comma.start()].strip())], rest
        before = value[: comma.start()]
        town = before.count(",") > 0 or roles.title_words(before) or _is_town_and_region(rest.value)
        if town and places.may_be_place(rest.value):
            return [replace(piece, text=piece.text[: comma.start()].strip())], rest
    return [piece], None


def _is_town_and_region(value: str) -> bool:
    """'Boise, Idaho' behind the name of an employer."""
    return value.count(",") == 1 and not roles.title_words(value)


def is_campus(value: str) -> bool:
    """A university whose name ends in the place of its campus."""
    match = _CAMPUS.fullmatch(value)
    return match is not None and (match[1] is None or places.is_region(match[1]))
