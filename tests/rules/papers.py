"""Pages put together by hand, for what no typesetter can be made to do."""

from __future__ import annotations

import datetime
from dataclasses import replace

from standout.diagnostic import Diagnostic
from standout.model import Document, Drawing, Extraction, Page, Reading, Resume, Word
from standout.rules import engine
from standout.rules.base import Context
from standout.rules.settings import Settings
from standout.source import Box, Place, Source, Span

LETTER = (612.0, 792.0)
TODAY = datetime.date(2026, 1, 15)


def page(*words: Word, drawings: tuple[Drawing, ...] = (), number: int = 1) -> Page:
    """A Letter page with these words."""
    return Page(number, *LETTER, words=words, drawings=drawings)


def written(text: str, x: float = 72, y: float = 72, **style: object) -> tuple[Word, ...]:
    """The words of a line in 10 points from (x, y), spans from 0; `style` as in `Word`."""
    words = []
    at = 0
    for each in text.split():
        start = text.index(each, at)
        at = start + len(each)
        box = Box(x + 5 * start, y, x + 5 * at, y + 10)
        plain = Word(each, Span(start, at), box, size=10.0, colour=(0, 0, 0))
        words.append(replace(plain, **style))  # type: ignore[arg-type]  # any field of a word
    return tuple(words)


def reading(text: str, *pages: Page, document: Document | None = None) -> Reading:
    """A reading of these pages as a PDF; the text is one line."""
    places = tuple(Place(word.span, each.number, word.box) for each in pages for word in each.words)
    source = Source("resume.pdf", "pdf", text, places=places)
    about = document or Document("pdf", size=1000, pages=len(pages))
    return Reading(source, about, Resume(), pages)


def found(
    code: str, read: Reading, *extractions: Extraction, settings: Settings | None = None
) -> tuple[Diagnostic, ...]:
    """What one rule says of a reading."""
    rule = next(each for each in engine.all_rules() if each.code == code)
    return engine.run(Context(read, settings or Settings(), TODAY, extractions), [rule])
