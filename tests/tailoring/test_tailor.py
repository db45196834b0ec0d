"""Tailored pages: full, of the limit's length, optimal, honest, and as the applicant marked."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace

import pytest

from standout import api
from standout.building.builder import checked
from standout.errors import BuildError
from standout.model import Answer, SectionKind, State
from standout.model.selection import Piece
from standout.reporters.tailored_facts import parts
from standout.selection.worth import heights, worth
from standout.tailoring.nothing_new import nothing_new
from standout.tailoring.tailor import Tailor, Tailored
from standout.tailoring.values import follows_of
from standout.writers.typesetting.themes import NAMES as THEMES
from tests.tailoring.pages import (
    BUILDER,
    NAMES,
    ROBOTS,
    example,
    posting,
    postings,
    printed,
    profile,
    tailored,
    wish,
)

QUICK = (
    ("robotics", "classic", "slam"),
    ("senior-staff", "compact", "search-ranking"),
    ("phd-researcher", "two-column", "post-training"),
    ("student", "modern", "nlp-junior"),
    ("german", "mono", "recsys-senior"),
    ("non-latin", "academic", "applied-llm"),
)


def _holds(page: Tailored) -> None:
    """The laws of any tailored page of a profile that has more than a page."""
    material, choosing = page.page.material, page.page.choosing
    assert page.built.pages == 1
    assert page.page.fill >= 0.92
    assert choosing.objective == choosing.bound == worth(material, choosing.chosen)
    assert not page.built.diagnostics


@pytest.mark.parametrize(("name", "theme", "job"), QUICK)
def test_a_page_is_full_exact_and_optimal(name: str, theme: str, job: str) -> None:
    page = tailored(example(name), postings()[job], wish(theme))
    _holds(page)
    assert not [each for each in checked(page.built).diagnostics if each.code < "BLD010"]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "theme"), list(itertools.product(NAMES, THEMES)))
def test_every_page_is_full_exact_and_optimal(name: str, theme: str) -> None:
    by = Tailor(example(name), wish(theme), BUILDER)
    for each in list(postings().values())[:20]:
        _holds(by.tailor(each))


def test_the_sum_of_the_heights_is_the_height_of_the_page() -> None:
    page = tailored(example("robotics"), posting(ROBOTS))
    taken = heights(page.page.material, page.page.choosing.chosen)[0]
    room = page.page.material.rooms[0]
    full = 1 - (room - taken) / 68_428  # hundredths of a point on this theme's page
    assert page.page.fill == pytest.approx(full, abs=0.002)


def test_two_postings_make_two_pages() -> None:
    by = Tailor(example("senior-staff"), wish(), BUILDER)
    first, second = (by.tailor(postings()[job]) for job in ("search-ranking", "rl-scientist"))
    assert set(printed(first)) != set(printed(second))


def test_the_same_posting_makes_the_same_bytes() -> None:
    first, second = (
        tailored(example("robotics"), posting(ROBOTS)).built.files["pdf"] for _ in range(2)
    )
    assert first == second


def test_a_larger_limit_gives_a_better_page_that_is_as_long() -> None:
    one, two = (
        tailored(example("robotics"), posting(ROBOTS), wish(pages=pages)) for pages in (1, 2)
    )
    assert (one.built.pages, two.built.pages) == (1, 2)
    assert two.page.choosing.objective >= one.page.choosing.objective
    assert two.page.fill >= 0.92


def test_skills_stand_on_top_and_education_last() -> None:
    page = tailored(example("robotics"), posting(ROBOTS))
    kinds = [each.kind for each in page.page.resume.sections]
    assert kinds[0] is SectionKind.SKILLS
    assert kinds[-1] is SectionKind.EDUCATION


def test_the_strongest_line_of_a_job_comes_first() -> None:
    page = tailored(example("robotics"), posting(ROBOTS))
    job = next(iter(page.page.resume.of_kind(SectionKind.EXPERIENCE))).entries[0]
    assert "Gazebo" in job.statements[0].text.value or "Isaac" in job.statements[0].text.value


def test_few_words_are_bold() -> None:
    for name, job in (("robotics", "slam"), ("senior-staff", "search-ranking")):
        page = tailored(example(name), postings()[job])
        statements = list(page.page.resume.statements())
        words = sum(len(each.text.value.split()) for each in statements)
        bold = 0
        for each in statements:
            marks = [one for one in each.emphasis if one.style == "bold"]
            assert len(marks) <= 3
            bold += sum(len(each.text.value[one.start : one.end].split()) for one in marks)
        assert 0 < bold <= 0.08 * words


SMALL = """
basics: {name: Ines Valdemar, email: ines@valdemar.example.org}
skills: [{group: Tools, items: [Python, k8s, SQL]}]
experience:
  - title: Data engineer
    organization: Northlight
    start: 2022-01
    end: present
    statements:
      - {text: Cut the nightly load from 9 to 2 hours with Spark, mark: MARK}
      - Moved 14 services to k8s, which halved the bill from 4 to 2 million a year
      - text: Answered questions of the sales team
        variants: {short: Answered sales}
education:
  - {degree: BSc, field: Computer Science, institution: University of Calder, end: 2021}
"""


def test_what_is_marked_never_is_not_printed() -> None:
    page = tailored(profile(SMALL.replace("MARK", "never")), posting(ROBOTS))
    assert not any("nightly" in each for each in printed(page))
    left = [each for each in api.selection(page).dropped if "nightly" in each.text.value]
    assert [each.reason for each in left] == ["marked `never`"]


def test_what_is_marked_must_is_printed_on_the_fullest_page() -> None:
    text = "\n".join(
        f"      - Lowered the latency of service {at} from {at + 90} to 40 ms in Python"
        for at in range(60)
    )
    grown = SMALL.replace("MARK", "must").replace("education:", f"{text}\neducation:")
    for mark, there in (("must", True), ("prefer", False)):
        page = tailored(profile(grown.replace("mark: must", f"mark: {mark}")), posting(ROBOTS))
        found = any("nightly" in each for each in printed(page))
        assert found or not there


def test_marks_that_do_not_fit_are_told() -> None:
    lines = "\n".join(
        f"      - {{text: Lowered the latency of service {at} by half in Python, mark: must}}"
        for at in range(90)
    )
    grown = SMALL.replace("MARK", "must").replace("education:", f"{lines}\neducation:")
    with pytest.raises(BuildError, match="`must`"):
        tailored(profile(grown), posting(ROBOTS))


def test_a_statement_longer_than_a_page_is_left_out() -> None:
    long = "Read " + "reports and " * 900 + "wrote none"
    text = SMALL.replace("MARK", "prefer").replace("Answered questions of the sales team", long)
    text = text.replace("variants: {short: Answered sales}", "tags: [long]")
    page = tailored(profile(text), posting(ROBOTS))
    assert not any("reports" in each for each in printed(page))
    only = profile(f"basics: {{name: Ines}}\nexperience:\n  - title: E\n    statements:\n"
                   f"      - {long}\n      - Cut costs by 5% in Python\n")  # fmt: skip
    assert printed(tailored(only, posting(ROBOTS))) == ["Cut costs by 5% in Python"]


def test_one_wording_of_a_statement_is_printed() -> None:
    page = tailored(profile(SMALL.replace("MARK", "prefer")), posting(ROBOTS))
    assert sum("Answered" in each for each in printed(page)) == 1


def test_a_small_profile_is_printed_whole() -> None:
    page = tailored(profile(SMALL.replace("MARK", "prefer")), posting(ROBOTS))
    assert len(printed(page)) == 3
    assert page.built.pages == 1


def test_their_words_replace_the_same_skill_only_when_asked() -> None:
    asked = posting("# Data engineer\n\n## Requirements\n- Kubernetes\n- SQL\n- Spark\n")
    reading = profile(SMALL.replace("MARK", "prefer"))
    own = tailored(reading, asked)
    theirs = tailored(reading, asked, wish(their_words=True))
    assert any("k8s" in each for each in printed(own))
    assert not any("Kubernetes" in each for each in printed(own))
    assert any("14 services to Kubernetes," in each for each in printed(theirs))
    assert not theirs.built.diagnostics


def test_a_word_that_the_profile_lacks_is_an_error() -> None:
    page = tailored(profile(SMALL.replace("MARK", "prefer")), posting(ROBOTS))
    by = Tailor(profile(SMALL.replace("MARK", "prefer")), wish(), BUILDER)
    sheet = by.ruler.sheet(page.page.resume)
    assert not nothing_new(sheet, sheet)
    found = nothing_new(replace(sheet, headline="Chief of 300 people"), sheet)
    assert {each.code for each in found} == {"EVD004"}
    assert {"chief", "300", "people"} <= {each.message.split("`")[1] for each in found}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_on_a_page_is_new(name: str) -> None:
    for job in ("search-ranking", "rl-scientist"):
        page = tailored(example(name), postings()[job], wish(their_words=True))
        assert not page.built.diagnostics


def test_a_dropped_job_leaves_no_gap_in_what_is_kept() -> None:
    worked = {(0, 0): (100, 200), (0, 1): (60, 99), (0, 2): (0, 40), (0, 3): (55, 60)}
    found = {each.block: set(each.others) for each in follows_of(worked, 6)}
    assert (0, 0) not in found  # nothing comes after the last
    assert found[0, 1] == {(0, 0)}
    assert found[0, 3] == {(0, 1)}
    assert found[0, 2] == {(0, 3)}  # fifteen months later, the next that there is


def test_old_jobs_are_kept_in_a_line_where_they_close_a_gap() -> None:
    jobs = "".join(
        f"""
  - title: Engineer {at}
    organization: Northlight {at}
    start: {2010 + 2 * at}-01
    end: {2011 + 2 * at}-12
    statements:
{lines}"""
        for at, lines in (
            (0, "".join(f"      - Cut costs of PyTorch job {nth} from 90 to 4 dollars a day\n"
                        for nth in range(30))),
            (1, "      - Attended meetings\n"),
            (2, "".join(f"      - Cut time of PyTorch job {nth} from 90 to 4 hours a day\n"
                        for nth in range(30))),
        )
    )  # fmt: skip
    text = f"basics: {{name: Ines Valdemar}}\nexperience:{jobs}"
    page = tailored(profile(text), posting("# ML engineer\n\n## Requirements\n- PyTorch\n- SQL\n"))
    titles = [
        entry.title.value
        for section in page.page.resume.sections
        for entry in section.entries
        if entry.title
    ]
    kept = {title.split(",")[0] for title in titles}
    assert "Engineer 2" in kept
    assert "Engineer 0" not in kept or "Engineer 1" in kept


def test_required_skills_are_proven_as_far_as_a_greedy_page_gets() -> None:
    for name, job in (("robotics", "slam"), ("self-taught", "applied-llm")):
        page = tailored(example(name), postings()[job])
        required = [
            each
            for each in page.match.answers
            if each.weight and each.state in (State.LITERAL, State.IMPLIED)
        ]
        proven = {at for each in api.selection(page).kept for at in each.proves}
        skills = [at for at, each in enumerate(page.match.answers)
                  if each in required and each.requirement.ways]  # fmt: skip
        assert set(skills) <= proven


def test_every_dropped_piece_has_a_reason_and_terms_add_up() -> None:
    found = api.selection(tailored(example("robotics"), posting(ROBOTS)))
    assert found.gap == 0
    assert sum(each.value for each in found.terms) == found.objective
    assert all(each.reason for each in found.dropped)
    assert any("would displace “" in each.reason for each in found.dropped)
    displaced = [each.reason for each in found.dropped if "displace “" in each.reason]
    kept = {" ".join(each.text.value.split())[:20] for each in found.kept
            if each.piece is Piece.STATEMENT}  # fmt: skip
    for each in displaced:
        assert each.split("“")[1][:20] in kept


def test_a_report_is_json_throughout() -> None:
    page = tailored(example("student"), posting(ROBOTS))
    found = api.selection(page)
    assert json.dumps([each.text.value for each in found.choices])
    assert {each.piece for each in found.kept} == set(Piece)


def test_a_demand_that_no_vocabulary_lists_is_named_by_its_words() -> None:
    page = tailored(profile(SMALL.replace("MARK", "prefer")), posting(ROBOTS))
    line = page.match.answers[0].requirement
    ways = (("zorvex pipelines",), ("sql",))
    answers = tuple(Answer(replace(line, ways=(way,)), State.ABSENT, 1, 0) for way in ways)
    assert parts(replace(page.match, answers=answers)) == ("zorvex pipelines", "SQL")


@pytest.mark.parametrize(
    ("line", "bold"),
    [
        (
            "Cut failed builds by 17 service trips a month with one sensor",
            "17 service trips a month",
        ),
        ("Raised throughput from 140 to 430 a second by caching", "140 to 430 a second"),
        ("Lowered the error by 12% on the second line of the plant", "12%"),
        ("Cut the delay to 15 N by adding the term", "15 N"),
        ("Brought the figures forward from 11:00 to 07:15 by a new chain", "11:00 to 07:15"),
    ],
)
def test_a_bold_number_has_its_noun(line: str, bold: str) -> None:
    text = f"basics: {{name: Ines}}\nexperience:\n  - title: E\n    statements:\n      - {line}\n"
    found = tailored(profile(text + "      - Wrote it all down, at length, for those who came later"
                             " and for those who had gone before, in every house\n" * 3),
                     posting(ROBOTS), wish(bold_share=50))  # fmt: skip
    statement = next(each for each in found.page.resume.statements() if each.text.value == line)
    assert [line[each.start : each.end] for each in statement.emphasis] == [bold]


def test_a_page_that_nothing_fills_leaves_nothing_out() -> None:
    lines = "\n".join(f"      - Cut service {at} from {at + 90} to 40 ms" for at in range(9))
    text = f"basics: {{name: Ines}}\nexperience:\n  - title: Engineer\n    statements:\n{lines}\n"
    page = tailored(profile(text), posting(ROBOTS))
    assert len(printed(page)) == 9
    assert page.page.choosing.yielded
    short = tailored(profile("\n".join(text.splitlines()[:5]) + "\n"), posting(ROBOTS))
    assert not short.page.choosing.yielded
