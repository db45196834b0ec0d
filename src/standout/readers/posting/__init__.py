"""Postings of any format: text, Markdown, HTML, PDF, Word, the JSON of job boards, tables.

Content never raises. Of text and Markdown the file itself is the source, of PDF and Word the
extracted text in reading order; of HTML, JSON and table rows it is the text that was put together
from them, one block a line, title and other fields first.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from standout.errors import OpenError
from standout.model import Document
from standout.model.posting import PostingReading
from standout.readers import detect
from standout.readers.posting import boards, html, paper, plain
from standout.readers.posting.compose import composed, from_rows, page
from standout.readers.posting.draft import MOST
from standout.readers.posting.tables import stream, stream_parquet
from standout.readers.problems import problem
from standout.source import Source

__all__ = ["read", "read_all", "stream", "stream_parquet"]

_MOST_TEXT = 200_000_000
"""Bytes of a text file, which may hold a whole board."""
_PARQUET = b"PAR1"


def read(content: bytes, name: str) -> PostingReading:
    """Read one posting. Of a file that holds several it is the first."""
    return next(read_all(content, name), None) or _refused(content, name, "DOC010", "no posting")


def read_all(content: bytes, name: str) -> Iterator[PostingReading]:
    """Read every posting of a file; there is always at least one answer."""
    binary = detect.binary_format(content)
    if content.startswith(_PARQUET):
        yield from _parquet(content, name)
    elif len(content) > (detect.MAX_BYTES if binary else _MOST_TEXT):
        yield _refused(content, name, "DOC003", "the file is larger than any posting")
    elif binary in ("pdf", "docx"):
        found = (paper.pdf if binary == "pdf" else paper.docx)(content, name)
        yield from_rows(found.source, found.document, found.rows, found.diagnostics)
    elif binary is not None and binary != "HTML":
        yield _refused(content, name, "DOC004", f"this is {binary}, which cannot be read")
    else:
        yield from _texts(detect.decode(content), name, len(content))


def _parquet(content: bytes, name: str) -> Iterator[PostingReading]:
    try:
        yield from stream_parquet(io.BytesIO(content), name)
    except OpenError as error:
        yield _refused(content, name, "DOC004", f"{error.message}: {error.hint}")


def _texts(text: str, name: str, size: int) -> Iterator[PostingReading]:
    if not text.strip():
        yield _refused(b"", name, "DOC010", "the file is empty")
        return
    told = _told(text, name, size)
    first = next(told, None)
    if first is not None:
        yield first
        yield from told
        return
    if _is_page(text, name):
        yield from page(text, name, size)
        return
    source = Source(name, detect.text_format(text, name), text[:MOST], editable=True)
    said = (
        ()
        if len(text) <= MOST
        else (problem("DOC008", f"only the first {MOST:,} characters were read"),)
    )
    yield from_rows(source, Document(source.format, size), plain.rows(source.text), said)


def _told(text: str, name: str, size: int) -> Iterator[PostingReading]:
    """The postings of data; none where the text is no data that states any."""
    if name.lower().endswith((".csv", ".tsv", ".jsonl", ".ndjson")):
        yield from stream((f"{line}\n".encode() for line in text.split("\n")), name)
    elif text.lstrip()[:1] in ("{", "["):
        value = _json(text)
        if value is None and isinstance(_json(text.lstrip().split("\n", 1)[0]), dict):
            yield from stream((line.encode() for line in text.split("\n")), name)
        for each in boards.postings(value):
            yield composed(each, name, "json", size)


def _is_page(text: str, name: str) -> bool:
    start = text[:2000].lstrip().lower()
    named = name.lower().endswith((".html", ".htm", ".xhtml"))
    return (
        named
        or start.startswith(("<!doctype html", "<html", "<?xml"))
        or (start.startswith("<") and html.is_markup(text[:20_000]))
    )


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _refused(content: bytes, name: str, code: str, message: str) -> PostingReading:
    document = Document("unknown", len(content))
    return PostingReading(
        Source(name, "unknown", ""), document, diagnostics=(problem(code, message),)
    )
