"""Terms of a trade that no vocabulary lists."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.analysis.requirements.terms import normalised, open_terms
from standout.vocabulary import skills


def terms(line: str) -> list[str]:
    return [each.skill.id for each in open_terms(line, skills.find(line))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Experience with gravimetric inversion", ["gravimetric inversion"]),
        ("Knowledge of dendrology and kiln chemistry", ["dendrology", "kiln chemistry"]),
        ("Familiarity with Quorvex or Tallowmap", ["quorvex", "tallowmap"]),
        ("Background in tariff regulation, grid codes", ["tariff regulation", "grid code"]),
        ("You have shipped hull drag pricing", ["hull drag pricing"]),
        ("Hands-on with QXPCONF and HelioDB", ["qxpconf", "heliodb"]),
        ("Kiln telemetry, ore grading algorithms", ["kiln telemetry", "ore grading algorithm"]),
        ("Proficiency in modern beamline optics systems", ["beamline optics system"]),
    ],
)
def test_a_term_is_told_by_its_place_its_head_or_its_looks(line: str, expected: list[str]) -> None:
    assert terms(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Strong communication skills and attention to detail",
        "Experience in a fast-paced startup environment",
        "5+ years of professional experience",
        "A bachelor's degree or equivalent experience",
        "Comfortable working with stakeholders across the company",
        "Willingness to travel to our offices in Berlin and the US",
        "An understanding of the importance of deadlines",
        "You're a self-starter with a growth mindset",
        "Passion for learning and an eye for quality",
        "Ability to explain results to customers",
        "Sehr gute Kenntnisse in der Entwicklung",
        "Experience working with cross-functional teams",
    ],
)
def test_what_any_job_asks_for_is_no_term(line: str) -> None:
    assert terms(line) == []


def test_what_the_vocabulary_knows_is_left_to_it() -> None:
    assert terms("Experience with PyTorch, Kafka and machine learning") == []
    assert terms("Experience with Kafka topology design") == ["topology design"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Grid  Codes", "grid code"), ("analyses", "analysis"), ("Kiln Physics", "kiln physics"),
        ("batteries", "battery"), ("ore processes", "ore process"), ("mesh boxes", "mesh box"),
    ],
)  # fmt: skip
def test_a_term_is_itself_in_any_number_and_case(words: str, expected: str) -> None:
    assert normalised(words) == expected


@given(st.text(st.sampled_from("aAbz 9-.,/’'and with knowledge of TRX systems"), max_size=200))
def test_terms_stand_in_order_and_apart_from_known_skills(line: str) -> None:
    known = skills.find(line)
    found = open_terms(line, known)
    spans = sorted((each.start, each.end) for each in (*known, *found))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert all(line[each.start : each.end] == each.alias for each in found)
