"""The body of an entry: what was done, with what, and what is said besides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from standout.model import Entry, Link, Statement
from standout.patterns import regex
from standout.readers.structure import joining, pieces
from standout.readers.structure.actions import names_deed
from standout.readers.structure.units import (
    TECHNOLOGY,
    Unit,
    is_labelled,
    is_subheading,
    is_tags,
)
from standout.source import Text

_SIGN = regex(r"[,;|•·∙、，\t]")


def with_body(entry: Entry, body: Sequence[Unit]) -> Entry:
    """The entry with its statements, descriptions, labelled lines and what sub-headings name."""
    statements: list[Statement] = []
    description: list[Text] = []
    keywords: list[Text] = list(entry.keywords)
    found_links: list[Link] = list(entry.links)
    notes: list[Text] = list(entry.notes)
    glyphs = any(unit.kind == "bullet" for unit in body)
    listed = _listed(body)
    under = ""
    for index, unit in enumerate(body):
        label = is_labelled(unit.value)
        if is_subheading(unit):
            under = unit.value.strip(" :")
            notes.append(unit.text)
        elif TECHNOLOGY.fullmatch(under) and len(unit.value) < 300:
            keywords += items(unit.text)
        elif label is not None and TECHNOLOGY.fullmatch(label) and len(unit.value) < 300:
            keywords += items(unit.text[len(label) + 1 :])
        elif is_tags(unit.lines) and unit.kind != "bullet":
            keywords += [segment.text for line in unit.lines for segment in line.segments]
        elif unit.kind == "bullet" or (
            not glyphs and (index in listed or (not listed and _is_statement(unit)))
        ):
            statements.append(joining.statement(unit.lines))
        elif (made := pieces.lone_link(unit)) is not None:
            found_links.append(made)
        elif unit.kind == "note" and label is None:
            notes.append(unit.text)
        else:
            description.append(unit.text)
    return replace(
        entry,
        statements=(*entry.statements, *statements),
        description=(*entry.description, *description),
        keywords=tuple(keywords),
        links=tuple(found_links),
        notes=tuple(notes),
    )


def _listed(body: Sequence[Unit]) -> set[int]:
    """The paragraphs of a list that has lost its glyphs, by index.

    Those that stand further to the right than the body begins, or else all of them if most tell
    of something done.
    """
    told = [
        (index, unit)
        for index, unit in enumerate(body)
        if unit.kind in ("prose", "head") and not is_labelled(unit.value)
    ]
    doing = {index for index, unit in told if names_deed(unit.value)}
    lefts = {index: unit.lines[0].indent for index, unit in told}
    margin = min((unit.lines[0].indent for unit in body), default=0.0)
    inner = {index for index, left in lefts.items() if left > margin + 3}
    if len(inner) >= 2 and 2 * len(inner & doing) >= len(inner):
        return inner
    return set(lefts) if len(told) >= 2 and 3 * len(doing) >= 2 * len(told) else set()


def _is_statement(unit: Unit) -> bool:
    value = unit.value
    return names_deed(value) and len(re.findall(r"[.!?]\s+[A-Z]", value)) == 0


def items(text: Text) -> Iterable[Text]:
    """The items of a list, brackets kept whole: 'AWS (S3, EC2), Docker'."""
    value = text.value
    if _SIGN.search(value) is None and value.count(" / ") > 1:
        yield from text.split(r"\s+/\s+")
        return
    depth = 0
    start = 0
    for index, char in enumerate(value):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and _separates(value, index):
            if text[start:index].strip(" ."):
                yield text[start:index].strip()
            start = index + 1
    last = text[start:].strip()
    if last:
        yield last[: len(last) - 1] if last.value.endswith(".") and len(last) > 3 else last


def _separates(value: str, index: int) -> bool:
    char = value[index]
    if char in ";|•·∙、，\t":
        return True
    # A comma inside a number ('1,000') belongs to it.
    return char == "," and not (
        value[index - 1 : index].isdigit() and value[index + 1 : index + 2].isdigit()
    )
