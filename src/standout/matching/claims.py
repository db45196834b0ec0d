"""What a profile claims, line by line: which skill, where, how strongly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from standout.analysis.statement import analyse
from standout.matching.settings import MatchSettings
from standout.matching.stems import stems
from standout.model import DateRange, Entry, Resume, Section, SectionKind, Statement
from standout.patterns import regex
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import families, skills
from standout.vocabulary.skills import Zone

K = SectionKind
PROJECTS = (K.PROJECTS, K.OPEN_SOURCE, K.COMPETITIONS)
STUDIES = (
    K.EDUCATION, K.TEACHING, K.TALKS, K.POSTS, K.AWARDS, K.CERTIFICATES, K.COURSES, K.VOLUNTEER,
)  # fmt: skip
_BY_SECTION = {K.OPEN_SOURCE: ("open-source",)}
"""What the entries of a section show by standing there."""
_NO_CLAIMS = (K.REFERENCES, K.LANGUAGES, K.INTERESTS)
_TO_CANDIDATES = regex(
    r"\byou(?:['’](?:ll|re|ve|d)|\s(?:will|are|have|can|should|must|would|may|bring|love|know|want))\b"
    r"|\byour\s(?:role|team|profile|background|experience|career|application|responsibilities)\b"
    r"|\bwe(?:['’]re)?\s(?:are|offer|believe|value|welcome|encourage|celebrate|provide|looking|seek)\b"
    r"|\bour\s(?:mission|values|culture|benefits|employees|company)\b"
    r"|\bequal[- ]opportunity\b|\bapplicants?\s(?:will|must|should|for)\b|\bjoin\s(?:us|our)\b"
    r"|\bthe (?:ideal|successful) candidate\b"
    r"|\b(?:no|without) (?:experience|knowledge) (?:with|of|in)\b",
    re.IGNORECASE,
)
"""Who is spoken to is not the one who speaks: words of an advertisement prove nothing."""
_ADVERTISED, _ADVERTISED_DATED = 2, 6
"""Lines to candidates from which on a text is an advertisement, and one with a dated entry."""


@frozen
class Claim:
    """A skill named by a line at `[start, end)`. `entry` counts the profile's entries, -1: none."""

    skill: str
    text: Text
    start: int
    end: int
    where: str
    strength: int
    entry: int = -1
    evidence: tuple[Text, ...] = ()


@frozen
class Said:
    """A line and how strongly it shows what it says."""

    text: Text
    where: str
    strength: int
    evidence: tuple[Text, ...] = ()


@frozen
class _Line:
    text: Text
    zone: Zone
    strength: int
    evidence: tuple[Text, ...] = ()


def claims_of(resume: Resume, today: date, settings: MatchSettings) -> Iterator[Claim]:
    """Every claim of a profile in its order."""
    number = 0
    for section in resume.sections:
        if section.kind in _NO_CLAIMS:
            continue
        for line in _loose(section, settings):
            yield from _named_in(line, section.kind.value, -1)
        for entry in section.entries:
            for line in _of_entry(entry, section.kind, today, settings):
                yield from _named_in(line, section.kind.value, number)
            yield from _by_title(entry, section.kind, number, today, settings)
            number += 1


def said_of(resume: Resume, today: date, settings: MatchSettings) -> Iterator[Said]:
    """Every line of a profile, whatever it names.

    Employers' names count as a mention, since they say in which trade one has worked.
    """
    for section in resume.sections:
        if section.kind in _NO_CLAIMS:
            continue
        lines = list(_loose(section, settings))
        for entry in section.entries:
            lines += _of_entry(entry, section.kind, today, settings)
            if entry.organization is not None:
                lines.append(_Line(entry.organization, "prose", settings.mentioned))
        for line in lines:
            if not _TO_CANDIDATES.search(line.text.value):
                yield Said(line.text, section.kind.value, line.strength, line.evidence)


def words_of(said: Iterable[Said], settings: MatchSettings) -> dict[str, int]:
    """The words of a profile's lines without their endings, and how strongly all of them show each.

    What is said twice in the same words is said once.
    """
    lines: dict[str, int] = {}
    for each in said:
        lines[each.text.value] = max(lines.get(each.text.value, 0), each.strength)
    found: Counter[str] = Counter()
    for line, strength in lines.items():
        for stem in stems(line):
            found[stem] += strength
    return {stem: together(strength, settings) for stem, strength in found.items()}


def tasks_of(claims: Iterable[Claim], settings: MatchSettings) -> dict[str, int]:
    """The skills of a profile, with what they imply, and how strongly all lines show each."""
    lines: dict[tuple[str, str], int] = {}
    for each in claims:
        own = (each.skill, each.strength)
        broader = each.strength * settings.implied // 100
        for skill, strength in (own, *((b, broader) for b in skills.implied(each.skill))):
            key = skill, each.text.value
            lines[key] = max(lines.get(key, 0), strength)
    found: Counter[str] = Counter()
    for (skill, _), strength in lines.items():
        found[skill] += strength
    return {skill: together(strength, settings) for skill, strength in found.items()}


def together(strength: int, settings: MatchSettings) -> int:
    """What the lines that say something show of it, 0 to 100: it saturates."""
    return 100 * strength // (strength + settings.half) if strength else 0


def is_profile(resume: Resume) -> bool:
    """Say whether there is an entry or a skill: any other text is nobody's profile.

    Nor is an advertisement, whatever it lists: it speaks to candidates, and dates next to nothing.
    """
    if not any(section.entries or section.skills for section in resume.sections):
        return False
    dated = any(entry.dates is not None for _, entry in entries_of(resume))
    spoken = sum(1 for each in resume.texts() if _TO_CANDIDATES.search(each.value))
    return spoken < (_ADVERTISED_DATED if dated else _ADVERTISED)


def entries_of(resume: Resume) -> Iterator[tuple[SectionKind, Entry]]:
    """The entries in the order in which claims count them."""
    for section in resume.sections:
        if section.kind not in _NO_CLAIMS:
            yield from ((section.kind, entry) for entry in section.entries)


def _loose(section: Section, settings: MatchSettings) -> Iterator[_Line]:
    listed = section.kind is K.SKILLS
    for group in section.skills:
        strength = settings.listed if listed else settings.mentioned
        yield from (_Line(item, "list", strength) for item in group.items)
        if group.name is not None:
            yield _Line(group.name, "prose", settings.mentioned)
    strength = settings.listed if listed else settings.mentioned
    zone: Zone = "list" if listed else "prose"
    yield from (_Line(each.text, zone, strength) for each in section.statements)


def _of_entry(
    entry: Entry, kind: SectionKind, today: date, settings: MatchSettings
) -> Iterator[_Line]:
    share = _share(kind, settings) * freshness(entry.dates, today, settings) // 100
    for statement in entry.statements:
        rung = _rung(statement, settings) * share // 100
        evidence = (*statement.evidence, *entry.evidence)
        backed = settings.evidence if evidence or statement.links or entry.links else 0
        yield _Line(statement.text, "prose", min(100, rung + backed), evidence)
    named = settings.named * share // 100
    singles = (entry.title, entry.degree, entry.field, entry.venue)
    texts = (*(each for each in singles if each is not None), *entry.description, *entry.notes)
    yield from (_Line(each, "prose", named, entry.evidence) for each in texts)
    yield from (_Line(each, "list", named, entry.evidence) for each in entry.keywords)
    yield from (_Line(each, "list", settings.listed) for each in entry.courses)


def _by_title(
    entry: Entry, kind: SectionKind, number: int, today: date, settings: MatchSettings
) -> Iterator[Claim]:
    """Who was a data engineer has done data engineering, whatever the lines name."""
    if entry.title is None:
        return
    family = families.family_of(entry.title.value) if kind is K.EXPERIENCE else None
    proven = families.proven_by(family) if family else _BY_SECTION.get(kind, ())
    strength = settings.named * freshness(entry.dates, today, settings) // 100
    for skill in proven:
        length = len(entry.title)
        yield Claim(skill, entry.title, 0, length, kind.value, strength, number, entry.evidence)


def _named_in(line: _Line, where: str, entry: int) -> Iterator[Claim]:
    if _TO_CANDIDATES.search(line.text.value):
        return
    for each in skills.find(line.text.value, line.zone):
        yield Claim(
            each.skill.id, line.text, each.start, each.end, where, line.strength, entry,
            line.evidence,
        )  # fmt: skip


def _rung(statement: Statement, settings: MatchSettings) -> int:
    rungs = (
        settings.duty, settings.deed, settings.detailed, settings.result, settings.measured,
    )  # fmt: skip
    return rungs[analyse(statement.text.value).level]


def _share(kind: SectionKind, settings: MatchSettings) -> int:
    if kind is K.EXPERIENCE:
        return 100
    if kind in PROJECTS:
        return settings.projects
    if kind is K.PUBLICATIONS:
        return settings.publication
    return settings.studies if kind in STUDIES else settings.projects


def freshness(dates: DateRange | None, today: date, settings: MatchSettings) -> int:
    """Per cent of its strength that an entry's end leaves; all of it where no date is given."""
    if dates is None or dates.present or dates.end is None:
        return 100
    months = today.year * 12 + today.month - 1 - dates.end.last_month - settings.recent
    return max(settings.floor, 100 - settings.fading * max(0, -(-months // 12)))
