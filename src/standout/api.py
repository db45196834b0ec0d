"""The verbs. Every face calls these and nothing below them."""

from __future__ import annotations

from datetime import date

from standout.errors import UsageError
from standout.model import Reading, Report
from standout.readers import detect
from standout.rules import engine
from standout.rules.base import Context
from standout.rules.settings import Settings


def read(content: bytes, name: str) -> Reading:
    """Read a resume of any format. `name` is used in messages and as a hint of the format."""
    return detect.read(content, name)


def check(content: bytes, name: str, settings: Settings, today: date) -> Report:
    """Read a resume and run the selected rules over it."""
    reading = read(content, name)
    context = Context(reading, settings, today)
    rules = engine.selected(engine.all_rules(), settings)
    return Report(reading, (*reading.diagnostics, *engine.run(context, rules)))


def explain(code: str) -> str:
    """The manual page of a rule, by code or name. Raises `UsageError` for an unknown one."""
    for each in engine.all_rules():
        if code.upper() == each.code or code.lower() == each.name:
            return each.manual
    raise UsageError(f"there is no rule {code}", "`standout rules` lists them all")
