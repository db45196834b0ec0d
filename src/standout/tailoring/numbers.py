"""Numbers as a person reads them: whole, with all that is written in one piece with them."""

from __future__ import annotations

from standout.analysis.statement import Analysis, Quantity, SlotKind

_WITHIN = ":.,/"


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch grown to the whole numbers at its ends: `11` of `11:00` to `11:00`."""
    if text[start : start + 1].isdigit():
        while start and _joins(text, start - 1):
            start -= 1
        if _is_minus(text, start - 1):
            start -= 1
    if text[end - 1 : end].isdigit():
        while end < len(text) and _joins(text, end):
            end += 1
    return start, end


def _joins(text: str, at: int) -> bool:
    """Whether a character is a digit, or a sign between two."""
    if text[at].isdigit():
        return True
    between = 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()
    return between and text[at] in _WITHIN


def _is_minus(text: str, at: int) -> bool:
    """Whether a character is the sign of a number, and neither a dash nor a hyphen."""
    return at >= 0 and text[at] in "-−" and (at == 0 or text[at - 1] in " (")


def is_starting_point(text: str, analysis: Analysis, quantity: Quantity) -> bool:
    """Whether a number is what was before, and not what came of it."""
    before = analysis.of_kind(SlotKind.BASELINE)
    told = any(slot.start <= quantity.start < slot.end for slot in before)
    return told or text[: quantity.start].rstrip().lower().endswith("from")
