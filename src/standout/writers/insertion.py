"""Further entries for a profile, as edits that leave all else in its file as it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from standout.diagnostic import Edit
from standout.model import Entry
from standout.model.room import Room
from standout.source import Source, Span
from standout.writers import yaml_text
from standout.writers.profile_tree import Tree, entry

Addition = tuple[int, Entry]
"""An entry, and the number of the one that it goes before."""


def edits(room: Room, additions: Sequence[Addition], source: Source) -> tuple[Edit, ...]:
    """The edits that write entries into their room, each place once."""
    by_place = groupby(sorted(additions, key=lambda each: each[0]), key=lambda each: each[0])
    return tuple(
        _edit(room, index, [entry(each) for _, each in several], source)
        for index, several in by_place
    )


def _edit(room: Room, index: int, trees: list[Tree], source: Source) -> Edit:
    at = room.before[index]
    text = source.text
    if room.indent is None:
        return Edit(Span(at, at), _in_brackets(room, trees, text[:at], text[at:]))
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = list(_lines(room, trees))
    if room.spaced and index:
        lines.insert(0, "")
    elif room.spaced:
        lines.append("")
    opening = "" if not at or text[at - 1] == "\n" else newline
    return Edit(Span(at, at), opening + "".join(line + newline for line in lines))


def _lines(room: Room, trees: Iterable[Tree]) -> Iterator[str]:
    if room.key:
        yield from ("", f"{room.key}:")
    for number, tree in enumerate(trees):
        if number and room.spaced:
            yield ""
        yield from yaml_text.item(tree, " " * (room.indent or 0))


def _in_brackets(room: Room, trees: Iterable[Tree], before: str, behind: str) -> str:
    """A list between brackets is JSON, which YAML reads too."""
    items = ", ".join(json.dumps(tree, ensure_ascii=False) for tree in trees)
    text = f'"{room.key}": [{items}]' if room.key else items
    opened = before.rstrip()[-1:] in ("[", "{", ",")
    closes = behind.lstrip()[:1] in ("]", "}")
    return ("" if opened else ", ") + text + ("" if closes else ", ")
