"""Which of the skills a clause names are alternatives, and which are needed each.

'PyTorch, JAX or TensorFlow' is one demand with three ways; 'Python, SQL and Docker' is three
demands; 'a framework such as PyTorch or JAX' has its members and the class itself as ways, since
any member of the class will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary.skills import Mention

Ways = tuple[tuple[str, ...], ...]

_OR = r"(?:and/or|und/oder|et/ou|y/o|e/o|en/of|or|oder|ou|o|bzw\.?|resp\.?)"
_AND = r"(?:and|as well as|plus|und|sowie|et|ainsi que|y|e|en|&|\+)"
_JOIN = regex(
    rf"(?P<tail>(?:\s?[\w'’+#.-]{{1,20}}){{0,2}}?)\s?"
    rf"(?P<mark>,\s?(?:{_OR}|{_AND})?(?=\s|$)|,|;|\||/|\b(?:{_OR}|{_AND})(?=\s)|&|\+)"
    rf"\s?(?P<lead>(?:either|both|the|an?|other|some|any|similar|modern|strong|good|basic|"
    rf"also)?)\s?|\sof\s",
    re.IGNORECASE,
)
_OPENING = regex(
    r"(?:[\s,(:–—-]|^)(?:such as|e\.g\.,?|eg\.?,?|for example,?|for instance,?|like|i\.e\.,?|"
    r"z\.\s?b\.|wie|wie z\.\s?b\.|beispielsweise|etwa|comme|tel(?:le)?s? que|par exemple|"
    r"p\.\s?ex\.|como|por ejemplo|zoals|bijvoorbeeld|bijv\.|come|ad esempio|tais como)"
    r"\s?:?\s?\(?\s?(?:either|the|an?)?\s?$",
    re.IGNORECASE,
)
_BRACKET = regex(r"\(\s?$")
_UNKNOWN = regex(rf"(?:,[^,;.()]{{1,30}}){{1,4}},\s?(?:{_OR}\s|{_AND}\s)?", re.IGNORECASE)
"""Unknown words between two examples of one list."""
_LED = regex(r"(?:[^,;.()\s][^,;.()]{1,25},\s){1,3}$")
"""Unknown words at the beginning of a list."""
_DIRECT = regex(r"[^,;)]{0,45}")
"""What may stand between a class and its examples."""
_SAME_CLASS = regex(
    rf"\)\s?,?\s?{_OR}\s(?:an?\s|any\s|some\s)?(?:similar|other|equivalent|comparable)\s(?:\w+\s)?",
    re.IGNORECASE,
)
_INCLUDING = regex(
    r"[^,;()]{0,40}?,?\s?\(?(?:including|incl\.?|inkl\.|einschließlich|incluyendo)[^,;()]{0,20}\s",
    re.IGNORECASE,
)
_ONE_OF = regex(
    r"\b(?:(?:one|two|three) (?:or more|or several|or two|or three|or both|of)|"
    r"at least (?:one|two|three)|any of|either|some of|a few of|mindestens (?:eine[rs]?)|"
    r"eine[rs]? der|"
    r"au moins un|al menos un[oa]?|ten minste één|minstens één)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_SIMILAR = regex(
    rf"(?:\s[\w-]{{1,20}})?[\s,(]{{0,3}}\b{_OR}\s(?:an?\s|any\s|some\s|other\s|a\s)?(?:similar|"
    rf"equivalents?|comparable|other|others|another|related|alternatives?|such|the like|"
    rf"ähnlich\w*|vergleichbar\w*|andere\w*|similaires?|équivalents?|similar\w*|equivalentes?|"
    rf"vergelijkbar\w*|soortgelijk\w*|altri|simili)",
    re.IGNORECASE,
)
_OPEN = regex(rf"\s?,?\s{_OR}\s(?:(?:an?|in|as|the)\s){{0,2}}[a-zA-Z]", re.IGNORECASE)
"""A last alternative that is no known skill: 'Spark, Flink or something of the kind'."""
_ORS = regex(rf"\b{_OR}\b|/|^\sof\s$", re.IGNORECASE)
_OR_WORD = regex(rf"\b{_OR}\b", re.IGNORECASE)
_ANDS = regex(rf"\b{_AND}\b|[&+]", re.IGNORECASE)
_CLASSES = frozenset({"concept", "domain", "practice", "method", "model", "data-store", "term"})
"""Kinds of skills of which others are members; 'Python (pandas)' names no class."""


@frozen
class Group:
    """Skills that stand in one list: alternatives, or each needed. `[start, end)` in the text."""

    ids: tuple[str, ...]
    alternatives: bool
    start: int
    end: int

    @property
    def ways(self) -> Ways:
        """As one demand."""
        return tuple((each,) for each in self.ids) if self.alternatives else (self.ids,)


def groups(value: str, mentions: Sequence[Mention]) -> list[Group]:
    """The lists of skills in a clause, in order; a skill that stands alone is a list of one."""
    found: list[Group] = []
    waiting = list(_lists(value, mentions))
    listed = False
    for index, run in enumerate(waiting):
        before = waiting[index - 1] if index else None
        gap = value[before.end : run.start] if before else value[: run.start]
        examples = listed
        listed = run.among_examples(value, gap)
        if before is not None and examples and not listed and _UNKNOWN.fullmatch(gap):
            found[-1] = _more(found[-1], run)
            listed = True
        elif before is not None and listed and _DIRECT.fullmatch(gap):
            found += _exemplified(found.pop() if found else None, before, run)
        elif _SAME_CLASS.fullmatch(gap) and len(found) > 1:
            found[-2] = _with_class(found[-2], run)
        elif listed or _ONE_OF.search(value[max(0, run.start - 80) : run.start]):
            found.append(run.as_alternatives())
        else:
            found += run.parted(value)
    return [group for group in found if group.ids]


def _more(group: Group, run: _Run) -> Group:
    """A list of examples that goes on behind words that no vocabulary lists."""
    ids = tuple(dict.fromkeys([*group.ids, *(each.skill.id for each in run.mentions)]))
    return Group(ids, alternatives=True, start=group.start, end=run.end)


@frozen
class _Run:
    """Mentions with nothing but separators between them."""

    mentions: tuple[Mention, ...]

    @property
    def start(self) -> int:
        return self.mentions[0].start

    @property
    def end(self) -> int:
        return self.mentions[-1].end

    def among_examples(self, value: str, gap: str) -> bool:
        """Say whether it lists examples: behind 'such as', in brackets, behind 'including'."""
        led = _LED.search(gap)
        if _OPENING.search(gap) or (led and _OPENING.search(gap[: led.start()])):
            return True
        open_list = _BRACKET.search(gap) or _INCLUDING.fullmatch(gap)
        return bool(open_list) and not any(_ANDS.search(each) for each in self.gaps(value))

    def gaps(self, value: str) -> list[str]:
        """What stands between its mentions."""
        return [value[first.end : second.start] for first, second in pairwise(self.mentions)]

    def as_alternatives(self) -> Group:
        return _group(self.mentions, alternatives=True)

    def parted(self, value: str) -> list[Group]:
        """Alternatives joined by 'or'; an 'and' parts them, a slash joins its neighbours alone."""
        gaps = self.gaps(value)
        words = any(_OR_WORD.search(gap) or gap == " of " for gap in gaps)
        whole = not any(map(_ANDS.search, gaps))
        if _SIMILAR.match(value, self.end) or (whole and (words or _OPEN.match(value, self.end))):
            return [self.as_alternatives()]
        if not words:
            return [_group(part, alternatives=True) for part in self._at_commas(gaps)]
        parts = list(self._at_ands(gaps))
        if len(parts) == 1:
            return [self.as_alternatives()]
        return [group for part in parts for group in part.parted(value)]

    def _at_commas(self, gaps: Sequence[str]) -> Iterator[tuple[Mention, ...]]:
        """Only slashes choose here, and they join their neighbours alone: 'SQL, Python/R'."""
        start = 0
        for index, gap in enumerate(gaps, 1):
            if "/" not in gap:
                yield self.mentions[start:index]
                start = index
        yield self.mentions[start:]

    def _at_ands(self, gaps: Sequence[str]) -> Iterator[_Run]:
        """The parts between 'and's; before a lone 'or' pair,
        a slash or 'or' binds its neighbours."""
        start = 0
        for index, gap in enumerate(gaps, 1):
            if _ANDS.search(gap) and not _ORS.search(gap):
                yield _Run(self.mentions[start:index])
                start = index
        yield _Run(self.mentions[start:])


def _group(mentions: Sequence[Mention], *, alternatives: bool) -> Group:
    ids = tuple(dict.fromkeys(each.skill.id for each in mentions))
    return Group(ids, alternatives, mentions[0].start, mentions[-1].end)


def _lists(value: str, mentions: Sequence[Mention]) -> Iterator[_Run]:
    run: list[Mention] = []
    for mention in mentions:
        if run and not _joined(value[run[-1].end : mention.start]):
            yield _Run(tuple(run))
            run = []
        run.append(mention)
    if run:
        yield _Run(tuple(run))


def _joined(gap: str) -> bool:
    return len(gap) <= 45 and not _SAME_CLASS.fullmatch(gap) and bool(_JOIN.fullmatch(gap))


def _with_class(group: Group, run: _Run) -> Group:
    """'AWS (S3, EC2) or a similar cloud': the last skill or whatever else is of the class."""
    ids = (group.ids[-1], *(each.skill.id for each in run.mentions))
    if len(group.ids) > 1 and not group.alternatives:
        return group
    return Group((*group.ids[:-1], *ids), alternatives=True, start=group.start, end=group.end)


def _exemplified(last: Group | None, before: _Run, run: _Run) -> Iterator[Group]:
    """A class and its examples: any example will do, and whatever else is of the class."""
    examples = run.as_alternatives()
    of_class = before.mentions[-1].skill.kind in _CLASSES
    if last is None:
        yield examples
    elif of_class and last.ids and last.ids[-1] == before.mentions[-1].skill.id:
        if len(last.ids) > 1:
            yield Group(last.ids[:-1], last.alternatives, last.start, last.end)
        ids = tuple(dict.fromkeys((*examples.ids, last.ids[-1])))
        yield Group(ids, alternatives=True, start=before.mentions[-1].start, end=examples.end)
    else:
        yield last
        yield examples
