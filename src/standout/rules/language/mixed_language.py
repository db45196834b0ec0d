"""Sections are written in different languages.

A reader who knows one of them misses the rest, and searches in one language do not find the
other. Names, titles of papers, language lists and quoted terms may be in any language.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Built a ranking model that serves the search of the shop with a latency of 40 ms
          - Led a team of four that moved the training to the cloud in a year
    projects:
      - title: Straßenkarte
        statements:
          - Entwicklung einer Karte für die Stadt mit Daten aus dem Netz und von den Bürgern
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Built a ranking model that serves the search of the shop with a latency of 40 ms
    languages:
      - language: Deutsch
        fluency: Muttersprache
      - language: Español
        fluency: fluido en el trabajo y en la vida

Good:
    experience:
      - title: Entwicklerin
        statements:
          - Entwicklung einer Karte für die Stadt mit Daten aus dem Netz und von den Bürgern
    skills:
      - group: Tools
        items: [Python, PyTorch, machine learning, data engineering]

Good:
    experience:
      - title: ML engineer
        statements:
          - Built a ranking model that serves the search of the shop with a latency of 40 ms
    publications:
      - title: Über die Auswertung der Daten von der Straße und aus dem Netz
        venue: Zeitschrift für Verkehr
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from standout.analysis.language import language
from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Section, SectionKind
from standout.rules.base import Context, Finding, rule
from standout.rules.english import prose_of
from standout.source import Text

_FEW_WORDS = 15
_TITLE = 8
"""Words that a title has at most."""
_NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese", "nl": "Dutch", "sv": "Swedish", "da": "Danish", "pl": "Polish",
}  # fmt: skip


@rule(
    "LNG004",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="a reader of one language misses what stands in the other",
)
def mixed_language(context: Context) -> Iterator[Finding]:
    """Tell the language of each section; point at the first line of one in another language."""
    told: list[tuple[str, list[Text]]] = []
    for section in context.resume.sections:
        texts = [*prose_of(section), *_sentences(section)]
        code = language(" ".join(each.value for each in texts))
        if code is not None and sum(len(each.value.split()) for each in texts) >= _FEW_WORDS:
            told.append((code, texts))
    words = Counter[str]()
    for code, texts in told:
        words[code] += sum(len(each) for each in texts)
    if len(words) < 2:
        return
    main = words.most_common(1)[0][0]
    for code, texts in told:
        if code != main:
            fix = Fix(Applicability.FILL_IN, f"translate it, or keep a resume in {_NAMES[code]}")
            message = f"this section is {_NAMES[code]}, most of the resume is {_NAMES[main]}"
            yield Finding(_first(texts, code).span(), message, fix)


def _sentences(section: Section) -> Iterator[Text]:
    """Titles as long as sentences: the bullets of a section without entries."""
    if section.kind is not SectionKind.PUBLICATIONS:
        titles = (each.title for each in section.entries if each.title)
        yield from (each for each in titles if len(each.value.split()) > _TITLE)


def _first(texts: list[Text], code: str) -> Text:
    return next((each for each in texts if language(each.value) == code), texts[0])
