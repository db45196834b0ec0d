"""The interview sheet: what backs each line, what may be asked, gaps, and nothing invented."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from standout import api, matching
from standout.model import SectionKind
from standout.model.evidence import Evidence, Verification
from standout.tailoring.interview import Interview, as_markdown, interview
from standout.tailoring.questions import MOST, Asker
from standout.tailoring.work import work_of
from standout.vocabulary import skills

PROFILES = sorted((Path(api.__file__).parent.parent / "examples" / "profiles").glob("*.yaml"))
POSTING = """\
Machine Learning Engineer, Search

Harbourlight Books

What you'll do
- Train rankers on the clicks of 4 million readers
- Own the retrieval service in Rust, from index to pager

Requirements
- Experience with PyTorch
- Terraform in production
- Fluent Mandarin
- 3+ years of experience with Kubernetes

Nice to have
- Publications at SIGIR

We offer health insurance, 30 days of vacation and free lunch.
"""


def sheet(path: Path, posting: str = POSTING) -> Interview:
    """The sheet of an example profile, all of it printed."""
    reading = api.read(path.read_bytes(), path.name)
    (found,) = api.read_postings(posting.encode(), "job.txt")
    index = matching.profile_index(reading.resume, date(2026, 1, 1))
    match = matching.match(index, found.posting)
    return interview(reading.resume, match, found.posting, found.source.text)


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_nothing_is_invented(path: Path) -> None:
    """Every number, and every name inside a line, stands in the profile or in the posting.

    A skill may bear the vocabulary's name: 'Chinese' for 'Mandarin'.
    """
    page = as_markdown(sheet(path))
    known = api.read(path.read_bytes(), path.name)
    words = POSTING + path.read_text("utf-8") + "".join(t.value for t in known.resume.texts())
    words += " ".join(each.name for each in skills.all_skills())
    for number in re.findall(r"\d[\d.,]*\d|\d", page):
        assert number in words, number
    for name in re.findall(r"(?<=[a-z] )[A-Z][\w-]+", page):
        assert name.replace("\\", "") in words, name


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_each_line_has_two_to_four_questions_and_none_twice(path: Path) -> None:
    made = sheet(path)
    for each in made.statements:
        assert 2 <= len(each.questions) <= MOST, each.text
        assert len(set(each.questions)) == len(each.questions)
    asked = [each for backed in made.statements for each in backed.questions]
    assert len(set(asked)) > 0.6 * len(asked)


def test_the_missing_part_is_asked_first() -> None:
    asker = Asker()
    first, *_ = asker.questions("Built a large custom dataset", SectionKind.EXPERIENCE)
    assert "‘a large custom dataset’" in first


def test_questions_follow_what_is_claimed() -> None:
    asked = Asker().questions(
        "Cut the cloud bill from $9,000 to $2,500 a month by batching requests in Triton",
        SectionKind.EXPERIENCE,
    )
    assert any("$2,500" in each and "costs" in each for each in asked)
    assert any("batching requests" in each for each in asked)


def test_questions_take_turns() -> None:
    """Two lines of one kind are not asked the same four things."""
    asker = Asker()
    ask = "Cut latency from 90 to 40 ms by caching {} in Redis".format
    first = asker.questions(ask("users"), SectionKind.EXPERIENCE)
    second = asker.questions(ask("items"), SectionKind.EXPERIENCE)
    kinds = [{re.sub("“.*?”", "", each) for each in asked} for asked in (first, second)]
    assert kinds[0] != kinds[1]


def test_gaps_come_required_first_and_claim_nothing() -> None:
    path = next(each for each in PROFILES if each.stem == "data-analyst")
    gaps = sheet(path).gaps
    texts = [each.text for each in gaps]
    assert any("Terraform" in each for each in texts)
    assert any("Mandarin" in each for each in texts)
    levels = [each.required for each in gaps]
    assert levels == sorted(levels, reverse=True)
    assert all(each.advice for each in gaps if "years" in each.text or "Publications" in each.text)


def test_numbers_without_a_source_are_told() -> None:
    path = next(each for each in PROFILES if each.stem == "robotics")
    made = sheet(path)
    page = as_markdown(made)
    bare = [each for each in made.statements if each.numbers and not each.evidence]
    assert page.count("no source recorded") == len(bare) > 0


def test_the_work_is_quoted_and_boilerplate_is_not() -> None:
    (found,) = api.read_postings(POSTING.encode(), "job.txt")
    work = work_of(found.posting, found.source.text)
    assert "Train rankers on the clicks of 4 million readers" in work.sentences
    assert not any("insurance" in each or "PyTorch" in each for each in work.sentences)
    assert "Rust" in work.skills
    assert all("“" in each for each in work.ask)


def test_a_posting_that_says_nothing_gives_no_work() -> None:
    (found,) = api.read_postings(b"Requirements\n- Python\n", "job.txt")
    assert work_of(found.posting, found.source.text).sentences == ()


def test_marks_of_markdown_in_a_line_stay_words() -> None:
    written = b"projects:\n  - title: X\n    statements: ['Cut `a_b_c` \\*by\\* half with <b>']\n"
    reading = api.read(written, "p.yaml")
    (found,) = api.read_postings(POSTING.encode(), "job.txt")
    match = matching.match(matching.profile_index(reading.resume, date(2026, 1, 1)), found.posting)
    page = as_markdown(interview(reading.resume, match, found.posting, found.source.text))
    assert "a\\_b\\_c" in page
    assert "<b>" not in page.replace("\\<b\\>", "")


BACKED = """
standout: 1
basics: {name: Ines Valdemar}
skills: [{group: Tools, items: [Docker, PyTorch]}]
experience:
  - title: Data engineer
    organization: Northlight
    start: 2022-01
    end: present
    statements:
      - text: Brought the closing figures forward from 11:00 to 07:15 with dbt
        evidence: repository/closing
      - {text: Answered 12 requests a week of a five-year-old shop, evidence: of/another/kind}
"""


def test_evidence_says_what_it_is_and_where_it_is_kept() -> None:
    reading = api.read(BACKED.lstrip().encode(), "profile.yaml")
    (found,) = api.read_postings(POSTING.encode(), "job.txt")
    match = matching.match(matching.profile_index(reading.resume, date(2026, 1, 1)), found.posting)
    known = Evidence(
        "repository/closing", "merged_pr", "Closing in dbt", Verification.API, date="2025-03",
        url="https://example.org/closing",
    )  # fmt: skip
    made = interview(reading.resume, match, found.posting, "", [known])
    page = as_markdown(made)
    assert (
        "Source: merged pull request: Closing in dbt, 2025-03, https://example.org/closing "
        "(repository/closing)." in page
    )
    assert "Source: of/another/kind, which the ledger does not hold." in page
    assert made.statements[0].numbers == ("11:00", "07:15")
    assert made.statements[1].numbers == ("12 requests a week",)
    assert not any(
        "11:00 of" in each or "led to 11" in each for each in made.statements[0].questions
    )


def test_a_missing_skill_names_those_of_its_kind_and_the_unjudged_stand_apart() -> None:
    asked = "Data engineer\n\nRequirements\n- Kubernetes\n- Terraform\n- Ownership of your work\n"
    reading = api.read(BACKED.lstrip().encode(), "profile.yaml")
    (found,) = api.read_postings(asked.encode(), "job.txt")
    match = matching.match(matching.profile_index(reading.resume, date(2026, 1, 1)), found.posting)
    made = interview(reading.resume, match, found.posting, asked)
    kin = {each.text: each.kin for each in made.gaps}
    assert "Docker" in kin["Kubernetes"]
    assert "PyTorch" not in kin["Terraform"]
    left, right = as_markdown(made).split("## What only you can judge")
    assert "Kubernetes" in left
    assert "Ownership" in right.split("## What you say")[0]
