"""Which words say something together: lines, fields, statements, their results, skills."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from standout.analysis.statement import Analysis, SlotKind, analyse
from standout.glance.cues import HEADERS
from standout.glance.labels import Label
from standout.glance.layout import Laid
from standout.glance.model import ranked
from standout.glance.wanted import Wanted
from standout.model import SectionKind, Word
from standout.model.exposure import Role
from standout.source import Span, Text
from standout.values import frozen
from standout.vocabulary.reading_model import FUNCTION, parameters

_DEEDS = (
    SectionKind.EXPERIENCE, SectionKind.VOLUNTEER, SectionKind.PROJECTS, SectionKind.OPEN_SOURCE,
)  # fmt: skip
"""Sections whose statements tell what was done."""
_SHARES = {"line": "statement", "statement": "statement", "result": "result"}
_RESULTS = 3
"""The rung of the 'So what?' ladder from which a statement tells a result."""


@frozen
class Part:
    """Words by their indices in the layout, of which `needed` make the part seen.

    Several `groups` say the same thing in several places: one of them is enough.
    """

    kind: str
    name: str
    text: str
    span: Span
    page: int
    groups: tuple[tuple[int, ...], ...]
    needed: tuple[int, ...]
    rank: int = 0

    def times(self, run: Sequence[int]) -> int:
        """When the part is seen in one run of the model: the earliest of its groups."""
        when = [
            sorted([run[at] for at in group])[needed - 1] if len(group) > 1 else run[group[0]]
            for group, needed in zip(self.groups, self.needed, strict=True)
        ]
        return min(when) if len(when) > 1 else when[0]


def parts_of(
    laid: Laid, labels: Sequence[Label], mentioned: Sequence[tuple[Wanted, Text]]
) -> tuple[Part, ...]:
    """All parts of a layout, in reading order within each kind.

    Skills are those `mentioned` for a posting, or the listed ones where nothing was looked for.
    """
    places = _Places(laid)
    return (
        *_lines(laid, places),
        *_fields(laid, labels, places),
        *_statements(labels, places),
        *(_wanted(mentioned, places) if mentioned else _listed(labels, places)),
    )


class _Places:
    """Finds the words that print a text."""

    def __init__(self, laid: Laid) -> None:
        self.laid = laid
        self._at = {
            offset: number
            for number, word in enumerate(laid.words)
            for offset in range(word.span.start, word.span.end)
        }

    def of(self, text: Text, start: int = 0, end: int | None = None) -> tuple[int, ...]:
        """The words that a piece of a text is printed with, in its order."""
        found = (self._at.get(place) for place in text.places[start:end])
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def part(
        self, kind: str, name: str, text: Text, groups: Iterable[Sequence[int]], rank: int = 0
    ) -> Iterator[Part]:
        """A part of some groups of words, if any of them stands on the pages."""
        kept = [self._content(group) for group in groups if group]
        if not kept:
            return
        share = parameters().groups[_SHARES.get(kind, "field")]
        needed = tuple(ceil(share * len(group)) for group in kept)
        page = self.laid.cues[kept[0][0]].page
        words = " ".join(text.value.split())
        yield Part(kind, name, words, text.span(), page, tuple(kept), needed, rank)

    def _content(self, group: Sequence[int]) -> tuple[int, ...]:
        """Without function words, where there are others."""
        content = tuple(at for at in group if self.laid.cues[at].rarity != FUNCTION)
        return content or tuple(group)


def _lines(laid: Laid, places: _Places) -> Iterator[Part]:
    found: dict[int, list[int]] = defaultdict(list)
    for at, cue in enumerate(laid.cues):
        found[cue.line].append(at)
    for number, line in found.items():
        pieces = [_text(laid.words[at]) for at in line]
        yield from places.part("line", str(number), Text.join(pieces), [line])


def _text(word: Word) -> Text:
    start = word.span.start
    return Text(word.text, range(start, start + len(word.text)))


def _fields(laid: Laid, labels: Sequence[Label], places: _Places) -> Iterator[Part]:
    ranks = ranked(laid.cues)
    for label in labels:
        if label.role in HEADERS:
            rank = ranks.get(label.entry, 0)
            yield from places.part("field", label.field, label.text, [places.of(label.text)], rank)


def _statements(labels: Sequence[Label], places: _Places) -> Iterator[Part]:
    for label in labels:
        if label.field not in ("statement", "description"):
            continue
        text = label.text
        yield from places.part("statement", "statement", text, [places.of(text)])
        if label.kind in _DEEDS and label.role is Role.BULLET:
            found = analyse(text.value)
            if found.level >= _RESULTS:
                words = _result(found, text, places)
                yield from places.part("result", f"L{found.level}", text, [words])


def _result(found: Analysis, text: Text, places: _Places) -> tuple[int, ...]:
    """The numbers that are the result; without numbers the words that tell it."""
    numbers = [(each.start, each.end) for each in found.quantities if each.result]
    told = [(each.start, each.end) for each in found.of_kind(SlotKind.RESULT)]
    ranges = numbers or told
    return tuple(dict.fromkeys(at for start, end in ranges for at in places.of(text, start, end)))


def _listed(labels: Sequence[Label], places: _Places) -> Iterator[Part]:
    for label in labels:
        if label.field == "skill":
            name = " ".join(label.text.value.split())
            yield from places.part("skill", name, label.text, [places.of(label.text)])


def _wanted(mentioned: Sequence[tuple[Wanted, Text]], places: _Places) -> Iterator[Part]:
    texts: dict[Wanted, list[Text]] = defaultdict(list)
    for wanted, text in mentioned:
        texts[wanted].append(text)
    for wanted, several in texts.items():
        groups = [places.of(text) for text in several]
        first = next((text for text, group in zip(several, groups, strict=True) if group), None)
        if first is not None:
            yield from places.part("skill", wanted.name, first, groups)
