"""`standout explain` and `standout rules`: what is known about every code."""

from __future__ import annotations

import json

import pytest

from standout import api
from tests.faces.conftest import Run

PAGES = api.rules()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_every_code_is_explained(page: api.Page) -> None:
    """By code and by name, whatever the case."""
    assert api.explain(page.code) == page
    assert api.explain(page.code.lower()) == page
    assert api.explain(page.name) == page
    assert page.manual.strip()


def test_a_page(run: Run) -> None:
    """Facts, reason, examples and the way to leave a finding out."""
    done = run("explain", "OMT005")
    assert done.code == 0
    for words in ("OMT005 references-line", "basis", "Why:", "Flagged:", "Not flagged:", "ignore"):
        assert words in done.out


def test_carets_stand_under_the_words(run: Run) -> None:
    """The examples keep their marks."""
    lines = run("explain", "OMT005").out.split("\n")
    at = next(i for i, line in enumerate(lines) if line.strip().startswith("^^^"))
    start = lines[at].index("^")
    marked = lines[at - 1][start : start + lines[at].count("^")]
    assert marked == "References available upon request."


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_json(run: Run, page: api.Page) -> None:
    """The same facts for programs."""
    found = json.loads(run("explain", page.code, "--format", "json").out)
    assert found["version"] == 1
    assert (found["code"], found["severity"]) == (page.code, page.severity)
    assert set(found["options"]) == set(page.options)


@pytest.mark.parametrize("asked", ["OMT05", "reference-line", "omt005x"])
def test_unknown(run: Run, asked: str) -> None:
    """The nearest code or name is offered."""
    done = run("explain", asked)
    assert (done.code, done.out) == (2, "")
    assert "OMT005" in done.err or "references-line" in done.err


def test_rules(run: Run) -> None:
    """A line a code, and the ruleset's version."""
    lines = run("rules").out.strip().split("\n")
    assert [line.split()[0] for line in lines[: len(PAGES)]] == [each.code for each in PAGES]
    assert api.ruleset_version() in lines[-1]
    table = json.loads(run("rules", "--format", "json").out)
    assert table["version"] == 1
    assert table["ruleset"] == api.ruleset_version()
    assert {each["state"] for each in table["rules"]} <= {"on", "off", "preview", "always"}
