"""Applying fixes to a text file, and checking it again."""

from __future__ import annotations

from collections.abc import Iterable

from standout.api.checking import Case, check
from standout.diagnostic import Applicability, Diagnostic
from standout.errors import NotEditableError
from standout.model import Report
from standout.rules import fixing
from standout.values import frozen

MAX_ROUNDS = 10
"""How often fixes are applied and the file is checked again."""


@frozen
class Fixed:
    """A file after fixing: its bytes, what is still found, in which case, what was applied."""

    content: bytes
    report: Report
    case: Case
    applied: tuple[Diagnostic, ...] = ()


def fix(content: bytes, name: str, case: Case) -> Fixed:
    """Apply the safe fixes of a text file until nothing changes.

    No fix is kept that brings a new word, number or kind of finding, or that leaves as many
    findings as before, so a second run changes nothing.
    Raises `NotEditableError` for a file that cannot be edited by span.
    """
    state = Fixed(content, check(content, name, case), case)
    editable(state)
    for _ in range(MAX_ROUNDS):
        after = _round(state)
        if after is state:
            break
        state = after
    return state


def apply(state: Fixed, chosen: Iterable[Diagnostic]) -> Fixed:
    """Apply the fixes of chosen findings of a state's report, whatever they say.

    Those that touch another are left out. Raises `NotEditableError` as `fix` does.
    """
    editable(state)
    return _with(state, fixing.compatible(chosen))


def to_confirm(report: Report) -> tuple[Diagnostic, ...]:
    """The findings of a report whose fix is applied only after a yes."""
    return fixing.fixable(report.diagnostics, Applicability.CONFIRM)


def preview(report: Report, each: Diagnostic) -> str:
    """The file's text as the fix of one finding would leave it."""
    return fixing.applied(report.reading.source.text, (each,))


def editable(state: Fixed) -> None:
    """Raise `NotEditableError` when a file is not UTF-8 text that can be edited by span."""
    source = state.report.reading.source
    if not source.editable:
        hint = f"fixes apply to text; `standout init {source.name}` makes a profile of it"
        raise NotEditableError(f"{source.name}: a file of this format cannot be edited", hint)
    if _encoded(source.text, state.content) != state.content:
        raise NotEditableError(f"{source.name}: the file is not UTF-8", "save it as UTF-8 first")


def _round(state: Fixed) -> Fixed:
    safe = fixing.fixable(state.report.diagnostics, Applicability.SAFE)
    together = fixing.compatible(safe)
    if not together:
        return state
    after = _with(state, together)
    if _better(state, after):
        return after
    # One of them does harm: find it by trying each alone.
    alone = (_with(state, (each,)) for each in safe)
    return next((each for each in alone if _better(state, each)), state)


def _with(state: Fixed, chosen: tuple[Diagnostic, ...]) -> Fixed:
    source = state.report.reading.source
    content = _encoded(fixing.applied(source.text, chosen), state.content)
    report = check(content, source.name, state.case)
    return Fixed(content, report, state.case, (*state.applied, *chosen))


def _better(before: Fixed, after: Fixed) -> bool:
    old, new = before.report, after.report
    return (
        len(new.diagnostics) < len(old.diagnostics)
        and {each.code for each in new.diagnostics} <= {each.code for each in old.diagnostics}
        and new.reading.source.format == old.reading.source.format
        and not fixing.says_more(old.reading.source.text, new.reading.source.text)
    )


def _encoded(text: str, like: bytes) -> bytes:
    mark = b"\xef\xbb\xbf" if like.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.encode("utf-8", errors="replace")
