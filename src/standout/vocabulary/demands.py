"""What postings say of what they ask for: the wordings of headings, wishes, duties and waivers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache, lru_cache
from operator import itemgetter

import ahocorasick_rs

from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import tables
from standout.vocabulary.matcher import Matcher, fold, is_token, lower, plain

_WORD = regex(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_TOGETHER = regex(r"\band\b|\bund\b|\bet\b|\by\b|\ben\b|[&/+,|]")
_LONGEST_HEADING = 110
_MOST_NAMES = 2
_NEAR = 16
"""Characters between two parts of which a heading names both."""
_ASIDE = regex(r"\([^()]{1,12}\)")
"""'(BQs)' behind the words that it stands for."""
_STRICT = frozenset({"required", "minimum", "must have", "must haves", "mandatory", "essential"})


class Part(Enum):
    """What a heading opens. MIXED asks and tells; PART belongs to what it stands in."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    OTHER = "other"
    PART = "part"
    MIXED = "mixed"


@frozen
class Wording:
    """What the words of a heading say; `whole` where they say nothing else.

    `named` where they say nothing else but a name or two: 'Acme Values'.
    """

    part: Part
    whole: bool
    named: bool = False


class Cue(Enum):
    """How a few words bend what stands beside them."""

    BEHIND = "behind"
    BEFORE = "before"
    REQUIRED = "required"
    WAIVED = "waived"
    WAIVING = "waiving"
    NEUTRAL = "neutral"
    """Words that look like one of the others: 'as required'."""


Spans = tuple[tuple[int, int], ...]


@frozen
class Said:
    """The known wordings of one line, found in one pass over it.

    `stems` names the groups of patterns that can match in the line at all: what is not named
    need not be searched for.
    """

    cues: tuple[tuple[Cue, int, int], ...]
    phrases: Mapping[str, Spans]
    stems: frozenset[str]

    def within(self, group: str, start: int, end: int) -> bool:
        """Say whether a phrase of a group stands in `[start, end)` of the line."""
        spans = self.phrases.get(group, ())
        return any(start <= first and last <= end for first, last in spans)

    def begins(self, group: str, start: int, end: int) -> bool:
        """Say whether `[start, end)` of the line begins with a phrase of a group."""
        spans = self.phrases.get(group, ())
        return any(first == start and last <= end for first, last in spans)

    def cues_in(self, start: int, end: int) -> list[tuple[Cue, int, int]]:
        """The words of `[start, end)` that say how much it insists, by their place in it."""
        return [
            (cue, first - start, last - start)
            for cue, first, last in self.cues
            if start <= first and last <= end
        ]


@lru_cache(maxsize=32_768)
def said(line: str) -> Said:
    """What a line says of what is asked for, phrases of each group leftmost and longest."""
    table = _wordings()
    ordinary = plain(line)
    stems: set[str] = set()
    hits: list[tuple[int, int, int]] = []
    for index, start, end in table.automaton.find_matches_as_indexes(
        lower(ordinary), overlapping=True
    ):
        if index < table.stems_from:
            if is_token(ordinary, start, end):
                hits.append((start, -end, index))
        else:
            stems |= table.stems[index - table.stems_from]
    cues: list[tuple[Cue, int, int]] = []
    phrases: dict[str, list[tuple[int, int]]] = {}
    ends: dict[str, int] = {}
    for start, end, index in sorted(hits):
        for group, cue in table.groups[index]:
            if start < ends.get(group, 0):
                continue
            ends[group] = -end
            if cue is None:
                phrases.setdefault(group, []).append((start, -end))
            elif cue is not Cue.NEUTRAL:
                cues.append((cue, start, -end))
    found = {group: tuple(spans) for group, spans in phrases.items()}
    return Said(tuple(cues), found, frozenset(stems))


@lru_cache(maxsize=16_384)
def heading(text: str) -> Wording | None:
    """What a heading's words open, or None where they name nothing known."""
    if len(text) > _LONGEST_HEADING:
        return None
    table = _headings()
    folded = fold(text)
    hits = [
        (table.parts[index], start, end)
        for index, start, end in table.matcher.find(text)
        if not (start and folded[start:].rstrip(" :") == "about")
    ]
    hits = _with_stems(folded, hits, table)
    if not hits:
        return None
    ends = [0, *(end for _, _, end in hits)]
    starts = [*(start for _, start, _ in hits), len(folded)]
    rest = " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    rest = _ASIDE.sub(" ", rest)
    others = [word for word in _WORD.findall(plain(rest)) if lower(word) not in table.filler]
    names = len(others) <= _MOST_NAMES and all(word[0].isupper() for word in others)
    parts = {part for part, _, _ in hits}
    named = names and parts in ({Part.OTHER}, {Part.PART})
    return Wording(_part(text, hits), not others, named)


_Hit = tuple[Part, int, int]


def _with_stems(folded: str, hits: list[_Hit], table: _Headings) -> list[_Hit]:
    """The same with the words that no phrase holds and that begin as others of their kind do."""
    found = [
        (table.stems[match.lastindex or 0], match.start(), match.end())
        for match in table.stem.finditer(folded)
        if not any(start < match.end() and match.start() < end for _, start, end in hits)
    ]
    return sorted([*hits, *found], key=itemgetter(1)) if found else hits


@cache
def pattern(table: str, name: str) -> re.Pattern[str]:
    """One of the patterns of `posting_patterns`, in any case."""
    return re.compile("|".join(tables.load("posting_patterns")[table][name]), re.IGNORECASE)


@lru_cache(maxsize=32_768)
def first(table: str, text: str) -> str | None:
    """The name of the first pattern of a table that a text matches, or None."""
    opened, lowered = gates(table), text.lower()
    if opened and not any(gate in lowered for gate in opened):
        return None
    if not _any_of(table).search(text):
        return None
    for name in tables.load("posting_patterns")[table]:
        if pattern(table, name).search(text):
            return str(name)
    return None


def gates(table: str) -> Sequence[str]:
    """What a text holds, in small letters, where any pattern of a table matches it."""
    opened: Sequence[str] = tables.load("posting_patterns")["gates"].get(table, ())
    return opened


@cache
def _any_of(table: str) -> re.Pattern[str]:
    """All patterns of a table as one: most texts match none of them."""
    names = tables.load("posting_patterns")[table]
    return re.compile("|".join(pattern(table, name).pattern for name in names), re.IGNORECASE)


@cache
def language_names() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What languages are called in other languages, and the id of each name."""
    table = tables.load("posting_patterns")["language_names"]
    ids = {name: language for language, names in table.items() for name in names}
    return re.compile(rf"\b({'|'.join(ids)})(?:kenntnisse\w*|sprach\w*)?\b", re.IGNORECASE), ids


def _part(text: str, hits: list[_Hit]) -> Part:
    told = [hit for hit in hits if hit[0] is not Part.PART]
    if not told or _is_of_skills(text, hits):
        return Part.PART
    parts = {part for part, _, _ in told}
    strict = any(fold(text[start:end]) in _STRICT for _, start, end in told)
    if parts == {Part.REQUIRED, Part.PREFERRED}:
        return Part.MIXED if strict else Part.PREFERRED
    first = told[0]
    for part, start, _ in told[1:]:
        between = text[first[2] : start]
        if part is not first[0] and len(between) < _NEAR and _TOGETHER.search(between):
            return Part.MIXED
    return first[0]


def _is_of_skills(text: str, hits: list[_Hit]) -> bool:
    """Whether words of another part only tell which skills are meant: 'Process specific skills'."""
    (_, start, end), last = hits[0], hits[-1]
    ends = last[0] is Part.PART and not text[last[2] :].strip(" :")
    single = len(hits) == 2 and hits[0][0] is Part.OTHER and " " not in text[start:end]
    return single and ends and start == 0 and not _TOGETHER.search(text[end : last[1]])


@frozen
class _Headings:
    matcher: Matcher
    parts: tuple[Part, ...]
    filler: frozenset[str]
    stem: re.Pattern[str]
    """Words that begin with a stem, a group for each part."""
    stems: tuple[Part, ...]
    """The part of each group of `stem`."""


@frozen
class _Wordings:
    """Phrases, then stems, as one automaton."""

    automaton: ahocorasick_rs.AhoCorasick
    groups: tuple[tuple[tuple[str, Cue | None], ...], ...]
    """The groups that a phrase is of, with the cue it is."""
    stems_from: int
    stems: tuple[frozenset[str], ...]
    """The groups of patterns that a stem opens."""


@cache
def _headings() -> _Headings:
    table = tables.load("requirements")["headings"]
    rows: dict[str, Part] = {}
    for part in (Part.PREFERRED, Part.REQUIRED, Part.MIXED, Part.OTHER, Part.PART):
        for phrase in table[part.value]:
            rows.setdefault(phrase, part)
    stems = {Part(part): words for part, words in table["stems"].items()}
    groups = "|".join(rf"(\b(?:{'|'.join(words)})\w*)" for words in stems.values())
    return _Headings(
        Matcher(list(rows)),
        tuple(rows.values()),
        frozenset(table["filler"]),
        re.compile(groups),
        (Part.PART, *stems),
    )


_BY_STRENGTH = (
    Cue.NEUTRAL, Cue.WAIVED, Cue.WAIVING, Cue.BEFORE, Cue.BEHIND, Cue.REQUIRED,
)  # fmt: skip
"""Which cue a phrase of several is."""


@cache
def _wordings() -> _Wordings:
    table = tables.load("requirements")
    rows: dict[str, dict[str, Cue | None]] = {}
    for cue in _BY_STRENGTH:
        for phrase in table["cues"][cue.value]:
            rows.setdefault(fold(phrase), {}).setdefault("cues", cue)
    for group, phrases in table["sentences"].items():
        for phrase in phrases:
            rows.setdefault(fold(phrase), {})[group] = None
    stems: dict[str, set[str]] = {}
    for name, words in tables.load("posting_patterns")["stems"].items():
        for word in words:
            stems.setdefault(fold(word), set()).add(name)
    return _Wordings(
        ahocorasick_rs.AhoCorasick([*rows, *stems], store_patterns=False),
        tuple(tuple(groups.items()) for groups in rows.values()),
        len(rows),
        tuple(map(frozenset, stems.values())),
    )
