"""A whole sentence is bold.

A reader skims for marked words; a marked sentence sends them back to plain reading.
Mark the two words that matter.

Options: `words` (8), the length from which a bold stretch is a sentence.

Bad:
    projects:
      - title: Tokenizer
        statements:
          - "**Wrote a very fast tokenizer in Rust for all German texts**"
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    projects:
      - title: Tokenizer
        statements:
          - "Wrote a **fast tokenizer** in Rust for all German texts"

Good:
    projects:
      - title: "**A very fast tokenizer in Rust for all German texts of the web**"

Good:
    projects:
      - title: Tokenizer
        statements:
          - "*Wrote a very fast tokenizer in Rust for all German texts*"
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Emphasis, Statement
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import deeds

_WORDS = 8
# A bold line with a date range is a heading that the reader of the file took for a statement.
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d\s*(?:[-–—]|to\b|$)")


@rule(
    "EMP002",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="PLOS ONE 2020 (skimmers read marked words)",
    why="a skimming reader takes in marked words, not marked sentences",
    options={"words": _WORDS},
)
def bold_sentence(context: Context) -> Iterator[Finding]:
    """Find bold stretches as long as a sentence."""
    for statement in deeds(context.resume):
        for run in (*statement.emphasis, *_whole(context, statement)):
            if run.style == "bold" and is_sentence(statement, run, int(context.number("words"))):
                span = statement.text.span(run.start, run.end)
                fix = Fix(Applicability.CONFIRM, "mark only the words that matter most")
                yield Finding(span, "a whole sentence in bold", fix)


def is_sentence(statement: Statement, run: Emphasis, words: int = _WORDS) -> bool:
    """Say whether a stretch is as long as a sentence and no heading."""
    value = statement.text.value[run.start : run.end]
    return len(value.split()) >= words and not _YEAR.search(value)


def _whole(context: Context, statement: Statement) -> Iterator[Emphasis]:
    """A bullet in which every drawn word is bold: it stands out from no word of its own."""
    if not statement.bullet or statement.emphasis:
        return
    span = statement.text.span()
    words = [word for page in context.pages for word in page.words if span.contains(word.span)]
    if words and all(word.bold for word in words):
        yield Emphasis(0, len(statement.text), "bold")
