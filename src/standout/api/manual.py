"""The manual: what is known about every code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from standout.building.findings import FINDINGS, Finding
from standout.errors import UsageError
from standout.readers.problems import PROBLEMS, Problem
from standout.rules.notices import NOTICES, Notice
from standout.rules.settings import OptionValue
from standout.values import frozen


@frozen
class Page:
    """What is known about a code: the facts of its rule and its manual.

    `state` is 'on', 'preview', 'off' (only when selected), or 'always' for what is no rule.
    """

    code: str
    name: str
    severity: str
    basis: str
    source: str
    state: str
    why: str
    manual: str
    audience: str = ""
    options: Mapping[str, OptionValue] = field(default_factory=dict)


def rules() -> tuple[Page, ...]:
    """Every code that a report can hold, rules first, each group ordered by code."""
    return tuple(_pages())


def ruleset_version() -> str:
    """Number of rules and a checksum of what they are: two reports compare if it is the same."""
    from standout.rules import engine

    return engine.ruleset_version()


def explain(code: str) -> Page:
    """The manual page behind a code or a name. Raises `UsageError` for an unknown one."""
    import difflib

    asked = code.strip()
    pages = rules()
    for each in pages:
        if asked.upper() == each.code or asked.lower() == each.name:
            return each
    names = [name for each in pages for name in (each.code, each.name)]
    near = difflib.get_close_matches(asked.upper(), names, n=1)
    near = near or difflib.get_close_matches(asked.lower(), names, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    raise UsageError(f"there is no rule {asked}", f"{hint}`standout rules` lists them all")


def _pages() -> Iterator[Page]:
    from standout.rules import engine

    for each in engine.all_rules():
        state = "preview" if each.preview else "off" if each.off else "on"
        yield Page(
            each.code,
            each.name,
            each.severity.value,
            each.basis.value,
            each.source,
            state,
            each.why,
            each.manual,
            each.audience.value,
            each.options,
        )
    for code, problem in PROBLEMS.items():
        why = problem.manual.partition("\n\n")[2]
        yield _told(code, problem, "measured", "the file itself", why)
    for code, finding in FINDINGS.items():
        yield _told(code, finding, "measured", "the built file", finding.why)
    for code, known in NOTICES.items():
        yield _told(code, known, "convention", "practice", known.why)


def _told(code: str, known: Problem | Notice | Finding, basis: str, source: str, why: str) -> Page:
    severity = known.severity.value
    return Page(code, known.name, severity, basis, source, "always", why, known.manual)
