"""From the words of pages and the fields of a resume to the cues of the reading model."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from standout.glance.cues import Cue
from standout.glance.labels import Label
from standout.model import Page, Word
from standout.model.exposure import Role
from standout.patterns import regex
from standout.source import Span
from standout.values import frozen
from standout.vocabulary.reading_model import parameters, rarity

MOST_PAGES = 5
MOST_WORDS = 5_000
"""What is modelled: nobody comes further in a minute."""
_LETTER = regex(r"\w")
_NUMERAL = regex(r"\d")
_LEVEL = 0.4
"""Words stand on one line that share more than this of their height. Shares are rounded, so that
the scale of a page decides nothing."""
_APART = 3.0
"""A gap of so many letters ends a run of words: a date at the right edge begins anew."""


@frozen
class Laid:
    """The words that can be seen, a cue for each, and the label of each (None outside fields)."""

    words: tuple[Word, ...] = ()
    cues: tuple[Cue, ...] = ()
    labels: tuple[Label | None, ...] = ()


def laid(pages: Sequence[Page], texts: Iterable[Label], wanted: Iterable[Span] = ()) -> Laid:
    """Lay out pages with the labels of their texts. `wanted` are words that a reader looks for."""
    words: list[Word] = []
    cues: list[Cue] = []
    names: list[Label | None] = []
    by_offset = _by_offset(texts)
    looked_for = {offset for span in wanted for offset in range(span.start, span.end)}
    number = 0
    for page in pages[:MOST_PAGES]:
        for line in _lines(_visible(page)):
            number += 1
            own = [_label_of(word, by_offset) for word in line]
            words += line
            names += own
            cues += _cues(page, number, line, own, looked_for)
            if len(words) > MOST_WORDS:
                break
    cut = slice(MOST_WORDS)
    return Laid(tuple(words[cut]), tuple(_wrapped(cues, names))[cut], tuple(names[cut]))


def _by_offset(texts: Iterable[Label]) -> dict[int, Label]:
    found: dict[int, Label] = {}
    for label in texts:
        for place in label.text.places:
            found.setdefault(place, label)
    return found


def _label_of(word: Word, by_offset: dict[int, Label]) -> Label | None:
    places = range(word.span.start, word.span.end)
    return next((by_offset[each] for each in places if each in by_offset), None)


def _visible(page: Page) -> list[Word]:
    """The words that a person reads: neither hidden nor running heads, with a letter or digit."""
    return [
        word
        for word in page.words[:MOST_WORDS]
        if not word.invisible
        and _LETTER.search(word.text)
        and not any(each.contains(word.span) for each in page.furniture)
    ]


def _lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words in reading order, cut where one stands on another line or against the direction."""
    current: list[Word] = []
    for word in words:
        if current and not _follows(current[-1], word):
            yield current
            current = []
        current.append(word)
    if current:
        yield current


def _follows(before: Word, after: Word) -> bool:
    overlap = min(before.box.y1, after.box.y1) - max(before.box.y0, after.box.y0)
    smaller = max(1e-3, min(before.box.height, after.box.height))
    if round(overlap / smaller, 3) <= _LEVEL:
        return False
    if is_leftwards(before.text) or is_leftwards(after.text):
        return True
    return after.box.x0 >= before.box.x0


def is_leftwards(text: str) -> bool:
    """Say whether a word is written from right to left."""
    return any(unicodedata.bidirectional(each) in ("R", "AL") for each in text[:8])


def _cues(
    page: Page,
    number: int,
    line: Sequence[Word],
    names: Sequence[Label | None],
    wanted: set[int],
) -> Iterator[Cue]:
    side = max(1e-3, min(page.width, page.height))
    degrees = parameters().span["page"] / side
    leftwards = 2 * sum(is_leftwards(word.text) for word in line) > len(line)
    for word, label, down in zip(line, names, _steps(line, names), strict=True):
        box = word.box
        middle = (box.x0 + box.x1) / 2
        x = middle / max(1e-3, page.width)
        yield Cue(
            page=page.number,
            x=_share(1 - x if leftwards else x),
            y=_share((box.y0 + box.y1) / 2 / max(1e-3, page.height)),
            line=number,
            centre=middle * degrees,
            letter=box.width / len(word.text) * degrees,
            letters=len(word.text),
            down=down,
            role=label.role if label else Role.CONTACT,
            rarity=rarity(word.text),
            type=(word.size or box.height) / side,
            family=label.family if label else "other",
            section=label.section if label else -1,
            entry=label.entry if label else -1,
            bold=word.bold,
            numeral=bool(_NUMERAL.search(word.text)),
            wanted=any(at in wanted for at in range(word.span.start, word.span.end)),
            leftwards=leftwards,
        )


def _share(value: float) -> float:
    """Below 1: what stands on the lower edge is still on its page."""
    return min(0.9999, max(0.0, value))


def _steps(line: Sequence[Word], names: Sequence[Label | None]) -> Iterator[int]:
    """How many words of its run stand before each word: a run is a field, or has no wide gap."""
    down = -1
    for at, word in enumerate(line):
        same = at > 0 and names[at] is names[at - 1] and not _is_apart(line[at - 1], word)
        down = down + 1 if same else 0
        yield down


def _is_apart(before: Word, after: Word) -> bool:
    gap = max(after.box.x0 - before.box.x1, before.box.x0 - after.box.x1)
    letter = max(1e-3, before.box.width / len(before.text))
    return round(gap / letter, 3) > _APART


def _wrapped(cues: Iterable[Cue], names: Sequence[Label | None]) -> Iterator[Cue]:
    """A line that continues a text begins further down: its start is no start of a thought."""
    further = parameters().words["wrapped"]
    begun: dict[int, dict[int, int]] = {}
    for cue, label in zip(cues, names, strict=False):
        lines = begun.setdefault(label.number, {}) if label else {}
        above = lines.setdefault(cue.line, len(lines))
        yield replace(cue, down=cue.down + further * above) if above else cue
