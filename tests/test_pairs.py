"""Pairs of a bad resume and a good one: every bad one must come out heavier than every good one.

`tests/pairs/<name>.bad.*` and `<name>.good.*` show the same trap twice, fallen into and avoided.
Some good ones stand alone: ways of being good that no trap belongs to.
Typst sources are judged as the PDFs they make. All persons are invented.
"""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import pytest

from standout import api
from standout.diagnostic import Fix, Severity
from standout.rules.settings import PRESETS
from tests.checking import fixture

INDUSTRY = PRESETS["industry"]
TODAY = datetime.date(2026, 1, 15)
PAIRS = Path(__file__).parent / "pairs"
BAD = sorted(PAIRS.glob("*.bad.*"))
GOOD = sorted(PAIRS.glob("*.good.*"))
PRESET = {
    "course-list.good.yaml": "new-grad",
    "research.good.yaml": "research",
    "graduate.good.typ": "new-grad",
    "researcher.good.typ": "research",
    "white-text.good.typ": "research",
}

# A part of each line that anybody would laugh at or cross out.
JOKES = {
    "joke.bad.md": (
        "can-do attitude",
        "- Internet",
        "- Microsoft Word",
        "- E-mail",
        "(beginner)",
        "100% passion",
        "coffee machine",
        "30 meetings per week",
        "Tried to learn",
        "Watching films",
        "available upon request",
    ),
    "duty-list.bad.md": (
        "the data warehouse",
        "Duties included",
        "Tasked with",
        "In charge of",
        "on dashboards",
        "Involved in",
        "code reviews",
        "### Junior Developer",
        "Helped with",
        "documentation",
    ),
    "undervalued.bad.yaml": ("Python (", "knowledge of SQL", "with PyTorch", "a little", "Just"),
    "padded-numbers.bad.yaml": (
        "37.482 %",
        "250 %",
        "83.917 %",
        "110 % commitment",
        "60 e-mails",
        "lines of code",
        "4 managers",
        "GPA 2.91",
    ),
    "vanity.bad.yaml": (
        "guru and 10x",
        "Date of birth",
        "Marital",
        "Python 95 %",
        "99 %",
        "- Windows",
        "lines of code",
        "200 meetings",
        "followers",
        "certificates",
        "Fast cars",
    ),
    "summary.bad.md": ("Hard-working", "responsible for", "My work", "We prepared", "Football"),
    "contradictions.bad.yaml": ("20 years", "70 % reduction", "everything"),
    "all-bold.bad.md": ("**Built", "**Responsible", "GREAT NEW", "**Participated"),
    "keyword-list.bad.txt": ("on machine learning", "with Python", "Responsible for"),
    "course-list.bad.yaml": ("Linear algebra", "High School", "goal of this", "Worked on"),
    "no-dates.bad.md": ("Scientist, Example", "Analyst, Example", "Intern, Example"),
    "research.bad.md": (
        "A survey",
        "Experiments were",
        "94.3271 %",
        "Our model",
        "Relevant coursework",
        "Gymnasium",
        "familiar with",
    ),
    "plain.bad.txt": ("(basic)", "different tasks", "for the data", "Tried", "a little bit"),
    "buzzwords.bad.txt": ("Dynamic", "Leveraged"),
    "joke-page.bad.typ": (
        "AI Ninja",
        "chad.420.swag",
        "over 9000 years",
        "Managed 37",
        "team synergy",
        "400 meetings",
        "lines of code",
        "Responsible for",
        "years of ChatGPT",
        "Netflix",
    ),
    "white-text.bad.typ": (
        "Machine learning, deep",
        "AWS, Docker",
        "NLP, Transformers",
        "Python, R, SQL",
        "PhD Stanford",
    ),
    "graduate.bad.md": (
        "Aspiring",
        "Relevant coursework",
        "by Andrew Ng",
        "Used machine",
        "82% accuracy",
        "Implemented a CNN",
        "Communication",
    ),
    "duties.bad.yaml": (
        "Responsible for",
        "Duties include",
        "Working with",
        "Maintaining",
        "Participation in",
        "Support of",
        "Development of",
        "Bug fixing",
        "Assisted",
        "Was involved",
    ),
    "big-words.bad.md": (
        "Dynamic, results",
        "Spearheaded",
        "Leveraged",
        "fostered a culture",
        "Orchestrated",
        "Significantly",
        "Utilized",
        "Worked closely",
        "Leadership,",
    ),
    "modest.bad.txt": (
        "Married",
        "To obtain",
        "Python ★",
        "SQL ●",
        "C++ (",
        "Basic knowledge",
        "A little",
        "Some experience",
        "MS Office",
        "Just helped",
        "Tried to",
        "Assisted the",
        "Learned a lot",
        "GPA 2.7",
        "High School Diploma",
        "Reading,",
        "References",
    ),
}
LINES = [(name, part) for name, parts in JOKES.items() for part in parts]


@cache
def checked(path: Path) -> api.Report:
    """A pair's file as the default settings judge it, or those its applicant would choose."""
    settings = PRESETS[PRESET.get(path.name, "industry")]
    return api.check(*fixture(path), api.Case(settings, TODAY))


def weight(path: Path) -> tuple[int, int, int]:
    """Errors, warnings and notes: compared in this order."""
    found = [each.severity for each in checked(path).diagnostics]
    errors, warnings, notes = (found.count(each) for each in Severity)
    return errors, warnings, notes


def test_there_are_a_dozen_pairs() -> None:
    """The law below sees something."""
    assert len(BAD) >= 12
    assert {path.name.split(".")[0] for path in BAD} <= {path.name.split(".")[0] for path in GOOD}


@pytest.mark.parametrize("good", GOOD, ids=lambda path: path.name)
def test_a_good_resume_is_nearly_clean(good: Path) -> None:
    """At most three findings, none of them an error."""
    found = [(each.code, each.message) for each in checked(good).diagnostics]
    assert weight(good)[0] == 0, found
    assert len(found) <= 3, found


@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.name)
def test_a_bad_resume_is_heavier_than_every_good_one(bad: Path) -> None:
    """More findings, and heavier ones."""
    for good in GOOD:
        assert weight(bad) > weight(good), good.name
        assert sum(weight(bad)) > sum(weight(good)), good.name


@pytest.mark.parametrize(("name", "part"), LINES, ids=[f"{n}-{p}" for n, p in LINES])
def test_each_joke_is_found_in_its_line(name: str, part: str) -> None:
    """Some finding lies wholly within the line of each joke."""
    report = checked(PAIRS / name)
    source = report.reading.source
    at = source.text.index(part)
    line = source.line_column(at)[0]
    places = [source.location(each.span) for each in report.diagnostics]
    assert any(place.line == line == place.end_line for place in places)


@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.name)
def test_each_edit_takes_its_finding_away(bad: Path) -> None:
    """Nothing breaks, and the same words are no longer complained of."""
    report = checked(bad)
    before = [each.code for each in report.diagnostics]
    for each in report.diagnostics:
        if each.fix and each.fix.edits:
            text = edited(report.reading.source.text, each.fix)
            codes = [
                d.code
                for d in api.check(text.encode(), bad.name, api.Case(INDUSTRY, TODAY)).diagnostics
            ]
            assert codes.count(each.code) < before.count(each.code), text
            assert not any(code.startswith("DOC") for code in codes), text


def edited(text: str, fix: Fix) -> str:
    """The text after all edits of a fix."""
    for edit in sorted(fix.edits, key=lambda each: each.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text
