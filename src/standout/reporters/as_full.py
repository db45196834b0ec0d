"""For people: each finding with the quoted words, the reason, the basis and what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import click

from standout.diagnostic import Applicability, Diagnostic, Fix, Severity
from standout.model import Report
from standout.model.outline import Outline, outline
from standout.reporters import About, several, summary
from standout.reporters.snippet import quoted
from standout.reporters.text import printable
from standout.source import Span

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
FIX_WORDS = {
    Applicability.SAFE: "fix",
    Applicability.CONFIRM: "fix to confirm",
    Applicability.FILL_IN: "question",
}


def render(reports: Sequence[Report], about: About) -> str:
    """The findings of all files, styled for a terminal, and a summary."""
    blocks = [block for report in reports for block in _blocks(report, about.width)]
    return "\n".join([*blocks, _closing(reports, about)])


def _blocks(report: Report, width: int) -> Iterator[str]:
    spots = outline(report.reading.resume)
    told: set[str] = set()
    for each in report.diagnostics:
        lines = [*_head(report, each, spots), *_quote(report, each, width)]
        notes = [*_advice(report, each), *(_reasons(each) if each.code not in told else ())]
        told.add(each.code)
        lines += [line for name, text in notes for line in _note(name, text, width)]
        yield "\n".join(lines) + "\n"


def _head(report: Report, each: Diagnostic, spots: Outline) -> Iterator[str]:
    colour = COLOURS[each.severity]
    preview = " (preview)" if each.preview else ""
    title = click.style(f"{each.severity.value}[{each.code} {each.name}]", fg=colour, bold=True)
    yield f"{title}: {click.style(printable(each.message), bold=True)}{preview}"
    yield f"{_blue('   -->')} {printable(_place(report, each, spots))}"


def _place(report: Report, each: Diagnostic, spots: Outline) -> str:
    where = report.location(each)
    spot = spots.at(each.span) if each.span.end else None
    path = [spot.path] if spot else []
    position = f"{where.line}:{where.column}"
    if where.page:
        line = [f"line {position} of its text"] if each.span.end else []
        return ", ".join([f"{report.name} p{where.page}", *path, *line])
    return ", ".join([f"{report.name}:{position}", *path])


def _quote(report: Report, each: Diagnostic, width: int) -> Iterator[str]:
    yield from _snippet(report, each.span, COLOURS[each.severity], "^", width)
    for label in each.labels:
        yield f"{_blue('     :')} {printable(label.message)}"
        yield from _snippet(report, label.span, "blue", "-", width)


def _snippet(report: Report, span: Span, colour: str, mark: str, width: int) -> Iterator[str]:
    source = report.reading.source
    if not span.end or not source.text:
        return
    lines = quoted(source, span, max(20, width - 8), mark)
    yield _blue("     |")
    for each in lines:
        number = str(each.number) if each.number else ""
        yield f"{_blue(f'{number:>4} |')} {each.text}".rstrip()
        if each.marks:
            yield f"{_blue('     |')} {click.style(each.marks, fg=colour, bold=True)}"


def _advice(report: Report, each: Diagnostic) -> Iterator[tuple[str, str]]:
    fix = each.fix
    if fix is None:
        return
    yield FIX_WORDS[fix.applicability], fix.message + _how(report, fix)


def _how(report: Report, fix: Fix) -> str:
    if not fix.edits or not report.reading.source.editable:
        return ""
    return {
        Applicability.SAFE: " (`--fix` does it)",
        Applicability.CONFIRM: " (`--fix --confirm` asks)",
        Applicability.FILL_IN: "",
    }[fix.applicability]


def _reasons(each: Diagnostic) -> Iterator[tuple[str, str]]:
    if each.why:
        yield "why", each.why
    source = f" ({each.source})" if each.source else ""
    yield "basis", f"{each.basis.value}{source}"
    yield "explain", f"standout explain {each.code}"


def _note(name: str, text: str, width: int) -> Iterator[str]:
    indent = " " * len(f"     = {name}: ")
    first = f"{_blue('     =')} {click.style(name, bold=True)}: "
    lines = textwrap.wrap(
        printable(" ".join(text.split())),
        max(60, width) - len(indent),
        break_long_words=False,
        break_on_hyphens=False,
    )
    for number, line in enumerate(lines):
        yield (indent if number else first) + line


def _blue(text: str) -> str:
    return click.style(text, fg="blue")


def _closing(reports: Sequence[Report], about: About) -> str:
    fixes = [
        each.fix.applicability
        for report in reports
        if report.reading.source.editable
        for each in report.diagnostics
        if each.fix and each.fix.edits
    ]
    safe = fixes.count(Applicability.SAFE)
    words = summary(reports)
    if safe:
        words += f"; `--fix` mends {several(safe, 'finding')}"
    found = any(report.diagnostics for report in reports)
    words = click.style(words, bold=True, fg=None if found else "green")
    return f"{words} (ruleset {about.ruleset})\n"
