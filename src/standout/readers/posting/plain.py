"""Plain text and Markdown as rows: bullets and marks taken off, wrapped lines joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from standout.analysis.requirements import Row
from standout.model import Emphasis
from standout.patterns import regex
from standout.readers import inline
from standout.source import Text
from standout.vocabulary import demands

_BULLET = regex(
    r"(?:[-*+•◦▪‣–—·●○■□►➢❖✓✔»›>⁃∙→✅🔹🔸➡👉][\ufe0f]?\s+(?:\[[ xX✓]\]\s+)?|\[[ xX✓]\]\s+|"
    r"\(?(?:\d{1,2}|[a-z])[.)]\s+|[•●▪◦·・](?=\S)|o\s(?=[A-Z]))(?=\S)"
)
_HEADING = regex(r"(#{1,6})\s+(?=\S)")
_RULE = regex(r"\s*(?:[-=*_~]\s?){3,}\s*")
_TABLE_RULE = regex(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*")
_MARK = regex(r"[\\*_`$\[]")
_CHARACTER = regex(r"\w")
_EDGES = ("", " ", "|")
_SENTENCE_END = (".", "!", "?", ":", ";")
_WIDEST = 125
"""Characters to which texts are wrapped at most."""
_LINE = 400
"""Characters of a line that may come again."""


def rows(value: str, offset: int = 0) -> list[Row]:
    """The rows of a text that stands at `offset` of its source."""
    lines = _lines(value, offset)
    width = max((each.shape.width for each in lines), default=0)
    if not _is_wrapped(lines, width):
        return [_row(each) for each in lines]
    return [_paragraph(each) for each in _joined(lines, width)]


class _Line(NamedTuple):
    """A line that shows something, where it begins, and whether white space stands above it."""

    shape: _Shape
    start: int
    gap: bool


def _lines(value: str, offset: int) -> list[_Line]:
    lines: list[_Line] = []
    at, gap = offset, False
    for raw in value.split("\n"):
        start, at = at, at + len(raw) + 1
        shape = _kept(raw) if len(raw) <= _LINE else _shape(raw)
        if shape is None:
            # A line without words below some may underline them; either way it is no text.
            gap = True
        elif shape.value:
            lines.append(_Line(shape, start, gap))
            gap = False
    return lines


def _is_wrapped(lines: Sequence[_Line], width: int) -> bool:
    """Texts that are wrapped come close to their width again and again."""
    if not 55 <= width <= _WIDEST:
        return False
    full = sum(each.shape.width >= 0.8 * width for each in lines)
    return full >= 4 and full * 4 >= len(lines)


def _paragraph(lines: Sequence[_Line]) -> Row:
    """Lines that belong together as one row, with the properties of the first."""
    first = _row(lines[0])
    if len(lines) == 1:
        return first
    return first._replace(text=Text.join([_text(each.shape, each.start) for each in lines]))


def _row(line: _Line) -> Row:
    shape, start, gap = line
    _, _, _, depth, bold, bullet, indent, _, _ = shape
    return Row(_text(shape, start), depth, bold, bullet, indent, gap)


def _text(shape: _Shape, start: int) -> Text:
    first = start + shape.first
    if shape.moved is not None:
        return Text(shape.value, [first + place for place in shape.moved])
    return Text(shape.value, range(first, first + len(shape.value)))


class _Shape(NamedTuple):
    """What a line shows, wherever it stands. Without a value it is no row."""

    value: str
    first: int = 0
    """Where its value begins in the line."""
    moved: Sequence[int] | None = None
    """The place of each character behind `first`, where marks were taken out of it."""
    depth: int | None = None
    bold: bool = False
    bullet: bool = False
    indent: int = 0
    width: int = 0
    left: int = 0
    """Where its words begin, behind the bullet."""


def _shape(raw: str) -> _Shape | None:
    """The shape of a line; None for one that is white or ruled."""
    bare = raw.strip()
    if not bare or (not bare[0].isalnum() and (_TABLE_RULE.fullmatch(raw) or _RULE.fullmatch(raw))):
        return None
    indent, width = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    marks = not bare[0].isalpha() or bare[1:2] in (".", ")", " ")
    heading = _HEADING.match(bare) if marks else None
    bullet = _BULLET.match(bare) if marks and not heading else None
    mark = heading or bullet
    at = indent + (mark.end() if mark else 0)
    depth = len(heading[1]) if heading else None
    value = raw[at:width]
    if _MARK.search(value) or value[-1:] in _EDGES or value[:1] in _EDGES:
        text, bold = _unmarked(Text(value, range(at, width)))
        value, first, moved = text.value, *_moved(text)
    else:
        bold, first, moved = False, at, None
    if not _CHARACTER.search(value):
        return _Shape("")
    return _Shape(value, first, moved, depth, bold, bullet is not None, indent, width, at)


def _unmarked(marked: Text) -> tuple[Text, bool]:
    """A line without the marks of Markdown and tables, and whether all of it is bold."""
    plain = marked
    emphasis: tuple[Emphasis, ...] = ()
    if _MARK.search(marked.value):
        plain, emphasis, _ = inline.unmark(marked)
    if plain.value[-1:] in _EDGES or plain.value[:1] in _EDGES:
        plain = plain.strip().strip("|").strip()
    whole = len(plain.value.rstrip(" :"))
    return plain, any(each.style == "bold" and each.end - each.start >= whole for each in emphasis)


def _moved(text: Text) -> tuple[int, list[int] | None]:
    """The place of the first character, and that of each behind it where they are apart."""
    places = text.places
    if not places or places[-1] - places[0] == len(places) - 1:
        return places[0] if places else 0, None
    return places[0], [place - places[0] for place in places]


_kept = lru_cache(maxsize=32_768)(_shape)


def _joined(lines: Sequence[_Line], width: int) -> Iterator[list[_Line]]:
    """Lines that were wrapped to a width, paragraph by paragraph."""
    open_: list[_Line] = []
    for line in lines:
        if open_ and _continues(open_[0].shape, open_[-1].shape, line, width):
            open_.append(line)
            continue
        if open_:
            yield open_
        open_ = [line]
    if open_:
        yield open_


def _continues(first: _Shape, above: _Shape, line: _Line, width: int) -> bool:
    """Say whether a line goes on with the paragraph that begins with `first`."""
    here = line.shape
    if here.bullet or line.gap or here.depth is not None or here.bold or first.depth is not None:
        return False
    value = here.value
    wording = demands.heading(value)
    if (wording is not None and wording.whole) or above.value.endswith(":"):
        return False
    if first.bullet:
        return here.indent >= first.left > 0 or (value[:1].islower() and above.width > 0.6 * width)
    full = above.width + 1 + len(value.split(" ", 1)[0]) > width
    ended = above.value.endswith(_SENTENCE_END)
    if value[:1].islower():
        return full or (above.width > 0.6 * width and not ended)
    return full and (not ended or above.width > 0.8 * width)
