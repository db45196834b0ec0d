"""What an interviewer may ask about a statement: the gap first, then what it claims.

A question quotes the statement and adds no fact. Which questions fit is read from the slots and
quantities of the statement; among those that fit, the ones asked least so far come first, so that
a sheet does not ask the same thing of every line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from standout.analysis.statement import Analysis, Quantity, SlotKind, analyse
from standout.model import SectionKind
from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import metrics
from standout.vocabulary.verbs import lookup
from standout.vocabulary.words import is_function_word

MOST = 4
"""Questions about one statement at most."""
_QUOTED = 60
"""Characters of a statement that a question quotes at most."""
_LEAD_IN = regex(
    r"^(?:by|with|through|via|using|in|on|for|of|over|across|from|which|that|so that|to)\s+",
    re.IGNORECASE,
)
_PEOPLE = frozenset(
    ("lead", "co-lead", "manage", "hire", "head", "direct", "mentor", "supervise", "coach", "chair",
     "teach", "recruit", "onboard", "organise", "coordinate", "advise")
)  # fmt: skip
_PERSONS = frozenset(("team-size", "mentees", "hires", "trained-people"))
_LEARNED = frozenset(
    ("classification", "ranking", "regression", "vision", "language", "llm", "generation",
     "structure", "calibration", "fairness")
)  # fmt: skip
_TELLING = frozenset(("percent", "points", "money", "time", "multiple"))
_BIG = 1_000
_UNIT = regex(r"[ \xa0]?([A-Za-zµ°Ω]{1,3}[²³]?(?:/[A-Za-z]{1,3}[²³]?)?)(?![\w-])")


@frozen
class _Said:
    """A statement with its analysis and the kind of section it stands in."""

    text: str
    analysis: Analysis
    section: SectionKind

    def first(self, kind: SlotKind) -> str:
        """The first slot of a kind as a short quote, without the word that leads into it."""
        slot = next(iter(self.analysis.of_kind(kind)), None)
        return _short(_LEAD_IN.sub("", self.text[slot.start : slot.end])) if slot else ""

    def results(self) -> tuple[Quantity, ...]:
        """The numbers that are outcomes, those it came to before those it came from.

        Where none is known for an outcome, as in a language that is not analysed, those that
        usually are one.
        """
        before = self.analysis.of_kind(SlotKind.BASELINE)
        told = self.analysis.quantities
        found = [each for each in told if each.result]
        found = found or [each for each in told if each.kind in _TELLING]
        return tuple(sorted(found, key=lambda each: any(
            slot.start <= each.start < slot.end for slot in before)))  # fmt: skip

    def quote(self, quantity: Quantity) -> str:
        """The words of a number."""
        return number_words(self.text, quantity)


def _part(said: _Said) -> str:
    thing = said.first(SlotKind.OBJECT)
    if said.section is SectionKind.PUBLICATIONS:
        return "Which part of the paper is yours, and which your co-authors'?"
    if said.section is SectionKind.OPEN_SOURCE:
        return "Which lines are yours, who reviewed them, and what did the review change?"
    part = f"Which part of “{thing}”" if thing else "Which part of this"
    return f"{part} did you do yourself, and who did the rest?"


def _before(said: _Said) -> str:
    before = said.first(SlotKind.BASELINE)
    if not before:
        return ""
    return f"The starting point, “{before}”: who measured it, when, and in the same way as the end?"


def _cause(said: _Said) -> str:
    method, results = said.first(SlotKind.METHOD), said.results()
    if not method or not results:
        return ""
    number = said.quote(results[0])
    return f"How do you know that “{method}” caused the {number}, and nothing else that changed?"


def _share(said: _Said) -> str:
    for each in said.results():
        if each.kind in ("percent", "points"):
            return f"{said.quote(each)} of what? Say the whole, and how many cases that is."
    return ""


def _money(said: _Said) -> str:
    for each in said.results():
        if each.kind == "money":
            number = said.quote(each)
            return f"Who worked out {number}, and which costs does the figure leave out?"
    return ""


def _time(said: _Said) -> str:
    for each in said.results():
        if each.kind in ("time", "rate"):
            return f"Is {said.quote(each)} a mean, a median or the slow end, and under what load?"
    return ""


def _test_set(said: _Said) -> str:
    for each in said.results():
        if each.metric and metrics.by_id(each.metric).group in _LEARNED:
            number = said.quote(each)
            return f"On which split is {number}, how large is it, and what would lower the number?"
    return ""


def _choice(said: _Said) -> str:
    method = said.first(SlotKind.METHOD)
    if not method:
        return ""
    return (
        f"Why “{method}”? What was the simplest thing that might have worked, and did you try it?"
    )


def _scale(said: _Said) -> str:
    for each in said.analysis.quantities:
        if not each.result and each.kind in ("count", "data") and (each.value or 0) >= _BIG:
            return f"What broke, or had to change, on the way to {said.quote(each)}?"
    return ""


def _people(said: _Said) -> str:
    action = said.first(SlotKind.ACTION)
    verb = lookup(action.split()[0].casefold()) if action else None
    counted = any(each.metric in _PERSONS for each in said.analysis.quantities)
    if verb is None or (verb.base not in _PEOPLE and not counted):
        return ""
    return "Tell of one disagreement in that group: what did you decide, and how did it end?"


def _failed(said: _Said) -> str:
    aim = said.first(SlotKind.RESULT) or said.first(SlotKind.OBJECT)
    return f"What did you try first on the way to “{aim}” that did not work?" if aim else ""


def _judged(said: _Said) -> str:
    if said.section not in (SectionKind.AWARDS, SectionKind.COMPETITIONS):
        return ""
    return "Who judged it, by which measure, and what did the best of the others do better?"


def _decisive(said: _Said) -> str:
    if said.section not in (SectionKind.AWARDS, SectionKind.COMPETITIONS):
        return ""
    return "Which one step made the difference, and what did it gain by itself?"


def _claim(said: _Said) -> str:
    if said.section not in (SectionKind.PUBLICATIONS, SectionKind.TALKS):
        return ""
    return "In one sentence: what is the claim, and where does it stop holding?"


def _first_told(said: _Said) -> str:
    words = _short(said.text)
    return f"“{words}”: tell it in two minutes, to somebody who knows nothing of it."


def _again(said: _Said) -> str:
    thing = said.first(SlotKind.METHOD) or said.first(SlotKind.OBJECT)
    return f"Starting “{thing}” again today: what would you do differently?" if thing else ""


def _trade(said: _Said) -> str:
    if said.analysis.level < 3:
        return ""
    aim = said.first(SlotKind.OBJECT)
    return f"What got worse, slower or dearer so that “{aim}” could get better?" if aim else ""


_QUESTIONS: Mapping[str, Callable[[_Said], str]] = {
    "test set": _test_set,
    "cause": _cause,
    "money": _money,
    "people": _people,
    "share": _share,
    "time": _time,
    "before": _before,
    "scale": _scale,
    "choice": _choice,
    "part": _part,
    "failed": _failed,
    "trade": _trade,
    "again": _again,
    "judged": _judged,
    "decisive": _decisive,
    "claim": _claim,
    "told": _first_told,
}
"""What may be asked, the sharpest first; an empty answer says that a question does not fit."""


def number_words(text: str, quantity: Quantity) -> str:
    """A number with the sign of its unit, where one stands right behind it."""
    behind = _UNIT.match(text, quantity.end)
    if quantity.unit == "%" or behind is None or is_function_word(behind[1]):
        return text[quantity.start : quantity.end]
    return text[quantity.start : behind.end()]


@dataclass
class Asker:
    """Asks about one statement after another, and remembers what it has asked."""

    asked: Counter[str] = field(default_factory=Counter)

    def questions(self, text: str, section: SectionKind) -> tuple[str, ...]:
        """Up to four questions; fewer only where the statement says next to nothing."""
        analysis = analyse(text)
        said = _Said(text, analysis, section)
        # A question that quotes nothing says only that the words were not understood.
        found = [each for each in (analysis.question,) if each and "‘" in each]
        ranked = sorted(_fitting(said), key=lambda each: self.asked[each[0]])
        wanted = MOST if analysis.level >= 3 else MOST - 1
        for name, words in ranked[: wanted - len(found)]:
            self.asked[name] += 1
            found.append(words)
        return tuple(found)


def _fitting(said: _Said) -> Iterator[tuple[str, str]]:
    for name, ask in _QUESTIONS.items():
        words = ask(said)
        if words:
            yield name, words


def _short(words: str) -> str:
    """A quote that stays readable, cut between words."""
    words = " ".join(words.split()).rstrip(" .,;:")
    if len(words) <= _QUOTED:
        return words
    return words[:_QUOTED].rsplit(" ", 1)[0].rstrip(" .,;:") + " …"
