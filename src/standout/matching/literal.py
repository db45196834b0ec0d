"""The lines of a profile that say a term which no vocabulary lists, by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standout.matching.index import ProfileIndex
from standout.matching.judging import Judged
from standout.model import Proof, State

_SHOWN = 3
_GAP = r"[\s-]+"
_ENDING = r"(?:e?s|ing|ed)?"


def said(index: ProfileIndex, ways: Sequence[Sequence[str]]) -> Judged | None:
    """The lines that say all terms of one of the ways; None where no way is said.

    A term is said where its words stand in their order, the last in singular or plural; a hyphen
    is a space. The strength is that of the line, but it earns nothing by itself: what a term
    weighs is paid by its words, as all that the vocabulary does not know.
    """
    for way in ways:
        proofs = [next(_proofs(index, term), None) for term in way]
        found = [each for each in proofs if each is not None]
        if found and len(found) == len(proofs):
            strength = min(each.strength for each in found)
            return Judged(State.LITERAL, strength, tuple(found[:_SHOWN]))
    return None


def _proofs(index: ProfileIndex, term: str) -> Iterator[Proof]:
    """The line that says a term most strongly, first."""
    words = _GAP.join(map(re.escape, re.split(_GAP, term)))
    pattern = re.compile(rf"(?<!\w){words}{_ENDING}(?!\w)", re.IGNORECASE)
    for line in sorted(index.said, key=lambda each: -each.strength):
        match = pattern.search(line.text.value)
        if match is not None:
            yield Proof(line.text, None, line.where, line.strength, line.evidence, *match.span())
