"""The last look at a page: what is too long to read is told once, not piece by piece."""

from __future__ import annotations

import importlib

import pytest

from standout import api
from standout.building.builder import checked
from standout.building.order import Order
from standout.writers.design import Design
from standout.writers.typesetting import themes

STATEMENTS = "".join(f"    - Measured the drift of sensor {number}\n" for number in range(150))
PROFILE = (
    f"basics: {{name: Ada Park}}\nexperience:\n  - title: Engineer\n    statements:\n{STATEMENTS}"
)


def codes() -> list[str]:
    """What is found in the page of a long profile."""
    reading = api.read(PROFILE.encode(), "profile.yaml")
    built = api.build(
        reading, Order(themes.built_in("compact"), Design(theme="compact"), pages=0), api.builder()
    )
    return [each.code for each in checked(built).diagnostics]


def test_more_pages_than_a_reader_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    physical = importlib.import_module("standout.readers.pdf.physical")
    monkeypatch.setattr(physical, "MAX_PAGES", 1)
    physical.physical.cache_clear()
    assert codes() == ["BLD005"]
    physical.physical.cache_clear()
