"""Every theme and every profile: a tagged PDF that keeps what PDF/UA-1 promises."""

from __future__ import annotations

import itertools

import page
import pytest

from standout.writers.typesetting import themes
from standout.writers.typesetting.typesetter import ARCHIVAL
from tests.writers.typesetting import pages
from tests.writers.typesetting.structure import Tagged, headings, name_of, tagged

# A stream whose last byte is a line feed or return is read one byte short by the checker.
_CHECKERS_OWN = "PDFA2A-STREAM-LENGTH-001"


@pytest.mark.parametrize(("theme", "profile"), pages.CASES)
def test_every_word_is_tagged_and_every_promise_kept(theme: str, profile: str) -> None:
    sheet = pages.sheet(theme, profile)
    found = tagged(pages.pdf(theme, profile))
    assert found.catalog["MarkInfo"]["Marked"] is True
    assert found.catalog["ViewerPreferences"]["DisplayDocTitle"] is True
    assert name_of(found.catalog["Lang"]) == sheet.language
    assert 'pdfuaid:part="1"' in found.metadata or "<pdfuaid:part>1<" in found.metadata
    assert sheet.name in found.metadata
    assert found.untagged == 0
    assert found.shown <= found.marked


@pytest.mark.parametrize(("theme", "profile"), pages.CASES)
def test_headings_lists_and_links(theme: str, profile: str) -> None:
    sheet = pages.sheet(theme, profile)
    found = tagged(pages.pdf(theme, profile))
    levels = headings(found)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert levels.count(2) == len(sheet.parts)
    assert levels.count(3) == sum(len(part.items) for part in sheet.parts)
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert found.tags.count("LI") >= sum(
        len(item.statements) for part in sheet.parts for item in part.items
    )
    _links_are_real(found)


def _links_are_real(found: Tagged) -> None:
    links = [each for each in found.links if name_of(each["Subtype"]) == "Link"]
    assert links
    assert found.tags.count("Link") == len(links)
    for each in links:
        assert name_of(each["Contents"]).strip()
        assert name_of(each["A"]["URI"]).startswith(("https://", "http://", "mailto:"))
        assert "StructParent" in each


@pytest.mark.parametrize("theme", themes.NAMES)
def test_nothing_private_and_no_time_in_the_metadata(theme: str) -> None:
    content = pages.pdf(theme, "student")
    assert b"CreationDate" not in content
    assert "CreateDate" not in tagged(content).metadata


@pytest.mark.slow
@pytest.mark.parametrize(("theme", "profile"), pages.CASES)
def test_an_independent_checker_agrees(theme: str, profile: str) -> None:
    sheet, design = pages.sheet(theme, profile), pages.design(theme, profile)
    archival = pages.typesetter().pdf(sheet, themes.built_in(theme), design, ARCHIVAL)
    made = {"ua1": (pages.pdf(theme, profile), archival), "2a": (archival,)}
    for standard, files in made.items():
        for content in files:
            report = page.validate_pdf_bytes(content, profile=standard)
            assert [each for each in report.failures if each.rule_id != _CHECKERS_OWN] == []
