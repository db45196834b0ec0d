"""What kind of word each word of a demand is, to read the terms that no vocabulary lists."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from standout.patterns import regex
from standout.vocabulary import tables

BREAK, NEVER, THIN, WEAK, FOREIGN = "b", "x", "t", "w", "f"
HEAD, PLAIN, ALONE, SHAPE, CONTENT = "h", "p", "a", "s", "m"
CUE, LINK, END, STOP, SEPARATOR = "c", "l", "e", ".", ","

_GROUPS = (
    ("ends", END), ("links", LINK), ("breaks", BREAK), ("cues", CUE), ("never", NEVER),
    ("plain", PLAIN), ("alone", ALONE), ("heads", HEAD), ("thin", THIN), ("weak", WEAK),
    ("foreign", FOREIGN), ("nouns", CONTENT),
)  # fmt: skip
"""The groups of the table and what their words are; a word of several groups is of the first."""
_GLUED = regex(r"[a-z]{3,}[A-Z]")
"""Where the end of a line was lost: 'roleStrong'."""
_LEARNED = regex(
    r"(?:ics|ology|ologies|metry|graphy|nomics|scopy|isation|ization|ography|onomy|icity|ysis|"
    r"ware|ometrics|omics|itecture|otics|istry|ebra|tech|stats|ops|sql|ml|db|js|py)$"
)
"""How words of a science or a tool end."""
_TRAILING = regex(
    r"-(?:based|driven|oriented|ready|level|like|facing|related|focused|savvy|aware|first|assisted|"
    r"generated|heavy|friendly|native|enabled|powered|centric|specific|agnostic|wide|scale|time|house|quality|"
    r"grade|class|growth|stage|velocity|minded|critical|intensive|rich|free|led|made|month|year|day)$"
)
"""How compounds end that say how something is."""
_INSIDE = regex(r"(?<=[A-Za-z0-9])[A-Z]")
_NAME = regex(r"[A-Za-z][\w+#/-]*(?:\.[a-z]{2,4})?\d*")
"""A word in letters and digits; 'growth.Founded' is two sentences."""


@lru_cache(maxsize=65_536)
def kind_of(word: str) -> str:
    """One of the letters above for a word or a mark as it is written."""
    if not word[0].isalnum():
        return STOP if word in ".!?;" else SEPARATOR
    known = _kinds().get(word.lower())
    if word in _names():
        return NEVER
    if "-" in word and _TRAILING.search(word):
        return known or WEAK
    if _INSIDE.search(word):
        return _of_shape(word, known)
    return known or _of_form(word)


def _of_shape(word: str, known: str | None) -> str:
    """A word with capitals inside: an acronym or a name, unless its capitals only shout."""
    if word.removesuffix("s") in _no_terms() or word in _no_terms():
        return BREAK
    if known is not None:
        return known
    if not _NAME.fullmatch(word) or _GLUED.match(word):
        return BREAK
    return SHAPE if len(word) <= 6 or not word.isupper() else CONTENT


def _of_form(word: str) -> str:
    if len(word) < 2 or not word[0].isalpha():
        return CONTENT if word[:1].isdigit() and word[-1:] in "dD" else BREAK
    if word.endswith(("ing", "ly")) or "'" in word or "’" in word or _is_verb_of(word):
        return BREAK
    return WEAK if word.endswith("ed") else CONTENT


def _is_verb_of(word: str) -> bool:
    """'Provides', where 'provide' parts one phrase from the next."""
    kinds, lowered = _kinds(), word.lower()
    return lowered.endswith("s") and BREAK in (kinds.get(lowered[:-1]), kinds.get(lowered[:-2]))


def is_learned(word: str) -> bool:
    """Whether a word by itself looks like the name of a science or a tool."""
    return _LEARNED.search(word) is not None


@cache
def _kinds() -> Mapping[str, str]:
    table = tables.load("open_terms")
    found: dict[str, str] = {}
    for name, kind in _GROUPS:
        for word in table[name].split():
            found.setdefault(word, kind)
    return found


@cache
def _no_terms() -> frozenset[str]:
    return frozenset(tables.load("open_terms")["no_terms"].split())


@cache
def _names() -> frozenset[str]:
    return frozenset(tables.load("open_terms")["makers"].split())
