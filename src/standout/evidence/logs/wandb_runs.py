"""The `.wandb` file of an offline run: records of protocol buffers in LevelDB's log blocks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from standout.evidence.logs import naming, wire
from standout.evidence.logs.jsonl import Rows
from standout.evidence.logs.series import Log, Logged, Notes, Wanted
from standout.evidence.logs.wandb_blocks import batches
from standout.evidence.logs.wandb_rows import VALUE, KnownRows

MAGIC = b":W&B"
_HISTORY, _CONFIG, _RUN = 2, 5, 17


def read(stream: BinaryIO, wanted: Wanted) -> Log:
    """The history of the run, and its configuration."""
    notes = Notes()
    rows = Rows(wanted, notes)
    rows.one_run = True
    known = KnownRows(rows)
    config: dict[str, str] = {}
    name = ""
    left = (each for batch in batches(stream, notes) for each in known.left(batch))
    for number, record in left:
        try:
            for kind, value in wire.fields(record):
                if kind == _HISTORY and isinstance(value, bytes):
                    rows.take(dict(_items(value)), number)
                    known.learn(_heads(value))
                elif kind == _RUN and isinstance(value, bytes):
                    name = _run(value, config) or name
                elif kind == _CONFIG and isinstance(value, bytes):
                    config |= _settings(value)
        except ValueError:
            notes.lose(f"record {number}", "no record of a run; it is left out")
    seed = naming.config_value(config, naming.SEEDS)
    env = naming.config_value(config, naming.ENVIRONMENTS)
    runs = [
        Logged(each.name or name, each.seed or seed, each.series, config, env)
        for each in rows.logged("row")
    ]
    if not rows.names:
        notes.lose("", "the run logged no history")
    return Log("wandb", tuple(runs), tuple(rows.names), notes.remarks())


def _items(history: bytes) -> Iterator[tuple[str, object]]:
    """The keys of one row with their values."""
    for number, item in wire.fields(history):
        if number == 1 and isinstance(item, bytes):
            key, value = _item(item)
            if key:
                yield key, value


def _heads(history: bytes) -> Iterator[tuple[str, bytes]]:
    """The keys of one row with the bytes that stand before their values."""
    for number, item in wire.fields(history):
        if number == 1 and isinstance(item, bytes):
            yield _item(item)[0], item.partition(VALUE)[0]


def _item(message: bytes) -> tuple[str, object]:
    key, nested, value = "", [], "null"
    for number, part in wire.fields(message):
        if number == 1:
            key = wire.text(part)
        elif number == 2:
            nested.append(wire.text(part))
        elif number == 16:
            value = wire.text(part)
    try:
        return key or "/".join(nested), json.loads(value)
    except (ValueError, RecursionError):
        return key or "/".join(nested), None


def _run(message: bytes, config: dict[str, str]) -> str:
    name = ""
    for number, value in wire.fields(message):
        if number == 4 and isinstance(value, bytes):
            config |= _settings(value)
        elif number == 8:
            name = wire.text(value)
    return name


def _settings(message: bytes) -> dict[str, str]:
    items = [v for n, v in wire.fields(message) if n == 1 and isinstance(v, bytes)]
    found = dict(_item(each) for each in items)
    return {k: str(v) for k, v in found.items() if not k.startswith("_") and _is_plain(v)}


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float) and len(str(value)) <= 200
