"""The tables of the themes: the built-in ones are readable, a user's own is explained."""

from __future__ import annotations

from typing import Any

import pytest

from standout.errors import BuildError
from standout.writers.typesetting import themes

TABLE: dict[str, Any] = {
    "about": "mine", "font": "Lato", "heading_font": "Lato", "accent": "#102030", "size": 10,
    "margin": 1.8, "leading": 0.2, "spacing": 1, "pages": 1,
    "limits": {"size": 9.5, "margin": 1.2, "leading": 0.15, "spacing": 0.5},
}  # fmt: skip


@pytest.mark.parametrize("name", themes.NAMES)
def test_a_built_in_theme_stays_readable(name: str) -> None:
    theme = themes.built_in(name)
    assert theme.about.endswith(".")
    assert theme.size >= theme.limits.size >= 9.5
    assert theme.margin >= theme.limits.margin >= 1.2
    assert theme.leading >= theme.limits.leading >= 0.1
    assert theme.spacing >= theme.limits.spacing > 0


def test_a_theme_of_ones_own() -> None:
    theme = themes.theme_of("mine", TABLE, "#resume()", "/some/folder")
    assert (theme.name, theme.size, theme.limits.margin) == ("mine", 10.0, 1.2)
    assert (theme.columns, theme.root) == (1, "/some/folder")


@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        ({"fnot": "Lato"}, "no key `fnot`", "did you mean `font`?"),
        ({"qqq": 1}, "no key `qqq`", "the keys: about"),
        ({"size": "10pt"}, "`size` must be a number", "it is `10pt`"),
        ({"pages": 1.5}, "`pages` must be a whole number", "it is `1.5`"),
        ({"pages": True}, "`pages` must be a whole number", "it is `True`"),
        ({"font": 3}, "`font` must be a text", "it is `3`"),
        ({"accent": "navy"}, "`accent` must be a colour", "#1f3a5f"),
        ({"margin": -1}, "`margin` is out of range", "from 0"),
        ({"size": float("nan")}, "`size` is out of range", "from 0"),
        ({"limits": 3}, "`limits` must be a table", "it is `3`"),
        ({"limits": {"size": 9}}, "`limits.margin` is missing", "a number"),
        ({"limits": {**TABLE["limits"], "sise": 9}}, "`limits.sise`", "`limits.size`"),
    ],
)
def test_a_bad_table_is_explained(change: dict[str, Any], message: str, hint: str) -> None:
    with pytest.raises(BuildError) as caught:
        themes.theme_of("mine", {**TABLE, **change}, "#resume()")
    assert caught.value.message.startswith("theme.toml: ")
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_a_missing_key_is_named() -> None:
    table = {key: value for key, value in TABLE.items() if key != "heading_font"}
    with pytest.raises(BuildError, match="`heading_font` is missing"):
        themes.theme_of("mine", table, "#resume()")
