"""Sections that stand beside others, in a sidebar, and have no place in an order."""

from __future__ import annotations

from standout.model import Section
from standout.rules import paper
from standout.rules.base import Context

_APART = 0.2
"""The part of the page's width by which the left edges of two columns differ."""


def in_the_same_column(context: Context, one: Section, other: Section) -> bool:
    """Say whether two sections stand below each other; true for formats without pages."""
    if all(page.columns == 1 for page in context.pages):
        return True
    first, second = _edge(context, one), _edge(context, other)
    if first is None or second is None:
        return True
    return abs(first - second) < _APART * context.pages[0].width


def _edge(context: Context, section: Section) -> float | None:
    words = paper.words_under(context.pages, section.span())
    inside = [word for word in words if not word.invisible]
    return min((word.box.x0 for word in inside), default=None)
