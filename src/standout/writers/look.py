"""A design over its theme: the values that stand where a user has set none."""

from __future__ import annotations

from standout.errors import BuildError
from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary.locales import locale
from standout.writers.design import Design
from standout.writers.typesetting.themes import Theme

_COLOUR = regex(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_HEIGHT = 1.0
"""Height of a line in em, as the themes set it; their leading comes on top of it."""
_UNSAFE = regex(r"[^\w .-]")
_PAPERS = {"a4": (21.0, 29.7), "letter": (21.59, 27.94)}


@frozen
class Look:
    """How a page looks, complete. `paper` is 'a4' or 'letter', `accent` is `#rrggbb`.

    `size` is in points, `margin` in centimetres, `line` is the distance of two baselines in em.
    """

    font: str
    heading_font: str
    accent: str
    paper: str
    size: float
    margin: float
    line: float
    spacing: float

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of the paper in centimetres."""
        return _PAPERS[self.paper]


def look(theme: Theme, design: Design) -> Look:
    """The look of a theme with a design over it. Raises `BuildError` for what is no colour."""
    return Look(
        font=_family(design.font or theme.font),
        heading_font=_family(design.heading_font or theme.heading_font),
        accent=_colour(design.accent or theme.accent),
        paper=design.paper or locale(design.locale).paper,
        size=design.size or theme.size,
        margin=design.margin or theme.margin,
        line=round(_HEIGHT + (design.leading or theme.leading), 3),
        spacing=design.spacing or theme.spacing,
    )


def _family(name: str) -> str:
    """The name of a font without what could end a string in a style sheet."""
    return " ".join(_UNSAFE.sub("", name).split())


def _colour(written: str) -> str:
    if not _COLOUR.fullmatch(written):
        raise BuildError(f"`{written}` is no colour", "write it as `#1f3a5f`")
    digits = written[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
