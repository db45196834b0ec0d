"""Only what no calendar has is called impossible."""

from __future__ import annotations

import pytest

from standout.analysis.impossible_dates import impossible_dates

IMPOSSIBLE = [
    "2020-13", "2020-00", "2021-02-29", "2020-13-05", "2020-04-31", "13/2020", "00/2021",
]  # fmt: skip
FINE = [
    "2020-12", "2020-02-29", "2019-20", "1999-00", "2008-13", "12/2020", "31/12/2020", "2020",
    "2020-2021", "Summer 2019", "forthcoming", "since 2020-01", "arXiv 2020-1399", "20-13",
    "2020.13.1", "2020年13", "",
]  # fmt: skip


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_impossible(text: str) -> None:
    (found,) = impossible_dates(f"{text} - present")
    assert found[0] == text


@pytest.mark.parametrize("text", FINE)
def test_fine(text: str) -> None:
    assert not list(impossible_dates(text))
