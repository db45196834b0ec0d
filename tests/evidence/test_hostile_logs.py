"""Logs as crashes, spreadsheets and other programs leave them: read, or told with their place."""

from __future__ import annotations

import io
import json
import math
import sqlite3
from pathlib import Path

import pytest

from standout.evidence.logs.reading import read
from standout.evidence.logs.series import Log, Logged, Wanted
from tests.evidence.log_files import event, events, history, run, wandb_file

HEAD = b"step,acc\n"
FOUR = b"0,1\n1,2\n2,3\n3,4\n"
WANTED = Wanted(("acc",))


def taken(content: bytes, name: str = "log.csv") -> Log:
    """What is read of a file."""
    return read(io.BytesIO(content), name, WANTED)


def values(log: Log) -> list[float]:
    """The values of the only run."""
    (alone,) = log.runs
    return [float(each) for each in alone.series["acc"].values]


def _of(each: Logged) -> list[float]:
    return each.series["acc"].values.tolist() if "acc" in each.series else []


def said(log: Log) -> str:
    """All remarks as one text."""
    return "\n".join(map(str, log.remarks))


TOLD = [
    ("a step that is none", HEAD + b"0,1\nnan,2\n2,3\ninf,9\n1e300,9\n", "line 3: `nan` is no step",
     [1, 3]),
    ("a hole of zeros", HEAD + b"0,1\n" + b"\0" * 50 + b"\n1,2\n", "line 3: zero bytes", [1, 2]),
    ("a tail of zeros", HEAD + FOUR + b"\0" * 4096, "line 6: zero bytes", [1, 2, 3, 4]),
    ("a row that may be cut", HEAD + FOUR + b"4,48", "line 6: the last row has no line end",
     [1, 2, 3, 4, 48]),
    ("two encodings", b"step,acc,who\n0,1,\xc3\xa9\n1,2,\xfc\n", "line 3: not UTF-8", [1, 2]),
    ("wide without a mark", (HEAD + FOUR).decode().encode("utf-16-le"), "UTF-16-LE", [1, 2, 3, 4]),
    ("wide, big end first", (HEAD + FOUR).decode().encode("utf-16-be"), "UTF-16-BE", [1, 2, 3, 4]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "told", "expected"),
    [each[1:] for each in TOLD],
    ids=[each[0] for each in TOLD],
)
def test_trouble_is_told_with_its_place(content: bytes, told: str, expected: list[float]) -> None:
    """What is whole is read; what is not has its line."""
    log = taken(content)
    assert told in said(log)
    assert values(log) == expected


def test_a_million_words_are_one_remark() -> None:
    """Words where numbers belong are told once, with their number."""
    log = taken(HEAD + b"".join(b"%d,word%d\n" % (i, i) for i in range(3000)))
    (remark,) = log.remarks
    assert remark.place == "line 2"
    assert "`word0` under `acc` is no number" in remark.message
    assert remark.times == 3000


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + bytes(range(128)) * 3, bytes(300)],
    ids=["all bytes", "a picture", "zeros"],
)
def test_no_log_at_all(content: bytes) -> None:
    """Another kind of file is called so, rather than searched for columns."""
    assert "no log that can be read" in said(taken(content))


def test_gaps_are_gaps_at_any_speed() -> None:
    """Empty cells are missing rows, at the start, in the middle, at the end, many in a row."""
    table = b"acc,a,step,b\n1,,0,\n,,1,5\n3,x,2,\n,,,\n4,,3,\n"
    quick, slow = taken(table), taken(table.replace(b"x", b'"x"'))
    assert values(quick) == values(slow) == [1, 3, 4]
    explicit = taken(table.replace(b"3,x", b"nan,x"))
    assert "line 4: `acc` is not a number (nan)" in said(explicit)


DOCUMENTS = {
    "a list": [{"step": 0, "acc": 1}, {"step": 1, "acc": 2}],
    "trainer": {"epoch": 3, "log_history": [{"step": 0, "acc": 1}, {"step": 1, "acc": 2}]},
    "columns": {"step": [0, 1], "acc": [1, 2]},
}  # fmt: skip


@pytest.mark.parametrize("form", DOCUMENTS)
@pytest.mark.parametrize("indent", [None, 1])
def test_json_of_one_value(form: str, indent: int | None) -> None:
    """The rows inside one value, on one line or many."""
    assert values(taken(json.dumps(DOCUMENTS[form], indent=indent).encode())) == [1, 2]


def test_an_exported_chart_that_is_cut() -> None:
    """A header without a row is no run, and no traceback."""
    whole = b'"Step","one - acc","one - acc__MIN","one - acc__MAX"\n"0","1","1","1"\n'
    assert values(taken(whole)) == [1]
    for size in range(1, whole.index(b"\n") + 6):
        assert sum(each.rows for each in taken(whole[:size]).runs) == 0


MONITOR = b'#{"t_start": 1.5, "env_id": "X-v1"}\n'


@pytest.mark.parametrize(
    ("rows", "told", "returns"),
    [
        (b"r,l,t\n1,10,1\n,10,2\n3,10,3\n", "an episode without its reward", [1, 3]),
        (b"r,l,t\n1,inf,1\n2,10,2\n", "an episode without", [2]),
        (b"r,l,t\n1,10,1\n2,10\n", "line 4: the row has too few cells", [1]),
        (b"r,l\n1,10\n", "there is no column `t`", []),
    ],
)
def test_monitor_files_with_gaps(rows: bytes, told: str, returns: list[float]) -> None:
    """An episode that is not whole has no step; the others keep theirs."""
    log = read(io.BytesIO(MONITOR + rows), "monitor.csv", Wanted(("r",)))
    assert told in said(log)
    assert [v for each in log.runs for v in each.series["r"].values.tolist()] == returns


def mlflow_store(path: Path) -> bytes:
    """A small store of one run."""
    store = sqlite3.connect(path)
    store.execute("CREATE TABLE metrics(key, value, timestamp, run_uuid, step, is_nan)")
    store.execute("CREATE TABLE params(key, value, run_uuid)")
    store.execute("CREATE TABLE runs(run_uuid, name, lifecycle_stage, start_time, end_time)")
    store.execute("INSERT INTO runs VALUES ('u', 'one', 'active', 0, 1000)")
    rows = [(1.5, 1, 0, 0), ("text", 2, 1, 0), (2.5, 3, None, 0), (3.5, 4, 3, 1)]
    store.executemany("INSERT INTO metrics VALUES ('acc', ?, ?, 'u', ?, ?)", rows)
    store.commit()
    store.close()
    return path.read_bytes()


def test_a_store_that_holds_anything(tmp_path: Path) -> None:
    """SQLite lets a column hold anything; what is no number is told."""
    path = tmp_path / "mlflow.db"
    log = read(io.BytesIO(mlflow_store(path)), str(path), WANTED)
    assert "not a number (nan) (and 1 more)" in said(log)
    assert "is no step" in said(log)
    assert [run.rows for run in log.runs] == [3]


def test_a_store_that_is_cut(tmp_path: Path) -> None:
    """Cut anywhere it is told; SQLite itself may say nothing. Bytes that are no text are no end."""
    path = tmp_path / "mlflow.db"
    whole = mlflow_store(path)
    for size in range(100, len(whole), 977):
        path.write_bytes(whole[:size])
        assert any(e.serious for e in read(io.BytesIO(whole[:size]), str(path), WANTED).remarks)
    for at in range(100, 700, 3):
        damaged = whole[:at] + bytes([whole[at] ^ 0x80]) + whole[at + 1 :]
        path.write_bytes(damaged)
        read(io.BytesIO(damaged), str(path), WANTED)


def test_rows_of_wandb_that_are_alike_or_not() -> None:
    """Rows of several layouts, with gaps, words and large numbers, in the order of the file."""
    kinds = [
        lambda i: history(acc=i / 3, step=i),
        lambda i: history(acc=i * 1e-7, step=i, note="a\u00e9 z"),
        lambda i: history(step=i, loss=1.0),
        lambda i: history(step=i, media={"_type": "image", "path": "x.png"}, acc=-i),
        lambda i: history(train__acc=5, acc=i * 10**25, step=i),
        lambda i: history(acc=None, step=i),
        lambda i: history(acc="NaN", step=i),
    ]
    order = [i * i % len(kinds) if i % 3 else i % 2 for i in range(400)]
    records = [kinds[kind](i) for i, kind in enumerate(order)]
    numbered = [b"\x08" + bytes([0x80 | i % 100, 1]) + each for i, each in enumerate(records)]
    for file in (records, numbered):
        log = taken(wandb_file([run("r", seed=1), *file]))
        series = log.runs[0].series["acc"]
        steps = [i for i, kind in enumerate(order) if kind not in (2, 5)]
        assert series.steps.tolist() == steps
        expected = {0: lambda i: i / 3, 1: lambda i: i * 1e-7, 3: lambda i: -i,
                    4: lambda i: i * 10**25}  # fmt: skip
        for step, value in zip(steps, series.values.tolist(), strict=True):
            kind = order[step]
            assert math.isnan(value) if kind == 6 else value == float(expected[kind](step))


def test_every_cut_of_a_small_file() -> None:
    """Cut anywhere, each form gives what came before and raises nothing."""
    files = [
        HEAD + FOUR,
        b'{"step": 0, "acc": 1}\n{"step": 1, "acc": 2}\n',
        events([event(i, "acc", i / 2) for i in range(3)]),
        wandb_file([run("r", seed=1), *(history(acc=i, step=i) for i in range(3))]),
    ]
    for content in files:
        whole = values(taken(content))
        for size in range(len(content)):
            log = taken(content[:size])
            found = [v for each in log.runs for v in _of(each)]
            assert found == whole[: len(found)] or "no line end" in said(log)
    half = files[1].index(b"\n") + 5
    assert values(taken(files[1][:half])) == [1]


def test_a_nearer_name_that_comes_later() -> None:
    """The last part of a name means it only as long as no other name is nearer, or as near."""
    head = b'{"step": 0, "eval/acc": 7}\n'
    exact = head + b'{"step": 1, "acc": 1}\n{"step": 2, "acc": 2}\n'
    assert values(taken(exact)) == [1, 2]
    several = head + b'{"step": 1, "train/acc": 1}\n'
    assert all(not each.rows for each in taken(several).runs)
    moved = b'{"epoch": 1, "acc": 7}\n{"epoch": 1, "global_step": 500, "acc": 8}\n'
    assert "the step is `global_step` from here, and was `epoch` before" in said(taken(moved))
