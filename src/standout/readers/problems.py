"""What a reader can say about a file: every code with its name, weight and manual."""

from __future__ import annotations

from standout.diagnostic import Audience, Basis, Diagnostic, Fix, Severity
from standout.source import Span
from standout.values import frozen


@frozen
class Problem:
    """One kind of trouble with a file. `manual` is what `explain` prints."""

    name: str
    severity: Severity
    manual: str


_E, _W = Severity.ERROR, Severity.WARNING

PROBLEMS: dict[str, Problem] = {
    "DOC001": Problem(
        "damaged-file",
        _E,
        "The file is damaged: parts of it, or all of it, could not be read.\n\n"
        "A screening system that meets the same damage shows an empty profile.\n"
        "Export the resume again from the program that made it.",
    ),
    "DOC002": Problem(
        "password-protected",
        _E,
        "The file asks for a password.\n\n"
        "Nobody at the other end has it. Export a copy without protection.",
    ),
    "DOC003": Problem(
        "oversized-content",
        _E,
        "The file unpacks to far more than a resume can hold.\n\n"
        "Archives and aliases that multiply their content are refused, as every scanner does.",
    ),
    "DOC004": Problem(
        "unknown-format",
        _E,
        "The file is none of the formats that can be read.\n\n"
        "Readable: PDF, DOCX, YAML profile, RenderCV YAML, JSON Resume, LinkedIn's data export, "
        "BibTeX, Markdown, plain text.",
    ),
    "DOC005": Problem(
        "syntax-error",
        _E,
        "The file breaks the grammar of its own format at the named place.\n\n"
        "What could be read before that place was read.",
    ),
    "DOC006": Problem(
        "unknown-key",
        _W,
        "The profile has a key that the format does not know.\n\n"
        "Its content is kept, but no part of the program uses it. Often a misspelling.",
    ),
    "DOC007": Problem(
        "wrong-type",
        _W,
        "A key holds another kind of value than the format expects.\n\n"
        "For example a list where one line of text should stand.",
    ),
    "DOC008": Problem(
        "partly-read",
        _W,
        "Only a part of the file was read, because it is longer than any resume.\n\n"
        "The message says where reading stopped.",
    ),
    "DOC009": Problem(
        "duplicate-key",
        _W,
        "A mapping holds the same key twice.\n\n"
        "Programs keep only the last of them, so the first would be lost without a word.",
    ),
    "DOC010": Problem(
        "empty-file",
        _E,
        "The file holds nothing.\n\nWhoever opens it sees a blank page. Export the resume again.",
    ),
    "DOC011": Problem(
        "no-such-date",
        _E,
        "A date in numbers that no calendar has, such as a thirteenth month.\n\n"
        "It would be printed, and read by others, as it stands. Write year and month as `2024-03`.",
    ),
}


def problem(
    code: str, message: str, span: Span | None = None, fix: Fix | None = None
) -> Diagnostic:
    """A reader's diagnostic; without a span it stands at the start of the file."""
    known = PROBLEMS[code]
    return Diagnostic(
        code=code,
        name=known.name,
        severity=known.severity,
        message=message,
        span=span or Span(0, 0),
        basis=Basis.MEASURED,
        why=known.manual.split("\n\n")[1].replace("\n", " "),
        source="the file itself",
        audience=Audience.SCANNER,
        fix=fix,
    )
