"""Emphasis is what stands out: in a document set in bold, bold marks nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standout.model import Section, Statement


def without_usual_bold(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, without the marks over whole bullets where most bullets have them."""
    bullets = [
        statement
        for section in sections
        for statement in section.all_statements()
        if statement.bullet is not None
    ]
    marked = sum(map(_is_bold, bullets))
    if 2 * marked <= len(bullets):
        return tuple(sections)
    return tuple(
        replace(
            section,
            statements=tuple(map(_plain, section.statements)),
            entries=tuple(
                replace(entry, statements=tuple(map(_plain, entry.statements)))
                for entry in section.entries
            ),
        )
        for section in sections
    )


def _is_bold(statement: Statement) -> bool:
    return any(
        (mark.start, mark.end, mark.style) == (0, len(statement.text), "bold")
        for mark in statement.emphasis
    )


def _plain(statement: Statement) -> Statement:
    if not _is_bold(statement):
        return statement
    return replace(
        statement, emphasis=tuple(mark for mark in statement.emphasis if mark.style != "bold")
    )
