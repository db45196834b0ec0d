"""Addresses and identifiers in a citation: DOI, arXiv, printed links, and the labels of links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from standout.model import Link
from standout.patterns import regex
from standout.readers.structure import links
from standout.source import Text

_IDENTIFIER = regex(
    r"(?:\bdoi\b:?\s?|(?:https?://)?(?:dx\.|\b)doi\.org/)?(?P<doi>10\.\d{4,9}/[^\s,;]*[^\s,;.)\]])",
    re.IGNORECASE,
)
_ARXIV = regex(
    r"\[?\barxiv(?: preprint)?(?: arxiv)?[:\s]\s?(?P<id>\d{4}\.\d{4,5}(?:v\d)?)\]?"
    r"(?:\s\[[a-z-]{2,8}(?:\.[A-Z]{2})?\])?",
    re.IGNORECASE,
)
_LEAD = regex(
    r"(?:\bdoi|\burl|\blink|(?:\[online\]\.?\s)?available(?: at)?|\bat)\s?:?\s*$|[\[(]\s*$",
    re.IGNORECASE,
)
_INVITES = regex(
    r"(?:view|see|visit|try|open|watch|read)(?: (?:it|the|project|live|more|online|code|paper|"
    r"website|site|demo|here)){0,3}(?: (?:on|at) [\w.]{2,20}(?: \w{2,10})?)?|"
    r"(?:live|source|online)(?: (?:demo|code|site|version))?",
    re.IGNORECASE,
)
_LABEL = regex(
    r"[\[(]?(?:pdf|code|paper|video|slides|poster|bib(?:tex)?|website|project(?: page)?|demo|data|"
    r"dataset|arxiv|link|doi|url|github|blog|talk|supplement|openreview|html|preprint)[\])]?",
    re.IGNORECASE,
)


def without_links(text: Text, annotated: Sequence[Link]) -> tuple[Text, tuple[Link, ...]]:
    """The text without printed addresses, identifiers and labels of links, and the links."""
    cuts: list[tuple[int, int]] = []
    found: list[Link] = []
    for match in [*_IDENTIFIER.finditer(text.value), *links.URL.finditer(text.value)]:
        start, end = match.span()
        if any(start < cut[1] and cut[0] < end for cut in cuts):
            continue
        shown = match.group()
        if "doi" not in match.re.groupindex and "/" not in shown.removesuffix("/"):
            continue
        target = next((each.url for each in annotated if shown in each.url), None)
        doi = match["doi"] if "doi" in match.re.groupindex else None
        url = target or (f"https://doi.org/{doi}" if doi else shown)
        cuts.append((start, end))
        found.append(links.link(url, text[start:end], clickable=target is not None))
    known = {each.url for each in found}
    for each in annotated:
        if each.url in known:
            continue
        shown_text = each.text
        if shown_text is not None and _LABEL.fullmatch(shown_text.value.strip()):
            cuts.append(_stretch(text, shown_text))
            found.append(each)
        else:
            found.append(replace(each, text=None))
        known.add(each.url)
    return _cut_out(text, cuts), tuple(found)


def _stretch(text: Text, part: Text) -> tuple[int, int]:
    inside = set(part.places)
    at = [index for index, place in enumerate(text.places) if place in inside]
    return (at[0], at[-1] + 1) if at else (0, 0)


def _cut_out(text: Text, cuts: Sequence[tuple[int, int]]) -> Text:
    kept: list[Text] = []
    at = 0
    for start, end in sorted(cuts):
        kept.append(_without_lead(text[at : max(at, start)]))
        at = max(at, end)
    kept.append(text[at:])
    return Text.join(kept, "") if cuts else text


def _without_lead(text: Text) -> Text:
    """The text without what announces an address: 'doi:', 'URL:', 'Available at'."""
    match = _LEAD.search(text.value)
    return text[: match.start()] if match else text


def is_label(value: str) -> bool:
    """Words that only show where a link is: 'Code', '[PDF]', 'View on GitHub', 'Live demo'."""
    return _LABEL.fullmatch(value) is not None or _INVITES.fullmatch(value) is not None


def is_identifier(value: str) -> bool:
    """Nothing but addresses, identifiers and labels of links: a line below a citation."""
    bare = links.URL.sub(" ", _IDENTIFIER.sub(" ", _ARXIV.sub(" ", value)))
    rest = [word for word in re.split(r"[\s|·,;:()\[\]]+", bare) if any(map(str.isalnum, word))]
    return all(_LABEL.fullmatch(word) for word in rest)
