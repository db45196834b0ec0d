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

_LADDER = (SlotKind.ACTION, SlotKind.OBJECT, SlotKind.METHOD, SlotKind.SCALE, SlotKind.RESULT)
"""The parts that lead up the ladder: a gap is shown where one is missing."""
_ORDER = (*_LADDER, SlotKind.BASELINE, SlotKind.METRIC, SlotKind.LINK)


@click.command(epilog='Example: standout sowhat "Built a large custom dataset"')
@click.argument("text", nargs=-1)
@click.option("--format", type=click.Choice(("text", "json")), default="text", help="How to print.")
def command(text: tuple[str, ...], **options: str) -> None:
    """Show what a statement says, and what it leaves open.

    TEXT is the statement, or several, each in quotes; `-` reads a statement a line from standard
    input. The exit code is 0 when every statement names a result, 1 when some do not, 2 when
    there is none.
    """
    levels: list[int] = []
    for statement in _statements(text):
        analysis = analyse(statement)
        if levels and options["format"] == "text":
            click.echo()
        levels.append(analysis.level)
        click.echo(_as_json(analysis) if options["format"] == "json" else _as_text(analysis))
    if not levels:
        raise UsageError("there is no statement", 'try: standout sowhat "Built a dataset"')
    sys.exit(0 if min(levels) >= ENOUGH else 1)


def _statements(text: tuple[str, ...]) -> Iterator[str]:
    if text == ("-",):
        given = _lines()
    elif all(" " in each.strip() for each in text):
        given = iter(text)
    else:
        given = iter((" ".join(text),))
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
    """The statement, its parts with a gap where one is missing, the rung and the question."""
    lines = [_coloured(analysis), *_parts(analysis), *map(_number, _numbers(analysis)), ""]
    rung = "●" * analysis.level + "○" * (len(MEANINGS) - 1 - analysis.level)
    lines.append(f"  {rung}  L{analysis.level}: {MEANINGS[analysis.level]}")
    if analysis.question:
        lines.append(
            f"  {click.style('?', bold=True)}     {click.style(analysis.question, bold=True)}"
        )
    return "\n".join(lines)


def _parts(analysis: Analysis) -> Iterator[str]:
    for kind in _ORDER:
        found = dict.fromkeys(
            analysis.text[slot.start : slot.end] for slot in analysis.of_kind(kind)
        )
        name = click.style(f"{kind.value:8}", fg=_COLOURS[kind])
        if found:
            yield f"  {name}  {' | '.join(found)}"
        elif kind in _LADDER and analysis.question:
            yield f"  {name}  {click.style('-', dim=True)}"


def _number(row: tuple[str, str]) -> str:
    name = click.style("number  ", fg=_COLOURS[SlotKind.QUANTITY])
    return f"  {name}  {row[0]}  {click.style(f'({row[1]})', dim=True)}"


def _numbers(analysis: Analysis) -> Iterator[tuple[str, str]]:
    """Each number as written, with its kind and whether it is an outcome."""
    for each in analysis.quantities:
        told = f"{each.kind}, a result" if each.result else each.kind
        yield analysis.text[each.start : each.end].strip(), told


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
