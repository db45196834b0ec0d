"""What a list is by its heading, whether its lines are items, paragraphs, or stand below a colon.

In `headings.txt`, `R` opens what is asked for, `P` what is wished for behind it, `O` neither.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from standout.readers import posting

HEADINGS = [
    tuple(row.split(" ", 1))
    for row in (Path(__file__).parent / "headings.txt").read_text(encoding="utf-8").splitlines()
]
WANTED = {"R": {"required"}, "P": {"preferred"}, "O": set()}


@pytest.mark.parametrize(("bullet", "colon"), [("", ""), ("", ":"), ("- ", "")])
def test_lists_are_told_by_their_headings(bullet: str, colon: str) -> None:
    wrong = [
        f"{mark} {heading}: {levels}"
        for mark, heading in HEADINGS
        if (levels := _levels(mark, heading, bullet, colon)) != WANTED[mark]
    ]
    assert not wrong


def _levels(mark: str, heading: str, bullet: str, colon: str) -> set[str]:
    above = ["Data Engineer", "Acme", "", "Responsibilities", f"{bullet}Build pipelines.", ""]
    if mark != "R":
        above += ["Requirements", f"{bullet}SQL in production.", f"{bullet}Kafka at scale.", ""]
    items = [f"{bullet}Kubernetes in anger.", f"{bullet}Two of the usual clouds."]
    text = "\n".join([*above, heading.rstrip(":") + colon, *items])
    found = posting.read(text.encode(), "job.txt").posting.requirements
    start = text.index("Kubernetes")
    return {each.level.value for each in found if each.text.span().start >= start}
