"""How tests check an example of any format."""

from __future__ import annotations

import datetime

from standout import api
from standout.diagnostic import Diagnostic
from standout.rules.manual import Example
from standout.rules.settings import Settings

SUFFIXES = {"yaml": "yaml", "markdown": "md", "text": "txt", "typst": "pdf"}


def check_example(
    example: Example, settings: Settings, today: datetime.date
) -> tuple[Diagnostic, ...]:
    """Check one example; a `typst` one is typeset first and checked as PDF."""
    content = example.text.encode()
    if example.format == "typst":
        content = typeset(example.text)
    name = f"example.{SUFFIXES[example.format]}"
    return api.check(content, name, settings, today).diagnostics


def typeset(markup: str) -> bytes:
    """A PDF of Typst markup, with the fonts that ship with Typst only."""
    import typst

    document = typst.compile(markup.encode(), ignore_system_fonts=True)
    assert isinstance(document, bytes)
    return document
