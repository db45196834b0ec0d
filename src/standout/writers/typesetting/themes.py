"""Themes: one Typst file and a small table of settings each."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import rtoml

NAMES = ("classic", "compact", "mono")


@dataclass(frozen=True, slots=True)
class Limits:
    """How far fitting may go: the smallest text (points), margin (cm), leading (em), spacing."""

    size: float
    margin: float
    leading: float
    spacing: float


@dataclass(frozen=True, slots=True)
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
    """A theme from the two texts of its folder. Raises KeyError or TypeError on a bad table."""
    values = {**table, "limits": Limits(**table["limits"])}
    return Theme(name, code, root=root, **values)


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
