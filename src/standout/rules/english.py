"""The texts of a resume that are English prose, and the words that are names in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from standout.analysis.language import language
from standout.analysis.spelling import is_word
from standout.model import Resume, Section, SectionKind
from standout.patterns import regex
from standout.source import Text
from standout.vocabulary import wordlist

_WORD = regex(r"[^\W\d_]{3,}")
_STRANGE = 0.34
_LONG, _MOST_UNKNOWN = 4_000, 400
"""Characters of a text that are judged, and strange words of a resume: more is an attack."""
_NAMED = (
    SectionKind.LANGUAGES, SectionKind.REFERENCES, SectionKind.PUBLICATIONS,
)  # fmt: skip


def english_prose(resume: Resume) -> Iterator[Text]:
    """Statements and descriptions of the English sections.

    A section too short to tell goes with the rest of the resume, and that, if it has hardly any
    function words, with its other words. Single lines in which every third word is strange are
    another language, code, or a placeholder; a frequent misspelling is not strange.
    """
    whole = language(" ".join(each.value for each in prose(resume)))
    met: set[str] = set()
    for section in resume.sections:
        texts = list(prose_of(section))
        own = language(" ".join(each.value for each in texts))
        if (own or whole) == "en" or (own is whole is None and _is_known(texts)):
            for text in texts:
                unknown = _unknown(text.value)
                met |= set(unknown)
                if len(met) > _MOST_UNKNOWN:
                    return
                if not _strange(text.value, unknown):
                    yield text


def prose(resume: Resume) -> Iterator[Text]:
    """Statements and descriptions of all sections."""
    for section in resume.sections:
        yield from prose_of(section)


def prose_of(section: Section) -> Iterator[Text]:
    """Statements and descriptions of a section."""
    if section.kind in _NAMED:
        return
    for entry in section.entries:
        yield from entry.description
        yield from (each.text for each in entry.statements)
    yield from (each.text for each in section.statements)


def short_texts(resume: Resume) -> Iterator[Text]:
    """Headings, titles, degrees, notes, items of skills: for a list of misspellings only."""
    if language(" ".join(each.value for each in prose(resume))) not in ("en", None):
        return
    if resume.basics.headline is not None:
        yield resume.basics.headline
    for section in resume.sections:
        if section.kind in _NAMED:
            continue
        yield from (each for each in (section.heading,) if each is not None)
        for group in section.skills:
            yield from group.items
        for entry in section.entries:
            yield from (each for each in (entry.title, entry.degree, entry.field) if each)
            yield from entry.notes


def names_in(resume: Resume) -> frozenset[str]:
    """Words, lower case, that the resume itself uses as names.

    The words of its names, organisations, places, venues, authors and addresses, and what it
    writes twice with a capital inside a line.
    """
    named = (resume.basics.name, resume.basics.location, resume.basics.email)
    texts = [each.value for each in named if each is not None]
    texts += [link.url for link in resume.basics.links]
    for section in resume.sections:
        for entry in section.entries:
            texts += [t.value for t in (entry.organization, entry.location, entry.venue) if t]
            texts += [each.value for each in entry.authors]
            texts += [link.url for link in entry.links]
    names = {word.lower() for text in texts for word in _WORD.findall(text)}
    return frozenset(names | _capitalised(resume))


def _capitalised(resume: Resume) -> set[str]:
    counts = Counter(
        match[0].lower()
        for text in resume.texts()
        for match in _WORD.finditer(text.value)
        if match.start() > 0 and match[0][0].isupper()
    )
    return {word for word, count in counts.items() if count > 1}


def _is_known(texts: list[Text]) -> bool:
    together = " ".join(each.value for each in texts)
    return bool(texts) and not _strange(together, _unknown(together))


def _unknown(text: str) -> list[str]:
    return [
        each
        for each in _small_words(text)
        if not (each.isascii() and (is_word(each) or each in wordlist.misspellings()))
    ]


def _strange(text: str, unknown: list[str]) -> bool:
    return len(unknown) > 1 and len(unknown) > _STRANGE * len(_small_words(text))


def _small_words(text: str) -> list[str]:
    return [each for each in _WORD.findall(text[:_LONG]) if each.islower()]
