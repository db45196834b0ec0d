"""Frozen values: what `dataclass(frozen=True, slots=True)` makes, in a quarter of its time.

A run makes well over a hundred such classes before it reads a word. `dataclass` compiles six
methods for each; here one is compiled, and the others are shared. Making a value takes half as
long as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

Class = TypeVar("Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Class]) -> type[Class]:
    """A dataclass whose values are slotted, never change, and are equal where their fields are.

    Fields take defaults and factories, and `repr`; `replace`, `fields`, copies and pickles work
    as ever. Setting or deleting a field raises `FrozenInstanceError`.
    """
    cls.__doc__ = cls.__doc__ or cls.__name__
    made: type[Class] = dataclass(slots=True, init=False, repr=False, eq=False)(cls)
    every = fields(made)  # type: ignore[arg-type] # mypy does not see what `dataclass` has made
    methods = {
        "__init__": _init(made, every),
        **_comparison([each.name for each in every]),
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__repr__": _shown,
        "__getstate__": _state,
        "__setstate__": _restore,
    }
    for name, method in methods.items():
        # A class may have a hash of its own that says less and is quicker.
        if name != "__hash__" or name not in vars(cls):
            setattr(made, name, method)
    return made


def _init(cls: type, every: Sequence[Field[Any]]) -> Callable[..., None]:
    """Sets each slot by its descriptor: the class itself lets nobody set it."""
    known: dict[str, Any] = {"__name__": cls.__module__, "MISSING": MISSING}
    arguments, lines = ["self"], []
    for each in every:
        name = each.name
        known[f"set_{name}"] = getattr(cls, name).__set__
        given = name
        if each.default is not MISSING:
            known[f"default_{name}"] = each.default
            arguments.append(f"{name}=default_{name}")
        elif each.default_factory is not MISSING:
            known[f"make_{name}"] = each.default_factory
            arguments.append(f"{name}=MISSING")
            given = f"make_{name}() if {name} is MISSING else {name}"
        else:
            arguments.append(name)
        lines.append(f"set_{name}(self, {given})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(arguments)}):\n {body}", known)  # noqa: S102 - names of fields
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _comparison(names: Sequence[str]) -> dict[str, Callable[..., object]]:
    content = _content(names)

    def equal(self: object, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return content(self) == content(other)

    return {"__eq__": equal, "__hash__": lambda self: hash(content(self))}


def _content(names: Sequence[str]) -> Callable[[object], object]:
    """The fields as a tuple; for a single one `attrgetter` would give the bare value."""
    if len(names) != 1:
        return attrgetter(*names) if names else lambda _: ()
    only = attrgetter(*names)
    return lambda value: (only(value),)


def _refuse(_: object, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _shown(self: Any) -> str:
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _state(self: Any) -> list[object]:
    return [getattr(self, each.name) for each in fields(self)]


def _restore(self: Any, state: Sequence[object]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)
