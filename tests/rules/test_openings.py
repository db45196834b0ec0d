"""Which one fault of an opening is told, and laws that hold for any statement."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.rules.opening import opening, opening_fault

FAULTS = [
    ("Responsible for the data pipeline", "duty", "Responsible for"),
    ("Was responsible for the data pipeline", "duty", "responsible for"),
    ("Duties included weekly reports", "duty", "Duties included"),
    ("Worked on fraud models", "duty", "Worked on"),
    ("Helped with the migration", "team", "Helped with"),
    ("Helped the team with tests", "team", "Helped the team with"),
    ("Helped build the parser", "team", "Helped"),
    ("Assisted in labelling", "team", "Assisted in"),
    ("Contributed to the ranking service", "team", "Contributed to"),
    ("Supported the research team with tests", "team", "Supported the research team with"),
    ("Part of the platform team that ran Kafka", "team", "Part of the platform team"),
    ("This project aims to predict rents", "weak", "This project aims"),
    ("There were three models to compare", "weak", "There were"),
    ("Tried several optimisers", "weak", "Tried"),
    ("A new model was trained every night", "passive", "was trained"),
    ("Dashboards were built for sales", "passive", "were built"),
]
SOUND = [
    "Built the data pipeline",
    "Responsible AI review of 40 models",
    "Helped 300 clinics to read scans in minutes",
    "Helped doctors find fractures twice as fast",
    "Contributed 14 merged pull requests to PyTorch",
    "Collaborated with clinicians to label 4,000 scans",
    "Supported Greek and Turkish in the tokenizer",
    "Thesis was awarded the faculty prize",
    "Paper was accepted at ICML",
    "Built a model that was deployed in 40 shops",
    "Attention kernels fused in CUDA",
    "Getting Started guide read by 9,000 users",
    "1st of 340 teams",
    "",
    "…",
]


@pytest.mark.parametrize(("text", "fault", "words"), FAULTS)
def test_one_fault_is_told(text: str, fault: str, words: str) -> None:
    """The kind of fault, and the smallest stretch that shows it."""
    found = opening_fault(text)
    assert found is not None
    kind, start, end = found
    assert (kind, text[start:end]) == (fault, words)


@pytest.mark.parametrize("text", SOUND)
def test_sound_openings_are_left_alone(text: str) -> None:
    """Deeds, ranks, names and honest passives."""
    assert opening_fault(text) is None


def test_labels_and_adverbs_are_no_opening() -> None:
    """The verb behind them is."""
    found = [opening(each) for each in ("Search: rebuilt the index", "Successfully built it")]
    assert [each and each.word for each in found] == ["rebuilt", "built"]


@given(st.text())
def test_offsets_lie_in_the_text(text: str) -> None:
    """For any text at all."""
    fault = opening_fault(text)
    first = opening(text)
    assert fault is None or 0 <= fault[1] <= fault[2] <= len(text)
    assert first is None or text[first.start : first.end] == first.word


@pytest.mark.parametrize("unit", ["a", "A ", "-", "'", "was ", "part of the ", "é'", ": "])
def test_hostile_statements_take_linear_time(unit: str) -> None:
    """A megabyte of the same thing is done at once."""
    begin = time.process_time()
    opening_fault(unit * (1_000_000 // len(unit)))
    assert time.process_time() - begin < 3
