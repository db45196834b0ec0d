"""What can be said that is neither a rule's finding nor a reader's: about the check itself."""

from __future__ import annotations

from standout.diagnostic import Audience, Basis, Diagnostic, Severity
from standout.source import Span
from standout.values import frozen


@frozen
class Notice:
    """One thing that can be said about the check itself. `manual` is what `explain` prints."""

    name: str
    severity: Severity
    why: str
    manual: str


INTERNAL = "INTERNAL"
"""The code of a finding that says the checker itself failed."""

_FORM = "`standout: ignore CODE because REASON`"
NOTICES: dict[str, Notice] = {
    "SUP001": Notice(
        "unused-suppression",
        Severity.INFO,
        "a comment that hides nothing today hides a real finding tomorrow",
        "A comment suppresses a finding that is not there.\n\n"
        "The statement was improved, the code is misspelt, or the comment stands on another "
        "line than the finding.\n"
        "Delete the comment or move it onto the line of the finding, or alone onto the line "
        "above.",
    ),
    "SUP002": Notice(
        "suppression-without-reason",
        Severity.WARNING,
        "in half a year nobody knows whether the finding was wrong or in the way",
        "A suppression lacks its code or its reason, so it suppresses nothing.\n\n"
        f"Write {_FORM}, for example\n\n"
        "    # standout: ignore QNT001 because the number is under NDA\n\n"
        "Several codes stand side by side, separated by commas.",
    ),
    INTERNAL: Notice(
        "internal-error",
        Severity.ERROR,
        "the fault is the checker's, not the file's",
        "The checker itself failed on this file; other files are not affected.\n\n"
        "Please report the message, with the file if it may be shown: what it names is a mistake "
        "in the program.",
    ),
}


def notice(code: str, message: str, span: Span) -> Diagnostic:
    """A diagnostic of one of these kinds."""
    known = NOTICES[code]
    return Diagnostic(
        code=code,
        name=known.name,
        severity=known.severity,
        message=message,
        span=span,
        basis=Basis.CONVENTION,
        why=known.why,
        source="practice",
        audience=Audience.TEAM,
    )
