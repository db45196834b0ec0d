r"""A simple parser cannot fill in name, e-mail, last title, employer, dates or degree.

Forms prefill these fields from your file. What they miss you type again, or it stays empty and a
search for your title does not find you.

For each way of reading a PDF (in drawing order, block by block, row by row) a small parser of our
own looks for the e-mail by its shape, for the name above the first heading, for the newest role
under its Experience heading and for the degree under its Education heading. Dates only have to come
out unbroken: where they stand is the matter of ATS010. It is simple on
purpose: what it cannot find, others may miss too. No vendor's parser is imitated.

What to do: put name and contact as plain text at the top, and use the usual headings, one column,
and the order title, employer, dates.

Bad (typst):
    = Jane Roe
    jane\@roe.example
    #grid(columns: (1fr, 1fr), gutter: 1cm,
      [== Experience
       *Research engineer*, Acme Robotics \
       Jan 2021 -- May 2024
       - Moved the search of documents to a quantised index
       - Wrote the loader of telemetry and all its tests
       - Trained two junior engineers in profiling kernels
       - Cut the cost of the nightly training by a third],
      [== Education
       *MSc Computer Science*, University of Oslo \
       2016 -- 2018
       == Skills
       - Python, JAX, CUDA, Triton, Rust, C++ and SQL
       - Profiling, quantisation, distributed training
       - Reviewing, teaching, writing, speaking at meetups])

Good (typst):
    = Jane Roe
    jane\@roe.example
    == Experience
    *Research engineer*, Acme #h(1fr) Jan 2021 -- May 2024
    - Moved the search of documents to a quantised index
    == Education
    *MSc Computer Science*, University of Oslo #h(1fr) 2016 -- 2018

Good (typst):
    #align(center)[= JANE VAN DER ROE
    Oslo | +47 555 01 234 | jane.roe\@mail.example]
    == Professional Experience
    #grid(columns: (3cm, 1fr), row-gutter: 1em,
      [2021 -- 2024], [*Research engineer*, Acme \ Moved the search to a quantised index],
      [2018 -- 2021], [*Data engineer*, Initech \ Wrote the loader of telemetry])

Good:
    basics:
      name: Jane Roe
      email: jane@roe.example
    experience:
      - title: Research engineer
        organization: Acme
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standout.diagnostic import Audience, Basis, Label, Severity
from standout.model import Extraction, Resume, SectionKind
from standout.patterns import regex
from standout.rules import extracted
from standout.rules.base import Context, Finding, rule
from standout.rules.extracted import Sections, Stream, letters
from standout.source import Text
from standout.vocabulary import roles

_EMAIL = regex(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_TOP_LINES = 12


@dataclass(frozen=True, slots=True, eq=False)
class _Field:
    """A field of a form, its text in the resume, and the section it stands in (None: the top)."""

    name: str
    text: Text
    section: int | None = None


@rule(
    "ATS012",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="own round trip; Textkernel's resume quality levels name the same fields",
    why="forms prefill these fields; what they miss stays empty or is wrong",
    advice="write title, employer and dates of each role on lines of their own, in one column",
    audience=Audience.SCANNER,
)
def fields_not_recovered(context: Context) -> Iterator[Finding]:
    """Try every field on every extractor's text; one finding says which miss what."""
    if not extracted.is_placed(context.resume):
        return
    fields = list(_fields(context.resume))
    missed = [set(_missed(context, fields, each)) for each in context.extractions]
    # What few extractors find may be our own misreading, except for an e-mail: its shape is sure.
    ours = extracted.doubtful([{field.text.span() for field in each} for each in missed])
    lost = [
        field
        for field in fields
        if any(field in each for each in missed)
        and (field.text.span() not in ours or field.name == "e-mail")
    ]
    if lost:
        said = "; ".join(_said(context.extractions, missed, lost))
        labels = tuple(Label(field.text.span(), field.name) for field in lost[1:])
        yield Finding(lost[0].text.span(), f"a simple parser misses {said}", labels=labels)


def _said(
    extractions: Sequence[Extraction], missed: list[set[_Field]], lost: list[_Field]
) -> Iterator[str]:
    for extraction, mine in zip(extractions, missed, strict=True):
        names = [field.name for field in lost if field in mine]
        if names:
            yield f"{', '.join(names)} ({extracted.reader_of(extraction)})"


def _missed(context: Context, fields: list[_Field], extraction: Extraction) -> Iterator[_Field]:
    stream = extracted.stream(extraction, context.source.text)
    sections = extracted.sections_in(context.resume, stream)
    for field in fields:
        if field.name == "e-mail":
            found = _shows_email(field.text, extraction)
        elif field.name == "dates":
            found = stream.fold(field.text.value) in stream.letters  # its place is ATS010's matter
        elif field.section is None:
            found = _stands_at_top(field.text, stream, sections)
        else:
            found = extracted.stands_in(field.text, field.section, stream, sections)
        if not found:
            yield field


def _fields(resume: Resume) -> Iterator[_Field]:
    basics = resume.basics
    if basics.name:
        yield _Field("name", basics.name)
    if basics.email:
        yield _Field("e-mail", basics.email)
    yield from _of_first_entry(resume, SectionKind.EXPERIENCE, "last title", "employer", "dates")
    yield from _of_first_entry(resume, SectionKind.EDUCATION, "degree", "school", None)


def _of_first_entry(
    resume: Resume, kind: SectionKind, title: str, organization: str, dates: str | None
) -> Iterator[_Field]:
    for number, section in enumerate(resume.sections):
        if section.kind is not kind or not section.entries or section.heading is None:
            continue
        entry = section.entries[0]
        named = entry.degree or entry.title
        if named:
            yield _Field(title, named, number)
        if entry.organization and (title != "degree" or _is_school(entry.organization)):
            yield _Field(organization, entry.organization, number)
        if dates and entry.dates:
            yield _Field(dates, entry.dates.text, number)
        return


def _is_school(text: Text) -> bool:
    """What no word shows to be a school may be our own misreading."""
    return roles.school_words(text.value) > 0 or roles.organization_words(text.value) > 0


def _shows_email(email: Text, extraction: Extraction) -> bool:
    wanted = letters(email.value)
    return any(
        letters(match[0]) == wanted for page in extraction.pages for match in _EMAIL.finditer(page)
    )


def _stands_at_top(name: Text, stream: Stream, sections: Sections) -> bool:
    first_heading = sections.starts[0] if sections.starts else len(stream.letters)
    return any(
        at < first_heading or stream.line_of(at) < _TOP_LINES
        for at in stream.all(stream.fold(name.value))
    )
