"""The settings of tailoring: `[tailor]` in the settings file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from standout.selection.settings import TailorSettings
from standout.workspace.tables import TableReader, found_table, near

TABLE = "tailor"
KEYS = tuple(each.name for each in fields(TailorSettings))
_LEAST = {"pages": 1, "most": 1, "role_most": 1}
_MOST = {
    "first": 100, "second": 100, "third": 100, "synonym": 100, "pages": 20, "fewest": 6,
    "most": 50, "role_fewest": 6, "role_most": 50, "education_most": 50, "gap": 600, "fill": 99,
    "bold": 3, "bold_share": 8, "projects_lead": 1000,
}  # fmt: skip
"""The largest values; 10,000 where none is named: what all demands of a posting share."""
_WORTH = 10_000


def tailor_settings_for(
    path: str, config: str | None, *, search: bool, pages: int | None = None
) -> TailorSettings:
    """The settings of tailoring one profile; `pages` of a command line go over the file's.

    Raises `UsageError` for bad settings and `OpenError` for a named file that cannot be read.
    """
    found = found_table(path, config, search=search)
    reader = _Reader(found.path, found.text)
    table = dict(reader.mapping(found.table, TABLE)) if TABLE in found.table else {}
    settings = reader.over(TailorSettings(), table)
    reader.refuse_mistakes()
    return settings if pages is None else replace(settings, pages=pages)


class _Reader(TableReader):
    """The table of tailoring."""

    def over(self, start: TailorSettings, table: Mapping[str, Any]) -> TailorSettings:
        """The settings with the values of a table."""
        values: dict[str, int] = {}
        for key, value in table.items():
            least, most = _LEAST.get(key, 0), _MOST.get(key, _WORTH)
            if key not in KEYS:
                self.say(key, f"unknown key `{key}` in `[{TABLE}]`", near(key, KEYS))
            elif isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
                values[key] = value
            else:
                self.say(key, f"`{key}` must be a whole number from {least} to {most}")
        found = replace(start, **values)
        for fewest, most_key in (("fewest", "most"), ("role_fewest", "role_most")):
            if getattr(found, fewest) > getattr(found, most_key):
                self.say(fewest, f"`{fewest}` is more than `{most_key}`")
        return found
