"""What single characters mean on a resume page: bullets, icons, ligatures, stray controls."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from standout.patterns import regex

BULLETS = frozenset("•◦▪▫‣⁃∙●○■□◆◇◼◻❖➢➤►▶▸▹❯➔→☞✓✔✦✧★☆⦁⚫◉◎\uf0b7\uf0a7\uf0d8\uf076\uf0fc")
"""Glyphs that open a list item wherever they lead a line."""
WEAK_BULLETS = frozenset("-–—*·‐‑−›»>+~o")
"""Characters that open a list item only where the layout says so."""

_SYMBOL_FONT = regex(r"wingding|webding|dingbat|symbol|bullet|msam|msbm|cmsy", re.IGNORECASE)
_ICON_FONT = regex(r"awesome|icon|glyph|fontello|marvosym|fmvr|bbding|ifsym", re.IGNORECASE)
_ICON_SET = regex(
    r"font-?awesome|material-?(?:icons|symbols)|glyphicons|icomoon|ionicons?\b|academicons?|"
    r"simple-?icons|octicons|typicons|bootstrap-icons|fontello",
    re.IGNORECASE,
)
"""Fonts of icons and nothing else: words in them are the icons' names, meant to be spoken."""
_SYMBOL_LETTERS = frozenset("lmnoqrstuvwxyzØ§¨Ÿü·¤¡")

_SPACES = " \t\r\n\f\v\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_NOTHING = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
WORD = regex(f"[^{_SPACES}]+")
_DROPPED = regex(f"[{_NOTHING}]")
_ODD = regex(
    "[\x00-\x1f\x7f-\x9f\xad\u2e80-\u2fdf\u0300-\u036f\u1ab0-\u1aff\uf900-\ufb06\ufb1d-\ufdff"
    "\ufe70-\ufefc\ufffe]"
)
_SURROGATE = regex("[\ud800-\udfff]")
_FOLDED = regex("[\u2e80-\u2fdf\uf900-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]+")
_CONTROLS = regex("[\x00\x01\x03-\x1f\x7f-\x9f]")


def is_private(text: str) -> bool:
    """Say whether every character is in a private area: an icon without meaning as text."""
    return all("\ue000" <= char <= "\uf8ff" or char >= "\U000f0000" for char in text)


def is_icon(text: str, font: str) -> bool:
    """Say whether a word is decoration: private characters, or one glyph of an icon font.

    A lone glyph without a meaning is one too, and so is the name of an icon ('\\faTrophy').
    """
    if text == "\ufffd" or is_private(text):
        return True
    return _has_icons(font) or (len(text) <= 2 and _ICON_FONT.search(font) is not None)


@lru_cache(maxsize=512)
def _has_icons(font: str) -> bool:
    return _ICON_SET.search(font) is not None


def bullet_kind(text: str, font: str) -> str | None:
    """'sure' or 'weak' where a word can open a list item.

    Word processors draw bullets with letters of symbol fonts, so the font counts too; browsers
    draw them with icons.
    """
    if len(text) != 1:
        return None
    if text in BULLETS or (text in _SYMBOL_LETTERS and _SYMBOL_FONT.search(font)):
        return "sure"
    return "weak" if text in WEAK_BULLETS or is_icon(text, font) else None


def clean(text: str) -> str:
    """A word as a person reads it.

    Pairs of surrogates become the character they stand for, and U+FFFD where one is alone.
    Ligatures and presentation forms become letters, accents join their letters, the mark that
    pdfium sets for a line-end hyphen and a trailing soft hyphen become `-`, other soft hyphens
    and characters without width go. A control character stands for a glyph without a meaning
    and becomes U+FFFD, so that the loss stays visible.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _DROPPED.sub("", paired(text))
    if not _ODD.search(text):
        return text
    text = text.replace("\x02", "-").replace("\ufffe", "-")
    if text.endswith("\xad"):
        text = text[:-1] + "-"
    text = _CONTROLS.sub("\ufffd", text.replace("\xad", ""))
    text = _FOLDED.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return unicodedata.normalize("NFC", text)


def paired(text: str) -> str:
    """The text with each pair of surrogates as one character, and a lone one as U+FFFD."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_right_to_left(text: str) -> bool:
    """Say whether a word's first strong character runs from right to left."""
    for char in text:
        if char < "\u0590":
            if char.isalpha():
                return False
        else:
            kind = unicodedata.bidirectional(char)
            if kind in ("R", "AL"):
                return True
            if kind == "L":
                return False
    return False
