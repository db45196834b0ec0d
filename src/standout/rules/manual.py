"""A rule's docstring taken apart: what it says, and the examples that are its tests.

An example block is a line `Bad:` or `Good:`, then indented text. A format and settings may stand
in brackets, `Bad (typst; page_limit=1):`; the format is `yaml` unless named (`yaml`, `markdown`,
`text`, `typst`, `docx`). The setting `name` is the file's name,
`posting` the posting to check against, with `|` between its lines; `evidence` the ledger, pieces
`id: statement` with `|` between them.
A line that holds only carets marks the expected span in the line above it.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from standout.patterns import regex
from standout.values import frozen

_HEAD = regex(r"^(Bad|Good)(?: \(([^)]*)\))?:$")
_CARETS = regex(r"^( *)(\^+) *$")


@frozen
class Example:
    """One example. `marks` are `[start, end)` offsets in `text` that the carets name."""

    bad: bool
    format: str
    settings: tuple[tuple[str, str], ...]
    text: str
    marks: tuple[tuple[int, int], ...]


@frozen
class Manual:
    """Summary (one line), prose, examples."""

    summary: str
    prose: str
    examples: tuple[Example, ...]


def parse(docstring: str) -> Manual:
    """Take a rule's docstring (or a file of further cases) apart."""
    lines = docstring.strip("\n").split("\n")
    prose: list[str] = []
    examples: list[Example] = []
    at = 0
    while at < len(lines):
        head = _HEAD.match(lines[at].strip()) if not lines[at].startswith(" ") else None
        at += 1
        if head is None:
            prose.append(lines[at - 1])
            continue
        start = at
        while at < len(lines) and (not lines[at].strip() or lines[at].startswith(" ")):
            at += 1
        examples.append(_example(head, "\n".join(lines[start:at])))
    summary, _, rest = "\n".join(prose).strip().partition("\n")
    return Manual(summary, rest.strip(), tuple(examples))


def _example(head: re.Match[str], block: str) -> Example:
    form, *settings = [each.strip() for each in (head[2] or "yaml").split(";")]
    body = textwrap.dedent(block).strip("\n") + "\n"
    pairs = tuple(_pairs(settings))
    kept: list[str] = []
    marks: list[tuple[int, int]] = []
    for line in body.split("\n")[:-1]:
        carets = _CARETS.match(line)
        if carets and kept:
            above = sum(len(each) + 1 for each in kept[:-1])
            marks.append((above + carets.start(2), above + carets.end(2)))
        else:
            kept.append(line)
    return Example(head[1] == "Bad", form or "yaml", pairs, "\n".join(kept) + "\n", tuple(marks))


def _pairs(settings: list[str]) -> Iterator[tuple[str, str]]:
    for each in settings:
        key, _, value = each.partition("=")
        yield key.strip(), value.strip()
