"""A posting's reading from its rows, or from what a board or a page tells of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from standout.analysis import requirements
from standout.analysis.requirements import Row
from standout.analysis.work import work
from standout.diagnostic import Diagnostic
from standout.model import Document
from standout.model.posting import Posting, PostingReading
from standout.patterns import regex
from standout.readers.posting import boards, heads, html
from standout.readers.posting.boards import Told
from standout.readers.posting.draft import Draft
from standout.source import Source, Text

_WRAPPED = regex(
    r"\A\s*(?://|/\*)?\s*<!(?:\[CDATA\[|--)(?:\*/)?|(?://|/\*)?\s*(?:\]\]|--)>(?:\*/)?\s*\Z"
)
_TOLD = Row(Text("", ()), told=True)


def from_rows(
    source: Source, document: Document, rows: Sequence[Row], said: Sequence[Diagnostic] = ()
) -> PostingReading:
    """The reading of a posting that is nothing but text."""
    posting = _with_body(heads.posting(rows, source.text), rows)
    return PostingReading(source, document, posting, tuple(said))


def _with_body(posting: Posting, rows: Sequence[Row]) -> Posting:
    """A posting of which title and other fields are known, with what the text asks and tells."""
    duties, about = work(rows)
    fields = {str(each) for each in (posting.title, posting.organization, *posting.places)}
    about = tuple(each for each in about if each.value.strip() not in fields)
    asked = requirements.read(rows)
    return replace(posting, requirements=asked, duties=duties, about=about)


def page(markup: str, name: str, size: int) -> Iterator[PostingReading]:
    """The postings that a page states as data, or else the one it shows."""
    root = html.parse(markup)
    document = Document("html", size)
    if root is None:
        yield PostingReading(Source(name, "html", ""), document)
        return
    stated = [told for script in html.linked_data(root) for told in _linked(script)]
    if stated:
        yield from (composed(each, name, "html", size) for each in stated)
        return
    draft = Draft()
    html.add_tree(root, draft)
    reading = from_rows(draft.source(name, "html"), document, draft.rows)
    yield replace(reading, document=replace(document, title=html.title_of(root) or None))


def composed(told: Told, name: str, form: str, size: int) -> PostingReading:
    """The reading of a posting that is told as data: its fields, then its text."""
    draft = Draft()
    known = told.facts
    title = _field(draft, known.title)
    organization = _field(draft, known.organization)
    team = _field(draft, known.team)
    places = tuple(text for each in known.places if (text := _field(draft, each)))
    for part in told.parts:
        if part.heading:
            draft.heading(part.heading)
        (html.add if html.is_markup(part.text) else _plain)(part.text, draft)
    source = draft.source(name, form)
    posting = Posting(
        title=title,
        organization=organization,
        team=team,
        places=places,
        remote=known.remote,
        employment=known.employment,
        seniority=known.seniority,
        salary=known.salary,
        posted=known.posted,
        expires=known.expires,
        id=known.id,
        url=known.url,
    )
    posting = heads.merged(posting, draft.rows, source.text)
    return PostingReading(source, Document(form, size), _with_body(posting, draft.rows))


def _plain(value: str, draft: Draft) -> None:
    draft.plain(value)


def _field(draft: Draft, value: str) -> Text | None:
    words = " ".join(value.split())
    return (draft.row(_TOLD, words) or None) if words else None


def _bare(script: str) -> str:
    """A script without the comments that hide it from old browsers."""
    return _WRAPPED.sub("", script) if "<!" in script[:40] else script


def _linked(script: str) -> Iterator[Told]:
    """The job postings in a JSON-LD script, however deep they stand."""
    try:
        value = json.loads(_bare(script), strict=False)
    except (ValueError, RecursionError):
        return
    waiting: list[Any] = [value]
    for _ in range(2_000):
        if not waiting:
            return
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            kinds = each.get("@type")
            if kinds == "JobPosting" or (isinstance(kinds, list) and "JobPosting" in kinds):
                told = boards.posting(each)
                if told is not None and told.parts:
                    yield told
            else:
                waiting += [inner for inner in each.values() if isinstance(inner, dict | list)]
