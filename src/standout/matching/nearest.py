"""The line of a profile that is nearest to a demand in words the vocabulary does not know."""

from __future__ import annotations

from standout.matching.index import ProfileIndex
from standout.matching.judging import Judged
from standout.matching.stems import stems
from standout.model import Proof, State

_FEWEST, _SHARE = 2, 40


def nearest(index: ProfileIndex, words: str) -> Judged | None:
    """The line that shares most of the words that say something; None where none shares two.

    It is shown, earns nothing and proves nothing.
    """
    asked = stems(words)
    if len(asked) < _FEWEST:
        return None
    shared = [(len(asked & each), -at) for at, (_, each) in enumerate(index.lines)]
    most, at = max(shared, default=(0, 0))
    if most < _FEWEST or 100 * most < _SHARE * len(asked):
        return None
    proof = Proof(index.lines[-at][0], None, "nearest", 0)
    return Judged(State.RELATED, 0, (proof,), "Not judged: does this line answer it?")
