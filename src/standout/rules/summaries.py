"""Summaries that could stand on anyone's resume."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.model import Section
from standout.patterns import regex
from standout.rules.base import Context
from standout.vocabulary import skills, words

ADJECTIVES = 2
"""Empty words from which a summary without facts is generic."""
_WISH = regex(
    r"\b(?:to (?:obtain|secure|find|gain|get) (?:a|an|the) (?:[\w-]+ ){0,3}"
    r"(?:position|role|job|opportunity|internship|employment)"
    r"|(?:looking for|seeking) (?:a|an|new|any) (?:[\w-]+ ){0,2}"
    r"(?:position|opportunit(?:y|ies)|challenges?)"
    r"|(?:eager|keen|willing|excited|hoping) to (?:learn|grow|contribute)|aspiring"
    r"|learn and grow|grow (?:professionally|as a professional)|(?:gain|get|gaining) experience"
    r"|strong interest in|where i can|(?:utili[sz]e|apply|use|enhance|improve|develop) my "
    r"(?:[\w-]+ ){0,2}(?:skills|knowledge|abilities))\b",
    re.IGNORECASE,
    needs="to_obtain to_secure to_find to_gain to_get looking_for seeking eager keen willing "
    "excited hoping aspiring learn_and grow_ gain_exp get_exp gaining_exp strong_interest "
    "where_i_can my_",
)
_FIELDS = frozenset(("machine-learning", "data-science", "artificial-intelligence"))
"""Fields that every applicant names: no fact about this one."""


def empty_words(context: Context, section: Section, least: int = ADJECTIVES) -> int:
    """How many empty words a summary without facts has; 0 where it is no generic one."""
    texts = [each.text.value for each in section.all_statements()]
    empty = sum(len(tuple(empty_spans(each))) for each in texts)
    if any(each.links for each in section.all_statements()):
        return 0
    facts = sum(map(_facts, texts)) + _named_employers(context, texts)
    return empty if empty >= least and facts < empty // 2 else 0


def empty_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where a summary uses the words of every applicant: clichés, and what they hope to get."""
    yield from ((each.start, each.end) for each in words.find_buzzwords(text))
    yield from (each.span() for each in _WISH.finditer(text))


def _facts(text: str) -> int:
    numbers = any(char.isdigit() for char in text)
    found = {each.skill.id for each in skills.find(text, "prose") if each.skill.kind != "soft"}
    return 2 * numbers + len(found - _FIELDS)


def _named_employers(context: Context, texts: list[str]) -> int:
    names = [
        entry.organization.value
        for section in context.resume.sections
        for entry in section.entries
        if entry.organization and len(entry.organization) > 2
    ]
    return sum(name in text for name in set(names) for text in texts)
