"""Compare what independent extractors read in the same PDF, word by word and section by section.

White space, hyphens, ligatures, accents and capitals are left out of the comparison: extractors
write them differently and every parser evens them out.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from standout.model import Extraction, Resume, SectionKind
from standout.patterns import regex
from standout.source import Span, Text
from standout.values import frozen

ORDERS = {"stream": "in drawing order", "block": "block by block", "row": "row by row"}
_UNMAPPED = regex(r"\(cid:\d+\)")
_MOST = 50
_BEGINNING, _CHANCE, _GAP = 8, 4, 160
"""Letters that find a text's beginning, that may go on alike by chance, that may stand between."""
_NO_LETTER = regex(r"[\W_]+")
_NO_ASCII = regex(r"[^a-z0-9]+")
_LONG_WORD = regex(r"\w{3,40}")
_FEWEST = 2
"""Extractors that must read as we do, where there are twice as many, before another is wrong."""
_LOOSE = 0.4
"""The largest share of the letters that may have found no place in the model."""


@frozen
class Stream:
    """One extractor's text as letters and digits only; `starts[i]` is where line `i` begins.

    `fold` makes such letters of a text that is looked up in it.
    """

    letters: str
    lines: tuple[str, ...]
    starts: tuple[int, ...]
    fold: Callable[[str], str]

    def heading(self, wording: str) -> int | None:
        """Where a heading stands: a line of its own, or else the start of a line."""
        for matches in (str.__eq__, str.startswith):
            for line, start in zip(self.lines, self.starts, strict=True):
                if matches(line, wording):
                    return start
        return None

    def line_of(self, offset: int) -> int:
        """The number, from 0, of the line that holds an offset."""
        return bisect_right(self.starts, offset) - 1

    def all(self, wording: str) -> Iterator[int]:
        """Every place of some letters, up to a bound that no resume reaches."""
        at = self.letters.find(wording) if wording else -1
        for _ in range(_MOST):
            if at < 0:
                return
            yield at
            at = self.letters.find(wording, at + 1)


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """The letters and digits of a text without case, accents and ligatures."""
    plain = unicodedata.normalize("NFKD", _UNMAPPED.sub(" ", text)).casefold()
    return _NO_LETTER.sub("", plain).replace("ı", "i")


@lru_cache(maxsize=4096)
def _skeleton(text: str) -> str:
    """The plain letters and digits of a text: an accented letter is left out, not evened."""
    joined = unicodedata.normalize("NFC", _UNMAPPED.sub("", text)).lower()
    return _NO_ASCII.sub("", joined)


def stream(extraction: Extraction, written: str) -> Stream:
    """What an extractor read, ready for comparison with what is `written` in the resume.

    One that garbles accented letters is compared by the others: a fault of the fonts (ATS002) is
    no loss of words.
    """
    plain = _stream(extraction, letters)
    accented = _accented(written)
    garbled = sum(letters(each) not in plain.letters for each in accented)
    return _stream(extraction, _skeleton) if garbled > len(accented) / 2 else plain


@lru_cache(maxsize=4)
def _accented(written: str) -> frozenset[str]:
    """The words with accented Latin letters."""
    if written.isascii():
        return frozenset()
    words = {word.lower() for word in _LONG_WORD.findall(written) if not word.isascii()}
    return frozenset(word for word in words if _NO_ASCII.sub("", word) not in ("", word))


def doubtful(missed: Sequence[Collection[Span]]) -> frozenset[Span]:
    """What too few extractors read as we do: there our own reading is in doubt."""
    agree = _FEWEST if len(missed) >= 2 * _FEWEST else 1
    everything = frozenset[Span]().union(*missed)
    return frozenset(
        each for each in everything if sum(each not in mine for mine in missed) < agree
    )


def is_placed(resume: Resume) -> bool:
    """Say whether most of the text found its place in the model, so that it can be compared."""
    loose = [*resume.basics.notes]
    for section in resume.sections:
        if section.kind is SectionKind.OTHER:
            loose += section.texts()
        loose += (note for entry in section.entries for note in entry.notes)
    whole = sum(len(each) for each in resume.texts())
    return whole == 0 or sum(map(len, loose)) <= _LOOSE * whole


@lru_cache(maxsize=16)
def _stream(extraction: Extraction, fold: Callable[[str], str]) -> Stream:
    lines: list[str] = []
    starts: list[int] = []
    length = 0
    for page in extraction.pages:
        for line in page.splitlines():
            plain = fold(line)
            if plain:
                lines.append(plain)
                starts.append(length)
                length += len(plain)
    return Stream("".join(lines), tuple(lines), tuple(starts), fold)


def reader_of(extraction: Extraction) -> str:
    """An extractor as a message names it: 'pdfminer.six, read block by block'."""
    return f"{extraction.extractor}, read {ORDERS.get(extraction.family, extraction.family)}"


@frozen
class Sections:
    """Where the sections of a resume begin in an extractor's text, in the order found there."""

    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    def at(self, offset: int) -> int | None:
        """The number of the section under whose heading an offset stands."""
        index = bisect_right(self.starts, offset) - 1
        return self.numbers[index] if index >= 0 else None


def sections_in(resume: Resume, text: Stream) -> Sections:
    """Look for the resume's known headings. Unknown ones are passed over: they may be none."""
    found = []
    for number, section in enumerate(resume.sections):
        if section.heading is None or section.kind is SectionKind.OTHER:
            continue
        wording = text.fold(section.heading.value)
        start = text.heading(wording) if wording else None
        if start is not None:
            found.append((start, number))
    found.sort()
    return Sections(tuple(start for start, _ in found), tuple(number for _, number in found))


def stands_in(text: Text, number: int, stream: Stream, sections: Sections) -> bool:
    """Say whether a text stands unbroken under its own section's heading."""
    wording = stream.fold(text.value)
    return any(sections.at(at) == number for at in stream.all(wording))


def parted_by(
    text: Text, number: int, stream: Stream, sections: Sections, margin: Sequence[str]
) -> bool:
    """Say whether a text stands under its heading with only dates or places of it in between.

    Readers that go block by block put a date at the right margin between two lines of the
    statement beside it: ugly, but every word is where it belongs.
    """
    wording = stream.fold(text.value)
    for at in stream.all(wording[:_BEGINNING]):
        same = _common(stream.letters[at : at + len(wording)], wording)
        for cut in range(same, max(same - _CHANCE, _BEGINNING) - 1, -1):
            rest = stream.letters.find(wording[cut:], at + cut, at + cut + _GAP + len(wording))
            gap = stream.letters[at + cut : max(rest, at + cut)]
            if rest >= 0 and sections.at(rest) == number and _is_made_of(gap, margin):
                return True
    return False


def _common(one: str, other: str) -> int:
    """The length of the common beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _is_made_of(gap: str, pieces: Sequence[str]) -> bool:
    for piece in sorted(pieces, key=len, reverse=True):
        gap = gap.replace(piece, "")
    return not gap
