"""Addresses that a narrow column has broken."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from standout.readers.lines import Line, Segment
from standout.readers.structure import overrun
from standout.source import Text


def _column(lines: Sequence[str]) -> list[Line]:
    """Lines of a narrow column on paper, five points a letter."""
    return [
        Line((Segment(Text(each, range(len(each))), 20, 20 + 5.0 * len(each), 9),), indent=20)
        for each in lines
    ]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (["ines.moreau@mail.exam", "ple.org"], ["ines.moreau@mail.example.org"]),
        (["ines.m@mail.example.co", "m"], ["ines.m@mail.example.com"]),
        (["ines-", "moreau@mail.example.", "org"], ["ines-moreau@mail.example.org"]),
        (
            ["ines.moreau@al", "umni.university", ".example.org"],
            ["ines.moreau@alumni.university.example.org"],
        ),
        (["linkedin.com/in/inesmorea", "u"], ["linkedin.com/in/inesmoreau"]),
        (["ines@example.org", "page.dev"], ["ines@example.org", "page.dev"]),
        (
            ["linkedin.com/in/ines", "github.com/inesm"],
            ["linkedin.com/in/ines", "github.com/inesm"],
        ),
        (
            ["github.com/ines", "Berlin, Germany, and", "python"],
            ["github.com/ines", "Berlin, Germany, and", "python"],
        ),
    ],
)
def test_what_a_column_has_broken(lines: list[str], read: list[str]) -> None:
    assert [line.text.value for line in overrun.restored(_column(lines))] == read
