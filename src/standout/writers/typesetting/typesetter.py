"""The compiler: a sheet, a theme and a design in; a PDF, pictures or measures out.

User text reaches Typst as JSON in files of its own and is read there as data, so no text of a
profile can run, break or escape. Where only a file has changed, Typst keeps what does not read it.
"""

from __future__ import annotations

import dataclasses
import functools
import html
import json
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import typst

from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary.locales import locale
from standout.writers.design import Design
from standout.writers.sheet import Part, Sheet
from standout.writers.typesetting import fonts, themes
from standout.writers.typesetting.complaints import MAIN, UncoveredError, explained
from standout.writers.typesetting.themes import Theme

EPOCH = 0
"""The creation time in every PDF: the same input gives the same bytes."""
Standard = Literal["ua-1", "a-2a"]
UA: tuple[Standard, ...] = ("ua-1",)
ARCHIVAL: tuple[Standard, ...] = ("ua-1", "a-2a")
_BEYOND_LATIN = regex("[^\x00-\u024f\u2000-\u206f]")
_LONG_WORD = regex(r"\S{40}")
PAGES = regex(rb"<xmpTPg:NPages>(\d+)<")
"""Where a PDF says how many pages it has."""
_KEYWORDS = regex(rb"<pdf:Keywords>([^<]*)</pdf:Keywords>")


@frozen
class Measure:
    """Where the content ends: its last page and the distance from that page's top, in points."""

    pages: int
    bottom: float
    height: float


@frozen
class Probe:
    """Parts whose height is asked for, one below the other in a column of the page.

    `header` puts the header above them.
    """

    parts: tuple[Part, ...]
    column: int = 0
    header: bool = False


@frozen
class Heights:
    """What probes measure, in points, and the page they are for.

    `rooms` are the heights of the page's columns, `page` is that of a further page, and `columns`
    says in which column each part of the sheet stands. With several columns a room begins below
    the header; with one, the header takes its part.
    """

    heights: tuple[float, ...]
    rooms: tuple[float, ...]
    page: float
    columns: tuple[int, ...]


class Typesetter:
    """Keeps one Typst compiler with its fonts; the second page is set in milliseconds."""

    def __init__(self, font_paths: Sequence[str] = ()) -> None:
        book = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=True,
            font_paths=[*fonts.folders(), *font_paths],
        )
        self.families = frozenset(book.families())
        self.compiler = typst.Compiler(font_paths=book, ignore_system_fonts=True)

    def pdf(
        self, sheet: Sheet, theme: Theme, design: Design, standards: Sequence[Standard] = UA
    ) -> bytes:
        """The PDF, tagged. Raises `UncoveredError`, or `BuildError` with what Typst says."""
        made = self._compile(sheet, theme, design, "pdf", standards)[0]
        return _read_line_by_line(made) if sheet.direction == "rtl" else made

    def png(self, sheet: Sheet, theme: Theme, design: Design, ppi: float = 144) -> list[bytes]:
        """One picture a page. Raises as `pdf` does."""
        if _BEYOND_LATIN.search(inputs(sheet, theme, design)["sheet"]):
            # A picture would show boxes without a word; the PDF's standard does not allow them.
            self.pdf(sheet, theme, design)
        return self._compile(sheet, theme, design, "png", (), ppi)

    def uncovered(self, sheet: Sheet, theme: Theme, design: Design) -> tuple[str, ...]:
        """The characters of a sheet that no available font has."""
        try:
            self.pdf(sheet, theme, design)
        except UncoveredError as error:
            return error.characters
        return ()

    def pages(self, sheet: Sheet, theme: Theme, design: Design) -> int:
        """How many pages the content takes."""
        found = PAGES.search(self._compile(sheet, theme, design, "pdf", ())[0])
        assert found is not None  # noqa: S101 - Typst writes it into every PDF
        return int(found[1])

    def measure(self, sheet: Sheet, theme: Theme, design: Design) -> Measure:
        """Where the content ends, without making a file."""
        return Measure(**self._measured(sheet, theme, design))

    def heights(
        self, sheet: Sheet, theme: Theme, design: Design, probes: Sequence[Probe]
    ) -> Heights:
        """How high some parts are in a theme and a design; there must be a probe."""
        asked = [
            {"column": each.column, "header": each.header, "parts": _plain_parts(each.parts)}
            for each in probes
        ]
        found = self._measured(sheet, theme, design, json.dumps(asked, ensure_ascii=False))
        return Heights(
            tuple(found["heights"]), tuple(found["rooms"]), found["page"], tuple(found["columns"])
        )

    def _measured(
        self, sheet: Sheet, theme: Theme, design: Design, probes: str = "[]"
    ) -> dict[str, Any]:
        made = self._compile(sheet, theme, design, "pdf", None, probes=probes)[0]
        found = _KEYWORDS.search(made)
        assert found is not None  # noqa: S101 - the shared Typst text puts it there
        values: dict[str, Any] = json.loads(html.unescape(found[1].decode()))
        return values

    def _compile(
        self,
        sheet: Sheet,
        theme: Theme,
        design: Design,
        form: Literal["pdf", "png"],
        standards: Sequence[Standard] | None,
        ppi: float | None = None,
        probes: str = "[]",
    ) -> list[bytes]:
        data = {**inputs(sheet, theme, design, standards or ()), "probes": probes}
        files = {f"__{name}__.json": text.encode() for name, text in data.items()}
        files[MAIN] = f"{themes.library()}\n{theme.code}".encode()
        try:
            made = self.compiler.compile(
                input=files,  # type: ignore[type-var] # its stub does not know of several files
                sys_inputs={} if standards is not None else {"measure": "yes"},
                format=form,
                pdf_standards=list(standards or ()),
                pdf_tags=standards is not None,
                ppi=ppi,
                timestamp=EPOCH,
                root=theme.root or None,
            )
        except typst.TypstError as error:
            above = themes.library().count("\n") + 1
            raise explained(error.message, error.diagnostic, error.hints, above) from error
        pages = made if isinstance(made, list) else [made]
        return [page for page in pages if page is not None]


def inputs(
    sheet: Sheet, theme: Theme, design: Design, standards: Sequence[Standard] = ()
) -> dict[str, str]:
    """The sheet and the resolved design as the texts that Typst reads."""
    bare = dataclasses.asdict(dataclasses.replace(sheet, parts=()))
    text = json.dumps({**bare, "parts": _plain_parts(sheet.parts)}, ensure_ascii=False)
    stack = functools.partial(fonts.stack, language=sheet.language, direction=sheet.direction)
    resolved = {
        "paper": "us-letter" if _paper(design) == "letter" else "a4",
        "accent": design.accent or theme.accent,
        "size": design.size or theme.size,
        "margin": design.margin or theme.margin,
        "leading": design.leading or theme.leading,
        "spacing": design.spacing or theme.spacing,
        "fonts": stack(design.font or theme.font),
        "heading-fonts": stack(design.heading_font or theme.heading_font),
        "long-words": _LONG_WORD.search(text) is not None,
        "dated": any(each.startswith("a-") for each in standards),
        "code-fonts": stack(fonts.CODE),
    }
    return {
        "sheet": text,
        "design": json.dumps(resolved),
    }


def _read_line_by_line(pdf: bytes) -> bytes:
    """The same without a hint on how to lay two pages side by side.

    PDFium takes it for the direction of every line, and turns the words of addresses and numbers.
    """
    return pdf.replace(b"/Direction/R2L", b"/Direction/L2R")


def _plain_parts(parts: Iterable[Part]) -> list[dict[str, Any]]:
    return [{**dataclasses.asdict(part), "kind": part.kind.value} for part in parts]


def _paper(design: Design) -> str:
    return design.paper or locale(design.locale).paper
