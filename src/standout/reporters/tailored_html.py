"""A tailored page's report as one page for a browser; nothing in it comes from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from standout.model.selection import Choice, Piece
from standout.reporters import several
from standout.reporters.glance_html import small_map
from standout.reporters.tailored_facts import (
    Shown,
    TailoredReport,
    best_first,
    covered,
    dropped,
    shown,
    yielded,
)
from standout.reporters.text import printable

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_CLASSES = {"on the page": "ok", "in the profile": "warning", "in part": "warning",
            "missing": "error"}  # fmt: skip

_PROOFS = 4
"""Lines that are shown as proofs of one demand."""


def render(report: TailoredReport) -> str:
    """The whole document."""
    sheets = ("report.css", "glance.css")
    style = "".join((files("standout.reporters") / each).read_text("utf-8") for each in sheets)
    title = _text(report.title)
    body = "\n".join(_body(report))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n"
        "</body>\n</html>\n"
    )


def _body(report: TailoredReport) -> Iterator[str]:
    selection = report.selection
    found, required = covered(report)
    proof = "nothing is better" if not selection.gap else f"within {selection.gap} of the best"
    yield f"<header><h1>{_text(report.title)}</h1>"
    yield (
        f"<p>{several(selection.pages, 'page')}, {selection.fill:.0%} full. "
        f"{found} of {required} required demands are proven. "
        f"Objective {selection.objective:,}, bound {selection.bound:,}: {proof}.</p></header>\n"
        "<main>"
    )
    yield "<h2>Demand by demand</h2>\n<table>\n<tbody>"
    yield from (_row(each) for each in shown(report))
    yield "</tbody>\n</table>"
    yield "<h2>Left out, and why</h2>\n<table>\n<tbody>"
    yield from (_gone(each) for each in dropped(selection))
    yield "</tbody>\n</table>"
    yield from (f"<p>{_text(each)}.</p>" for each in yielded(selection))
    if selection.more:
        brought = "; ".join(_text(each.value) for each in selection.more)
        yield f"<p>One more line would bring: {brought}.</p>"
    if report.findings:
        items = "".join(
            f"<li>{each.severity.value}: {_text(each.code)} {_text(each.message)}</li>"
            for each in report.findings
        )
        yield f"<h2>Findings on the page</h2>\n<ul>{items}</ul>"
    if report.page is not None and report.exposure is not None and report.exposure.words:
        yield f"<h2>The first seven seconds</h2>\n{small_map(report.page.pages, report.exposure)}"
    yield "<h2>The objective, term by term</h2>\n<table>\n<tbody>"
    yield from (
        f"<tr><td>{each.value:,}</td><td>{_text(each.name)}</td></tr>" for each in selection.terms
    )
    yield "</tbody>\n</table>\n</main>"


def _row(each: Shown) -> str:
    requirement = each.answer.requirement
    first, more = best_first(each.pieces)[:_PROOFS], len(each.pieces) - _PROOFS
    pieces = "".join(f"<li>{_named(piece)}</li>" for piece in first)
    pieces += f"<li>and {more} more</li>" if more > 0 else ""
    proof = f"<ul>{pieces}</ul>" if pieces else ""
    said = f"<p>{_text(each.said)}</p>" if each.said else ""
    return (
        f'<tr><td class="{_CLASSES[each.state]}">{each.state}</td>'
        f"<td><strong>{_text(each.words)}</strong> ({requirement.level.value})"
        f"{proof}{said}</td></tr>"
    )


def _named(piece: Choice) -> str:
    words = _text(piece.text.value)
    return f"skills: {words}" if piece.piece is Piece.SKILL else words


def _gone(each: Choice) -> str:
    return f"<tr><td>{_text(each.text.value)}</td><td>{_text(each.reason)}</td></tr>"


def _text(words: str) -> str:
    return escape(printable(" ".join(words.split())))
