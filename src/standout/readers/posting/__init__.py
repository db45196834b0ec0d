"""Postings of any format: text, Markdown, HTML, PDF, Word, the JSON of job boards, tables.

Content never raises. Of text and Markdown the file itself is the source, of PDF and Word the
extracted text in reading order; of HTML, JSON and table rows it is the text that was put together
from them, one block a line, title and other fields first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from standout.model import Document
from standout.model.posting import PostingReading
from standout.readers import detect
from standout.readers.posting import boards, html, paper, plain
from standout.readers.posting.compose import composed, from_rows, page
from standout.readers.posting.draft import MOST
from standout.readers.problems import problem
from standout.source import Source

__all__ = ["read", "read_all"]

_JSON_MOST = 200_000_000


def read(content: bytes, name: str) -> PostingReading:
    """Read one posting. Of a file that holds several it is the first."""
    return next(read_all(content, name))


def read_all(content: bytes, name: str) -> Iterator[PostingReading]:
    """Read every posting of a file; there is always at least one answer."""
    binary = detect.binary_format(content)
    if len(content) > (detect.MAX_BYTES if binary else _JSON_MOST):
        yield _refused(content, name, "DOC003", "the file is larger than any posting")
    elif binary in ("pdf", "docx"):
        found = (paper.pdf if binary == "pdf" else paper.docx)(content, name)
        yield from_rows(found.source, found.document, found.rows, found.diagnostics)
    elif binary is not None and binary != "HTML":
        yield _refused(content, name, "DOC004", f"this is {binary}, which cannot be read")
    else:
        yield from _texts(detect.decode(content), name, len(content))


def _texts(text: str, name: str, size: int) -> Iterator[PostingReading]:
    if not text.strip():
        yield _refused(b"", name, "DOC010", "the file is empty")
        return
    if text.lstrip()[:1] in ("{", "["):
        value = _json(text)
        told = boards.postings(value) if value is not None else iter(())
        first = next(told, None)
        if first is not None:
            yield composed(first, name, "json", size)
            yield from (composed(each, name, "json", size) for each in told)
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
