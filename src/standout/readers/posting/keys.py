"""The keys of a posting's data by the names we know them by, whatever their marks and capitals.

'Job Title', 'job-title', 'jobTitle' and 'JOB_TITLE' are one name; a list that was written as text
is a list again; what lies one object deeper under a known name is lifted up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from standout.patterns import regex
from standout.vocabulary import tables

_MARKS = regex(r"[\W_]+")
_QUOTED = regex(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_LISTED = regex(r"\s*\[\s*['\"].*['\"]\s*\]\s*")
_LEVELS = {
    "minimum": "minimum_qualifications", "required": "minimum_qualifications",
    "basic": "minimum_qualifications", "must_have": "minimum_qualifications",
    "musthave": "minimum_qualifications", "essential": "minimum_qualifications",
    "preferred": "preferred_qualifications", "desired": "preferred_qualifications",
    "desirable": "preferred_qualifications", "nice_to_have": "preferred_qualifications",
    "nicetohave": "preferred_qualifications", "optional": "preferred_qualifications",
    "bonus": "preferred_qualifications",
}  # fmt: skip
"""What lies in an object of qualifications, and the field that it is."""
_MOST = 20_000
"""Characters of a list that somebody wrote as text."""
_QUALIFICATIONS = ("qualifications", "requirements", "skills")


def known(row: Mapping[str, Any]) -> dict[str, Any]:
    """An object with the known names of its keys; the first of two that are one name counts."""
    given: dict[str, Any] = {}
    for key, value in row.items():
        name = _name(str(key))
        if given.get(name) in (None, ""):
            given[name] = _list(value) if isinstance(value, str) else value
    for name in _QUALIFICATIONS:
        if isinstance(given.get(name), Mapping):
            given.update(_by_level(given, given[name]))
    return given


def _name(key: str) -> str:
    lowered = key.strip().lower()
    return _names().get(_MARKS.sub("", lowered)) or lowered.replace(" ", "_")


@cache
def _names() -> Mapping[str, str]:
    """Each known name by its letters and digits alone."""
    table = tables.load("posting_keys")
    every = [name for names in table["fields"].values() for name in names]
    every += [name for part in table["parts"] for name in part["keys"]]
    found: dict[str, str] = {}
    for name in every:
        found.setdefault(_MARKS.sub("", name), name)
    return found


def _list(value: str) -> Any:
    """A list that somebody wrote as text: "['SQL', 'Python']"."""
    if value[:1] != "[" or len(value) > _MOST or not _LISTED.fullmatch(value):
        return value
    return [match[1] or match[2] or "" for match in _QUOTED.finditer(value)]


def _by_level(given: Mapping[str, Any], inner: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in inner.items():
        name = _LEVELS.get(str(key).strip().lower().replace(" ", "_").replace("-", "_"))
        if name is not None and not given.get(name):
            yield name, value
