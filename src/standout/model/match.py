"""How a profile answers a posting: proof or gap for each demand, and reasons that add up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from standout.model.posting import Requirement
from standout.source import Text

WHOLE = 10_000
"""Points of a posting whose every demand is proven as strongly as can be: basis points."""


class State(Enum):
    """How far the profile proves a demand. RELATED is shown and earns nothing."""

    LITERAL = "literal"
    IMPLIED = "implied"
    RELATED = "related"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Proof:
    """A line of the profile that proves a demand. `strength` is 0 to 100.

    `skill` is the vocabulary id that was found there, `where` what kind of line it is:
    'experience', 'projects', 'skills', ...; `evidence` is what backs the line.
    """

    text: Text
    skill: str | None
    where: str
    strength: int
    evidence: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One demand and how it is met. `weight` is its share of the whole, `points` what it earns.

    `ask` says what the line lacks, as a question to the applicant, where the state is no proof.
    """

    requirement: Requirement
    state: State
    weight: int
    points: int
    proofs: tuple[Proof, ...] = ()
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of the score, in words and in points."""

    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Match:
    """A profile against a posting. `score` is the sum of the points of `reasons`.

    `score` is None where the posting states too little to be scored.
    """

    answers: tuple[Answer, ...]
    reasons: tuple[Reason, ...] = ()
    score: int | None = None
