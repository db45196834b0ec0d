"""Which rows of a posting stand where something is asked for, and how much it is insisted on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from standout.analysis.requirements import employer, headless, labels
from standout.analysis.requirements.rows import Row
from standout.model.posting import Level
from standout.patterns import regex
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import demands
from standout.vocabulary.demands import Part, Wording

_SENTENCE_END = regex(r"[.!?;,…]['\"”)]?\s*$")
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
_YEARS = regex(r"\d\+?\s?(?:years?|yrs?)\b", re.IGNORECASE)
_NEEDS = regex(r"\b(?:needs|requires|(?:must|should) (?:have|bring|be))\s?:$", re.IGNORECASE)
"""What somebody or something needs, in the words before a list: 'The next hire needs:'."""
_SEVERAL = 3
"""Paragraphs behind which a section shows how it speaks."""
_BOLD, _COLON, _PLAIN = 7, 8, 9
"""How deep headings stand that are no headings of the format."""
_LONGEST_PLAIN = 90
"""Characters of a heading that nothing but its words marks."""
_NOUN = regex(r"(?:[A-Z][\w-]*\s(?:and\s|&\s)?){1,3}(?:Qualifications|Requirements|Criteria):?")
"""A title of a few words that ends as such lists are called: 'Threshold Qualifications'."""
_CAPITAL = regex(r"\W*[A-ZÀ-ÖØ-Þ]")
_FEW = 5
"""Words of a heading that holds a name."""
_PARAGRAPH = 60
"""Characters of a text that is no heading."""
_LOOK = 9
"""Rows behind a heading of unknown words that tell what it opens."""


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
    tight: int = 0
    """Its paragraphs with no white space above them, between which and the next some stands."""

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
    parts = labels.unglued(rows)
    met = False
    for at, row in enumerate(parts):
        met = met or (section.part is Part.REQUIRED and section.met)
        if row.told:
            continue
        if section.indent is not None and row.bullet and row.indent <= section.indent:
            section = outer
        opened = _begun(parts, at, section, met=met)
        if opened is not None:
            outer = section if opened.indent is not None else outer
            section = opened
            continue
        label = labels.labelled(row)
        if label is not None:
            wording, rest = label
            here = _behind(row, label, parts[at - 1] if at else None, section)
            opens = here is not section and wording.part is not Part.PART
            if opens and not row.bullet and not labels.is_field(row):
                section = replace(here, inline=True)
            yield from _ask(rest, row.bullet, here)
            continue
        section = _beyond(row, section)
        if section.part is not Part.OTHER and (row.bullet or not _leads(row, _next(parts, at))):
            yield from _ask(row.text, row.bullet, _as_said(row, section))


def _as_said(row: Row, section: _Section) -> _Section:
    """The section as it is for a row: a statement among demands has to say itself that it asks."""
    few = section.lines < _SEVERAL and not section.inline
    if row.bullet or section.over or few or not section.asks:
        return section
    return replace(section, over=True) if employer.states(row.text.value) else section


def _next(parts: Sequence[Row], at: int) -> Row | None:
    return parts[at + 1] if at + 1 < len(parts) else None


def _begun(parts: Sequence[Row], at: int, section: _Section, *, met: bool) -> _Section | None:
    """The section that begins with a row, in view of the list below it where its words tell none.

    `met` says that a list of what is required stands above.
    """
    row = parts[at]
    if _is_ordinary(row):
        return None
    following = _next(parts, at)
    opened = _opened(row, following, section)
    below = parts[at + 1 : at + _LOOK]
    if opened is None:
        told = (
            section.listed and not row.bullet and _leads(row, following) and headless.gives(below)
        )
        return _Section(Part.OTHER, _COLON) if told else None
    if opened.part is not None or opened is section or row.bullet:
        return opened
    guess = headless.part_of(row.text.value, below, met=met)
    if section.part is Part.OTHER and guess is None and headless.does(below):
        return section
    return replace(opened, part=guess)


def _behind(
    row: Row, label: tuple[Wording, Text], above: Row | None, section: _Section
) -> _Section:
    """The section of what stands behind a label."""
    if _is_beside(row, label, above, section):
        return section
    return _within(label[0], _COLON, _Section() if section.inline else section)


def _is_beside(row: Row, label: tuple[Wording, Text], above: Row | None, section: _Section) -> bool:
    """Say whether a label is one of several in its section, and opens nothing of its own."""
    wording, rest = label
    if section.part is None:
        return False
    if wording.part is Part.PART and section.asks:
        return not row.gap
    if wording.part not in (Part.PART, Part.OTHER) or section.inline or above is None:
        return False
    if wording.part is Part.OTHER and section.asks and not labels.asks_itself(rest):
        return False
    alike = above.bullet == row.bullet and not labels.is_field(above)
    return alike and labels.has_label(above)


def _is_ordinary(row: Row) -> bool:
    """Say whether nothing but its place could make a row a heading: most are items or long."""
    if row.depth is not None or row.bold:
        return False
    value = labels.called(row.text.value.strip())
    plain = row.bullet or len(value) > _LONGEST_PLAIN
    return plain and not value.endswith(":") and not value.isupper()


def _leads(row: Row, following: Row | None) -> bool:
    """A few words and a colon ask for nothing, what stands below them does."""
    value = row.text.value
    if not value.endswith(":"):
        return False
    words = len(value.split())
    return words <= _FEW or (words <= 8 and following is not None and following.bullet)


def _beyond(row: Row, section: _Section) -> _Section:
    """The section behind what a row tells of it."""
    if row.bullet:
        return section if section.listed else _listed(section)
    if not section.asks:
        return section
    value = row.text.value
    ends = _SENTENCE_END.search(value) is not None
    several = section.lines >= 3
    stands = len(value.split()) <= 7 and not ends
    broken = stands and several and section.ended * 3 >= section.lines * 2
    told = several and not section.ended and ends and ". " in value
    apart = row.gap and section.tight > 0
    spoken = ends and (section.lines >= 2 or section.inline) and employer.speaks(value)
    over = section.over or broken or told or apart or spoken or employer.is_told(value)
    ended = section.ended + ends
    tight = section.tight + (section.lines > 0 and not row.gap)
    return _Section(
        section.part,
        section.depth,
        section.inline,
        section.listed,
        over,
        section.lines + 1,
        ended,
        section.indent,
        tight,
    )


def _listed(section: _Section) -> _Section:
    """The same with an item: `replace` costs several times as much, and every list begins once."""
    part, depth, inline = section.part, section.depth, section.inline
    over, lines, ended = section.over, section.lines, section.ended
    indent, tight = section.indent, section.tight
    return _Section(part, depth, inline, True, over, lines, ended, indent, tight)  # noqa: FBT003


def _ask(text: Text, item: bool, section: _Section) -> tuple[Asked, ...]:  # noqa: FBT001 - private
    if section.part is Part.OTHER:
        return ()
    level = Level.PREFERRED if section.part is Part.PREFERRED else Level.REQUIRED
    # A paragraph behind a list is no item of it.
    sure = section.asks and (item or not (section.listed or section.over))
    return (Asked(text, level, sure, item),)


def _opened(row: Row, following: Row | None, section: _Section) -> _Section | None:
    """The section that a row opens, or None where it is no heading."""
    value = labels.called(row.text.value.strip())
    depth = _marked(row, value)
    if row.bullet and value.isupper():
        return _numbered(value, section)
    if depth is None and (row.bullet or len(value) > _LONGEST_PLAIN):
        return None
    wording = demands.heading(value) or _wished(row, value, following, section)
    wording = wording or _conditional(row, value, section)
    if depth is None:
        if wording is not None and _stands_alone(row, wording, following, section):
            return _within(wording, _PLAIN, section)
        if section.asks and _leads_to_telling(value, following):
            return _Section(None, _PLAIN)
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
    """Unknown words that need something above a list, or would like more behind it."""
    if row.bullet or not (_is_above_items(following) or value.endswith(":")):
        return None
    if _NEEDS.search(value):
        return Wording(Part.REQUIRED, whole=True)
    if section.part is Part.REQUIRED and section.met and _WOULD.search(value):
        return Wording(Part.PREFERRED, whole=True)
    return None


def _conditional(row: Row, value: str, section: _Section) -> Wording | None:
    """Unknown words that end in 'if you' above lines that are no items: 'This could be you if'."""
    if row.bullet or not headless.is_condition(value):
        return None
    if headless.is_refusal(value):
        return Wording(Part.OTHER, whole=True)
    told = section.part is Part.REQUIRED and section.met
    return Wording(Part.PREFERRED if told else Part.REQUIRED, whole=True)


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
    if value.endswith(":") and len(value.split()) <= 20 and not _YEARS.search(value):
        return _COLON
    if row.bullet or not value.isupper() or len(value.split()) > 8:
        return None
    if " " not in value and headless.asks(value) and demands.heading(value) is None:
        return None
    return _BOLD if sum(map(str.isalpha, value)) >= 4 else None


def _stands_alone(row: Row, wording: Wording, following: Row | None, section: _Section) -> bool:
    """A plain line is a heading when it says nothing else, or leads to a list."""
    value = labels.called(row.text.value.strip())
    if row.bullet or _SENTENCE_END.search(value.rstrip("?…")) or _YEARS.search(value):
        return False
    leads = _is_above_items(following) and wording.part is not Part.PART
    if _NOUN.fullmatch(value) and wording.part is not Part.OTHER:
        return True
    named = wording.named and len(value.split()) <= _FEW and _CAPITAL.match(value) is not None
    if wording.part is Part.PART:
        named = named and section.asks and _is_above_items(following)
    return len(value.split()) <= (20 if leads else 9) and (wording.whole or leads or named)


def _follows(row: Row, following: Row | None, section: _Section) -> bool:
    """A few words between two lists open the second, as do those that end in 'if you'."""
    value = row.text.value
    short = len(value.split()) <= 9 and not _SENTENCE_END.search(value)
    opens = section.listed or headless.is_condition(value)
    return opens and short and following is not None and following.bullet


def _is_above_items(following: Row | None) -> bool:
    return following is not None and following.bullet


def _leads_to_telling(value: str, following: Row | None) -> bool:
    """A few words above a paragraph in which the employer speaks of itself."""
    if following is None or following.bullet or len(following.text.value) < _PARAGRAPH:
        return False
    few = len(value.split()) <= _FEW + 2 and not _SENTENCE_END.search(value.rstrip("?"))
    return few and not headless.asks(value) and employer.is_told(following.text.value)


def _asks_nothing_known(row: Row, value: str, wording: Wording | None) -> bool:
    """A short line in the manner of a heading, about something unknown: 'Where we work'."""
    words = value.split()
    if row.bullet or not 2 <= len(words) <= 7 or _SENTENCE_END.search(value.rstrip("?")):
        return False
    if value.endswith("?"):
        return wording is None or wording.part is Part.OTHER
    capitals = all(word[:1].isupper() or len(word) < 4 for word in words)
    unknown = wording is None or (wording.part is Part.OTHER and row.gap)
    return (capitals or row.gap) and unknown and _QUESTION.match(value) is not None
