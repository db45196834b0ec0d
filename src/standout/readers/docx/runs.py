"""The inside of a paragraph: its runs as pieces of text with look and link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from standout.patterns import regex
from standout.readers.docx.styles import Look, Styles, child, local, look_of, value
from standout.values import frozen

MAX_CODE = 4_000
"""Characters of a field code that are read."""

_ADDRESS_FIELD = regex(r'\bHYPERLINK\s+(?:\\[a-z]\s+)*"?([^"\s]+)')
_SKIPPED = frozenset({"del", "moveFrom", "delText", "instrText", "pPr", "rPr", "annotationRef"})
_REVISED = frozenset({"ins", "del", "moveFrom", "moveTo"})
_PASSED = frozenset({
    "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "hyperlink",
    "fldSimple", "oMath", "oMathPara", "ruby", "rubyBase", "Choice",
})  # fmt: skip
_BREAKS = frozenset({"br", "cr"})
_CHARACTERS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


@frozen
class Piece:
    """A stretch of one look. A tab or a line break is a piece of its own ('\\t', '\\n')."""

    text: str
    look: Look
    link: str | None = None


@dataclass
class Runs:
    """Reads the runs of paragraphs. `boxes` gathers text boxes, `revisions` counts changes."""

    styles: Styles
    relations: Mapping[str, tuple[str, str]]
    boxes: list[etree._Element] = field(default_factory=list)
    revisions: int = 0
    _field: str = ""
    _field_link: str | None = None

    def pieces(self, paragraph: etree._Element, base: Look) -> Iterator[Piece]:
        """The pieces of a paragraph, in order; `base` is the look of its style."""
        self._field, self._field_link = "", None
        yield from self._inside(paragraph, base, None)

    def _inside(self, parent: etree._Element, base: Look, link: str | None) -> Iterator[Piece]:
        for each in parent:
            name = local(each)
            if name in _REVISED:
                self.revisions += 1
            if name in _SKIPPED:
                continue
            if name == "r":
                yield from self._run(each, base, link or self._field_link)
            elif name == "hyperlink":
                yield from self._inside(each, base, self._target(each) or link)
            elif name == "fldSimple":
                yield from self._inside(each, base, _address(value(each, "instr")) or link)
            elif name == "AlternateContent":
                yield from self._inside(_alternative(each), base, link)
            elif name == "t":
                yield Piece(each.text or "", base, link)
            elif name in _PASSED:
                yield from self._inside(each, base, link)

    def _run(self, run: etree._Element, base: Look, link: str | None) -> Iterator[Piece]:
        properties = child(run, "rPr")
        style = self.styles.look(value(child(properties, "rStyle")))
        look = look_of(properties).over(style).over(base)
        for each in run:
            name = local(each)
            if name == "fldChar":
                self._field_mark(value(each, "fldCharType"))
            elif name == "instrText":
                self._note_field(each.text or "")
            elif name == "t":
                yield Piece(each.text or "", look, link)
            elif name in _BREAKS:
                yield Piece("\n", look, link)
            elif name in _CHARACTERS:
                yield Piece(_CHARACTERS[name], look, link)
            elif name in ("drawing", "pict", "object"):
                self._collect(each)
            elif name == "AlternateContent":
                self._collect(_alternative(each))
            elif name == "ruby":
                yield from self._inside(each, look, link)

    def _field_mark(self, kind: str | None) -> None:
        if kind in ("begin", "end"):
            self._field, self._field_link = "", None

    def _note_field(self, code: str) -> None:
        """Field codes come in pieces; those of links are short."""
        if len(self._field) < MAX_CODE:
            self._field += code[:MAX_CODE]
            self._field_link = _address(self._field)

    def _target(self, hyperlink: etree._Element) -> str | None:
        target = self.relations.get(value(hyperlink, "id") or "", ("", ""))[1]
        return target or None

    def _collect(self, drawing: etree._Element) -> None:
        """Text boxes in a drawing; of two drawings for old and new programs, the new one."""
        stack = [drawing]
        while stack:
            each = stack.pop()
            if local(each) == "txbxContent":
                self.boxes.append(each)
            elif local(each) == "AlternateContent":
                stack.append(_alternative(each))
            else:
                stack += reversed(each)


def _alternative(element: etree._Element) -> etree._Element:
    chosen = child(element, "Choice")
    if chosen is None:
        chosen = child(element, "Fallback")
    return chosen if chosen is not None else etree.Element("none")


def _address(code: str | None) -> str | None:
    found = _ADDRESS_FIELD.search(code or "")
    return found[1] if found else None
