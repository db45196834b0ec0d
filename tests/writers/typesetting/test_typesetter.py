"""The same bytes, whatever the text; and clear words where a page cannot be set."""

from __future__ import annotations

import dataclasses
import subprocess
import sys

import pypdfium2
import pytest

from standout.errors import BuildError
from standout.model import SectionKind
from standout.writers.design import Design
from standout.writers.sheet import Contact, Group, Item, Part, Run, Sheet
from standout.writers.typesetting import themes
from standout.writers.typesetting.complaints import UncoveredError
from standout.writers.typesetting.typesetter import Typesetter
from tests.writers.typesetting import pages

LONG = "W" * 10_000
SENTENCES = (
    '#panic("x") \\ $x$ *b* _i_ <end> @ref // " `c` ~ [x] {y} = H',
    "<end>",
    "#include \"/etc/passwd\" #read('/etc/passwd') #sys.inputs",
    "/* not a comment */ --- ... -? #let x = 1; #x",
    "<b>&amp;</b> %PDF-1.7 endstream endobj",
    "e" + "\u0301" * 50,
    "مرحبا بالعالم",
    "שלום עולם",
    "你好世界 こんにちは 안녕하세요",
    "word",
)


def everywhere(text: str, **around: str) -> Sheet:
    """A sheet with one text in every place."""
    link = Contact("link", text, "https://example.org")
    item = Item(
        text, text, text, text, text, (Run(text),), text, (link,),
        (text,), (text,), (text,), (text,),
        ((Run(text, bold=True), Run(text, code=True)), (Run(text, shift="super"),)),
    )  # fmt: skip
    parts = (
        Part(
            SectionKind.SKILLS, text, groups=(Group(text, (text, text), text), Group("", (text,)))
        ),
        Part(SectionKind.EXPERIENCE, text, items=(item,)),
        Part(SectionKind.OTHER, text, statements=((Run(text),),)),
    )
    sheet = Sheet("en", "ltr", text, text, text, (Contact("note", text), link), parts)
    return dataclasses.replace(sheet, **around)  # type: ignore[arg-type]  # cases as data


def titled(title: str) -> Sheet:
    """A sheet with one entry."""
    parts = (Part(SectionKind.EXPERIENCE, "Experience", items=(Item(title, dates="2024"),)),)
    return Sheet("en", "ltr", "Resume", "Ada", parts=parts)


def made(sheet: Sheet, theme: str = "classic", **design: object) -> bytes:
    """A sheet as PDF."""
    chosen = Design(theme=theme, **design)  # type: ignore[arg-type]  # the same
    return pages.typesetter().pdf(sheet, themes.built_in(theme), chosen)


def text_of(content: bytes) -> str:
    """All characters of a PDF without white space, as drawn."""
    document = pypdfium2.PdfDocument(content)
    found = "".join(page.get_textpage().get_text_bounded() for page in document)
    return "".join(found.split())


@pytest.mark.parametrize("theme", themes.NAMES)
@pytest.mark.parametrize("text", SENTENCES)
def test_any_text_is_printed_as_it_is(theme: str, text: str) -> None:
    assert made(everywhere(text), theme).startswith(b"%PDF")
    if text.isascii():
        wanted = "".join(text.split())
        assert text_of(made(everywhere(text), theme)).count(wanted) >= 20


@pytest.mark.parametrize("theme", themes.NAMES)
def test_a_word_longer_than_a_page_breaks_and_loses_no_letter(theme: str) -> None:
    found = text_of(made(titled(LONG), theme))
    assert found.count("W") == len(LONG)


def test_three_hundred_statements_and_empty_sections() -> None:
    lines = tuple((Run(f"Made thing number {number} work"),) for number in range(300))
    parts = (
        Part(SectionKind.EXPERIENCE, "Experience", items=(Item("Maker", statements=lines),)),
        Part(SectionKind.AWARDS, "Awards"),
        Part(SectionKind.OTHER, ""),
    )
    found = text_of(made(dataclasses.replace(titled("x"), parts=parts)))
    assert all(f"Madethingnumber{number}work" in found for number in range(300))


def test_a_sheet_of_nothing_is_a_page_with_its_title() -> None:
    assert text_of(made(Sheet("en", "ltr", "Resume"))) == "Resume"


def test_characters_without_a_font_are_named() -> None:
    sheet = titled("Rocket \U0001f680 and ሴ")
    with pytest.raises(UncoveredError) as caught:
        made(sheet)
    assert set(caught.value.characters) == {"\U0001f680", "ሴ"}
    assert "ROCKET, U+1F680" in caught.value.message
    assert "--font-path" in caught.value.hint
    theme = themes.built_in("classic")
    assert set(pages.typesetter().uncovered(sheet, theme, Design())) == {"\U0001f680", "ሴ"}
    with pytest.raises(UncoveredError):
        pages.typesetter().png(sheet, theme, Design())


def test_chinese_without_its_fonts_names_the_package() -> None:
    assert "standout[fonts]" in UncoveredError(["語"]).hint
    assert UncoveredError(["\u0378"]).message == "no font has `\u0378` (U+0378)"


def test_the_same_bytes_again_and_from_another_typesetter() -> None:
    sheet = pages.sheet("mono", "student")
    theme, design = themes.built_in("mono"), pages.design("mono", "student")
    first = pages.typesetter().pdf(sheet, theme, design)
    made(titled("something between"), "compact")
    assert pages.typesetter().pdf(sheet, theme, design) == first
    assert Typesetter().pdf(sheet, theme, design) == first


def test_the_same_bytes_in_another_process() -> None:
    script = (
        "import hashlib; from tests.writers.typesetting import pages;"
        "print(hashlib.sha256(pages.pdf('classic', 'german')).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, [".", *sys.path]))},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "#let x = 1\n#let y = foo(2)\n#resume()",
            "theme.typ, line 2, column 10: unknown variable",
        ),
        ("#let y = (\n#resume()", "theme.typ, line 1, column 10: unclosed delimiter"),
        ('\n#resume(header: () => heading(level: "a"))', "theme.typ, line 2, column 38: expected"),
        ('#image("none.png")\n#resume()', "theme.typ, line 1, column 8: file not found"),
    ],
)
def test_an_error_stands_in_the_lines_of_the_theme(code: str, said: str) -> None:
    theme = dataclasses.replace(themes.built_in("classic"), code=code)
    with pytest.raises(BuildError, match=said):
        pages.typesetter().pdf(titled("x"), theme, Design())


@pytest.mark.parametrize("theme", themes.NAMES)
def test_measures_tell_where_the_content_ends(theme: str) -> None:
    setter, look = pages.typesetter(), themes.built_in(theme)
    short = setter.measure(titled("x"), look, Design(theme=theme))
    longer = setter.measure(everywhere("word"), look, Design(theme=theme, paper="a4"))
    assert short.pages == 1
    assert short.height == pytest.approx(792)
    assert 0 < short.bottom < longer.bottom < longer.height == pytest.approx(841.89, abs=0.01)
