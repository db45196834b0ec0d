"""Delete something from a text format without leaving its comma, bullet or line behind."""

from __future__ import annotations

from standout.diagnostic import Applicability, Edit, Fix
from standout.patterns import regex
from standout.rules.base import Context
from standout.source import Source, Span

# A bullet, or the key of an inner line of a YAML mapping: what may go together with its value.
_LEAD = regex(r"[ \t]*(?:[-*+•][ \t]+|[A-Za-z_]+:[ \t]+)?")
_SEPARATORS = ",;|"


def deletion(context: Context, span: Span, message: str) -> Fix:
    """A fix to be confirmed; it has an edit only where the file can be edited."""
    edits = (Edit(removable(context.source, span), ""),) if context.source.editable else ()
    return Fix(Applicability.CONFIRM, message, edits)


def removable(source: Source, span: Span) -> Span:
    """The span with its quotes or brackets, and its line or separator where nothing needs them."""
    text = source.text
    start, end = _bracketed(text, span.start, span.end)
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start:start], text[end:line_end]
    if _LEAD.fullmatch(before) and not after.strip(" \t\r."):
        return Span(line_start, min(line_end + 1, len(text)))
    kept = before.rstrip()
    is_item = not kept or kept[-1] in _SEPARATORS + "([{:"
    rest = after.lstrip()
    if is_item and rest[:1] and rest[0] in _SEPARATORS:
        behind = rest[1:]
        return Span(start, line_end - len(behind.lstrip()))
    if kept and kept[-1] in _SEPARATORS:
        return Span(line_start + len(kept) - 1, end)
    if kept and not is_item and (not rest or rest[0] in _SEPARATORS + ")]}\"'"):
        return Span(line_start + len(kept), end)
    return Span(start, end)


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen by the quotes or brackets that hold nothing else."""
    around = text[start - 1 : start] + text[end : end + 1]
    if start and around in ("''", '""', "()", "[]"):
        return start - 1, end + 1
    return start, end
