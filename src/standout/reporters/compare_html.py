"""Two resumes side by side as one page for a browser."""

from __future__ import annotations

from collections.abc import Sequence

from standout.diagnostic import Diagnostic
from standout.model.comparison import Comparison, Side
from standout.reporters import NOUNS, About, compare_rows
from standout.reporters.compare_rows import Row
from standout.reporters.glance_facts import NOTE
from standout.reporters.glance_html import figures, legend, page, text


def render(comparison: Comparison, about: About) -> str:
    """The whole document; no script runs in it."""
    names = [text(side.report.name) for side in comparison.sides]
    body = (
        f"<header><h1>Two resumes side by side</h1><p>A: {names[0]}<br>B: {names[1]}</p></header>\n"
        f"<main>\n{_section('findings', 'Findings', _findings(comparison))}"
        f"{_section('posting', 'The posting', _table(compare_rows.requirements(comparison)))}"
        f"{_section('look', 'A first look', _look(comparison))}</main>\n"
    )
    return page(f"{names[0]} and {names[1]}", body, about)


def _section(name: str, title: str, body: str) -> str:
    if not body:
        return ""
    return f'<section aria-labelledby="{name}"><h2 id="{name}">{title}</h2>\n{body}</section>\n'


def _findings(comparison: Comparison) -> str:
    return (
        _table(compare_rows.findings(comparison))
        + _only("Only in A", comparison.only_in_first())
        + _only("Only in B", comparison.only_in_second())
    )


def _only(title: str, found: Sequence[Diagnostic]) -> str:
    if not found:
        return ""
    items = "".join(
        f"<li>{NOUNS[each.severity].capitalize()} {each.code}: {text(message)}</li>"
        for each, message in compare_rows.told(found)
    )
    return f"<h3>{title}</h3>\n<ul>{items}</ul>\n"


def _look(comparison: Comparison) -> str:
    table = _table(compare_rows.exposures(comparison))
    sides = "".join(
        f"<div><h3>{letter}, after 7 seconds</h3>{_pages(side)}</div>"
        for letter, side in zip("AB", comparison.sides, strict=True)
    )
    note = f'<p class="note">{text(NOTE)}</p>'
    return f'{note}\n{table}{legend()}<div class="sides">{sides}</div>\n'


def _pages(side: Side) -> str:
    if not side.exposure.words:
        return "<p>This format has no pages.</p>"
    return figures(side.report.reading.pages, side.exposure, side.pictures)


def _table(rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    lines = "".join(
        f'<tr><th scope="row">{text(row.name)}</th>{_cell(row.first, row)}{_cell(row.second, row)}'
        "</tr>"
        for row in rows
    )
    head = '<tr><th scope="col">What</th><th scope="col">A</th><th scope="col">B</th></tr>'
    return f"<table><thead>{head}</thead><tbody>{lines}</tbody></table>\n"


def _cell(said: str, row: Row) -> str:
    words = f"<strong>{text(said)}</strong>" if row.differs else text(said)
    return f"<td>{words}</td>"
