"""PDF and Word as rows: the lines of the page, each paragraph put together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.analysis.requirements import Row
from standout.diagnostic import Diagnostic
from standout.model import Document
from standout.patterns import regex
from standout.readers.lines import Line
from standout.source import Source, Text
from standout.values import frozen

_SENTENCE_END = regex(r"[.!?:;]['\"”)]?$")
_BULLET = regex(r"[•●▪◦·‣○■–—*-]\s+(?=\S)|[•●▪◦](?=\S)")


@frozen
class Paper:
    """What stands in a paged file."""

    source: Source
    document: Document
    rows: tuple[Row, ...]
    diagnostics: tuple[Diagnostic, ...]


def pdf(content: bytes, name: str) -> Paper:
    """The rows of a PDF."""
    from standout.readers.pdf.assemble import assemble
    from standout.readers.pdf.physical import physical

    found = physical(content)
    placed = assemble(name, found.inks)
    return Paper(placed.source, found.document, tuple(rows(placed.lines)), found.diagnostics)


def docx(content: bytes, name: str) -> Paper:
    """The rows of a Word document."""
    from standout.readers.docx import laid_out

    found = laid_out(content, name)
    return Paper(found.source, found.document, tuple(rows(found.lines)), found.diagnostics)


def rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Lines as rows. A wrapped line belongs to the one above."""
    body = [line for line in lines if line.segments and not line.furniture]
    sizes = sorted(line.size for line in body)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    open_: list[Line] = []
    for line in body:
        if open_ and _continues(open_, line, usual):
            open_.append(line)
            continue
        if open_:
            yield _row(open_, usual)
        open_ = [line]
    if open_:
        yield _row(open_, usual)


def _continues(open_: Sequence[Line], line: Line, usual: float) -> bool:
    above = open_[-1]
    if line.bullet or line.starts or line.level is not None or above.level is not None:
        return False
    if line.region != above.region or line.bold != above.bold or line.gap > 0.75:
        return False
    if (
        abs(line.size - above.size) > 0.5
        or line.size > usual * 1.15
        or _BULLET.match(line.text.value)
    ):
        return False
    first = open_[0]
    text = above.text.value
    if first.bullet and line.segments[0].x0 < first.segments[0].x0 - 2:
        return False
    small = line.text.value[:1].islower()
    return small or (not _SENTENCE_END.search(text) and len(text) > 45) or len(text) > 70


def _row(lines: Sequence[Line], usual: float) -> Row:
    first = lines[0]
    text = Text.join([line.text for line in lines])
    mark = _BULLET.match(text.value)
    bullet = first.bullet is not None or mark is not None
    large = 2 if usual and first.size > usual * 1.15 and len(lines) == 1 and not bullet else None
    if mark is not None:
        text = text[mark.end() :]
    return Row(
        text.strip(), first.level or large, first.bold, bullet, int(first.indent), first.gap > 0.5
    )
