"""Venues are known by every name they go by."""

from __future__ import annotations

import pytest

from standout.vocabulary import tables, venues

CASES = {
    "In Advances in Neural Information Processing Systems 36": {"NeurIPS"},
    "NIPS 2016 workshop": {"NeurIPS"},
    "IEEE Robotics and Automation Letters": {"RA-L"},
    "IEEE International Conference on Robotics and Automation (ICRA)": {"ICRA"},
    "Proceedings of Robotics: Science and Systems": {"RSS"},
    "Publications at NeurIPS, ICML or ICLR": {"NeurIPS", "ICML", "ICLR"},
    "Papers in Nature, Science or PNAS": {"Nature", "Science", "PNAS"},
    "KDD, Applied Data Science": {"KDD"},
    "Human nature and the nature of data": set(),
    "PhD in Computer Science": set(),
    "We iclr things, and she is a chi": set(),
    "Journal of Things": set(),
}


@pytest.mark.parametrize(("text", "found"), CASES.items())
def test_named_in(text: str, found: set[str]) -> None:
    assert venues.named_in(text) == found


def test_no_spelling_leads_to_two_venues() -> None:
    every = [
        each
        for name, spellings in tables.load("venues")["venues"].items()
        for each in (name, *spellings)
    ]
    assert len(every) == len(set(every))
