"""What a profile says of degrees, publications, languages, roles and formal matters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from standout.analysis.language import language
from standout.matching.experience import Months, months_of, total
from standout.matching.stems import stems
from standout.model import Entry, Resume, SectionKind
from standout.patterns import regex
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import degrees, families, fluency, skills

K = SectionKind
_STUDYING = regex(
    r"\b(?:candidate|student|in progress|pursuing|expected|ongoing|anticipated|enrolled)\b",
    re.IGNORECASE,
)
_SENIOR = regex(r"\b(?:senior|sr\.?|staff|principal|lead|head|director|vp|chief)\b", re.IGNORECASE)
_INTERN = regex(
    r"\b(?:intern|internship|trainee|praktikant\w*|werkstudent\w*|stagiaire|becari[oa])\b",
    re.IGNORECASE,
)
_FORMAL = regex(
    r"\b(?:visa|citizen(?:ship)?|nationality|work(?:ing)? permit|permanent residen(?:t|ce|cy)|"
    r"green card|clearance|sponsorship|right to work|authori[sz]ed to work|work authori[sz]ation|"
    r"arbeitserlaubnis|available (?:from|immediately)|notice period|relocat\w+"
    r"|willing to travel)\b",
    re.IGNORECASE,
)
_NEAR = 50
"""Per cent from which work in one family of roles is experience in another."""
_RECENT, _FADING, _FLOOR = 12, 8, 50
"""Months within which a role counts in full, per cent it loses each year, and what remains."""


@frozen
class HeldDegree:
    """A degree of the profile: rank, field, and whether it is still studied for."""

    text: Text
    rank: int
    field: str
    finished: bool


@frozen
class Spoken:
    """A language of the profile by vocabulary id; grade as in `fluency`, 0 for none stated."""

    text: Text
    language: str
    grade: int


@frozen
class Role:
    """A family of roles that the profile shows: `share` is 100 for one that was worked in."""

    text: Text
    family: str
    share: int


@frozen
class Job:
    """A job: its family of roles, the stems of its words, and its months."""

    text: Text
    family: str | None
    words: frozenset[str]
    months: Months | None


@frozen
class Standing:
    """What the profile states beside skills."""

    degrees: tuple[HeldDegree, ...]
    publications: tuple[tuple[Text, str], ...]
    """Each publication's line, and its venue in plain words."""
    languages: tuple[Spoken, ...]
    written_in: frozenset[str]
    """The languages of its statements, by vocabulary id."""
    roles: tuple[Role, ...]
    formal: tuple[Text, ...]
    """Lines about permits, clearances and availability."""
    jobs: tuple[Job, ...]
    doctorate: Months | None = None
    """The months of a doctorate, which are work where research is the trade."""

    def step_in(self, family: str | None) -> int:
        """The seniority in a family of roles, 0 (none yet) to 4; among all jobs for None.

        Who has worked in other trades alone is no beginner, and no more than that in this one.
        """
        own = [each for each in self.jobs if _is_near(each.family, family)]
        grown = [each for each in own if not _INTERN.search(each.text.value)]
        research = self.doctorate is not None and (
            family is None or families.nearness("research-scientist", family) >= _NEAR
        )
        months = [each.months for each in own if each.months is not None]
        if research and self.doctorate is not None:
            months.append(self.doctorate)
        years = total(months) // 12
        if not grown and not research:
            return 1 if years >= 2 or (self.jobs and not own) else 0
        by_years = 1 if years < 2 else 2 if years < 5 else 3 if years < 10 else 4
        return max(by_years, 3 if any(_SENIOR.search(each.text.value) for each in grown) else 0)

    def worked(self, jobs: Iterable[Job]) -> int:
        """The months of some jobs, those that overlap once."""
        return total(each.months for each in jobs if each.months is not None)


def standing_of(resume: Resume, today: date) -> Standing:
    """Gather it from the sections where it belongs."""
    jobs = [entry for section in resume.of_kind(K.EXPERIENCE) for entry in section.entries]
    known = tuple(_job(each, today) for each in jobs)
    return Standing(
        degrees=tuple(_degrees(resume, today)),
        publications=tuple(_publications(resume)),
        languages=tuple(_languages(resume)),
        written_in=_written_in(resume),
        roles=tuple(_roles(resume, jobs, today)),
        formal=tuple(_formal(resume)),
        jobs=known,
        doctorate=_doctorate(resume, today),
    )


def _is_near(own: str | None, family: str | None) -> bool:
    return family is None or (own is not None and families.nearness(own, family) >= _NEAR)


def _doctorate(resume: Resume, today: date) -> Months | None:
    for section in resume.of_kind(K.EDUCATION):
        for entry in section.entries:
            named = [each for each in (entry.degree, entry.title) if each is not None]
            if any(degrees.rank_of(each.value) == 3 for each in named):
                return months_of(entry.dates, today)
    return None


def _job(entry: Entry, today: date) -> Job:
    title = entry.title or next(entry.texts(), Text("", ()))
    words = frozenset[str]().union(*(stems(each.value) for each in entry.texts()))
    return Job(title, families.family_of(title.value), words, months_of(entry.dates, today))


def _degrees(resume: Resume, today: date) -> Iterator[HeldDegree]:
    now = today.year * 12 + today.month - 1
    for section in resume.of_kind(K.EDUCATION):
        for entry in section.entries:
            named = [each for each in (entry.degree, entry.title, entry.field) if each is not None]
            rank = max((degrees.rank_of(each.value) for each in named), default=0)
            if not rank:
                continue
            words = " ".join(each.value for each in named)
            dates = entry.dates
            open_ended = dates is not None and (
                dates.present or (dates.end is not None and dates.end.first_month > now)
            )
            asked = f"{words} {dates.text.value}" if dates else words
            field = entry.field.value if entry.field else words
            yield HeldDegree(named[0], rank, field, not (open_ended or _STUDYING.search(asked)))


def _publications(resume: Resume) -> Iterator[tuple[Text, str]]:
    for section in resume.of_kind(K.PUBLICATIONS):
        for entry in section.entries:
            line = entry.title or next(entry.texts(), None)
            if line is not None:
                yield line, " ".join(each.value for each in entry.texts())
        for statement in section.statements:
            yield statement.text, statement.text.value


def _languages(resume: Resume) -> Iterator[Spoken]:
    for section in resume.sections:
        for group in section.skills:
            level = group.level.value if group.level else ""
            for item in group.items:
                yield from _spoken(item, item.value, level)
        if section.kind is K.LANGUAGES:
            for statement in section.statements:
                yield from _spoken(statement.text, statement.text.value)
            for entry in section.entries:
                if entry.title is not None:
                    words = " ".join(each.value for each in entry.texts())
                    yield from _spoken(entry.title, entry.title.value, words)


def _spoken(text: Text, words: str, level: str = "") -> Iterator[Spoken]:
    found = [each for each in skills.find(words, "list") if each.skill.kind == "natural-language"]
    for at, each in enumerate(found):
        stop = found[at + 1].start if at + 1 < len(found) else len(words)
        said = f"{words[each.end : stop]} {level}"
        yield Spoken(text, each.skill.id, fluency.grade_of(said))


_CODES = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian",
          "nl": "dutch", "pt": "portuguese"}  # fmt: skip


def _written_in(resume: Resume) -> frozenset[str]:
    codes = {language(each.text.value[:1000]) for each in resume.statements()}
    return frozenset(_CODES[each] for each in codes if each in _CODES)


def _roles(resume: Resume, jobs: list[Entry], today: date) -> Iterator[Role]:
    for entry in jobs:
        family = families.family_of(entry.title.value) if entry.title else None
        if entry.title is not None and family is not None:
            yield Role(entry.title, family, _freshness(entry, today))
    headline = resume.basics.headline
    family = families.family_of(headline.value) if headline else None
    if headline is not None and family is not None:
        yield Role(headline, family, 80)
    for section in resume.of_kind(K.EDUCATION):
        for entry in section.entries:
            for text in (entry.degree, entry.title):
                if text is not None and degrees.rank_of(text.value) == 3:
                    yield Role(text, "research-scientist", 80)


def _formal(resume: Resume) -> Iterator[Text]:
    basics = resume.basics
    loose = [
        each.text
        for section in resume.of_kind(K.SUMMARY, K.OTHER)
        for each in section.all_statements()
    ]
    for text in (*basics.personal, *basics.notes, *loose):
        if _FORMAL.search(text.value):
            yield text


def _freshness(entry: Entry, today: date) -> int:
    """Per cent that a role counts: one that was left long ago is less of a trade still held."""
    months = months_of(entry.dates, today)
    since = today.year * 12 + today.month - months[1] if months is not None else 0
    return max(_FLOOR, 100 - _FADING * max(0, (since - _RECENT) // 12))
