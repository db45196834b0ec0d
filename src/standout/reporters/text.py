"""Document text on a terminal: made harmless, measured in columns, cut to fit."""

from __future__ import annotations

import re
import unicodedata

from standout.patterns import regex

_CONTROL = regex(
    # C0, DEL and C1 controls but the tab, line and paragraph separators, and the marks that
    # turn the direction of writing: a document may not steer the terminal it is shown on.
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
    "\ufff9-\ufffb\ud800-\udfff]"
)


def printable(text: str) -> str:
    """The text on one line with every control character shown instead of obeyed.

    The length does not change, so offsets stay good.
    """
    return text if text.isprintable() else _CONTROL.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"


def columns(text: str) -> int:
    """How many columns a terminal takes for a text without tabs."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def _columns_of(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def window(text: str, start: int, end: int, width: int) -> tuple[int, int]:
    """The part `[first, last)` of a long line to show, so that `[start, end)` is in it.

    `width` counts columns. A marked part that is itself too long is shown from its start.
    """
    if columns(text) <= width:
        return 0, len(text)
    # From the left where that shows the words and a little after them, else around the words.
    first = last = 0 if columns(text[: end + 10]) <= width else min(start, len(text))
    room = width
    while last < min(end, len(text)) and room > 0:
        room -= _columns_of(text[last])
        last += 1
    context = room // 3
    while first > 0 and context > 0:
        first -= 1
        context -= _columns_of(text[first])
        room -= _columns_of(text[first])
    while last < len(text) and room > 0:
        room -= _columns_of(text[last])
        last += 1
    while first > 0 and room > 0:
        first -= 1
        room -= _columns_of(text[first])
    return first, last
