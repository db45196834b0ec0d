"""A report that holds everything a reporter must cope with, independent of any rule."""

from __future__ import annotations

from standout.diagnostic import (
    Applicability,
    Basis,
    Diagnostic,
    Edit,
    Fix,
    Label,
    Severity,
)
from standout.model import (
    Basics,
    Document,
    Entry,
    Page,
    Reading,
    Report,
    Resume,
    Section,
    SectionKind,
    Statement,
)
from standout.reporters import About
from standout.source import Box, Place, Source, Span, Text

ABOUT = About("1.2.3", "2-0123abcd", width=90)
PROFILE = (
    "basics:\n"
    "  name: Ada Örtengren\n"
    "experience:\n"
    "  - title: Engineer\n"
    "    organization: 東京 Robotics <b>&\n"
    "    statements:\n"
    "      - Built 日本語 models\twith \x1b[31mred\x1b[0m e\u0301clat\n"
    f"      - {'Very long words go on and on ' * 5}until 12% here {'and then some more ' * 5}\n"
    "      - Split over\n"
    "        several lines\n"
    "        of the file\n"
    "        for a while\n"
)


def span_of(words: str) -> Span:
    """Where words stand in the profile."""
    start = PROFILE.index(words)
    return Span(start, start + len(words))


def finding(
    code: str, span: Span, severity: Severity = Severity.WARNING, **more: object
) -> Diagnostic:
    """A finding with everything that is not at issue filled in."""
    facts = {
        "code": code,
        "name": f"{code[:3].lower()}-thing",
        "severity": severity,
        "message": f"the words break {code}",
        "span": span,
        "basis": Basis.SURVEYED,
        "why": "a reader stumbles, and nobody who stumbles reads on with the same good will",
        "source": "Study 2020, n=30",
    }
    return Diagnostic(**{**facts, **more})  # type: ignore[arg-type] # a test's shorthand


def resume(source: Source) -> Resume:
    """The profile as a reader would give it."""

    def text(words: str) -> Text:
        span = span_of(words)
        return Text.of(source, span.start, span.end)

    lines = [line.strip() for line in PROFILE.split("\n")]
    statements = [line[2:] for line in lines[6:8]] + [
        PROFILE[PROFILE.index("Split over") :].strip()
    ]
    entry = Entry(
        title=text("Engineer"),
        organization=text("東京 Robotics <b>&"),
        statements=tuple(Statement(text(each)) for each in statements),
    )
    basics = Basics(name=text("Ada Örtengren"))
    return Resume(basics, (Section(SectionKind.EXPERIENCE, entries=(entry,)),))


def editable() -> Report:
    """Findings in a text file."""
    source = Source("dir name/profile.yaml", "yaml", PROFILE, editable=True)
    reading = Reading(source, Document("yaml"), resume(source))
    safe = Fix(Applicability.SAFE, "write it once", (Edit(span_of("on and on"), "on"),))
    confirm = Fix(Applicability.CONFIRM, "delete it", (Edit(span_of("Engineer"), ""),))
    question = Fix(Applicability.FILL_IN, "12 % of what, against what?")
    label = Label(span_of("Engineer"), "first written here")
    found = (
        finding(
            "AAA001", Span(0, 0), Severity.ERROR, message="no way to reach you, 100%: none\nat all"
        ),
        finding("BBB001", span_of("日本語"), labels=(label,), fix=confirm),
        finding("BBB001", span_of("\x1b[31mred"), preview=True),
        finding("CCC001", span_of("e\u0301clat"), Severity.INFO),
        finding("DDD001", span_of("12%"), fix=question),
        finding("DDD002", span_of("on and on"), Severity.INFO, fix=safe),
        finding("EEE001", span_of(PROFILE[PROFILE.index("Split over") :].rstrip())),
    )
    return Report(reading, found)


def paged() -> Report:
    """Findings in a PDF: words over two lines, a picture, a page."""
    text = "Ada Example\nBuilt a model of\nmany things\n"
    places = (
        Place(Span(0, 11), 1, Box(50, 40, 150, 60)),
        Place(Span(12, 28), 1, Box(50, 80, 180, 92)),
        Place(Span(29, 40), 1, Box(50, 95, 130, 107)),
    )
    source = Source("cv.pdf", "pdf", text, places=places)
    page = Page(1, 595.0, 842.0)
    reading = Reading(source, Document("pdf", pages=1), pages=(page,))
    found = (
        finding("FFF001", Span(12, 40), Severity.ERROR),
        finding("GGG001", Span(0, 0), page=1, box=Box(300, 20, 400.123, 120)),
        finding("HHH001", Span(0, 0), page=1),
    )
    return Report(reading, found)


def clean() -> Report:
    """A file without findings."""
    source = Source("clean.md", "markdown", "# Ada\n", editable=True)
    return Report(Reading(source, Document("markdown")))
