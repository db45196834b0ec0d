"""Every rule's manual page is its test: `Bad:` fires (at the carets), `Good:` stays silent."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from standout.diagnostic import Diagnostic
from standout.model import SectionKind
from standout.rules import engine
from standout.rules.base import Rule
from standout.rules.manual import Example, parse
from standout.rules.settings import PRESETS, Settings
from tests.checking import check_example

TODAY = datetime.date(2026, 1, 15)
CASES = Path(__file__).parent / "rules"
RULES = engine.all_rules()


def examples(rule: Rule) -> tuple[Example, ...]:
    """The examples of the manual page and of `tests/rules/<family>/<name>.md`."""
    further = CASES / rule.family / f"{rule.name.replace('-', '_')}.md"
    more = further.read_text(encoding="utf-8") if further.exists() else ""
    return parse(rule.manual).examples + parse(more).examples


def every_example() -> Iterator[tuple[Rule, Example]]:
    """All examples of all rules."""
    for rule in RULES:
        for example in examples(rule):
            yield rule, example


def settings_of(example: Example, rule: Rule) -> Settings:
    """The settings an example names, with only its own rule selected."""
    given = dict(example.settings)
    settings = PRESETS[given.pop("preset", "industry")]
    if "page_limit" in given:
        settings = dataclasses.replace(settings, page_limit=int(given.pop("page_limit")))
    if "region" in given:
        settings = dataclasses.replace(settings, region=given.pop("region"))
    if "section_order" in given:
        order = tuple(SectionKind(each) for each in given.pop("section_order").split())
        settings = dataclasses.replace(settings, section_order=order)
    given.pop("posting", None)  # the posting to check against: see check_example
    given.pop("evidence", None)  # the ledger beside the profile: see check_example
    given.pop("name", None)  # the file's name: see check_example
    assert not given, f"{rule.code}: unknown settings in an example: {given}"
    return dataclasses.replace(settings, select=(rule.code,))


def found_in(rule: Rule, example: Example) -> tuple[Diagnostic, ...]:
    """What the rule says of the example."""
    diagnostics = check_example(example, settings_of(example, rule), TODAY)
    unread = [each for each in diagnostics if each.code.startswith(("DOC", "INTERNAL"))]
    assert not unread, f"the example itself does not read cleanly: {unread}"
    return tuple(each for each in diagnostics if each.code == rule.code)


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(r, e, id=f"{r.code}-{i}") for i, (r, e) in enumerate(every_example())],
)
def test_example(rule: Rule, example: Example) -> None:
    """A bad example yields findings at its carets, a good one yields none."""
    found = found_in(rule, example)
    if not example.bad:
        assert not found, f"flagged what it must not: {[each.message for each in found]}"
        return
    assert found, "the bad example yields no finding"
    assert all(each.fix and each.fix.message for each in found), "a finding says what to do"
    if example.marks:
        assert sorted((each.span.start, each.span.end) for each in found) == sorted(example.marks)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_cases(rule: Rule) -> None:
    """At least one bad example and three that must not be flagged."""
    cases = examples(rule)
    assert sum(each.bad for each in cases) >= 1
    assert sum(not each.bad for each in cases) >= 3
