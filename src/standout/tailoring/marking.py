"""What is set bold: few words a statement, first those that the posting asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from standout.analysis.statement import analyse
from standout.model import Emphasis, Resume, Section, Statement
from standout.patterns import regex
from standout.selection.settings import TailorSettings
from standout.tailoring.needs import Prover
from standout.tailoring.numbers import is_starting_point, whole
from standout.values import frozen

BOLD = "bold"
_LONGEST = 5
"""Words that are set bold in one statement: more is a sentence that shouts."""
_ONE_LINE = 60
"""Letters up to which a statement stays on one line in any theme."""
_BETWEEN = regex(r"\s*(?:to|and|-|–|→|vs\.?|versus)\s*")
_NOUN = (
    "(?!(?:a|an|and|are|as|at|before|but|by|each|every|for|from|in|into|is|of|on|onto|or|over|per"
    "|since|so|than|that|the|their|this|to|up|was|were|when|where|which|while|who|with|within"
    r"|without)\b)"
)
_NEXT = regex(
    r"(?:[:.,/]?\w)*[%+]?"
    r"(?: (?:[ckm]?m|ms|kg|[kMGT]B|N)\b"
    rf"|(?: {_NOUN}[A-Za-z][\w-]*)? {_NOUN}[a-z]{{2,}}s\b"
    r"|(?: people)\b)?"
    r"(?: (?:a|per) (?:year|month|week|day|night|hour|minute|second)\b)?"
)
"""What belongs to a number: the rest of it, its unit or the noun it counts, and per what time."""
_SMALL = regex(r"\d{1,2}")
_Told = tuple[int, int, bool]
"""Where a number stands, and whether it is a starting point."""
_RESULT = 250
"""How much a result counts beside the weights of the demands."""


@frozen
class _Stretch:
    start: int
    end: int
    weight: int

    def words(self, text: str) -> int:
        return len(text[self.start : self.end].split())


def marked(statement: Statement, prover: Prover, settings: TailorSettings) -> Statement:
    """A statement with its own bold words given up for those that count for the posting."""
    text = statement.text.value
    others = tuple(each for each in statement.emphasis if each.style != BOLD)
    maths = [each for each in others if each.style == "maths"]
    chosen: list[_Stretch] = []
    room = _LONGEST
    able = [each for each in _stretches(statement, prover) if not _may_stand_alone(each, text)]
    for each in sorted(able, key=lambda one: (-one.weight, one.start)):
        if len(chosen) == settings.bold or each.words(text) > room:
            continue
        taken = [(one.start, one.end) for one in chosen]
        taken += [(one.start, one.end) for one in maths]
        if not any(each.start < end and start < each.end for start, end in taken):
            chosen.append(each)
            room -= each.words(text)
    bold = (Emphasis(each.start, each.end, BOLD) for each in chosen)
    return replace(statement, emphasis=(*others, *sorted(bold, key=lambda each: each.start)))


def _may_stand_alone(stretch: _Stretch, text: str) -> bool:
    """A last line that is bold as a whole is taken for a heading by who reads the file."""
    return len(text) > _ONE_LINE and not text[stretch.end :].strip(" .)")


def _stretches(statement: Statement, prover: Prover) -> Iterator[_Stretch]:
    text = statement.text.value
    for start, end, weight in prover.spans(statement.text):
        yield _Stretch(start, end, weight)
    own = [each for each in statement.emphasis if each.style == BOLD]
    yield from (_Stretch(each.start, each.end, _RESULT) for each in own)
    if not own:
        yield from _results(text)


def _results(text: str) -> Iterator[_Stretch]:
    """The first change in numbers, or else the first result, each with its unit.

    A starting point stands beside its result or not at all, and so does a small bare count.
    """
    analysis = analyse(text)
    told = {
        (*whole(text, each.start, each.end), is_starting_point(text, analysis, each))
        for each in analysis.quantities
        if each.result and any(map(str.isdigit, text[each.start : each.end]))
    }
    able = []
    for group in _grouped(text, sorted(told)):
        start, end = group[0][0], _whole(text, group[0][0], group[-1][1])
        if not all(before for _, _, before in group) and not _SMALL.fullmatch(text[start:end]):
            able.append((len(group) == 1, start, end))
    for _, start, end in sorted(able)[:1]:
        yield _Stretch(start, end, _RESULT)


def _grouped(text: str, told: Sequence[_Told]) -> list[list[_Told]]:
    """Numbers that are held against each other, as in `from 9 to 2`, together."""
    groups: list[list[_Told]] = []
    for each in told:
        if groups and _BETWEEN.fullmatch(text[groups[-1][-1][1] : each[0]]):
            groups[-1].append(each)
        elif not groups or groups[-1][-1][1] <= each[0]:
            groups.append([each])
    return groups


def _whole(text: str, start: int, end: int) -> int:
    """Where a number ends with what belongs to it, if that is short enough to be bold."""
    found = _NEXT.match(text, end)
    if found is None or text[end - 1] == "%":
        return end
    return found.end() if len(text[start : found.end()].split()) <= _LONGEST else end


def sparing(resume: Resume, prover: Prover, settings: TailorSettings) -> Resume:
    """The resume with no more bold words than their share: the least asked for go first."""
    statements = list(resume.statements())
    words = sum(len(each.text.value.split()) for each in statements)
    room = words * settings.bold_share // 100
    kept: set[tuple[int, Emphasis]] = set()
    for _, count, at, each in sorted(_bold(statements, prover), key=lambda one: one[:3]):
        if count <= room:
            room -= count
            kept.add((at, each))
    numbers = iter(range(len(statements)))
    return replace(
        resume, sections=tuple(_pared(section, numbers, kept) for section in resume.sections)
    )


def _bold(
    statements: Iterable[Statement], prover: Prover
) -> Iterator[tuple[int, int, int, Emphasis]]:
    for at, statement in enumerate(statements):
        weights: dict[tuple[int, int], int] = {}
        for start, end, weight in prover.spans(statement.text):
            weights[start, end] = max(weight, weights.get((start, end), 0))
        for each in statement.emphasis:
            if each.style == BOLD:
                weight = weights.get((each.start, each.end), _RESULT)
                words = len(statement.text.value[each.start : each.end].split())
                yield -weight, words, at, each


def _pared(section: Section, numbers: Iterator[int], kept: set[tuple[int, Emphasis]]) -> Section:
    """Statements are counted as `Resume.statements` gives them: those of entries first."""

    def pared(statement: Statement) -> Statement:
        at = next(numbers)
        emphasis = (each for each in statement.emphasis if each.style != BOLD or (at, each) in kept)
        return replace(statement, emphasis=tuple(emphasis))

    entries = tuple(
        replace(entry, statements=tuple(map(pared, entry.statements))) for entry in section.entries
    )
    return replace(section, entries=entries, statements=tuple(map(pared, section.statements)))
