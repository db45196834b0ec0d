"""Frames side by side: which are cards, and which only adorn a page."""

from __future__ import annotations

import pytest

from standout.model.page import Drawing
from standout.readers.pdf.cards import in_rows
from standout.source import Box


def frame(x0: float, y0: float, x1: float, y1: float) -> Drawing:
    """A filled frame."""
    return Drawing("shape", Box(x0, y0, x1, y1))


@pytest.mark.parametrize(
    ("frames", "pairs"),
    [
        ([frame(40, 100, 200, 200), frame(210, 100, 370, 200)], 1),
        ([frame(40, 100, 200, 200), frame(210, 140, 370, 240)], 0),
        ([frame(40, 100, 60, 110), frame(65, 100, 85, 110)], 0),
        ([frame(-90, 100, 85, 200), frame(85, 100, 260, 200)], 0),
    ],
    ids=["a row of two", "not in line", "chips", "rays from off the page"],
)
def test_neighbours_of_a_row(frames: list[Drawing], pairs: int) -> None:
    assert len(list(in_rows(frames))) == pairs
