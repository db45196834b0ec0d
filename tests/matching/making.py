"""Profiles and postings made by hand: texts whose places are their own offsets."""

from __future__ import annotations

import datetime
from typing import Any

from standout import api
from standout.matching import ProfileIndex, match, profile_index
from standout.model import Answer, Demand, Level, Match, Posting, Requirement, Resume
from standout.source import Text

TODAY = datetime.date(2026, 11, 22)


def text(value: str) -> Text:
    """A text whose places are its own offsets."""
    return Text(value, range(len(value)))


def profile(yaml: str) -> Resume:
    """The resume of a native profile without its first line."""
    return api.read(f"standout: 1\n{yaml}".encode(), "profile.yaml").resume


def index(yaml: str) -> ProfileIndex:
    """A profile ready to be matched."""
    return profile_index(profile(yaml), TODAY)


def asks(words: str, *ways: tuple[str, ...], **given: Any) -> Requirement:
    """A requirement: of a skill, unless something else is given."""
    level = given.pop("level", Level.REQUIRED)
    demand = given.pop("demand", Demand.SKILL)
    return Requirement(text(words), level, demand, ways, **given)


def posting(*requirements: Requirement, title: str | None = None) -> Posting:
    """A posting of these requirements."""
    return Posting(title=text(title) if title else None, requirements=requirements)


def answer(yaml: str, requirement: Requirement) -> Answer:
    """How a profile answers one requirement."""
    return match(index(yaml), posting(requirement)).answers[0]


def matched(yaml: str, *requirements: Requirement, title: str | None = None) -> Match:
    """A profile against a posting."""
    return match(index(yaml), posting(*requirements, title=title))
