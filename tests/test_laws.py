"""Laws of the whole line, over every fixture of the project."""

from __future__ import annotations

import datetime
import json
import random
from functools import cache
from pathlib import Path

import pytest

from standout import api
from standout.model import Report
from standout.reporters import FORMATS, About, renderer
from standout.rules import engine
from standout.rules.base import Context
from standout.rules.settings import Settings
from tests.checking import fixture

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "src/standout/examples"
SHIPPED = (*EXAMPLES.glob("*.pdf"), *(EXAMPLES / "profiles").iterdir())
FILES = sorted([*(ROOT / "tests" / "pairs").iterdir(), *SHIPPED])
TODAY = datetime.date(2026, 1, 15)
ALL = Settings(preview=True)
ABOUT = About("0", "0")

pytestmark = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


@cache
def report(path: Path) -> Report:
    """The report on a fixture, preview rules included."""
    return api.check(*fixture(path), api.Case(ALL, TODAY))


def test_every_span_lies_in_its_source(path: Path) -> None:
    """Findings, labels, edits and all texts of the resume."""
    found = report(path)
    length = len(found.reading.source.text)
    spans = [each.span for each in found.diagnostics]
    spans += [label.span for each in found.diagnostics for label in each.labels]
    spans += [edit.span for each in found.diagnostics if each.fix for edit in each.fix.edits]
    spans += [text.span() for text in found.reading.resume.texts()]
    assert all(0 <= span.start <= span.end <= length for span in spans)


def test_no_rule_fails(path: Path) -> None:
    """A rule that stumbles is told as a mistake of the program."""
    assert not [each for each in report(path).diagnostics if each.code == api.INTERNAL]


def test_children_lie_inside_their_sections(path: Path) -> None:
    """A section's span holds each of its texts."""
    for section in report(path).reading.resume.sections:
        assert all(section.span().contains(text.span()) for text in section.texts() if text)


def test_no_text_stands_twice(path: Path) -> None:
    """Each character of the source belongs to one text of the resume at most."""
    seen: set[int] = set()
    source = report(path).reading.source.text
    for text in report(path).reading.resume.texts():
        places = {at for at, char in zip(text.places, text.value, strict=True) if char.isalnum()}
        assert not places & seen, f"{text.value!r} stands twice"
        seen |= places
    assert all(at < len(source) for at in seen)


def test_the_same_bytes_give_the_same_report(path: Path) -> None:
    """Every format, twice, to the byte."""
    again = api.check(*fixture(path), api.Case(ALL, TODAY))
    for name in FORMATS:
        render = renderer(name)
        assert render([report(path)], ABOUT) == render([again], ABOUT)


def test_the_order_of_the_rules_does_not_matter(path: Path) -> None:
    """Shuffled rules, same findings."""
    reading = report(path).reading
    rules = list(engine.selected(engine.all_rules(), ALL))
    context = Context(reading, ALL, TODAY)
    before = engine.run(context, rules)
    random.Random(5).shuffle(rules)  # noqa: S311 - reproducible, not secret
    assert engine.run(context, rules) == before


def test_json_resume_reads_back_to_the_same_words(path: Path) -> None:
    """What `read --format json` prints is a resume with the same statements."""
    reading = report(path).reading
    written = api.as_json_resume(reading)
    json.loads(written)
    again = api.read(written.encode(), "resume.json").resume
    assert [each.text.value for each in again.statements()] == [
        each.text.value for each in reading.resume.statements()
    ]
