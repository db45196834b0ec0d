"""The posting's own words for skills that the profile names otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from standout.model import Entry, Resume, Section, SectionKind, SkillGroup, Statement, Wording
from standout.source import Text
from standout.vocabulary import skills


def in_their_words(resume: Resume, wordings: Iterable[Wording]) -> Resume:
    """Statements and lists of skills with the posting's word where it means the same skill."""
    theirs = {each.skill: each.theirs for each in wordings if _is_same(each)}
    if not theirs:
        return resume
    return replace(resume, sections=tuple(_section(each, theirs) for each in resume.sections))


def words_for(wordings: Iterable[Wording]) -> frozenset[str]:
    """The posting's words that may be printed in place of the profile's."""
    return frozenset(each.theirs for each in wordings if _is_same(each))


def _is_same(wording: Wording) -> bool:
    """Both words name the one skill in the vocabulary."""
    return all(
        any(found.skill.id == wording.skill for found in skills.find(words, "list"))
        for words in (wording.theirs, wording.yours.value)
    )


def _section(section: Section, theirs: dict[str, str]) -> Section:
    if section.kind is SectionKind.PUBLICATIONS:
        return section
    return replace(
        section,
        entries=tuple(_entry(each, theirs) for each in section.entries),
        skills=tuple(_group(each, theirs) for each in section.skills),
        statements=tuple(_statement(each, theirs) for each in section.statements),
    )


def _entry(entry: Entry, theirs: dict[str, str]) -> Entry:
    return replace(entry, statements=tuple(_statement(each, theirs) for each in entry.statements))


def _group(group: SkillGroup, theirs: dict[str, str]) -> SkillGroup:
    return replace(group, items=tuple(_item(each, theirs) for each in group.items))


def _item(item: Text, theirs: dict[str, str]) -> Text:
    found = skills.find(item.value, "list")
    for each in found:
        if each.skill.id in theirs and (each.start, each.end) == (0, len(item.value)):
            return _written(item, 0, len(item.value), theirs[each.skill.id])
    return item


def _statement(statement: Statement, theirs: dict[str, str]) -> Statement:
    variants = tuple(
        replace(each, statement=_statement(each.statement, theirs)) for each in statement.variants
    )
    for each in sorted(skills.find(statement.text.value), key=lambda one: -one.start):
        if each.skill.id in theirs and _is_free(statement, each.start, each.end):
            statement = _replaced(statement, each.start, each.end, theirs[each.skill.id])
    return replace(statement, variants=variants)


def _is_free(statement: Statement, start: int, end: int) -> bool:
    """No link, no code and no edge of other type lies within the words."""
    if statement.links:
        return False
    return not any(
        (start < each.start < end or start < each.end < end)
        or (each.style in ("code", "maths") and each.start < end and start < each.end)
        for each in statement.emphasis
    )


def _replaced(statement: Statement, start: int, end: int, word: str) -> Statement:
    if start == 0:
        word = word[:1].upper() + word[1:]
    grown = len(word) - (end - start)
    moved: Callable[[int], int] = lambda at: at + grown if at >= end else at  # noqa: E731 - two uses below
    emphasis = tuple(
        replace(each, start=moved(each.start), end=moved(each.end)) for each in statement.emphasis
    )
    return replace(statement, text=_written(statement.text, start, end, word), emphasis=emphasis)


def _written(text: Text, start: int, end: int, word: str) -> Text:
    """A text with other words at a place; they stand where the old ones did."""
    own = text.places[start] if start < len(text.places) else text.end
    middle = Text(word, (own,) * len(word))
    return Text.join((text[:start], middle, text[end:]), "")
