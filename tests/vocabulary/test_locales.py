"""What a locale prints, our own reader must understand."""

from __future__ import annotations

import re

import pytest

from standout.model import SectionKind
from standout.vocabulary import headings
from standout.vocabulary.locales import NAMES, Locale, locale

STYLES = {"short", "long", "numeric", "year"}


@pytest.fixture(params=NAMES)
def tongue(request: pytest.FixtureRequest) -> Locale:
    return locale(request.param)


def test_every_kind_of_section_has_a_heading_that_reads_back(tongue: Locale) -> None:
    assert set(tongue.headings) == set(SectionKind)
    read = {kind: headings.find(text) for kind, text in tongue.headings.items()}
    assert read.pop(SectionKind.OTHER) in (None, headings.Heading(SectionKind.OTHER))
    assert read == {kind: headings.Heading(kind) for kind in read}


def test_headings_differ(tongue: Locale) -> None:
    assert len(set(tongue.headings.values())) == len(SectionKind)


def test_months_and_patterns_are_whole(tongue: Locale) -> None:
    assert len(set(tongue.short)) == len(set(tongue.long)) == 12
    assert set(tongue.dates) == STYLES
    assert all("{year}" in pattern for pattern in tongue.dates.values())
    assert tongue.dates["numeric"].find("{number}") >= 0


def test_names_that_only_some_values_may_have(tongue: Locale) -> None:
    assert tongue.paper in ("a4", "letter")
    assert tongue.direction == ("rtl" if tongue.tag in ("ar", "fa", "he") else "ltr")
    assert set(re.findall(r"\{(\w+)\}", tongue.degree_in_field)) == {"degree", "field"}


def test_a_voiced_kana_is_a_letter_of_its_own() -> None:
    assert headings.find("フロシェクト") is None
    assert headings.find("プロジェクト") == headings.Heading(SectionKind.PROJECTS)
