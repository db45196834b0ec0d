"""Clauses of a text, each with the level that its own words give it.

'Python required; Go is a plus' is two clauses. A wish that stands behind ('a plus', 'preferred')
reaches back to the last boundary that is no part of a list, one that stands before ('ideally')
forward to the end of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from standout.model.posting import Level
from standout.patterns import regex
from standout.vocabulary import demands
from standout.vocabulary.demands import Cue, Said

_ABBREVIATIONS = (
    "e.g", "i.e", "Ph.D", "B.S", "M.S", "B.A", "M.A", "B.Sc", "M.Sc", "vs", "incl", "Sr", "Jr",
    "U.S", "z.B", "z", "z. B", "d. h", "u. a", "mind", "bzw", "ca", "p.ex", "Dr", "no", "approx",
)  # fmt: skip
_NO_ABBREVIATION = "".join(rf"(?<!\b{re.escape(each)}\.)" for each in _ABBREVIATIONS)
_SENTENCE = regex(
    rf"[.!?]{_NO_ABBREVIATION}[)\"'”’]?\s+"
    r"(?=[A-Z0-9À-ÖØ-Þ\"“'(•*–-])|;\s*|\s[•▪●]\s|\n\s*\n"
)
_PARTING = (";", "•", "▪", "●", "\n")
"""Marks that end a sentence wherever they stand; a stop needs a letter behind it."""
_BUT = regex(r",?\s+(?:but|aber|mais|pero|maar|whereas|while)\s+|\s[–—]\s|\s--\s", re.IGNORECASE)
_HEAD_WORDS = (
    r"(?:(?:an?|any|some|prior|previous|strong|solid|basic|good|hands-on|additional|working|"
    r"proven|deep|advanced|professional|relevant|demonstrated|practical|first|having|also|"
    r"with)\s){0,3}"
    r"(?:experience|knowledge|familiarity|understanding|proficiency|background|exposure|"
    r"expertise|ability|fluency|publications?|contributions?|degree|master|ph\.?d|bachelor|"
    r"doctorate|\d+\+?\s?years|certifications?|interest|skills|erfahrung|kenntnisse|expérience|"
    r"connaissance|experiencia|conocimientos?|ervaring|kennis)"
)
_HEAD = regex(_HEAD_WORDS, re.IGNORECASE)
_CUT = regex(rf",\s+|\s(?:and|und|et|y|en)\s(?={_HEAD_WORDS})", re.IGNORECASE)
_FEW = 4
"""Words of an item that stands alone behind a comma: 'Python, some Go is a plus'."""
_LIST_TAIL = regex(r"etc\b|(?:or|and|oder|und|ou|et|o|y|of|en|and/or)\s", re.IGNORECASE)
_CHOICE = regex(r"\w\s(?:or|oder|ou|o|of)\s\w", re.IGNORECASE)
_VERB = regex(
    r"\s?(?:is|are|would|will|ist|sind|wäre|est|sont|serait|es|será|sería)\s", re.IGNORECASE
)
_GOES_ON = regex(
    r"\s?,?\s?(?:with|in|or|especially|particularly|such|including|like|for|at|on|of|if|to)\b"
)
_WAIVED_BEFORE = regex(
    r"\b(?:no|without|kein|keine|keinen|aucune?|pas de|pas d'|sin|ningún|ninguna|geen|zonder)\s"
    r"[^,;.:]{1,60}$",
    re.IGNORECASE,
)
_NOTHING = regex(
    r"(?:no|without|zero)\s(?!(?:less|more|fewer|later|earlier|matter|doubt|exception)\b)"
    r"(?:(?!(?:criminal|gaps?|conflicts?)\b)[\w’'/+#.-]{1,20}\s){0,4}?"
    r"(?:experience|knowledge|background|degrees?|ph\.?d|diploma|skills|training|qualifications?|"
    r"certifications?|certificates?|licen[cs]e|familiarity|expertise|coding|programming)\b",
    re.IGNORECASE,
)
"""'No degree', 'no prior experience with C++': what begins so asks for nothing."""
_PARENTHESIS = regex(r"\([^()]{0,300}\)")
_CONTENT = regex(r"[^\W_]{2,}|[A-Z]\b")
_WORDLESS = regex(
    r"(?:\W|\b(?:but|and|is|are|also|or|it|they|this|that|these|you|we|the|an?|though|however|"
    r"very|(?:not|no)(?: strictly| an?)?(?: hard| strict)? "
    r"(?:required|requirement|necessary|needed|mandatory|essential|must)|aber|und|"
    r"mais|et|(?:will|would) be|(?:can|will) (?:teach|learn|train)|"
    r"learn(?: it)? (?:here|on the job)|do)\b)*",
    re.IGNORECASE,
)
_EDGE = regex(r"(?:[\s,;:•*–—|&)-]|(?:and|but|und|et|y|en)\s)*", re.IGNORECASE)
_TAIL = regex(r"(?:\s(?:and|but|und|et|y|en))?[\s,;:(–—|-]*\.?$", re.IGNORECASE)
_LINKS = frozenset({"and", "but", "und", "et", "y", "en"})
_ABBREVIATED = regex(r"(?:\betc|\.[A-Za-z]|\bPh\.D|\binc|\bincl)\.$")
_BESIDE = 40
"""Characters between a waiver and a wish that belong together: 'not required, but a plus'."""


class Clause(NamedTuple):
    """`[start, end)` of a text, how much it insists, and whether it waives what it names."""

    start: int
    end: int
    level: Level
    waived: bool = False


class _Mark(NamedTuple):
    cue: Cue
    start: int
    end: int


def clauses(value: str, level: Level) -> Iterator[Clause]:
    """The clauses of a text whose section has a level, in order, without empty ones."""
    start = 0
    found = demands.said(value)
    for end, following in [*_ends(value), (len(value), len(value))]:
        yield from _sentence(value, Clause(start, end, level), found)
        start = following


def _ends(value: str) -> list[tuple[int, int]]:
    """Where each sentence but the last ends, and where the next one begins."""
    # Most lines are one sentence, and marks are found sooner than ends.
    before = value[:-2]
    if not ("." in before or "!" in before or "?" in before or any(map(value.count, _PARTING))):
        return []
    return [
        (match.start() + (match[0][:1] in ".!?"), match.end())
        for match in _SENTENCE.finditer(value)
    ]


def _sentence(value: str, whole: Clause, said: Said) -> Iterator[Clause]:
    cues = said.cues_in(whole.start, whole.end)
    text = value[whole.start : whole.end]
    marks = _told_once(text, [_Mark(*each) for each in cues]) if cues else []
    if not marks:
        yield from _bare(value, whole)
        return
    found = list(_scoped(text, marks, whole.level))
    shifted = [
        Clause(each.start + whole.start, each.end + whole.start, each.level, each.waived)
        for each in found
    ]
    for each in _joined(value, shifted):
        yield from _bare(value, each)


def _told_once(text: str, marks: Sequence[_Mark]) -> list[_Mark]:
    """'Not required but a plus' is a wish and no waiver, and what stands before is wished for."""
    kept: list[_Mark] = []
    waiver: _Mark | None = None
    wishes = [each for each in marks if each.cue in (Cue.BEHIND, Cue.BEFORE)]
    for mark in marks:
        near = any(
            max(wish.start - mark.end, mark.start - wish.end) < _BESIDE
            and ";" not in text[min(mark.end, wish.end) : max(mark.start, wish.start)]
            for wish in wishes
        )
        if near and (mark.cue is Cue.WAIVED or _waives(text, 0, mark)):
            waiver = mark
            continue
        if waiver is not None and _goes_with(text, waiver, mark):
            mark = mark._replace(start=waiver.start)
        waiver = None
        kept.append(mark)
    return kept


def _goes_with(text: str, waiver: _Mark, wish: _Mark) -> bool:
    """Whether a wish is said of what was waived: 'are not required but will be appreciated'."""
    between = _WORDLESS.fullmatch(text, waiver.end, wish.start)
    return wish.cue is Cue.BEHIND and between is not None


def _scoped(text: str, marks: Sequence[_Mark], level: Level) -> Iterator[Clause]:
    masked = _masked(text, marks)
    at = 0
    for index, mark in enumerate(marks):
        if mark.start < at:
            continue
        until = marks[index + 1].start if index + 1 < len(marks) else len(text)
        inside = _own_parenthesis(text, mark)
        if inside is not None:
            begin, end = inside
        elif mark.cue in (Cue.BEFORE, Cue.WAIVING) or _is_first(text, at, mark):
            begin, end = mark.start, _forward_end(masked, mark.end)
        else:
            begin, end = _backward_start(masked, at, mark), _backward_end(masked, mark.end, until)
            if _WORDLESS.fullmatch(text, begin, mark.start):
                begin = at
        if begin > at:
            yield Clause(at, begin, level)
        waived = _waives(text, begin, mark)
        yield Clause(begin, end, level if waived else _level(mark, level), waived)
        at = end
    if at < len(text):
        yield Clause(at, len(text), level)


def _level(mark: _Mark, level: Level) -> Level:
    if mark.cue in (Cue.BEHIND, Cue.BEFORE):
        return Level.PREFERRED
    return Level.REQUIRED if mark.cue is Cue.REQUIRED else level


def _waives(text: str, begin: int, mark: _Mark) -> bool:
    if mark.cue in (Cue.WAIVED, Cue.WAIVING):
        return True
    return mark.cue is Cue.REQUIRED and _WAIVED_BEFORE.search(text[begin : mark.start]) is not None


def _is_first(text: str, at: int, mark: _Mark) -> bool:
    """Nothing stands before it: 'Required: Python', 'Preferred experience with Go'."""
    return _CONTENT.search(text[at : mark.start]) is None


def _own_parenthesis(text: str, mark: _Mark) -> tuple[int, int] | None:
    """The inside of a parenthesis that says more than the cue: '(PyTorch preferred)'."""
    left, right = text.rfind("(", 0, mark.start), text.find(")", mark.end)
    if left < 0 or right < 0 or ")" in text[left : mark.start] or "(" in text[mark.end : right]:
        return None
    rest = text[left + 1 : mark.start] + " " + text[mark.end : right]
    return None if _WORDLESS.fullmatch(rest) else (left + 1, right)


def _masked(text: str, marks: Sequence[_Mark]) -> str:
    """The text with the insides of parentheses that hold no cue struck out."""

    def struck(match: re.Match[str]) -> str:
        holds = any(match.start() <= mark.start < match.end() for mark in marks)
        return match[0] if holds else "(" + "x" * (len(match[0]) - 2) + ")"

    return _PARENTHESIS.sub(struck, text) if "(" in text else text


def _forward_end(masked: str, at: int) -> int:
    match = _BUT.search(masked, at)
    return match.start() if match else len(masked)


def _backward_start(masked: str, at: int, mark: _Mark) -> int:
    but = [match.end() for match in _BUT.finditer(masked, at, mark.start)]
    floor = but[-1] if but else at
    cuts = [match.end() for match in _CUT.finditer(masked, floor, mark.start)]
    commas = masked.count(",", floor, mark.start)
    for cut in reversed(cuts):
        segment = masked[cut : mark.start]
        if not _CONTENT.search(segment) or _LIST_TAIL.match(segment):
            continue
        short = len(segment.split()) <= _FEW
        # 'A, B or C a plus' is one list.
        listed = _CHOICE.search(segment) is not None
        verb = _VERB.match(masked[mark.start - 1 : mark.end]) or _VERB.match(masked, mark.start)
        alone = short and (commas == 1 or (verb and cut == cuts[-1])) and not listed
        if _HEAD.match(segment) or alone:
            return cut
    return floor


def _backward_end(masked: str, at: int, until: int) -> int:
    """A wish ends with its words; what only adds to it ('preferred in finance') belongs to it."""
    if masked[at : at + 1] == ")":
        at += 1
    if not _CONTENT.search(masked, at, until):
        return until if until == len(masked) else at
    if _GOES_ON.match(masked, at):
        comma = masked.find(", ", at + 2, until)
        return comma if comma > 0 and until < len(masked) else until if until == len(masked) else at
    return at


def _joined(value: str, found: Sequence[Clause]) -> Iterator[Clause]:
    """Clauses without a word of their own go with the one before, or else with the next."""
    waiting: Clause | None = None
    for each in found:
        empty = _WORDLESS.fullmatch(value, each.start, each.end) is not None
        if waiting is None:
            waiting = each
        elif empty:
            waiting = Clause(waiting.start, each.end, waiting.level, waiting.waived)
        elif _WORDLESS.fullmatch(value, waiting.start, waiting.end):
            waiting = Clause(waiting.start, each.end, each.level, each.waived)
        else:
            yield waiting
            waiting = each
    if waiting is not None:
        yield waiting


def _bare(value: str, clause: Clause) -> Iterator[Clause]:
    """The clause without white space, marks and links at its ends, if a word is left."""
    edge = _EDGE.match(value, clause.start, clause.end)
    start = edge.end() if edge else clause.start
    end = max(start, clause.end - _tail(value[max(start, clause.end - 40) : clause.end]))
    if _CONTENT.search(value, start, end):
        waived = clause.waived or _NOTHING.match(value, start, end) is not None
        yield Clause(start, end, clause.level, waived)


def _tail(value: str) -> int:
    if value[-1:].isalnum() and value.rpartition(" ")[2] not in _LINKS:
        return 0
    if _ABBREVIATED.search(value.rstrip()):
        return len(value) - len(value.rstrip())
    match = _TAIL.search(value)
    return len(value) - match.start() if match else 0
