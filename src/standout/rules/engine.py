"""Find the rules and run them over a context."""

from __future__ import annotations

import importlib
import pkgutil
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from standout import rules as package
from standout.diagnostic import Applicability, Diagnostic, Fix, Severity
from standout.model import Reading
from standout.rules import suppression
from standout.rules.base import Context, Finding, Rule
from standout.rules.notices import INTERNAL, notice
from standout.rules.settings import Settings
from standout.source import Span


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the package, ordered by code."""
    found: list[Rule] = []
    for family in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        if family.ispkg:
            folder = importlib.import_module(family.name)
            for each in pkgutil.iter_modules(folder.__path__, f"{family.name}."):
                found.extend(_rules_in(each.name))
    return tuple(sorted(found, key=lambda each: each.code))


def _rules_in(module: str) -> Iterator[Rule]:
    for value in vars(importlib.import_module(module)).values():
        if isinstance(value, Rule) and value.module == module:
            yield value


@cache
def ruleset_version() -> str:
    """Number of rules and a checksum of what they are: two reports compare if it is the same."""
    facts = [
        (each.code, each.name, each.severity, each.preview, each.off, sorted(each.options.items()))
        for each in all_rules()
    ]
    return f"{len(facts)}-{zlib.crc32(repr(facts).encode()):08x}"


def examine(context: Context) -> tuple[Diagnostic, ...]:
    """All that readers and the selected rules say of a document, less what is suppressed."""
    settings, reading = context.settings, context.reading
    rules = selected(all_rules(), settings) if _was_read(reading) else ()
    of_reader = tuple(_as_set(each, settings) for each in reading.diagnostics)
    found = of_reader + run(context, rules)
    found = suppression.without_ignored(reading.source, found, settings.ignores)
    ran = {name for each in rules for name in (each.code, each.name)}
    shown = suppression.without_commented(reading.source, found, ran, settings)
    return tuple(sorted((each for each in shown if not _ignored(each, settings)), key=_order))


def _was_read(reading: Reading) -> bool:
    """Whether there is a resume to judge: what could not be read lacks nothing.

    An empty file was read to its end, and lacks everything.
    """
    refused = any(each.severity is Severity.ERROR for each in reading.diagnostics)
    return not refused or reading.document.format == "empty" or any(reading.resume.texts())


def _as_set(each: Diagnostic, settings: Settings) -> Diagnostic:
    return replace(each, severity=settings.severity.get(each.code, each.severity))


def _ignored(each: Diagnostic, settings: Settings) -> bool:
    return _named(each.code, each.name, settings.ignore)


def selected(rules: Iterable[Rule], settings: Settings) -> tuple[Rule, ...]:
    """The rules that the settings ask for."""
    return tuple(each for each in rules if _wanted(each, settings))


def _wanted(rule: Rule, settings: Settings) -> bool:
    if _names(rule, settings.ignore):
        return False
    asked = (*settings.select, *settings.extend_select)
    if rule.code in asked or rule.name in asked:
        return True
    if rule.preview and not settings.preview:
        return False
    if settings.select:
        return _names(rule, asked)
    return not rule.off or _names(rule, settings.extend_select)


def _names(rule: Rule, codes: tuple[str, ...]) -> bool:
    return _named(rule.code, rule.name, codes)


def _named(code: str, name: str, asked: tuple[str, ...]) -> bool:
    return any(code.startswith(each) or name == each for each in asked)


def run(context: Context, rules: Iterable[Rule]) -> tuple[Diagnostic, ...]:
    """What the rules find, in document order; the order of the rules does not matter."""
    ordered = sorted(rules, key=lambda each: not each.alone)
    found: set[Diagnostic] = set()
    for rule in ordered:
        told = _found_by(rule, context)
        if rule.alone and told:
            return tuple(sorted(told, key=_order))
        found.update(told)
    return tuple(sorted(found, key=_order))


def _found_by(rule: Rule, context: Context) -> list[Diagnostic]:
    """What one rule finds. A mistake in it is told as such, and the others still speak."""
    try:
        findings = list(rule.check(_with_options(context, rule)))
    except Exception as error:  # noqa: BLE001 - whatever a rule stumbles on is its own mistake
        message = f"the rule {rule.code} failed: {type(error).__name__}: {error}"
        return [notice(INTERNAL, message, Span(0, 0))]
    return [_diagnostic(rule, each, context.settings) for each in findings]


def _with_options(context: Context, rule: Rule) -> Context:
    mine = context.settings.options.get(rule.name, {})
    return replace(context, options={**rule.options, **mine})


def _order(each: Diagnostic) -> tuple[int, int, str, str]:
    return each.span.start, each.span.end, each.code, each.message


def _advised(rule: Rule) -> Fix | None:
    return Fix(Applicability.CONFIRM, rule.advice) if rule.advice else None


def _diagnostic(rule: Rule, finding: Finding, settings: Settings) -> Diagnostic:
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=settings.severity.get(rule.code, finding.severity or rule.severity),
        message=finding.message,
        span=finding.span,
        basis=rule.basis,
        why=rule.why,
        source=rule.source,
        audience=rule.audience,
        fix=finding.fix or _advised(rule),
        labels=finding.labels,
        preview=rule.preview,
        page=finding.page,
        box=finding.box,
    )
