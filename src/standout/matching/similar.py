"""The line of a profile that means most nearly what a posting asks for, as a model of meaning says.

For demands that the vocabulary does not know. It is a hint to the applicant: it is labelled with
the model's name, earns no points and changes no state to a proof.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from standout.matching.demands import demanded
from standout.model import Answer, Demand, Match, Proof, Resume, State
from standout.source import Text

LEAST = 0.45
"""Cosine from which a line is shown: sentence models give unrelated lines less."""


class Embedder(Protocol):
    """A model of meaning. `name` is printed wherever it had a say."""

    @property
    def name(self) -> str:
        """What the model is called."""

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """A vector of length 1 for each text."""


def with_nearest(match: Match, resume: Resume, embedder: Embedder) -> Match:
    """The match with the nearest line beside each demand that nothing else answers."""
    open_ = [each for each in match.answers if _is_open(each)]
    lines = list(_lines(resume))
    if not open_ or not lines:
        return match
    known = embedder.embed([text.value for text, _ in lines])
    asked = embedder.embed([each.requirement.text.value for each in open_])
    hints = {
        id(answer): _hinted(answer, vector, lines, known, embedder.name)
        for answer, vector in zip(open_, asked, strict=True)
    }
    return replace(match, answers=tuple(hints.get(id(each), each) for each in match.answers))


def _is_open(answer: Answer) -> bool:
    return demanded(answer.requirement).demand is Demand.OTHER and not answer.proofs


def _lines(resume: Resume) -> Iterator[tuple[Text, str]]:
    """What was done and published; what only names something says too little."""
    for section in resume.sections:
        for statement in section.all_statements():
            yield statement.text, section.kind.value
        for entry in section.entries:
            yield from ((each, section.kind.value) for each in entry.description)


def _hinted(
    answer: Answer,
    asked: Sequence[float],
    lines: Sequence[tuple[Text, str]],
    known: Sequence[Sequence[float]],
    name: str,
) -> Answer:
    nearness = [sum(a * b for a, b in zip(asked, each, strict=True)) for each in known]
    best = max(range(len(lines)), key=nearness.__getitem__)
    if nearness[best] < LEAST:
        return answer
    text, where = lines[best]
    ask = f"{name} finds this line nearest ({nearness[best]:.2f}). Does it prove the demand?"
    proof = Proof(text, None, where, 0, by=name)
    return replace(answer, state=State.RELATED, proofs=(proof,), ask=ask)
