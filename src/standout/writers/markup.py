"""Text and addresses as XML and HTML can hold them, and colours that can be read."""

from __future__ import annotations

from standout.patterns import regex
from standout.writers.lines import target

_FORBIDDEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no document of either kind may hold."""
_ILLEGAL = regex(r'[\s"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})')
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
LIGHT, DARK = "#ffffff", "#15181c"
"""The grounds of a page by day and by night."""
_LONGEST = 2000
"""Characters of an address; some programs refuse a document with a longer one."""


def escaped(text: str) -> str:
    """Text for an element or a quoted attribute."""
    return _FORBIDDEN.sub(" ", text).translate(_ESCAPES)


def safe(url: str) -> str:
    """An address of the web or of mail without illegal characters, or '' for any other."""
    where = target(_FORBIDDEN.sub("", url))
    where = _ILLEGAL.sub(lambda found: f"%{ord(found[0]):02X}", where)
    return where if len(where) <= _LONGEST else ""


def readable(colour: str, ground: str, contrast: float = 4.5) -> str:
    """A colour, darkened or lightened until it can be read on a ground (WCAG 2, level AA).

    All are `#rrggbb`.
    """
    towards = 0.0 if _luminance(_channels(ground)) > 0.18 else 1.0
    channels = _channels(colour)
    for step in range(21):
        shown = [each + (towards - each) * step / 20 for each in channels]
        colour = "#" + "".join(f"{round(255 * each):02x}" for each in shown)
        if _contrast(_channels(colour), _channels(ground)) >= contrast:
            break
    return colour


def _contrast(one: list[float], other: list[float]) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(channels: list[float]) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
