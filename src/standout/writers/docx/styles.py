"""The styles of the document: all that a user changes to give it another look.

Word refuses a part whose elements stand in another order than the schema's; `paragraph` and
`characters` alone know that order.
"""

from __future__ import annotations

from collections.abc import Mapping

from standout.writers.docx import languages
from standout.writers.docx.numbering import BULLETS
from standout.writers.docx.package import HEAD, WORDS
from standout.writers.look import Look
from standout.writers.markup import LIGHT, readable
from standout.writers.sheet import Sheet

MUTED = "50555C"
_OWN = frozenset({"Contact", "Entry Line", "Entry Dates"})
"""Styles that Word does not know by name."""
_DEFAULT_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)
_PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "widowControl", "numPr", "pBdr", "tabs", "bidi", "spacing",
    "ind", "contextualSpacing", "jc", "outlineLvl",
)  # fmt: skip
_CHARACTERS = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "color", "sz", "szCs", "u", "vertAlign",
    "rtl", "lang",
)  # fmt: skip


def paragraph(properties: Mapping[str, str]) -> str:
    """The properties of a paragraph, by element: attributes, or what it encloses."""
    return _ordered("pPr", _PARAGRAPH, properties)


def characters(properties: Mapping[str, str]) -> str:
    """The properties of characters, by element."""
    return _ordered("rPr", _CHARACTERS, properties)


def _ordered(name: str, order: tuple[str, ...], given: Mapping[str, str]) -> str:
    inside = "".join(_property(each, given[each]) for each in order if each in given)
    return f"<w:{name}>{inside}</w:{name}>" if inside else ""


def _property(name: str, value: str) -> str:
    if value.startswith("<"):
        return f"<w:{name}>{value}</w:{name}>"
    return f"<w:{name} {value}/>" if value else f"<w:{name}/>"


def width(look: Look) -> int:
    """The width of the text in twentieths of a point."""
    return _twips(look.extent[0] - 2 * look.margin)


def section(look: Look, direction: str) -> str:
    """Paper and margins."""
    across, down = (_twips(each) for each in look.extent)
    edge = _twips(look.margin)
    sides = " ".join(f'w:{side}="{edge}"' for side in ("top", "right", "bottom", "left"))
    bidi = "<w:bidi/>" if direction == "rtl" else ""
    return (
        f'<w:sectPr><w:pgSz w:w="{across}" w:h="{down}"/>'
        f'<w:pgMar {sides} w:header="360" w:footer="360" w:gutter="0"/>'
        f'<w:cols w:space="720"/>{bidi}</w:sectPr>'
    )


def styles(sheet: Sheet, look: Look) -> str:
    """The part that defines the styles."""
    made = _Styles(look)
    return (
        f'{HEAD}<w:styles xmlns:w="{WORDS}">{_defaults(sheet, look)}'
        + "".join(made.paragraphs())
        + "".join(made.runs())
        + "</w:styles>"
    )


def _defaults(sheet: Sheet, look: Look) -> str:
    language = languages.tag(sheet.language, look.paper)
    east = {"ja": "ja-JP", "ko": "ko-KR"}.get(sheet.language, "zh-CN")
    text = {
        "rFonts": _fonts(look.font, languages.eastern(sheet.language)),
        **_size(look.size),
        "lang": f'w:val="{language}" w:eastAsia="{east}" w:bidi="{_bidi(sheet, language)}"',
    }
    return (
        f"<w:docDefaults><w:rPrDefault>{characters(text)}</w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
    )


def _bidi(sheet: Sheet, language: str) -> str:
    return language if sheet.direction == "rtl" else "ar-SA"


def _fonts(family: str, eastern: str = "") -> str:
    name = languages.common(family)
    east = f' w:eastAsia="{eastern}"' if eastern else ""
    # Word's own Latin families have no Arabic and Hebrew letters; this one has.
    return f'w:ascii="{name}" w:hAnsi="{name}"{east} w:cs="Arial"'


def _size(points: float) -> dict[str, str]:
    """A size in half points."""
    return {"sz": f'w:val="{round(2 * points)}"', "szCs": f'w:val="{round(2 * points)}"'}


def _twips(centimetres: float) -> int:
    return round(centimetres / 2.54 * 1440)


class _Styles:
    """Makes the styles of one look. Vertical space is in em and shrinks with the look's."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.accent = f'w:val="{readable(look.accent, LIGHT)[1:].upper()}"'
        self.line = f'w:line="{round(look.line * look.size * 20)}" w:lineRule="atLeast"'
        self.end = f'<w:tab w:val="right" w:pos="{width(look)}"/>'

    def paragraphs(self) -> list[str]:
        """From the text to the smallest heading."""
        heading = {"rFonts": _fonts(self.look.heading_font), "b": "", "bCs": ""}
        together = {"keepNext": "", "keepLines": ""}
        rule = '<w:bottom w:val="single" w:sz="4" w:space="1" w:color="{}"/>'
        border = rule.format(self.accent.split('"')[1])
        return [
            _style("Normal", "Normal", self._spaced(0, 0) | {"widowControl": ""}, {}, based=""),
            _style("Title", "Title", together | self._spaced(0, 0), heading | self._scaled(2.1)),
            _style(
                "Subtitle",
                "Subtitle",
                {"keepNext": ""} | self._spaced(0.1, 0.2),
                {"color": f'w:val="{MUTED}"'} | self._scaled(1.08),
            ),
            _style("Contact", "Contact", self._spaced(0.1, 0), {}),
            _style(
                "Heading1",
                "heading 1",
                together | {"pBdr": border, "outlineLvl": 'w:val="0"'} | self._spaced(1.0, 0.35),
                heading | {"color": self.accent} | self._scaled(1.12),
            ),
            _style(
                "Heading2",
                "heading 2",
                together | {"tabs": self.end, "outlineLvl": 'w:val="1"'} | self._spaced(0.5, 0),
                heading,
            ),
            _style("EntryLine", "Entry Line", {"tabs": self.end, "keepLines": ""}, {}),
            _style(
                "ListBullet",
                "List Bullet",
                {"numPr": f'<w:numId w:val="{BULLETS}"/>'} | self._spaced(0.12, 0),
                {},
            ),
        ]

    def runs(self) -> list[str]:
        """The styles of characters."""
        plain = {"b": 'w:val="0"', "bCs": 'w:val="0"'}
        code = {"rFonts": _fonts(languages.CODE), "noProof": ""} | self._scaled(0.92)
        return [
            _DEFAULT_CHARACTERS,
            _style("Hyperlink", "Hyperlink", None, {"color": self.accent, "u": 'w:val="single"'}),
            _style("HTMLCode", "HTML Code", None, code),
            _style("EntryDates", "Entry Dates", None, plain | {"color": f'w:val="{MUTED}"'}),
        ]

    def _spaced(self, before: float, after: float) -> dict[str, str]:
        unit = self.look.size * 20 * self.look.spacing
        space = f'w:before="{round(before * unit)}" w:after="{round(after * unit)}"'
        return {"spacing": f"{space} {self.line}"}

    def _scaled(self, factor: float) -> dict[str, str]:
        return _size(self.look.size * factor)


def _style(
    key: str,
    name: str,
    block: Mapping[str, str] | None,
    text: Mapping[str, str],
    based: str = "Normal",
) -> str:
    """One style; without properties of a paragraph it is one of characters."""
    kind = "character" if block is None else "paragraph"
    parent = "DefaultParagraphFont" if block is None else based
    special = "" if parent else ' w:default="1"'
    if name in _OWN:
        special = ' w:customStyle="1"'
    following = "Normal" if name.startswith(("Title", "heading")) else ""
    return (
        f'<w:style w:type="{kind}"{special} w:styleId="{key}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{parent}"/>' if parent else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + f"<w:qFormat/>{paragraph(block or {})}{characters(text)}</w:style>"
    )
