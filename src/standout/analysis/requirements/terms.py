"""Terms of a trade that a demand names and no vocabulary lists: 'gravimetric inversion'.

A list of skills is closed and trades are not. A phrase is a term by its place, behind 'knowledge
of' and its like, by the noun that closes it ('marketing technology'), or by its looks ('NETCONF').
The words are told apart by lists of small words, so that one pass over a line will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from standout.patterns import regex
from standout.vocabulary import skills
from standout.vocabulary.open_terms import (
    ALONE,
    FOREIGN,
    HEAD,
    NEVER,
    SHAPE,
    is_learned,
    kind_of,
)
from standout.vocabulary.skills import Mention, Skill

KIND = "term"
"""The kind of a skill that no vocabulary lists; its id is its words in small letters."""

_TOKEN = regex(r"[^\W_](?:[\w'’+#.-]*[\w+#])?|[^\w\s]")
_text = itemgetter(0)
_KNOWN = "v"
_TELLING = regex(r"[msha]")
_RUN = regex(r"[mwshpat]+")
_SCOPE = regex(r"c(?:,*[^cl.,]){0,4},*l[^c.e]*")
"""'Experience working closely with', and how far that reaches."""
_FRAGMENT = regex(r"[,.]*[mshpatwv]{1,6}(?:[,.bl]{1,2}[mshpatwv]{1,6}){0,3}[,.]*")
"""A line of nouns alone: 'MPLS, dedicated circuits and dark fibre'."""
_LONGEST = 4
"""Words of a term."""
_PLURALS = (
    ("yses", "ysis"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("ies", "y"),
    ("s", ""),
)  # fmt: skip


def open_terms(line: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The terms of a line beside the skills that `mentions` names, left to right."""
    words = list(_TOKEN.finditer(line))
    kinds = _known(words, "".join(map(kind_of, map(_text, words))), mentions)
    if _TELLING.search(kinds) is None:
        return []
    found: list[Mention] = []
    for first, last in _spans(kinds):
        if last - first == 1 and not _stands(words[first][0], kinds, first):
            continue
        start, end = words[first].start(), words[last - 1].end()
        name = normalised(line[start:end])
        if name not in skills.ids():
            found.append(Mention(Skill(name, line[start:end], KIND), start, end, line[start:end]))
    return found


def _known(words: Sequence[re.Match[str]], kinds: str, mentions: Sequence[Mention]) -> str:
    """The kinds of words with a sign for each that a known skill holds."""
    at = 0
    for each in mentions:
        while at < len(words) and words[at].end() <= each.start:
            at += 1
        first = at
        while at < len(words) and words[at].start() < each.end:
            at += 1
        kinds = kinds[:first] + _KNOWN * (at - first) + kinds[at:]
    return kinds


def _spans(kinds: str) -> Iterator[tuple[int, int]]:
    """Where terms stand: from which word to before which."""
    if FOREIGN in kinds:
        yield from _singles(kinds, 0, len(kinds))
        return
    bare = _FRAGMENT.fullmatch(kinds) is not None
    told = [match.span() for match in _SCOPE.finditer(kinds)]
    for run in _RUN.finditer(kinds):
        at, end = run.span()
        clear = kinds[at - 1 : at] != NEVER and kinds[end : end + 1] != NEVER
        inside = bare or any(start < at < stop for start, stop in told)
        yield from (_told if clear and inside else _untold)(kinds, at, end)


def _stands(text: str, kinds: str, at: int) -> bool:
    """Whether one word is a term: not 'importance', nor the rest of 'DevOps pipelines'."""
    if kinds[at] in (SHAPE, ALONE):
        return True
    before = kinds[at - 1 : at]
    if kinds[at] == HEAD:
        return before != _KNOWN
    begins = not kinds[:at].strip("bl.,")
    return (text[0].isupper() and not begins and before != _KNOWN) or is_learned(text)


def normalised(words: str) -> str:
    """The words of a term in small letters, its last one in the singular."""
    bare = " ".join(words.lower().replace("’", "'").split())
    if len(bare) < 5 or not bare.endswith("s") or bare.endswith(("ss", "us", "is", "ics")):
        return bare
    return next((bare[: -len(many)] + one for many, one in _PLURALS if bare.endswith(many)), bare)


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
