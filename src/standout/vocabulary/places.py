"""Which stretch of text names a place, from names and from the shape 'City, Region'."""

from __future__ import annotations

import re
from functools import lru_cache

from standout.patterns import regex
from standout.vocabulary import tables
from standout.vocabulary.roles import organization_words, plain

_POSTCODE = regex(
    r"\b(?:[A-Z]{1,2}-?)?\d{4,6}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|"
    r"\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"
)
_CJK = regex(
    r"[\u3400-\u9fff]{1,6}[市省県府都州区區]",
    needs="市 省 県 府 都 州 区 區",
)
"""Chinese and Japanese names of places say what they are."""
_SAME = {
    "u.k.": "uk", "united kingdom": "uk", "england": "uk", "scotland": "uk", "wales": "uk",
    "northern ireland": "uk", "u.s.": "us", "u.s.a.": "us", "usa": "us", "united states": "us",
    "united states of america": "us", "deutschland": "germany", "schweiz": "switzerland",
    "suisse": "switzerland", "osterreich": "austria", "espana": "spain", "italia": "italy",
    "brasil": "brazil", "danmark": "denmark", "norge": "norway", "sverige": "sweden",
    "nederland": "netherlands", "the netherlands": "netherlands", "polska": "poland",
    "czech republic": "czechia", "turkiye": "turkey", "uae": "united arab emirates",
    "korea": "south korea", "republic of korea": "south korea", "中国": "china", "日本": "japan",
    "香港": "hong kong", "台湾": "taiwan",
}  # fmt: skip
"""Names of one country."""
_NAME = regex(r"[^\W\d_][^\d_!?;:%+*=<>@#]{0,40}")


@lru_cache(maxsize=32_768)
def is_place(text: str) -> bool:
    """Say whether all of the text names known places.

    'Zurich', 'Palo Alto, CA', 'Remote', '8001 Zurich (hybrid)', 'London / Remote'.
    """
    parts = _split(text)
    if len(parts) == 1 and re.fullmatch(r"[A-Z]{2}", parts[0]):
        return False
    if len(parts) == 1 and _CJK.fullmatch(parts[0]):
        return True
    return bool(parts) and all(_known(part) for part in parts)


@lru_cache(maxsize=32_768)
def may_be_place(text: str) -> bool:
    """Say whether an unknown town stands before a known region: 'Springfield, Illinois, USA'."""
    parts = _split(text)
    return (
        2 <= len(parts) <= 3
        and all(_known(part, regions_only=True) for part in parts[1:])
        and _NAME.fullmatch(_POSTCODE.sub("", parts[0]).strip()) is not None
        and not organization_words(parts[0])
    )


def _split(text: str) -> list[str]:
    if len(text) > 80:
        return []
    bare = re.sub(r"[()\[\]]", ",", text).strip(" ,.")
    parts = re.split(r"[,，、،/|·]| - | – |\bor\b|\band\b", bare)
    found = [part.strip() for part in parts if part.strip()]
    return found if len(found) <= 5 else []


def is_region(text: str) -> bool:
    """Say whether the text names a country or a state."""
    return _known(text, regions_only=True)


def country(text: str) -> str | None:
    """The country that closes a place, in plain lower case and under one of its names.

    'uk' of 'London, UK' and of 'Leeds, United Kingdom'.
    """
    parts = _split(text)
    last = plain(_POSTCODE.sub("", parts[-1]).strip()) if parts else ""
    return _SAME.get(last, last) if last in tables.load("places")["countries"] else None


def has_postcode(text: str) -> bool:
    """Say whether something like a postal code stands in the text."""
    return _POSTCODE.search(text) is not None


def _known(part: str, *, regions_only: bool = False) -> bool:
    names, regions, codes = _names()
    without = _POSTCODE.sub("", part).strip()
    return without in codes or plain(without) in (regions if regions_only else names)


@lru_cache(maxsize=1)
def _names() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = tables.load("places")
    regions = frozenset([*table["countries"], *table["states"]])
    names = regions.union(table["cities"], table["anywhere"])
    return names, regions, frozenset(table["state_codes"])
