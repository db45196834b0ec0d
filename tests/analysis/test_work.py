"""The lines of a posting that tell of the work."""

from __future__ import annotations

import pytest

from standout import api

POSTING = """Speech Engineer
Auralis, Ghent
We build hearing aids for public halls.
{duties}
- Train acoustic models for noisy rooms
- Own the recordings
{asks}
- Python
{terms}
- 32 days of leave
"""


@pytest.mark.parametrize(
    ("duties", "asks", "terms"),
    [
        ("What you will do", "Requirements", "Benefits"),
        ("Responsibilities:", "What you bring", "What we offer"),
        ("Deine Aufgaben", "Dein Profil", "Wir bieten"),
        ("Vos missions", "Profil recherché", "Avantages"),
    ],
)
def test_duties_and_what_stands_before_them(duties: str, asks: str, terms: str) -> None:
    """What is asked for, paid or named as a field is neither."""
    text = POSTING.format(duties=duties, asks=asks, terms=terms)
    posting = next(api.read_postings(text.encode(), "job.txt")).posting
    assert [str(each) for each in posting.duties] == [
        "Train acoustic models for noisy rooms", "Own the recordings"
    ]  # fmt: skip
    assert "We build hearing aids for public halls." in map(str, posting.about)
    told = " ".join(map(str, (*posting.duties, *posting.about)))
    assert "leave" not in told
    assert "Python" not in told
    assert all(
        text[each.places[0] :][: len(each)] == each.value
        for each in (*posting.duties, *posting.about)
    )


def test_what_you_will_do_is_a_duty_wherever_it_stands() -> None:
    """And the formulas of employers tell nothing."""
    text = (
        "Engineer\nYou will train policies for a quadruped.\n"
        "We are an equal opportunity employer.\n"
    )
    posting = next(api.read_postings(text.encode(), "job.txt")).posting
    assert [str(each) for each in posting.duties] == ["You will train policies for a quadruped."]
    assert not posting.about
