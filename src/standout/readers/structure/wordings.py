"""What the words of a piece tell: a title, an organisation, or a sentence about it."""

from __future__ import annotations

from standout.patterns import regex
from standout.vocabulary import closed, roles

_OF = regex(r"(?<=\w)\s(?:of|for|at)\s(?=an?\s)")
"""'Mentor of a school team': what stands behind is no name."""
_LEGAL_END = regex(r"\b(?:Inc|Ltd|Co|Corp|LLC|e\.V|GmbH|S\.A|U\.S|Dept|al)\.$")
_SELF_EMPLOYED = 0.2
"""A title only where nothing else is one."""


def leaning(value: str) -> float:
    """Above 0 for titles, below for organisations, within 1.5."""
    if value.casefold() in closed.words("self_employed"):
        return _SELF_EMPLOYED
    value = _OF.split(value, maxsplit=1)[0]
    titles, organizations = roles.title_words(value), roles.organization_words(value)
    return max(-1.5, min(1.5, titles - 0.8 * organizations))


def is_told(value: str) -> bool:
    """Say whether a line tells something: 'A map engine that misguides you'."""
    words = value.split()
    if leaning(value) and len(words) < 6:
        return False
    long = [word for word in words if len(word) > 3]
    lower = sum(word[0].islower() for word in long)
    closed_sentence = value[-1:] in ".!?" and len(words) >= 3 and not _LEGAL_END.search(value)
    return closed_sentence or (len(words) >= 4 and 2 * lower > len(long))
