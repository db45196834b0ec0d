"""Exposure as one page for a browser: the pages under heat, a slider through the first seconds.

Nothing comes from elsewhere, and without its script the page shows the state after 7 seconds.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from standout.model import Page, Reading
from standout.model.exposure import HORIZONS, Exposure, Picture
from standout.reporters import About
from standout.reporters.glance_facts import NOTE, facts, gains, tallies
from standout.reporters.glance_svg import address, bars, heat, strips
from standout.reporters.text import printable

_FIRST = HORIZONS[0]
_SHOWN = 12


def render(reading: Reading, exposure: Exposure, pictures: Sequence[Picture], about: About) -> str:
    """The whole document."""
    name = text(reading.source.name)
    shown = _section(
        "pages",
        "The page",
        f"{_controls()}{legend()}{figures(reading.pages, exposure, pictures)}",
    )
    known = _section("known", "What they know", table(exposure))
    body = (
        f"<header><h1>What a first look has likely seen</h1><p>{name}</p></header>\n<main>\n"
        f'<p class="note">{text(NOTE)}</p>\n'
        f'<div class="beside">{shown}<div>{known}{moves(exposure)}</div></div>\n</main>\n'
    )
    return page(f"First look: {name}", body, about, script("glance.js"))


def page(title: str, body: str, about: About, code: str = "") -> str:
    """A document with the styles of the reports; `code` is the only script that may run."""
    style = "".join(
        (files("standout.reporters") / each).read_text("utf-8")
        for each in ("report.css", "glance.css")
    )
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    may_run = f"; script-src 'sha256-{digest}'" if code else ""
    policy = f"default-src 'none'; img-src data:; style-src 'unsafe-inline'{may_run}"
    version = f"standout {text(about.version)}, ruleset {text(about.ruleset)}"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body class="wide">\n{body}'
        f"<footer><p>{version}</p></footer>\n"
        + (f"<script>{code}</script>\n" if code else "")
        + "</body>\n</html>\n"
    )


def script(name: str) -> str:
    """A script of the package."""
    return (files("standout.reporters") / name).read_text("utf-8")


def _section(name: str, title: str, body: str) -> str:
    head = f'<section aria-labelledby="{name}"><h2 id="{name}">{title}</h2>'
    return f"{head}\n{body}</section>\n"


def _controls() -> str:
    jumps = "".join(
        f'<button type="button" data-at="{each}">{each} s</button>' for each in (_FIRST, 20)
    )
    slider = f'<input type="range" id="time" min="0" max="20" step="0.1" value="{_FIRST}">'
    return (
        '<div class="controls" id="controls" role="group" aria-label="Time" hidden>'
        '<button type="button" id="play">Play</button>'
        f'<label for="time">Seconds {slider}</label>'
        f'<output id="seconds" for="time">{_FIRST} s</output>{jumps}</div>\n'
    )


def legend() -> str:
    """What the colours mean."""
    return (
        '<p class="legend"><span class="likely">likely seen</span>'
        '<span class="maybe">maybe</span> no colour: unlikely</p>\n'
    )


def figures(pages: Sequence[Page], exposure: Exposure, pictures: Sequence[Picture]) -> str:
    """The pages on which words stand, each under its heat."""
    numbers = {each.page for each in exposure.words}
    shown = [each for each in pages if each.number in numbers]
    return (
        f'<div class="pages">{"".join(_figure(each, exposure, pictures) for each in shown)}</div>\n'
    )


def _figure(page: Page, exposure: Exposure, pictures: Sequence[Picture]) -> str:
    picture = next((each for each in pictures if each.page == page.number), None)
    if picture is None:
        below = "".join(bars(page, exposure.words))
    else:
        size = f'width="{page.width:.1f}" height="{page.height:.1f}"'
        below = f'<image {size} href="{address(picture)}"/>'
    over = "".join(heat(page, exposure.words, _FIRST))
    said = f"Page {page.number}, its words coloured by how likely they are seen"
    return (
        f'<figure><svg viewBox="0 0 {page.width:.1f} {page.height:.1f}" role="img" '
        f'aria-label="{said}">{below}<g class="heat">{over}</g></svg>'
        f"<figcaption>Page {page.number}</figcaption></figure>"
    )


def small_map(pages: Sequence[Page], exposure: Exposure) -> str:
    """The first page without its picture, small, with what is seen after 7 seconds."""
    first = pages[0]
    inside = "".join(strips(first, exposure.words, _FIRST))
    said = f"Page 1, its words coloured by how likely they are seen in {_FIRST} seconds"
    return (
        f'<div class="map"><svg viewBox="0 0 {first.width:.0f} {first.height:.0f}" role="img" '
        f'aria-label="{said}">{inside}</svg><div>{legend()}{known(exposure)}'
        f'<p class="note">{text(NOTE)}</p></div></div>\n'
    )


def known(exposure: Exposure) -> str:
    """What is likely known after 7 seconds, and what is not, as two sentences."""
    found = [(each, each.sight.band(_FIRST).value) for each in facts(exposure)]
    likely = [f"{each.label} ({each.text})" for each, band in found if band == "likely"]
    others = [each.label for each, band in found if band != "likely"]
    said = [
        f"<p>After {_FIRST} seconds they likely know: {text(', '.join(likely) or 'nothing')}.</p>"
    ]
    if others:
        said.append(f"<p>Perhaps or not yet: {text(', '.join(others))}.</p>")
    return "".join(said)


def table(exposure: Exposure) -> str:
    """Facts and counts against the seconds."""
    heads = "".join(f'<th scope="col">{each} s</th>' for each in HORIZONS)
    return (
        f'<table><thead><tr><th scope="col">What</th><th scope="col">As written</th>{heads}</tr>'
        f"</thead><tbody>{''.join(_rows(exposure))}</tbody></table>\n"
    )


def _rows(exposure: Exposure) -> Iterator[str]:
    for fact in facts(exposure):
        bands = (fact.sight.band(each).value for each in HORIZONS)
        cells = "".join(f'<td class="{band}">{band}</td>' for band in bands)
        yield f'<tr><th scope="row">{fact.label}</th><td>{text(fact.text)}</td>{cells}</tr>'
    for tally in tallies(exposure):
        cells = "".join(f"<td>{len(each)} of {tally.whole}</td>" for each in tally.seen)
        names = tally.seen[1][:_SHOWN] if tally.label != "results" else ()
        more = len(tally.seen[1]) - len(names) if names else 0
        listed = ", ".join(names) + (f" and {more} more" if more else "")
        words = f"by 20 s: {listed}" if names else ""
        yield f'<tr><th scope="row">{tally.label}</th><td>{text(words)}</td>{cells}</tr>'


def moves(exposure: Exposure) -> str:
    """The changes that help most, each with what re-running the model gave."""
    if not exposure.moves:
        return ""
    items = "".join(
        f"<li><strong>{text(each.text)}</strong>: {text(gains(each))}</li>"
        for each in exposure.moves
    )
    return _section("moves", "Moves that would show more", f"<ol>{items}</ol>")


def text(words: str) -> str:
    """Words of a document, made harmless."""
    return escape(printable(words))
