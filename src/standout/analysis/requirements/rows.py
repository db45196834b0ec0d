"""What the reading of requirements takes: the lines of a posting, unwrapped, in their order."""

from __future__ import annotations

from typing import NamedTuple

from standout.source import Text


class Row(NamedTuple):
    """One line or paragraph of a posting, without its bullet.

    `depth` is a heading's level where the format names one (1 the highest), `bold` that all of it
    is bold, `bullet` that it is an item of a list, `indent` how deep, `gap` that white space
    stands above it, `told` that it states a field of the posting (title, place) and asks nothing.
    """

    text: Text
    depth: int | None = None
    bold: bool = False
    bullet: bool = False
    indent: int = 0
    gap: bool = False
    told: bool = False
