"""What a line names by the way: titles, teams, classes behind their members."""

from __future__ import annotations

import pytest

from standout.analysis.requirements import lines
from standout.model.posting import Level


def sentence(line: str) -> set[str]:
    return {each.skill.id for each in lines.named(line)}


def item(line: str) -> set[str]:
    found = lines.stated(line, Level.REQUIRED, sure=True, item=True)
    return {each for one in found for way in one.ways for each in way}


@pytest.mark.parametrize(
    "line",
    [
        "As a Senior Python Developer you will sit in the harbour office",
        "You will join a DevOps team of six",
        "Talk to our Kubernetes engineers every day",
        "Keen to learn Kubernetes and DevOps here",
    ],
)
def test_titles_and_teams_ask_for_nothing(line: str) -> None:
    assert not sentence(line) & {"python", "devops", "kubernetes", "backend"}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Three years of experience as a Python developer", "python"),
        ("Experience leading a DevOps team", "devops"),
        ("A certificate such as the Kubernetes Administrator (certified)", "kubernetes"),
        ("Fluent Python, whatever engineers say of it", "python"),
        ("Work in an agile team", "agile"),
    ],
)
def test_what_somebody_did_or_knows_is_asked_for(line: str, skill: str) -> None:
    assert skill in sentence(line)


def test_an_item_may_begin_with_whom_it_asks_for() -> None:
    assert "java" in item("Senior Java developer, at home in large code bases")
    assert "java" not in item("You enjoy long walks with the Java developers upstairs")


def test_a_class_behind_its_member_adds_nothing() -> None:
    assert item("Python programming") == {"python"}
    assert "programming" in item("Programming, whatever the language")


def test_what_a_line_is_about_is_no_term() -> None:
    assert not sentence("TALVIX is a storage system in daily use")
    assert "talvix" in sentence("Knowledge of TALVIX")
