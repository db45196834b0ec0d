"""HTML as rows: blocks and list items, without scripts, menus and forms."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from standout.analysis.requirements import Row
from standout.patterns import regex
from standout.readers.posting import columns
from standout.readers.posting.draft import Draft
from standout.source import Text

_SKIPPED = frozenset({
    "script", "style", "nav", "footer", "aside", "form", "button", "select", "option",
    "noscript", "template",
    "svg", "math", "iframe", "object", "video", "audio", "canvas", "dialog", "head", "textarea",
    "input", "label",
})  # fmt: skip
_BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "header", "ul", "ol", "li", "table", "tbody",
    "thead", "tr", "dl", "dt",
    "dd", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "body", "html",
    "figure", "center",
})  # fmt: skip
_SPACED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "hr"})
_BOLD = regex(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN = regex(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_TAG = regex(
    r"</?(?:p|div|br|ul|ol|li|b|strong|em|i|h[1-6]|span|a|table|tr|td|u)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_ESCAPED = regex(r"&lt;/?(?:p|div|br|ul|ol|li|b|strong|em|h[1-6]|span|a)\b", re.IGNORECASE)
_BULLET = regex(
    r"\s*[•●▪◦·‣–—*○■□►➢❖✓✔»›⁃∙→✅➡-][\ufe0f]?\s+(?=\S)|\s*[•●▪◦・](?=\S)|"
    r"\s*\(?\d{1,2}[.)]\s+(?=\S)"
)
_DEEPEST = 200
MOST = 3_000_000
"""Characters of markup that are read."""


def is_markup(value: str) -> bool:
    """Say whether a text is HTML, or HTML that was escaped once more."""
    return ("<" in value and _TAG.search(value) is not None) or (
        "&lt;" in value.lower() and _ESCAPED.search(value) is not None
    )


def parse(markup: str) -> etree._Element | None:
    """The tree of some HTML, or None where there is nothing in it."""
    if _ESCAPED.search(markup) and not _TAG.search(markup):
        markup = html.unescape(markup)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    content = markup[:MOST].replace("\0", "").encode("utf-8", "replace")
    try:
        return etree.fromstring(b"<meta charset='utf-8'>" + content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def add(markup: str, draft: Draft) -> None:
    """Add the rows of a piece of HTML to a posting's text."""
    root = parse(markup)
    if root is not None:
        add_tree(root, draft)


def add_tree(root: etree._Element, draft: Draft) -> None:
    """Add the rows of a tree, or of its one `main` part."""
    for table in list(root.iter("table")):
        columns.unfold(table)
    mains = [each for each in root.iter("main") if len("".join(each.itertext())) > 200]
    walk = _Walk(draft)
    walk.run(mains[0] if len(mains) == 1 else root)


def linked_data(root: etree._Element) -> Iterator[str]:
    """The JSON-LD scripts of a page."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield script.text or ""


def title_of(root: etree._Element) -> str:
    """The page's own title."""
    for each in root.iter("title"):
        return " ".join((each.text or "").split())
    return ""


@dataclass
class _Walk:
    """Collects the words of one block, and adds a row when the block ends."""

    draft: Draft
    words: list[str] = field(default_factory=list)
    all_bold: bool = True
    depth: int | None = None
    bullet: bool = False
    lists: int = 0
    items: int = 0
    bold: int = 0
    gap: bool = False
    level: int = 0

    def run(self, root: etree._Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if self.draft.full:
                return
            if event == "start":
                if self._hidden(element) or self.level > _DEEPEST:
                    walker.skip_subtree()
                    self.level += 1
                    continue
                self.level += 1
                self._start(element)
                self._say(element.text)
            else:
                self.level -= 1
                if not self._hidden(element):
                    self._end(element)
                if element is not root:
                    self._say(element.tail)
        self._flush()

    def _hidden(self, element: etree._Element) -> bool:
        return (
            element.tag in _SKIPPED
            or "hidden" in element.attrib
            or bool(_HIDDEN.search(element.get("style") or ""))
        )

    def _start(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            if tag == "br" and not self.words:
                self.gap = True
            # The item of a list often holds its words in a paragraph.
            kept = self.bullet and not self.words and tag in ("p", "div")
            self._flush()
            self.bullet = kept or (tag == "br" and self.items > 0)
            self.gap = self.gap or (tag in _SPACED and not kept)
        if tag in ("ul", "ol"):
            self.lists += 1
        elif tag == "li":
            self.bullet = True
            self.items += 1
        elif tag in ("td", "th"):
            if self.words:
                self._say(" | ")
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.depth = int(tag[1])
        if self._is_bold(element):
            self.bold += 1

    def _end(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _BLOCKS and tag != "br":
            self._flush()
            self.gap = self.gap or tag in _SPACED
        if tag in ("ul", "ol"):
            self.lists -= 1
        elif tag == "li":
            self.items -= 1
        if self._is_bold(element):
            self.bold -= 1

    def _is_bold(self, element: etree._Element) -> bool:
        return element.tag in ("b", "strong", "dt") or bool(
            _BOLD.search(element.get("style") or "")
        )

    def _say(self, value: str | None) -> None:
        if not value:
            return
        if value.strip():
            self.words.append(value)
            self.all_bold = self.all_bold and (self.bold > 0 or not re.search(r"\w", value))
        elif self.words:
            self.words.append(" ")

    def _flush(self) -> None:
        value = " ".join("".join(self.words).split())
        depth, bullet, bold = self.depth, self.bullet, self.all_bold and bool(value)
        self.words, self.all_bold, self.depth, self.bullet = [], True, None, False
        mark = _BULLET.match(value)
        if mark is not None:
            value, bullet = value[mark.end() :], True
        if re.search(r"\w", value):
            row = Row(Text("", ()), depth, bold, bullet, self.lists, self.gap)
            self.draft.row(row, value)
            self.gap = False
