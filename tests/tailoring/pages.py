"""Tailored pages for tests: example profiles, postings of our own, one warm builder."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

from standout import api
from standout.building.builder import Builder
from standout.building.order import Order
from standout.model import Posting, Reading
from standout.selection.settings import TailorSettings
from standout.tailoring.tailor import Tailor, Tailored, Wish
from standout.writers.design import Design
from standout.writers.typesetting.themes import built_in

TODAY = datetime.date(2026, 11, 1)
EXAMPLES = Path(api.__file__).parents[1] / "examples" / "profiles"
NAMES = tuple(sorted(each.stem for each in EXAMPLES.glob("*.yaml")))
GOLD = Path(__file__).parent.parent / "matching" / "gold" / "postings.txt"
BUILDER = Builder()

ROBOTS = """# Robotics engineer

## Requirements
- Experience with ROS 2 and motion planning
- C++ and Python
- PyTorch
- Bachelor's degree in robotics

## Nice to have
- CUDA
- Simulation (Isaac Sim, Gazebo)
"""


@cache
def postings() -> dict[str, Posting]:
    """Postings of invented teams, by name."""
    parts = GOLD.read_text("utf-8").split("=== ")[1:]
    texts = {name.strip(): text for name, _, text in (each.partition("\n") for each in parts)}
    return {name: posting(text) for name, text in texts.items()}


def posting(text: str) -> Posting:
    """The posting of a text."""
    return next(api.read_postings(text.encode(), "job.md")).posting


def profile(text: str) -> Reading:
    """A profile from YAML without its first lines."""
    return api.read(f"standout: 1\n{text}".encode(), "profile.yaml")


@cache
def example(name: str) -> Reading:
    """A shipped profile."""
    return api.read((EXAMPLES / f"{name}.yaml").read_bytes(), f"{name}.yaml")


def wish(theme: str = "classic", *, their_words: bool = False, **settings: int) -> Wish:
    """What is asked of a page."""
    order = Order(built_in(theme), Design(theme=theme))
    return Wish(order, TODAY, TailorSettings(**settings), their_words=their_words)


def tailored(reading: Reading, asked: Posting, wished: Wish | None = None) -> Tailored:
    """The page of a profile for a posting."""
    return Tailor(reading, wished or wish(), BUILDER).tailor(asked)


def printed(page: Tailored) -> list[str]:
    """The statements of a page, in its order."""
    return [each.text.value for each in page.page.resume.statements()]
