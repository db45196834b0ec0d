"""Compare what independent extractors read in the same PDF, word by word and section by section.

White space, hyphens, ligatures, accents and capitals are left out of the comparison: extractors
write them differently and every parser evens them out.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from standout.model import Extraction, Resume, SectionKind
from standout.source import Text

ORDERS = {"stream": "in drawing order", "block": "block by block", "row": "row by row"}
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_MOST = 50
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Stream:
    """One extractor's text as letters and digits only; `starts[i]` is where line `i` begins."""

    letters: str
    lines: tuple[str, ...]
    starts: tuple[int, ...]

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


@lru_cache(maxsize=16)
def stream(extraction: Extraction) -> Stream:
    """What an extractor read, ready for comparison."""
    lines: list[str] = []
    starts: list[int] = []
    length = 0
    for page in extraction.pages:
        for line in page.splitlines():
            plain = letters(line)
            if plain:
                lines.append(plain)
                starts.append(length)
                length += len(plain)
    return Stream("".join(lines), tuple(lines), tuple(starts))


def reader_of(extraction: Extraction) -> str:
    """An extractor as a message names it: 'pdfminer.six, read block by block'."""
    return f"{extraction.extractor}, read {ORDERS.get(extraction.family, extraction.family)}"


@dataclass(frozen=True, slots=True)
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
        wording = letters(section.heading.value)
        start = text.heading(wording) if wording else None
        if start is not None:
            found.append((start, number))
    found.sort()
    return Sections(tuple(start for start, _ in found), tuple(number for _, number in found))


def stands_in(text: Text, number: int, stream: Stream, sections: Sections) -> bool:
    """Say whether a text stands unbroken under its own section's heading."""
    wording = letters(text.value)
    return any(sections.at(at) == number for at in stream.all(wording))
