"""`standout explain`: the manual page of a rule."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator

import click

from standout import api
from standout.rules.manual import Example, parse

SHOWN = {True: 2, False: 3}
"""How many examples are shown that are flagged, and that are not."""

FORMS = {"typst": "a page, as Typst source", "markdown": "Markdown", "text": "plain text"}


@click.command(epilog="Example: standout explain QNT001")
@click.argument("code")
@click.option("--format", type=click.Choice(("text", "json")), default="text", help="How to print.")
def command(code: str, **options: str) -> None:
    """Print the manual page of a rule, by CODE or by name.

    It says what the rule finds, why, what the advice rests on, and what can be set.
    """
    page = api.explain(code)
    click.echo(_json(page) if options["format"] == "json" else "\n\n".join(_parts(page)))


def _json(page: api.Page) -> str:
    manual = parse(page.manual)
    examples = [
        {"bad": each.bad, "format": each.format, "text": each.text} for each in manual.examples
    ]
    table = {
        "version": 1,
        "code": page.code,
        "name": page.name,
        "severity": page.severity,
        "basis": page.basis,
        "source": page.source,
        "state": page.state,
        "audience": page.audience,
        "why": page.why,
        "summary": manual.summary,
        "manual": manual.prose,
        "options": dict(page.options),
        "examples": examples,
    }
    return json.dumps(table, indent=2, ensure_ascii=False)


def _parts(page: api.Page) -> Iterator[str]:
    manual = parse(page.manual)
    yield click.style(f"{page.code} {page.name}", bold=True)
    yield manual.summary
    yield _facts(page)
    if manual.prose:
        yield manual.prose
    if page.why and page.why not in manual.prose:
        yield textwrap.fill(f"Why: {page.why}.", 88)
    if page.options:
        yield "\n".join([f"Options, in `[options.{page.name}]`:", *_options(page)])
    for bad, title in ((True, "Flagged:"), (False, "Not flagged:")):
        shown = [each for each in manual.examples if each.bad is bad][: SHOWN[bad]]
        if shown:
            yield "\n\n".join([click.style(title, bold=True), *map(_example, shown)])
    if page.state != "always":
        yield _leave_out(page)


def _facts(page: api.Page) -> str:
    state = {
        "on": "on",
        "off": f"off; `--extend-select {page.code}` runs it",
        "preview": "preview: its precision is not yet shown; `--preview` runs it",
        "always": "always on",
    }[page.state]
    rows = [
        ("severity", page.severity),
        ("basis", f"{page.basis} ({page.source})"),
        ("for", page.audience),
        ("state", state),
    ]
    return "\n".join(f"  {name:9} {value}" for name, value in rows if value)


def _options(page: api.Page) -> Iterator[str]:
    for name, default in page.options.items():
        yield f"  {name} = {_toml(default)}"


def _toml(value: object) -> str:
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _example(example: Example) -> str:
    offset = 0
    lines: list[str] = []
    for line in example.text.rstrip("\n").split("\n"):
        lines.append(line)
        for start, end in example.marks:
            if offset <= start < offset + len(line):
                carets = " " * (start - offset) + "^" * (end - start)
                lines.append(click.style(carets, fg="yellow"))
        offset += len(line) + 1
    source = "" if example.format == "yaml" else f"  ({FORMS[example.format]})\n"
    return source + textwrap.indent("\n".join(lines), "    ")


def _leave_out(page: api.Page) -> str:
    return (
        "To leave one finding out, write on its line or alone on the line above:\n\n"
        f"    # standout: ignore {page.code} because ..."
    )
