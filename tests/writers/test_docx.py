"""The Word document: parts, styles, order of elements, and what three readers find in it."""

from __future__ import annotations

import dataclasses
import io
import re
import subprocess
import sys
import zipfile

import docx as python_docx
import pytest
from hypothesis import given, settings
from lxml import etree

from standout import api
from standout.building.recovered import recovered
from standout.writers import docx
from standout.writers.design import Design
from standout.writers.sheet import Contact, Sheet
from tests.writers.giving_back import PROFILES, design, lost, profile, sheet, untold
from tests.writers.golden import golden
from tests.writers.sheets import SMALL, THEME, printed_once, sheets

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The sequences of CT_PPr, CT_RPr, CT_Style, CT_Lvl and CT_SectPr in ISO/IEC 29500-1: Word refuses
# a document that leaves them.
SEQUENCES = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
        suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
        topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
        contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
    " noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect"
    " bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
    " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi"
    " rtlGutter docGrid printerSettings",
    "settings": "writeProtection view zoom defaultTabStop characterSpacingControl compat"
    " themeFontLang decimalSymbol listSeparator",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
}


def written(made: Sheet, chosen: Design | None = None) -> bytes:
    """A document in the theme whose numbers stay."""
    return docx.write(made, THEME, chosen or Design())


def part(content: bytes, name: str) -> str:
    """One part of a document as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode("utf-8")


def root(content: bytes, name: str = "word/document.xml") -> etree._Element:
    """The root of a part."""
    return etree.fromstring(part(content, name).encode())


def shown(content: bytes) -> str:
    """The text of a document, a line for each paragraph."""
    lines = []
    for each in root(content).iter(f"{W}p"):
        nodes = each.iter(f"{W}t", f"{W}tab")
        lines.append("".join(node.text or "\t" for node in nodes))
    return "\n".join(lines)


def style(content: bytes, key: str) -> str:
    """The definition of a style."""
    found = re.search(rf'<w:style [^>]*w:styleId="{key}">.*?</w:style>', part_of_styles(content))
    assert found is not None
    return found[0]


def part_of_styles(content: bytes) -> str:
    """The styles as text."""
    return part(content, "word/styles.xml")


def test_the_small_resume(request: pytest.FixtureRequest) -> None:
    """One of each thing."""
    golden(
        request,
        "small.docx.xml",
        part(written(SMALL), "word/document.xml").replace("><w:p>", ">\n<w:p>"),
    )


@given(sheets())
@settings(max_examples=60, deadline=None)
def test_everything_is_printed_once(made: Sheet) -> None:
    """In well-formed parts, with elements in the schema's order and links of the web or of mail."""
    content = written(made)
    printed_once(made, shown(content))
    in_order(content)
    for link in etree.fromstring(part(content, "word/_rels/document.xml.rels").encode()):
        if link.get("TargetMode") == "External":
            assert re.match(r"(?:https?://|mailto:)[^\s<>\"{}|\\^`]+$", link.get("Target"))
    targets = {link.get("Id") for link in root(content, "word/_rels/document.xml.rels")}
    links = root(content).iter(f"{W}hyperlink")
    assert {value for link in links for value in link.attrib.values()} <= targets


def in_order(content: bytes) -> None:
    """Every element stands where the schema puts it, and once."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [
            name for name in archive.namelist() if name.startswith("word/") and "_rels" not in name
        ]
    for name in names:
        for each in root(content, name).iter():
            sequence = SEQUENCES.get(each.tag.rpartition("}")[2])
            if sequence is not None:
                places = [sequence.split().index(inner.tag.rpartition("}")[2]) for inner in each]
                assert places == sorted(set(places)), etree.tostring(each)


@pytest.mark.parametrize("name", PROFILES)
def test_our_reader_gives_it_back(name: str) -> None:
    """Field by field, without a word about the file."""
    reading = api.read(docx.write(sheet(name), THEME, design(name)), "resume.docx")
    assert not reading.diagnostics
    assert not lost(name, reading.resume)
    assert not untold(name, reading.resume)
    assert recovered(profile(name).resume, design(name), reading.resume) == ()


def test_another_reader_finds_the_styles() -> None:
    """Headings are headings, bullets are a list, and nobody but the applicant is named."""
    made = python_docx.Document(io.BytesIO(written(SMALL)))
    named = [(each.style and each.style.name, each.text) for each in made.paragraphs]
    assert named[:5] == [
        ("Title", "Jane Roe"),
        ("Subtitle", "Engineer of search"),
        ("Contact", "Leeds, United Kingdom  |  jane@example.org  |  +44 1632 960 123"),
        ("Contact", "github.com/jane-example"),
        ("Heading 1", "Skills"),
    ]
    assert ("Heading 2", "Engineer \tJan 2022 - present") in named
    assert ("List Bullet", "Wrote the public table of results") in named
    known = made.core_properties
    assert (known.author, known.title, known.language) == ("Jane Roe", SMALL.title, "en")
    assert not any((known.last_modified_by, known.modified, known.comments, known.keywords))
    assert not made.tables


def test_the_same_bytes_in_another_process() -> None:
    """No time, no machine and no chance is in the file."""
    code = (
        "import sys; from tests.writers.test_docx import *; sys.stdout.buffer.write(written(SMALL))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == written(SMALL)


def test_runs_and_links() -> None:
    """Neighbours with one address are one link; every look is a property of a run."""
    content = written(SMALL)
    links = ["".join(each.itertext()) for each in root(content).iter(f"{W}hyperlink")]
    assert links[2:] == ["public table", "doi.org/10.5555/1", "code"]
    text = part(content, "word/document.xml")
    for look in (
        '<w:rPr><w:rStyle w:val="HTMLCode"/></w:rPr><w:t xml:space="preserve">fit()',
        '<w:rPr><w:b/><w:bCs/><w:vertAlign w:val="superscript"/></w:rPr>',
        '<w:rPr><w:rStyle w:val="Hyperlink"/><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">table',
    ):
        assert look in text


def test_headings_hold_on_to_what_follows() -> None:
    """And an entry that is its title alone does not hold on to the next."""
    text = part(written(SMALL), "word/document.xml")
    assert "<w:keepNext/>" in style(written(SMALL), "Heading1")
    assert "<w:keepNext/>" in style(written(SMALL), "Heading2")
    assert "<w:widowControl/>" in style(written(SMALL), "Normal")
    assert re.search(r'"EntryLine"/><w:keepNext/></w:pPr>.{,60}Acme', text)
    last = dataclasses.replace(SMALL.parts[2].items[1], links=())
    alone = dataclasses.replace(SMALL, parts=(dataclasses.replace(SMALL.parts[2], items=(last,)),))
    assert '"Heading2"/><w:keepNext w:val="0"/>' in part(written(alone), "word/document.xml")


@pytest.mark.parametrize(
    ("chosen", "name", "wanted"),
    [
        (Design(paper="a4"), "document", '<w:pgSz w:w="11906" w:h="16838"/>'),
        (Design(paper="letter"), "document", '<w:pgSz w:w="12240" w:h="15840"/>'),
        (Design(margin=2.54), "document", 'w:top="1440" w:right="1440"'),
        (Design(accent="#0a0"), "styles", '<w:color w:val="008800"/>'),
        (Design(size=11), "styles", '<w:sz w:val="22"/>'),
        (Design(font="Garamond"), "styles", 'w:ascii="Garamond"'),
        (Design(font="Libertinus Serif"), "styles", 'w:ascii="Cambria"'),
        (Design(paper="letter", margin=2.54), "styles", '<w:tab w:val="right" w:pos="9360"/>'),
    ],
)
def test_design(chosen: Design, name: str, wanted: str) -> None:
    """Paper, margins, type and accent arrive, the accent dark enough to be read."""
    assert wanted in part(written(SMALL, chosen), f"word/{name}.xml")


LANGUAGES = [
    ("en", "letter", 'w:val="en-US"'),
    ("en", "a4", 'w:val="en-GB"'),
    ("de", "a4", 'w:val="de-DE"'),
    ("ja", "a4", 'w:eastAsia="Yu Gothic"'),
    ("zh", "a4", 'w:eastAsia="Microsoft YaHei"'),
    ("ko", "a4", 'w:val="ko-KR" w:eastAsia="ko-KR"'),
]


@pytest.mark.parametrize(("language", "paper", "wanted"), LANGUAGES)
def test_language(language: str, paper: str, wanted: str) -> None:
    """The document says its language, and East Asian text takes the shapes of its own."""
    made = dataclasses.replace(SMALL, language=language)
    assert wanted in part_of_styles(written(made, Design(paper=paper)))


def test_right_to_left() -> None:
    """Paragraphs and runs of letters that run to the left say so; an address does not."""
    made = Sheet("he", "rtl", "x", "נועה לוי", contacts=(Contact("email", "noa@example.org"),))
    name, contact = root(written(made)).iter(f"{W}p")
    assert name.find(f"{W}pPr/{W}bidi") is not None
    assert name.find(f"{W}r/{W}rPr/{W}rtl") is not None
    assert contact.find(f"{W}pPr/{W}bidi") is not None
    assert contact.find(f"{W}r/{W}rPr") is None
    assert root(written(made)).find(f".//{W}sectPr/{W}bidi") is not None


def test_east_asian_runs_take_their_own_quotes() -> None:
    made = Sheet("ja", "ltr", "x", "山田花子", "“Engineer”")
    name, headline = root(written(made)).iter(f"{W}p")
    assert name.find(f"{W}r/{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"
    assert headline.find(f"{W}r/{W}rPr") is None


def test_an_address_that_is_too_long_is_no_link() -> None:
    """Word refuses such a document."""
    long = Contact("link", "here", "https://example.org/" + "x" * 3000)
    assert "hyperlink" not in part(
        written(Sheet("en", "ltr", "x", contacts=(long,))), "word/document.xml"
    )


def test_an_empty_sheet_is_a_document() -> None:
    assert api.read(written(Sheet("en", "ltr", "Resume")), "a.docx").document.format == "docx"
