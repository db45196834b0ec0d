"""Skills: what they are called, what they prove, and where a text names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Literal

from standout.vocabulary import tables
from standout.vocabulary.contexts import Candidate, ContextWord, Place, is_item, listed, stands
from standout.vocabulary.matcher import Matcher

Zone = Literal["list", "prose", "name", "authors"]
"""Where a text stands: an item or line of skills, running text, a person's name, authors."""

KINDS = (
    "language", "framework", "library", "platform", "tool", "service", "concept", "method",
    "model", "hardware", "data-store", "protocol", "domain", "practice", "natural-language",
    "soft", "office",
)  # fmt: skip
FILES = (
    "languages", "learning", "language_models", "perception", "statistics", "libraries", "data",
    "cloud", "software", "office",
)  # fmt: skip

MOST_WEIGHED = 5_000
"""Where a text names more, ordinary words are not weighed: no resume does, only an attack."""

_VERSION = re.compile(r"\s?v?(\d{1,4}(?:\.\d{1,3}){0,3}(?:\.x)?\+?)(?![\w%.-]*[A-Za-z%])")
_ADDRESS = re.compile(
    r"(?:[\w-]+\.)+(?:com|org|io|net|edu|ai|dev|co|me|gov|app|ml)(?:[/:?#]\S*)?", re.IGNORECASE
)
_MARKED = re.compile(
    r"@|://|www\.|\.(?:com|org|io|net|edu|ai|dev|co|me|gov|app|ml)\b", re.IGNORECASE
)
"""What every address holds."""
_LINE = 400
"""Characters of a text that may be a line."""


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill. `name` is the printed form.

    Holding it proves its `parents` (broader) and what it `implies`; it only hints at what it
    `suggests`, and says nothing about what is `related`. `year` is a product's first release.
    `obvious` marks what nearly everyone has.
    """

    id: str
    name: str
    kind: str
    parents: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    suggests: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    year: int | None = None
    obvious: bool = False
    aliases: tuple[str, ...] = ()
    """Names that match in any case."""
    exact: tuple[str, ...] = ()
    """Names that match only as written."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A skill named at `[start, end)` by the words `alias`; `version` is what follows them."""

    skill: Skill
    start: int
    end: int
    alias: str
    version: str | None = None


def find(text: str, zone: Zone = "prose") -> tuple[Mention, ...]:
    """The skills a text names, left to right, none overlapping.

    Words that are also ordinary words or names (Go, R, Spark, Julia) count only where their
    surroundings say so; in the zones of persons they never do. Addresses name no skills.
    """
    candidates = _kept(text, zone) if len(text) <= _LINE else _candidates(text, zone)
    return tuple(
        _mention(text, each, by_id(each.skill)) for each in candidates if each.skill is not None
    )


def unsure(text: str) -> bool:
    """Say whether a text holds words that elsewhere name skills and here do not."""
    candidates = _kept(text, "prose") if len(text) <= _LINE else _candidates(text, "prose")
    return any(each.skill is None for each in candidates)


def by_id(skill: str) -> Skill:
    """The skill with an id. Raises `KeyError` where there is none."""
    return _vocabulary().skills[skill]


def all_skills() -> tuple[Skill, ...]:
    """Every skill, in the order of the files."""
    return tuple(_vocabulary().skills.values())


@cache
def implied(skill: str) -> frozenset[str]:
    """What holding a skill proves: its parents and implied skills, and theirs, without itself."""
    known = _vocabulary().skills
    found: set[str] = set()
    waiting = [skill]
    while waiting:
        each = known[waiting.pop()]
        new = {*each.parents, *each.implies} - found
        found |= new
        waiting += new
    return frozenset(found)


def obvious(text: str) -> tuple[Mention, ...]:
    """The mentions in an item of a skill list that nearly everyone could make."""
    return tuple(each for each in find(text, "list") if each.skill.obvious)


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    skills: Mapping[str, Skill]
    matcher: Matcher
    plain: tuple[Skill | None, ...]
    """The skill of a pattern; None where its context decides."""
    contexts: tuple[tuple[ContextWord, ...], ...]
    """The context rules of a pattern."""


@cache
def _vocabulary() -> _Vocabulary:
    skills = {each.id: each for name in FILES for each in _skills(tables.load(f"skills/{name}"))}
    contexts = tables.load("context_words")
    spoken = [
        {**contexts["natural-language"], "skill": each.id, "forms": (each.name, *each.exact)}
        for each in skills.values()
        if each.kind == "natural-language"
    ]
    words = [_context_word(each, skills) for each in contexts["word"] + spoken]
    return _compiled(skills, [*words, *_item_words(skills, words)])


def _skills(tables: Mapping[str, Any]) -> Iterator[Skill]:
    for kind, groups in tables.items():
        for parent, entries in groups.items():
            above = () if parent == "none" else (parent,)
            for name, entry in entries.items():
                yield _skill(name, kind, above, entry)


def _skill(id_: str, kind: str, above: tuple[str, ...], entry: Mapping[str, Any]) -> Skill:
    name, case = entry["name"], entry.get("case", "any")
    return Skill(
        id=id_,
        name=name,
        kind=kind,
        parents=(*above, *(each for each in entry.get("parents", ()) if each not in above)),
        implies=tuple(entry.get("implies", ())),
        suggests=tuple(entry.get("suggests", ())),
        related=tuple(entry.get("related", ())),
        year=entry.get("year"),
        obvious=entry.get("obvious", False),
        aliases=(*((name,) if case == "any" else ()), *entry.get("aliases", ())),
        exact=(*((name,) if case == "exact" else ()), *entry.get("exact", ())),
    )


def _context_word(entry: Mapping[str, Any], skills: Mapping[str, Skill]) -> ContextWord:
    given: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    return ContextWord(language=skills[entry["skill"]].kind == "language", **given)


def _item_words(skills: Mapping[str, Skill], words: list[ContextWord]) -> Iterator[ContextWord]:
    """What counts as an item of a list only: capitals or none throughout, broad fields."""
    weighed = {each.skill for each in words}
    for word in words:
        loud = tuple(each.upper() for each in word.forms if each.isalpha() and len(each) > 2)
        if (word.listing or word.whole) and not set(loud) <= {*word.forms, *word.listed}:
            yield replace(word, forms=(), listed=loud)
    for skill in skills.values():
        name = skill.name
        if name in skill.exact and name.isalpha():
            yield ContextWord(skill.id, (), (name.upper(), name.lower()))
        elif name not in skill.aliases and "(" not in name and skill.id not in weighed:
            american = name.replace("isation", "ization")
            spellings = {name, name.lower(), name.title(), name.upper(), american}
            yield ContextWord(skill.id, (), tuple(sorted(spellings)), listing=False)


def _compiled(skills: Mapping[str, Skill], words: list[ContextWord]) -> _Vocabulary:
    patterns: list[str] = []
    plain: list[Skill | None] = []
    cased: set[int] = set()
    contexts: list[tuple[ContextWord, ...]] = []
    by_form: dict[str, list[ContextWord]] = {}
    # Languages people speak are weighed by context, all alike.
    for skill in (each for each in skills.values() if each.kind != "natural-language"):
        for form in (*skill.exact, *skill.aliases):
            if form in skill.exact:
                cased.add(len(patterns))
            patterns.append(form)
            plain.append(skill)
            contexts.append(())
    for word in words:
        for form in (*word.forms, *word.listed):
            by_form.setdefault(form, []).append(word)
    for form, rules in by_form.items():
        cased.add(len(patterns))
        patterns.append(form)
        plain.append(None)
        contexts.append(tuple(rules))
    return _Vocabulary(skills, Matcher(patterns, cased), tuple(plain), tuple(contexts))


@lru_cache(maxsize=8192)
def _kept(text: str, zone: Zone) -> Sequence[Candidate]:
    """The candidates of a line: lines come again and again."""
    return _candidates(text, zone)


def _candidates(text: str, zone: Zone) -> Sequence[Candidate]:
    """What may name a skill, left to right; without a skill where the context speaks against."""
    candidates = list(_met(text))
    if len(candidates) > MOST_WEIGHED:
        candidates = [each for each in candidates if each.skill is not None]
    unsure = [index for index, each in enumerate(candidates) if each.skill is None]
    # A word that was weighed and found a skill is company for its neighbours.
    for index in (*unsure, *reversed(unsure)):
        if candidates[index].skill is None:
            candidates[index] = _weighed(text, zone, candidates, index)
    return candidates


def _met(text: str) -> Iterator[Candidate]:
    vocabulary = _vocabulary()
    found = list(vocabulary.matcher.find(text))
    addresses = _addresses(text) if found else []
    for index, start, end in found:
        if not any(s <= start and end <= e and (s, e) != (start, end) for s, e in addresses):
            skill = vocabulary.plain[index]
            rules = vocabulary.contexts[index]
            yield Candidate(start, end, skill.id if skill else None, rules)


def _weighed(text: str, zone: Zone, candidates: list[Candidate], index: int) -> Candidate:
    candidate = candidates[index]
    if zone in ("name", "authors"):
        return candidate
    start, end = candidate.start, candidate.end
    item = zone == "list" and is_item(text, start, end)
    place = Place(text, start, end, listed(text, candidates, index), item)
    skill = next((rule.skill for rule in candidate.rules if stands(rule, place)), None)
    return replace(candidate, skill=skill)


def _mention(text: str, candidate: Candidate, skill: Skill) -> Mention:
    start, end = candidate.start, candidate.end
    version = _VERSION.match(text, end, end + 16) if skill.year is not None else None
    return Mention(skill, start, end, text[start:end], version[1] if version else None)


def _addresses(text: str) -> list[tuple[int, int]]:
    if not _MARKED.search(text):
        return []
    return [span for match in re.finditer(r"\S+", text) if (span := _address(match)) is not None]


def _address(match: re.Match[str]) -> tuple[int, int] | None:
    word = match[0].rstrip(".,;:)]>\"'")
    start = match.start() + len(word) - len(word := word.lstrip("([<\"'"))
    if "://" in word or ("@" in word and "." in word) or word.startswith("www."):
        return start, start + len(word)
    return (start, start + len(word)) if len(word) < 300 and _ADDRESS.fullmatch(word) else None
