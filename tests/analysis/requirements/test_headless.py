"""Lists whose headings say nothing known."""

from __future__ import annotations

import pytest

from standout.readers import posting

HEAD = "Data Engineer\n\nRequirements\n- Two years of SQL\n- Python\n\n"


def levels(text: str) -> dict[str, str]:
    found = posting.read(text.encode(), "job.txt").posting.requirements
    return {each.text.value: each.level.value for each in found if not each.negated}


@pytest.mark.parametrize("heading", ["The sprinkles", "Gold dust", "Confetti if you"])
def test_a_second_list_that_asks_is_of_wishes(heading: str) -> None:
    found = levels(f"{HEAD}{heading}\n- Kafka in production\n- Experience with Terraform\n")
    assert found["Python"] == "required"
    assert found["Kafka in production"] == found["Experience with Terraform"] == "preferred"


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("The sprinkles", ["30 days of holiday", "SQL training budget"]),
        ("The daily grind", ["Build Kafka topologies", "Maintain Python services"]),
        ("Look elsewhere if you", ["want to write Java", "need Kubernetes"]),
    ],
)
def test_what_is_given_done_or_refused_is_not_asked_for(heading: str, items: list[str]) -> None:
    lines = "".join(f"- {each}\n" for each in items)
    assert set(levels(f"{HEAD}{heading}\n{lines}")) == {"Two years of SQL", "Python"}


def test_conditions_are_required_where_nothing_was_before() -> None:
    found = levels("Data Engineer\n\nCome aboard if you\n- enjoy SQL\n- like dull dashboards\n")
    assert set(found.values()) == {"required"}
    assert len(found) == 2


@pytest.mark.parametrize(
    "line",
    [
        "No knowledge of ML needed", "No prior ML experience necessary", "ML knowledge not needed",
        "You needn't know machine learning", "No machine learning experience expected",
        "Experience with Kafka is not assumed", "You won't need any Kubernetes",
        "Neither Scala nor Java is required", "No need to know Java", "We'll teach you dbt",
        "without knowledge of Java", "Knowledge of Terraform is unnecessary", "No PhD required",
    ],
)  # fmt: skip
def test_what_is_waived_is_no_demand(line: str) -> None:
    text = f"Data Engineer\n\nRequirements\n- {line}\n"
    found = posting.read(text.encode(), "job.txt").posting.requirements
    assert all(each.negated for each in found)


@pytest.mark.parametrize(
    "line", ["No less than five years of experience with Java", "No criminal record"]
)
def test_a_demand_may_begin_with_no(line: str) -> None:
    assert levels(f"Data Engineer\n\nRequirements\n- {line}\n")
