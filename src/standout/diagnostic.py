"""What is wrong, where, why, how sure, and what to do."""

from __future__ import annotations

from enum import Enum

from standout.source import Box, Span
from standout.values import frozen


class Severity(Enum):
    """How much a finding hurts. Ordered by `rank`, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)


class Basis(Enum):
    """What a piece of advice rests on."""

    MEASURED = "measured"
    """An experiment, or a measurement anyone can repeat."""
    SURVEYED = "surveyed"
    """Asked of or observed in recruiters; vendor documentation."""
    CONVENTION = "convention"
    """Practitioners' opinion."""


class Audience(Enum):
    """Whose reading suffers."""

    RECRUITER = "recruiter"
    SCANNER = "scanner"
    TEAM = "team"


class Applicability(Enum):
    """How far a fix may be applied without the applicant."""

    SAFE = "safe"
    """Adds no word and no number that the file lacks; `--fix` applies it."""
    CONFIRM = "confirm"
    """Right in most cases; applied only after a yes."""
    FILL_IN = "fill-in"
    """A question or a placeholder only the applicant can answer; no command applies it."""


@frozen
class Edit:
    """Replace what stands in `span` by `replacement`."""

    span: Span
    replacement: str


@frozen
class Fix:
    """What to do about a finding: a sentence, and edits where they can be stated."""

    applicability: Applicability
    message: str
    edits: tuple[Edit, ...] = ()

    def __post_init__(self) -> None:
        if self.applicability is Applicability.FILL_IN and self.edits:
            raise ValueError("a fill-in fix states no edit: only the applicant knows the fact")


@frozen
class Label:
    """A second place that explains a finding."""

    span: Span
    message: str


@frozen
class Diagnostic:
    """One finding about a document.

    `message` says what is wrong, in lower case without a full stop; `why` gives the reason to a
    reader who doubts it. `page` and `box` override the place of `span` where the finding is about
    something drawn that has no text (a picture, a margin, a page).
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    basis: Basis
    why: str = ""
    source: str = ""
    audience: Audience = Audience.RECRUITER
    fix: Fix | None = None
    labels: tuple[Label, ...] = ()
    preview: bool = False
    page: int | None = None
    box: Box | None = None
