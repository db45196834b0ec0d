"""Which section a heading opens, from its words alone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from standout.model import SectionKind
from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import tables

_DECORATION = regex(r"^[\W_]+|[\W_]+$")
_NUMBERING = regex(r"^(?:\d{1,2}[.)]?|[ivx]{1,4}[.)])\s+")
_VOICED = "\u3099\u309a"
"""Marks that make another letter of a Japanese one, unlike an accent."""
_CONTINUED = regex(r"\W+(?:continued|cont\.?d?|contd|forts\.?|suite)\W*$")
_HINTED = 6
"""Words that a heading of the author's own has at most."""
_LONG = 12
"""Letters from which a word may be a heading whose spaces were lost."""


@frozen
class Heading:
    """What a heading's words say. `kind` is None for a contact block.

    `exact` is false where only the last word is known ('Robotics Projects').
    """

    kind: SectionKind | None
    exact: bool = True


@frozen
class _Wordings:
    exact: dict[str, SectionKind | None]
    compact: dict[str, SectionKind | None]
    nouns: dict[str, SectionKind]
    modifiers: frozenset[str]
    followers: frozenset[str]
    hints: dict[str, SectionKind]


@lru_cache(maxsize=4096)
def find(text: str) -> Heading | None:
    """What kind of section the words name, or None where they name none."""
    if len(text) > 80:
        return None
    words = normalised(text)
    known = _wordings()
    # Letter-spacing that was read as spaces: 'EXP ERIENCE'; spaces lost: 'WorkExperience'.
    together = " " not in words and len(words) >= _LONG
    if (text.isupper() or together) and words.replace(" ", "") in known.compact:
        return Heading(known.compact[words.replace(" ", "")])
    if not words or len(words.split()) > 7:
        return None
    for candidate in (words, _unmodified(words, known.modifiers), _bare(words, known.followers)):
        if candidate in known.exact:
            return Heading(known.exact[candidate])
    parts = [part for part in re.split(r" (?:and|und|et|y|e|en) |, | - ", words) if part]
    kinds = [_part(part, known) for part in parts]
    if len(parts) > 1 and all(kind is not None for kind in kinds):
        return Heading(kinds[0])
    noun = known.nouns.get(words.rsplit(" ", 1)[-1])
    if noun is not None and 2 <= len(words.split()) <= 4:
        return Heading(noun, exact=False)
    return None


@lru_cache(maxsize=4096)
def hinted(text: str) -> SectionKind | None:
    """What kind of section one of the words hints at: 'Where I've worked', 'My toolbox'.

    Of several hints the last counts. Too weak to know a heading by; only its look can.
    """
    words = re.findall(r"[^\W\d_]+", normalised(text[:80]))
    found = [_wordings().hints[word] for word in words if word in _wordings().hints]
    return found[-1] if found and len(words) <= _HINTED else None


def normalised(text: str) -> str:
    """Lower case without accents, decoration, numbering and letter-spacing; '&' as 'and'."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in plain if char in _VOICED or not unicodedata.combining(char))
    plain = unicodedata.normalize("NFC", plain)
    plain = re.sub(r"\s*[&+/]\s*", " and ", plain)
    plain = _NUMBERING.sub("", _DECORATION.sub("", plain))
    plain = _CONTINUED.sub("", plain)
    letters = plain.split(" ")
    if len(letters) > 3 and all(len(letter) <= 1 for letter in letters):
        plain = "".join(letter or " " for letter in letters)
    return re.sub(r"[\s_–—-]+", " ", plain).strip()


def _part(words: str, known: _Wordings) -> SectionKind | None:
    return known.exact.get(words) or known.exact.get(_unmodified(words, known.modifiers))


def _unmodified(words: str, modifiers: frozenset[str]) -> str:
    while True:
        first, _, rest = words.partition(" ")
        if not rest or first not in modifiers:
            return words
        words = rest


def _bare(words: str, followers: frozenset[str]) -> str:
    """The words without adjectives behind them: 'Réalisations personnelles'."""
    while True:
        rest, _, last = words.rpartition(" ")
        if not rest or last not in followers:
            return words
        words = rest


@lru_cache(maxsize=1)
def _wordings() -> _Wordings:
    table = tables.load("headings")
    kinds = {kind.value: kind for kind in SectionKind}
    exact: dict[str, SectionKind | None] = dict.fromkeys(table["contact"])
    nouns: dict[str, SectionKind] = {}
    for name, wordings in table["kinds"].items():
        for wording in wordings:
            exact.setdefault(wording, kinds[name])
    for name, words in table["nouns"].items():
        nouns.update(dict.fromkeys(words, kinds[name]))
    compact = {name.replace(" ", ""): kind for name, kind in exact.items() if len(name) > 5}
    hints = {word: kinds[name] for name, words in table["hints"].items() for word in words}
    modifiers, followers = frozenset(table["modifiers"]), frozenset(table["followers"])
    return _Wordings(exact, compact, nouns, modifiers, followers, hints)
