r"""Independent extractors read the page in different orders, or lose words of it.

There is no one way to read a PDF: some programs follow the order in which it was drawn, some look
for blocks of lines, some go row by row. Where they disagree, one of them files your jobs under
Skills, and you cannot know which one reads yours.

Named are, per way of reading: statements and titles that come out torn apart or under another
heading than on paper, words that do not come out at all, with the first three of them, and
whole sections in another order.
White space, hyphens, ligatures, accents and dates or places at the right margin, even between two
lines of a statement, are no disagreement.

What to do: one column, no text boxes, no tables for layout; sections drawn from top to bottom.
In Word copy the text into a new document without boxes; in design programs export as tagged PDF.

Options: `share` (0.05): the part of the statements that may differ. `few` (3): how many may.

Bad (typst):
    #grid(columns: (1fr, 1fr), gutter: 1cm,
      [= Jane Roe
       == Experience
       *Research engineer at Acme Robotics* \
       - Moved the search of documents to a quantised index
       - Wrote the loader of telemetry and all its tests
       - Trained two junior engineers in profiling kernels
       - Cut the cost of the nightly training by a third
       == Education
       - Master of Science in Computer Science, Oslo
       - Bachelor of Science in Mathematics, Bergen],
      [== Projects
       - A small compiler for array programs on phones
       - Found bugs in three numeric libraries by fuzzing
       - Map of all mountain huts with live weather data
       - Chess engine in two thousand lines of Rust code
       == Skills
       - Python, JAX, CUDA, Triton, Rust, C++ and SQL
       - Profiling, quantisation, distributed training])

Good (typst):
    = Jane Roe
    jane\@roe.example #h(1fr) Oslo
    == Experience
    *Research engineer*, Acme #h(1fr) Jan 2021 -- May 2024 \
    - Moved the search of documents to a quantised index
    - Wrote the loader of telemetry and all its tests
    *Data engineer*, Initech #h(1fr) Mar 2018 -- Dec 2020 \
    - Cut the cost of the nightly training by a third
    - Trained two junior engineers in profiling kernels
    == Education
    *MSc Computer Science*, University of Oslo #h(1fr) 2016 -- 2018
    == Skills
    Python, JAX, CUDA, Triton, Rust, C++ and SQL

Good (typst):
    #set par(justify: true)
    #set text(hyphenate: true)
    #set page(width: 12cm)
    = Jane Roe
    == Experience
    - Administration and documentation of telecommunications infrastructure configuration
    - An efficient, affluent office on the first floor found offline flags in naïve façades
    == Skills
    - Python, JAX, CUDA

Good (typst; page_limit=2):
    #set page(header: [Jane Roe #h(1fr) Curriculum vitae], numbering: "1", height: 9cm)
    == Experience
    - Moved the search of documents to a quantised index
    - Wrote the loader of telemetry and all its tests
    - Trained two junior engineers in profiling kernels
    - Cut the cost of the nightly training by a third
    == Skills
    - Python, JAX, CUDA, Triton, Rust, C++ and SQL
    - Profiling, quantisation, distributed training
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from standout.diagnostic import Audience, Basis, Label, Severity
from standout.model import Extraction, Resume, Section, SectionKind, Word
from standout.rules import extracted, paper
from standout.rules.base import Context, Finding, rule
from standout.source import Source, Span, Text

_SHORT = 12
_WORD = 3
_MOST = 2000
"""Words a page and texts a resume that are looked up: more is no resume."""


@rule(
    "ATS003",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="own round trip: 14 % and 64 % of the facts kept by two of seven extractors",
    why="one of these readers files your statements under another heading, or tears them apart",
    advice="use one column, and a program that writes the text in reading order",
    audience=Audience.SCANNER,
    options={"share": 0.05, "few": 3},
)
def reading_order_disagrees(context: Context) -> Iterator[Finding]:
    """Look every text and every word of the resume up in each extractor's text.

    Only what others read as we do counts against one: where most differ from us, it is our own
    reading that is in doubt, and so it is where much of the text found no place.
    """
    if not extracted.is_placed(context.resume):
        return
    few, share = context.number("few"), context.number("share")
    texts = list(islice(_texts(context.resume, context.source), _MOST))
    moved = [_moved(context, texts, each) for each in context.extractions]
    printed = _printed(context) if context.extractions else []
    lost = [_lost(context.source, printed, each) for each in context.extractions]
    yield from _worst(context, _doubtless(lost), "loses", "words", few)
    least = max(few, share * len(texts))
    misplaced = list(
        _worst(context, _doubtless(moved), "misplaces", f"of {len(texts)} texts", least)
    )
    yield from misplaced or _shuffled(context)


def _doubtless(found: list[dict[Span, Text]]) -> list[list[Text]]:
    """Each extractor's texts without those that too few extractors give as we do."""
    ours = extracted.doubtful(found)
    return [[text for span, text in mine.items() if span not in ours] for mine in found]


def _worst(
    context: Context, found: list[list[Text]], verb: str, noun: str, least: float
) -> Iterator[Finding]:
    """One finding for the reader that goes furthest astray; the others are counted."""
    readers = zip(context.extractions, found, strict=True)
    astray = [(reader, texts) for reader, texts in readers if len(texts) >= least]
    if not astray:
        return
    astray.sort(key=lambda each: -len(each[1]))
    (reader, texts), *others = astray
    said = f"a program ({extracted.reader_of(reader)}) {verb} {len(texts)} {noun}"
    also = "".join(f"; {extracted.reader_of(each)}, {len(some)}" for each, some in others)
    named = paper.quoted(text.value for text in texts)
    labels = tuple(Label(text.span(), "this too") for text in texts[1:3])
    yield Finding(texts[0].span(), f"{said}: {named}{also}", labels=labels)


def _shuffled(context: Context) -> Iterator[Finding]:
    """Sections whole but in another order, where another extractor has them in ours."""
    resume, written = context.resume, context.source.text
    found = [
        (each, extracted.sections_in(resume, extracted.stream(each, written)).numbers)
        for each in context.extractions
    ]
    if not any(list(numbers) == sorted(numbers) for _, numbers in found):
        return
    for extraction, numbers in found:
        headings = [resume.sections[number].heading for number in numbers]
        if list(numbers) != sorted(numbers) and headings[0] is not None:
            named = ", ".join(each.value for each in headings if each is not None)
            reader = extracted.reader_of(extraction)
            said = f"{reader}, gives the sections in another order: {named[:120]}"
            yield Finding(headings[0].span(), said)
            return


def _texts(resume: Resume, source: Source) -> Iterator[tuple[int, Text]]:
    """What parsers file: titles, employers and statements, with the number of their section."""
    for number, section in enumerate(resume.sections):
        if section.heading is None or section.kind is SectionKind.OTHER:
            continue
        texts = [statement.text for statement in section.all_statements()]
        for entry in section.entries:
            texts += [each for each in (entry.title, entry.organization) if each is not None]
        for text in texts:
            pages = {place.page for place in source.places_in(text.span())}
            if len(pages) <= 1 and len(extracted.letters(text.value)) >= _SHORT:
                yield number, text


def _moved(
    context: Context, texts: list[tuple[int, Text]], extraction: Extraction
) -> dict[Span, Text]:
    stream = extracted.stream(extraction, context.source.text)
    sections = extracted.sections_in(context.resume, stream)
    margins = [_margin(section) for section in context.resume.sections]
    return {
        text.span(): text
        for number, text in texts
        if not extracted.stands_in(text, number, stream, sections)
        and not extracted.parted_by(text, number, stream, sections, margins[number])
    }


def _margin(section: Section) -> list[str]:
    """What stands beside statements: dates, places, addresses, notes of the entries."""
    found: list[str] = []
    for entry in section.entries:
        dates = [entry.dates.text] if entry.dates else []
        links = [each.text for each in entry.links if each.text]
        places = [entry.location] if entry.location else []
        texts = (*dates, *places, *links, *entry.notes)
        found += [extracted.letters(part) for each in texts for part in each.value.split()]
    return [each for each in found if each]


def _printed(context: Context) -> list[list[tuple[Word, str]]]:
    """The words of each page that can be looked up, with their letters."""
    return [
        [
            (word, plain)
            for word in paper.seen(page)[:_MOST]
            if len(plain := extracted.letters(word.text)) >= _WORD
        ]
        for page in context.pages
    ]


def _lost(
    source: Source, printed: list[list[tuple[Word, str]]], extraction: Extraction
) -> dict[Span, Text]:
    stream = extracted.stream(extraction, source.text)
    return {
        word.span: Text.of(source, word.span.start, word.span.end)
        for page in printed[: len(extraction.pages)]
        for word, plain in page
        if plain not in stream.letters and stream.fold(word.text) not in stream.letters
    }
