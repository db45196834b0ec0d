"""Numbers are taken whole, with their sign and all that is written in one piece with them."""

from __future__ import annotations

import pytest

from standout.tailoring.numbers import whole

CASES = [
    ("moved the start from 11:00 to 07:15", "11", "11:00"),
    ("a return of -80.1 on Acrobot", "80.1", "-80.1"),
    ("(−5 dB)", "5", "−5"),
    ("from 3 - 5", "5", "5"),
    ("GPT-4 beaten", "4", "4"),
    ("in 2020-21", "21", "21"),
    ("1,900 depots", "900", "1,900"),
]


@pytest.mark.parametrize(("text", "found", "meant"), CASES)
def test_whole(text: str, found: str, meant: str) -> None:
    at = text.index(found)
    start, end = whole(text, at, at + len(found))
    assert text[start:end] == meant
