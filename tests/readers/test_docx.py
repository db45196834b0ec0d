"""Word documents: what stands where, what is hidden, and archives that attack."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.shared import Pt, RGBColor

from standout.model import Reading
from standout.readers import detect
from standout.source import Span
from tests.readers.structure.reading import dates

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def read(content: bytes) -> Reading:
    """Read a document."""
    return detect.read(content, "resume.docx")


def made(build: Callable[[docx.document.Document], None]) -> Reading:
    """Read a document that python-docx makes."""
    document = docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return read(buffer.getvalue())


def packed(body: str, **parts: str) -> bytes:
    """The smallest archive that holds a document body."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        xml = f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"
        file.writestr("word/document.xml", xml)
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph with one run."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def words(reading: Reading) -> list[str]:
    """The lines of the text."""
    return reading.source.text.split("\n")


def shown(reading: Reading, spans: tuple[Span, ...]) -> list[str]:
    """The texts of spans."""
    return [reading.source.text[span.start : span.end] for span in spans]


def test_a_resume() -> None:
    """Name, contact, headings, a job with its dates, bullets, skills."""

    def build(document: docx.document.Document) -> None:
        document.add_paragraph("Ada Park", style="Title")
        document.add_paragraph("ada@example.org | +1 555 010 0199 | Lyon, France")
        document.add_heading("Experience", 1)
        job = document.add_paragraph()
        job.add_run("ML Engineer").bold = True
        job.add_run(", Acme Robotics\tMar 2021 – Present")
        document.add_paragraph("Cut grasp failures from 9 % to 2 %", style="List Bullet")
        document.add_paragraph("Trained four interns", style="List Bullet")
        document.add_heading("Skills", 1)
        document.add_paragraph("Languages: Python, C++")

    resume = made(build).resume
    assert str(resume.basics.name) == "Ada Park"
    assert str(resume.basics.email) == "ada@example.org"
    experience, skills = resume.sections
    (entry,) = experience.entries
    assert (str(entry.title), str(entry.organization)) == ("ML Engineer", "Acme Robotics")
    assert entry.dates is not None
    assert entry.dates.present
    assert [each.text.value for each in entry.statements] == [
        "Cut grasp failures from 9 % to 2 %",
        "Trained four interns",
    ]
    assert entry.statements[0].bullet
    assert [str(each) for each in skills.skills[0].items] == ["Python", "C++"]


def test_paragraphs_are_never_joined() -> None:
    """Two paragraphs are two statements, however they look."""

    def build(document: docx.document.Document) -> None:
        document.add_heading("Summary", 1)
        for text in ("Wrote a parser in Rust that reads a gigabyte a second", "and a lexer in C"):
            document.add_paragraph(text, style="List Bullet")

    told = [str(each) for each in made(build).resume.texts()]
    assert told[-2:] == [
        "Wrote a parser in Rust that reads a gigabyte a second",
        "and a lexer in C",
    ]


def test_tables_are_read_row_by_row_and_marked() -> None:
    """A row of short cells is one line; long cells come one after the other."""

    def build(document: docx.document.Document) -> None:
        table = document.add_table(rows=2, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "ML Engineer, Acme", "2021 – 2023"
        table.cell(1, 0).text = "Left one\nLeft two\nLeft three"
        table.cell(1, 1).text = "Right one\nRight two\nRight three"

    reading = made(build)
    lines = words(reading)
    assert lines[0] == "ML Engineer, Acme\t2021 – 2023\t"
    assert lines[1:4] == ["Left one\t", "Left two\t", "Left three\t"]
    (table,) = shown(reading, reading.document.tables)
    assert "Right three" in table


def test_headers_and_footers() -> None:
    """Contact in a header is content and marked as boxed; page numbers are furniture."""

    def build(document: docx.document.Document) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "ada@example.org"
        section.footer.paragraphs[0].text = "Page 1 of 2"
        document.add_paragraph("Ada Park", style="Title")

    reading = made(build)
    assert str(reading.resume.basics.email) == "ada@example.org"
    assert [str(each) for each in reading.resume.furniture] == ["Page 1 of 2"]
    assert "ada@example.org" in shown(reading, reading.document.boxed)[0]


def test_hidden_text_is_marked_and_no_part_of_the_resume() -> None:
    """Hidden, white and tiny runs; white on a dark ground is seen."""

    def build(document: docx.document.Document) -> None:
        line = document.add_paragraph("Engineer at Acme")
        line.add_run(" vanished").font.hidden = True
        white = document.add_paragraph().add_run("Kubernetes Kubernetes")
        white.font.color.rgb = RGBColor(255, 255, 255)
        tiny = document.add_paragraph().add_run("microscopic")
        tiny.font.size = Pt(1)

    reading = made(build)
    assert shown(reading, reading.document.hidden) == [
        "vanished",
        "Kubernetes Kubernetes",
        "microscopic",
    ]
    said = " ".join(str(each) for each in reading.resume.texts())
    assert "Engineer at Acme" in said
    assert "Kubernetes" not in said
    white_on_black = '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>'
    seen = read(packed(paragraph("Ada Park", white_on_black)))
    assert seen.document.hidden == ()


def test_changes_comments_and_deleted_text() -> None:
    """Deleted text is gone, inserted text is there, both are counted."""
    body = (
        "<w:p><w:r><w:t>Built</w:t></w:r><w:del><w:r><w:delText> nothing</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> a parser</w:t></w:r></w:ins></w:p>"
    )
    reading = read(packed(body))
    assert words(reading)[0].strip() == "Built a parser"
    assert reading.document.revisions == 2


def test_links_from_fields_and_text_boxes() -> None:
    """A field's address is a link; a text box is read once and marked."""
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK '
        '"https://github.com/adapark" </w:instrText></w:r><w:r><w:fldChar '
        'w:fldCharType="separate"/></w:r><w:r><w:t>my code</w:t></w:r><w:r><w:fldChar '
        'w:fldCharType="end"/></w:r></w:p>'
    )
    box = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing><w:txbxContent>'
        f"{paragraph('Boxed words')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<w:txbxContent>{paragraph('Boxed words')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    reading = read(packed(paragraph("Ada Park") + field + box))
    assert [each.network for each in reading.resume.basics.links] == ["GitHub"]
    assert reading.source.text.count("Boxed words") == 1
    assert shown(reading, reading.document.boxed)[0].strip() == "Boxed words"


def test_metadata() -> None:
    """Title and author are kept."""

    def build(document: docx.document.Document) -> None:
        document.core_properties.author = "Ada Park"
        document.core_properties.title = "Resume"
        document.add_paragraph("Ada Park")

    reading = made(build)
    assert reading.document.title == "Resume"
    assert reading.document.metadata["Author"] == "Ada Park"


def encrypted() -> bytes:
    """An archive whose parts say that they need a password."""
    content = bytearray(packed(paragraph("secret")))
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + f"<w:document {W}/>"


def archive(content: str) -> bytes:
    """An archive with any text as its document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", content)
    return buffer.getvalue()


ATTACKS = [
    ("bomb", archive("<a>" + " " * 30_000_000), "DOC003"),
    ("ratio", archive("<a>" + " " * 5_000_000), "DOC003"),
    ("entities", archive(ENTITIES), "DOC003"),
    ("no xml", archive("no markup"), "DOC001"),
    ("no document", archive("")[:30] + b"word/", "DOC001"),
    ("truncated", packed(paragraph("Ada"))[:-40], "DOC001"),
    ("password", encrypted(), "DOC002"),
]


@pytest.mark.parametrize(("content", "code"), [pytest.param(*a[1:], id=a[0]) for a in ATTACKS])
def test_attacks_and_damage_are_findings(content: bytes, code: str) -> None:
    """Nothing is unpacked that multiplies itself; damage is said."""
    assert [each.code for each in read(content).diagnostics] == [code]


def test_broken_xml_is_read_as_far_as_it_goes() -> None:
    """The words before the damage are there."""
    whole = f"<w:document {W}><w:body>{paragraph('Ada Park')}<w:p><w:r>"
    reading = read(archive(whole))
    assert [each.code for each in reading.diagnostics] == ["DOC001"]
    assert "Ada Park" in reading.source.text


def test_deep_nesting_ends() -> None:
    """Tables in tables, a thousand deep."""
    body = "<w:tbl><w:tr><w:tc>" * 1000 + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * 1000
    assert read(packed(body)).document.format == "docx"


def test_mutated_documents_are_answered() -> None:
    """Bytes changed at random, in the archive and in its XML, never raise."""
    chance = random.Random(7)  # noqa: S311 - reproducible test data
    start = time.process_time()
    body = "".join(paragraph(f"Line {n} of words") for n in range(5))
    for _ in range(150):
        content = bytearray(packed(body))
        for _ in range(chance.randint(1, 6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        read(bytes(content))
        xml = list(f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for _ in range(chance.randint(1, 6)):
            del xml[chance.randrange(len(xml))]
        read(archive("".join(xml)))
    assert time.process_time() - start < 20


def test_dates_beside_a_job() -> None:
    """A narrow column of dates belongs to the lines at its right."""

    def build(document: docx.document.Document) -> None:
        document.add_heading("Experience", 1)
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text = "2021 – 2023"
        cell = table.cell(0, 1)
        cell.text = "ML Engineer, Acme Robotics"
        cell.add_paragraph("Cut grasp failures from 9 % to 2 %", style="List Bullet")
        cell.add_paragraph("Trained four interns", style="List Bullet")

    (section,) = made(build).resume.sections
    (entry,) = section.entries
    assert entry.dates is not None
    assert (entry.dates.start and entry.dates.start.year, str(entry.title)) == (2021, "ML Engineer")
    assert len(entry.statements) == 2


def test_dates_below_a_list_belong_to_their_own_job() -> None:
    """Word's own list style has no indent: its text hangs behind the mark all the same."""

    def build(document: docx.document.Document) -> None:
        document.add_paragraph("Jane Roe")
        document.add_heading("Experience", 1)
        for job in (
            "Analyst, Acme\tMarch 2021 – Present",
            "Engineer, Initech\tMay 2018 – July 2020",
        ):
            document.add_paragraph(job)
            document.add_paragraph("Found a fault in the bills", style="List Bullet")

    entries = made(build).resume.sections[0].entries
    assert [each.dates.text.value for each in entries if each.dates] == [
        "March 2021 – Present",
        "May 2018 – July 2020",
    ]


def test_a_bullet_before_the_date_of_an_entry_is_layout() -> None:
    """Lists whose items open with a date, the entry as a paragraph of the item."""

    def build(document: docx.document.Document) -> None:
        document.add_paragraph("Ines Marten", style="Title")
        document.add_heading("Education", 1)
        document.add_paragraph("2011 2014", style="List Bullet")
        document.add_heading("University of Bonn", 2)
        document.add_paragraph("Master")
        document.add_paragraph("Physics")
        document.add_heading("Awards", 1)
        for date, giver, prize in (
            ("May 2019", "Harbour Society", "Prize for Maps"),
            ("June 2021", "Lighthouse Club", "Medal for Buoys"),
        ):
            document.add_paragraph(date, style="List Bullet")
            document.add_heading(giver, 2)
            document.add_paragraph(prize)

    education, awards = made(build).resume.sections
    (degree,) = education.entries
    assert (str(degree.organization), str(degree.dates and degree.dates.text)) == (
        "University of Bonn",
        "2011 2014",
    )
    assert [(str(each.title), dates(each.dates)) for each in awards.entries] == [
        ("Prize for Maps", "2019-05"),
        ("Medal for Buoys", "2021-06"),
    ]
    assert not education.statements + awards.statements


def test_a_heading_for_each_skill_with_its_level_and_keywords_below() -> None:
    def build(document: docx.document.Document) -> None:
        document.add_paragraph("Ines Marten", style="Title")
        for name, *below in (
            ("Programming Languages", "Expert", "Python", "Rust"),
            ("Map Drawing", "Beginner", "QGIS", "PostGIS"),
        ):
            document.add_heading(name, 2)
            for words in below:
                document.add_heading(words, 3 if words in ("Expert", "Beginner") else 4)
        document.add_heading("Summary", 2)
        document.add_paragraph("Draws maps that sailors trust, and the tools behind them.")
        document.add_heading("Experience", 2)
        document.add_paragraph("Cartographer, Harbour Office, 2019 - 2022")

    assert [
        (str(group.level), [str(item) for item in group.items])
        for section in made(build).resume.sections
        for group in section.skills
    ] == [("Expert", ["Python", "Rust"]), ("Beginner", ["QGIS", "PostGIS"])]
