"""How a page looks: theme, paper, type and the choices that belong to no theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from standout.model import SectionKind
from standout.values import frozen

PAPERS = ("a4", "letter")
DATE_STYLES = ("short", "long", "numeric", "iso", "year")


@frozen
class Design:
    """What a user may set. None or '' leaves it to the theme or the locale."""

    theme: str = "classic"
    """The name of a theme, or the folder of one's own."""
    locale: str = "en"
    """The language of headings and dates."""
    paper: str = ""
    """'a4' or 'letter'; the locale's own where it is not set."""
    accent: str = ""
    """The colour of headings and links, as `#1f3a5f`."""
    font: str = ""
    """The family of the text."""
    heading_font: str = ""
    """The family of name and headings."""
    size: float | None = None
    """Size of the text in points."""
    margin: float | None = None
    """Margin on all sides in centimetres."""
    leading: float | None = None
    """Space between two lines of a paragraph, in em."""
    spacing: float | None = None
    """Factor on all other vertical space; 1 is the theme's own."""
    section_order: tuple[SectionKind, ...] = ()
    """These sections first and in this order; the others follow as in the profile."""
    headings: Mapping[SectionKind, str] = field(default_factory=dict)
    """Headings in place of the locale's."""
    date_style: str = "short"
    """'short' (Mar 2024), 'long' (March 2024), 'numeric' (03/2024), 'iso' or 'year'."""
    date_separator: str = " - "
    """What stands between two dates. Some screening systems lose dates around a long dash."""
    font_paths: tuple[str, ...] = ()
    """Folders with more fonts."""
