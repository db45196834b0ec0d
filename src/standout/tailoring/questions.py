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
from standout.tailoring.numbers import is_starting_point, whole
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
_PARTICLES = frozenset(["back", "up", "down", "out", "off", "over", "away", "on", "in", "through"])
_POINTING = frozenset(["it", "them", "this", "these", "those", "that", "so"])
_MOMENTS = frozenset(
    ("ms", "s", "us", "µs", "ns", "second", "seconds", "millisecond", "milliseconds",
     "microsecond", "microseconds")
)  # fmt: skip
_COUNTED = regex(r" [a-z]{3,}s\b")
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

    def thing(self, *kinds: SlotKind) -> str:
        """The first slot of these kinds that can be quoted by itself, as `it` cannot."""
        for slot in (each for kind in kinds for each in self.analysis.of_kind(kind)):
            words = _LEAD_IN.sub("", self.text[slot.start : slot.end]).strip()
            if _is_thing(words):
                return _short(words)
        return ""

    def results(self) -> tuple[Quantity, ...]:
        """The numbers that are outcomes, not what they came from.

        Where none is known for an outcome, as in a language that is not analysed, those that
        usually are one.
        """
        told = [
            each
            for each in self.analysis.quantities
            if not is_starting_point(self.text, self.analysis, each)
        ]
        found = [each for each in told if each.result]
        found = found or [each for each in told if each.kind in _TELLING]

        def named(each: Quantity) -> bool:
            return not any(map(str.isdigit, self.text[each.start : each.end]))

        return tuple(sorted(found, key=named))

    def quote(self, quantity: Quantity) -> str:
        """The words of a number."""
        return number_words(self.text, quantity)


def _is_thing(words: str) -> bool:
    """Whether words name something to somebody who does not see the rest of the line."""
    parts = words.casefold().split()
    if len(parts) < 2 or _POINTING.intersection(parts) or any(map(str.isdigit, parts[0])):
        return False
    return not _PARTICLES.intersection((parts[0], parts[-1])) and not is_function_word(parts[-1])


def _part(said: _Said) -> str:
    if _people(said):
        return ""
    thing = said.thing(SlotKind.OBJECT)
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
    results = said.results()
    if not said.analysis.of_kind(SlotKind.METHOD) or not results:
        return ""
    method, number = said.thing(SlotKind.METHOD), said.quote(results[0])
    cause = f"“{method}”" if method else "this"
    return f"How do you know that {cause} led to {number}, and nothing else that changed?"


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
            number = said.quote(each)
            if each.kind == "rate" or _sign(number) in _MOMENTS:
                return f"Is {number} a mean, a median or the slow end, and under what load?"
            return f"Was it {number} once, or is that the usual case, and over how many?"
    return ""


def _test_set(said: _Said) -> str:
    for each in said.results():
        if each.metric and metrics.by_id(each.metric).group in _LEARNED:
            number = said.quote(each)
            return f"On which split is {number}, how large is it, and what would lower the number?"
    return ""


def _choice(said: _Said) -> str:
    method = said.thing(SlotKind.METHOD)
    if not method:
        return ""
    return (
        f"Why “{method}”? What was the simplest thing that might have worked, and did you try it?"
    )


def _scale(said: _Said) -> str:
    for each in said.analysis.quantities:
        if not each.result and each.kind in ("count", "data") and (each.value or 0) >= _BIG:
            behind = _COUNTED.match(said.text, each.end)
            thing = behind[0] if behind else ""
            return f"What broke, or had to change, on the way to {said.quote(each)}{thing}?"
    return ""


def _people(said: _Said) -> str:
    action = said.first(SlotKind.ACTION)
    verb = lookup(action.split()[0].casefold()) if action else None
    counted = any(each.metric in _PERSONS for each in said.analysis.quantities)
    if verb is None or (verb.base not in _PEOPLE and not counted):
        return ""
    return "Tell of one disagreement in that group: what did you decide, and how did it end?"


def _failed(said: _Said) -> str:
    if not said.analysis.of_kind(SlotKind.RESULT) and not said.analysis.of_kind(SlotKind.OBJECT):
        return ""
    return "What did you try first that did not work, and what told you so?"


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
    thing = said.thing(SlotKind.METHOD, SlotKind.OBJECT)
    return (
        f"Were you to begin again today: what would be different about “{thing}”?" if thing else ""
    )


def _trade(said: _Said) -> str:
    if said.analysis.level < 3 or _people(said):
        return ""
    return "What got worse, slower or dearer for this to get better?"


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
    """A whole number with the sign of its unit, where one stands right behind it."""
    start, end = whole(text, quantity.start, quantity.end)
    behind = _UNIT.match(text, end)
    if quantity.unit == "%" or behind is None or is_function_word(behind[1]):
        return text[start:end]
    return text[start : behind.end()]


def _sign(number: str) -> str:
    """The sign of the unit at the end of a number."""
    return number.replace("\xa0", " ").split(" ")[-1].lstrip("0123456789.,")


@dataclass
class Asker:
    """Asks about one statement after another, and remembers what it has asked."""

    asked: Counter[str] = field(default_factory=Counter)

    def questions(self, text: str, section: SectionKind) -> tuple[str, ...]:
        """Up to four questions; fewer only where the statement says next to nothing."""
        analysis = analyse(text)
        said = _Said(text, analysis, section)
        # A question that quotes nothing says only that the words were not understood.
        found = [each for each in (analysis.question,) if each and _quotes_words(each)]
        ranked = sorted(_fitting(said), key=lambda each: self.asked[each[0]])
        wanted = MOST if analysis.level >= 3 else MOST - 1
        for name, words in ranked[: wanted - len(found)]:
            self.asked[name] += 1
            found.append(words)
        return tuple(found)


def _quotes_words(question: str) -> bool:
    quoted = re.search(r"‘([^’]+)’", question)
    return quoted is not None and not is_function_word(quoted[1])


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
