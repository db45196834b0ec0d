"""The example profiles, set in a theme; each page is made once for all tests."""

from __future__ import annotations

from functools import cache
from importlib import resources

from standout.model import Resume
from standout.readers import detect
from standout.writers.compose import compose
from standout.writers.design import Design
from standout.writers.sheet import Sheet
from standout.writers.typesetting import themes
from standout.writers.typesetting.typesetter import Typesetter

_FOLDER = resources.files("standout.examples") / "profiles"
PROFILES = sorted(each.name.removesuffix(".yaml") for each in _FOLDER.iterdir())
CASES = [(theme, profile) for theme in themes.NAMES for profile in PROFILES]


@cache
def typesetter() -> Typesetter:
    """One for all tests: the fonts are read once."""
    return Typesetter()


@cache
def resume(profile: str) -> Resume:
    """An example profile."""
    content = (_FOLDER / f"{profile}.yaml").read_bytes()
    return detect.read(content, f"{profile}.yaml").resume


def design(theme: str, profile: str, paper: str = "a4") -> Design:
    """The theme's own, in the profile's language."""
    return Design(theme=theme, locale="de" if profile == "german" else "en", paper=paper)


def sheet(theme: str, profile: str) -> Sheet:
    """What is printed of an example profile."""
    return compose(resume(profile), design(theme, profile))


@cache
def pdf(theme: str, profile: str, paper: str = "a4") -> bytes:
    """An example profile as PDF."""
    chosen = design(theme, profile, paper)
    return typesetter().pdf(sheet(theme, profile), themes.built_in(theme), chosen)
