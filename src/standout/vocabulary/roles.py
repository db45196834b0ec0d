"""Words that tell job titles, organisations and degrees apart."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from standout.patterns import regex
from standout.vocabulary import tables

SPACED_DEGREE = r"\b(?i:B|M|D|Ph|Dr|Dipl)\.\s(?i:Sc|A|S|Eng|Ed|Phil|D|Tech|Ing|Inf|Math|Phys)\b\.?"
"""A degree whose abbreviation is set with a space: 'M. Sc.'."""
_SPACED = regex(SPACED_DEGREE)
_WORD = regex(r"[^\s,;:()\[\]|/]+")


def plain(text: str) -> str:
    """Lower case, without accents and typographic apostrophes."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("ß", "ss"))
    return unicodedata.normalize(
        "NFC", "".join(char for char in folded if not unicodedata.combining(char))
    )


def title_words(text: str) -> int:
    """How many words of a job title ('engineer', 'intern') stand in the text."""
    return _count(text, "title")


def organization_words(text: str) -> int:
    """How many words of an organisation's name ('GmbH', 'University') stand in the text."""
    return _count(text, "organization")


def school_words(text: str) -> int:
    """How many words of a school's name ('University', 'ETH') stand in the text."""
    return _count(text, "school")


def degree_words(text: str) -> int:
    """How many words of a degree ('B.Sc.', 'Master') stand in the text."""
    return _count(_SPACED.sub(lambda match: match.group().replace(" ", ""), text), "degree")


def is_degree_word(word: str) -> bool:
    """Say whether one word names a degree."""
    return _matches(plain(word).replace(" ", ""), _words()["degree"])


@lru_cache(maxsize=32_768)
def _count(text: str, group: str) -> int:
    words = _words()[group]
    return sum(_matches(match.group(), words) for match in _WORD.finditer(plain(text[:400])))


def _matches(word: str, words: frozenset[str]) -> bool:
    if word in words or word.strip(".'\"") in words:
        return True
    # German compounds and CJK names end with the word: 'Softwareentwickler', '清华大学'.
    return (
        len(word) > 3
        and word.endswith(_ENDINGS)
        and any(word.endswith(end) and end in words for end in _ENDINGS)
    )


_ENDINGS = (
    "ingenieur", "ingenieurin", "entwickler", "entwicklerin", "berater", "leiter", "mitarbeiter",
    "beraterin", "leiterin", "mitarbeiterin", "wissenschaftler", "wissenschaftlerin", "forscher",
    "forscherin", "assistent", "assistentin", "student", "onderzoeker", "medewerker",
    "ontwikkelaar",
    "universitat", "hochschule", "universiteit",
    "大学", "公司", "学院", "工程师", "研究员", "エンジニア",
)  # fmt: skip


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in tables.load("roles").items()}
