"""Which statements of an entry hang under another one."""

from __future__ import annotations

from standout.model import Entry, Statement
from standout.rules import paper
from standout.rules.base import Context

_DEEPER = 4.0
"""Points, or two columns of a text file, by which a statement must stand further right."""


def main_statements(context: Context, entry: Entry) -> tuple[Statement, ...]:
    """The statements of an entry without those that stand further right than the first."""
    if len(entry.statements) < 2:
        return entry.statements
    edges = [_edge(context, each) for each in entry.statements]
    return tuple(
        statement
        for statement, edge in zip(entry.statements, edges, strict=True)
        if edge < edges[0] + _DEEPER
    )


def _edge(context: Context, statement: Statement) -> float:
    """Where a statement begins: points on a page, twice the indent of its line elsewhere."""
    start = statement.text.span().start
    if context.pages:
        words = paper.words_under(context.pages, statement.text.span())
        return words[0].box.x0 if words else 0.0
    line, _ = context.source.line_column(start)
    written = context.source.line_text(line)
    return 2.0 * (len(written) - len(written.lstrip()))
