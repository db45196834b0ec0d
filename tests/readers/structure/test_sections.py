"""Headings by words and by looks."""

from __future__ import annotations

import pytest

from standout.model import SectionKind as K
from standout.readers import markdown, pdf
from standout.readers.lines import Line, Segment
from standout.readers.structure import build
from standout.source import Source, Text
from tests.checking import typeset
from tests.readers.structure.reading import head, kinds, resume


def test_sections_in_any_order_and_language() -> None:
    text = """Max Brandt
max@example.org

AUSBILDUNG

B.Sc. Physik, Universität Bonn    2012 – 2015

BERUFSERFAHRUNG

Entwickler, Acme GmbH    2015 – heute
- Baute Dinge

SPRACHEN
Deutsch (Muttersprache), Englisch (C1)
"""
    assert kinds(resume(text)) == [K.EDUCATION, K.EXPERIENCE, K.LANGUAGES]


def test_a_job_title_is_no_heading() -> None:
    text = "Jane Roe\n\nEXPERIENCE\n\nResearch Projects Lead, Acme Inc    2015 – 2016\n- Led it\n"
    assert kinds(resume(text)) == [K.EXPERIENCE]


def test_underlined_and_run_in_headings() -> None:
    underlined = "Jane Roe\n\nSkills\n------\nPython, SQL\n\nLanguages\n---------\nEnglish\n"
    assert kinds(resume(underlined)) == [K.SKILLS, K.LANGUAGES]
    run_in = "Jane Roe\njane@example.org\n\nSkills: Python, SQL\nInterests: Chess, Go\n"
    assert kinds(resume(run_in)) == [K.SKILLS, K.INTERESTS]


def test_without_any_heading_dated_entries_are_experience() -> None:
    text = (
        "Jane Roe\njane@example.org\n\nData Scientist, Lumen GmbH    2018 – 2020\n- Built a model\n"
        "\nData Analyst, Acme Inc    2016 – 2018\n- Cut a cost\n"
    )
    read = resume(text)
    assert kinds(read) == [K.EXPERIENCE]
    assert [head(entry)[:2] for entry in read.sections[0].entries] == [
        ("Data Scientist", "Lumen GmbH"),
        ("Data Analyst", "Acme Inc"),
    ]


def _document(rows: list[tuple[str, float, bool, float]]) -> list[Line]:
    """Lines of text, size, weight and gap, one below the other."""
    source = Source("a.pdf", "pdf", "\n".join(row[0] for row in rows))
    lines = []
    start = 0
    for value, size, bold, gap in rows:
        text = Text.of(source, start, start + len(value))
        start += len(value) + 1
        segment = Segment(text, 50, 50 + 5 * len(value), size, bold)
        lines.append(Line((segment,), indent=50, gap=gap))
    return lines


def test_an_unknown_heading_is_known_by_its_looks() -> None:
    lines = _document([
        ("Jane Roe", 20, True, 0),
        ("Skills", 14, True, 2),
        ("Python, SQL", 10, False, 0.5),
        ("Robot Zoo", 14, True, 2),
        ("A cat that sorts letters.", 10, False, 0.5),
        ("Languages", 14, True, 2),
        ("English (native)", 10, False, 0.5),
    ])  # fmt: skip
    read = build(lines)
    assert kinds(read) == [K.SKILLS, K.OTHER, K.LANGUAGES]
    assert str(read.sections[1].heading) == "Robot Zoo"


def test_a_smaller_heading_inside_a_section_is_a_part_of_it() -> None:
    lines = _document([
        ("Jane Roe", 20, True, 0),
        ("Skills", 14, True, 2),
        ("Programming Languages", 11, True, 0.5),
        ("Python, SQL", 10, False, 0.2),
        ("Tools", 11, True, 0.5),
        ("Docker, Git", 10, False, 0.2),
        ("Education", 14, True, 2),
        ("B.Sc. Physics, University of Bonn", 10, False, 0.5),
    ])  # fmt: skip
    read = build(lines)
    assert kinds(read) == [K.SKILLS, K.EDUCATION]
    assert [str(group.name) for group in read.sections[0].skills] == [
        "Programming Languages",
        "Tools",
    ]


def test_a_list_of_contents_and_a_heading_in_twice_are_nobodys_content() -> None:
    names = ["Experience", "Skills", "Education", "Languages"]
    contents = "".join(f"- {name}\n" for name in names)
    text = f"# Jane Roe\n\njane@example.org\n\n{contents}\n" + "".join(
        f"{name}\n\n## {name}\n\n- Wrote about {name}\n\n" for name in names
    )
    read = markdown.read(Source("resume.md", "markdown", text, editable=True)).resume
    assert [str(each.heading) for each in read.sections] == names
    assert [each.value for each in read.furniture] == [*names, *names]


SHEET = "#set page(margin: 2cm)\n#set text(9pt)\n"
PAPER = f"{SHEET}#text(20pt)[*Ines Moreau*]\n\nines\\@example.org\n\n"
JOBS = (
    "*Engineer* #h(1fr) Mar 2020 – Present \\ Quillon GmbH\n- Cut the error rate from 9 % to 6 %\n"
    "- Led four engineers\n\n*Analyst* #h(1fr) 2016 – 2019 \\ Bramble AG\n- Wrote the harness\n\n"
)
LAYOUTS = {
    "icons before headings": PAPER
    + "#text(12pt)[*■ Profile*]\n\nBuilds recognisers for speech.\n\n"
    + f"#text(12pt)[*■ Experience*]\n\n{JOBS}#text(12pt)[*■ Skills*]\n\nPython, Rust\n",
    "headings in the margin, over two lines": PAPER
    + "#grid(columns: (22%, 1fr), gutter: 12pt, [*Profile*], [Builds recognisers for speech.],"
    + f"[*Professional Experience*], [{JOBS}], [*Technical Skills*], [Python, Rust])",
    "titles in capitals like the headings": PAPER
    + "*PROFILE*\n\nBuilds recognisers for speech.\n\n*EXPERIENCE*\n\n"
    + "*ENGINEER* \\ Quillon GmbH, Mar 2020 – Present\n- Led four engineers\n\n"
    + "*ANALYST* \\ Bramble AG, 2016 – 2019\n- Wrote the harness\n\n*SKILLS*\n\nPython, Rust\n",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_sections_of_a_page(layout: str) -> None:
    read = pdf.read(typeset(layout), "resume.pdf").resume
    assert kinds(read) == [K.SUMMARY, K.EXPERIENCE, K.SKILLS]
    assert [head(entry)[3] for entry in read.sections[1].entries] == ["2020-03/now", "2016/2019"]


def test_a_sidebar_with_the_name_is_the_header() -> None:
    side = "#text(16pt)[*Ines Moreau*]\n\nines\\@example.org\n\n*SKILLS*\n\nPython, Rust\n"
    main = f"*PROFILE*\n\nBuilds recognisers for speech in cars.\n\n*EXPERIENCE*\n\n{JOBS}"
    page = f"{SHEET}#grid(columns: (1fr, 30%), gutter: 20pt)[{main}][{side}]"
    read = pdf.read(typeset(page), "resume.pdf").resume
    assert (str(read.basics.name), str(read.basics.email)) == ("Ines Moreau", "ines@example.org")
    assert set(kinds(read)) == {K.SUMMARY, K.EXPERIENCE, K.SKILLS}
