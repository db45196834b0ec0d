"""Find and read settings: `standout.toml`, or `[tool.standout]` in `pyproject.toml`.

Everything that is wrong with a settings file is said at once, each with its line and the nearest
key that would be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from standout.diagnostic import Severity
from standout.errors import OpenError, UsageError
from standout.model import SectionKind
from standout.readers.problems import PROBLEMS
from standout.rules import engine
from standout.rules.base import Rule
from standout.rules.notices import NOTICES
from standout.rules.settings import PRESETS, REGIONS, Ignore, OptionValue, Settings

FILE = "standout.toml"
PYPROJECT = "pyproject.toml"
_OURS = re.compile(r"^[ \t]*\[\[?tool\.standout[\].]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What a command line asks for, over whatever a settings file says. None leaves it alone."""

    preset: str | None = None
    page_limit: int | None = None
    region: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    config: str | None = None
    no_config: bool = False


def settings_for(path: str, overrides: Overrides) -> Settings:
    """The settings of one file: the nearest settings file upwards, then the overrides.

    Raises `UsageError` for bad settings and `OpenError` for a named file that cannot be read.
    """
    found = overrides.config
    if found is None and not overrides.no_config:
        start = Path.cwd() if path == "-" else Path(path).resolve().parent
        found = _nearest(start)
    table, text = _table(found) if found else ({}, "")
    preset = {"preset": overrides.preset} if overrides.preset is not None else {}
    return _with_overrides(parse({**table, **preset}, found or "", text), overrides)


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
    if asked.page_limit is not None:
        changes["page_limit"] = asked.page_limit
    if asked.region is not None:
        changes["region"] = asked.region
    return replace(settings, **changes)


def _nearest(start: Path) -> str | None:
    """The settings file of the folder, or of the nearest above it up to repository or home."""
    home = _home()
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return str(folder / FILE)
        project = folder / PYPROJECT
        if project.is_file() and _OURS.search(_text_of(project)):
            return str(project)
        if (folder / ".git").exists() or folder == home:
            return None
    return None


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        # A container's user may have no home; the search then ends at the root.
        return None


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OpenError(f"{path}: {reason}", "check the path of the settings file") from error


def _table(path: str) -> tuple[dict[str, Any], str]:
    """The settings as TOML, and the file's text for finding lines."""
    import tomllib

    text = _text_of(Path(path))
    try:
        table = tomllib.loads(text)
        if Path(path).name == PYPROJECT:
            table = table.get("tool", {}).get("standout", {})
            # What stands above our table has keys of the same names.
            above, _, ours = text.partition("[tool.standout")
            text = "\n" * above.count("\n") + ours
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: not valid TOML: {error}", "see https://toml.io") from error
    return table, text


def parse(table: Mapping[str, Any], path: str = "", text: str = "") -> Settings:
    """Settings from a TOML table. Raises one `UsageError` that holds every mistake."""
    reader = _Reader(path, text)
    settings = reader.settings(table)
    if reader.mistakes:
        hint = "the documentation's settings page lists the keys, `standout rules` the codes"
        raise UsageError("\n".join(reader.mistakes), hint)
    return settings


@dataclass
class _Reader:
    path: str
    text: str
    mistakes: list[str] = field(default_factory=list)

    def settings(self, table: Mapping[str, Any]) -> Settings:
        preset = self._one_of(table, "preset", tuple(PRESETS)) or "industry"
        start = PRESETS.get(preset, Settings())
        values: dict[str, Any] = {}
        for key in table:
            read = self._readers().get(key)
            if key == "preset":
                values[key] = preset
            elif read is None:
                self._say(key, f"unknown key `{key}`", _near(key, (*self._readers(), "preset")))
            else:
                values[key] = read(table, key)
        known = {key: value for key, value in values.items() if value is not None}
        return replace(start, **known)

    def _readers(self) -> dict[str, Callable[[Mapping[str, Any], str], Any]]:
        return {
            "page_limit": self._count,
            "section_order": self._sections,
            "region": lambda table, key: self._one_of(table, key, REGIONS),
            "select": self._codes,
            "extend_select": self._codes,
            "ignore": self._codes,
            "preview": self._flag,
            "pdfminer": self._flag,
            "poppler": self._flag,
            "severity": self._severities,
            "ignores": self._ignores,
            "options": self._options,
        }

    def _say(self, key: str, message: str, hint: str = "", nth: int = 0) -> None:
        where = f"{self.path or 'settings'}:{_line_of(key, self.text, nth)}: "
        self.mistakes.append(f"{where}{message}{hint}")

    def _one_of(self, table: Mapping[str, Any], key: str, known: tuple[str, ...]) -> str | None:
        value = table.get(key)
        if value is None or (isinstance(value, str) and value in known):
            return value
        hint = _near(str(value), known) or f"; one of {', '.join(known)}"
        self._say(key, f"`{key}` cannot be {value!r}", hint)
        return None

    def _count(self, table: Mapping[str, Any], key: str) -> int | None:
        value = table[key]
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self._say(key, f"`{key}` must be a whole number of pages, 0 for no limit")
        return None

    def _flag(self, table: Mapping[str, Any], key: str) -> bool | None:
        if isinstance(table[key], bool):
            return bool(table[key])
        self._say(key, f"`{key}` must be true or false")
        return None

    def _strings(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = table[key]
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        self._say(key, f"`{key}` must be a list of strings")
        return ()

    def _codes(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        codes = self._strings(table, key)
        for each in codes:
            if not _is_known(each):
                self._say(each, f"`{key}` names no rule: {each}", _near(each, _code_names()))
        return codes

    def _sections(self, table: Mapping[str, Any], key: str) -> tuple[SectionKind, ...] | None:
        kinds = {kind.value: kind for kind in SectionKind}
        names = self._strings(table, key)
        for each in names:
            if each not in kinds:
                self._say(each, f"`{key}` names no section: {each}", _near(each, kinds))
        return tuple(kinds[each] for each in names if each in kinds)

    def _mapping(self, table: Mapping[str, Any], key: str) -> Iterator[tuple[str, Any]]:
        if isinstance(table[key], dict):
            yield from table[key].items()
        else:
            self._say(key, f"`{key}` must be a table")

    def _severities(self, table: Mapping[str, Any], key: str) -> dict[str, Severity]:
        known = {each.value: each for each in Severity}
        found: dict[str, Severity] = {}
        for code, value in self._mapping(table, key):
            if code not in _code_names():
                self._say(code, f"`{key}` names no rule: {code}", _near(code, _code_names()))
            elif value not in known:
                self._say(code, f"the severity of {code} must be error, warning or info")
            else:
                found[_code_of(code)] = known[value]
        return found

    def _ignores(self, table: Mapping[str, Any], key: str) -> tuple[Ignore, ...]:
        value = table[key]
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self._say(key, "write each ignored finding as its own `[[ignores]]`")
            return ()
        return tuple(each for at, item in enumerate(value) for each in self._ignore(item, at))

    def _ignore(self, item: Mapping[str, Any], at: int) -> Iterator[Ignore]:
        keys = ("code", "because", "where")
        for name in item:
            if name not in keys:
                self._say(
                    "ignores", f"unknown key `{name}` in `[[ignores]]`", _near(name, keys), at
                )
        code, because, where = (str(item.get(name, "")).strip() for name in keys)
        if code not in _code_names():
            hint = _near(code, _code_names())
            self._say("ignores", "`[[ignores]]` needs the `code` of a rule", hint, at)
        elif not because:
            self._say("ignores", '`[[ignores]]` needs a reason: `because = "..."`', nth=at)
        else:
            yield Ignore(code, because, where)

    def _options(self, table: Mapping[str, Any], key: str) -> dict[str, dict[str, OptionValue]]:
        rules = {each.name: each for each in engine.all_rules()}
        found: dict[str, dict[str, OptionValue]] = {}
        for name, values in self._mapping(table, key):
            if name not in rules:
                self._say(name, f"`options` names no rule: {name}", _near(name, rules))
            elif isinstance(values, dict):
                found[name] = dict(self._options_of(rules[name], values))
            else:
                self._say(name, f"`options.{name}` must be a table")
        return found

    def _options_of(
        self, rule: Rule, values: Mapping[str, Any]
    ) -> Iterator[tuple[str, OptionValue]]:
        for key, value in values.items():
            default = rule.options.get(key)
            given = tuple(value) if isinstance(value, list) else value
            if default is None:
                hint = _near(key, rule.options)
                self._say(key, f"{rule.name} has no option `{key}`", hint)
            elif not _same_kind(given, default):
                self._say(key, f"option `{key}` of {rule.name} must be like {default!r}")
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


def _near(name: str, known: Iterable[str]) -> str:
    """'; did you mean `...`?' with the nearest known name, or ''."""
    import difflib

    found = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean `{found[0]}`?" if found else ""


@cache
def _code_names() -> Mapping[str, str]:
    """Every code and every name, each with its code."""
    pairs = [(each.code, each.name) for each in engine.all_rules()]
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
        hint = _near(unknown[0], _code_names()).removeprefix("; ")
        raise UsageError(f"{option} names no rule: {names}", hint or "`standout rules` lists them")


def _code_of(name: str) -> str:
    return _code_names()[name]


def _line_of(key: str, text: str, nth: int) -> int:
    """The line where a key or value stands (its nth one); the TOML library does not say."""
    lines = [line.strip().replace('"', "").replace("'", "") for line in text.split("\n")]
    keys = [number for number, line in enumerate(lines, start=1) if _is_key(key, line)]
    keys = keys or [number for number, line in enumerate(lines, start=1) if key in line] or [1]
    return keys[min(nth, len(keys) - 1)]


def _is_key(key: str, line: str) -> bool:
    return line.partition("=")[0].strip() == key or line.strip("[] ").split(".")[-1] == key
