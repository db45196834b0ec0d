"""Which stretch of text names a place, from names and from the shape 'City, Region'."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

import rtoml

from standout.vocabulary.roles import organization_words, plain

_POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}-?)?\d{4,6}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|"
    r"\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"
)
_NAME = re.compile(r"[^\W\d_][^\d_!?;:%+*=<>@#]{0,40}")


@lru_cache(maxsize=8192)
def is_place(text: str) -> bool:
    """Say whether the text as a whole is a known place, or a list that ends in one.

    'Zurich', 'Palo Alto, CA', 'Springfield, Illinois, USA', 'Remote', '8001 Zurich (hybrid)'.
    """
    bare = re.sub(r"[()\[\]]", ",", text).strip(" ,.")
    parts = [
        part.strip() for part in re.split(r"[,/|·]| - | – |\bor\b|\band\b", bare) if part.strip()
    ]
    if not parts or len(parts) > 5 or len(text) > 80:
        return False
    known = [_known(part) for part in parts]
    if not any(known) or any(organization_words(part) for part in parts):
        return False
    if len(parts) == 1:
        return known[0] and not re.fullmatch(r"[A-Z]{2}", parts[0])
    return all(
        ok or _NAME.fullmatch(_POSTCODE.sub("", part).strip() or "x")
        for ok, part in zip(known, parts, strict=True)
    ) and (known[-1] or known[0])


def has_postcode(text: str) -> bool:
    """Say whether something like a postal code stands in the text."""
    return _POSTCODE.search(text) is not None


def _known(part: str) -> bool:
    names, codes = _names()
    without = _POSTCODE.sub("", part).strip()
    return without in codes or plain(without) in names


@lru_cache(maxsize=1)
def _names() -> tuple[frozenset[str], frozenset[str]]:
    text = files("standout.vocabulary").joinpath("data/places.toml").read_text("utf-8")
    table = rtoml.loads(text)
    groups = ("countries", "states", "cities", "anywhere")
    names = frozenset(name for group in groups for name in table[group])
    return names, frozenset(table["state_codes"])
