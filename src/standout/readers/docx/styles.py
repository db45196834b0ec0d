"""Styles and lists of a Word document: what a run looks like, which paragraphs are bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from typing import Any

from lxml import etree

from standout.patterns import regex
from standout.values import frozen

_OFF = ("0", "false", "off", "none")
_HEADING = regex(r"heading ([1-9])", re.IGNORECASE)
_MAX_CHAIN = 20


@frozen
class Look:
    """How characters look. None: not said here, so what lies below counts."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    vanish: bool | None = None
    size: float | None = None
    colour: str | None = None
    ground: str | None = None
    font: str | None = None

    def over(self, below: Look) -> Look:
        """This look where it says something, the other one elsewhere."""
        return replace(below, **_said(self))


@frozen
class Layout:
    """How a paragraph stands: lengths in points. `numbering` is (list id, level)."""

    level: int | None = None
    numbering: tuple[str, int] | None = None
    indent: float | None = None
    before: float | None = None
    after: float | None = None
    ground: str | None = None

    def over(self, below: Layout) -> Layout:
        """This layout where it says something, the other one elsewhere."""
        return replace(below, **_said(self))


def _said(what: Look | Layout) -> dict[str, Any]:
    values = ((each.name, getattr(what, each.name)) for each in fields(what))
    return {name: value for name, value in values if value is not None}


@frozen
class _Style:
    name: str
    based_on: str | None
    look: Look
    layout: Layout


@dataclass
class Styles:
    """All styles by id, and the document's defaults."""

    default: Look = field(default_factory=Look)
    language: str | None = None
    first_layout: Layout = field(default_factory=Layout)
    paragraph: str | None = None
    _known: dict[str, _Style] = field(default_factory=dict)
    _resolved: dict[str, tuple[Look, Layout]] = field(default_factory=dict)

    def of(self, style: str | None) -> tuple[Look, Layout]:
        """The look and layout of a style with all it is based on."""
        key = style or self.paragraph or ""
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def look(self, style: str | None) -> Look:
        """The look that a character style adds."""
        return self._resolve(style)[0] if style in self._known else Look()

    def _resolve(self, style: str) -> tuple[Look, Layout]:
        look, layout = Look(), Layout()
        at: str | None = style
        for _ in range(_MAX_CHAIN):
            known = self._known.get(at) if at else None
            if known is None:
                break
            look, layout = look.over(known.look), layout.over(known.layout)
            at = known.based_on
        return look, layout


def local(element: etree._Element) -> str:
    """The element's name without its name space ('' for what is no element)."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of a name."""
    if element is None:
        return None
    return next((each for each in element if local(each) == name), None)


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute, whatever its name space."""
    if element is None:
        return None
    return next((v for key, v in element.attrib.items() if key.rpartition("}")[2] == name), None)


def styles_of(root: etree._Element | None) -> Styles:
    """Read `styles.xml`; without one, everything has the default look."""
    styles = Styles()
    for each in root if root is not None else ():
        if local(each) == "docDefaults":
            run = child(child(each, "rPrDefault"), "rPr")
            styles.default = look_of(run)
            styles.language = value(child(run, "lang"))
            styles.first_layout = layout_of(child(child(each, "pPrDefault"), "pPr"))
        elif local(each) == "style":
            _add(styles, each)
    return styles


def _add(styles: Styles, element: etree._Element) -> None:
    name = value(child(element, "name")) or ""
    layout = layout_of(child(element, "pPr"))
    heading = _HEADING.fullmatch(name)
    if heading:
        layout = replace(layout, level=int(heading[1]))
    key = value(element, "styleId") or ""
    based_on = value(child(element, "basedOn"))
    styles._known[key] = _Style(name, based_on, look_of(child(element, "rPr")), layout)
    if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true"):
        styles.paragraph = key


def look_of(properties: etree._Element | None) -> Look:
    """The look that run properties state."""
    if properties is None:
        return Look()
    given = {local(each): each for each in properties}
    colour = value(given.get("color"))
    size = _number(value(given.get("sz")))
    return Look(
        bold=_flag(given.get("b")),
        italic=_flag(given.get("i")),
        underline=_flag(given.get("u")),
        vanish=_flag(given.get("vanish")),
        size=size / 2 if size is not None else None,
        colour=colour.upper() if colour and colour != "auto" else None,
        ground=_ground(given.get("shd")) or value(given.get("highlight")),
        font=value(given.get("rFonts"), "ascii"),
    )


def layout_of(properties: etree._Element | None) -> Layout:
    """The layout that paragraph properties state."""
    if properties is None:
        return Layout()
    given = {local(each): each for each in properties}
    spacing, indent = given.get("spacing"), given.get("ind")
    outline = _number(value(given.get("outlineLvl")))
    return Layout(
        level=int(outline) + 1 if outline is not None and 0 <= outline < 9 else None,
        numbering=_numbering(given.get("numPr")),
        indent=_points(value(indent, "left") or value(indent, "start")),
        before=_points(value(spacing, "before")),
        after=_points(value(spacing, "after")),
        ground=_ground(given.get("shd")),
    )


def _numbering(element: etree._Element | None) -> tuple[str, int] | None:
    if element is None:
        return None
    level = _number(value(child(element, "ilvl"))) or 0
    return value(child(element, "numId")) or "0", int(level)


def _ground(element: etree._Element | None) -> str | None:
    fill = value(element, "fill")
    return fill.upper() if fill and fill != "auto" else None


def ground_of(properties: etree._Element | None) -> str | None:
    """The colour behind a paragraph, a row or a cell."""
    return _ground(child(properties, "shd"))


def _flag(element: etree._Element | None) -> bool | None:
    return None if element is None else (value(element) or "1").lower() not in _OFF


def _number(text: str | None) -> float | None:
    return float(text) if text and re.fullmatch(r"-?\d{1,7}(?:\.\d{1,4})?", text) else None


def _points(text: str | None) -> float | None:
    number = _number(text)
    return number / 20 if number is not None else None


def bullets_of(root: etree._Element | None) -> dict[tuple[str, int], str]:
    """The glyph of each list and level; lists of any other numbering have '1.'."""
    abstract: dict[str | None, dict[int, str]] = {}
    found: dict[tuple[str, int], str] = {}
    for each in root if root is not None else ():
        if local(each) == "abstractNum":
            levels = [lvl for lvl in each if local(lvl) == "lvl"]
            abstract[value(each, "abstractNumId")] = {
                int(_number(value(lvl, "ilvl")) or 0): _glyph(lvl) for lvl in levels
            }
        elif local(each) == "num":
            levels_of = abstract.get(value(child(each, "abstractNumId")), {})
            for level, glyph in levels_of.items():
                found[value(each, "numId") or "", level] = glyph
    return found


def _glyph(level: etree._Element) -> str:
    kind = value(child(level, "numFmt")) or "decimal"
    text = value(child(level, "lvlText")) or ""
    if kind == "bullet":
        if text and not text.strip():
            return ""  # A paragraph that goes on with its item: it has the place but no mark.
        # Symbol fonts put their bullets into the private use area.
        return text if text and not "\ue000" <= text[0] <= "\uf8ff" else "•"
    return "" if kind == "none" else "1."
