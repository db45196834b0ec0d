"""Apply edits to a text by span, and hold back every edit that would say something new."""

from __future__ import annotations

from collections.abc import Iterable

from standout.diagnostic import Applicability, Diagnostic, Fix
from standout.patterns import regex

_WORD = regex(r"\w+")


def fixable(
    diagnostics: Iterable[Diagnostic], applicability: Applicability
) -> tuple[Diagnostic, ...]:
    """The findings whose fix is of this applicability and states edits."""
    return tuple(each for each in diagnostics if _edits(each, applicability))


def _edits(each: Diagnostic, applicability: Applicability) -> bool:
    fix = each.fix
    return fix is not None and fix.applicability is applicability and bool(fix.edits)


def compatible(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings whose fixes do not touch each other, the earlier in the text first.

    A fix goes in whole or not at all. Edits that border on each other count as touching.
    """
    kept: list[Diagnostic] = []
    taken: list[tuple[int, int]] = []
    for each in sorted(diagnostics, key=_order):
        ranges = _ranges(each.fix)
        free = not any(_touch(one, other) for one in ranges for other in taken)
        if free:
            kept.append(each)
            taken += ranges
    return tuple(kept)


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    # Edits that only border on each other are refused too: the order in which two of them
    # write at one place would decide the text. The next round takes the second one.
    return one[0] <= other[1] and other[0] <= one[1]


def _order(each: Diagnostic) -> tuple[int, int, str]:
    begin, end = min(_ranges(each.fix), default=(0, 0))
    return begin, end, each.code


def _ranges(fix: Fix | None) -> list[tuple[int, int]]:
    return [(edit.span.start, edit.span.end) for edit in fix.edits] if fix else []


def applied(text: str, diagnostics: Iterable[Diagnostic]) -> str:
    """The text with the edits of these findings made; they must not touch each other."""
    edits = sorted(
        (edit for each in diagnostics if each.fix for edit in each.fix.edits),
        key=lambda edit: edit.span,
        reverse=True,
    )
    for edit in edits:
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def says_more(before: str, after: str) -> bool:
    """Say whether a word or number stands in `after` that `before` does not have.

    Case does not count: 'acme' and 'Acme' are one word. Joined words are a new one.
    """
    return not _words(after) <= _words(before)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
