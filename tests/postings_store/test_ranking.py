"""The ranking of a store is the ranking of full matches of everything in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.matching import (
    MatchSettings,
    ProfileIndex,
    Term,
    match,
    profile_index,
    strength,
    terms_of,
    weights,
)
from standout.postings.concepts import concept_of, concepts_of, signature
from standout.postings.filters import Filters
from standout.postings.ranking import Ranked, Ranking, Wanted, ranked, score_all
from standout.postings.segments import flat
from standout.postings.store import Store
from standout.postings.weights import STRESSES, Taken, Weigher
from tests.postings_store import making

DAY = making.TODAY.toordinal()
COUNT = 2_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two thousand postings."""
    folder = tmp_path_factory.mktemp("store")
    making.stored(folder, making.readings(COUNT), batch=170)
    return folder


@pytest.fixture(scope="module")
def index() -> ProfileIndex:
    """A profile."""
    return making.index()


@pytest.fixture(scope="module")
def everything(folder: Path, index: ProfileIndex) -> tuple[Ranked, ...]:
    """All that can be scored, best first."""
    return best(folder, index, top=COUNT, per_organization=COUNT).best


def best(folder: Path, index: ProfileIndex, filters: Filters = Filters(), **wanted: int) -> Ranking:  # noqa: B008 - frozen
    """The ranking of a store."""
    with Store(folder) as store:
        return ranked(store, index, filters, Wanted(DAY, **wanted))


def test_the_head_equals_full_matching_of_everything(folder: Path, index: ProfileIndex) -> None:
    """Every posting's points, and the order of all, are those of matching one by one."""
    with Store(folder) as store:
        scored = score_all(store, index, Filters(), DAY)
        frequencies = scored.view.taken.frequencies()
        full = {}
        for position, row in enumerate(scored.row.tolist()):
            found = match(index, store.posting(row)[1], frequencies)
            assert (-1 if found.score is None else found.score) == scored.points[position]
            if found.score is not None:
                full[int(scored.key[position])] = found.score
        head = ranked(store, index, Filters(), Wanted(DAY, top=COUNT, per_organization=COUNT))
    expected = sorted(full, key=lambda key: (-full[key], key))
    assert len(full) > COUNT / 2
    assert [int(each.stored.id, 16) for each in head.best] == expected
    assert [each.match.score for each in head.best] == [full[key] for key in expected]
    assert head.thin == COUNT - len(full)


def test_every_profile_and_setting(folder: Path) -> None:
    """Other weights give other points, and still those of matching."""
    settings = MatchSettings(
        required=90, preferred=70, role=25, work=10, level=5, degree=10, soft=90, least=4
    )
    resume = making.resume()
    index = profile_index(resume, making.TODAY, settings)
    with Store(folder) as store:
        scored = score_all(store, index, Filters(), DAY)
        frequencies = scored.view.taken.frequencies()
        for position in range(0, COUNT, 7):
            posting = store.posting(int(scored.row[position]))[1]
            found = match(index, posting, frequencies).score
            assert (-1 if found is None else found) == scored.points[position]


def test_strengths_are_those_of_judging(folder: Path, index: ProfileIndex) -> None:
    """Concept by concept."""
    with Store(folder) as store:
        view = store.view()
    strengths = view.concepts.strengths(index)
    assert len(view.concepts.numbers) > 100 < len(view.concepts.others)
    for number, concept in view.signatures.items():
        demand = concept_of(concept)
        assert signature(demand) == concept
        assert strengths[number] == strength(index, demand)


def test_the_order_of_adding_does_not_matter(
    folder: Path, index: ProfileIndex, tmp_path: Path
) -> None:
    """Other batches in another order give the same list."""
    making.stored(tmp_path, making.readings(COUNT)[::-1], batch=900)
    one, other = (best(each, index, top=40) for each in (folder, tmp_path))
    assert [(each.stored.id, each.match.score) for each in one.best] == [
        (each.stored.id, each.match.score) for each in other.best
    ]


FILTERS = (
    (Filters(places=("oslo",)), lambda each: "Oslo, Norway" in each.places),
    (Filters(remote=("remote",)), lambda each: each.posting.remote == "remote"),
    (Filters(seniority=("junior",)), lambda each: each.posting.seniority in (None, "junior")),
    (Filters(employment=("internship",)),
     lambda each: each.posting.employment in (None, "internship")),
    (Filters(organizations=("moss",)), lambda each: each.stored.organization.startswith("Moss")),
    (Filters(pay=150_000, currency="EUR"),
     lambda each: each.posting.salary and each.posting.salary.maximum >= 150_000),
    (Filters(since=date(2026, 6, 1).toordinal()),
     lambda each: each.stored.posted is None or each.stored.posted >= date(2026, 6, 1)),
    (Filters(permit="possible"), lambda each: each.posting.sponsorship is not False),
    (Filters(permit="sponsored"), lambda each: each.posting.sponsorship is True),
)  # fmt: skip


@pytest.mark.parametrize(("filters", "holds"), FILTERS)
def test_a_filter_leaves_what_it_says(
    folder: Path,
    index: ProfileIndex,
    everything: tuple[Ranked, ...],
    filters: Filters,
    holds: object,
) -> None:
    """And no other posting; of those that pass the best are there."""
    ranking = best(folder, index, filters, top=COUNT, per_organization=COUNT)
    assert callable(holds)
    ids = [each.stored.id for each in ranking.best]
    assert 0 < len(ids) < len(everything)
    assert ids == [each.stored.id for each in everything if holds(each)]


def test_an_empty_list_names_the_filter_that_emptied_it(folder: Path, index: ProfileIndex) -> None:
    """The first that left nothing."""
    nowhere = best(folder, index, Filters(places=("Atlantis",), permit="sponsored"))
    assert nowhere.best == ()
    assert nowhere.emptied_by == "place Atlantis"
    assert best(folder, index).emptied_by is None


def test_one_organization_does_not_fill_the_list(folder: Path, index: ProfileIndex) -> None:
    """Three of each, as there are enough of others; the list stays sorted."""
    ranking = best(folder, index, top=30)
    names = [each.stored.organization for each in ranking.best]
    assert len(names) == 30
    assert max(map(names.count, names)) == 3
    scores = [each.match.score or 0 for each in ranking.best]
    assert scores == sorted(scores, reverse=True)
    # Fifteen organisations: where that is not enough, those that were held back follow.
    assert len(best(folder, index, top=60).best) == 60


def test_reasons_add_up(folder: Path, index: ProfileIndex) -> None:
    """Each match of a list explains its score."""
    for each in best(folder, index, top=20).best:
        assert each.match.score == sum(reason.points for reason in each.match.reasons)
        value = each.source.text
        assert all(
            value[asked.text.places[0] :][: len(asked.text)] == asked.text.value
            for asked in each.posting.requirements
        )


@given(st.lists(st.integers(0, 200), max_size=6), st.integers(0, 30), st.integers(0, 30))
def test_weights_are_those_of_matching(numbers: list[int], role: int, work: int) -> None:
    """Largest remainders, roles and all: the same integers for any batch of postings."""
    settings = MatchSettings(role=role, work=work)
    several = [terms_of(making.reading(each).posting) for each in numbers]
    expected = [weights(each, settings) for each in several]
    names: dict[str, int] = {}

    def numbered(terms: Iterable[Term]) -> list[int]:
        said = [(signature(each.concept), each.stress) for each in terms]
        return [names.setdefault(name, len(names)) * STRESSES + stress for name, stress in said]

    counts, beside = (
        [len(getattr(each, name)) for each in several] for name in ("terms", "beside")
    )
    concepts = numbered(term for each in several for term in each.terms)
    told = numbered(term for each in several for term in each.beside)
    weigher = Weigher(list(names).__getitem__, Taken(), settings)
    found = weigher.weights(
        *(np.array(each, np.int64) for each in (counts, concepts, beside, told))
    )
    assert found.demands.weights.tolist() == [one for each in expected for one in each.terms]
    assert found.beside.weights.tolist() == [one for each in expected for one in each.beside]
    assert found.work.tolist() == [each.work for each in expected]


def test_concepts_of_nothing() -> None:
    """An empty store has no concepts, and answers for all of them."""
    assert concepts_of({}).strengths(making.index()).tolist() == [0]


def test_blocks_are_what_they_were_made_of(folder: Path) -> None:
    """Demands go into ranks and come back posting by posting: each posting's weights are whole."""
    with Store(folder) as store:
        for block in store.view().blocks:
            weighed = flat(block)
            owner = np.repeat(np.arange(len(block)), block.columns.counts)
            together = np.bincount(owner, weighed.demands.weights, len(block)) + weighed.work
            assert set(together.tolist()) <= {0, 10_000}
