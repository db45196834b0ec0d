"""The HTML page: its structure, what it refuses, and a real browser from disk without network."""

from __future__ import annotations

import dataclasses
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from playwright.sync_api import Browser

from standout import api
from standout.building.expected import expected
from standout.building.readback import read_back
from standout.errors import BuildError
from standout.model import Extraction, SectionKind
from standout.writers import html
from standout.writers.design import Design
from standout.writers.sheet import Item, Part, Run, Sheet
from standout.writers.typesetting import themes
from standout.writers.typesetting.typesetter import Typesetter
from tests.writers.giving_back import PROFILES, design, profile, sheet
from tests.writers.golden import golden
from tests.writers.sheets import SMALL, THEME, printed_once, sheets

VOID = {"meta", "br", "link", "img", "input"}
INLINE = {"a", "bdi", "code", "em", "strong", "sup", "sub", "span", "time"}
TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "article",
    "div", "address", "h1", "h2", "h3", "p", "ul", "li", "a", "bdi", "code", "em", "strong", "sup",
    "sub", "span", "time",
}  # fmt: skip


class Outline(HTMLParser):
    """Checks that tags nest, and gathers what a test asks for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.headings: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.body: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; one that is not void must be closed."""
        self.tags.append(tag)
        self.attributes += attrs
        self.links += [value or "" for key, value in attrs if key in ("href", "src")]
        if tag not in VOID:
            self.open.append(tag)
        if "body" in self.open and tag not in INLINE:
            self.body.append("\n")
        if re.fullmatch(r"h\d", tag):
            self.headings.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Only what was opened last is closed."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Gather what is shown."""
        if "body" in self.open:
            self.body.append(data)

    @property
    def text(self) -> str:
        """The words of the page."""
        return "".join(self.body)


def written(made: Sheet, design: Design | None = None) -> str:
    """A page in the theme whose numbers stay."""
    return html.write(made, THEME, design or Design())


def test_the_small_resume(request: pytest.FixtureRequest) -> None:
    """One of each thing, without the style sheet."""
    page = re.sub(r"(?s)<style>.*</style>\n", "", written(SMALL))
    golden(request, "small.html", page)


@given(sheets())
@settings(max_examples=60, deadline=None)
def test_everything_is_printed_once(made: Sheet) -> None:
    """Tags nest whatever the text says, and no text becomes a tag or a link that runs."""
    page = written(made)
    page.encode("utf-8")
    outline = Outline(page)
    printed_once(made, outline.text)
    assert set(outline.tags) <= TAGS
    assert all(re.match(r"(?:https?://|mailto:)[^\s<>\"]+$", each) for each in outline.links)
    assert not [key for key, _ in outline.attributes if key.startswith("on")]


def test_structure() -> None:
    """One name, headings without gaps, sections named by their headings, links that say nothing."""
    page = written(SMALL)
    outline = Outline(page)
    assert outline.headings == ["h1", "h2", "h2", "h3", "h2", "h3", "h3", "h2"]
    named = [value for key, value in outline.attributes if key == "aria-labelledby"]
    assert named == [value for key, value in outline.attributes if key == "id"]
    assert page.startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">')
    assert "<title>Jane Roe - Resume</title>" in page
    assert page.count('rel="noopener noreferrer"') == page.count("<a ")
    assert "description" not in page


def test_nothing_is_fetched() -> None:
    """No script, no picture, no font, no style from anywhere."""
    page = written(SMALL)
    assert not re.search(r"@import|url\(|<script|<link|<img|src=", page)
    assert "default-src 'none'" in page


def test_a_sheet_without_a_name_shows_its_title() -> None:
    """A page begins with a heading."""
    assert "<h1>Resume</h1>" in written(Sheet("en", "ltr", "Resume"))


def test_direction_and_language() -> None:
    page = written(dataclasses.replace(SMALL, language="he", direction="rtl"))
    assert '<html lang="he" dir="rtl">' in page


DATES = [
    (Design(), "Jan 2022 - present", '<time datetime="2022-01">Jan 2022</time> - present'),
    (Design(), "2021", '<time datetime="2021">2021</time>'),
    (Design(), "Fall 2021", "Fall 2021"),
    (Design(), "the 1990s", "the 1990s"),
    (Design(locale="de"), "März 2022", '<time datetime="2022-03">März 2022</time>'),
    (Design(date_style="numeric"), "03/2022", '<time datetime="2022-03">03/2022</time>'),
    (Design(date_style="iso"), "2022-03", '<time datetime="2022-03">2022-03</time>'),
    (Design(date_separator=""), "2022", '<time datetime="2022">2022</time>'),
]


@pytest.mark.parametrize(("design", "text", "shown"), DATES)
def test_dates(design: Design, text: str, shown: str) -> None:
    """A machine reads those dates that name a year or a month, and no others."""
    item = Item(title="Engineer", dates=text)
    made = dataclasses.replace(SMALL, parts=(Part(SectionKind.OTHER, "x", (item,)),))
    assert f'<p class="dates">{shown}</p>' in written(made, design)


@pytest.mark.parametrize(
    ("design", "style"),
    [
        (Design(accent="#a12"), "--accent-light: #aa1122;"),
        (Design(accent="#ffee88"), "--accent-dark: #ffee88;"),
        (Design(size=9.5), "--size: 9.5pt;"),
        (Design(margin=1.2, paper="letter"), "size: 21.59cm 27.94cm; margin: 1.2cm;"),
        (Design(paper="a4"), "size: 21.0cm 29.7cm; margin: 2cm;"),
        (Design(leading=0.5, spacing=0.8), "--line: 1.5;\n  --spacing: 0.8;"),
        (Design(font='X"; } </style><script>'), '--font: "X stylescript", Cambria'),
    ],
)
def test_design(design: Design, style: str) -> None:
    """Every choice arrives, and none ends the style sheet."""
    page = written(SMALL, design)
    assert style in page
    assert page.count("</style>") == 1


def test_what_is_no_colour() -> None:
    with pytest.raises(BuildError, match="no colour"):
        written(SMALL, Design(accent="red; } body { display: none"))


@pytest.mark.slow
def test_a_browser_shows_every_word(browser: Browser) -> None:
    """The document as a browser understood it is the one that was written."""
    page = browser.new_page()
    page.set_content(written(SMALL))
    shown = page.content()
    page.close()
    assert Outline(shown).text.split() == Outline(written(SMALL)).text.split()


@pytest.mark.slow
def test_one_page_on_paper_is_one_page(browser: Browser) -> None:
    """What the typesetter sets on one page, a browser prints on one, with every statement."""
    made = one_page()
    page = browser.new_page()
    page.set_content(html.write(made, themes.built_in("classic"), Design()))
    printed = api.read(page.pdf(prefer_css_page_size=True), "resume.pdf")
    page.close()
    assert len(printed.pages) == 1
    assert made.parts[-1].heading in " ".join(printed.source.text.split())


def one_page() -> Sheet:
    """As many statements as the typesetter brings onto a page, less a twentieth."""
    made, typesetter, theme = sheet(PROFILES[0]), Typesetter(), themes.built_in("classic")
    line = (Run("Cut the error of forecasts from 10 to 4% on the same data, and its cost by half"),)

    def filled(count: int) -> Sheet:
        head = Part(SectionKind.EXPERIENCE, "Experience", statements=(line,) * count)
        return dataclasses.replace(made, parts=(head, made.parts[-1]))

    count = 20
    while typesetter.measure(filled(count + 1), theme, Design()).pages == 1:
        count += 1
    return filled(count * 19 // 20)


@pytest.mark.parametrize("name", PROFILES)
def test_every_field_of_a_profile_is_there_and_in_order(name: str) -> None:
    """As the page shows it: each piece whole, behind those that stand before it in the profile."""
    page = html.write(sheet(name), themes.built_in("classic"), design(name))
    body = re.sub(
        r"</?(?:p|li|ul|h\d|div|section|header|main|article|dt|dd|dl)\b[^>]*>", "\n", page
    )
    shown = unescape(re.sub(r"<[^>]+>", "", body[body.index("<body") :]))
    stretches = expected(profile(name).resume, sheet(name), design(name))
    assert read_back(stretches, Extraction("html", "stream", (shown,))) == ()
