"""Where in the file of a profile further entries can stand."""

from __future__ import annotations

from standout.values import frozen


@frozen
class Room:
    """The places in the file for further entries of one section.

    `before[n]` is the offset at which an entry goes before the n-th, the last one that at which
    it goes behind them all. `indent` counts the columns before a dash; None is a list in brackets.
    `key` is the key to write where the section is not there yet. `spaced` says that empty lines
    part the entries.
    """

    before: tuple[int, ...]
    indent: int | None
    key: str = ""
    spaced: bool = False
