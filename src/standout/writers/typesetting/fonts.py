"""Where the fonts are. They come with Typst or from packages, never from the machine.

So the same profile gives the same page everywhere.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Collection

PACKAGES = {
    "font_source_sans_pro": ".",
    "font_hanken_grotesk": ".",
    "rendercv_fonts": ".",
    "matplotlib": "mpl-data/fonts/ttf",
}
"""Packages that hold fonts, and where in them. The last two are optional: Chinese, Japanese and
Korean; and DejaVu Sans, which joins the letters of Arabic."""
JOINING = "DejaVu Sans"
"""Stands in for Arabic and Hebrew. Others that were tried give a letter for each of its dots."""
FALLBACK = (
    "Source Sans Pro",
    "Libertinus Serif",
    "New Computer Modern",
    "DejaVu Sans Mono",
    "Noto Sans JP",
    "Noto Sans SC",
    "Noto Sans KR",
    "Noto Sans",
)
"""Families that stand in, in this order, for a character the theme's own family lacks."""
CODE = "DejaVu Sans Mono"


def joins_letters(first: str, families: Collection[str]) -> bool:
    """Say whether Arabic is set in a face that joins its letters, or in one of the user's own."""
    ours = (*FALLBACK, "Hanken Grotesk")
    return JOINING in families or first.casefold() not in (each.casefold() for each in ours)


def folders() -> tuple[str, ...]:
    """The folders of the font packages that are installed."""
    found = ((importlib.util.find_spec(each), inside) for each, inside in PACKAGES.items())
    return tuple(
        f"{place}/{inside}" if inside != "." else place
        for spec, inside in found
        if spec is not None
        for place in spec.submodule_search_locations or ()
    )


def stack(first: str, language: str, direction: str) -> list[str]:
    """A family and those that stand in for it; Chinese text must not take Japanese shapes."""
    east = {"zh": "Noto Sans SC", "ko": "Noto Sans KR", "ja": "Noto Sans JP"}
    preferred = [east[language]] if language in east else []
    others = [each for each in FALLBACK if each not in preferred]
    western = [each for each in others if not each.startswith("Noto Sans ")]
    if direction == "rtl":
        western.insert(western.index(CODE), JOINING)
    return list(dict.fromkeys([first, *western, *preferred, *others]))
