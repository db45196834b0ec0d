"""BibTeX: publications with authors, venue, date and addresses, the latest first.

What a bibliography says for printing and sorting (pages, volumes, abstracts, keys) is passed over.
"""

from __future__ import annotations

from standout.model import Document, Entry, Reading, Resume, Section, SectionKind
from standout.readers.bibtex.entries import entry_of, inherited
from standout.readers.bibtex.grammar import parse
from standout.source import Source


def read(source: Source) -> Reading:
    """Read a bibliography. What breaks its grammar is said, and reading goes on behind it."""
    records, problems = parse(source)
    parents = {each.one("crossref").lower() for each in records} - {""}
    by_key = {each.key.lower(): each for each in records}
    entries = [
        entry_of(inherited(each, by_key)) for each in records if each.key.lower() not in parents
    ]
    entries.sort(key=_latest_first)
    section = Section(SectionKind.PUBLICATIONS, entries=tuple(entries))
    document = Document(source.format, size=len(source.text.encode("utf-8", "replace")))
    resume = Resume(sections=(section,)) if entries else Resume()
    return Reading(source, document, resume, diagnostics=problems)


def _latest_first(entry: Entry) -> tuple[int, int]:
    """What is 'to appear' goes first, what has no date at all goes last."""
    if entry.dates is None:
        return (0, 0)
    date = entry.dates.end or entry.dates.start
    return (-date.year, -(date.month or 0)) if date else (-9999, 0)
