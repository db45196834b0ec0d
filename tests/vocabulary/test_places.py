"""Countries that close a place."""

from __future__ import annotations

import pytest

from standout.vocabulary.places import country


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("London, UK", "uk"),
        ("Leeds, United Kingdom", "uk"),
        ("Edinburgh, Scotland", "uk"),
        ("San Francisco, California, US", "us"),
        ("Zürich, Schweiz", "switzerland"),
        ("Oslo", None),
        ("", None),
    ],
)
def test_one_country_has_one_name(place: str, expected: str | None) -> None:
    """Whatever name a place gives it."""
    assert country(place) == expected
