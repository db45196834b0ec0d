"""What postings say of what they ask for: the wordings of headings, wishes, duties and waivers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from standout.vocabulary import tables
from standout.vocabulary.matcher import Matcher, fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_TOGETHER = re.compile(r"\band\b|\bund\b|\bet\b|\by\b|\ben\b|[&/+,|]")
_LONGEST_HEADING = 110
_STRICT = frozenset({"required", "minimum", "must have", "must haves", "mandatory", "essential"})


class Part(Enum):
    """What a heading opens. MIXED asks and tells; PART belongs to what it stands in."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    OTHER = "other"
    PART = "part"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words of a heading say; `whole` where they say nothing else."""

    part: Part
    whole: bool


class Cue(Enum):
    """How a few words bend what stands beside them."""

    BEHIND = "behind"
    BEFORE = "before"
    REQUIRED = "required"
    WAIVED = "waived"
    WAIVING = "waiving"


class Phrases:
    """Some phrases as one automaton."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._matcher = Matcher(list(phrases))

    def within(self, text: str) -> bool:
        """Say whether one of them stands in a text."""
        return next(self._matcher.find(text), None) is not None

    def begin(self, text: str) -> bool:
        """Say whether a text begins with one of them."""
        first = next(self._matcher.find(text), None)
        return first is not None and first[1] == 0


@lru_cache(maxsize=4096)
def heading(text: str) -> Wording | None:
    """What a heading's words open, or None where they name nothing known."""
    if len(text) > _LONGEST_HEADING:
        return None
    table = _headings()
    hits = [(table.parts[index], start, end) for index, start, end in table.matcher.find(text)]
    if not hits:
        return None
    folded = fold(text)
    ends = [0, *(end for _, _, end in hits)]
    starts = [*(start for _, start, _ in hits), len(folded)]
    rest = " ".join(folded[end:start] for end, start in zip(ends, starts, strict=True))
    whole = all(word in table.filler for word in _WORD.findall(rest))
    return Wording(_part(text, hits), whole)


def cues(text: str) -> Iterator[tuple[Cue, int, int]]:
    """The words of a sentence that say how much it insists, left to right."""
    table = _cues()
    for index, start, end in table.matcher.find(text):
        yield table.kinds[index], start, end


@cache
def phrases(group: str) -> Phrases:
    """The phrases of one group of `[sentences]`."""
    return Phrases(tables.load("requirements")["sentences"][group])


@cache
def pattern(table: str, name: str) -> re.Pattern[str]:
    """One of the patterns of `posting_patterns`, in any case."""
    return re.compile("|".join(tables.load("posting_patterns")[table][name]), re.IGNORECASE)


def may_hold(name: str, lowered: str) -> bool:
    """Say whether a clause in small letters can match a pattern of `demands`: cheap to ask."""
    return any(stem in lowered for stem in tables.load("posting_patterns")["stems"][name])


def first(table: str, text: str) -> str | None:
    """The name of the first pattern of a table that a text matches, or None."""
    for name in tables.load("posting_patterns")[table]:
        if pattern(table, name).search(text):
            return str(name)
    return None


@cache
def language_names() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What languages are called in other languages, and the id of each name."""
    table = tables.load("posting_patterns")["language_names"]
    ids = {name: language for language, names in table.items() for name in names}
    return re.compile(rf"\b({'|'.join(ids)})(?:kenntnisse\w*|sprach\w*)?\b", re.IGNORECASE), ids


def _part(text: str, hits: list[tuple[Part, int, int]]) -> Part:
    told = [hit for hit in hits if hit[0] is not Part.PART]
    if not told:
        return Part.PART
    parts = {part for part, _, _ in told}
    strict = any(fold(text[start:end]) in _STRICT for _, start, end in told)
    if parts == {Part.REQUIRED, Part.PREFERRED}:
        return Part.MIXED if strict else Part.PREFERRED
    first = told[0]
    for part, start, _ in told[1:]:
        if part is not first[0] and _TOGETHER.search(text[first[2] : start]):
            return Part.MIXED
    return first[0]


@dataclass(frozen=True, slots=True)
class _Headings:
    matcher: Matcher
    parts: tuple[Part, ...]
    filler: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Cues:
    matcher: Matcher
    kinds: tuple[Cue, ...]


@cache
def _headings() -> _Headings:
    table = tables.load("requirements")["headings"]
    rows: dict[str, Part] = {}
    for part in (Part.PREFERRED, Part.REQUIRED, Part.OTHER, Part.PART):
        for phrase in table[part.value]:
            rows.setdefault(phrase, part)
    return _Headings(Matcher(list(rows)), tuple(rows.values()), frozenset(table["filler"]))


@cache
def _cues() -> _Cues:
    table = tables.load("requirements")["cues"]
    rows: dict[str, Cue] = {}
    for cue in (Cue.WAIVED, Cue.WAIVING, Cue.BEFORE, Cue.BEHIND, Cue.REQUIRED):
        for phrase in table[cue.value]:
            rows.setdefault(phrase, cue)
    return _Cues(Matcher(list(rows)), tuple(rows.values()))
