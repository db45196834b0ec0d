"""Which families stand in for a letter, and where they are looked for."""

from __future__ import annotations

import importlib.util
from importlib.machinery import ModuleSpec

import pytest

from standout.writers.typesetting import fonts


def test_arabic_is_joined_where_a_face_can() -> None:
    """Before the one that has its letters alone; other pages are the same with and without it."""
    stack = fonts.stack("Libertinus Serif", "ar", "rtl")
    assert stack.index(fonts.JOINING) < stack.index(fonts.CODE)
    assert fonts.JOINING not in fonts.stack("Libertinus Serif", "en", "ltr")


@pytest.mark.parametrize(
    ("language", "family"), [("zh", "Noto Sans SC"), ("ja", "Noto Sans JP"), ("ko", "Noto Sans KR")]
)
def test_east_asian_text_takes_its_own_shapes(language: str, family: str) -> None:
    east = [
        each
        for each in fonts.stack("Source Sans Pro", language, "ltr")
        if each.endswith(("SC", "JP", "KR"))
    ]
    assert east[0] == family


def test_folders_of_packages_that_are_not_for_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = ModuleSpec("matplotlib", None, is_package=True)
    assert spec.submodule_search_locations is not None
    spec.submodule_search_locations.append("/site/matplotlib")
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: spec if name == "matplotlib" else None
    )
    assert fonts.folders() == ("/site/matplotlib/mpl-data/fonts/ttf",)
