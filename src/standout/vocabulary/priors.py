"""How common it is to ask for a skill, where no store of postings can be counted."""

from __future__ import annotations

from standout.vocabulary import tables


def asked_by(skill: str) -> int:
    """Of a thousand postings, about how many ask for the skill with this id."""
    table = tables.load("priors")
    return int(table["skills"].get(skill, table["other"]))
