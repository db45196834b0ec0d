"""The words of a statement, with their offsets and what they can be."""

from __future__ import annotations

import re

from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary.matcher import plain
from standout.vocabulary.verbs import Verb, lookup

_TOKEN = regex(r"\d+(?:[.,]\d+)+\w*|[^\W_][\w'+#./-]*[\w+#]|[^\W_]|->|[^\w\s]|_")
_LINK = regex(
    r"https?://[^\s<>()\[\]]+|www\.[^\s<>()\[\]]+|\bdoi:\s?10\.[^\s<>()]+|[\w.+-]{1,64}@[\w-]{1,60}\.[\w.-]{2,60}"
    r"|\b(?:github|gitlab|huggingface|arxiv|kaggle|linkedin|bitbucket|pypi|zenodo|youtube|medium)\.(?:com|org|co|io)(?:/[^\s<>()\[\],;]*)?"
    r"|\b(?:[a-z][\w-]{0,40}\.){1,3}[a-z]{2,10}/[^\s<>()\[\],;]*",
    re.IGNORECASE,
    needs="http www. doi @ / .co .org .io",
)


@frozen
class Token:
    """A word or a mark. `word` is in lower case; `verb` is set where it can be one."""

    word: str
    start: int
    end: int
    capital: bool
    verb: Verb | None

    @property
    def is_word(self) -> bool:
        """Say whether it is a word or number, not a mark."""
        return self.word[0].isalnum()


def tokens_of(text: str) -> tuple[Token, ...]:
    """All tokens of a text, left to right."""
    return tuple(
        Token(word.lower(), match.start(), match.end(), word[0].isupper(), lookup(word))
        for match in _TOKEN.finditer(plain(text))
        if (word := match[0])
    )


def links_of(text: str) -> tuple[tuple[int, int], ...]:
    """Where addresses stand."""
    return tuple(
        (match.start(), match.start() + len(match[0].rstrip(".,;:")))
        for match in _LINK.finditer(text)
    )
