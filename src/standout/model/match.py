"""How a profile answers a posting: proof or gap for each demand, and reasons that add up."""

from __future__ import annotations

from enum import Enum

from standout.model.posting import Posting, Requirement
from standout.source import Text
from standout.values import frozen

WHOLE = 10_000
"""Points of a posting whose every demand is proven as strongly as can be: basis points."""


class State(Enum):
    """How far the profile proves a demand.

    RELATED: only something near is there, or a part of what is asked for. What is near is shown
    and earns nothing; a part earns its share.
    """

    LITERAL = "literal"
    IMPLIED = "implied"
    RELATED = "related"
    ABSENT = "absent"

    @property
    def rank(self) -> int:
        """3 for the best."""
        return _RANKS[self.value]


_RANKS = {each.value: 3 - at for at, each in enumerate(State)}


@frozen
class Proof:
    """A line of the profile that proves a demand. `strength` is 0 to 100.

    `skill` is the vocabulary id that was found there, `where` what kind of line it is:
    'experience', 'projects', 'skills', ...; `evidence` is what backs the line. `[start, end)` are
    the characters of the line that name the skill, the whole line where it is no skill.
    `by` names the model of meaning that found the line; empty where the vocabulary did.
    """

    text: Text
    skill: str | None
    where: str
    strength: int
    evidence: tuple[Text, ...] = ()
    start: int = 0
    end: int | None = None
    by: str = ""


@frozen
class Answer:
    """One demand and how it is met. `weight` is its share of the whole, `points` what it earns.

    `ask` says what the line lacks, as a question to the applicant, where the state is no proof.
    A demand that is for the applicant alone to judge has no weight. `open` are years that work of
    a related kind would cover, if it counts.
    """

    requirement: Requirement
    state: State
    weight: int
    points: int
    proofs: tuple[Proof, ...] = ()
    ask: str = ""
    open: bool = False


@frozen
class Reason:
    """One term of the score, in words and in points, of at most `weight`.

    `proofs` are lines of the profile that show most of it, where no answer shows them.
    """

    name: str
    points: int
    weight: int = 0
    proofs: tuple[Proof, ...] = ()


@frozen
class Wording:
    """The same skill in two wordings: `theirs` in the posting, `yours` in the profile.

    `write` holds both, in place of `yours`. `theirs` is the other form where a posting asks for
    what the profile names by its long form or its acronym alone.
    """

    skill: str
    theirs: str
    yours: Text
    state: State
    write: str
    acronym: bool = False


@frozen
class Match:
    """A profile against a posting. `score` is the sum of the points of `reasons`.

    `answers` leaves out what the posting waives. `score` is None where the posting states too
    little to be scored.
    """

    answers: tuple[Answer, ...]
    reasons: tuple[Reason, ...] = ()
    score: int | None = None
    wordings: tuple[Wording, ...] = ()


@frozen
class Matched:
    """A posting, the file or id it goes by, and how a profile answers it.

    `places` are those of the posting and of its copies elsewhere.
    """

    name: str
    posting: Posting
    match: Match
    places: tuple[str, ...] = ()
