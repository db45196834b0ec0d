"""The words of a text that say something, without their endings."""

from __future__ import annotations

import re
from functools import lru_cache

from standout.vocabulary import tables

_WORD = re.compile(r"[^\W\d_][\w+#-]{2,}")
_ENDINGS = re.compile(r"(?:ations?|ments?|ings?|ities|ies|ers?|ed|es|s|e|y)$")
_EMPTY = frozenset((
    "experience", "experienced", "strong", "excellent", "good", "great", "proven", "ability",
    "able", "skills", "skill", "knowledge", "understanding", "working", "work", "years", "year",
    "team", "teams", "solid", "deep", "hands-on", "using", "including", "related", "relevant",
    "plus", "preferred", "required", "etc", "new", "well", "high", "role", "field", "industry",
    "background",
))  # fmt: skip


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """The words of a text that say something, without their endings."""
    words = (each.lower() for each in _WORD.findall(text[:1000]))
    common = _common()
    return frozenset(
        _ENDINGS.sub("", each) for each in words if each not in common and each not in _EMPTY
    )


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(tables.load("function_words")["en"].split())
