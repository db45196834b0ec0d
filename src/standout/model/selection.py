"""A selection: what of a profile goes on the page for one posting, and why the rest does not."""

from __future__ import annotations

from enum import Enum

from standout.model.resume import SectionKind
from standout.source import Text
from standout.values import frozen


class Piece(Enum):
    """What kind of thing is kept or dropped."""

    ENTRY = "entry"
    STATEMENT = "statement"
    SKILL = "skill"


@frozen
class Choice:
    """One piece of the profile, kept or dropped.

    `value` is in the units of the objective, `height` in points of the page, measured by Typst.
    `proves` are places in the answers of the match. `reason` says in words why it is kept or
    dropped. `variant` names the wording that is printed, empty for the statement's own.
    """

    piece: Piece
    text: Text
    section: SectionKind
    entry: Text | None
    kept: bool
    value: int
    height: float
    proves: tuple[int, ...] = ()
    reason: str = ""
    variant: str = ""


@frozen
class Term:
    """One term of the objective, in words and in its units; `objective` is their sum."""

    name: str
    value: int


@frozen
class Selection:
    """What the optimiser chose, in the order of the page, and the proof that nothing is better.

    `budget` and `used` are points of height over all pages, of the main column where there are
    several. The choice is optimal where `objective` equals `bound`. `more` is what one more line
    of `line` points would bring onto the page, and `more_value` what the page would gain.
    `yielded` names the limits that were given up so that there is a page, or a full one.
    """

    choices: tuple[Choice, ...]
    budget: float
    used: float
    objective: int
    bound: int
    seconds: float
    terms: tuple[Term, ...] = ()
    pages: int = 1
    fill: float = 1.0
    line: float = 0.0
    more: tuple[Text, ...] = ()
    more_value: int = 0
    yielded: tuple[str, ...] = ()

    @property
    def kept(self) -> tuple[Choice, ...]:
        """What is printed."""
        return tuple(each for each in self.choices if each.kept)

    @property
    def dropped(self) -> tuple[Choice, ...]:
        """What is not, each with its reason."""
        return tuple(each for each in self.choices if not each.kept)

    @property
    def gap(self) -> int:
        """How much better another choice could be at most; 0 where this one is optimal."""
        return self.bound - self.objective
