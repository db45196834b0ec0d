"""Several ways of marking compete.

Bold, italic, underline, colour and capitals in the same prose each say 'look here'.
Choose one. Links may be underlined or coloured, and code may look like code.

Options: `devices` (2), how many different ways the statements may use.

Bad:
    projects:
      - title: Tokenizer
        statements:
          - Wrote a **fast** tokenizer in *plain* Rust with GREAT ATTENTION to memory
                                                            ^^^^^^^^^^^^^^^

Good:
    projects:
      - title: Tokenizer
        statements:
          - Wrote a **fast** tokenizer in *plain* Rust, CUDA and `python`

Good:
    projects:
      - title: Tokenizer
        statements:
          - Wrote a **fast** tokenizer for BERT, RoBERTa and LLAMA

Good:
    projects:
      - title: "A **BOLD** and *italic* TITLE OF MINE"
        statements:
          - Wrote a **fast** tokenizer
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.analysis.spelling import frequency
from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Statement
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import deeds
from standout.source import Span

# Two neighbouring usual words in capitals are shouting; a single one may be an acronym.
_SHOUTED = regex(r"\b[A-Z]{4,}(?: [A-Z]{4,})+\b")
_USUAL = 300
"""Frequency from which a word is no name of a data set, a format or an agency ('JSON YAML')."""
_DEVICES = ("bold", "italic", "underline", "colour")


@rule(
    "EMP004",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="each way of marking asks for the eyes; several at once send them nowhere",
    options={"devices": 2},
)
def mixed_emphasis(context: Context) -> Iterator[Finding]:
    """Point at the first use of the first device too many."""
    seen: dict[str, Span] = {}
    for statement in deeds(context.resume):
        for device, span in _uses(statement):
            seen.setdefault(device, span)
    allowed = int(context.number("devices"))
    if len(seen) > allowed:
        fix = Fix(Applicability.CONFIRM, "use one way of marking")
        span = sorted(seen.values())[allowed]
        yield Finding(
            span, f"{len(seen)} kinds of emphasis compete: {', '.join(sorted(seen))}", fix
        )


def _uses(statement: Statement) -> Iterator[tuple[str, Span]]:
    linked = {each.text.value for each in statement.links if each.text}
    for each in statement.emphasis:
        words = statement.text.value[each.start : each.end]
        if each.style in _DEVICES and words not in linked:
            yield each.style, statement.text.span(each.start, each.end)
    for match in _SHOUTED.finditer(statement.text.value):
        if not all(frequency(word.lower()) >= _USUAL for word in match[0].split()):
            continue
        yield "capitals", statement.text.span(*match.span())
