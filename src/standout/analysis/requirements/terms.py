"""Terms of a trade that a demand names and no vocabulary lists: 'gravimetric inversion'.

A list of skills is closed and trades are not. A phrase is a term by its place, behind 'knowledge
of' and its like, by the noun that closes it ('marketing technology'), or by its looks ('NETCONF').
The words are told apart by lists of small words, so that one pass over a line will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from standout.patterns import regex
from standout.vocabulary import skills
from standout.vocabulary.open_terms import (
    ALONE,
    BREAK,
    CUE,
    FOREIGN,
    HEAD,
    LINK,
    NEVER,
    SHAPE,
    is_learned,
    kind_of,
)
from standout.vocabulary.skills import Mention, Skill

KIND = "term"
"""The kind of a skill that no vocabulary lists; its id is its words in small letters."""

_TOKEN = regex(r"[^\W_][\w'’+#.-]*|[^\w\s]")
_RUN = regex(r"[mwshpat]+")
_FRAGMENT = regex(r"[,.]*[mshpatwv]{1,6}(?:[,.bl]{1,2}[mshpatwv]{1,6}){0,3}[,.]*")
"""A line of nouns alone: 'MPLS, dedicated circuits and dark fibre'."""
_LONGEST = 4
"""Words of a term."""
_ENDS = frozenset((
    "to", "that", "which", "who", "whom", "where", "when", "so", "because", "if", "will", "you",
    "we", "they",
))  # fmt: skip
"""Words behind which 'knowledge of' reaches no further."""
_PLURALS = (
    ("yses", "ysis"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("ies", "y"),
    ("s", ""),
)  # fmt: skip
_STOP, _SEPARATOR, _KNOWN = ".", ",", "v"
_CUE_LINK = 4
"""Words between a cue and what links it: 'experience working closely with'."""


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def open_terms(line: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The terms of a line beside the skills that `mentions` names, left to right."""
    words, kinds, told = _read(line, mentions)
    found: list[Mention] = []
    english = FOREIGN not in kinds
    bare = _FRAGMENT.fullmatch(kinds) is not None
    for run in _RUN.finditer(kinds):
        at, end = run.span()
        clear = kinds[at - 1 : at] != NEVER and kinds[end : end + 1] != NEVER
        spans = _told if clear and (bare or told[at]) else _untold
        for first, last in (spans if english else _singles)(kinds, at, end):
            if last - first == 1 and not _stands(words, kinds, first):
                continue
            start, end = words[first].start, words[last - 1].end
            name = normalised(line[start:end])
            if name not in skills.ids():
                found.append(
                    Mention(Skill(name, line[start:end], KIND), start, end, line[start:end])
                )
    return found


def _stands(words: Sequence[_Word], kinds: str, at: int) -> bool:
    """Whether one word is a term: not 'importance', nor the rest of 'DevOps pipelines'."""
    if kinds[at] in (SHAPE, ALONE):
        return True
    before = kinds[at - 1 : at]
    if kinds[at] == HEAD:
        return before != _KNOWN
    text = words[at].text
    begins = at == 0 or (before in (_STOP, BREAK) and kinds[:at].strip("b.,") == "")
    return (text[0].isupper() and not begins and before != _KNOWN) or is_learned(text)


def normalised(words: str) -> str:
    """The words of a term in small letters, its last one in the singular."""
    bare = " ".join(words.lower().replace("’", "'").split())
    if len(bare) < 5 or not bare.endswith("s") or bare.endswith(("ss", "us", "is", "ics")):
        return bare
    return next((bare[: -len(many)] + one for many, one in _PLURALS if bare.endswith(many)), bare)


def _read(line: str, mentions: Sequence[Mention]) -> tuple[list[_Word], str, list[bool]]:
    """The words of a line, the kind of each, and whether it stands behind 'knowledge of'."""
    words: list[_Word] = []
    kinds: list[str] = []
    told: list[bool] = []
    waiting, inside = 0, False
    known = iter(mentions)
    mention = next(known, None)
    for match in _TOKEN.finditer(line):
        start, text = match.start(), match[0]
        while mention is not None and mention.end <= start:
            mention = next(known, None)
        if mention is not None and mention.start < match.end() and start < mention.end:
            kind = _KNOWN
        elif not text[0].isalnum():
            kind = _STOP if text in ".!?;" else _SEPARATOR
        else:
            text = text.rstrip(".'’-")
            kind = kind_of(text)
        if kind == CUE:
            waiting, inside = _CUE_LINK, False
        elif kind == _STOP or (inside and text.lower() in _ENDS):
            waiting, inside = 0, False
        elif kind == LINK:
            inside = inside or waiting > 0
            kind = BREAK
        elif waiting and not inside:
            waiting -= kind != _SEPARATOR
        words.append(_Word(start, start + len(text), text))
        kinds.append(kind)
        told.append(inside)
    return words, "".join(kinds), told


def _told(kinds: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands behind 'knowledge of' is a term, but for words that say too little."""
    while end > start and kinds[end - 1] in "wt":
        end -= 1
    while start < end and kinds[start] == "w":
        start += 1
    if end - start > _LONGEST:
        start = end - _LONGEST
        while start < end and kinds[start] == "w":
            start += 1
    if end - start > 1 or (end - start == 1 and kinds[start] in "msah"):
        yield start, end


def _untold(kinds: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Elsewhere a term closes with a noun of a trade, or shows by itself that it is one."""
    at = start
    while at < end:
        last = _closed(kinds, at, end)
        if last is not None:
            first = max(at, last - _LONGEST + 1)
            while first < last and kinds[first] in "wt":
                first += 1
            if first < last:
                yield from _singles(kinds, at, first)
                yield first, last + 1
                at = last + 1
                continue
        yield from _singles(kinds, at, end)
        return


def _closed(kinds: str, start: int, end: int) -> int | None:
    """The last noun of a trade with a word of content before it, in a run's first words."""
    return next((at for at in range(end - 1, start, -1)
                 if kinds[at] == HEAD and kinds[at - 1] not in "wt"), None)  # fmt: skip


def _singles(kinds: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return ((at, at + 1) for at in range(start, end) if kinds[at] in (ALONE, SHAPE))
