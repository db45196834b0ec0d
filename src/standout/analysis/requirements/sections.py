"""Which rows of a posting stand where something is asked for, and how much it is insisted on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from standout.analysis.requirements import headless
from standout.analysis.requirements.rows import Row
from standout.model.posting import Level
from standout.patterns import regex
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import demands
from standout.vocabulary.demands import Part, Wording

_LABEL = regex(r"([^:.!?\n]{2,60}?)\s?(?::\s{1,3}|\s[–—-]\s|\s\|\s)(?=\S)")
_INNER_LABEL = regex(r"(?:(?<=[.!?;)] )|(?<=[.!?;)]  ))([A-Z][^:.!?;\n]{2,50}):\s")
_SENTENCE_END = regex(r"[.!?;,…]['\"”)]?\s*$")
_WORD = regex(r"[^\W\d_]+")
_QUESTION = regex(
    r"(?:what|who|where|why|how|when|our|about|life|working|join|meet|more|was|wer|wo|warum|über|"
    r"unser|notre|nuestro|wat|wie|waar|ons|onze)\b",
    re.IGNORECASE,
)
_WOULD = regex(
    r"\b(?:would|might|could|serait|seraient|aimerions|wäre|wären|würden?|sería|serían|gustaría|zou|"
    r"zouden)\b(?! you\b)",
    re.IGNORECASE,
)
_BOLD, _COLON, _PLAIN = 7, 8, 9
"""How deep headings stand that are no headings of the format."""
_LONGEST_PLAIN = 90
"""Characters of a heading that nothing but its words marks."""
_LONG_BLOB = 400
_LINE = 400
"""Characters of a line that may come again."""
_LOOK = 9
"""Rows behind a heading of unknown words that tell what it opens."""
_LABELLED = frozenset({Part.REQUIRED, Part.PREFERRED, Part.PART, Part.OTHER})


@frozen
class Asked:
    """A text that may ask for something. Unless it is `sure`, its own words have to say so."""

    text: Text
    level: Level
    sure: bool
    item: bool = False


@frozen
class _Section:
    """Where the reader stands: None for a part that no heading told."""

    part: Part | None = None
    depth: int = _PLAIN
    inline: bool = False
    """A label opened it that has its text on the same line."""
    listed: bool = False
    """An item of a list was met in it."""
    over: bool = False
    """Something was met that no list of requirements goes on behind."""
    lines: int = 0
    ended: int = 0
    """Its paragraphs, and how many of them end as sentences do."""
    indent: int | None = None
    """The indent of the item that opened it, which ends with the next item no deeper."""

    @property
    def met(self) -> bool:
        """Something stands in it already."""
        return self.listed or self.lines > 0

    @property
    def asks(self) -> bool:
        return self.part in (Part.REQUIRED, Part.PREFERRED)


def asked(rows: Sequence[Row]) -> Iterator[Asked]:
    """The texts that may ask for something, in order, each with the level of its section."""
    section, outer = _Section(), _Section()
    parts = _unglued(rows)
    met = False
    for at, row in enumerate(parts):
        following = parts[at + 1] if at + 1 < len(parts) else None
        met = met or (section.part is Part.REQUIRED and section.met)
        if row.told:
            continue
        if section.indent is not None and row.bullet and row.indent <= section.indent:
            section = outer
        value = row.text.value
        looks = _looks(value) if len(value) <= _LINE else _of_looks(value)
        ordinary = row.depth is None and not row.bold and (looks.item if row.bullet else looks.long)
        opened = None if ordinary else _opened(row, following, section)
        if opened is not None:
            if opened.part is None and opened is not section and not row.bullet:
                guess = headless.part_of(value, parts[at + 1 : at + _LOOK], met=met)
                opened = replace(opened, part=guess)
            outer = section if opened.indent is not None else outer
            section = opened
            continue
        if looks.label is not None:
            wording, end = looks.label
            here = _within(wording, _COLON, _Section() if section.inline else section)
            if not row.bullet and wording.part is not Part.PART and not _is_field(row):
                section = replace(here, inline=True)
            yield from _ask(row.text[end:].strip(), row.bullet, here)
            continue
        section = _beyond(row, section)
        if section.part is not Part.OTHER and not _leads(row, following):
            yield from _ask(row.text, row.bullet, section)


class _Looks(NamedTuple):
    """What the words of a row are, whatever stands around it.

    `item` says that nothing but its place could make it a heading where it is an item of a list,
    `long` the same where it is none: most rows are items or long. `label` is what a label at its
    start says, and where what it labels begins.
    """

    item: bool
    long: bool
    label: tuple[Wording, int] | None


def _of_looks(value: str) -> _Looks:
    bare = value.strip()
    ordinary = not bare.endswith(":") and not bare.isupper()
    return _Looks(ordinary, ordinary and len(bare) > _LONGEST_PLAIN, _labelled(value))


_looks = lru_cache(maxsize=16_384)(_of_looks)
"""Postings repeat each other's lines."""


def _leads(row: Row, following: Row | None) -> bool:
    """A few words and a colon above a list ask for nothing, the items do."""
    if row.bullet or following is None or not following.bullet:
        return False
    value = row.text.value
    return value.endswith(":") and len(value.split()) <= 8


def _beyond(row: Row, section: _Section) -> _Section:
    """The section behind what a row tells of it."""
    if row.bullet:
        return section if section.listed else _listed(section)
    if not section.asks:
        return section
    value = row.text.value
    stands = len(value.split()) <= 7 and not _SENTENCE_END.search(value)
    broken = stands and section.lines >= 3 and section.ended * 3 >= section.lines * 2
    over = section.over or broken or "boilerplate" in demands.said(value).phrases
    ended = section.ended + bool(_SENTENCE_END.search(value))
    return _Section(
        section.part,
        section.depth,
        section.inline,
        section.listed,
        over,
        section.lines + 1,
        ended,
        section.indent,
    )


def _listed(section: _Section) -> _Section:
    """The same with an item: `replace` costs several times as much, and every list begins once."""
    part, depth, inline = section.part, section.depth, section.inline
    over, lines, ended = section.over, section.lines, section.ended
    return _Section(
        part, depth, inline, listed=True, over=over, lines=lines, ended=ended, indent=section.indent
    )


def _ask(text: Text, item: bool, section: _Section) -> tuple[Asked, ...]:  # noqa: FBT001 - private
    if section.part is Part.OTHER:
        return ()
    level = Level.PREFERRED if section.part is Part.PREFERRED else Level.REQUIRED
    # A paragraph behind a list is no item of it.
    sure = section.asks and (item or not (section.listed or section.over))
    return (Asked(text, level, sure, item),)


def _opened(row: Row, following: Row | None, section: _Section) -> _Section | None:
    """The section that a row opens, or None where it is no heading."""
    value = row.text.value.strip()
    depth = _marked(row, value)
    if row.bullet and value.isupper():
        return _numbered(value, section)
    if depth is None and (row.bullet or len(value) > _LONGEST_PLAIN):
        return None
    wording = demands.heading(value) or _wished(row, value, following, section)
    if depth is None:
        if wording is not None and _stands_alone(row, value, wording, following):
            return _within(wording, _PLAIN, section)
        if _asks_nothing_known(row, value, wording) or _follows(row, following, section):
            return _Section(None, _PLAIN)
        return None
    if _SENTENCE_END.search(value.rstrip("?")) and depth >= _BOLD:
        return None
    if depth == _COLON or row.bullet:
        return _by_colon(row, wording, section, following)
    if wording is None:
        return section if depth > section.depth and section.part else _Section(None, depth)
    return _within(wording, depth, section)


def _wished(row: Row, value: str, following: Row | None, section: _Section) -> Wording | None:
    """Unknown words that would like something, above the list behind what is asked for."""
    leads = following is not None and following.bullet and not row.bullet
    if section.part is Part.REQUIRED and section.listed and leads and _WOULD.search(value):
        return Wording(Part.PREFERRED, whole=True)
    return None


def _numbered(value: str, section: _Section) -> _Section | None:
    """'3. SELECTION CRITERIA' looks like an item and is a heading."""
    wording = demands.heading(value)
    known = wording is not None and wording.whole and wording.part is not Part.PART
    return _within(wording, _BOLD, section) if wording is not None and known else None


def _by_colon(
    row: Row, wording: Wording | None, section: _Section, following: Row | None
) -> _Section | None:
    """A line that ends in a colon opens a section only where its words say which."""
    if wording is None and not row.bullet and _tells(row.text.value, following):
        return _Section(None, _COLON)
    if wording is None or (wording.part is Part.PART and not wording.whole):
        return None
    if row.bullet and not wording.whole:
        return None
    opened = _within(wording, _COLON, section)
    return replace(opened, indent=row.indent) if row.bullet else opened


def _tells(value: str, following: Row | None) -> bool:
    """Say whether a line of unknown words leads to something that nobody asks for."""
    if _QUESTION.match(value):
        return True
    words = value.split()
    capitals = all(word[:1].isupper() or len(word) < 4 for word in words)
    return capitals and 3 <= len(words) <= 8 and not (following is not None and following.bullet)


def _within(wording: Wording, depth: int, section: _Section) -> _Section:
    if wording.part is Part.PART:
        if section.part is Part.PREFERRED and depth <= section.depth and section.met:
            # What is wished for has been told: this is a part of its own, if a list stands in it.
            return _Section(Part.REQUIRED, depth, listed=True)
        keeps = section.asks or (section.part is Part.OTHER and depth > section.depth)
        return section if keeps else _Section(Part.REQUIRED, depth)
    return _Section(None if wording.part is Part.MIXED else wording.part, depth)


def _marked(row: Row, value: str) -> int | None:
    """How deep a row stands as a heading, if its looks make it one."""
    if row.depth is not None:
        return row.depth
    if row.bold and len(value.split()) <= 14:
        return _BOLD
    if value.endswith(":") and len(value.split()) <= 20:
        return _COLON
    if row.bullet or not value.isupper() or len(value.split()) > 8:
        return None
    return _BOLD if sum(map(str.isalpha, value)) >= 4 else None


def _stands_alone(row: Row, value: str, wording: Wording, following: Row | None) -> bool:
    """A plain line is a heading when it says nothing else, or leads to a list."""
    if row.bullet or _SENTENCE_END.search(value.rstrip("?")):
        return False
    leads = following is not None and following.bullet and wording.part is not Part.PART
    return len(value.split()) <= (16 if leads else 9) and (wording.whole or leads)


def _follows(row: Row, following: Row | None, section: _Section) -> bool:
    """A few words between two lists open the second, as do those that end in 'if you'."""
    value = row.text.value
    short = len(value.split()) <= 9 and not _SENTENCE_END.search(value)
    opens = section.listed or headless.is_condition(value)
    return opens and short and following is not None and following.bullet


def _asks_nothing_known(row: Row, value: str, wording: Wording | None) -> bool:
    """A short line in the manner of a heading, about something unknown: 'Where we work'."""
    words = value.split()
    if row.bullet or not 2 <= len(words) <= 7 or _SENTENCE_END.search(value.rstrip("?")):
        return False
    if value.endswith("?"):
        return wording is None or wording.part is Part.OTHER
    capitals = all(word[:1].isupper() or len(word) < 4 for word in words)
    return (capitals or row.gap) and wording is None and _QUESTION.match(value) is not None


def _labelled(value: str) -> tuple[Wording, int] | None:
    """'Must have: Python' is a heading and what stands under it, from where on."""
    marks = ":" in value or " - " in value or " – " in value or " — " in value or " | " in value
    match = _LABEL.match(value) if marks else None
    if match is None:
        return None
    wording = demands.heading(match[1].strip(" *-•"))
    if wording is None or not wording.whole or wording.part not in _LABELLED:
        return None
    if wording.part is Part.OTHER and len(_WORD.findall(match[1])) > 5:
        return None
    if wording.part is Part.PART and ":" not in match[0]:
        return None
    return wording, match.end()


def _is_field(row: Row) -> bool:
    """'Location: Berlin' says one thing and opens nothing."""
    return len(row.text.value) < 100 and not row.gap


def _unglued(rows: Sequence[Row]) -> list[Row]:
    """A posting whose line ends were lost is cut where a label stands behind a sentence."""
    parts: list[Row] = []
    for row in rows:
        if len(row.text.value) < _LONG_BLOB or row.bullet:
            parts.append(row)
        else:
            parts += _cut(row)
    return parts


def _cut(row: Row) -> Iterator[Row]:
    start = 0
    for match in _INNER_LABEL.finditer(row.text.value):
        wording = demands.heading(match[1])
        if wording is not None and wording.whole:
            yield row._replace(text=row.text[start : match.start()].strip(), gap=True)
            start = match.start()
    yield row._replace(text=row.text[start:].strip(), gap=row.gap or start > 0)
