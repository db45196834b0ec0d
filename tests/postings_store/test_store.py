"""What is stored can be found, brought up to date and taken out again."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.errors import OpenError, UsageError
from standout.matching import Demanded
from standout.model import Degree, Demand, PartialDate, Posting, PostingReading, Requirement, Years
from standout.postings import plain, schema
from standout.postings.concepts import concept_of, signature
from standout.postings.filters import Filters
from standout.postings.prepared import day_number, prepared
from standout.postings.ranking import Wanted, ranked
from standout.postings.records import packed, unpacked
from standout.postings.sketches import sketch
from standout.postings.store import Store
from standout.postings.writing import Added, Writer
from standout.source import Source, Text
from tests.postings_store import making

DAY = making.TODAY.toordinal()


def test_a_record_says_what_the_posting_said() -> None:
    """Every field and every place."""
    for reading in making.readings(60):
        again = unpacked(packed(reading.posting, reading.source), reading.source.text)
        assert again == reading.posting


@given(st.text(max_size=40), st.lists(st.integers(0, 60), max_size=12))
def test_pieces_keep_their_places(text: str, places: list[int]) -> None:
    """Also those that do not stand in the text as they are."""
    piece = Text("x" * len(places), tuple(places))
    posting = Posting(title=piece, id=text, url="https://example.org")
    again = unpacked(packed(posting, Source("made", "json", text)), text)
    assert again.title is not None
    assert (again.title.value, list(again.title.places)) == (piece.value, places)
    assert again.id == text


def test_every_field_of_a_demand_is_part_of_its_concept() -> None:
    """Whatever a demand says, a concept says."""
    full = Demanded(
        Demand.YEARS, (("sql", "spark"), ("jax",)), Years(0, 3),
        Degree(0, ("physics",), waivable=True), "german", 5, frozenset({"ICML", "ACL"}),
        studying=True, family="data-engineer",
        scope=frozenset({"a", "b"}),
    )  # fmt: skip
    assert concept_of(signature(full)) == full
    for each in fields(Demanded):
        if each.name != "demand" and getattr(full, each.name) != each.default:
            other: Demanded = replace(full, **dict[str, Any]({each.name: each.default}))
            assert concept_of(signature(other)) == other != full


def test_every_kind_of_a_posting_is_known() -> None:
    """A kind that is not would be stored as it is, and fail."""
    used = {Posting, Requirement, Years, Degree, PartialDate}
    assert {each.__name__ for each in used} <= set(plain._KINDS)


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    """A posting that has changed is brought up to date, and found in its new words alone."""
    several = making.readings(40)
    assert making.stored(tmp_path, several) == Added(new=40)
    assert making.stored(tmp_path, several) == Added(unchanged=40)
    changed = making.reading(3, words="now with marsupials " + "and more " * 30)
    assert making.stored(tmp_path, [changed]) == Added(updated=1)
    with Store(tmp_path) as store:
        assert store.sizes()["postings"] == 40
        assert len(store.searched("marsupials")) == 1
        assert len(store.view()) == 40


def test_expired_postings_are_not_ranked(tmp_path: Path) -> None:
    """They stay until they are removed."""
    late, open_ = PartialDate(2026, 11, 21), PartialDate(2026, 11, 22)
    several = [making.reading(n, expires=late if n % 2 else open_) for n in range(30)]
    making.stored(tmp_path, several)
    with Store(tmp_path) as store:
        assert store.sizes()["postings"] == 30
        ranking = ranked(store, making.index(), Filters(), Wanted(DAY, 30, 30))
        assert ranking.left == (("still open", 15),)
    with Writer(tmp_path) as writer:
        assert writer.remove_expired(DAY) == 15
        writer.settle()
    assert len(making.titles(tmp_path)) == 15
    with Store(tmp_path) as store:
        assert len(ranked(store, making.index(), Filters(), Wanted(DAY, 30, 30)).best) == 15


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        (None, 0),
        (PartialDate(2024), (2024, 12, 31)),
        (PartialDate(2024, 2), (2024, 2, 29)),
        (PartialDate(2024, 12), (2024, 12, 31)),
        (PartialDate(2024, 2, 3), (2024, 2, 3)),
        (PartialDate(2023, 2, 29), (2023, 2, 28)),
        (PartialDate(0), 0),
    ],
)
def test_a_date_is_the_last_day_it_can_mean(
    stated: PartialDate | None, day: tuple[int, int, int] | int
) -> None:
    """A posting of a month expires at its end; a day that is none is its month's last."""
    assert day_number(stated) == (date(*day).toordinal() if isinstance(day, tuple) else day)


def test_search(tmp_path: Path) -> None:
    """All words, without case; phrases side by side; C++ is a word of its own."""
    words = ("Deep Reinforcement\nlearning in C++", "learning without reinforcement in C", "none")
    several = [making.reading(n, words=each, id=f"w{n}") for n, each in enumerate(words)]
    making.stored(tmp_path, several)
    with Store(tmp_path) as store:

        def count(query: str) -> int:
            return len(store.searched(query))

        assert count("REINFORCEMENT learning") == 2
        assert count('"reinforcement learning"') == 1
        assert count("c++") == 1
        assert count('reinforcement "') == 2
        assert count("marsupials OR learning") == 0
        with pytest.raises(UsageError, match="no word"):
            count('" "')


def test_ids(tmp_path: Path) -> None:
    """The beginning of an id is enough where it is the only one."""
    making.stored(tmp_path, making.readings(40))
    with Store(tmp_path) as store:
        every = store.listed(None, 100)
        assert store.named(every[0].id) == every[0]
        assert store.named(every[0].id[:12].upper()) == every[0]
        for wrong in ("", "xyz", "f" * 17, "-1"):
            with pytest.raises(UsageError, match="no id"):
                store.named(wrong)
        with pytest.raises(UsageError, match="no stored posting"):
            store.named("ffffffffffffffff")


def test_blocks_are_put_together_and_cleared_of_what_is_gone(tmp_path: Path) -> None:
    """However the store came to be, it holds the same."""
    with Writer(tmp_path) as writer:
        for each in making.readings(40):
            writer.add([prepared(each)])
        writer.settle()
        with Store(tmp_path) as store:
            assert len(store.view().blocks) == 1
            keys = [int(each.id, 16) for each in store.listed(None, 30)]
        assert writer.remove([*keys, 5]) == 30
        writer.settle()
    with Store(tmp_path) as store:
        assert [len(each) for each in store.view().blocks] == [10]
        assert len(store.searched("Labs")) + len(store.searched("Works")) > 0
        assert sorted(store.searched("experience")) == sorted(
            row for row in store.searched("experience") if store.rows([int(row)])
        )


def test_an_empty_store(tmp_path: Path) -> None:
    """It can be ranked, and holds nothing."""
    with pytest.raises(UsageError, match="no stored postings"):
        Store(tmp_path / "nowhere")
    with Writer(tmp_path) as writer:
        assert writer.add([]) == Added()
        writer.settle()
    with Store(tmp_path) as store:
        ranking = ranked(store, making.index(), Filters(), Wanted(DAY))
        assert (ranking.best, ranking.stored, ranking.emptied_by) == ((), 0, "still open")


def test_a_vocabulary_that_has_lost_a_skill(tmp_path: Path) -> None:
    """The store is not ranked by half of what it says."""
    making.stored(tmp_path, making.readings(30))
    connection = schema.open_to_write(tmp_path)
    connection.execute("UPDATE concepts SET signature = replace(signature, 'python', 'pyth0n')")
    connection.close()
    with Store(tmp_path) as store, pytest.raises(UsageError, match="does not know"):
        store.view()


def test_a_file_that_is_no_store(tmp_path: Path) -> None:
    """It is told, and not touched."""
    path = tmp_path / schema.FILE
    path.write_bytes(b"no database " * 100)
    for opened in (Store, Writer):
        with pytest.raises(OpenError, match="cannot be opened"):
            opened(tmp_path)
    assert path.read_bytes() == b"no database " * 100


TEXT = " ".join(f"sentence {n} says something of its own about work." for n in range(40))


def grouped(tmp_path: Path, *several: PostingReading) -> int:
    """Into how many postings a store makes these."""
    making.stored(tmp_path, several)
    with Store(tmp_path) as store:
        top = Wanted(DAY, 50, 50)
        return len(ranked(store, making.index(), Filters(), top).best)


def posted(number: int, words: str = TEXT, **fields: object) -> PostingReading:
    """A posting with the demands of another under an id of its own."""
    given = {"title": "Data Engineer", "organization": "Moss AI", "places": ("Oslo",), **fields}
    return making.reading(7, words=words, id=f"c{number}", **given)  # type: ignore[arg-type] # any field


def test_copies_are_shown_once_with_all_places(tmp_path: Path) -> None:
    """A repost, another board, and the twin in another city, which a search for it still finds."""
    several = (
        posted(1),
        posted(2),
        posted(3, organization="Fern Works", title="Data Engineer (m/f/d)"),
        posted(4, places=("Bergen",), title="Data Engineer, Bergen"),
    )
    assert grouped(tmp_path, *several) == 1
    with Store(tmp_path) as store:
        (shown,) = ranked(store, making.index(), Filters(), Wanted(DAY)).best
        assert set(shown.places) == {"Oslo", "Bergen"}
        assert len(shown.copies) == 3
        there = ranked(store, making.index(), Filters(places=("Bergen",)), Wanted(DAY)).best
        assert [each.posting.id for each in there] == ["c4"]


def test_near_copies_are_one_posting(tmp_path: Path) -> None:
    """A sentence more or less does not make another job."""
    near = TEXT.replace("sentence 20 says", "sentence twenty says")
    assert grouped(tmp_path, posted(1), posted(2, near)) == 1


@pytest.mark.parametrize(
    "other",
    [
        posted(2, seniority="senior"),
        posted(2, title="Data Scientist"),
        posted(2, title="Machine Learning Engineer", words=TEXT + " One more line."),
        posted(2, words=" ".join(f"paragraph {n} tells of another task" for n in range(60))),
        posted(2, words=TEXT[: len(TEXT) // 2] + "and quite another ending of it " * 30),
    ],
)
def test_what_is_another_job_stays(tmp_path: Path, other: PostingReading) -> None:
    """Organisation and title alone never make a copy, nor does a text with another title."""
    assert grouped(tmp_path, posted(1), other) == 2


def test_a_copy_leads_where_the_first_is_gone(tmp_path: Path) -> None:
    """The next repost is known by it."""
    making.stored(tmp_path, [posted(1), posted(2)])
    with Store(tmp_path) as store:
        first = min(store.listed(None, 5), key=lambda each: each.row)
    with Writer(tmp_path) as writer:
        writer.remove([int(first.id, 16)])
        writer.settle()
    assert grouped(tmp_path, posted(3)) == 1


@given(st.text(max_size=400))
def test_a_sketch_of_any_text(text: str) -> None:
    """The same text has the same sketch; case and white space do not matter."""
    assert sketch(text, ["a"]) == sketch(f"  {text}\n", ["a"])
