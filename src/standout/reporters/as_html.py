"""One page for a browser: no script, nothing from elsewhere, readable in print and in the dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from standout.diagnostic import Applicability, Diagnostic, Severity
from standout.model import Report
from standout.model.outline import Outline, outline
from standout.reporters import NOUNS, About, summary
from standout.reporters.text import printable
from standout.source import Span

SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.INFO: "i"}
FIX_WORDS = {
    Applicability.SAFE: "Fix",
    Applicability.CONFIRM: "Fix to confirm",
    Applicability.FILL_IN: "Question",
}
CONTEXT = 60
"""Characters shown on each side of the quoted words."""
LONGEST = 600


def render(reports: Sequence[Report], about: About) -> str:
    """The findings of all files as one document."""
    looked = any(each.exposure is not None for each in reports)
    sheets = ("report.css", "glance.css") if looked else ("report.css",)
    style = "".join((files("standout.reporters") / each).read_text("utf-8") for each in sheets)
    contents = "".join(_entry(number, each) for number, each in enumerate(reports))
    sections = "".join(_section(number, each) for number, each in enumerate(reports))
    nav = f'<nav aria-label="Files"><ol>{contents}</ol></nav>' if len(reports) > 1 else ""
    version = f"standout {_text(about.version)}, ruleset {_text(about.ruleset)}"
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Resume check: {_text(summary(reports))}</title>\n<style>\n{style}</style>\n"
        f"</head>\n<body>\n<header><h1>Resume check</h1><p>{_text(summary(reports))}</p>"
        f"{nav}</header>\n<main>\n{sections}</main>\n<footer><p>{version}</p></footer>\n"
        "</body>\n</html>\n"
    )


def _entry(number: int, report: Report) -> str:
    words = summary([report])
    return f'<li><a href="#file-{number}">{_text(report.name)}</a>: {_text(words)}</li>'


def _section(number: int, report: Report) -> str:
    spots = outline(report.reading.resume)
    found = "".join(f"<li>{_finding(report, each, spots)}</li>\n" for each in report.diagnostics)
    body = f"<ol>\n{found}</ol>" if found else "<p>Nothing found.</p>"
    title = f'<h2 id="file-{number}-title">{_text(report.name)}</h2>'
    head = f'<section id="file-{number}" aria-labelledby="file-{number}-title">'
    return f"{head}\n{title}\n{body}\n{_look(report)}</section>\n"


def _look(report: Report) -> str:
    """What a first look has likely seen, where it was asked for."""
    if report.exposure is None or not report.exposure.words:
        return ""
    from standout.reporters.glance_html import small_map

    return f"<h3>The first seven seconds</h3>\n{small_map(report.reading.pages, report.exposure)}"


def _finding(report: Report, each: Diagnostic, spots: Outline) -> str:
    kind = each.severity.value
    sign = f'<span class="sign" aria-hidden="true">{SIGNS[each.severity]}</span>'
    noun = NOUNS[each.severity].capitalize()
    title = f"<h3>{sign} {noun}: {_text(each.message)}</h3>"
    place = f'<p class="place">{_text(_place(report, each, spots))}</p>'
    return f'<article class="{kind}">{title}{place}{"".join(_body(report, each))}</article>'


def _place(report: Report, each: Diagnostic, spots: Outline) -> str:
    where = report.location(each)
    spot = spots.at(each.span) if each.span.end else None
    position = f"page {where.page}" if where.page else f"line {where.line}, column {where.column}"
    return ", ".join([position, *([spot.path] if spot else [])])


def _body(report: Report, each: Diagnostic) -> Iterator[str]:
    if report.quote(each).strip():
        yield f"<blockquote>{_quote(report, each.span)}</blockquote>"
    for label in each.labels:
        yield f"<p>{_text(label.message)}:</p><blockquote>{_quote(report, label.span)}</blockquote>"
    if each.fix:
        word = FIX_WORDS[each.fix.applicability]
        yield f'<p class="fix"><strong>{word}:</strong> {_text(each.fix.message)}</p>'
    source = f" ({_text(each.source)})" if each.source else ""
    yield (
        f"<details><summary>Why ({each.code} {each.name})</summary><p>{_text(each.why)}</p>"
        f"<p>Basis: {each.basis.value}{source}. "
        f"<code>standout explain {each.code}</code> says more.</p></details>"
    )


def _quote(report: Report, span: Span) -> str:
    text = report.reading.source.text
    before = text[max(0, span.start - CONTEXT) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + CONTEXT].partition("\n")[0]
    inside = text[span.start : span.end]
    if len(inside) > LONGEST:
        inside = f"{inside[:LONGEST]}…"
        after = ""
    marked = "\n".join(_text(line) for line in inside.split("\n"))
    return f"{_text(before.lstrip())}<mark>{marked}</mark>{_text(after)}"


def _text(text: str) -> str:
    return escape(printable(text))
