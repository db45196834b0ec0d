"""Word documents: paragraphs, tables, text boxes, headers and footers as lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from standout.diagnostic import Diagnostic
from standout.model import Document, Reading
from standout.patterns import regex
from standout.readers import structure
from standout.readers.docx.body import Body, Row, Writer
from standout.readers.docx.package import Package, RefusedError
from standout.readers.docx.runs import Runs
from standout.readers.docx.styles import bullets_of, local, styles_of, value
from standout.readers.lines import Line
from standout.readers.problems import problem
from standout.source import Source, Span
from standout.values import frozen

MAX_ROWS = 5_000

_PAGE_NUMBER = regex(r"(?:page\s*)?\d*\s*(?:(?:of|/|\|)\s*\d*)?", re.IGNORECASE)
_PROPERTIES = {
    "title": "Title", "creator": "Author", "subject": "Subject", "keywords": "Keywords",
    "description": "Comments", "lastModifiedBy": "LastModifiedBy", "created": "CreationDate",
    "modified": "ModDate", "category": "Category", "Company": "Company",
    "Application": "Creator", "Template": "Template", "language": "Language",
}  # fmt: skip


@frozen
class LaidOut:
    """The lines of a document, before anyone asks what they say."""

    source: Source
    document: Document
    lines: tuple[Line, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read(content: bytes, name: str) -> Reading:
    """Read a Word document as a resume. Damage, a password and bombs are diagnostics."""
    found = laid_out(content, name)
    resume = structure.build(found.lines)
    return Reading(found.source, found.document, resume, diagnostics=found.diagnostics)


def laid_out(content: bytes, name: str) -> LaidOut:
    """The lines of a Word document in reading order; none of one that cannot be read."""
    try:
        return _Docx(Package.open(content), name, len(content)).laid_out()
    except RefusedError as error:
        document = Document("docx", len(content), encrypted=error.code == "DOC002")
        said = problem(error.code, str(error))
        return LaidOut(Source(name, "docx", ""), document, diagnostics=(said,))


@dataclass
class _Docx:
    package: Package
    name: str
    size: int

    def laid_out(self) -> LaidOut:
        main = self._main_part()
        root = self.package.xml(main)
        if root is None:
            raise RefusedError("DOC001", f"the archive has no readable {main}")
        relations = self.package.relations(main)
        parts = dict(relations.values())
        styles = styles_of(self._related(parts, "styles"))
        runs = Runs(styles, relations)
        body = Body(styles, bullets_of(self._related(parts, "numbering")), runs)
        rows = self._rows(root, body, relations)
        said = [problem("DOC001", f"{each} is damaged") for each in self.package.damaged]
        if len(rows) > MAX_ROWS:
            said.append(problem("DOC008", f"only the first {MAX_ROWS:,} lines were read"))
        revisions = runs.revisions + self._count(parts, "comments", "comment")
        document = Document(
            "docx",
            self.size,
            metadata=self._metadata(),
            language=styles.language,
            revisions=revisions,
        )
        return self._assembled(rows[:MAX_ROWS], document, tuple(said))

    def _assembled(
        self, rows: list[Row], document: Document, said: tuple[Diagnostic, ...]
    ) -> LaidOut:
        writer = Writer()
        lines: list[Line] = []
        boxed: list[Span] = []
        tables: dict[int, list[Span]] = {}
        for row in rows:
            start = writer.length
            line = writer.line(row)
            if line is None:
                continue
            lines.append(line)
            span = Span(start, writer.length - 1)
            if row.boxed:
                boxed.append(span)
            if row.table is not None:
                tables.setdefault(row.table, []).append(span)
        hidden = tuple(span for row in rows for span in writer.hidden(row))
        source = Source(self.name, "docx", "".join(writer.text).rstrip("\n"))
        document = replace(
            document,
            title=document.metadata.get("Title"),
            boxed=tuple(_merged(boxed)),
            tables=tuple(Span.around(each) for each in tables.values()),
            hidden=hidden,
        )
        return LaidOut(source, document, tuple(lines), said)

    def _main_part(self) -> str:
        for kind, target in self.package.relations("").values():
            if kind == "officeDocument":
                return target
        return "word/document.xml"

    def _related(self, parts: dict[str, str], kind: str) -> etree._Element | None:
        return self.package.xml(parts[kind]) if kind in parts else None

    def _count(self, parts: dict[str, str], kind: str, name: str) -> int:
        root = self._related(parts, kind)
        return sum(local(each) == name for each in root) if root is not None else 0

    def _rows(
        self, root: etree._Element, body: Body, relations: dict[str, tuple[str, str]]
    ) -> list[Row]:
        """Headers, the body, notes, footers; a header that repeats the body is furniture."""
        every = (row for each in root if local(each) == "body" for row in body.rows(each))
        main = list(islice(every, MAX_ROWS + 1))
        said = {word for row in main for word in row.words.split()}
        heads = [*self._around(body, relations, "header", said)]
        notes = [*self._around(body, relations, "footnotes", said)]
        feet = [*self._around(body, relations, "footer", said)]
        return [*heads, *main, *notes, *feet]

    def _around(
        self,
        body: Body,
        relations: dict[str, tuple[str, str]],
        kind: str,
        said: set[str],
    ) -> Iterator[Row]:
        seen: set[str] = set()
        for target in sorted({t for k, t in relations.values() if k == kind}):
            part = self.package.xml(target)
            if part is None:
                continue
            body.runs.relations = self.package.relations(target)
            body.regions += 1
            region = body.regions
            for row in _blocks(part, body, kind):
                words = row.words
                if words in seen or not words:
                    continue
                seen.add(words)
                repeated = set(words.split()) <= said
                page = bool(_PAGE_NUMBER.fullmatch(words))
                yield replace(
                    row, region=row.region or region, boxed=True, furniture=repeated or page
                )

    def _metadata(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for part in ("docProps/core.xml", "docProps/app.xml"):
            root = self.package.xml(part)
            for each in root if root is not None else ():
                key = _PROPERTIES.get(local(each))
                if key and each.text and each.text.strip():
                    found[key] = each.text.strip()[:500]
        return found


def _blocks(part: etree._Element, body: Body, kind: str) -> Iterator[Row]:
    if kind != "footnotes":
        yield from body.rows(part)
        return
    for note in part:
        # The first notes are the lines that separate notes from text.
        if local(note) == "footnote" and value(note, "type") in (None, "normal"):
            yield from body.rows(note)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans that follow each other as one."""
    last: Span | None = None
    for span in spans:
        if last is not None and span.start - last.end <= 2:
            last = Span(last.start, span.end)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
