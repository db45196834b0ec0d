"""Themes: one Typst file and a small table of settings each."""

from __future__ import annotations

import difflib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any

import rtoml

from standout.errors import BuildError
from standout.patterns import regex
from standout.values import frozen

NAMES = ("classic", "compact", "modern", "academic", "two-column", "mono")


@frozen
class Limits:
    """How far fitting may go: the smallest text (points), margin (cm), leading (em), spacing."""

    size: float
    margin: float
    leading: float
    spacing: float


@frozen
class Theme:
    """A theme. `code` is its Typst text; `pages` the pages it is made for, 0 for any number.
    `columns` counts its parallel columns of text.

    `root` is the folder its file may read images from, '' for none.
    """

    name: str
    code: str
    about: str
    font: str
    heading_font: str
    accent: str
    size: float
    margin: float
    leading: float
    spacing: float
    pages: int
    limits: Limits
    columns: int = 1
    root: str = ""


def theme_of(name: str, table: Mapping[str, Any], code: str, root: str = "") -> Theme:
    """A theme from the two texts of its folder. Raises `BuildError` for a bad table."""
    values = _checked(table, _KEYS, "")
    limits = _checked(values.pop("limits"), _LIMITS, "limits.")
    return Theme(name, code, root=root, limits=Limits(**limits), **values)


_KEYS: Mapping[str, type] = {
    "about": str, "font": str, "heading_font": str, "accent": str, "size": float,
    "margin": float, "leading": float, "spacing": float, "pages": int, "columns": int,
    "limits": dict,
}  # fmt: skip
_LIMITS: Mapping[str, type] = {
    "size": float, "margin": float, "leading": float, "spacing": float,
}  # fmt: skip
_OPTIONAL = ("columns",)
_WORDS = {str: "a text", float: "a number", int: "a whole number", dict: "a table"}
_COLOUR = regex("#[0-9A-Fa-f]{6}")
_LARGEST = 100
"""Points, centimetres or pages beyond which a number is a slip."""


def _checked(table: Mapping[str, Any], keys: Mapping[str, type], path: str) -> dict[str, Any]:
    """The values of a table, each of its kind."""
    for key in table:
        if key not in keys:
            near = difflib.get_close_matches(key, keys, n=1)
            hint = f"did you mean `{path}{near[0]}`?" if near else f"the keys: {', '.join(keys)}"
            raise BuildError(f"theme.toml: there is no key `{path}{key}`", hint)
    for key in keys:
        if key not in table and key not in _OPTIONAL:
            kind = _WORDS[keys[key]]
            raise BuildError(f"theme.toml: `{path}{key}` is missing", f"give it {kind}")
    return {key: _value(path + key, value, keys[key]) for key, value in table.items()}


def _value(path: str, value: object, kind: type) -> object:
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        raise BuildError(f"theme.toml: `{path}` must be {_WORDS[kind]}", f"it is `{value}`")
    if path == "accent" and not _COLOUR.fullmatch(str(value)):
        raise BuildError("theme.toml: `accent` must be a colour", "write it as `#1f3a5f`")
    if isinstance(value, int | float) and not 0 <= value <= _LARGEST:
        raise BuildError(f"theme.toml: `{path}` is out of range", f"from 0 to {_LARGEST}")
    return value


@cache
def built_in(name: str) -> Theme:
    """One of the themes in `NAMES`."""
    return theme_of(name, rtoml.loads(_file(f"{name}/theme.toml")), _file(f"{name}/theme.typ"))


@cache
def library() -> str:
    """The Typst text that stands above every theme."""
    return _file("../resume.typ")


def _file(name: str) -> str:
    content = pkgutil.get_data("standout.writers.typesetting", f"themes/{name}") or b""
    return content.decode("utf-8")
