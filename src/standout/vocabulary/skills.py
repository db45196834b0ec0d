"""Skills: what they are called, what they prove, and where a text names them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, Literal

from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import tables
from standout.vocabulary.contexts import Candidate, ContextWord, Place, is_item, listed, stands
from standout.vocabulary.matcher import Matcher, SpacedMatcher

Zone = Literal["list", "prose", "name", "authors"]
"""Where a text stands: an item or line of skills, running text, a person's name, authors."""

KINDS = (
    "language", "framework", "library", "platform", "tool", "service", "concept", "method",
    "model", "hardware", "data-store", "protocol", "domain", "practice", "natural-language",
    "soft", "office",
)  # fmt: skip
FILES = (
    "languages", "learning", "language_models", "perception", "statistics", "libraries", "data",
    "cloud", "software", "office", "networks", "security", "operations", "web", "analytics",
    "methods", "ml_tools", "hardware", "robots", "enterprise", "mathematics", "more_languages",
    "certificates",
)  # fmt: skip

MOST_WEIGHED = 5_000
"""Where a text names more, ordinary words are not weighed: no resume does, only an attack."""

_VERSION = regex(r"\s?v?(\d{1,4}(?:\.\d{1,3}){0,3}(?:\.x)?\+?)(?![\w%.-]*[A-Za-z%])")
_ADDRESS = regex(
    r"(?:[\w-]+\.)+(?:com|org|io|net|edu|ai|dev|co|me|gov|app|ml)(?:[/:?#]\S*)?", re.IGNORECASE
)
_MARKED = regex(r"@|://|www\.|\.(?:com|org|io|net|edu|ai|dev|co|me|gov|app|ml)\b", re.IGNORECASE)
"""What every address holds."""
_LINE = 400
"""Characters of a text that may be a line."""


@frozen
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


@frozen
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
    return bool(candidates) and any(each.skill is None for each in candidates)


@cache
def by_id(skill: str) -> Skill:
    """The skill with an id. Raises `KeyError` where there is none."""
    return _skill(skill, _vocabulary().entries[skill])


def name_of(skill: str) -> str:
    """What a skill is called; a term that no vocabulary lists by its own words."""
    return by_id(skill).name if skill in ids() else skill


def all_skills() -> tuple[Skill, ...]:
    """Every skill, in the order of the files."""
    return tuple(map(by_id, _vocabulary().entries))


def of_kinds(kinds: Collection[str]) -> Iterator[Skill]:
    """Every skill of some kinds, in the order of the files; no other is made."""
    entries = _vocabulary().entries.items()
    return (by_id(skill) for skill, entry in entries if entry.kind in kinds)


def ids() -> AbstractSet[str]:
    """The id of every skill, without making the skills themselves."""
    return _vocabulary().entries.keys()


def all_names() -> Iterator[str]:
    """Every id and every name of every skill."""
    for skill, entry in _vocabulary().entries.items():
        yield skill
        yield entry.given["name"]
        yield from entry.given.get("aliases", ())
        yield from entry.given.get("exact", ())


@cache
def implied(skill: str) -> frozenset[str]:
    """What holding a skill proves: its parents and implied skills, and theirs, without itself."""
    found: set[str] = set()
    waiting = [skill]
    while waiting:
        each = by_id(waiting.pop())
        new = {*each.parents, *each.implies} - found
        found |= new
        waiting += new
    return frozenset(found)


def obvious(text: str) -> tuple[Mention, ...]:
    """The mentions in an item of a skill list that nearly everyone could make."""
    return tuple(each for each in find(text, "list") if each.skill.obvious)


@frozen
class _Entry:
    """A skill as it stands in its file: most are never asked for, so no more is made of it."""

    kind: str
    above: str
    given: Mapping[str, Any]

    @property
    def names(self) -> tuple[Sequence[str], Sequence[str]]:
        """What matches only as written, and what in any case."""
        name, case = self.given["name"], self.given.get("case", "any")
        exact, aliases = self.given.get("exact", []), self.given.get("aliases", [])
        return [name, *exact] if case == "exact" else exact, (
            [name, *aliases] if case == "any" else aliases
        )


@frozen
class _Vocabulary:
    entries: Mapping[str, _Entry]
    matcher: Matcher
    plain: Sequence[str | None]
    """The skill of a pattern; None where its context decides."""
    contexts: Mapping[int, Sequence[ContextWord]]
    """The context rules of a pattern."""


@cache
def _vocabulary() -> _Vocabulary:
    entries = {
        skill: _Entry(kind, above, given)
        for name in FILES
        for table, groups in tables.load(f"skills/{name}").items()
        for kind, above, rows in ((table, above, rows) for above, rows in groups.items())
        for skill, given in rows.items()
    }
    contexts = tables.load("context_words")
    spoken = [
        {
            **contexts["natural-language"],
            "skill": skill,
            "forms": (each.given["name"], *each.names[0]),
        }
        for skill, each in entries.items()
        if each.kind == "natural-language"
    ]
    words = [_context_word(each, entries) for each in contexts["word"] + spoken]
    return _compiled(entries, [*words, *_item_words(entries, words)])


def _skill(skill: str, entry: _Entry) -> Skill:
    given = entry.given
    above = () if entry.above == "none" else (entry.above,)
    exact, aliases = entry.names
    return Skill(
        id=skill,
        name=given["name"],
        kind=entry.kind,
        parents=(*above, *(each for each in given.get("parents", ()) if each not in above)),
        implies=tuple(given.get("implies", ())),
        suggests=tuple(given.get("suggests", ())),
        related=tuple(given.get("related", ())),
        year=given.get("year"),
        obvious=given.get("obvious", False),
        aliases=tuple(aliases),
        exact=tuple(exact),
    )


def _context_word(given: Mapping[str, Any], entries: Mapping[str, _Entry]) -> ContextWord:
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in given.items()
    }
    return ContextWord(language=entries[given["skill"]].kind == "language", **fields)


def _item_words(entries: Mapping[str, _Entry], words: list[ContextWord]) -> Iterator[ContextWord]:
    """What counts as an item of a list only: capitals or none throughout, broad fields.

    A name that is an ordinary word and has no rules of its own also counts among sure skills, and
    behind 'experience with'.
    """
    weighed = {each.skill for each in words}
    for word in words:
        loud = tuple(each.upper() for each in word.forms if each.isalpha() and len(each) > 2)
        if (word.listing or word.whole) and not set(loud) <= {*word.forms, *word.listed}:
            yield replace(word, forms=(), listed=loud)
    for skill, each in entries.items():
        name, case = each.given["name"], each.given.get("case", "any")
        if case == "exact":
            if name.isalpha():
                yield ContextWord(skill, (), (name.upper(), name.lower()))
        elif case == "context" and skill not in weighed:
            yield ContextWord(skill, (name,), (name.upper(), name.lower()))
        elif case != "any" and "(" not in name and skill not in weighed:
            american = name.replace("isation", "ization")
            spellings = {name, name.lower(), name.title(), name.upper(), american}
            yield ContextWord(skill, (), tuple(sorted(spellings)), listing=False)


def _compiled(entries: Mapping[str, _Entry], words: list[ContextWord]) -> _Vocabulary:
    patterns: list[str] = []
    plain: list[str | None] = []
    cased: set[int] = set()
    by_form: dict[str, list[ContextWord]] = {}
    for skill, each in entries.items():
        # Languages people speak are weighed by context, all alike.
        if each.kind == "natural-language":
            continue
        exact, aliases = each.names
        cased.update(range(len(patterns), len(patterns) + len(exact)))
        patterns += exact
        patterns += aliases
        plain += [skill] * (len(exact) + len(aliases))
    for word in words:
        for form in (*word.forms, *word.listed):
            by_form.setdefault(form, []).append(word)
    contexts = dict(enumerate(by_form.values(), len(patterns)))
    cased.update(contexts)
    patterns += by_form
    plain += [None] * len(by_form)
    return _Vocabulary(entries, SpacedMatcher(patterns, cased), plain, contexts)


@lru_cache(maxsize=32_768)
def _kept(text: str, zone: Zone) -> Sequence[Candidate]:
    """The candidates of a line: lines come again and again."""
    return _candidates(text, zone)


def _candidates(text: str, zone: Zone) -> Sequence[Candidate]:
    """What may name a skill, left to right; without a skill where the context speaks against."""
    candidates = list(_met(text))
    if len(candidates) > MOST_WEIGHED:
        candidates = [each for each in candidates if each.skill is not None]
    unsure = [index for index, each in enumerate(candidates) if each.skill is None]
    found = 0
    weighed: dict[int, int] = {}
    # A word that was weighed and found a skill is company for its neighbours.
    for index in (*unsure, *reversed(unsure)):
        if candidates[index].skill is None and weighed.get(index) != found:
            weighed[index] = found
            candidates[index] = _weighed(text, zone, candidates, index)
            found += candidates[index].skill is not None
    return candidates


def _met(text: str) -> Iterator[Candidate]:
    vocabulary = _vocabulary()
    found = vocabulary.matcher.found(text)
    addresses = _addresses(text) if found else []
    for index, start, end in found:
        if addresses and any(_is_part(start, end, each) for each in addresses):
            continue
        skill = vocabulary.plain[index]
        yield Candidate(start, end, skill, () if skill else tuple(vocabulary.contexts[index]))


def _is_part(start: int, end: int, address: tuple[int, int]) -> bool:
    first, last = address
    return first <= start and end <= last and address != (start, end)


def _weighed(text: str, zone: Zone, candidates: list[Candidate], index: int) -> Candidate:
    candidate = candidates[index]
    if zone in ("name", "authors"):
        return candidate
    start, end = candidate.start, candidate.end
    item = zone == "list" and is_item(text, start, end)
    place = Place(text, start, end, listed(text, candidates, index), item)
    skill = next((rule.skill for rule in candidate.rules if stands(rule, place)), None)
    return candidate if skill is None else Candidate(start, end, skill, candidate.rules)


def _mention(text: str, candidate: Candidate, skill: Skill) -> Mention:
    start, end = candidate.start, candidate.end
    version = _VERSION.match(text, end, end + 16) if skill.year is not None else None
    return Mention(skill, start, end, text[start:end], version[1] if version else None)


def _addresses(text: str) -> list[tuple[int, int]]:
    # Most lines have no more marks of an address than a full stop at their end.
    if "." not in text.rstrip(".") and "@" not in text and "://" not in text:
        return []
    if not _MARKED.search(text):
        return []
    return [span for match in re.finditer(r"\S+", text) if (span := _address(match)) is not None]


def _address(match: re.Match[str]) -> tuple[int, int] | None:
    word = match[0].rstrip(".,;:)]>\"'")
    start = match.start() + len(word) - len(word := word.lstrip("([<\"'"))
    if "://" in word or ("@" in word and "." in word) or word.startswith("www."):
        return start, start + len(word)
    return (start, start + len(word)) if len(word) < 300 and _ADDRESS.fullmatch(word) else None
