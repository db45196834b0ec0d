"""Words as the eye meets them: what the reading model knows of each, free of the page's scale."""

from __future__ import annotations

from standout.model.exposure import Role
from standout.values import frozen

JOB, STUDY, OTHER = "job", "study", "other"
"""Families of entries: within the first two, every further one counts for less."""


@frozen
class Cue:
    """One word. Distances are degrees of visual angle with the page at its usual size.

    `x` and `y` are the word's centre as shares of the page, `x` from the side where its line
    begins. `centre` and `letter` (the width of one) are degrees from the left. `down` is how many
    words of its run stand before it. `type` is its size as a share of the page's short side.
    `section` and `entry` number those of the resume, -1 where it stands in none.
    """

    page: int
    x: float
    y: float
    line: int
    centre: float
    letter: float
    letters: int
    down: float
    role: Role
    rarity: int
    type: float
    family: str = OTHER
    section: int = -1
    entry: int = -1
    bold: bool = False
    numeral: bool = False
    wanted: bool = False
    leftwards: bool = False

    @property
    def height(self) -> float:
        """How far down it stands, in pages: 1.25 is a quarter down the second."""
        return self.page - 1 + self.y


HEADERS = frozenset(
    (Role.NAME, Role.TITLE, Role.ORGANISATION, Role.DATE, Role.DEGREE, Role.HEADING)
)
