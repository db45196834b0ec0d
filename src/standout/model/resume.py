"""A resume: one view of what is true about an applicant, every string with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import Enum

from standout.model.dates import DateRange
from standout.source import Span, Text
from standout.values import frozen


class SectionKind(Enum):
    """What a section holds, whatever its heading says."""

    SUMMARY = "summary"
    SKILLS = "skills"
    EXPERIENCE = "experience"
    PROJECTS = "projects"
    OPEN_SOURCE = "open-source"
    PUBLICATIONS = "publications"
    EDUCATION = "education"
    TEACHING = "teaching"
    TALKS = "talks"
    POSTS = "posts"
    COMPETITIONS = "competitions"
    AWARDS = "awards"
    CERTIFICATES = "certificates"
    COURSES = "courses"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    VOLUNTEER = "volunteer"
    REFERENCES = "references"
    OTHER = "other"


@frozen
class Link:
    """An address and the text that shows it. `network` is 'LinkedIn', 'GitHub', ... if known.

    `clickable` is false where the address is only printed.
    """

    url: str
    text: Text | None = None
    network: str | None = None
    username: str | None = None
    clickable: bool = True


@frozen
class Emphasis:
    """A stretch `[start, end)` of a statement's own characters set apart.

    `style` is 'bold', 'italic', 'underline', 'code', 'maths' (the words are LaTeX) or 'colour'.
    """

    start: int
    end: int
    style: str


MARKS = ("must", "never", "prefer")
"""What an applicant may ask of the choice for a posting: always, not at all, rather than others."""
WORDINGS = ("short", "long", "technical", "plain")
"""Names of other wordings that a statement may have."""


@frozen
class Statement:
    """One checkable sentence or bullet. `bullet` is the glyph that opens it, if any.

    `evidence` names what backs it and `tags` select it; neither is printed.
    `mark` is one of `MARKS` or empty. `variants` say the same in other words; a page chosen for
    a posting prints the statement or one of them, every other page the statement.
    """

    text: Text
    emphasis: tuple[Emphasis, ...] = ()
    links: tuple[Link, ...] = ()
    bullet: str | None = None
    evidence: tuple[Text, ...] = ()
    tags: tuple[Text, ...] = ()
    mark: str = ""
    variants: tuple[Variant, ...] = ()


@frozen
class Variant:
    """Another wording of a statement under one of the names in `WORDINGS`."""

    name: str
    statement: Statement


@frozen
class SkillGroup:
    """Skills under an optional name. `level` is the self-rating, where one is written."""

    name: Text | None
    items: tuple[Text, ...]
    level: Text | None = None


@frozen
class Entry:
    """One job, project, degree, paper or prize.

    `organization` is the employer, school, publisher, awarder or issuer.
    `notes` keeps what stands in the entry and is none of the other fields.
    `evidence` names what backs the entry and `tags` select it; neither is printed.
    `mark` is one of `MARKS` or empty.
    """

    title: Text | None = None
    organization: Text | None = None
    location: Text | None = None
    dates: DateRange | None = None
    statements: tuple[Statement, ...] = ()
    description: tuple[Text, ...] = ()
    links: tuple[Link, ...] = ()
    degree: Text | None = None
    field: Text | None = None
    grade: Text | None = None
    courses: tuple[Text, ...] = ()
    authors: tuple[Text, ...] = ()
    venue: Text | None = None
    keywords: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    evidence: tuple[Text, ...] = ()
    tags: tuple[Text, ...] = ()
    mark: str = ""

    def texts(self) -> Iterator[Text]:
        """Every printed text of the entry, each once, statements last."""
        singles = (
            self.title,
            self.organization,
            self.location,
            self.dates.text if self.dates else None,
            self.degree,
            self.field,
            self.grade,
            self.venue,
        )
        yield from (each for each in singles if each is not None)
        for several in (self.courses, self.authors, self.keywords, self.description, self.notes):
            yield from several
        yield from _link_texts(self.links)
        yield from (statement.text for statement in self.statements)


@frozen
class Section:
    """A headed part of a resume. `heading` is None for what stands before any heading.

    Its content is entries, skill groups, or loose statements (summary paragraphs included).
    """

    kind: SectionKind
    heading: Text | None = None
    entries: tuple[Entry, ...] = ()
    skills: tuple[SkillGroup, ...] = ()
    statements: tuple[Statement, ...] = ()

    def texts(self) -> Iterator[Text]:
        """Every text of the section, each once."""
        if self.heading is not None:
            yield self.heading
        for group in self.skills:
            yield from (each for each in (group.name, group.level) if each is not None)
            yield from group.items
        for entry in self.entries:
            yield from entry.texts()
        yield from (statement.text for statement in self.statements)

    def all_statements(self) -> Iterator[Statement]:
        """The statements of the entries and the loose ones."""
        for entry in self.entries:
            yield from entry.statements
        yield from self.statements

    def span(self) -> Span:
        """From the first to the last character of the section."""
        spans = [each.span() for each in self.texts() if each]
        if not spans:
            return Span(0, 0)
        return Span.around(spans)


@frozen
class Basics:
    """Who the resume is about and how to reach them."""

    name: Text | None = None
    headline: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    location: Text | None = None
    links: tuple[Link, ...] = ()
    personal: tuple[Text, ...] = ()
    """Birth date, nationality, marital status and the like, as written."""
    notes: tuple[Text, ...] = ()

    def texts(self) -> Iterator[Text]:
        """Every text of the header, each once."""
        singles = (self.name, self.headline, self.email, self.phone, self.location)
        yield from (each for each in singles if each is not None)
        yield from _link_texts(self.links)
        yield from self.personal
        yield from self.notes


@frozen
class Resume:
    """One view of an applicant: basics and sections in the order of the document.

    `furniture` keeps running headers, footers, page numbers and the headings over contact lines:
    text, but nobody's content.
    """

    basics: Basics = field(default_factory=Basics)
    sections: tuple[Section, ...] = ()
    furniture: tuple[Text, ...] = ()

    def texts(self) -> Iterator[Text]:
        """Every text of the resume, each once."""
        yield from self.basics.texts()
        for section in self.sections:
            yield from section.texts()
        yield from self.furniture

    def of_kind(self, *kinds: SectionKind) -> Iterator[Section]:
        """The sections of the given kinds, in document order."""
        return (section for section in self.sections if section.kind in kinds)

    def statements(self) -> Iterator[Statement]:
        """All statements, in document order."""
        for section in self.sections:
            yield from section.all_statements()


def _link_texts(links: tuple[Link, ...]) -> Iterator[Text]:
    return (link.text for link in links if link.text is not None)
