"""Exposure for people: what a first look has likely seen, what not, and what would show more."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from standout.model.exposure import HORIZONS, Band, Exposure
from standout.reporters.glance_facts import NOTE, Fact, facts, gains, tallies
from standout.reporters.text import printable

_LABEL = 20
_SHOWN = 8


def render(name: str, exposure: Exposure, width: int) -> str:
    """What is known after 7, 20 and 60 seconds, the moves, and what kind of answer this is."""
    wide = max(60, min(width, 100))
    found = facts(exposure)
    lines = [_bold(f"{printable(name)}: what a first look has likely seen"), ""]
    lines += _known(found, HORIZONS[0])
    for index, seconds in enumerate(HORIZONS):
        lines += [*_tallies(exposure, index, seconds, wide), ""]
    lines += _moves(exposure, wide)
    lines += textwrap.wrap(NOTE, wide)
    return "\n".join(lines) + "\n"


def _known(found: tuple[Fact, ...], seconds: int) -> Iterator[str]:
    for band, title in (
        (Band.LIKELY, f"After {seconds} seconds they likely know"),
        (Band.MAYBE, "Perhaps also"),
        (Band.UNLIKELY, "Not yet"),
    ):
        several = [each for each in found if each.sight.band(seconds) is band]
        if several:
            yield _bold(title)
            for each in several:
                yield f"  {each.label:{_LABEL}}{printable(each.text)}"
            yield ""


def _tallies(exposure: Exposure, index: int, seconds: int, width: int) -> Iterator[str]:
    parts = [each for each in tallies(exposure) if each.whole]
    if not parts:
        return
    yield _bold(f"By {seconds} seconds")
    for each in parts:
        seen = each.seen[index]
        line = f"  {each.label:{_LABEL}}{len(seen)} of {each.whole}"
        if seen and each.label != "results":
            more = f" and {len(seen) - _SHOWN} more" if len(seen) > _SHOWN else ""
            line += f": {printable(', '.join(seen[:_SHOWN]))}{more}"
        yield from textwrap.wrap(line, width, subsequent_indent=" " * (_LABEL + 2))


def _moves(exposure: Exposure, width: int) -> Iterator[str]:
    if not exposure.moves:
        return
    yield _bold("Moves that would show more")
    for number, move in enumerate(exposure.moves, start=1):
        said = f"  {number}. {printable(move.text)}: {gains(move)}"
        yield from textwrap.wrap(said, width, subsequent_indent="     ")
    yield ""


def _bold(text: str) -> str:
    return click.style(text, bold=True)
