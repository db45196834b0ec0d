"""The settings of a check: `standout.toml`, or `[tool.standout]` in `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from standout.diagnostic import Severity
from standout.errors import UsageError
from standout.readers.problems import PROBLEMS
from standout.rules.notices import NOTICES
from standout.rules.settings import PRESETS, REGIONS, Ignore, OptionValue, Settings
from standout.values import frozen
from standout.workspace.tables import HINT, Readers, TableReader, found_table, near

if TYPE_CHECKING:
    from standout.rules.base import Rule

OTHERS = ("build", "match", "tailor")
"""Tables of the settings file that other commands read."""
GAPS = ("EVD001", "EVD002")
"""Rules that hold claims against their evidence: a strict check runs them, and as errors."""
KEYS = (*(each.name for each in fields(Settings)), *OTHERS)


@frozen
class Overrides:
    """What a command line asks for, over whatever a settings file says. None leaves it alone."""

    preset: str | None = None
    page_limit: int | None = None
    region: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    strict: bool = False
    config: str | None = None
    no_config: bool = False


def settings_for(path: str, overrides: Overrides) -> Settings:
    """The settings of one file: the nearest settings file upwards, then the overrides.

    Raises `UsageError` for bad settings and `OpenError` for a named file that cannot be read.
    """
    found = found_table(path, overrides.config, search=not overrides.no_config)
    preset = {"preset": overrides.preset} if overrides.preset is not None else {}
    return _with_overrides(parse({**found.table, **preset}, found.path, found.text), overrides)


def check_overrides(overrides: Overrides) -> None:
    """Raise `UsageError` when the overrides name a rule that is not there."""
    _check_codes("--select", overrides.select)
    _check_codes("--extend-select", overrides.extend_select)
    _check_codes("--ignore", overrides.ignore)


def _with_overrides(settings: Settings, asked: Overrides) -> Settings:
    changes: dict[str, Any] = {
        "preview": settings.preview or asked.preview,
        "select": asked.select or settings.select,
        "extend_select": (*settings.extend_select, *asked.extend_select),
        "ignore": (*settings.ignore, *asked.ignore),
    }
    if asked.strict:
        changes["severity"] = {**dict.fromkeys(GAPS, Severity.ERROR), **settings.severity}
        changes["extend_select"] = (*changes["extend_select"], *GAPS)
    if asked.page_limit is not None:
        changes["page_limit"] = asked.page_limit
    if asked.region is not None:
        changes["region"] = asked.region
    return replace(settings, **changes)


def parse(table: Mapping[str, Any], path: str = "", text: str = "") -> Settings:
    """Settings from a TOML table. Raises one `UsageError` that holds every mistake."""
    reader = _Reader(path, text)
    settings = reader.settings(table)
    reader.refuse_mistakes(f"{HINT}, `standout rules` the codes")
    return settings


class _Reader(TableReader):
    """The table of a check."""

    def settings(self, table: Mapping[str, Any]) -> Settings:
        preset = self.one_of(table, "preset", tuple(PRESETS)) or "industry"
        start = PRESETS.get(preset, Settings())
        values: dict[str, Any] = {}
        for key in table:
            read = self._readers().get(key)
            if key in OTHERS:
                continue
            if key == "preset":
                values[key] = preset
            elif read is None:
                self.say(key, f"unknown key `{key}`", near(key, KEYS))
            else:
                values[key] = read(table, key)
        known = {key: value for key, value in values.items() if value is not None}
        return replace(start, **known)

    def _readers(self) -> Readers:
        return {
            "page_limit": self.count,
            "section_order": self.sections,
            "region": lambda table, key: self.one_of(table, key, REGIONS),
            "select": self._codes,
            "extend_select": self._codes,
            "ignore": self._codes,
            "preview": self.flag,
            "pdfminer": self.flag,
            "poppler": self.flag,
            "severity": self._severities,
            "ignores": self._ignores,
            "options": self._options,
        }

    def _codes(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        codes = self.strings(table, key)
        for each in codes:
            if not _is_known(each):
                self.say(each, f"`{key}` names no rule: {each}", near(each, _code_names()))
        return codes

    def _severities(self, table: Mapping[str, Any], key: str) -> dict[str, Severity]:
        known = {each.value: each for each in Severity}
        found: dict[str, Severity] = {}
        for code, value in self.mapping(table, key):
            if code not in _code_names():
                self.say(code, f"`{key}` names no rule: {code}", near(code, _code_names()))
            elif value not in known:
                self.say(code, f"the severity of {code} must be error, warning or info")
            else:
                found[_code_of(code)] = known[value]
        return found

    def _ignores(self, table: Mapping[str, Any], key: str) -> tuple[Ignore, ...]:
        value = table[key]
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.say(key, "write each ignored finding as its own `[[ignores]]`")
            return ()
        return tuple(each for at, item in enumerate(value) for each in self._ignore(item, at))

    def _ignore(self, item: Mapping[str, Any], at: int) -> Iterator[Ignore]:
        keys = ("code", "because", "where")
        for name in item:
            if name not in keys:
                self.say("ignores", f"unknown key `{name}` in `[[ignores]]`", near(name, keys), at)
        code, because, where = (str(item.get(name, "")).strip() for name in keys)
        if code not in _code_names():
            hint = near(code, _code_names())
            self.say("ignores", "`[[ignores]]` needs the `code` of a rule", hint, at)
        elif not because:
            self.say("ignores", '`[[ignores]]` needs a reason: `because = "..."`', nth=at)
        else:
            yield Ignore(code, because, where)

    def _options(self, table: Mapping[str, Any], key: str) -> dict[str, dict[str, OptionValue]]:
        rules = {each.name: each for each in _rules()}
        found: dict[str, dict[str, OptionValue]] = {}
        for name, values in self.mapping(table, key):
            if name not in rules:
                self.say(name, f"`options` names no rule: {name}", near(name, rules))
            elif isinstance(values, dict):
                found[name] = dict(self._options_of(rules[name], values))
            else:
                self.say(name, f"`options.{name}` must be a table")
        return found

    def _options_of(
        self, rule: Rule, values: Mapping[str, Any]
    ) -> Iterator[tuple[str, OptionValue]]:
        for key, value in values.items():
            default = rule.options.get(key)
            given = tuple(value) if isinstance(value, list) else value
            if default is None:
                hint = near(key, rule.options)
                self.say(key, f"{rule.name} has no option `{key}`", hint)
            elif not _same_kind(given, default):
                self.say(key, f"option `{key}` of {rule.name} must be like {default!r}")
            else:
                yield key, given


def _same_kind(value: object, default: OptionValue) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, int | float):
        return isinstance(value, int | float)
    if isinstance(default, tuple):
        return isinstance(value, tuple) and all(isinstance(each, str) for each in value)
    return isinstance(value, str)


def _rules() -> tuple[Rule, ...]:
    from standout.rules import engine

    return engine.all_rules()


@cache
def _code_names() -> Mapping[str, str]:
    """Every code and every name, each with its code."""
    pairs = [(each.code, each.name) for each in _rules()]
    pairs += [(code, each.name) for code, each in PROBLEMS.items()]
    pairs += [(code, each.name) for code, each in NOTICES.items()]
    return {key: code for code, name in pairs for key in (code, name)}


def _is_known(asked: str) -> bool:
    """Say whether a code, the start of one, or a name leads to anything."""
    names = _code_names()
    return asked in names or (asked.isupper() and any(code.startswith(asked) for code in names))


def _check_codes(option: str, asked: tuple[str, ...]) -> None:
    unknown = [each for each in asked if not _is_known(each)]
    if unknown:
        names = ", ".join(unknown)
        hint = near(unknown[0], _code_names()).removeprefix("; ")
        raise UsageError(f"{option} names no rule: {names}", hint or "`standout rules` lists them")


def _code_of(name: str) -> str:
    return _code_names()[name]
