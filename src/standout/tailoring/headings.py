"""Headings as words: capitals are a look, and the look is the theme's."""

from __future__ import annotations

from standout.source import Text
from standout.vocabulary.words import is_function_word

_SHORT = 2
"""Letters up to which a word in capitals is taken for an abbreviation, as AI and ML are."""
_VOWELS = frozenset("AEIOUY")


def in_words(heading: Text | None) -> Text | None:
    """A heading that is all capitals with a capital at each word; any other as it is."""
    if heading is None or not heading.value.isascii() or not heading.value.isupper():
        return heading
    words = heading.value.split(" ")
    folded = [_folded(word, first=at == 0) for at, word in enumerate(words)]
    return Text(" ".join(folded), heading.places)


def _folded(word: str, *, first: bool) -> str:
    if is_function_word(word.lower()):
        return word.capitalize() if first else word.lower()
    is_abbreviation = len(word) <= _SHORT or not _VOWELS.intersection(word)
    return word if is_abbreviation else word.capitalize()
