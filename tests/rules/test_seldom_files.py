"""Rules that seldom speak, about the file itself: no text, text outside the body, odd names."""

from __future__ import annotations

import datetime
import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from standout import api
from standout.rules.settings import Settings
from tests.checking import typeset

TODAY = datetime.date(2026, 11, 1)


def codes(content: bytes, name: str) -> set[str]:
    """The codes of the findings in a file."""
    found = api.check(content, name, api.Case(Settings(), TODAY)).diagnostics
    return {each.code for each in found}


ODD_NAMES = [
    "Untitled.pdf", "untitled.pdf", "Unnamed.pdf", "document.pdf", "Document1.pdf",
    "document 2.pdf", "New Document.pdf", "new document (2).pdf", "Copy of Resume.pdf",
    "Resume - Copy.pdf", "resume (3).pdf", "cv(12).pdf", "resume_final_final.pdf",
    "CV final v3.pdf", "resume-final2.pdf", "cv draft.pdf", "Resume_draft_2.pdf", "scan0001.pdf",
    "scan.pdf", "IMG_2034.pdf", "img42.pdf", "Jane Roe (1).pdf",
]  # fmt: skip
PLAIN_NAMES = [
    "Jane_Roe_Resume.pdf", "resume-2024-en.PDF", "Jürgen Müller – Lebenslauf.pdf", "resume.pdf",
    "cv.pdf", "Jane Roe CV (2026).pdf", "JaneRoe.pdf", "Scanlon_Resume.pdf", "Scanlan.pdf",
    "Roe-Jane-ML-Engineer.pdf", "jroe_cv_en_v2.pdf", "Documentation_Lead_Jane_Roe.pdf",
    "Jane Roe - Final Year Student.pdf", "Finaldi_Anna_CV.pdf", "Imgard_Roe.pdf",
    "2026-11 Jane Roe.pdf", "履歴書_林.pdf", "Resume_Roe_Acme_Draftsman.pdf", "Roe, Jane.pdf",
    "Untitled_Goose_Roe.pdf",
]  # fmt: skip


@pytest.fixture(scope="module")
def paper() -> bytes:
    return typeset("= Jane Roe\njane\\@roe.example\n\n#lorem(30)")


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_that_says_nothing(paper: bytes, name: str) -> None:
    assert "ATS011" in codes(paper, name)


@pytest.mark.parametrize("name", PLAIN_NAMES)
def test_a_name_that_says_who_it_is(paper: bytes, name: str) -> None:
    assert "ATS011" not in codes(paper, name)


@pytest.mark.parametrize("name", ["resume.docx", "resume.doc", "cv.txt", "resume.pages"])
def test_a_suffix_of_another_format(paper: bytes, name: str) -> None:
    assert "ATS011" in codes(paper, name)


def word(
    body: str, header: str = "", footer: str = "", box: str = "", first_header: str = ""
) -> bytes:
    """A Word file with text in its body, its header and footer, and a text box."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = header
    section.footer.paragraphs[0].text = footer
    if first_header:
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = first_header
    for line in body.splitlines():
        document.add_paragraph(line)
    if box:
        run = document.add_paragraph().add_run()
        run._r.append(
            parse_xml(
                f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape>'
                f"<v:textbox><w:txbxContent><w:p><w:r><w:t>{box}</w:t></w:r></w:p>"
                "</w:txbxContent></v:textbox></v:shape></w:pict>"
            )
        )
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


BODY = (
    "Jane Roe\njane@roe.example\n+47 555 01 234\nExperience\nResearch engineer, Acme, 2021 to 2024"
)
BARE = "Experience\nResearch engineer, Acme, 2021 to 2024\nBuilt the search of the shop"
OUTSIDE: list[dict[str, str]] = [
    {"body": BARE, "header": "Jane Roe, jane@roe.example, +47 555 01 234"},
    {"body": BARE, "header": "Jane Roe"},
    {"body": BARE, "footer": "jane@roe.example"},
    {"body": BARE, "footer": "+47 555 01 234"},
    {"body": BARE, "box": "Jane Roe jane@roe.example"},
    {"body": BARE, "box": "Python, SQL, Docker"},
    {"body": BODY, "box": "Languages: Norwegian, French"},
    {"body": BARE, "first_header": "Jane Roe, jane@roe.example"},
    {"body": BODY, "header": "github.com/jroe"},
    {"body": BODY, "footer": "linkedin.com/in/jroe"},
    {"body": BARE, "header": "Jane Roe", "footer": "Page 1 of 2"},
    {"body": BARE, "header": "JANE ROE | Oslo | jane@roe.example"},
    {"body": BODY, "box": "Certified in 2023 by the Board of Tides"},
    {"body": BODY, "header": "Machine learning engineer in Bergen"},
    {"body": "Jane Roe\n" + BARE, "header": "jane@roe.example"},
]
INSIDE: list[dict[str, str]] = [
    {"body": BODY},
    {"body": BODY, "header": "Jane Roe"},
    {"body": BODY, "header": "Jane Roe, page 1 of 2"},
    {"body": BODY, "footer": "Page 1 of 2"},
    {"body": BODY, "footer": "1"},
    {"body": BODY, "footer": "Seite 1 von 2"},
    {"body": BODY, "header": "Jane Roe jane@roe.example +47 555 01 234"},
    {"body": BODY, "header": "JANE ROE"},
    {"body": BODY, "footer": "Jane Roe - Resume - 1/2"},
    {"body": BODY, "header": "Curriculum Vitae"},
    {"body": BODY, "header": "CV Jane Roe"},
    {"body": BODY, "box": "Jane Roe"},
    {"body": BODY, "box": "jane@roe.example"},
    {"body": BODY, "first_header": "Jane Roe"},
    {"body": BODY, "footer": "Last updated November 2026"},
    {"body": BODY, "footer": "Updated 2026-11-01"},
    {"body": BODY, "header": "Résumé"},
    {"body": BODY, "footer": "Confidential"},
]


@pytest.mark.parametrize("parts", OUTSIDE)
def test_what_stands_outside_the_body_alone(parts: dict[str, str]) -> None:
    assert "ATS008" in codes(word(**parts), "Jane_Roe.docx")


@pytest.mark.parametrize("parts", INSIDE)
def test_what_the_body_has_as_well(parts: dict[str, str]) -> None:
    assert "ATS008" not in codes(word(**parts), "Jane_Roe.docx")


SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='{}'>{}</svg>"
RULES = "".join(f"<path d='M20 {y} h440 v9 h-440 z'/>" for y in range(20, 660, 16))
LETTERS = "".join(
    f"<path d='M{x} {y} l3 8 l3 -8 l-2 4 l-2 0 z'/>"
    for y in range(20, 660, 14)
    for x in range(20, 440, 9)
)


def picture(marks: str, width: int = 480, height: int = 680) -> str:
    return f'#image(bytes("{SVG.format(width, height, marks)}"), format: "svg")'


WIDE = "#set page(margin: 1cm)\n"
TEXT = "= Jane Roe\njane\\@roe.example\n\n#lorem(60)\n"
PICTURED = [
    WIDE + picture(RULES),
    WIDE + picture(LETTERS),
    "#set page(margin: 0cm)\n" + picture(RULES, 595, 842),
    "#set page(paper: \"us-letter\", margin: 0cm)\n" + picture(LETTERS, 612, 792),
    WIDE + picture(LETTERS) + "\n#pagebreak()\n" + picture(LETTERS),
    WIDE + TEXT + "#pagebreak()\n" + picture(LETTERS),
    WIDE + picture(LETTERS) + "\n#place(bottom)[1]",
    WIDE + picture(LETTERS) + "\n#place(bottom)[Page 1]",
    "#set page(fill: luma(240), margin: 1cm)\n" + picture(LETTERS),
    WIDE + "#rotate(0deg)[" + picture(LETTERS) + "]",
    WIDE + "#align(center)[" + picture(LETTERS, 300, 680) + "]",
    WIDE + picture(LETTERS, 480, 400),
    "#set page(flipped: true, margin: 1cm)\n" + picture(LETTERS, 700, 480),
    WIDE + "#grid(columns: 2, " + picture(LETTERS, 240, 680)[1:] + ", "
    + picture(LETTERS, 240, 680)[1:] + ")",
    "#page(margin: 0cm)[" + picture(LETTERS, 595, 842) + "]\n" + TEXT,
]  # fmt: skip
READABLE = [
    TEXT,
    WIDE + TEXT + picture(RULES, 200, 200),
    WIDE + picture(LETTERS, 300, 300) + "\n" + TEXT,
    "#place(rect(width: 100%, height: 100%, fill: luma(240)))\n" + TEXT,
    "#set page(fill: navy)\n#set text(fill: white)\n" + TEXT,
    TEXT + "#pagebreak()\n#pagebreak(weak: false)",
    "= Jane Roe\n#lorem(20)\n#pagebreak()\n#lorem(4)",
    WIDE + "#grid(columns: (1fr, 2fr), rect(fill: blue, height: 100%), [" + TEXT + "])",
    "#table(columns: 3, ..range(90).map(n => [cell #n]))\n= Jane Roe",
    "#for n in range(60) { place(circle(radius: 2pt)) }\n" + TEXT,
    "#set page(background: rect(width: 90%, height: 90%))\n" + TEXT,
    TEXT + "#line(length: 100%)\n" * 40,
    "= Jane Roe\nML engineer",
    "#set text(size: 30pt)\n= Jane Roe\n#lorem(10)",
    TEXT + "#pagebreak()\n#rect(width: 10pt, height: 10pt)",
    WIDE + "#place(top + right, " + picture(RULES, 120, 160)[1:] + ")\n" + TEXT,
]


@pytest.mark.parametrize("markup", PICTURED)
def test_a_page_that_is_a_picture(markup: str) -> None:
    assert "ATS001" in codes(typeset(markup), "Jane_Roe.pdf")


@pytest.mark.parametrize("markup", READABLE)
def test_a_page_with_text_and_pictures(markup: str) -> None:
    assert "ATS001" not in codes(typeset(markup), "Jane_Roe.pdf")


def test_a_foot_that_names_the_person_and_the_document_names_nobody_else() -> None:
    markup = (
        "#text(size: 20pt)[ADA QUILLFEATHER]\n\nada.quillfeather\\@mail.example\n\n= Education\n"
        "*M.Sc. Physics* #h(1fr) 2014 – 2016 \\ University of Bonn\n\n= Experience\n"
        "*Cartographer*, Office of Tides #h(1fr) 2016 – 2020\n- Drew the map of the tides\n"
        "#place(bottom, text(size: 6pt)[ADA QUILLFEATHER \\/\\/ CURRICULUM VITAE PLAIN-RESUME])\n"
    )
    assert "EVD007" not in codes(typeset(markup), "Ada_Quillfeather.pdf")
