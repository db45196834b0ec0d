"""What a font's name and flags say of its looks."""

from __future__ import annotations

import re

from standout.patterns import regex
from standout.readers.pdf.pdfium import Handle, narrow, raw
from standout.values import frozen

_BOLD = regex(
    r"bold|black|heavy|[-_, ]demi|semibold|[-_]bd\b|[-_]medi$|cmbx|cmssbx|ecbx|ecsx|sfbx|sfsx",
    re.IGNORECASE,
)
_NAMED_WEIGHT = regex(r"regular|light|thin|roman|book|medium|[-_]rg\b", re.IGNORECASE)
_ITALIC = regex(
    r"italic|oblique|slanted|[-_,]it\b|[-_]ita[l]?\b|cmti|cmsl|ecti|sfti|sfsl", re.IGNORECASE
)
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6


@frozen
class Font:
    """One font of the file."""

    name: str = ""
    bold: bool = False
    italic: bool = False


def read_font(handle: Handle) -> Font:
    """The font behind one of pdfium's handles."""
    if not handle:
        return Font()
    name = narrow(raw.FPDFFont_GetBaseFontName, handle)
    name = re.sub(r"^[A-Z]{6}\+", "", name)
    flags = raw.FPDFFont_GetFlags(handle)
    weight = raw.FPDFFont_GetWeight(handle)
    heavy = 650 <= weight <= 1000 and not _NAMED_WEIGHT.search(name)
    bold = bool(_BOLD.search(name)) or heavy or (flags > 0 and bool(flags & _FORCE_BOLD))
    italic = bool(_ITALIC.search(name)) or (flags > 0 and bool(flags & _ITALIC_FLAG))
    return Font(name, bold, italic)
