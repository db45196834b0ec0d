"""Words broken at a line end."""

from __future__ import annotations

import pytest

from standout.readers.structure.hyphens import keeps_hyphen


@pytest.mark.parametrize(
    ("before", "after", "keeps"),
    [
        ("Moved the transac-", "tions of two banks", False),
        ("Wrote the preproc-", "essing of 2 TB", False),
        ("An unannounced action-", "adventure title", True),
        ("A state-of-the-", "art detector", True),
        ("Wrote front-", "and back-end code", True),
        ("Read NLP-", "related papers", True),
        ("Baute die Daten-", "bank der Klinik", False),
    ],
)
def test_a_hyphen_stays_where_it_belongs(before: str, after: str, keeps: bool) -> None:  # noqa: FBT001 - a case
    assert keeps_hyphen(before, after) is keeps
