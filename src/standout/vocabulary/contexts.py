"""Decide by its surroundings whether an ordinary word is meant as the name of a skill."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from standout.patterns import regex
from standout.values import frozen

_SEPARATOR = (
    r"(?:[,;/|&+•·●▪◦‣∙\n()\[\]]|\s[–—-]\s|,?\s(?:and/or|and|or|und|plus)\s)"
    r"\s?(?:(?:and|or|either|both)\s)?"
)
_QUALIFIER = r"(?:\s?\([^()]{0,30}\)|\s?v?\d[\d.x]{0,6}\+?)?"
_GAP = regex(
    rf"{_QUALIFIER}\s?(?:{_SEPARATOR}){{1,2}}(?:[^,;/|&•\n()]{{1,25}}[,;/|&•\n()]\s?)?",
    re.IGNORECASE,
)
_HEADED = regex(
    r"\b(?:languages?|skills?|technolog(?:y|ies)|tools?|stack|frameworks?|librar(?:y|ies)"
    r"|environments?|software|databases?|programming|platforms?|tech)\b[^.:]{0,20}:[^.:]*$",
    re.IGNORECASE,
)
_LABEL = regex(
    r"(?![^:]{0,20}(?:company|employer|client|customer|mentor|advis|supervis|team|location|season"
    r"|term|name|school|award|title))[-•\s]*[\w/& -]{2,30}\s?:\s+",
    re.IGNORECASE,
)
_ITEM_START = regex(r"(?:^|[,;/|&+•·●▪◦‣∙\n()\[\]:]|\s[–—-])\s*$")
_ITEM_END = regex(r"\s*(?:$|[,;/|&+•·●▪◦‣∙\n()\[\]:]|[–—-]\s|\s[–—-]|v?\d)")
_STRONG = regex(
    r"\b(?:experienced?|proficien(?:t|cy)|fluen(?:t|cy)|expertise|familiarity|familiar|skills?"
    r"|knowledge|written|coded|programmed|programming|coding|skilled|hands-on|competen(?:t|ce|cy)"
    r"|understanding|command)\s(?:in|with|of|using)\s$",
    re.IGNORECASE,
)
_USE = regex(
    r"\b(?:in|using|via|through|on|with|into|onto|leveraging|leverage|use of|use|used|utili[sz]ing"
    r"|adopted|introduced|deployed|learned|know|knowing|apache|like|such as|including|e\.g\.,?"
    r"|avec|mit|con|met"
    r"|(?:migrat|mov|port|switch)\w{1,5}[^.]{0,24}\s(?:to|from))\s$",
    re.IGNORECASE,
)
_USE_PERSON = regex(
    r"\b(?:in|using|via|onto|leveraging|use of|use|used|apache|such as|including|e\.g\.,?)\s$",
    re.IGNORECASE,
)
_LANGUAGE_AFTER = regex(
    r"\s(?:programming|language|developers?|engineers?|programmers?|code|codebases?|programs?"
    r"|scripts?|scripting|librar(?:y|ies)|applications?|projects?|(?:back-?end|software) )",
    re.IGNORECASE,
)
_NAME_AFTER = regex(r"['’]s\b|\s(?!(?:API|SDK|CLI|UI|ML|SQL)\b)[A-Z][a-z]")
_SIDE, _WINDOW = 48, 120


@frozen
class ContextWord:
    """When `forms` mean a skill. The fields are explained in `data/context_words.toml`."""

    skill: str
    forms: tuple[str, ...]
    listed: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    near: str = ""
    not_before: str = ""
    not_after: str = ""
    not_near: str = ""
    use: bool = False
    person: bool = False
    whole: bool = True
    listing: bool = True
    default: bool = False
    language: bool = False


class Candidate(NamedTuple):
    """Words that may name a skill: `skill` at once, or one of `rules` by context."""

    start: int
    end: int
    skill: str | None
    rules: tuple[ContextWord, ...] = ()


def listed(text: str, candidates: Sequence[Candidate], index: int) -> bool:
    """Say whether a candidate stands in a list with sure skills, or alone under a label.

    One sure skill will do as company, or two other words that are no persons' names. Where the
    marks between them are lost ('Docker Go Rust'), it takes two.
    """
    here = candidates[index]
    window = text[max(0, here.start - _WINDOW) : here.start]
    if (":" in window and _HEADED.search(window)) or (
        _labelled(text, here) and not any(rule.person for rule in here.rules)
    ):
        return True
    support = 0
    for step in (-1, 1):
        for neighbour, weight in _company(text, candidates, index, step):
            sure = neighbour.skill is not None
            support += weight if sure else not any(rule.person for rule in neighbour.rules)
    return support >= 2


def _company(
    text: str, candidates: Sequence[Candidate], index: int, step: int
) -> Iterator[tuple[Candidate, int]]:
    at = index
    while 0 <= at + step < len(candidates) and abs(at + step - index) <= 8:
        first, second = candidates[min(at, at + step)], candidates[max(at, at + step)]
        gap = text[first.end : second.start]
        if len(gap) > _SIDE or not (gap == " " or _GAP.fullmatch(gap)):
            return
        at += step
        yield candidates[at], 1 if gap == " " else 2


def _labelled(text: str, here: Candidate) -> bool:
    if len(text) > _WINDOW or ":" not in text:
        return False
    label = _LABEL.match(text)
    return bool(label and label.end() == here.start and text[here.end :].strip(" .") == "")


@frozen
class Place:
    """A word at `[start, end)` of a text and the company it keeps.

    `in_list`: it stands among sure skills; `item`: it is one item of a list of skills.
    """

    text: str
    start: int
    end: int
    in_list: bool
    item: bool

    @property
    def before(self) -> str:
        """What stands right before the word."""
        return self.text[max(0, self.start - _SIDE) : self.start]

    @property
    def after(self) -> str:
        """What stands right behind the word."""
        return self.text[self.end : self.end + _SIDE]

    def near(self, pattern: str) -> bool:
        """Say whether a pattern matches within some words before or behind."""
        search = _matcher(rf"(?<!\w)(?:{pattern})(?!\w)").search
        window = self.text[max(0, self.start - _WINDOW) : self.start]
        return bool(search(window) or search(self.text[self.end : self.end + _WINDOW]))


def is_item(text: str, start: int, end: int) -> bool:
    """Say whether `[start, end)` is a whole item of a list, but for a version or a level."""
    before = _ITEM_START.search(text[max(0, start - _SIDE) : start])
    return bool(before and _ITEM_END.match(text[end : end + _SIDE]))


def stands(word: ContextWord, place: Place) -> bool:
    """Say whether the word in its place is meant as the skill of this rule."""
    if _ruled_out(word, place):
        return False
    if (place.in_list and word.listing) or (place.item and word.whole):
        return True
    if place.text[place.start : place.end] not in word.forms:
        return _marked(word, place)
    return word.default or _fits(word, place) or bool(word.near and place.near(word.near))


def _ruled_out(word: ContextWord, place: Place) -> bool:
    if word.not_after and _matcher(f"(?:{word.not_after})").match(place.after):
        return True
    if word.not_near and place.near(word.not_near):
        return True
    if not word.not_before or _STRONG.search(place.before):
        return False
    return bool(_matcher(rf"(?:^|\W)(?:{word.not_before})$").search(place.before))


def _marked(word: ContextWord, place: Place) -> bool:
    before = word.before and _matcher(rf"(?:{word.before})[\s/-]$").search(place.before)
    return bool(before or (word.after and _matcher(f"(?:{word.after})").match(place.after)))


def _fits(word: ContextWord, place: Place) -> bool:
    if _marked(word, place):
        return True
    if word.language and _LANGUAGE_AFTER.match(place.after):
        return True
    if _STRONG.search(place.before):
        return True
    use = _USE_PERSON if word.person else _USE
    return bool(word.use and use.search(place.before) and not _NAME_AFTER.match(place.after))


@cache
def _matcher(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
