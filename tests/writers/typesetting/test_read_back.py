"""What is built is read again: every field of the profile comes back, in every theme."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from standout.readers import detect
from standout.readers.pdf.extractors import extractions, pdfminer_extraction
from standout.writers.sheet import plain
from tests.writers.typesetting import pages
from tests.writers.typesetting.facts import facts

_MISREAD: dict[str, list[list[str]]] = tomllib.loads(
    Path(__file__).with_name("misread.toml").read_text("utf-8")
)
_ON_ONE_PAGE = {
    ("mono", "phd-researcher"): [("Education", "entry 0", "statement")],
    ("two-column", "phd-researcher"): [("Education", "entry 0", "statement")],
}
"""Fields with a line break behind a hyphen or a slash, where the reader puts a space."""


@pytest.mark.parametrize(("theme", "profile"), pages.CASES)
def test_every_field_comes_back(theme: str, profile: str) -> None:
    design = pages.design(theme, profile)
    back = facts(detect.read(pages.pdf(theme, profile), "resume.pdf").resume, design)
    lost = [each for each in facts(pages.resume(profile), design) if each not in back]
    broken = _ON_ONE_PAGE.get((theme, profile), [])
    known = {tuple(each) for each in _MISREAD.get(profile, ())}
    assert [each for each in lost if each not in known and each[:-1] not in broken] == []


@pytest.mark.parametrize(("theme", "profile"), pages.CASES)
def test_every_extractor_gives_the_pieces_of_an_entry_in_order(theme: str, profile: str) -> None:
    """Title first, then dates, organization and place, then the statements one by one."""
    content = pages.pdf(theme, profile)
    # Who joins what is near has an order of its own, and who goes by rows reads across columns.
    strange = {"block", "row"} if theme == "two-column" else {"block"}
    families = [each for each in extractions(content) if each.family not in strange]
    for extraction in (*families, pdfminer_extraction(content)):
        assert extraction is not None
        text = _letters("\n".join(extraction.pages))
        for item in (item for part in pages.sheet(theme, profile).parts for item in part.items):
            at = text.find(_letters(item.title))
            assert at >= 0, (extraction.extractor, item.title)
            lines = [text.find(_letters(plain(each)), at) for each in item.statements]
            assert lines == sorted(lines), (extraction.extractor, item.title)
            assert -1 not in lines, (extraction.extractor, item.title)
            head = text[at : min(lines)] if lines else text[at:]
            for piece in (item.dates, item.organization, item.location):
                assert _letters(piece) in head, (extraction.extractor, piece)


def _letters(text: str) -> str:
    return "".join(text.split())
