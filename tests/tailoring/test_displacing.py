"""What a report says would give way is so: held against pages that are chosen anew."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from standout import api
from standout.model.selection import Piece
from standout.selection.choosing import Choosing, choose
from standout.selection.material import Material
from standout.tailoring.displacing import Displacing
from tests.tailoring.pages import example, postings, tailored

POINTS = r"(\w+) (?:displace|stand) .*?(\d+) points? less\)$"


def with_must(material: Material, at: int, nth: int, number: int) -> Material:
    """The material with a statement that must stand."""
    block = material.parts[at].blocks[nth]
    bullets = list(block.bullets)
    bullets[number] = replace(bullets[number], must=True)
    blocks = list(material.parts[at].blocks)
    blocks[nth] = replace(block, bullets=tuple(bullets))
    parts = list(material.parts)
    parts[at] = replace(parts[at], blocks=tuple(blocks))
    return replace(material, parts=tuple(parts))


@pytest.mark.parametrize("name", ["senior-staff", "self-taught"])
def test_what_would_be_displaced_is_what_the_best_page_with_it_lacks(name: str) -> None:
    page = tailored(example(name), postings()["applied-llm"])
    material, best = page.page.material, page.page.choosing
    words = {
        (at, nth, number): " ".join(bullet[0].statement.text.value.split())
        for at, shelf in enumerate(page.stock.shelves)
        for nth, block in enumerate(shelf.blocks)
        for number, bullet in enumerate(block.bullets)
    }
    told = {
        " ".join(each.text.value.split()): re.findall(
            r"^(\w+) .*?(\d+) points? less\)$", each.reason
        )
        for each in api.selection(page).dropped
        if each.piece is Piece.STATEMENT
    }
    counted = [place for place, said in words.items() if told.get(said)]
    assert counted
    for at, nth, number in counted[:6]:
        forced = choose(with_must(material, at, nth, number))
        assert isinstance(forced, Choosing)
        verb, points = told[words[at, nth, number]][0]
        said = best.objective - int(points)
        assert said == forced.objective if verb == "would" else said <= forced.objective


def test_of_an_entry_that_is_left_out_what_gives_way_is_told_as_it_is() -> None:
    page = tailored(example("phd-researcher"), postings()["recsys-senior"])
    asked = Displacing(page.page.material, page.page.choosing)
    left = [
        (at, nth)
        for at, nth, _ in page.page.material.blocks()
        if (at, nth) not in asked.chosen.blocks
    ]
    assert left
    for place in left[:8]:
        solved, counted = asked.solved(place), asked.exchanged(place)
        assert solved is not None
        assert solved.gone or solved.changed
        assert counted is None or 0 <= solved.points <= counted.points
        assert all(each in (*asked.chosen.blocks, *asked.chosen.bullets) for each in solved.gone)
