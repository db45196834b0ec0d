"""Where a posting and a profile use other words for the same skill."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from standout.matching.index import ProfileIndex
from standout.model import Answer, Level, Proof, State, Wording
from standout.source import Text
from standout.vocabulary import skills
from standout.vocabulary.skills import Mention

_SAME = str.maketrans("", "", " -/.&'’")
_SPELT = ("concept", "method", "domain", "practice", "model")
"""Kinds of skills whose acronyms not everyone knows."""
_OTHERWISE = ("CV",)
"""Acronyms that mean something else on a resume."""


def wordings(index: ProfileIndex, answers: Iterable[Answer]) -> Iterator[Wording]:
    """A wording for each proven skill that the profile never names in the posting's words.

    And one for each required skill that it names by its acronym alone, or its long form alone.
    """
    told: set[str] = set()
    for answer in answers:
        if answer.state not in (State.LITERAL, State.IMPLIED):
            continue
        asked = {each for way in answer.requirement.ways for each in way}
        for mention in skills.find(answer.requirement.text.value):
            if mention.skill.id in asked and mention.skill.id not in told:
                told.add(mention.skill.id)
                yield from _wording(index, mention, answer.requirement.level)


def _wording(index: ProfileIndex, mention: Mention, level: Level) -> Iterator[Wording]:
    skill, theirs = mention.skill.id, mention.alias
    held = index.holding(skill)
    if held is None or mention.skill.kind in ("soft", "natural-language"):
        return
    spoken = index.spoken_of.get(skill, ())
    own = [each for each in spoken if _means(each[1], skill)]
    if spoken and not own:
        return  # the title of a job or a section shows it and is no word for it
    named = " ".join(_plain(text.value) for text, _ in own)
    pair = forms(skill)
    if _plain(theirs) not in named:
        yours = _shown(held.proofs[0])
        known = {_plain(each) for each in pair} if pair else set()
        if pair and {_plain(theirs), _plain(yours.value)} == known:
            yield Wording(skill, theirs, yours, held.state, f"{pair[0]} ({pair[1]})", acronym=True)
        elif own:
            yield Wording(skill, theirs, yours, held.state, f"{yours.value} ({theirs})")
        else:
            yield Wording(skill, theirs, yours, held.state, f"{theirs} ({yours.value})")
    elif pair and level is Level.REQUIRED:
        missing = [each for each in pair if _plain(each) not in named]
        if len(missing) == 1:
            yours = next(_cut(text, words) for text, words in own)
            write = f"{pair[0]} ({pair[1]})"
            yield Wording(skill, missing[0], yours, held.state, write, acronym=True)


@lru_cache(maxsize=2048)
def forms(skill: str) -> tuple[str, str] | None:
    """A skill's long form and its acronym; None where it has but one of them."""
    known = skills.by_id(skill)
    if known.kind not in _SPELT:
        return None
    words = [word for word in re.split(r"[\s-]+", known.name) if word]
    initials = "".join(word[0] for word in words).upper()
    clear = len(words) > 1 and initials not in _OTHERWISE and _means(initials, skill)
    return (known.name, initials) if clear else None


def _means(word: str, skill: str) -> bool:
    return any(each.skill.id == skill for each in skills.find(word, "list"))


def _shown(proof: Proof) -> Text:
    return proof.text[proof.start : proof.end]


def _cut(text: Text, words: str) -> Text:
    start = text.value.find(words)
    return text[start : start + len(words)]


def _plain(words: str) -> str:
    plain = words.casefold().translate(_SAME)
    return plain[:-1] if len(plain) > 4 and plain.endswith("s") else plain
