"""A statement takes itself back: just, only, tried to, a little.

The hedge is what the reader remembers. Say what was done, or leave it out.
Honest negative results are no hedges ('showed that the effect does not replicate'), nor is
'only 2 % of the data'.

Bad:
    projects:
      - title: Chess engine
        statements:
          - Wrote a chess engine with some basic knowledge of Rust
                                           ^^^^^^^^^^^^^^^

Good:
    projects:
      - title: Label-efficient learning
        statements:
          - Matched the full model with only 2 % of the labels

Good:
    projects:
      - title: Compiler
        statements:
          - Wrote a just-in-time compiler for novice users

Good:
    projects:
      - title: Replication
        statements:
          - Showed that the reported gain does not replicate on three of four data sets
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.patterns import regex
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.opening import opening_fault
from standout.rules.outline import deeds
from standout.vocabulary.verbs import lookup
from standout.vocabulary.words import find_hedges

_SMALLER = regex(
    r"(?P<hedge>just|only|merely|simply)\s+(?P<verb>[a-z-]+)\b",
    re.IGNORECASE,
    needs="just only merely simply",
)
_OF_OTHERS = ("aspiring",)
"""In a statement these speak of the people one taught."""


@rule(
    "SLF002",
    severity=Severity.INFO,
    basis=Basis.MEASURED,
    source="Exley & Kessler (self-ratings for equal performance; indirect for resumes)",
    why="employers take people at their own word, so the hedge costs more than it protects",
)
def hedged_claim(context: Context) -> Iterator[Finding]:
    """Find the first hedge of each statement whose opening is not already told."""
    for statement in deeds(context.resume):
        fault = opening_fault(statement.text.value)
        hedge = _hedge(statement.text.value)
        if hedge and not (fault and fault[1] < hedge[1] and hedge[0] < fault[2]):
            span = statement.text.span(*hedge)
            yield Finding(
                span,
                "these words take the claim back",
                ask("what did you do? Say that and no less"),
            )


def _hedge(text: str) -> tuple[int, int] | None:
    smaller = _SMALLER.match(text)
    verb = lookup(smaller["verb"]) if smaller else None
    # 'Only engineer on the team' is a fact; 'only engineered' is a hedge.
    if smaller and (smaller["verb"] == "did" or (verb and verb.form in ("past", "participle"))):
        return smaller.span("hedge")
    found = (each for each in find_hedges(text) if each.phrase not in _OF_OTHERS)
    first = next(found, None)
    return (first.start, first.end) if first else None
