r"""A public project, package or paper is named without a link.

Open work is the cheapest proof there is: one click, and the claim is checked.
Named without a link, it asks the reader to search, and nobody does.

What to do: link the repository, package, model, post or paper. If it is not public, do not call
it open.

Named are statements and entries that say they are public (open-sourced, released on PyPI, stars,
downloads) with no link in the whole entry, and, once for a section, publications of which none
has a link. Patents and papers under double-blind review are left alone.

Bad:
    experience:
      - title: Research engineer
        organization: Acme
        statements:
          - Open-sourced a loader for telemetry that won 1,200 GitHub stars
            ^^^^^^^^^^^^

Good:
    experience:
      - title: Research engineer
        organization: Acme
        url: https://github.com/acme/loader
        statements:
          - Open-sourced a loader for telemetry that won 1,200 GitHub stars

Good:
    experience:
      - title: Research engineer
        organization: Acme
        statements:
          - Moved the team from an open-source scheduler to our own
          - Used open source tools; contributed to open-source software policy
          - Rated 4.8 stars by 300 drivers, 2,000 downloads of coupons a day

Good:
    publications:
      - title: Caching for retrieval
        venue: under double-blind review
        date: 2024

Good:
    publications:
      - title: Caching for retrieval
        venue: arXiv:2301.00001
        date: 2023
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Label, Severity
from standout.model import Entry, Section, SectionKind
from standout.patterns import regex
from standout.rules import paper
from standout.rules.addresses import WEB
from standout.rules.base import Context, Finding, rule
from standout.source import Text

_PUBLIC = regex(
    r"\bopen[- ]sourced\b|\b(?:published|released|available|hosted|shared) "
    r"(?:\w+ ){0,3}?(?:on|to|at) "
    r"(?:github|gitlab|pypi|npm|crates\.io|hugging ?face|kaggle|cran|conda-forge|docker hub)\b"
    r"|(?<![\d,.])[\d,.]{1,12}[km]?\+? (?:(?:github )?stars on github|github stars"
    r"|(?:pypi |npm )downloads)\b|\bdownloads on (?:pypi|npm|hugging ?face)\b",
    re.IGNORECASE,
)
_HINT = regex(
    r"open[- ]sou|github|pypi|npm|gitlab|crate|hugg|kagg|cran|conda|docker", re.IGNORECASE
)
_IDENTIFIER = regex(
    r"\barxiv[:\s]?\s?\d{4}\.\d{4,5}|\b10\.\d{4,9}/\S|\bdoi\b|\bisbn\b", re.IGNORECASE
)
_CLOSED = regex(
    r"\bpatents?\b|under (?:\w+[- ]){0,3}review|double[- ]blind|submitted|in preparation"
    r"|in press|forthcoming",
    re.IGNORECASE,
)
_FOOTNOTE = regex(
    r"[\W\d]{0,6}(?:denotes|indicates|marks|equal(?:ly)? contribut|corresponding author|\* ?=)",
    re.IGNORECASE,
)
_SHORTEST_TITLE = 3
_ASK = Fix(Applicability.FILL_IN, "where can a reader see it?")


@rule(
    "LNK004",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice; no experiment on links was found",
    why="one click checks the claim; nobody searches for it",
)
def artefact_without_link(context: Context) -> Iterator[Finding]:
    """Find claims of being public in entries without any address."""
    for section in context.resume.sections:
        if section.kind is SectionKind.PUBLICATIONS:
            yield from _publications(context, section)
            continue
        for entry in section.entries:
            public = [each for one in entry.statements for each in _public(one.text)]
            if public and not _has_address(context, entry):
                yield from public
        for statement in section.statements:
            if not statement.links and not WEB.search(statement.text.value):
                yield from _public(statement.text)


def _public(text: Text) -> Iterator[Finding]:
    match = _PUBLIC.search(text.value) if _HINT.search(text.value) else None
    if match:
        yield Finding(text.span(*match.span()), "it is public, but no link leads to it", _ASK)


def _publications(context: Context, section: Section) -> Iterator[Finding]:
    titles = [entry.title for entry in section.entries if entry.title is not None]
    everything = " ".join(text.value for text in section.texts())
    if not titles or len(titles) < len(section.entries) or _CLOSED.search(everything):
        return
    if not all(_is_published(entry) for entry in section.entries):
        return
    if any(_has_address(context, entry) for entry in section.entries):
        return
    if any(statement.links for statement in section.statements) or _names_address(everything):
        return
    first, *others = titles
    said = "no publication has a link" if others else "the publication has no link"
    labels = tuple(Label(title.span(), "nor this one") for title in others)
    yield Finding(first.span(), said, _ASK, labels)


def _is_published(entry: Entry) -> bool:
    """Say whether an entry has what a paper has: a title of some length, and where, when or who."""
    words = len(entry.title.value.split()) if entry.title else 0
    if entry.title and _FOOTNOTE.match(entry.title.value):
        return False
    return words >= _SHORTEST_TITLE and bool(entry.dates or entry.venue or entry.authors)


def _has_address(context: Context, entry: Entry) -> bool:
    if entry.links or any(statement.links for statement in entry.statements):
        return True
    texts = list(entry.texts())
    if any(_names_address(text.value) for text in texts):
        return True
    words = (word for text in texts for word in paper.words_under(context.pages, text.span()))
    return any(word.link for word in words)


def _names_address(text: str) -> bool:
    return WEB.search(text) is not None or _IDENTIFIER.search(text) is not None
