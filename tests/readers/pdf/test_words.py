"""Words: what they say, how they look, whether they can be seen."""

from __future__ import annotations

import pytest
import typst

from standout.model import Word
from standout.readers import pdf
from tests.checking import typeset
from tests.readers.pdf import made

PAGE = "#set page(width: 420pt, height: 300pt, margin: 30pt)\n#set text(size: 10pt)\n"


def words(markup: str) -> tuple[Word, ...]:
    return pdf.read(typeset(PAGE + markup), "page.pdf").pages[0].words


def drawn(content: bytes) -> tuple[Word, ...]:
    return pdf.read(made.page(content), "page.pdf").pages[0].words


def texts(found: tuple[Word, ...]) -> list[str]:
    return [word.text for word in found]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("#text(tracking: 4pt)[EXPERIENCE]", ["EXPERIENCE"]),
        ("#text(tracking: 3pt)[WORK EXPERIENCE]", ["WORK", "EXPERIENCE"]),
        ('#"E X P E R I E N C E"', ["EXPERIENCE"]),
        ("#text(tracking: 1.4pt)[JOHN DOE]", ["JOHN", "DOE"]),
        ("#text(tracking: 1.4pt)[EXPERIENCE AND SKILLS]", ["EXPERIENCE", "AND", "SKILLS"]),
        ("*JOHN DOE* SENIOR ML ENGINEER", ["JOHN", "DOE", "SENIOR", "ML", "ENGINEER"]),
        ('#"C, C++, R, Go"', ["C,", "C++,", "R,", "Go"]),
        ("efficient workflow", ["efficient", "workflow"]),
        ('#"\\u{fb01}ne o\\u{fb03}ce"', ["fine", "office"]),
        ("Zoë Müller-Łukasz Çelik Nguyễn", ["Zoë", "Müller-Łukasz", "Çelik", "Nguyễn"]),
        ("Ωμέγα Жуков", ["Ωμέγα", "Жуков"]),
        ("$bold(x) alpha$", ["𝒙𝛼"]),
    ],
)
def test_words_read_as_a_person_reads_them(markup: str, expected: list[str]) -> None:
    assert texts(words(markup)) == expected


def test_a_word_knows_its_look() -> None:
    found = words(
        "#text(size: 14pt)[*Bold*] _slanted_ #text(fill: rgb(200, 0, 0))[red] "
        "#box(fill: navy)[#text(fill: white)[light]]"
    )
    bold, slanted, red, light = found
    assert bold.bold
    assert bold.size == pytest.approx(14, abs=0.1)
    assert slanted.italic
    assert not slanted.bold
    assert red.colour == (200, 0, 0)
    assert red.background == (255, 255, 255)
    assert light.background == (0, 31, 63)
    assert not light.invisible


def test_emphasis_is_marked_inside_a_plain_line() -> None:
    (line,) = pdf.lines(typeset(PAGE + "Cut the cost by *40 percent* in a year"), "a.pdf")
    (segment,) = line.segments
    (emphasis,) = segment.emphasis
    assert segment.text.value[emphasis.start : emphasis.end] == "40 percent"
    assert emphasis.style == "bold"
    assert not segment.bold


def test_a_link_in_pieces_is_one() -> None:
    """In a tagged PDF a link has a box for each piece of a word that may break."""
    pieces = "#box[example.org]#box[\\/in]#box[\\/ada]#box[\\-park]"
    markup = f'#set document(title: "x")\n#link("https://example.org/in/ada-park")[{pieces}]'
    tagged = typst.compile(markup.encode(), ignore_system_fonts=True, pdf_standards=["ua-1"])
    assert isinstance(tagged, bytes)
    (line,) = pdf.lines(tagged, "a.pdf")
    (segment,) = line.segments
    assert [each.url for each in segment.links] == ["https://example.org/in/ada-park"]


def test_links_are_joined_to_the_words_under_them() -> None:
    markup = 'See #link("https://a.example/x")[my page] or #link("mailto:j@roe.example")[write]'
    (line,) = pdf.lines(typeset(PAGE + markup), "a.pdf")
    found = [(link.url, str(link.text)) for link in line.segments[0].links]
    assert found == [("https://a.example/x", "my page"), ("mailto:j@roe.example", "write")]


def test_turned_text_is_read_once_in_its_own_direction() -> None:
    found = words("Upright words here\n\n#rotate(-90deg, reflow: true)[Going up]")
    assert sorted(texts(found)) == ["Going", "Upright", "here", "up", "words"]
    assert {word.rotation for word in found if word.text in ("Going", "up")} == {90}
    assert texts(found).index("Going") < texts(found).index("up")


def test_turned_double_letters_are_two() -> None:
    found = words("#rotate(-90deg, reflow: true)[Professionnelles]")
    assert [word.text for word in found] == ["Professionnelles"]


def test_a_narrow_space_in_a_large_name_is_a_space() -> None:
    name = words("#text(30pt)[Jane#h(4pt)Eyre]")
    assert [word.text for word in name] == ["Jane", "Eyre"]
    assert [word.text for word in words("#text(30pt)[PyTorch McRoe]")] == ["PyTorch", "McRoe"]


def test_a_turned_page_is_read_upright() -> None:
    content = b"BT /F 12 Tf 0 1 -1 0 300 100 Tm (Jane Roe) Tj 0 -30 Td (Engineer) Tj ET"
    reading = pdf.read(made.page(content, keys=b"/Rotate 90"), "page.pdf")
    assert reading.source.text == "Jane Roe\nEngineer"
    (page,) = reading.pages
    assert (page.width, page.height) == (792, 612)
    assert {word.rotation for word in page.words} == {0}


@pytest.mark.parametrize(
    "content",
    [
        b"3 Tr 1 0 0 1 72 700 Tm (secret) Tj",
        b"1 1 1 rg 1 0 0 1 72 700 Tm (secret) Tj",
        b"1 0 0 1 -300 700 Tm (secret) Tj",
        b"/F 1 Tf 1 0 0 1 72 700 Tm (secret) Tj",
    ],
    ids=["unpainted", "white on white", "off the page", "tiny"],
)
def test_hidden_words_are_kept_apart(content: bytes) -> None:
    reading = pdf.read(
        made.page(b"BT /F 12 Tf 1 0 0 1 72 600 Tm (shown) Tj " + content + b" ET"), "page.pdf"
    )
    shown, hidden = reading.pages[0].words
    assert (shown.text, shown.invisible) == ("shown", False)
    assert (hidden.text, hidden.invisible) == ("secret", True)
    assert reading.source.text == "shown\nsecret"
    assert [line.text.value for line in pdf.lines(made.page(content), "a.pdf")] == []


def test_text_in_the_colour_of_its_card_is_hidden_and_on_another_card_is_not() -> None:
    card = b"0 0 0.5 rg 50 650 200 100 re f "
    text = b"BT %s rg /F 12 Tf 72 700 Td (word) Tj ET"
    assert drawn(card + text % b"0 0 0.5")[0].invisible
    assert not drawn(card + text % b"1 1 1")[0].invisible


def test_white_text_on_a_rounded_card_and_text_beside_a_frame_are_seen() -> None:
    rounded = "#rect(fill: navy, radius: 8pt, inset: 12pt)[#text(fill: white)[On a card]]"
    assert not any(word.invisible for word in words(rounded))
    frame = b"1 0 0 rg 50 650 200 100 re 52 652 196 96 re f* "
    inside = b"BT 1 0 0 rg /F 12 Tf 72 700 Td (word) Tj ET"
    assert not drawn(frame + inside)[0].invisible


def test_text_painted_over_is_hidden() -> None:
    content = b"BT /F 12 Tf 72 700 Td (under) Tj ET 1 1 1 rg 50 650 200 100 re f"
    assert drawn(content)[0].invisible


@pytest.mark.parametrize("shift", [0, 1, 4], ids=lambda shift: f"{shift} points away")
def test_a_shadow_is_its_word(shift: int) -> None:
    """Browsers draw the shadow as a picture, its letters with no opacity, then the word."""
    shadow = b"/G gs (Jane Roe) Tj /H gs"
    content = b"1 0 0 rg 50 680 300 60 re f BT /F 24 Tf 1 g 72 700 Td %s 0 %d Td (Jane Roe) Tj ET"
    clear = b"/Font<</F 5 0 R>>/ExtGState<</G<</ca 0>>/H<</ca 1>>>>"
    page = made.page(content % (shadow, shift), resources=clear)
    found = pdf.read(page, "page.pdf").pages[0].words
    assert [(word.text, word.invisible, word.colour) for word in found] == [
        ("Jane", False, (255, 255, 255)),
        ("Roe", False, (255, 255, 255)),
    ]


def test_text_that_cuts_its_shape_from_a_gradient_is_seen() -> None:
    cut = b"q BT 7 Tr /F 24 Tf 72 700 Td (Jane) Tj ET %s Q"
    assert not drawn(cut % b"1 0 0 rg 50 650 300 100 re f")[0].invisible
    assert drawn(cut % b"")[0].invisible


def test_text_that_only_a_picture_shows_is_seen() -> None:
    scan = (
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    )
    content = b"q 612 0 0 792 0 0 cm /S Do Q BT 3 Tr /F 12 Tf 72 700 Td (Jane) Tj ET"
    page = made.page(
        content,
        resources=b"/Font<</F 5 0 R>>/XObject<</S 6 0 R>>",
        extra={6: scan + b"/Length 1>>stream\n\xff\nendstream"},
    )
    assert not pdf.read(page, "page.pdf").pages[0].words[0].invisible


def test_on_a_masked_panel_nobody_can_say_what_is_hidden() -> None:
    panel = made.form(b"1 g 50 650 300 100 re f", b"")
    panel = panel.replace(b"/Subtype/Form", b"/Subtype/Form/Group<</S/Transparency>>", 1)
    page = made.page(
        b"/P Do BT 1 g /F 12 Tf 72 700 Td (Jane) Tj ET",
        resources=b"/Font<</F 5 0 R>>/XObject<</P 6 0 R>>",
        extra={6: panel},
    )
    (word,) = pdf.read(page, "page.pdf").pages[0].words
    assert (word.invisible, word.background) == (False, None)


@pytest.mark.parametrize("spacing", [1, 2, 3, 4, 6, 8])
def test_letter_spacing_of_any_width_parts_no_word(spacing: int) -> None:
    content = b"BT /F 12 Tf %d Tc 72 700 Td (WORK EXPERIENCE) Tj ET" % spacing
    assert texts(drawn(content)) == ["WORK", "EXPERIENCE"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("E X P E R I E N C E", ["EXPERIENCE"]),
        ("J A N E  D O E", ["JANE", "DOE"]),
        ("W O R K   H I S T O R Y", ["WORK", "HISTORY"]),
        ("J a n e  R o e", ["Jane", "Roe"]),
    ],
)
def test_letters_typed_with_spaces_between_them_are_words(typed: str, expected: list[str]) -> None:
    content = b"BT /F 18 Tf 72 700 Td (%s) Tj ET" % typed.encode()
    assert texts(drawn(content)) == expected


def test_overprinted_copies_count_once() -> None:
    content = b"BT /F 12 Tf 72 700 Td (Bold) Tj 0.3 0 Td (Bold) Tj ET"
    assert texts(drawn(content)) == ["Bold"]


def test_letters_without_a_meaning_stay_visible_as_such() -> None:
    reading = pdf.read(made.page(b"BT /F 12 Tf 72 700 Td (a\\001b) Tj ET"), "page.pdf")
    assert "\x01" not in reading.source.text


def test_icons_stand_in_the_text_but_not_in_the_lines() -> None:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    link = b"<</Type/Annot/Subtype/Link/Rect[250 690 290 720]/A<</S/URI/URI(https://a.example)>>>>"
    text = (
        b"/I 12 Tf 72 700 Td (A) Tj /F 12 Tf 20 0 Td (jane@roe.example) Tj /I 12 Tf 170 0 Td (A) Tj"
    )
    content = made.page(
        b"BT " + text + b" ET",
        resources=b"/Font<</F 5 0 R/I 7 0 R>>",
        extra={6: made.stream(_mapped("\uf0e0")), 7: font, 8: link},
        keys=b"/Annots[8 0 R]",
    )
    assert pdf.read(content, "a.pdf").source.text == "\uf0e0 jane@roe.example \uf0e0"
    ((mail, icon),) = (line.segments for line in pdf.lines(content, "a.pdf"))
    assert mail.text.value == "jane@roe.example"
    assert [(link.url, link.text) for link in icon.links] == [("https://a.example", None)]


def _mapped(letters: str) -> bytes:
    """A page whose font `I` draws the given letters with the codes from 65 on."""
    pairs = b" ".join(b"<%02X> <%04X>" % (65 + i, ord(char)) for i, char in enumerate(letters))
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        b"1 begincodespacerange <00> <FF> endcodespacerange "
        b"%d beginbfchar %s endbfchar endcmap end end" % (len(letters), pairs)
    )


@pytest.mark.parametrize(
    ("letters", "drawing", "expected"),
    [
        ("山田太郎", b"250 700 Td (ABCD) Tj", "山田太郎"),
        ("⼭田", b"250 700 Td (AB) Tj", "山田"),
        # Drawn from left to right: the second word backwards, then the first word backwards.
        ("שלוםנח", b"250 700 Td (FCE) Tj 50 0 Td (DCBA) Tj", "שלום נוח"),
        ("e\u0301", b"250 700 Td (AB) Tj", "é"),
    ],
    ids=["han", "radical", "hebrew", "combining"],
)
def test_other_scripts_are_read_in_logical_order(
    letters: str, drawing: bytes, expected: str
) -> None:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    content = made.page(
        b"BT /I 12 Tf " + drawing + b" ET",
        resources=b"/Font<</I 7 0 R>>",
        extra={6: made.stream(_mapped(letters)), 7: font},
    )
    assert pdf.read(content, "a.pdf").source.text == expected


def test_a_word_with_one_painted_letter_is_seen() -> None:
    content = b"BT /F 12 Tf 3 Tr 72 700 Td (J) Tj 0 Tr (ane) Tj ET"
    assert not any(word.invisible for word in drawn(content) if "ane" in word.text)


def test_letters_placed_one_by_one_are_words() -> None:
    """Browsers that scale a page down place each letter; pdfium reports spaces between some."""
    wide = {"O": 7.78, "S": 6.67, "C": 7.22, "r": 3.33, "c": 5.0, ":": 2.78, "t": 2.78, "i": 2.22}
    letters, at = [], 72.0
    for char in "Open Source: Contributing":
        if char != " ":
            letters.append(f"BT /F 10 Tf 1 0 0 1 {at:.2f} 700 Tm ({char} ) Tj ET")
        at += 2.78 if char == " " else wide.get(char, 5.56)
    reading = pdf.read(made.page("\n".join(letters).encode()), "page.pdf")
    assert reading.source.text == "Open Source: Contributing"


def test_a_word_drawn_in_two_runs_is_one() -> None:
    """pdfium puts what stands at the right of a large name between its runs."""
    runs = [("Ma", 72, 24), ("Berlin", 400, 8), ("ria Rosa", 105.33, 24)]
    content = "\n".join(
        f"BT /F {size} Tf 1 0 0 1 {at} {700 if size > 8 else 708} Tm ({text}) Tj ET"
        for text, at, size in runs
    )
    lines = list(pdf.lines(made.page(content.encode()), "page.pdf"))
    assert [segment.text.value for segment in lines[0].segments] == ["Maria Rosa", "Berlin"]


def test_small_capitals_with_letter_spacing_are_one_word() -> None:
    markup = (
        "#text(tracking: 1.4pt)[#text(10pt)[I]#text(7pt)[NTERESTS]"
        " #h(5pt) #text(10pt)[A]#text(7pt)[WARDS]]"
    )
    reading = pdf.read(typeset(markup), "page.pdf")
    assert reading.source.text.split() == ["INTERESTS", "AWARDS"]
