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
    widths = [shape.width for shape, _, _ in lines]
    width = max(widths, default=0)
    if not _is_wrapped(widths, width):
        return list(map(_row, lines))
    return [_row(each[0]) if len(each) == 1 else _paragraph(each) for each in _joined(lines, width)]


_Line = tuple["_Shape", int, bool]
"""A line that shows something, where it begins, and whether white space stands above it."""


def _lines(value: str, offset: int) -> list[_Line]:
    lines: list[_Line] = []
    start, gap = offset, False
    for raw in value.split("\n"):
        shape = (_kept(raw) if len(raw) <= _LINE else _shape(raw)) if raw else None
        if shape is None:
            # A line without words below some may underline them; either way it is no text.
            gap = True
        elif shape.value:
            lines.append((shape, start, gap))
            gap = False
        start += len(raw) + 1
    return lines


def _is_wrapped(widths: Sequence[int], width: int) -> bool:
    """Texts that are wrapped come close to their width again and again."""
    if not 55 <= width <= _WIDEST:
        return False
    near = 0.8 * width
    full = sum([each >= near for each in widths])
    return full >= 4 and full * 4 >= len(widths)


def _paragraph(lines: Sequence[_Line]) -> Row:
    """Lines that belong together as one row, with the properties of the first."""
    text = Text.join([_row(each).text for each in lines])
    return _row(lines[0])._replace(text=text)


def _row(line: _Line) -> Row:
    shape, start, gap = line
    value, first, moved, depth, bold, bullet, indent, _, _ = shape
    first += start
    places = range(first, first + len(value)) if moved is None else [first + at for at in moved]
    return Row(Text(value, places), depth, bold, bullet, indent, gap)


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
    if not bare or (not bare[0].isalnum() and _is_ruled(raw, bare)):
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


def _is_ruled(raw: str, bare: str) -> bool:
    # A rule shows nothing but its marks; most lines that begin with one have a letter behind it.
    if bare[-1].isalnum():
        return False
    return bool(_TABLE_RULE.fullmatch(raw) or _RULE.fullmatch(raw))


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
        here, _, gap = line
        bound = bool(open_) and not (gap or here.bullet)
        if bound and _continues(open_[0][0], open_[-1][0], here, width):
            open_.append(line)
            continue
        if open_:
            yield open_
        open_ = [line]
    if open_:
        yield open_


def _continues(first: _Shape, above: _Shape, here: _Shape, width: int) -> bool:
    """Say whether a line without a bullet goes on with the paragraph that begins with `first`."""
    if here.depth is not None or here.bold or first.depth is not None:
        return False
    value, before = here.value, above.value
    if before.endswith(":"):
        return False
    small = value[:1].islower()
    if first.bullet:
        goes_on = here.indent >= first.left > 0 or (small and above.width > 0.6 * width)
    elif above.width + 1 + len(value.split(" ", 1)[0]) > width:
        goes_on = small or not before.endswith(_SENTENCE_END) or above.width > 0.8 * width
    else:
        goes_on = small and above.width > 0.6 * width and not before.endswith(_SENTENCE_END)
    return goes_on and not _is_heading(value)


def _is_heading(value: str) -> bool:
    wording = demands.heading(value)
    return wording is not None and wording.whole
