"""The settings of a build: `[build]` in the settings file, and the command line over it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from dataclasses import fields as fields_of
from pathlib import Path
from typing import Any

from standout.building.order import FITS, SUFFIXES
from standout.errors import OpenError
from standout.model import SectionKind
from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import locales
from standout.workspace.settings import KEYS
from standout.workspace.tables import Found, Readers, TableReader, found_table, near
from standout.writers.design import DATE_STYLES, PAPERS, Design
from standout.writers.typesetting.themes import NAMES

TABLE = "build"
_HEADER = regex(rf"^[ \t]*(?:\[|\[tool\.standout\.|\.){TABLE}[\].]", re.MULTILINE)
_COLOUR = regex(r"#(?:[0-9a-fA-F]{3}){1,2}")


@frozen
class BuildSettings:
    """What is built, as `[build]` gives it, and how it looks."""

    design: Design = field(default_factory=Design)
    formats: tuple[str, ...] = ("pdf",)
    """What is written: 'pdf', 'docx', 'html', 'txt', 'json', 'rendercv', 'yaml', 'png'."""
    tags: tuple[str, ...] = ()
    """Only entries and statements with one of these tags, or with no tag at all."""
    page_limit: int | None = None
    """Pages the content may take, 0 for any number; the theme's own where it is not set."""
    fit: str = ""
    """'page' tightens space and type within readable limits until the content fits."""
    archival: bool = False
    """Also make the PDF PDF/A-2a, for archives."""
    path: str = ""
    """The settings file, '' for none; not a key."""


OF_DESIGN = tuple(each.name for each in fields_of(Design))
OWN = tuple(each.name for each in fields_of(BuildSettings) if each.name not in ("design", "path"))


@frozen
class BuildOverrides:
    """What a command line asks for: values by key, over whatever a settings file says."""

    values: Mapping[str, Any] = field(default_factory=dict)
    config: str | None = None
    no_config: bool = False


def build_settings_for(path: str, asked: BuildOverrides) -> BuildSettings:
    """The settings of building one file. Paths in a settings file start from its folder.

    Raises `UsageError` for bad settings and `OpenError` for a named file that cannot be read.
    """
    found = found_table(path, asked.config, search=not asked.no_config)
    settings = overridden(parsed(found), asked.values)
    for folder in settings.design.font_paths:
        if not Path(folder).is_dir():
            raise OpenError(f"{folder}: there is no such folder", "it should hold fonts")
    return settings


def parsed(found: Found) -> BuildSettings:
    """The settings in a settings file. Raises one `UsageError` that holds every mistake."""
    reader = _Reader(found.path, _from_header(found.text))
    for key in found.table:
        if key not in KEYS and near(key, (TABLE,)):
            reader.say(key, f"unknown key `{key}`", near(key, (TABLE,)))
    table = dict(reader.mapping(found.table, TABLE)) if TABLE in found.table else {}
    settings = reader.over(BuildSettings(path=found.path), table)
    reader.refuse_mistakes()
    base = Path(found.path).resolve().parent if found.path else Path.cwd()
    return replace(settings, design=_placed(settings.design, base))


def overridden(settings: BuildSettings, values: Mapping[str, Any]) -> BuildSettings:
    """The settings with a command line's values. Raises `UsageError` as `parsed` does."""
    reader = _Options("", "")
    changed = reader.over(settings, values)
    reader.refuse_mistakes("`standout build --help` lists the options")
    return changed


def _placed(design: Design, base: Path) -> Design:
    """The design with paths that lead from anywhere."""
    theme = design.theme
    return replace(
        design,
        theme=theme if theme in NAMES else _from(base, theme),
        font_paths=tuple(_from(base, each) for each in design.font_paths),
    )


def _from(base: Path, path: str) -> str:
    try:
        return str(base / Path(path).expanduser())
    except RuntimeError:
        # There is no such user, or none with a home.
        return str(base / path)


def _from_header(text: str) -> str:
    """The text with its lines above the table empty: other tables have keys of the same names."""
    found = _HEADER.search(text)
    return "\n" * text.count("\n", 0, found.start()) + text[found.start() :] if found else text


class _Reader(TableReader):
    """The table of a build."""

    def over(self, start: BuildSettings, table: Mapping[str, Any]) -> BuildSettings:
        """The settings with the values of a table."""
        readers = self._readers()
        values: dict[str, Any] = {}
        for key in table:
            if key in readers:
                values[key] = readers[key](table, key)
            else:
                self.say(key, f"unknown key `{key}` in `[{TABLE}]`", near(key, readers))
        known = {key: value for key, value in values.items() if value is not None}
        design = {key: value for key, value in known.items() if key in OF_DESIGN}
        own = {key: value for key, value in known.items() if key in OWN}
        return replace(start, design=replace(start.design, **design), **own)

    def _readers(self) -> Readers:
        return {
            "theme": self.string,
            "locale": lambda table, key: self.one_of(table, key, locales.NAMES),
            "paper": lambda table, key: self.one_of(table, key, PAPERS),
            "accent": self._colour,
            "font": self.string,
            "heading_font": self.string,
            "size": lambda table, key: self.number(table, key, 6, 24, "points"),
            "margin": lambda table, key: self.number(table, key, 0.5, 6, "centimetres"),
            "leading": lambda table, key: self.number(table, key, 0, 2, "em"),
            "spacing": lambda table, key: self.number(table, key, 0.1, 4, ""),
            "section_order": self.sections,
            "headings": self._headings,
            "date_style": lambda table, key: self.one_of(table, key, DATE_STYLES),
            "date_separator": self.string,
            "font_paths": self.strings,
            "formats": self._formats,
            "tags": self.strings,
            "page_limit": self.count,
            "fit": lambda table, key: self.one_of(table, key, FITS),
            "archival": self.flag,
        }

    def _colour(self, table: Mapping[str, Any], key: str) -> str | None:
        value = self.string(table, key)
        if value is None or _COLOUR.fullmatch(value):
            return value
        self.say(key, f"`{key}` is no colour: {value}", "; write it as #1f3a5f")
        return None

    def _formats(self, table: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
        return self.some_of(table, key, SUFFIXES, "format") or None

    def _headings(self, table: Mapping[str, Any], key: str) -> dict[SectionKind, str]:
        kinds = {kind.value: kind for kind in SectionKind}
        given = dict(self.mapping(table, key))
        for each in given:
            if each not in kinds:
                self.say(each, f"`{key}` names no section: {each}", near(each, kinds))
        texts = {each: self.string(given, each) for each in given if each in kinds}
        return {kinds[each]: text for each, text in texts.items() if text}


class _Options(_Reader):
    """The same as options of the command line."""

    def say(self, key: str, message: str, hint: str = "", nth: int = 0) -> None:  # noqa: ARG002 - the signature of tables
        """Keep a mistake in the words of options; there are no lines."""
        for name, option in _OPTIONS.items():
            message = message.replace(f"`{name}`", option)
        self.mistakes.append(f"{message}{hint}")


_SPELT = {"formats": "--to", "tags": "--tag", "font_paths": "--font-path"}
_OPTIONS = {name: _SPELT.get(name, f"--{name.replace('_', '-')}") for name in (*OF_DESIGN, *OWN)}
