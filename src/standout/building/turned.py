"""A page from right to left, read again: what can be asked of it whichever way its lines are given.

Extractors turn such lines in ways of their own, letters of a ligature included. So the words of a
piece may come in any order, but on lines side by side; what must keep its order is what is written
from left to right in every script, numbers and addresses, and the parts of names and dates.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import chain, islice, pairwise

from standout.building.expected import Piece, Stretch
from standout.building.readback import MAX_TOLD, normal, told, unordered
from standout.diagnostic import Diagnostic
from standout.model import Extraction
from standout.patterns import regex

_WORD = regex(
    r"(?:(?![\d\u060c\u061b\u061f\u066a-\u066d\u06d4])[\u0590-\u08ff])+|(?:[^\W\d_](?<![\u0590-\u08ff]))+|\d+"
)
"""Letters of one direction, or a number: between the two not all extractors give a space."""
_NUMBER = regex(r"\d+(?:[.,:/]\d+)*")
_ADDRESSES = ("email", "phone", "link")
_IN_ORDER = ("name", "dates")
_NEAR = "block"
"""The family that joins what is near: it cuts a line wherever the direction changes."""
_LETTERS_A_LINE = 30
"""Of a narrow column: over so many lines a piece may be broken, and two more."""

_NON_JOINER = "\u200c"
"""Keeps two letters from joining; some extractors part the word there, or a letter beside it."""

Fault = tuple[str, str]
"""A code, and the words that say what is wrong with a piece."""


def find_lost(stretches: Iterable[Stretch], extraction: Extraction) -> tuple[Diagnostic, ...]:
    """What one extractor loses, splits or reorders of a page written from right to left."""
    page = _Page("\n".join(extraction.pages))
    ask = page.lost if extraction.family == _NEAR else page.fault
    pieces = chain.from_iterable(map(Stretch.pieces, stretches))
    faults = ((each, ask(each)) for each in pieces)
    found = (
        told(fault[0], extraction.extractor, piece, fault[1]) for piece, fault in faults if fault
    )
    return tuple(islice(found, MAX_TOLD))


class _Page:
    """The words of a page, line by line, and its characters without white space."""

    def __init__(self, text: str) -> None:
        lines = (_words(line) for line in text.splitlines())
        self.lines = [Counter(line) for line in lines if line]
        self.all = frozenset(chain.from_iterable(self.lines))
        self.pairs = frozenset(map(unordered, map("".join, pairwise(_words(text)))))
        self.chain = _chain(_words(text))
        self.numbers = frozenset(_NUMBER.findall(_plain(text)))
        self.letters = _joined(text)

    def lost(self, piece: Piece) -> Fault | None:
        """What is wrong with a piece, wherever its words stand; None where nothing is."""
        whole, parted = _by_joining(piece.text)
        if not (self.all.issuperset(whole) and (self.all | self.pairs).issuperset(parted)):
            return "BLD001", "does not come back"
        if not self.numbers.issuperset(_NUMBER.findall(_plain(piece.text))):
            return "BLD002", "comes back with a number in pieces"
        address = piece.name in _ADDRESSES and piece.text.isascii()
        if address and _joined(piece.text) not in self.letters:
            return "BLD002", "comes back with its parts in another order"
        return None

    def fault(self, piece: Piece) -> Fault | None:
        """The same, and whether its words stand together."""
        words = _words(piece.text)
        if lost := self.lost(piece):
            return lost
        whole, _ = _by_joining(piece.text)
        if not self._side_by_side(Counter(whole), 2 + len(piece.text) // _LETTERS_A_LINE):
            return "BLD002", "comes back in pieces"
        turned = (_chain(words), _chain(words[::-1]))
        if piece.name in _IN_ORDER and not any(each in self.chain for each in turned):
            return "BLD002", "comes back with its parts in another order"
        return None

    def _side_by_side(self, wanted: Counter[str], most: int) -> bool:
        """Say whether so many lines that follow one another hold all the words."""
        first = (at for at, line in enumerate(self.lines) if line & wanted)
        return not wanted or any(
            wanted <= sum(self.lines[at : at + most], Counter[str]()) for at in first
        )


def _words(text: str) -> list[str]:
    return [unordered(word) for word in _WORD.findall(_plain(text))]


def _by_joining(text: str) -> tuple[list[str], list[str]]:
    """The words of a text, and those of them that an extractor may part."""
    parted = [word for word in text.split() if _NON_JOINER in word]
    whole = [word for word in text.split() if _NON_JOINER not in word]
    return _words(" ".join(whole)), _words(" ".join(parted))


def _chain(words: Iterable[str]) -> str:
    """Words as one text in which others are looked for whole."""
    return f" {' '.join(words)} "


def _joined(text: str) -> str:
    return "".join(_plain(text).split())


def _plain(text: str) -> str:
    """Normalised, without marks above and below letters: extractors put them anywhere."""
    return "".join(char for char in normal(text) if not unicodedata.combining(char))
