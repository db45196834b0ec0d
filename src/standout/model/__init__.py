"""The nouns: frozen values that every part of the line takes and gives."""

from standout.model.dates import DateRange, PartialDate
from standout.model.page import Document, Drawing, Extraction, Page, Word
from standout.model.reading import Reading
from standout.model.report import Report
from standout.model.resume import (
    Basics,
    Emphasis,
    Entry,
    Link,
    Resume,
    Section,
    SectionKind,
    SkillGroup,
    Statement,
)

__all__ = [
    "Basics",
    "DateRange",
    "Document",
    "Drawing",
    "Emphasis",
    "Entry",
    "Extraction",
    "Link",
    "Page",
    "PartialDate",
    "Reading",
    "Report",
    "Resume",
    "Section",
    "SectionKind",
    "SkillGroup",
    "Statement",
    "Word",
]
