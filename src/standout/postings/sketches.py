"""How alike two postings are: a sketch of their words that finds near copies among millions.

Shingles of three words, reduced to the least of each of thirty slots (one-permutation MinHash: Li,
Owen, Zhang, 2012; empty slots borrow from the next: Shrivastava and Li, 2014). Sketches that agree
in a whole band are candidates, and the words themselves decide.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from standout.patterns import regex
from standout.values import frozen

BANDS, ROWS = 5, 6
"""Of copies that share nineteen of twenty shingles, 99.9 % meet in a band; of halves, 8 %."""
ALIKE = 0.9
"""Two postings of the same title are copies from this share of common shingles on."""
ENOUGH = 40
"""Words below which only equal texts are copies: short texts are alike by chance."""

_WORD = regex(r"[^\W_]+")
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_FINAL = np.uint64(0xFF51AFD7ED558CCD)
_SHIFT = np.uint64(33)
_SIGN = 1
_SLOTS = BANDS * ROWS
_STARTS = np.arange(_SLOTS, dtype=np.uint64) * np.uint64(2**64 // _SLOTS + 1)
"""Where the slots begin in the range of all numbers."""
_WIDTH = ROWS * 8
"""Bytes of a band."""
_LONGEST = 400
"""Characters of a line that may come again."""


@frozen
class Sketch:
    """What copies have in common: `exact` for equal words, `bands` for nearly equal ones."""

    exact: int
    bands: tuple[int, ...]


def sketch(text: str, title: Iterable[str]) -> Sketch:
    """The sketch of a posting's text; `title` are the words that its copies' titles have too."""
    lines = [
        _kept(each) if len(each) <= _LONGEST else _line(each) for each in text.split("\n") if each
    ]
    exact = number(" ".join([words for words, _ in lines if words]))
    hashed = np.frombuffer(b"".join([hashes for _, hashes in lines]), np.uint64)
    if len(hashed) < ENOUGH:
        return Sketch(exact, ())
    slots = _slots(_shingles(hashed)).tobytes()
    seed = " ".join(sorted(title)).encode()
    return Sketch(
        exact,
        tuple(
            [
                _number(seed + bytes([band]) + slots[band * _WIDTH : (band + 1) * _WIDTH])
                for band in range(BANDS)
            ]
        ),
    )


def alike(one: str, other: str) -> bool:
    """Say whether two texts share nearly all of their shingles."""
    first, second = (
        np.unique(_shingles(np.frombuffer(_line(each)[1], np.uint64))) for each in (one, other)
    )
    common = len(np.intersect1d(first, second, assume_unique=True))
    return common >= ALIKE * (len(first) + len(second) - common)


def number(text: str) -> int:
    """A text as a number of 63 bits that is the same on every machine."""
    return _number(text.encode("utf-8", "surrogatepass"))


def words_of(text: str) -> frozenset[str]:
    """The words of a short text, without case."""
    return frozenset(_WORD.findall(text.casefold()))


def _number(content: bytes) -> int:
    # SQLite's integers have a sign.
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), "big") >> _SIGN


def _line(text: str) -> tuple[str, bytes]:
    """The words of a text, and the number of each."""
    words = _WORD.findall(text.casefold())
    return " ".join(words), array("Q", map(_hashed, words)).tobytes()


_kept = lru_cache(maxsize=16_384)(_line)
"""Postings repeat each other's lines."""


@lru_cache(maxsize=65_536)
def _hashed(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _shingles(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    width = min(3, len(numbers))
    size = max(0, len(numbers) - width + 1)
    mixed = np.zeros(size, np.uint64)
    for at in range(width):
        mixed += numbers[at : at + size] * _FACTORS[at]
    mixed ^= mixed >> _SHIFT
    mixed *= _FINAL
    mixed ^= mixed >> _SHIFT
    return mixed


def _slots(shingles: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The least shingle of each slot; an empty slot has that of the next."""
    ordered = np.sort(shingles)
    starts = np.searchsorted(ordered, _STARTS)
    # Where a slot is empty its start is the next slot's; past the end it is the first of all.
    least: NDArray[np.uint64] = ordered[starts % len(ordered)]
    return least
