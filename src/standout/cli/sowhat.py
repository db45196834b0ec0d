"""`standout sowhat`: what a statement says, and what it leaves out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from standout.analysis.ladder import MEANINGS
from standout.analysis.statement import Analysis, SlotKind, analyse
from standout.errors import UsageError

FORMAT_VERSION = 1
"""Of the JSON; it grows when a key changes its meaning or goes."""

ENOUGH = 3
"""The rung from which a statement names a result."""

_COLOURS = {
    SlotKind.ACTION: "blue",
    SlotKind.OBJECT: None,
    SlotKind.METHOD: "cyan",
    SlotKind.RESULT: "green",
    SlotKind.QUANTITY: "yellow",
    SlotKind.METRIC: "magenta",
    SlotKind.BASELINE: "red",
    SlotKind.SCALE: "cyan",
    SlotKind.LINK: "blue",
}


@click.command(epilog='Example: standout sowhat "Built a large custom dataset"')
@click.argument("text", nargs=-1)
@click.option("--format", type=click.Choice(("text", "json")), default="text", help="How to print.")
def command(text: tuple[str, ...], **options: str) -> None:
    """Show the parts of a statement, its rung on the 'So what?' ladder, and what it leaves out.

    TEXT is the statement; `-` reads a statement a line from standard input. The exit code is 0
    when every statement names a result, 1 when some do not, 2 when there is none.
    """
    levels: list[int] = []
    for statement in _statements(text):
        analysis = analyse(statement)
        levels.append(analysis.level)
        click.echo(_as_json(analysis) if options["format"] == "json" else _as_text(analysis))
    if not levels:
        raise UsageError("there is no statement", 'try: standout sowhat "Built a dataset"')
    sys.exit(0 if min(levels) >= ENOUGH else 1)


def _statements(text: tuple[str, ...]) -> Iterator[str]:
    given = _lines() if text == ("-",) else iter((" ".join(text),))
    return (line for line in given if line.strip())


def _lines() -> Iterator[str]:
    # As UTF-8 whatever the locale, so that offsets are the same on every machine.
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n").removeprefix("\ufeff")


def _as_json(analysis: Analysis) -> str:
    table = {
        "version": FORMAT_VERSION,
        "text": analysis.text,
        "level": analysis.level,
        "slots": [
            {
                "slot": slot.kind.value,
                "start": slot.start,
                "end": slot.end,
                "text": analysis.text[slot.start : slot.end],
            }
            for slot in analysis.slots
        ],
        "quantities": [
            {
                "start": each.start,
                "end": each.end,
                "value": each.value,
                "unit": each.unit,
                "kind": each.kind,
                "metric": each.metric,
                "baseline": each.baseline,
                "intuition": each.intuition,
                "result": each.result,
            }
            for each in analysis.quantities
        ],
        "question": analysis.question,
    }
    return json.dumps(table, ensure_ascii=False)


def _as_text(analysis: Analysis) -> str:
    """The statement, a line with a mark under each slot, the rung and the question."""
    lines = [_coloured(analysis)]
    for slot in analysis.slots:
        name = slot.kind.value
        words = analysis.text[slot.start : slot.end]
        lines.append(f"  {click.style(f'{name:8}', fg=_COLOURS[slot.kind])}  {words}")
    lines.append(f"  L{analysis.level}: {MEANINGS[analysis.level]}")
    if analysis.question:
        lines.append(f"  {click.style(analysis.question, bold=True)}")
    return "\n".join(lines)


def _coloured(analysis: Analysis) -> str:
    """The statement with each character in the colour of the shortest slot it belongs to."""
    kinds: list[SlotKind | None] = [None] * len(analysis.text)
    for slot in sorted(analysis.slots, key=lambda slot: slot.start - slot.end):
        kinds[slot.start : slot.end] = [slot.kind] * (slot.end - slot.start)
    pieces: list[str] = []
    start = 0
    for end in range(1, len(kinds) + 1):
        if end == len(kinds) or kinds[end] is not kinds[start]:
            kind = kinds[start]
            colour = _COLOURS[kind] if kind else None
            pieces.append(click.style(analysis.text[start:end], fg=colour))
            start = end
    return "".join(pieces)
