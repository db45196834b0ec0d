"""Frozen values are what frozen, slotted dataclasses are."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace

import pytest

from standout.values import frozen


@frozen
class Point:
    """A place, and what is known of it."""

    x: int
    y: int = 2
    notes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError("x is at least 0")


@dataclass(frozen=True, slots=True)
class Twin:
    """The same by `dataclass`."""

    x: int
    y: int = 2
    notes: Mapping[str, str] = field(default_factory=dict)


@frozen
class Single:
    hidden: float = field(repr=False)


@frozen
class Nothing:
    pass


def test_it_is_made_as_a_dataclass_is() -> None:
    ours, theirs = Point(1, notes={"a": "b"}), Twin(1, notes={"a": "b"})
    assert (ours.x, ours.y, ours.notes) == (theirs.x, theirs.y, theirs.notes)
    assert repr(ours) == repr(theirs).replace("Twin", "Point")
    assert [each.name for each in fields(Point)] == [each.name for each in fields(Twin)]
    assert Point.__match_args__ == Twin.__match_args__
    assert is_dataclass(ours)
    assert not hasattr(ours, "__dict__")
    assert Point(1).notes is not Point(1).notes
    assert repr(Single(1.0)) == "Single()"


@pytest.mark.parametrize("wrong", [{}, {"x": 1, "z": 2}])
def test_wrong_arguments_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(TypeError):
        Point(**wrong)  # type: ignore[arg-type] # that is what is tried


def test_checks_after_making_run() -> None:
    with pytest.raises(ValueError, match="at least 0"):
        Point(-1)
    with pytest.raises(ValueError, match="at least 0"):
        replace(Point(1), x=-1)


def test_values_are_equal_where_their_fields_are() -> None:
    assert Point(1) == Point(1, 2)
    assert Point(1) != Point(2)
    assert Point(1) != Twin(1)  # type: ignore[comparison-overlap] # classes differ
    assert Single(1.0) == Single(1.0) != Single(2.0)
    assert len({Single(1.0), Single(1.0), Nothing(), Nothing()}) == 2
    with pytest.raises(TypeError):
        hash(Point(1))


def test_nothing_changes() -> None:
    point = Point(1)
    for name in ("x", "z"):
        with pytest.raises(FrozenInstanceError):
            setattr(point, name, 2)
    with pytest.raises(FrozenInstanceError):
        del point.y
    assert replace(point, y=3) == Point(1, 3)


@pytest.mark.parametrize("value", [Point(3, notes={"a": "b"}), Single(1.0), Nothing()])
def test_copies_are_equal(value: object) -> None:
    for made in (copy.copy(value), copy.deepcopy(value), _pickled(value)):
        assert made == value


def _pickled(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - its own bytes


@frozen
class Counted:
    """One whose own hash says less than its fields."""

    name: str
    notes: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.name)


def test_a_hash_of_its_own_stays() -> None:
    assert hash(Counted("a", {"b": "c"})) == hash("a")
    assert Counted("a") != Counted("a", {"b": "c"})
