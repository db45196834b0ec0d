"""How an employer speaks of itself, of pay and of the application, beside what it asks for."""

from __future__ import annotations

import re

from standout.patterns import regex
from standout.vocabulary import demands

_AT = regex(r"At (?:[A-Z][\w&.'’-]*\s?){1,3}, ")
_SPOKEN = regex(
    r"(?:our|we|we['’]re|we['’]ve|the|this|these|those|all|your|employees?|applicants?|candidates?|"
    r"some|if|by|as an?|at|to|for|please|come|join|learn|founded|working at|any|it|that|there|here|"
    r"while|when|in (?:this|addition|accordance|compliance)|no|only|do not|don['’]t|every|each|"
    r"since|because|you will|you['’]ll|benefits|compensation|salary|travel|relocation)\b",
    re.IGNORECASE,
)
"""How sentences begin in which the employer speaks, behind lines that name what is asked for."""
_STATEMENT = regex(
    r"(?!you\b|someone|somebody|a person|candidates? (?:who|with))(?:[\w'’&/,-]+\s){1,6}?"
    r"(?<!that )(?<!who )(?<!which )(?<!you )"
    r"(?:is|are|was|were|will|may|can|has|have|does|do|need)\b",
    re.IGNORECASE,
)
_END = regex(r"[.!?][)\"'”’]?\s*$")
_PARAGRAPH = 60
"""Characters of a text that is no heading."""


def is_told(value: str) -> bool:
    """Say whether the employer speaks of itself, of pay or of the application."""
    said = demands.said(value)
    if "boilerplate" in said.phrases or _AT.match(value) is not None:
        return True
    whole = len(value) >= _PARAGRAPH or _END.search(value) is not None
    return whole and said.begins("telling", 0, len(value))


def speaks(value: str) -> bool:
    """Say whether a text begins as sentences do in which the employer speaks."""
    return _SPOKEN.match(value) is not None


def states(value: str) -> bool:
    """Say whether a sentence says something of anything but the applicant: 'Shifts are long.'.

    Questions and cries ask for nothing either.
    """
    if "?" in value or value.endswith("!"):
        return True
    return _END.search(value) is not None and _STATEMENT.match(value) is not None
