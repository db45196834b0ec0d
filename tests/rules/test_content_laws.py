"""Laws of all content rules: total on any words, spans in the source, linear on hostile input."""

from __future__ import annotations

import datetime
import json
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standout import api
from standout.diagnostic import Applicability
from standout.rules import engine
from standout.rules.settings import PRESETS

TODAY = datetime.date(2026, 1, 15)
FAMILIES = ("SEC", "STM", "QNT", "EMP", "SLF", "OMT", "EVD")
RULES = tuple(each.code for each in engine.all_rules() if each.code.startswith(FAMILIES))
SETTINGS = replace(PRESETS["industry"], select=RULES)

WORDS = (
    "Built built Responsible for 40 % by 12 e-mails from to 3.1415 Python (beginner) **a** *b* "
    "2019 was trained I my we accuracy 4x latency ms $3M 15 years of PyTorch , . : ; — • 100% love"
)
words = st.sampled_from(WORDS.split())
statements = st.lists(st.lists(words, max_size=12).map(" ".join), max_size=6)


def profile(lines: list[str]) -> bytes:
    """A profile with the same lines in every place that a rule looks at."""
    entry = {"title": "Engineer", "organization": "Acme", "start": "2019-01", "statements": lines}
    return json.dumps(
        {
            "standout": 1,
            "basics": {"name": "Ada", "headline": " ".join(lines[:1]), "summary": " ".join(lines)},
            "skills": lines,
            "experience": [entry, entry],
            "education": [{"degree": "BSc", "grade": " ".join(lines[:1]), "end": "2018"}],
            "interests": lines,
        },
        ensure_ascii=False,
    ).encode()


def test_the_families_are_there() -> None:
    """The laws below see something."""
    assert len(RULES) >= 45


@settings(max_examples=60, deadline=None)
@given(statements)
def test_spans_lie_in_the_source_and_content_is_a_question(lines: list[str]) -> None:
    """A fix with an edit deletes or copies; it never states a fact."""
    report = api.check(profile(lines), "p.yaml", api.Case(SETTINGS, TODAY))
    source = report.reading.source.text
    for each in report.diagnostics:
        assert 0 <= each.span.start <= each.span.end <= len(source)
        assert each.message == each.message.strip(". ")
        if each.fix and each.fix.applicability is not Applicability.FILL_IN:
            assert all(not edit.replacement.strip("0123456789") for edit in each.fix.edits)


@pytest.mark.parametrize(
    "unit", ["a", "9", "9 % ", "**a** ", "from 1 to 2 ", "(", "★", "A", "\u2013 "]
)
def test_hostile_resumes_take_linear_time(unit: str) -> None:
    """A statement of 200,000 characters of the same thing is judged in seconds."""
    content = profile([unit * (200_000 // len(unit))])
    begin = time.process_time()
    api.check(content, "p.yaml", api.Case(SETTINGS, TODAY))
    assert time.process_time() - begin < 10
