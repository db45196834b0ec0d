"""Reading a table of settings: each value checked, every mistake kept with its line.

Everything that is wrong is said at once, each with its line and the nearest key that would be
right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from standout.errors import OpenError, UsageError
from standout.model import SectionKind
from standout.patterns import regex
from standout.values import frozen

FILE = "standout.toml"
PYPROJECT = "pyproject.toml"
HINT = "the documentation's settings page lists the keys"
_OURS = regex(r"^[ \t]*\[\[?tool\.standout[\].]", re.MULTILINE)


@dataclass
class TableReader:
    """Reads values of a table, key by key; what is wrong with them goes to `mistakes`."""

    path: str
    text: str
    mistakes: list[str] = field(default_factory=list)

    def refuse_mistakes(self, hint: str = HINT) -> None:
        """Raise one `UsageError` that holds every mistake, if there is any."""
        if self.mistakes:
            raise UsageError("\n".join(self.mistakes), hint)

    def say(self, key: str, message: str, hint: str = "", nth: int = 0) -> None:
        """Keep a mistake; its line is where the key or value stands, its nth one."""
        where = f"{self.path or 'settings'}:{_line_of(key, self.text, nth)}: "
        self.mistakes.append(f"{where}{message}{hint}")

    def one_of(self, table: Mapping[str, Any], key: str, known: Iterable[str]) -> str | None:
        """One of some words."""
        value, names = table.get(key), tuple(known)
        if value is None or (isinstance(value, str) and value in names):
            return value
        hint = near(str(value), names) or f"; one of {', '.join(names)}"
        self.say(key, f"`{key}` cannot be {value!r}", hint)
        return None

    def string(self, table: Mapping[str, Any], key: str) -> str | None:
        """Any text on one line."""
        value = table[key]
        if isinstance(value, str) and value.isprintable():
            return value
        self.say(key, f"`{key}` must be a text on one line")
        return None

    def count(self, table: Mapping[str, Any], key: str) -> int | None:
        """A number of pages."""
        value = table[key]
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.say(key, f"`{key}` must be a whole number of pages, 0 for no limit")
        return None

    def number(
        self, table: Mapping[str, Any], key: str, least: float, most: float, unit: str
    ) -> float | None:
        """A number between two others, both included."""
        value = table[key]
        if isinstance(value, int | float) and not isinstance(value, bool):
            if least <= value <= most:
                return float(value)
            self.say(key, f"`{key}` must lie between {least:g} and {most:g} {unit}".rstrip())
        else:
            self.say(key, f"`{key}` must be a number {unit and f'of {unit}'}".rstrip())
        return None

    def flag(self, table: Mapping[str, Any], key: str) -> bool | None:
        """True or false."""
        if isinstance(table[key], bool):
            return bool(table[key])
        self.say(key, f"`{key}` must be true or false")
        return None

    def strings(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = table[key]
        if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
            return tuple(value)
        self.say(key, f"`{key}` must be a list of strings")
        return ()

    def some_of(
        self, table: Mapping[str, Any], key: str, known: Iterable[str], noun: str
    ) -> tuple[str, ...]:
        """A list of some words, which are each a `noun`."""
        names, words = self.strings(table, key), tuple(known)
        for each in names:
            if each not in words:
                self.say(each, f"`{key}` names no {noun}: {each}", near(each, words))
        return tuple(dict.fromkeys(each for each in names if each in words))

    def sections(self, table: Mapping[str, Any], key: str) -> tuple[SectionKind, ...]:
        """A list of kinds of section."""
        kinds = [kind.value for kind in SectionKind]
        return tuple(SectionKind(each) for each in self.some_of(table, key, kinds, "section"))

    def mapping(self, table: Mapping[str, Any], key: str) -> Iterator[tuple[str, Any]]:
        """The keys and values of a table in the table."""
        if isinstance(table[key], dict):
            yield from table[key].items()
        else:
            self.say(key, f"`{key}` must be a table")


Readers = Mapping[str, Callable[[Mapping[str, Any], str], Any]]
"""What reads each key."""


@frozen
class Found:
    """A settings file: its table and text; all of them empty where there is none."""

    path: str = ""
    table: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""


def found_table(path: str, named: str | None, *, search: bool) -> Found:
    """The settings file for a resume: the one that is named, else the nearest if one may search.

    Raises `UsageError` where it is no TOML and `OpenError` where it cannot be read.
    """
    found = named
    if found is None and search:
        start = Path.cwd() if path == "-" else Path(path).resolve().parent
        found = _nearest(start)
    return Found(found, *_table_in(found)) if found else Found()


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


def near(name: str, known: Iterable[str]) -> str:
    """'; did you mean `...`?' with the nearest known name, or ''."""
    import difflib

    found = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean `{found[0]}`?" if found else ""


def _table_in(path: str) -> tuple[dict[str, Any], str]:
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


def _line_of(key: str, text: str, nth: int) -> int:
    """The line where a key or value stands (its nth one); the TOML library does not say."""
    lines = [line.strip().replace('"', "").replace("'", "") for line in text.split("\n")]
    keys = [number for number, line in enumerate(lines, start=1) if _is_key(key, line)]
    keys = keys or [number for number, line in enumerate(lines, start=1) if key in line] or [1]
    return keys[min(nth, len(keys) - 1)]


def _is_key(key: str, line: str) -> bool:
    return line.partition("=")[0].strip() == key or line.strip("[] ").split(".")[-1] == key
