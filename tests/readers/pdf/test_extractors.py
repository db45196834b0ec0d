"""Other readings of the same page, and facts about the file."""

from __future__ import annotations

from standout.readers import pdf
from standout.readers.pdf import extractors
from tests.checking import typeset

COLUMNS = """
#set page(width: 400pt, height: 200pt)
#grid(columns: (1fr, 1fr), gutter: 20pt)[
  == Skills
  Python

  SQL
][
  == Work
  Northwind Labs, from 2020 on

  Contoso, three years before
]
"""


def test_three_families_read_every_word() -> None:
    found = extractors.extractions(typeset(COLUMNS))
    assert [each.family for each in found] == ["stream", "row", "block"]
    assert len({frozenset(each.pages[0].split()) for each in found}) == 1


def test_rows_cross_columns_and_blocks_keep_them() -> None:
    _, row, block = extractors.extractions(typeset(COLUMNS))
    assert row.pages[0].startswith("Skills Work")
    assert "Skills\nPython" in block.pages[0].replace("\n\n", "\n")


def test_pdfminer_reads_the_same_words() -> None:
    content = typeset(COLUMNS)
    other = extractors.pdfminer_extraction(content)
    assert other is not None
    assert set(other.pages[0].split()) == set(extractors.extractions(content)[0].pages[0].split())


def test_an_unreadable_file_has_no_readings() -> None:
    assert extractors.extractions(b"%PDF-1.4 nothing") == ()
    assert extractors.pdfminer_extraction(b"%PDF-1.4 nothing") is None


def test_the_document_tells_about_itself() -> None:
    content = typeset(
        '#set document(title: "A resume", author: "Jane Roe")\n#set text(lang: "de")\nHallo'
    )
    document = pdf.read(content, "page.pdf").document
    assert document.format == "pdf"
    assert document.pages == 1
    assert document.size == len(content)
    assert document.title == "A resume"
    assert document.metadata["Author"] == "Jane Roe"
    assert document.language == "de"
    assert document.tagged
    assert not document.encrypted
    assert document.fonts == ("LibertinusSerif-Regular",)
    assert document.unmapped_fonts == ()


def test_pdfminer_is_not_asked_to_read_a_drawing() -> None:
    """It takes seconds for what pdfium reads at once."""
    lines = "#for at in range(12000) { place(line(length: at * 0.01pt)) }\nWords"
    content = typeset(lines)
    assert "Words" in extractors.extractions(content)[0].pages[0]
    assert extractors.pdfminer_extraction(content) is None
