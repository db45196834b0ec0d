"""Logs that are read many rows at once give, bit by bit, what one row after another gives."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable

import numpy as np
import pytest

from standout.evidence.logs import jsonl, wandb_blocks, wandb_rows
from standout.evidence.logs.reading import read
from standout.evidence.logs.series import Log, Wanted
from tests.evidence import log_files as made

WANTED = Wanted(("acc", "eval/return"))
NUMBERS: list[object] = [0, -3, 17, 1.5, -2.25e-7, 3e300, 10**25, 5e-324, 0.1, -0.0]
ODD: list[object] = [None, "x", True, [1], {}, {"acc": 2}, {"return": 4.5}, "", float("nan"),
                     float("inf"), 10**400, "7"]  # fmt: skip
KEYS = ("acc", "eval__return", "eval", "loss", "_step", "a_key_that_is_longer_than_words", "step")


def rows_of(log: Log) -> object:
    """All that a log says, in a form that compares to the bit."""
    runs = [
        (each.name, each.seed, each.env, dict(each.config),
         {k: (s.steps.tobytes(), s.values.tobytes()) for k, s in each.series.items()})
        for each in log.runs
    ]  # fmt: skip
    return runs, log.metrics, sorted(map(str, log.remarks))


def summaries(_: object, part: wandb_blocks.Batch) -> wandb_rows._Columns:
    """Nothing taken but the summaries, which are left out in any case."""
    content = np.frombuffer(part.content, np.uint8)
    return wandb_rows._Columns(wandb_rows._histories(content, part)[1])


def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shut every way of taking many at once."""
    monkeypatch.setattr(wandb_blocks, "_side_by_side", lambda *_: None)
    monkeypatch.setattr(wandb_rows.KnownRows, "_columns", summaries)
    monkeypatch.setattr(jsonl.Rows, "take_alike", lambda *_: False)


def both(content: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[object, object]:
    """What a file says, read swiftly and row by row."""
    swift = rows_of(read(io.BytesIO(content), "log", WANTED))
    with monkeypatch.context() as patched:
        one_by_one(patched)
        return swift, rows_of(read(io.BytesIO(content), "log", WANTED))


def row(chance: random.Random, odd: float) -> dict[str, object]:
    """A row of some keys in any order, most of them numbers."""
    keys = chance.sample(KEYS, chance.randint(0, len(KEYS))) if chance.random() < odd else [
        "acc", "eval__return", "_step", "loss"]  # fmt: skip
    chance.shuffle(keys)
    pick = [ODD if chance.random() < odd / 3 else NUMBERS for _ in keys]
    return {key: chance.choice(values) for key, values in zip(keys, pick, strict=True)}


def records(chance: random.Random, number: int, odd: float) -> list[bytes]:
    """Rows with their summaries, as a run writes them, and now and then something else."""
    found = [made.run("r", seed=3)]
    for index in range(number):
        history = made.history(**row(chance, odd))
        found.append(b"\x08" + made.varint(index + 1) + history + after(chance, odd))
        found.append(b"\x08" + made.varint(index) + made.field(3, b"summary"))
        if chance.random() < odd / 10:
            junk = chance.randbytes(chance.randint(0, 40))
            others = [junk, made.field(2, junk), made.field(2, history[:-3]), history + history]
            found.append(chance.choice([*others, b"\x08" + b"\xff" * 9 + b"\x12"]))
    return found


def after(chance: random.Random, odd: float) -> bytes:
    """What may follow the history in its record."""
    return made.field(200, b"info") + made.field(16, b"c") if chance.random() < odd else b""


def whole(content: bytes, _: random.Random) -> bytes:
    """The file as it is."""
    return content


def cut(content: bytes, chance: random.Random) -> bytes:
    """The file of a job that was killed."""
    return content[: chance.randrange(len(content))]


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Some bytes of the file changed: wrong checksums, wrong lengths."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        found[chance.randrange(7, len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


@pytest.mark.parametrize("harm", [whole, cut, damaged])
@pytest.mark.parametrize("odd", [0.0, 0.05, 0.6])
@pytest.mark.parametrize("seed", range(3))
def test_wandb(
    seed: int,
    odd: float,
    harm: Callable[[bytes, random.Random], bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Generated runs: of plain rows and of odd ones, whole, cut off, damaged."""
    chance = random.Random(f"{seed} {odd}")  # noqa: S311 - a test
    content = harm(made.wandb_file(records(chance, 700, odd)), chance)
    swift, slow = both(content, monkeypatch)
    assert swift == slow


@pytest.mark.parametrize("odd", [0.0, 0.001, 0.4])
@pytest.mark.parametrize("seeds", [(None,), (1, 2), (None, 1), ("a", 1)])
def test_json_lines(odd: float, seeds: tuple[object, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of several shapes, nested ones too, of one seed or several."""
    chance = random.Random(f"{seeds} {odd}")  # noqa: S311 - a test
    lines = []
    for index in range(3000):
        found: dict[str, object] = {"_step": index, **row(chance, odd)}
        found = {name.replace("__", "/"): value for name, value in found.items()}
        if index % 3 == 0:
            found["eval"] = {"return": chance.random(), "deep": {"er": index}}
        if (seed := chance.choice(seeds)) is not None:
            found["seed"] = seed
        lines.append(json.dumps(found))
    swift, slow = both("\n".join(lines).encode(), monkeypatch)
    assert swift == slow


def test_a_row_of_very_many_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """More items than are worth walking side by side."""
    wide = {f"k{each}": each for each in range(3000)}
    content = made.wandb_file([made.history(acc=i, _step=i, **wide) for i in range(4)])
    swift, slow = both(content, monkeypatch)
    assert swift == slow
