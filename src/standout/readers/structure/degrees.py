"""Lines that name a degree."""

from __future__ import annotations

import re

from standout.patterns import regex
from standout.source import Text
from standout.vocabulary import roles

_LONGEST = 24
"""Words of a degree with its field, grade and dates."""
_OPENING = regex(rf"(?P<degree>{roles.SPACED_DEGREE}|[^\s,():;]+)(?P<behind>.{{0,40}})")
_NO_FIELD = regex(
    r"['’]?s?[ -](?:thesis|dissertation|theses|project|seminar|class|programme|program|student)",
    re.IGNORECASE,
)
_FIELD = regex(r"\s*(?:$|[,(:|–—-]|(?:degree|in|of|en|de|di|für|im)\b|[A-ZÀ-Þ])")


def opens_with_degree(text: Text) -> bool:
    """Say whether a line names a degree first: 'M.Sc. in Physics', no 'Master thesis on maps'."""
    match = _OPENING.match(text.value)
    if match is None or len(text.value.split()) > _LONGEST or text.value.endswith("."):
        return False
    behind = match["behind"]
    return (
        roles.degree_words(match["degree"]) > 0
        and _NO_FIELD.match(behind) is None
        and _FIELD.match(re.sub("^['’]s", "", behind)) is not None
    )
