"""What stands behind a posting's lists and asks for nothing, with no heading to tell it apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from standout.readers import posting

LINES = (Path(__file__).parent / "beside.txt").read_text(encoding="utf-8").splitlines()
ASKED = ("3 years of experience with SQL.", "Python in production.", "Good written English.")
WISHED = ("Experience with Go.", "A degree in physics.", "Kafka at scale.")


@pytest.mark.parametrize("bullet", ["", "- "])
def test_what_stands_apart_from_a_list_is_no_item_of_it(bullet: str) -> None:
    taken = [line for line in LINES if _asks(line, bullet)]
    assert len(taken) <= 0.05 * len(LINES), taken


def _asks(line: str, bullet: str) -> bool:
    lists = ["Minimum qualifications", *(bullet + each for each in ASKED), ""]
    lists += ["Preferred qualifications", *(bullet + each for each in WISHED), ""]
    text = "\n".join(["Data Engineer", "Acme", "", *lists, line])
    found = posting.read(text.encode(), "job.txt").posting.requirements
    start = len(text) - len(line)
    behind = [each for each in found if each.text.span().start >= start and not each.negated]
    assert len({each.text.value for each in found if each not in behind}) == 6
    return bool(behind)
