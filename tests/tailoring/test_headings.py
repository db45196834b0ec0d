"""Headings in capitals get the look of the theme."""

from __future__ import annotations

import pytest

from standout.source import Text
from standout.tailoring.headings import in_words


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("ABOUT", "About"),
        ("SKILLS & INTERESTS", "Skills & Interests"),
        ("HONORS AND AWARDS", "Honors and Awards"),
        ("ML PROJECTS", "ML Projects"),
        ("NLP", "NLP"),
        ("Technical skills", "Technical skills"),
        ("ÜBER MICH", "ÜBER MICH"),
        ("職歴", "職歴"),
    ],
)
def test_capitals_become_words(given: str, printed: str) -> None:
    heading = in_words(Text(given, tuple(range(len(given)))))
    assert heading is not None
    assert heading.value == printed
    assert len(heading.places) == len(printed)
