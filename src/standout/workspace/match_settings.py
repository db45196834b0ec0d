"""The settings of a match: `[match]` in the settings file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from standout.matching.settings import MatchSettings
from standout.workspace.tables import TableReader, found_table, near

TABLE = "match"
KEYS = tuple(each.name for each in fields(MatchSettings))
_MOST = {"role": 30, "level": 30, "work": 30, "recent": 600, "required": 1000, "preferred": 1000}
"""The largest values; 100 where none is named. Demands always have a tenth of a score or more."""


def match_settings_for(path: str, config: str | None, *, search: bool) -> MatchSettings:
    """The settings of matching one profile.

    Raises `UsageError` for bad settings and `OpenError` for a named file that cannot be read.
    """
    found = found_table(path, config, search=search)
    reader = _Reader(found.path, found.text)
    table = dict(reader.mapping(found.table, TABLE)) if TABLE in found.table else {}
    settings = reader.over(MatchSettings(), table)
    reader.refuse_mistakes()
    return settings


class _Reader(TableReader):
    """The table of a match."""

    def over(self, start: MatchSettings, table: Mapping[str, Any]) -> MatchSettings:
        """The settings with the values of a table."""
        values: dict[str, int] = {}
        for key, value in table.items():
            most = _MOST.get(key, 100)
            if key not in KEYS:
                self.say(key, f"unknown key `{key}` in `[{TABLE}]`", near(key, KEYS))
            elif isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most:
                values[key] = value
            else:
                self.say(key, f"`{key}` must be a whole number from 0 to {most}")
        return replace(start, **values)
