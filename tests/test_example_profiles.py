"""The example profiles that ship: complete, clean, unlike one another, and nobody's."""

from __future__ import annotations

import datetime
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import standout
from standout import api
from standout.model import Entry, Report, Resume, SectionKind, Statement
from standout.rules.base import Context
from standout.rules.settings import Settings
from standout.source import Text

FOLDER = Path(standout.__file__).parent / "examples" / "profiles"
TODAY = datetime.date(2026, 11, 22)
PRESETS = {"student": "new-grad", "phd-researcher": "research"}
"""What kind of resume a profile is written as, where it is not one for industry."""
DELIBERATE = {"senior-staff": ["STM011"]}
"""Findings that stay: a profile holds more deeds than a page shows, and here one job does."""
FOREIGN = {"german"}
"""The ladder reads English only."""
PROFILES = [
    "career-changer", "data-analyst", "german", "non-latin", "phd-researcher", "robotics",
    "self-taught", "senior-staff", "student",
]  # fmt: skip
EVERYWHERE = {
    SectionKind.SKILLS, SectionKind.EXPERIENCE, SectionKind.OPEN_SOURCE, SectionKind.TALKS,
    SectionKind.POSTS, SectionKind.AWARDS, SectionKind.EDUCATION, SectionKind.LANGUAGES,
}  # fmt: skip
SOMEWHERE = {
    SectionKind.PROJECTS, SectionKind.PUBLICATIONS, SectionKind.TEACHING,
    SectionKind.COMPETITIONS, SectionKind.CERTIFICATES, SectionKind.VOLUNTEER, SectionKind.OTHER,
}  # fmt: skip
UNWANTED = {SectionKind.SUMMARY, SectionKind.INTERESTS, SectionKind.COURSES, SectionKind.REFERENCES}
NOBODYS = re.compile(
    r"https://(?:[\w-]+\.)*example\.org(?:/|$)"
    r"|https://doi\.org/10\.5555/"
    r"|https://(?:www\.)?(?:github|linkedin|kaggle)\.com/\S*-example(?:/|$)"
)
"""Addresses of reserved names, of the test prefix of DOIs, and of handles marked as examples."""
SHARED_WORDS = 5
"""So many words in a row are a copied phrase."""

profiles = pytest.mark.parametrize("name", PROFILES)


@cache
def report(name: str) -> Report:
    """What the checker says of a profile."""
    settings = Settings(preset=PRESETS.get(name, "industry"))
    return api.check(
        (FOLDER / f"{name}.yaml").read_bytes(), f"{name}.yaml", api.Case(settings, TODAY)
    )


def resume(name: str) -> Resume:
    """The resume in a profile."""
    return report(name).reading.resume


def entries(name: str) -> list[Entry]:
    """The entries of a profile."""
    return [entry for section in resume(name).sections for entry in section.entries]


def statements(name: str) -> list[Statement]:
    """The statements of a profile."""
    return [each for section in resume(name).sections for each in section.all_statements()]


def test_every_shipped_profile_is_tested() -> None:
    """No file is forgotten."""
    assert sorted(path.stem for path in FOLDER.iterdir()) == PROFILES


@profiles
def test_it_reads_without_a_word(name: str) -> None:
    """All keys are known and all values are of their kind."""
    assert not report(name).reading.diagnostics


@profiles
def test_findings_are_deliberate(name: str) -> None:
    """Nothing is found but what is declared above, and none of that is heavy."""
    found = report(name).diagnostics
    assert [each.code for each in found] == DELIBERATE.get(name, [])
    assert all(each.severity.name == "INFO" for each in found)


@profiles
def test_there_is_more_than_a_page(name: str) -> None:
    """A page and a half at least, and not a book."""
    words = sum(len(text.value.split()) for text in resume(name).texts())
    assert 690 <= words <= 1000
    assert 20 <= len(statements(name)) <= 35


@profiles
def test_most_statements_name_a_result(name: str) -> None:
    """Six in ten reach the upper rungs; a few stay plain, as in life."""
    if name in FOREIGN:
        return
    context = Context(report(name).reading, Settings(), TODAY)
    strong = sum(context.analysis(each).level >= 3 for each in statements(name))
    assert 0.6 <= strong / len(statements(name)) < 1


@profiles
def test_sections(name: str) -> None:
    """The range of sections is used, without those that weaken a page."""
    kinds = {section.kind for section in resume(name).sections}
    assert kinds >= EVERYWHERE
    assert not kinds & UNWANTED
    assert len(kinds) >= 10


def test_sections_over_all() -> None:
    """Every kind of section that is worth its place is shown in some profile."""
    shown = {section.kind for name in PROFILES for section in resume(name).sections}
    assert shown >= EVERYWHERE | SOMEWHERE


@profiles
def test_header(name: str) -> None:
    """Whoever wants to answer can, and reaches nobody."""
    basics = resume(name).basics
    assert all((basics.name, basics.headline, basics.phone, basics.location))
    assert str(basics.email).endswith(".example.org")
    assert {"LinkedIn", "GitHub"} <= {each.network for each in basics.links}


@profiles
def test_addresses_are_nobodys(name: str) -> None:
    """No link and no evidence leads to a real person or firm."""
    assert not [each for each in addresses(name) if not NOBODYS.match(each)]


def addresses(name: str) -> Iterator[str]:
    """Every address of a profile, evidence included."""
    for link in resume(name).basics.links:
        yield link.url
    for entry in entries(name):
        yield from (link.url for link in entry.links)
        yield from (each.value for each in entry.evidence)
    for statement in statements(name):
        yield from (link.url for link in statement.links)
        yield from (each.value for each in statement.evidence)


@profiles
def test_evidence_and_tags(name: str) -> None:
    """Entries and statements carry both, and no tag selects a single thing."""
    told = [each.tags for each in entries(name)] + [each.tags for each in statements(name)]
    tags = Counter(tag.value for each in told for tag in each)
    assert len(tags) >= 3
    assert min(tags.values()) >= 2
    assert sum(bool(each.tags) for each in entries(name)) >= 10
    assert sum(bool(each.tags) for each in statements(name)) >= 10
    assert sum(bool(each.evidence) for each in entries(name)) >= 2
    assert sum(bool(each.evidence) for each in statements(name)) >= 5


@profiles
def test_dates(name: str) -> None:
    """Everything is dated to the month, in order, within a working life and not to come."""
    for entry in entries(name):
        assert entry.dates is not None, entry.title
        assert not entry.dates.vague
        first, last = entry.dates.start, entry.dates.end
        months = [(each.year, each.month) for each in (first, last) if each]
        assert months == sorted(months), entry.title
        assert all((2007, 1) <= each <= (TODAY.year, TODAY.month) for each in months)


@profiles
def test_emphasis_is_sparing(name: str) -> None:
    """Bold marks one to three results of the whole profile."""
    styles = Counter(run.style for each in statements(name) for run in each.emphasis)
    assert 1 <= styles["bold"] <= 3


@profiles
def test_no_mark_is_printed(name: str) -> None:
    """Marks stand in statements, where they are read, and not in titles."""
    assert not [str(text) for text in resume(name).texts() if re.search(r"[`*]|\]\(", text.value)]


def test_inline_marks_over_all() -> None:
    """Links, code and maths stand where they are natural."""
    styles = Counter(
        run.style for name in PROFILES for each in statements(name) for run in each.emphasis
    )
    assert styles["code"] >= 5
    assert styles["maths"] >= 3
    assert styles["italic"] >= 1
    assert sum(len(each.links) for name in PROFILES for each in statements(name)) >= 5


def test_money_is_not_maths() -> None:
    """Two prices in a statement stay prices."""
    assert not [
        run
        for name in ("senior-staff", "data-analyst", "student")
        for each in statements(name)
        for run in each.emphasis
        if run.style == "maths"
    ]


@pytest.mark.parametrize("pair", list(itertools.combinations(PROFILES, 2)), ids="-and-".join)
def test_no_profile_copies_another(pair: tuple[str, str]) -> None:
    """No phrase stands in two profiles, and no title and no tale either."""
    mine, theirs = (phrases(name) for name in pair)
    assert not mine & theirs


@cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """All runs of some words in what a profile tells."""
    told: list[Text] = [each.text for each in statements(name)]
    told += [text for entry in entries(name) for text in (entry.title, *entry.description) if text]
    runs: set[tuple[str, ...]] = set()
    for text in told:
        words = re.findall(r"[^\W_]+", text.value.lower())
        runs.update(
            tuple(words[at : at + SHARED_WORDS]) for at in range(len(words) + 1 - SHARED_WORDS)
        )
    return frozenset(runs)
