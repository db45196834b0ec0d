"""Summaries that could stand on anyone's resume."""

from __future__ import annotations

from standout.model import Section
from standout.rules.base import Context
from standout.vocabulary import skills, words

ADJECTIVES = 2
"""Empty words from which a summary without facts is generic."""


def empty_words(context: Context, section: Section, least: int = ADJECTIVES) -> int:
    """How many empty words a summary without facts has; 0 where it is no generic one."""
    texts = [each.text.value for each in section.all_statements()]
    empty = sum(len(words.find_buzzwords(each)) for each in texts)
    if any(each.links for each in section.all_statements()):
        return 0
    facts = sum(map(_facts, texts)) + _named_employers(context, texts)
    return empty if empty >= least and facts < empty // 2 else 0


def _facts(text: str) -> int:
    numbers = any(char.isdigit() for char in text)
    found = {each.skill.id for each in skills.find(text, "prose") if each.skill.kind != "soft"}
    return 2 * numbers + len(found)


def _named_employers(context: Context, texts: list[str]) -> int:
    names = [
        entry.organization.value
        for section in context.resume.sections
        for entry in section.entries
        if entry.organization and len(entry.organization) > 2
    ]
    return sum(name in text for name in set(names) for text in texts)
