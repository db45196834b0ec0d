"""Inline marks of a statement: `**bold**`, `*italic*`, `` `code` ``, `[text](address)`."""

from __future__ import annotations

import re

from standout.model import Emphasis, Link, Statement
from standout.source import Text

_MARK = re.compile(
    r"\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=[^\s*])(?P<italic>[^*]+?)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_])__(?=\S)(?P<strong>.+?)(?<=\S)__(?![\w_])"
    r"|`(?P<code>[^`]+)`"
    r"|\[(?P<label>[^\]\[]*)\]\((?P<url>[^()\s]*)\)"
)
_STYLES = {"bold": "bold", "strong": "bold", "italic": "italic", "code": "code"}


def statement(text: Text, bullet: str | None = None) -> Statement:
    """A statement without its marks; what they marked is its emphasis and its links."""
    plain, emphasis, links = unmark(text)
    return Statement(plain, emphasis, links, bullet)


def unmark(text: Text) -> tuple[Text, tuple[Emphasis, ...], tuple[Link, ...]]:
    """The text without inline marks, and what they said. Marks inside marks are resolved."""
    parts: list[Text] = []
    emphasis: list[Emphasis] = []
    links: list[Link] = []
    length = at = 0
    for match in _MARK.finditer(text.value):
        kind = match.lastgroup if match.lastgroup != "url" else "label"
        if kind is None:
            continue
        inner, nested, inner_links = unmark(text[slice(*match.span(kind))])
        before = text[at : match.start()]
        parts += [before, inner]
        start = length + len(before)
        length = start + len(inner)
        at = match.end()
        emphasis += [Emphasis(e.start + start, e.end + start, e.style) for e in nested]
        links += inner_links
        if kind == "label":
            links.append(Link(match["url"], inner))
        else:
            emphasis.append(Emphasis(start, length, _STYLES[kind]))
    parts.append(text[at:])
    return Text.join(parts, ""), tuple(emphasis), tuple(links)
