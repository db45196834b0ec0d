"""Which rules run, and what becomes of what they and the readers say."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

from standout import api
from standout.diagnostic import Basis, Severity
from standout.rules import engine
from standout.rules.base import Context, Finding, Rule
from standout.rules.settings import Ignore, Settings
from standout.source import Span

TODAY = datetime.date(2026, 1, 15)


def check_anything(_: Context) -> Iterator[Finding]:
    """Find something at the start of every file."""
    yield Finding(Span(0, 1), "something")


def make(code: str, name: str, *, preview: bool = False, off: bool = False) -> Rule:
    """A rule that fires on any file."""
    facts = (Severity.INFO, Basis.CONVENTION, "practice", "", check_anything)
    return Rule(code, name, "t", *facts, preview=preview, off=off)


RULES = (
    make("AAA001", "plain-thing"),
    make("AAA002", "new-thing", preview=True),
    make("BBB001", "rare-thing", off=True),
    make("BBB002", "usual-thing"),
)


def codes(**settings: object) -> list[str]:
    """The codes of the rules that settings select."""
    return [each.code[0] + each.code[-1] for each in engine.selected(RULES, Settings(**settings))]  # type: ignore[arg-type] # cases


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, "A1 B2"),
        ({"preview": True}, "A1 A2 B2"),
        ({"select": ("A",)}, "A1"),
        ({"select": ("A",), "preview": True}, "A1 A2"),
        ({"select": ("AAA002",)}, "A2"),
        ({"select": ("new-thing",)}, "A2"),
        ({"select": ("BBB",)}, "B1 B2"),
        ({"select": ("AAA001",), "extend_select": ("rare-thing",)}, "A1 B1"),
        ({"extend_select": ("B",)}, "A1 B1 B2"),
        ({"extend_select": ("AAA",)}, "A1 B2"),
        ({"ignore": ("BBB",)}, "A1"),
        ({"select": ("AAA001",), "ignore": ("plain-thing",)}, ""),
    ],
)
def test_selection(settings: dict[str, object], expected: str) -> None:
    """Prefixes and names; preview only when asked for by flag or by full code; ignore wins."""
    assert codes(**settings) == expected.split()


@pytest.fixture
def four(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the rules of this file."""
    monkeypatch.setattr(engine, "all_rules", lambda: RULES)


PROFILE = b"basics:\n  name: Ada\n  shoe: 42\n"


def found(settings: Settings, content: bytes = PROFILE) -> dict[str, Severity]:
    """What a check says of a profile with an unknown key."""
    report = api.check(content, "p.yaml", api.Case(settings, TODAY))
    return {each.code: each.severity for each in report.diagnostics}


@pytest.mark.usefixtures("four")
def test_readers_speak_unless_ignored() -> None:
    """Selecting rules silences no reader; ignoring its code does."""
    assert set(found(Settings())) == {"AAA001", "BBB002", "DOC006"}
    assert set(found(Settings(select=("AAA001",)))) == {"AAA001", "DOC006"}
    assert set(found(Settings(ignore=("DOC006",)))) == {"AAA001", "BBB002"}
    assert set(found(Settings(ignores=(Ignore("DOC006", "a game"),)))) == {"AAA001", "BBB002"}


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 99, b"%PDF-1.7\nnothing"])
def test_what_was_not_read_is_not_judged(content: bytes) -> None:
    """A refused file is one finding: it lacks no name, no section and no link."""
    assert all(code.startswith("DOC") for code in found(Settings(), content))
    assert found(Settings(), content)


@pytest.mark.usefixtures("four")
def test_an_empty_file_lacks_everything() -> None:
    """It was read to its end: nothing is all it says."""
    assert set(found(Settings(), b" \n")) == {"AAA001", "BBB002", "DOC010"}


@pytest.mark.usefixtures("four")
def test_severity_is_the_users() -> None:
    """For rules, readers and notices alike."""
    content = PROFILE + b"# standout: ignore\n"
    asked = dict.fromkeys(("AAA001", "DOC006", "SUP002"), Severity.ERROR)
    heavy = found(Settings(severity=asked), content)
    assert {code for code, each in heavy.items() if each is Severity.ERROR} == set(asked)
    assert "SUP002" not in found(Settings(ignore=("SUP",)), content)


@pytest.mark.usefixtures("four")
def test_order_is_the_documents() -> None:
    """By place, then by code, whatever the order of rules."""
    report = api.check(PROFILE, "p.yaml", api.Case(Settings(), TODAY))
    assert [each.code for each in report.diagnostics] == ["AAA001", "BBB002", "DOC006"]
    context = Context(report.reading, Settings(), TODAY)
    assert engine.run(context, RULES) == engine.run(context, RULES[::-1])


def test_ruleset_version_names_the_number_of_rules() -> None:
    """It changes with the rules and with nothing else."""
    assert engine.ruleset_version().startswith(f"{len(engine.all_rules())}-")
    assert engine.ruleset_version() == engine.ruleset_version()


def check_badly(_: Context) -> Iterator[Finding]:
    """Stumble after the first finding."""
    yield Finding(Span(0, 1), "something")
    raise KeyError("lost")


def test_a_rule_that_fails_silences_no_other() -> None:
    reading = api.read(b"Jane Roe", "resume.txt")
    facts = (Severity.INFO, Basis.CONVENTION, "practice", "", check_badly)
    bad = Rule("CCC001", "bad-thing", "t", *facts)
    found = engine.run(Context(reading, Settings(), TODAY), [bad, RULES[0]])
    assert [each.code for each in found] == ["INTERNAL", "AAA001"]
    assert "CCC001" in found[0].message
