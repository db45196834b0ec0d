"""Where a posting and a profile use other words for the same skill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from standout.matching.index import ProfileIndex
from standout.model import Answer, State, Wording
from standout.vocabulary import skills

_SAME = str.maketrans("", "", " -/.&'’")


def wordings(index: ProfileIndex, answers: Iterable[Answer]) -> Iterator[Wording]:
    """A wording for each skill that the profile proves and never names in the posting's words."""
    told: set[str] = set()
    for answer in answers:
        if answer.state not in (State.LITERAL, State.IMPLIED):
            continue
        for mention in skills.find(answer.requirement.text.value):
            skill = mention.skill.id
            if skill in told or mention.skill.kind in ("soft", "natural-language"):
                continue
            told.add(skill)
            yield from _wording(index, skill, mention.alias)


def _wording(index: ProfileIndex, skill: str, theirs: str) -> Iterator[Wording]:
    held = index.holding(skill)
    if held is None or not held.proofs:
        return
    own = index.spoken_of.get(skill, ())
    if any(_plain(theirs) in _plain(text.value) for text, _ in own):
        return
    proof = held.proofs[0]
    yield Wording(skill, theirs, proof.text[proof.start : proof.end], held.state)


def _plain(words: str) -> str:
    plain = words.casefold().translate(_SAME)
    return plain[:-1] if len(plain) > 4 and plain.endswith("s") else plain
