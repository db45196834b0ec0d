"""Bold is so frequent that nothing stands out.

Bold leads the eyes of a skimming reader, but only while it is rare.
Headings, titles and employers are not counted; whole bold sentences are EMP002's matter.
Where evidence disagrees: bold did not change the ratings of 103 selectors; it only steers.

Options: `share` (0.1), the share of bold words in the prose; `runs` (3), bold places in one
statement; `words` (60), the length from which the share is judged.

Bad:
    projects:
      - title: Tokenizer
        statements:
          - Wrote **Rust** and **Python** code for **tokenization** of **German** in **2024**
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    projects:
      - title: Tokenizer
        statements:
          - Cut tokenization time from **40 s to 3 s** by writing the trie in **Rust**

Good:
    projects:
      - title: Tokenizer
        statements:
          - Wrote *Rust* and `python` code for tokenization of German

Good:
    experience:
      - title: "**ML engineer**"
        organization: "**Acme**"
        statements:
          - Cut latency from 90 ms to 30 ms
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Label, Severity
from standout.model import Emphasis, Statement
from standout.rules.base import Context, Finding, rule
from standout.rules.emphasis.bold_sentence import is_sentence
from standout.rules.outline import deeds
from standout.source import Span

_FIX = Fix(Applicability.CONFIRM, "keep bold for the one number or skill a reader must not miss")


@rule(
    "EMP001",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="PLOS ONE 2020 (skimmers read marked words); thesis 2017 (103 selectors, no effect)",
    why="marked words are the ones a skimming reader takes in; when most are marked, none is",
    options={"share": 0.1, "runs": 3, "words": 60},
)
def too_much_bold(context: Context) -> Iterator[Finding]:
    """Judge the share over all prose, and the number of places in each statement."""
    statements = list(deeds(context.resume))
    words = sum(len(each.text.value.split()) for each in statements)
    runs = [(each, run) for each in statements for run in bold_runs(each)]
    bold = sum(len(each.text.value[run.start : run.end].split()) for each, run in runs)
    if words >= context.number("words") and bold > context.number("share") * words:
        first = _span(*runs[0])
        labels = tuple(Label(_span(*each), "bold too") for each in runs[1:6])
        yield Finding(first, f"{bold} of {words} words are bold", _FIX, labels)
        return
    for statement in statements:
        own = bold_runs(statement)
        if len(own) > context.number("runs"):
            span = Span.around(_span(statement, each) for each in own)
            yield Finding(span, f"{len(own)} bold places in one statement", _FIX)


def bold_runs(statement: Statement) -> list[Emphasis]:
    """The bold stretches of a statement that are no whole sentences."""
    return [
        each
        for each in statement.emphasis
        if each.style == "bold" and not is_sentence(statement, each)
    ]


def _span(statement: Statement, run: Emphasis) -> Span:
    return statement.text.span(run.start, run.end)
