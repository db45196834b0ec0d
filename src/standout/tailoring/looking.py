"""Among pages of the same choice, the one whose required skills and best result are seen first.

The choice is made and worth the same in every order; only the order of skills, of their groups
and of the statements below an entry is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from standout.analysis.statement import analyse
from standout.glance import Wanted, exposure, wanted_skills
from standout.model import Entry, Match, Resume, Section, SectionKind, SkillGroup
from standout.model.exposure import LIKELY
from standout.readers import detect
from standout.source import Text
from standout.vocabulary import skills

SECONDS = 20
"""By when skills and the best result are to be seen."""
_HIGHEST = "L4"


def best_seen(resume: Resume, match: Match, pdf: Callable[[Resume], bytes], limit: int) -> Resume:
    """The order of a page that a first look sees most of; the given one where none is better.

    `pdf` sets a resume; an order that takes more than `limit` pages is none.
    """
    wanted = wanted_skills(match)
    seen = [(_seen(pdf(each), wanted, limit), each) for each in _orders(resume, wanted)]
    return max(seen, key=lambda pair: pair[0])[1]


def _seen(page: bytes, wanted: tuple[Wanted, ...], limit: int) -> tuple[int, float, float]:
    """Required skills that are likely seen, how likely the best result is, and the skills' sum."""
    reading = detect.read(page, "resume.pdf")
    if len(reading.pages) > limit:
        return (-1, 0.0, 0.0)
    found = exposure(reading.pages, reading.resume, wanted)
    shares = [each.sight.share(SECONDS) for each in found.skills]
    results = [each.sight.share(SECONDS) for each in found.results if each.name == _HIGHEST]
    return sum(each >= LIKELY for each in shares), max(results, default=0.0), sum(shares)


def _orders(resume: Resume, wanted: tuple[Wanted, ...]) -> Iterator[Resume]:
    """The resume as it is, then each order that differs from all before."""
    known: list[Resume] = []
    for by_skill in (resume, _mapped(resume, lambda each: _asked_first(each, wanted))):
        for each in (by_skill, _mapped(by_skill, _results_first)):
            if each not in known:
                known.append(each)
                yield each


def _mapped(resume: Resume, change: Callable[[Section], Section]) -> Resume:
    return replace(resume, sections=tuple(map(change, resume.sections)))


def _asked_first(section: Section, wanted: tuple[Wanted, ...]) -> Section:
    """The groups, and the skills in each, that are asked for before the others."""
    if section.kind is not SectionKind.SKILLS:
        return section

    def asked(item: Text) -> bool:
        found = skills.find(item.value, "list")
        return any(each.is_proven_by(mention.skill.id) for mention in found for each in wanted)

    def ordered(group: SkillGroup) -> SkillGroup:
        return replace(group, items=tuple(sorted(group.items, key=lambda item: not asked(item))))

    groups = sorted(section.skills, key=lambda group: -sum(map(asked, group.items)))
    return replace(section, skills=tuple(map(ordered, groups)))


def _results_first(section: Section) -> Section:
    """The statements with a result and its reference before the others of their entry."""

    def ordered(entry: Entry) -> Entry:
        said = sorted(entry.statements, key=lambda each: -analyse(each.text.value).level)
        return replace(entry, statements=tuple(said))

    return replace(section, entries=tuple(map(ordered, section.entries)))
