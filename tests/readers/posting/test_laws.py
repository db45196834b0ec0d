"""What holds of every posting, whatever it says."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standout.model.posting import PostingReading
from standout.readers import posting
from tests.postings.labelled import load

POSTINGS = load("first_look.txt") + load("second_look.txt")
NAMES = ("a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv")


def check_places(reading: PostingReading) -> None:
    end = len(reading.source.text)
    for each in reading.posting.requirements:
        span = each.text.span()
        assert 0 <= span.start < span.end <= end
        quoted = reading.source.text[span.start : span.end]
        assert set(each.text.value.split()) <= {*quoted.split(), *quoted.replace("*", "").split()}


@given(st.binary(max_size=400), st.sampled_from(NAMES))
@settings(deadline=None)
def test_readers_answer_for_any_bytes(content: bytes, name: str) -> None:
    readings = list(posting.read_all(content, name))
    assert readings or name.endswith((".jsonl", ".csv"))
    for each in readings:
        check_places(each)


@given(
    st.lists(st.sampled_from([row.text for each in POSTINGS for row in each.lines]), max_size=30),
    st.sampled_from(NAMES[:3]),
)
@settings(max_examples=60, deadline=None)
def test_requirements_quote_the_text(lines: list[str], name: str) -> None:
    check_places(posting.read("\n".join(lines).encode(), name))


@pytest.mark.parametrize("each", POSTINGS, ids=lambda each: each.name)
def test_pages_and_texts_are_quoted(each: object) -> None:
    assert hasattr(each, "text")
    assert hasattr(each, "markup")
    check_places(posting.read(each.text.encode(), "a.txt"))
    check_places(posting.read(each.markup.encode(), "a.html"))


@pytest.mark.parametrize("each", POSTINGS[:12], ids=lambda each: each.name)
def test_an_unrelated_line_changes_no_other_requirement(each: object) -> None:
    assert hasattr(each, "text")
    before = posting.read(each.text.encode(), "a.txt").posting.requirements
    extra = each.text + "\n\nBenefits\n- The canteen serves soup on Tuesdays.\n"
    after = posting.read(extra.encode(), "a.txt").posting.requirements
    said = [(one.text.value, one.level, one.demand, one.ways) for one in before]
    assert [(one.text.value, one.level, one.demand, one.ways) for one in after] == said


@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 200_000,
        "(" * 200_000,
        "Requirements:\n- " + "Python, " * 20_000,
        "Requirements:\n" + "- Python or\n" * 15_000,
        "Requirements:\n- " + "preferred (" * 15_000,
        "1 years " * 25_000,
        "$1 - " * 40_000,
        "Required: " * 20_000,
        "<ul><li>" * 20_000,
        "<p>" + "&lt;" * 50_000,
        "[" * 100_000,
        '{"a":' * 50_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_postings_are_read_in_time(hostile: str) -> None:
    began = time.process_time()
    list(posting.read_all(hostile.encode(), "a.txt"))
    list(posting.read_all(hostile.encode(), "a.html"))
    assert time.process_time() - began < 6
