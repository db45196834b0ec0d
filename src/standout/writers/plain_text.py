"""Plain text to paste into the fields of an application form.

A form wraps lines by itself and knows no type, so each paragraph is one line, headings are
capitals, and addresses and maths are spelled out.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from standout.patterns import regex
from standout.writers.lines import address
from standout.writers.sheet import Contact, Group, Item, Line, Part, Run, Sheet

_GAP = " " * 4
"""Between title and dates, organization and place: no bar or comma parts them as surely."""
_BULLET = "- "
_UNPRINTABLE = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_MARK = {"super": "^", "sub": "_"}
_SINGLE = regex(r"[-+]?\w+(?:\.\w+)?|\W")
"""A raised or lowered stretch that needs no parentheses."""


def write(sheet: Sheet) -> str:
    """The text of a sheet: UTF-8 characters, lines ended by a line feed."""
    blocks = [_header(sheet), *(block for part in sheet.parts for block in _part(part))]
    written = ("\n".join(filter(None, map(_stripped, block))) for block in blocks)
    text = "\n\n".join(filter(None, written))
    return f"{text}\n" if text else ""


def _header(sheet: Sheet) -> list[str]:
    return [sheet.name, sheet.headline, *map(_contact, sheet.contacts)]


def _part(part: Part) -> Iterator[list[str]]:
    """The blocks of a section; the heading stands right above the first."""
    loose = [_statement(line) for line in part.statements]
    prose = [_spelled(line) for line in part.paragraphs]
    blocks = prose, _groups(part.groups), *map(_item, part.items), loose
    filled = [block for block in blocks if block]
    yield [part.heading.upper(), *(filled[0] if filled else ())]
    yield from filled[1:]


def _groups(groups: tuple[Group, ...]) -> list[str]:
    """Named groups have a line each; those without a name, such as languages, share one."""
    named = [_group(each) for each in groups if each.name]
    unnamed = ", ".join(_group(each) for each in groups if not each.name)
    return [*named, unnamed] if unnamed else named


def _group(group: Group) -> str:
    items = ", ".join(group.items)
    level = f" ({group.level})" if group.level else ""
    return f"{group.name}{level}: {items}" if group.name else f"{items}{level}"


def _item(item: Item) -> list[str]:
    return [
        # An address on a line of its own would be taken for the end of the entry.
        _joined(item.title, item.dates, *map(_link, item.links)),
        _joined(item.organization, item.location),
        _spelled(item.authors),
        item.venue,
        ", ".join(item.keywords),
        item.grade,
        ", ".join(item.courses),
        *item.notes,
        *item.description,
        *map(_statement, item.statements),
    ]


def _joined(*pieces: str) -> str:
    return _GAP.join(filter(None, pieces))


def _statement(line: Line) -> str:
    text = _spelled(line)
    return f"{_BULLET}{text}" if text.strip() else ""


def _contact(contact: Contact) -> str:
    """An address of the header stands in short, as people write it."""
    return contact.text + _target(contact.text, contact.url)


def _link(link: Contact) -> str:
    """A link of an entry stands in full, for who pastes it into a field for addresses."""
    short = address(link.url) in ("", address(link.text))
    return link.url or link.text if short else f"{link.text} ({link.url})"


def _target(words: str, url: str) -> str:
    """Where a link leads, behind words that do not say so."""
    return "" if address(url) in ("", address(words)) else f" ({url})"


def _spelled(line: Line) -> str:
    """The characters of a line, with the address behind each link."""
    parts: list[str] = []
    for url, group in itertools.groupby(line, key=lambda run: run.url):
        runs = list(group)
        words = "".join(run.text for run in runs)
        parts += [*map(_shifted, runs, [*runs[1:], Run("")]), _target(words.strip(), url)]
    return "".join(parts)


def _shifted(run: Run, following: Run) -> str:
    """Raised and lowered characters behind `^` and `_`, which everybody reads."""
    mark = _MARK.get(run.shift, "")
    if not mark or not run.text.strip():
        return run.text
    text = run.text.replace("\N{MINUS SIGN}", "-")
    touched = not following.shift and re.match(r"\w", following.text)
    alone = _SINGLE.fullmatch(text) and not touched
    return f"{mark}{text}" if alone else f"{mark}({text})"


def _stripped(line: str) -> str:
    """On one line, without white space at both ends and without what UTF-8 cannot say."""
    return _UNPRINTABLE.sub(" ", line).strip()
