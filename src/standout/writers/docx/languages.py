"""What Word calls languages, and the fonts that come with it."""

from __future__ import annotations

import unicodedata

from standout.writers.markup import escaped

_REGIONS = {
    "ar": "ar-SA", "de": "de-DE", "es": "es-ES", "fa": "fa-IR", "fr": "fr-FR", "he": "he-IL",
    "it": "it-IT", "ja": "ja-JP", "ko": "ko-KR", "nl": "nl-NL", "pl": "pl-PL", "pt": "pt-PT",
    "tr": "tr-TR", "uk": "uk-UA", "zh": "zh-CN",
}  # fmt: skip
_COMMON = {
    "DejaVu Sans Mono": "Consolas",
    "EB Garamond": "Garamond",
    "Hanken Grotesk": "Calibri",
    "Lato": "Calibri",
    "Libertinus Serif": "Cambria",
    "New Computer Modern": "Cambria",
    "Open Sans": "Calibri",
    "Roboto": "Calibri",
    "Source Sans Pro": "Calibri",
    "XCharter": "Cambria",
}
_EAST = {"ja": "Yu Gothic", "ko": "Malgun Gothic", "zh": "Microsoft YaHei"}
CODE = "Consolas"


def tag(language: str, paper: str) -> str:
    """A language with its country, which Word's spelling wants to know."""
    if language == "en":
        return "en-US" if paper == "letter" else "en-GB"
    return escaped(_REGIONS.get(language, language))


def common(family: str) -> str:
    """A family that the reader's machine has, in place of one that only typesetters have."""
    return escaped(_COMMON.get(family, family))


def eastern(language: str) -> str:
    """The family of Chinese, Japanese and Korean characters, which differ in shape."""
    return _EAST.get(language.partition("-")[0], _EAST["zh"])


def is_eastern(text: str) -> bool:
    """Say whether a text holds characters of East Asia."""
    return any(unicodedata.east_asian_width(char) in "WF" for char in text)


def runs_right_to_left(text: str, direction: str) -> bool:
    """Say whether a text runs to the left: by its letters, or as its document where it has none."""
    kinds = {unicodedata.bidirectional(char) for char in text}
    return bool(kinds & {"R", "AL"}) or (direction == "rtl" and "L" not in kinds)
