"""Building files of a profile, and reading them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from standout.model import Extraction, Reading

if TYPE_CHECKING:
    from standout.building.builder import Builder, Built
    from standout.building.order import Order


def builder(font_paths: tuple[str, ...] = ()) -> Builder:
    """What builds. It keeps the typesetter warm: the second page takes milliseconds."""
    from standout.building.builder import Builder

    return Builder(font_paths)


def build(
    reading: Reading,
    order: Order,
    by: Builder | None = None,
    done: Callable[[int], None] | None = None,
) -> Built:
    """Build the files of an order, unchecked. Raises `BuildError` where it cannot be.

    `done` is told after each format how many there are.
    """
    return (by or builder(order.design.font_paths)).build(reading, order, done)


def check_built(built: Built, further: Iterable[Extraction] = ()) -> Built:
    """Read a built PDF again in every way, hold it against the profile, and say what hangs over.

    `further` are what other extractors read in the PDF, beside the built-in ones.
    """
    from standout.building.builder import checked

    return checked(built, further)
