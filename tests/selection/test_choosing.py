"""The choice is the best there is: held against trying everything."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from standout.selection.choosing import (
    Choosing,
    Clash,
    choose,
    choose_filling,
    everything_height,
    without_counts,
)
from standout.selection.following import last_of
from standout.selection.material import (
    Block,
    Bullet,
    Chosen,
    Follow,
    Form,
    Material,
    Need,
    Part,
    Proof,
)
from standout.selection.problem import Column, Optimum, Problem, Row
from standout.selection.solver import solve
from standout.selection.worth import covered, heights, is_allowed, own_worth, worth

NEEDS = 3
FEW = 800
"""Choices that are tried at most."""


def _forms(least: int) -> st.SearchStrategy[tuple[Form, ...]]:
    proofs = st.dictionaries(st.integers(0, NEEDS - 1), st.sampled_from((40, 60, 100)), max_size=2)
    form = st.builds(
        Form,
        st.integers(1, 12),
        st.integers(0, 30),
        proofs.map(lambda each: tuple(Proof(need, strength) for need, strength in each.items())),
        open=st.booleans(),
    )
    return st.lists(form, min_size=least, max_size=2).map(tuple)


BULLETS = st.builds(Bullet, _forms(1), st.integers(0, 9).map(lambda each: each == 0))
BLOCKS = st.builds(
    Block,
    _forms(1),
    st.lists(BULLETS, max_size=2).map(tuple),
    lead=st.integers(-1, 3),
    least=st.integers(0, 2),
    most=st.integers(1, 2),
    must=st.integers(0, 9).map(lambda each: each == 0),
)


@st.composite
def materials(draw: st.DrawFn) -> Material:
    parts = draw(
        st.lists(
            st.builds(
                Part,
                st.lists(BLOCKS, min_size=1, max_size=2).map(tuple),
                height=st.integers(0, 4),
                worth=st.integers(0, 5),
                column=st.integers(0, 1),
                least=st.integers(0, 1),
            ),
            min_size=1,
            max_size=2,
        )
    )
    needs = st.builds(
        Need,
        st.lists(st.integers(0, 50), min_size=3, max_size=3).map(
            lambda each: tuple(sorted(each, reverse=True))
        ),
        st.sampled_from((0, 20)),
    )
    counts = [len(each.forms) + 1 for part in parts for each in part.blocks]
    counts += [len(b.forms) + 1 for part in parts for each in part.blocks for b in each.bullets]
    assume(math.prod(counts) <= FEW)
    places = [(at, nth) for at, part in enumerate(parts) for nth in range(len(part.blocks))]
    follows = st.builds(
        Follow, st.sampled_from(places), st.lists(st.sampled_from(places), max_size=2).map(tuple)
    )
    return Material(
        tuple(parts),
        draw(st.tuples(*[needs] * NEEDS)),
        draw(st.tuples(st.integers(0, 40), st.integers(0, 40))),
        draw(st.lists(follows, max_size=3).map(tuple)),
    )


def _every_choice(material: Material) -> Iterator[Chosen]:
    blocks = {(at, nth): len(each.forms) for at, nth, each in material.blocks()}
    bullets = {
        (at, nth, number): len(bullet.forms)
        for at, nth, each in material.blocks()
        for number, bullet in enumerate(each.bullets)
    }
    for of_blocks in itertools.product(*(range(-1, count) for count in blocks.values())):
        own = {key: form for key, form in zip(blocks, of_blocks, strict=True) if form >= 0}
        for of_bullets in itertools.product(*(range(-1, count) for count in bullets.values())):
            below = {key: form for key, form in zip(bullets, of_bullets, strict=True) if form >= 0}
            yield Chosen(own, below)


@settings(max_examples=60, deadline=None)
@given(materials())
def test_nothing_allowed_is_worth_more(material: Material) -> None:
    _is_best(material)


@st.composite
def _alike(draw: st.DrawFn) -> Material:
    """Entries with statements of few heights, worths and needs: many choices tie."""
    bullet = st.builds(
        lambda height, value, need, must: Bullet(
            (Form(height, value, (Proof(need, 100),)), Form(height - 1, value - 1, ())), must
        ),
        st.sampled_from((3, 5)), st.sampled_from((2, 4)), st.integers(0, 1),
        st.sampled_from((False, False, False, True)),
    )  # fmt: skip
    counts = draw(st.sampled_from(((1, 1, 1), (2, 2), (3, 1))))
    blocks = tuple(
        Block(
            (Form(4, 3), Form(2, 1, open=False)),
            tuple(draw(bullet) for _ in range(count)),
            lead=draw(st.integers(-1, 1)),
            least=draw(st.integers(0, 2)),
            most=draw(st.integers(1, 2)),
        )
        for count in counts
    )
    chain = tuple(Follow((0, at), ((0, at - 1),)) for at in range(1, len(blocks)))
    need = Need((6, 2, 1), draw(st.sampled_from((0, 5))))
    return Material((Part(blocks, 2, 0, 0, 1),), (need, need), (draw(st.integers(8, 30)),), chain)


@settings(max_examples=40, deadline=None)
@given(_alike())
def test_of_many_that_tie_one_best_is_chosen(material: Material) -> None:
    _is_best(material)
    again = [found.chosen for _ in range(2) if isinstance(found := choose(material), Choosing)]
    assert all(each == again[0] for each in again)


def _is_best(material: Material) -> None:
    allowed = [each for each in _every_choice(material) if is_allowed(material, each)]
    found = choose(material)
    if not allowed:
        assert isinstance(found, Clash)
        assert found.limits
        return
    assert isinstance(found, Choosing)
    assert is_allowed(material, found.chosen)
    best = max(worth(material, each) for each in allowed)
    assert worth(material, found.chosen) == best == found.objective == found.bound


@settings(max_examples=40, deadline=None)
@given(materials(), st.integers(0, 20), st.integers(0, 1))
def test_a_larger_page_is_never_worth_less(material: Material, more: int, column: int) -> None:
    rooms = tuple(room + more * (at == column) for at, room in enumerate(material.rooms))
    smaller, larger = choose(material), choose(replace(material, rooms=rooms))
    if isinstance(smaller, Choosing):
        assert isinstance(larger, Choosing)
        assert larger.objective >= smaller.objective


@settings(max_examples=20, deadline=None)
@given(materials())
def test_the_same_material_has_the_same_choice(material: Material) -> None:
    first, second = choose(material), choose(material)
    if isinstance(first, Choosing):
        assert isinstance(second, Choosing)
        assert first.chosen == second.chosen


@settings(max_examples=30, deadline=None)
@given(materials(), st.integers(1, 30))
def test_a_filling_choice_is_the_best_of_those_that_fill(material: Material, fill: int) -> None:
    fills = (min(fill, material.rooms[0]), 0)
    full = [
        each
        for each in _every_choice(material)
        if is_allowed(material, each)
        and all(a >= b for a, b in zip(heights(material, each), fills, strict=True))
    ]
    found = choose_filling(material, fills)
    assert isinstance(found, Choosing) == bool(full)
    if isinstance(found, Choosing):
        assert found.objective == max(worth(material, each) for each in full)


@given(materials())
def test_the_objective_is_the_sum_of_its_terms(material: Material) -> None:
    for chosen in itertools.islice(_every_choice(material), 20):
        assert worth(material, chosen) == own_worth(material, chosen) + sum(
            covered(material, chosen)
        )


def _statement(height: int, value: int, *needs: int) -> Bullet:
    return Bullet((Form(height, value, tuple(Proof(need, 100) for need in needs)),))


def test_the_second_proof_of_a_need_is_worth_less_than_the_first_of_another() -> None:
    bullets = (_statement(10, 5, 0), _statement(10, 5, 0), _statement(10, 4, 1))
    material = Material(
        (Part((Block((Form(5, 0),), bullets, least=1),)),),
        (Need((100, 30)), Need((60, 20))),
        (25,),
    )
    found = choose(material)
    assert isinstance(found, Choosing)
    assert {bullet for _, _, bullet in found.chosen.bullets} in ({0, 2}, {1, 2})


def test_limits_that_clash_are_named() -> None:
    block = Block((Form(50, 1),), must=True)
    found = choose(Material((Part((block,)),), (), (40,)))
    assert found == Clash(("what is marked `must`", "the height of the page"))


def test_a_page_that_counts_leave_empty_takes_more_without_them() -> None:
    bullets = tuple(_statement(10, 5) for _ in range(9))
    material = Material((Part((Block((Form(5, 0),), bullets, most=6),)),), (), (100,))
    capped, free = choose(material), choose(without_counts(material))
    assert isinstance(capped, Choosing)
    assert isinstance(free, Choosing)
    assert heights(material, capped.chosen) == [65]
    assert heights(material, free.chosen) == everything_height(material) == [95]


def test_a_higher_form_is_taken_where_it_fills_the_page() -> None:
    low, high = Form(5, 3), Form(9, 2)
    material = Material((Part((Block((low, high)),)),), (), (10,))
    low_choice, filled = choose(material), choose_filling(material, (9,))
    assert isinstance(low_choice, Choosing)
    assert isinstance(filled, Choosing)
    assert low_choice.chosen.blocks == {(0, 0): 0}
    assert filled.chosen.blocks == {(0, 0): 1}


def test_the_solver_answers_for_problems_without_columns_or_solutions() -> None:
    assert solve(Problem((), ())) == Optimum((), 0, 0)
    assert solve(Problem((), (Row((), least=1),))) is None
    assert solve(Problem((Column(5),), (Row(((0, 1),), least=2),))) is None


def test_a_row_may_name_a_column_twice() -> None:
    found = solve(Problem((Column(3), Column(2)), (Row(((0, 1), (1, 1), (0, 1)), most=2),)))
    assert found is not None
    assert found.objective == 3


def _following(*follows: Follow) -> Material:
    blocks = tuple(Block((Form(10, 5),)) for _ in range(4))
    return Material((Part(blocks, least=1),), (), (100,), follows)


def test_a_section_takes_one_of_its_last_blocks_along() -> None:
    chain = _following(Follow((0, 3), ((0, 2), (0, 1))), Follow((0, 2), ((0, 0),)))
    assert last_of(chain, 0) == {(0, 0), (0, 1)}
    assert last_of(_following(Follow((0, 3), ())), 0) == {(0, 0), (0, 1), (0, 2)}


def test_blocks_that_need_none_or_each_other_have_no_last() -> None:
    assert not last_of(_following(), 0)
    assert not last_of(_following(Follow((0, 1), ((0, 2),)), Follow((0, 2), ((0, 1),))), 0)


def test_of_many_jobs_that_lean_on_each_other_the_best_few_are_proven() -> None:
    """Jobs in a chain, a section that must stand, and many proofs of few needs."""
    jobs = [
        Block(
            (Form(3488, 150 - nth), Form(2149, 75 - nth, open=False)),
            tuple(
                _statement(1339 * (1 + (nth + at) % 3), 20 * ((7 * nth + 3 * at) % 14), at % 5)
                for at in range(1 + nth % 17)
            ),
            lead=194,
            least=1,
        )
        for nth in range(16)
    ]
    chain = tuple(
        Follow((0, nth), tuple((0, max(0, nth - back)) for back in (1, 2))) for nth in range(1, 16)
    )
    needs = tuple(Need((400, 120, 40), 600) for _ in range(5))
    found = choose(Material((Part(tuple(jobs), 3357, least=1),), needs, (64_000,), chain))
    assert isinstance(found, Choosing)
    assert found.objective == found.bound
