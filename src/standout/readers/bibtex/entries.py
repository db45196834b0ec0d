"""A record of a bibliography as an entry of a resume."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from standout.analysis.dates import date_range
from standout.model import DateRange, Entry, Link
from standout.patterns import regex
from standout.readers.bibtex.grammar import Record
from standout.readers.bibtex.latex import address, plain
from standout.readers.bibtex.names import people
from standout.source import Text
from standout.vocabulary import networks

_VENUES = (
    "journal", "journaltitle", "shortjournal", "booktitle", "eventtitle", "howpublished", "school",
    "institution", "organization", "publisher",
)  # fmt: skip
_PRINTED = {
    "phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis", "thesis": "Thesis",
    "bachelorsthesis": "Bachelor’s thesis", "techreport": "Technical report", "report": "Report",
    "patent": "Patent", "software": "Software", "dataset": "Dataset",
}  # fmt: skip
"""What a type is called in print, for types that are no paper."""
_THESES = {
    "phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "mastersthesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis", "candthesis": "Candidate thesis", "techreport":
    "Technical report", "resreport": "Research report",
}  # fmt: skip
# Beside the usual ones, what the makers of academic sites add.
_WEB_FIELDS = ("url", "link", "html", "pdf", "code", "website", "howpublished", "note")
_ARXIV = regex(r"(?:arxiv:\s?|abs/)([\w.-]+(?:/\d{7})?(?:v\d+)?)", re.IGNORECASE)
_WEB = regex(r"https?://[^\s{}\\]+|\\url\s*\{[^{}]+\}")
_DOI = regex(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\..+)", re.IGNORECASE | re.DOTALL)


def inherited(record: Record, by_key: Mapping[str, Record]) -> Record:
    """The record with what it leaves to the volume it refers to by `crossref`."""
    parent = by_key.get(record.one("crossref").lower())
    if parent is None or parent is record:
        return record
    taken = {name: parent.fields[name] for name in parent.fields if name not in ("title", "author")}
    if "title" in parent.fields:
        taken.setdefault("booktitle", parent.fields["title"])
    # The address and the editors of a volume are not those of a paper in it.
    for name in ("doi", "url", "editor", "note", "eprint"):
        taken.pop(name, None)
    return replace(record, fields={**taken, **record.fields})


def entry_of(record: Record) -> Entry:
    """One publication."""
    fields = record.fields
    names = fields.get("author") or fields.get("editor")
    notes = [plain(fields[name]) for name in ("award", "note", "addendum") if name in fields]
    return Entry(
        title=_title(record),
        authors=people(names) if names is not None else (),
        venue=_venue(record),
        dates=_dates(record),
        links=tuple(_links(record)),
        description=tuple(each for each in notes if each and not _WEB.search(each.value)),
    )


def _title(record: Record) -> Text | None:
    parts = [record.fields[name] for name in ("title", "subtitle") if name in record.fields]
    return Text.join(filter(None, map(plain, parts)), ": ") or None


def _venue(record: Record) -> Text | None:
    """Where it appeared, behind the type of what is no paper."""
    named = next((venue for venue in _venues(record) if venue), None)
    kind = _printed_type(record)
    both = [each for each in (kind, named) if each is not None]
    if not both and record.one("eprint"):
        preprint = next((record.fields[n] for n in _ARCHIVE if n in record.fields), None)
        return plain(preprint) if preprint is not None else Text("arXiv", _like(record, "eprint"))
    return Text.join(both, ", ") or None


_ARCHIVE = ("archiveprefix", "eprinttype")


def _venues(record: Record) -> Iterator[Text]:
    for name in _VENUES:
        if name in record.fields and not _WEB.search(record.fields[name].value):
            yield plain(record.fields[name])


def _printed_type(record: Record) -> Text | None:
    kind = record.type.value.lower()
    if kind not in _PRINTED:
        return None
    own = record.fields.get("type")
    if own is not None and own.value.strip():
        given = _THESES.get(own.value.strip().lower())
        return Text(given, (own.places[0],) * len(given)) if given else plain(own)
    printed = _PRINTED[kind]
    return Text(printed, (record.type.places[0],) * len(printed))


def _like(record: Record, name: str) -> tuple[int, ...]:
    return (record.fields[name].places[0],) * len("arXiv")


def _dates(record: Record) -> DateRange | None:
    written = record.fields.get("date") or record.fields.get("year")
    if written is None:
        return None
    date = plain(written)
    month = plain(record.fields["month"]) if "month" in record.fields else None
    if month and "date" not in record.fields:
        if month.value.isdecimal() and 1 <= int(month.value) <= 12:
            number = Text(f"{int(month.value):02d}", (month.places[0],) * 2)
            date = Text.join((date, number), "-")
        else:
            dated = Text.join((month, date))
            known = date_range(dated, None, dated.value)
            date = date if known.vague or known.end is None else dated
    return date_range(date, None, date.value) if date else None


def _links(record: Record) -> Iterator[Link]:
    """The DOI, the preprint, and the address if it is neither of them."""
    seen: set[str] = set()
    for link in _addresses(record):
        plain_url = re.sub(r"^https?://(?:www\.|dx\.)?", "", link.url.lower()).rstrip("/")
        if plain_url and plain_url not in seen:
            seen.add(plain_url)
            yield link


def _addresses(record: Record) -> Iterator[Link]:
    fields = record.fields
    if "doi" in fields:
        doi = address(fields["doi"])
        found = _DOI.fullmatch(doi.value)
        if found:
            bare = doi[found.start(1) : found.end(1)]
            yield _made("https://doi.org/", bare)
    yield from _preprint(record)
    for name in _WEB_FIELDS:
        for found in _WEB.finditer(fields[name].value) if name in fields else ():
            url = address(fields[name][found.start() : found.end()])
            yield Link(url.value, url, *networks.recognise(url.value))


def _preprint(record: Record) -> Iterator[Link]:
    """arXiv's number, in a field of its own or inside the name of the journal."""
    fields = record.fields
    archive = record.one(*_ARCHIVE).lower()
    written = fields.get("arxiv") or fields.get("eprint")
    if written is not None and archive in ("", "arxiv"):
        number = address(written)
        start = len("arxiv:") if number.value.lower().startswith("arxiv:") else 0
        if re.fullmatch(r"\d{4}\.\d{4,5}(?:v\d+)?|[a-z.-]+/\d{7}(?:v\d+)?", number.value[start:]):
            yield _made("https://arxiv.org/abs/", number[start:])
            return
    for name in ("journal", "volume"):
        found = _ARXIV.search(fields[name].value) if name in fields else None
        if found:
            number = fields[name][found.start(1) : found.end(1)]
            yield _made("https://arxiv.org/abs/", number)
            return


def _made(base: str, number: Text) -> Link:
    """The address that a number stands for; it is shown whole, as a profile keeps it."""
    url = Text.join((Text(base, (number.places[0],) * len(base)), number), "")
    return Link(url.value, url)
