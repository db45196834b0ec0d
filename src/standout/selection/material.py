"""What may go on the page, in numbers: forms with heights and worths, within blocks, within parts.

Heights are hundredths of a point, worths whole numbers, so that sums are exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from standout.values import frozen


@frozen
class Proof:
    """That a piece proves a need, by its place, with a strength of 0 to 100."""

    need: int
    strength: int


@frozen
class Need:
    """One thing a posting asks for. The best proofs on the page count, each less than the last.

    `shares` are the worths of the first, second, ... proof at full strength, falling; `once` is
    what any proof at all is worth beside them.
    """

    shares: tuple[int, ...]
    once: int = 0


@frozen
class Form:
    """One way to print a piece. `open` says that statements may stand below it."""

    height: int
    worth: int
    proofs: tuple[Proof, ...] = ()
    name: str = ""
    open: bool = True


@frozen
class Bullet:
    """A statement of a block: at most one of its forms is printed, `must` says exactly one."""

    forms: tuple[Form, ...]
    must: bool = False


@frozen
class Block:
    """An entry, a group of skills, a paragraph: at most one of its forms, and bullets below.

    `lead` is the height that the first bullet takes beside its own. From `least` to `most` bullets
    stand below an open form, as far as there are any.
    """

    forms: tuple[Form, ...]
    bullets: tuple[Bullet, ...] = ()
    lead: int = 0
    least: int = 0
    most: int = 6
    must: bool = False


@frozen
class Part:
    """A section: its heading takes `height` once a block of it is printed.

    `column` says in which of the page's columns it stands. At least `least` of its blocks are
    printed, as far as there are any.
    """

    blocks: tuple[Block, ...]
    height: int = 0
    worth: int = 0
    column: int = 0
    least: int = 0


@frozen
class Follow:
    """Where a block is printed, one of `others` is too. Each is (part, block)."""

    block: tuple[int, int]
    others: tuple[tuple[int, int], ...]


@frozen
class Material:
    """All that may be printed, what it may prove, and the height that each column has."""

    parts: tuple[Part, ...]
    needs: tuple[Need, ...]
    rooms: tuple[int, ...]
    follows: tuple[Follow, ...] = ()

    def blocks(self) -> Iterator[tuple[int, int, Block]]:
        """Every block with its place."""
        for at, part in enumerate(self.parts):
            for nth, block in enumerate(part.blocks):
                yield at, nth, block


@frozen
class Chosen:
    """Which form of each block and of each bullet is printed, by place; what is absent is not.

    A block's place is (part, block), a bullet's (part, block, bullet).
    """

    blocks: dict[tuple[int, int], int] = field(default_factory=dict)
    bullets: dict[tuple[int, int, int], int] = field(default_factory=dict)
