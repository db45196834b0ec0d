"""Where the fonts are. They come with Typst or from packages, never from the machine.

So the same profile gives the same page everywhere.
"""

from __future__ import annotations

import importlib.util

PACKAGES = ("font_source_sans_pro", "font_hanken_grotesk", "rendercv_fonts")
"""Packages that hold fonts; the last one is optional and holds Chinese, Japanese and Korean."""
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


def folders() -> tuple[str, ...]:
    """The folders of the font packages that are installed."""
    found = (importlib.util.find_spec(each) for each in PACKAGES)
    return tuple(
        place
        for spec in found
        if spec is not None
        for place in spec.submodule_search_locations or ()
    )


def stack(first: str, language: str) -> list[str]:
    """A family and those that stand in for it; Chinese text must not take Japanese shapes."""
    east = {"zh": "Noto Sans SC", "ko": "Noto Sans KR", "ja": "Noto Sans JP"}
    preferred = [east[language]] if language in east else []
    others = [each for each in FALLBACK if each not in preferred]
    western = [each for each in others if not each.startswith("Noto Sans ")]
    return list(dict.fromkeys([first, *western, *preferred, *others]))
