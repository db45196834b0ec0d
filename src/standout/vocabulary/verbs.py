"""Action verbs in all their forms: how strong they are and what change they report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, Literal

from standout.values import frozen
from standout.vocabulary import tables

Form = Literal["base", "past", "participle", "gerund", "third"]
Strength = Literal["strong", "neutral", "weak"]
Change = Literal["up", "down", "reach", "win"]

_PREFIXES = ("co-", "re-", "pre-", "self-")


@frozen
class Verb:
    """One form of a verb.

    `form` is 'past' where past, participle or base are spelt alike ('built', 'cut').
    `change` says what the verb does to a value: it goes up or down, `reach` puts it there
    ('achieved 94 %'), `win` is a place in a contest.
    """

    base: str
    form: Form
    strength: Strength
    change: Change | None = None


def lookup(word: str) -> Verb | None:
    """The verb a word is a form of, in any case and in British or American spelling."""
    written = word.lower().replace("\u2010", "-").replace("\u2011", "-")
    known = _forms().get(written)
    if known is None and written.startswith(_PREFIXES):
        prefix, _, rest = written.partition("-")
        stem = _forms().get(rest)
        return stem and replace(stem, base=f"{prefix}-{stem.base}")
    return known


@cache
def bases() -> tuple[str, ...]:
    """All verbs, in base form."""
    return tuple(dict.fromkeys(verb.base for verb in _forms().values()))


@cache
def _forms() -> dict[str, Verb]:
    data = tables.load("verbs")
    change = {base: kind for kind, words in data["change"].items() for base in words.split()}
    forms: dict[str, Verb] = {}
    for group in (data["strength"], data["strength_of_effects"]):
        for strength, words in group.items():
            for base in words.split():
                for form, spelling in _conjugate(base, data):
                    # 'found' is first of all the past of 'find'.
                    if spelling not in forms or form in ("past", "participle"):
                        forms[spelling] = Verb(base, form, strength, change.get(base))
    return forms


def _conjugate(base: str, data: dict[str, Any]) -> Iterator[tuple[Form, str]]:
    """Every form in every spelling; a later one overrules an earlier one that looks the same."""
    irregular = data["irregular"].get(base)
    for spelling in _spellings(base):
        yield "base", spelling
        yield "third", _third(spelling)
        for stem in _stems(spelling):
            yield "gerund", _gerund(stem)
            if irregular is None:
                yield "past", _past(stem)
    if irregular is not None:
        yield "participle", irregular[1]
        yield "past", irregular[0]


def _spellings(base: str) -> Iterator[str]:
    yield base
    if base.endswith("ise") and base not in _respelt("only_ise"):
        yield base[:-3] + "ize"
    elif base.endswith("yse"):
        yield base[:-3] + "yze"
    elif base == "distil":
        yield "distill"
    elif "-" in base:
        yield base.replace("-", "")


def _stems(base: str) -> tuple[str, ...]:
    if base in _respelt("doubled"):
        return (base + base[-1],)
    if base in _respelt("british"):
        return (base, base + base[-1])
    return (base,)


@cache
def _respelt(how: str) -> frozenset[str]:
    return frozenset(tables.load("verbs")["spelling"][how].split())


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if re.search("[^aeiou]y$", base) else base + "s"


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if re.search("[^aeiou]y$", stem) else stem + "ed"


def _gerund(stem: str) -> str:
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        return stem[:-1] + "ing"
    return stem + "ing"
