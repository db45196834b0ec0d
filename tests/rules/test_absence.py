"""What is missing is told of whole files only; placeholders are found and prose is not."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout import api
from standout.rules.placeholders import is_placeholder, placeholders
from standout.rules.settings import Settings

TODAY = datetime.date(2026, 1, 15)
ABSENCES = {"SEC006", "SEC009", "LNK001", "QNT009"}


def codes(content: str, name: str) -> set[str]:
    """The codes of what is found in a file."""
    report = api.check(content.encode(), name, api.Case(Settings(), TODAY))
    return {each.code for each in report.diagnostics}


def test_a_file_read_in_part_lacks_nothing() -> None:
    whole = "basics:\n  name: Jane Roe\nexperience:\n  - title: ML engineer\n"
    assert codes(whole, "cv.yaml") & ABSENCES
    broken = codes(whole + "  - title: [\n", "cv.yaml")
    assert "DOC005" in broken
    assert not broken & ABSENCES


@pytest.mark.parametrize(
    "text",
    ["[Company]", "City, ST", "Month 20XX", "20XX - 20XX", "[Your name]", "YOUR NAME", "MM/YYYY",
     "Lorem ipsum dolor", "saved $XX a year", "grew sales by XX%", "<Company name>", "{{name}}",
     "your.name@yourdomain.com", "[insert job title here]", "Month Year - Month Year"],
)  # fmt: skip
def test_placeholders(text: str) -> None:
    assert list(placeholders(text))


@pytest.mark.parametrize(
    "text",
    ["E[X] is finite", "city, state and federal data", "Kansas City, MO", "[1] J. Roe, 2020",
     "[Name](https://names.example.net)", "Wrote <title> tags", "XXL shirts", "your name here goes",
     "Salt Lake City, UT 84101", "models of the X axis", "the month year on year", "[NLP] [CV]"],
)  # fmt: skip
def test_what_only_looks_like_a_placeholder(text: str) -> None:
    assert not list(placeholders(text))


@pytest.mark.parametrize("text", ["Job title", "Company 2", "Employer name", "City, State"])
def test_a_template_names_its_fields(text: str) -> None:
    assert is_placeholder(text)


@given(st.text("[]<>{}XYM 20year$%name,", max_size=200))
def test_places_lie_in_the_text(text: str) -> None:
    for start, end in placeholders(text):
        assert 0 <= start < end <= len(text)
