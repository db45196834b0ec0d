"""Which postings are one and the same: reposts, copies on other boards, twins in other cities."""

from __future__ import annotations

import json
import sqlite3

from standout.postings.prepared import Prepared, title_words
from standout.postings.records import unpacked_text
from standout.postings.sketches import alike
from standout.postings.upkeep import lead

_MOST = 8
"""Candidates whose words are compared; a band that more postings share tells nothing."""


class Copies:
    """Finds the group of a posting that is being stored.

    Only one of a group can be found, so that a text posted a thousand times is compared once. The
    row of the first is the group's label.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def label(self, row: int, each: Prepared) -> int:
        """The label of the group that a posting belongs to: its own row where it is the first."""
        hashes = (each.sketch.exact, *each.sketch.bands)
        for other, equal_words in self._candidates(hashes):
            title, places, seniority, label = self._connection.execute(
                "SELECT title, places, seniority, label FROM postings WHERE row = ?", (other,)
            ).fetchone()
            if seniority != each.seniority:
                continue
            words = title_words(title, json.loads(places))
            # A board may cut or lengthen a title; two jobs of one text differ in words of both.
            nested = words <= each.title_words or each.title_words <= words
            if (equal_words and nested) or (words == each.title_words and self._alike(other, each)):
                assert isinstance(label, int)  # noqa: S101 - narrows the type
                return label
        lead(self._connection, row, hashes)
        return row

    def _candidates(self, hashes: tuple[int, ...]) -> list[tuple[int, bool]]:
        """Rows that share a hash, those with equal words first, oldest first."""
        marks = ",".join("?" * len(hashes))
        found = self._connection.execute(
            f"SELECT row, max(hash = ?) AS exact FROM twins WHERE hash IN ({marks})"  # noqa: S608 - marks alone
            " GROUP BY row ORDER BY exact DESC, row LIMIT ?",
            (hashes[0], *hashes, _MOST),
        )
        return [(row, bool(exact)) for row, exact in found]

    def _alike(self, other: int, each: Prepared) -> bool:
        (text,) = self._connection.execute(
            "SELECT text FROM bodies WHERE row = ?", (other,)
        ).fetchone()
        return alike(unpacked_text(text), unpacked_text(each.text))
