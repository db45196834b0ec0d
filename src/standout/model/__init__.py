"""The nouns: frozen values that every part of the line takes and gives."""

from standout.model.dates import DateRange, PartialDate
from standout.model.match import Answer, Match, Matched, Proof, Reason, State, Wording
from standout.model.page import Document, Drawing, Extraction, Page, Word
from standout.model.posting import (
    Degree,
    Demand,
    Level,
    Posting,
    PostingReading,
    Requirement,
    Salary,
    Years,
)
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
    "Answer",
    "Basics",
    "DateRange",
    "Degree",
    "Demand",
    "Document",
    "Drawing",
    "Emphasis",
    "Entry",
    "Extraction",
    "Level",
    "Link",
    "Match",
    "Matched",
    "Page",
    "PartialDate",
    "Posting",
    "PostingReading",
    "Proof",
    "Reading",
    "Reason",
    "Report",
    "Requirement",
    "Resume",
    "Salary",
    "Section",
    "SectionKind",
    "SkillGroup",
    "State",
    "Statement",
    "Word",
    "Wording",
    "Years",
]
