"""Two numbers of which one is what it was, or what others reach: 'in 45 ms (teacher: 310 ms)'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from standout.analysis.quantities import NUMERIC_KINDS, Number
from standout.patterns import regex
from standout.vocabulary.markers import marker_set

_LONGEST_GAP = 60
_FORMER_FIRST = regex(
    r"[\w ,'-]{0,40}\bbec(?:ame|omes?) (?:an? |only )?"
    r"|(?: [\w-]{1,20}){0,2} (?:before|earlier|previously|originally)[,;] ?(?:(?:and|but|to) )?"
)
_RIVAL_LAST = regex(r"[,\w '-]{0,30}\b(?:where|whereas|while)(?: [\w.-]{1,20}){1,4} ")
_OTHER_SUBJECT = regex(
    r"[\w '-]{0,30}[;,] (?:the |an? )?(?:[\w-]{1,20} ){1,3}(?:took|needed|cost|scored|managed|got) "
)
_BRACKET = regex(
    r"(?: [\w@.-]{1,16}){0,4} ?\((?P<rival>[\w*+&-]{1,20})(?: [\w*+&.-]{1,20}){0,2}:? "
)
_RIVALS = frozenset(("from", "best", "earlier", "formerly", "originally", "prior"))
_IN_A_YEAR = regex(r" in (?:19|20)\d\d\b")
_FOR_RIVAL = regex(r" (?:for|by|with|from|of|in) (?:the |an? |our )?(?P<rival>[\w-]{1,20})")


def contrasts(text: str, numbers: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """The pairs of baseline and value that stand in a contrast, in the order of the text."""
    measuring = [each for each in numbers if each.kind in NUMERIC_KINDS]
    for first, second in pairwise(measuring):
        gap = text[first.end : second.start].lower()
        if len(gap) > _LONGEST_GAP or not _alike(first, second):
            continue
        if _FORMER_FIRST.fullmatch(gap) or _in_two_years(text, first, second):
            yield first, second
        elif _is_rival(gap) or _tells_of_rival(first, second, gap) or _for_rival(text, second, gap):
            yield second, first


def _alike(first: Number, second: Number) -> bool:
    if first.kind == second.kind:
        return not first.noun or not second.noun or first.noun == second.noun
    return "bare" in (first.kind, second.kind)


def _tells_of_rival(first: Number, second: Number, gap: str) -> bool:
    """'12 steps where the usual sampler needs 50', '0.8 s; eager mode took 14 s'."""
    same = first.unit == second.unit
    return bool(_RIVAL_LAST.fullmatch(gap) or (same and _OTHER_SUBJECT.fullmatch(gap)))


def _is_rival(gap: str) -> bool:
    """'45 ms (teacher: 310 ms)', 'below 4 minutes (from 22)'; not '3 models (with 2 B rows)'."""
    match = _BRACKET.fullmatch(gap)
    named = match["rival"] if match else ""
    return bool(named) and (":" in gap or named in _RIVALS or named in marker_set("baseline"))


def _in_two_years(text: str, first: Number, second: Number) -> bool:
    """'14 incidents in 2021, 2 in 2022'."""
    return bool(
        re.fullmatch(
            r"[\w '-]{0,30} in (?:19|20)\d\d[,;] ?(?:and |but )?", text[first.end : second.start]
        )
        and _IN_A_YEAR.match(text, second.end)
    )


def _for_rival(text: str, second: Number, gap: str) -> bool:
    """'1.9 out of sample, 1.1 for the benchmark'."""
    named = _FOR_RIVAL.match(text, second.end)
    apart = re.fullmatch(r"[\w '-]{0,30}[,;] ?(?:and |versus |vs\.? |against )?", gap)
    return bool(named and apart and named["rival"].lower() in marker_set("baseline"))
