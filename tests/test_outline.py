"""Where something stands, in the words of the resume's own headings."""

from __future__ import annotations

import pytest

from standout.model.outline import outline
from standout.source import Source, Span
from tests.reporters import sample

SPOTS = outline(sample.resume(Source("p", "yaml", sample.PROFILE)))


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("Örtengren", "Contact"),
        ("Engineer", "Experience > 東京 Robotics <b>&"),
        ("日本語", "Experience > 東京 Robotics <b>&, statement 1"),
        ("several lines", "Experience > 東京 Robotics <b>&, statement 3"),
        ("organization: 東京", "Experience > 東京 Robotics <b>&"),
    ],
)
def test_path(words: str, path: str) -> None:
    """Section, organisation, number of the statement."""
    spot = SPOTS.at(sample.span_of(words))
    assert spot is not None
    assert spot.path == path


def test_nowhere() -> None:
    """Keys and white space belong to nothing."""
    assert SPOTS.at(Span(0, 3)) is None
