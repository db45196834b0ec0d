"""Forms and bullets that some best choice does without, because others beat them."""

from __future__ import annotations

from standout.selection.material import Block, Bullet, Form


def worthwhile_forms(forms: tuple[Form, ...]) -> list[tuple[int, Form]]:
    """The forms that no other form of the same piece beats in height, worth and proofs."""
    return [
        (at, form)
        for at, form in enumerate(forms)
        if not any(_beats(other, form, at > nth) for nth, other in enumerate(forms) if nth != at)
    ]


def worthwhile_bullets(block: Block) -> list[tuple[int, Bullet]]:
    """The bullets of a block that fewer others beat than may stand below it.

    A choice with another one lacks one of those that beat it, and is worth no less with that one
    in its place.
    """
    bullets = list(enumerate(block.bullets))
    if len(bullets) <= block.most:
        return bullets
    return [(at, each) for at, each in bullets if each.must or not _is_beaten(block, at, each)]


def _is_beaten(block: Block, at: int, bullet: Bullet) -> bool:
    beaten = 0
    for nth, other in enumerate(block.bullets):
        beaten += nth != at and all(
            any(_beats(better, form, at > nth) for better in other.forms) for form in bullet.forms
        )
        if beaten == block.most:
            return True
    return False


def _beats(one: Form, other: Form, first: bool) -> bool:  # noqa: FBT001 - of two alike the first
    if one.open < other.open or one.height > other.height or one.worth < other.worth:
        return False
    strengths = {each.need: each.strength for each in one.proofs}
    if any(strengths.get(each.need, -1) < each.strength for each in other.proofs):
        return False
    alike = (one.open, one.height, one.worth, len(one.proofs)) == (
        other.open, other.height, other.worth, len(other.proofs)
    )  # fmt: skip
    return first or not alike
