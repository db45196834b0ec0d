"""What can go wrong outside a document. What a document says wrong is a `Diagnostic`.

StandoutError            code, message, hint; exit code 2
|- UsageError            wrong option, unknown code, bad settings file
|  `- NotEditableError   fixes were asked for of a file that is no UTF-8 text
|- OpenError             a file or address that cannot be read or written at all
`- BuildError            a document that cannot be built
"""

from __future__ import annotations


class StandoutError(Exception):
    """The command could not run. `hint` says the next step."""

    code = "error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(StandoutError):
    """A wrong option, an unknown rule code, a bad settings file."""

    code = "usage"


class NotEditableError(UsageError):
    """Fixes were asked for of a file that is no UTF-8 text."""

    code = "not-editable"


class OpenError(StandoutError):
    """A file that cannot be read or written at all."""

    code = "open"


class BuildError(StandoutError):
    """A document could not be built: the theme or the typesetter refuses, and says why."""

    code = "build"
