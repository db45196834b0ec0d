"""The built file, read again: every printed piece must come back whole and in its place.

The same checks for every extractor; what differs between them is only the order in which they
give the words. White space is compared apart from characters, so that joined and cut words are
told from lost ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import itemgetter

from standout.building.expected import Block, Piece, Stretch
from standout.building.findings import finding, quoted
from standout.diagnostic import Diagnostic
from standout.model import Extraction
from standout.patterns import regex
from standout.values import frozen

_DASHES = regex("[\u2010-\u2015\u2212]")
_WIDTHLESS = regex("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BREAKABLE = "-/.?&=_%#@:\u2010"
"""Characters behind which a line may break inside a word."""
LONG_WORD = 25
"""Letters of a word, mostly an address, that may be broken over two lines anywhere."""
MAX_TOLD = 20
"""Findings of one extractor; a broken theme breaks everything at once."""


def read_back(stretches: Iterable[Stretch], extraction: Extraction) -> tuple[Diagnostic, ...]:
    """What one extractor loses, splits or reorders."""
    walk = _Walk(_Stream.of("\n".join(extraction.pages)), extraction.extractor)
    walk.over(stretches)
    return tuple(walk.found[:MAX_TOLD])


def _bare_words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", normal(text))


def _is_turned(text: str) -> bool:
    """Say whether some of a text is written from right to left."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def unordered(word: str) -> str:
    """Its letters in order of the alphabet: some extractors turn the letters of a ligature."""
    return "".join(sorted(word))


def normal(text: str) -> str:
    """Letters in one form and case, dashes alike, without characters that take no room."""
    text = _DASHES.sub("-", _WIDTHLESS.sub("", unicodedata.normalize("NFKC", text))).casefold()
    return unicodedata.normalize("NFC", text)


def told(code: str, extractor: str, piece: Piece, what: str) -> Diagnostic:
    """A finding about one piece in what one extractor gives."""
    return finding(code, f"{extractor}: {piece.name} {quoted(piece.text)} {what}", piece.span)


@frozen
class _Stream:
    """Characters without white space, and what white space stood before each of them."""

    letters: str
    before: tuple[str, ...]

    def text(self) -> str:
        """The words again, with a space wherever there was one."""
        return _spaced(self, slice(None))

    @classmethod
    def of(cls, text: str) -> _Stream:
        """From extracted or expected text; both are normalised alike."""
        letters: list[str] = []
        before: list[str] = []
        for gap, word in re.findall(r"(\s*)(\S+)", normal(text)):
            letters.append(word)
            before.append(gap)
            before += [""] * (len(word) - 1)
        return cls("".join(letters), tuple(before))


@dataclass
class _Walk:
    """Goes through the stream once, stretch by stretch, and notes what it finds wrong."""

    stream: _Stream
    extractor: str
    found: list[Diagnostic] = field(default_factory=list)
    end: int = 0
    """Where the stretch ends that is being read."""

    @cached_property
    def turned(self) -> frozenset[str]:
        """The words there, each by its letters in order of the alphabet."""
        return frozenset(map(unordered, _bare_words(self.stream.text())))

    def over(self, stretches: Iterable[Stretch]) -> None:
        """Each stretch from where it begins up to where the next one does."""
        taken: set[int] = set()
        begun = [(self._start(each, taken), each) for each in stretches]
        begun.sort(key=itemgetter(0))
        ends = [at for at, _ in begun[1:]] + [len(self.stream.letters)]
        for (at, stretch), end in zip(begun, ends, strict=True):
            self.end = end
            if stretch.heading is not None:
                at = self._piece(stretch.heading, at)
            for block in stretch.blocks:
                at = self._block(block, at)

    def _start(self, stretch: Stretch, taken: set[int]) -> int:
        """Where a stretch begins: at its heading on a line of its own, or its longest piece.

        Of two stretches with one heading the second begins at its second place: `taken` grows.
        Some extractors put what follows a heading on its line.
        """
        if stretch.heading is None:
            return 0
        heading = _Stream.of(stretch.heading.text).letters
        free = [at for at in self._places(heading) if at not in taken and self._opens(at)]
        alone = (at for at in free if self._closes(at + len(heading)))
        begun = next(chain(alone, free), None)
        if begun is not None:
            taken.add(begun)
            return begun
        longest = max((piece.text for piece in stretch.pieces()), key=len)
        at = self.stream.letters.find(_Stream.of(longest).letters)
        return at if at >= 0 else len(self.stream.letters)

    def _places(self, letters: str) -> Iterator[int]:
        at = self.stream.letters.find(letters)
        while at >= 0:
            yield at
            at = self.stream.letters.find(letters, at + 1)

    def _opens(self, at: int) -> bool:
        """Say whether a line begins at a place."""
        return at == 0 or "\n" in self.stream.before[at]

    def _closes(self, end: int) -> bool:
        """Say whether a line ends before a place."""
        return end == len(self.stream.letters) or "\n" in self.stream.before[end]

    def _block(self, block: Block, start: int) -> int:
        """The head in any order before the body, the body in its own."""
        end = max((self._piece(piece, start) for piece in block.head), default=start)
        for piece in block.body:
            end = self._piece(piece, end)
        return end

    def _piece(self, piece: Piece, start: int) -> int:
        """One piece at or behind a place; the place behind it."""
        wanted = _Stream.of(piece.text)
        at = self._find(wanted.letters, start)
        if at >= 0:
            fault = self._spacing(wanted, at)
            if fault:
                self._say("BLD002", piece, f"reads {fault}")
            return at + len(wanted.letters)
        if _is_turned(piece.text) and self._holds(piece):
            return start
        if wanted.letters in self.stream.letters:
            self._say("BLD003", piece, "comes back in another place")
        elif all(word in self.stream.letters for word in _words(piece.text)):
            self._say("BLD002", piece, "comes back in pieces")
        else:
            self._say("BLD001", piece, "does not come back")
        return start

    def _holds(self, piece: Piece) -> bool:
        """Say whether each word of a piece is there, whichever way its letters were turned."""
        return all(word in self.turned for word in map(unordered, _bare_words(piece.text)))

    def _find(self, letters: str, start: int) -> int:
        """Where the letters stand as words of their own, else where they stand at all, or -1."""
        first = at = self.stream.letters.find(letters, start, self.end)
        while at >= 0:
            if self._bounded(at) and self._bounded(at + len(letters)):
                return at
            at = self.stream.letters.find(letters, at + 1, self.end)
        return first

    def _bounded(self, at: int) -> bool:
        """Say whether no word runs over a place."""
        letters = self.stream.letters
        if at in (0, len(letters)) or self.stream.before[at]:
            return True
        return not (letters[at - 1].isalnum() and letters[at].isalnum()) or self._wide(at)

    def _spacing(self, wanted: _Stream, at: int) -> str:
        """The words that came back joined or cut, or ''."""
        end = at + len(wanted.letters)
        if not (self._bounded(at) and self._bounded(end)):
            return f"`{_spaced(self.stream, slice(max(0, at - 8), end + 8))}`"
        for index in range(1, len(wanted.letters)):
            asked, given = wanted.before[index], self.stream.before[at + index]
            broken = "\n" in given and self._may_break(wanted, index)
            if bool(asked) != bool(given) and not broken and not self._wide(at + index):
                around = slice(max(at, at + index - 8), at + index + 8)
                return f"`{_spaced(self.stream, around)}`"
        return ""

    def _may_break(self, wanted: _Stream, index: int) -> bool:
        """Say whether a line may end before a letter: behind a hyphen, or in a word too long."""
        start = max(at for at in range(index + 1) if at == 0 or wanted.before[at])
        ends = (at for at in range(index, len(wanted.letters)) if wanted.before[at])
        length = next(ends, len(wanted.letters)) - start
        return wanted.letters[index - 1] in _BREAKABLE or length >= LONG_WORD

    def _wide(self, at: int) -> bool:
        """Say whether a line may break here without a space: between East Asian characters."""
        pair = self.stream.letters[at - 1 : at + 1]
        return any(unicodedata.east_asian_width(char) in "WF" for char in pair)

    def _say(self, code: str, piece: Piece, what: str) -> None:
        self.found.append(told(code, self.extractor, piece, what))


def _words(text: str) -> list[str]:
    return [_Stream.of(word).letters for word in text.split()]


def _spaced(stream: _Stream, around: slice) -> str:
    pairs = zip(stream.before[around], stream.letters[around], strict=True)
    return "".join(" " * bool(gap) + letter for gap, letter in pairs).strip()
