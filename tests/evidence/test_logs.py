"""Readers of logs: what they take, what they lose, and that they say so."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import math
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.evidence.logs import crc, monitor
from standout.evidence.logs.naming import match, step_of
from standout.evidence.logs.reading import read
from standout.evidence.logs.series import Log, Series, Wanted
from tests.evidence.log_files import event, events, history, run, wandb_file

TABLE = b"global_step,episodic_return,loss\n10,1.5,0.1\n20,2.5,0.2\n30,3.5,0.3\n"
ROWS = [(10.0, 1.5), (20.0, 2.5), (30.0, 3.5)]


def taken(content: bytes, *metrics: str, name: str = "log.csv", **more: str) -> Log:
    """What is read of a file."""
    return read(io.BytesIO(content), name, Wanted(metrics or ("episodic_return",), **more))


def rows(series: Series) -> list[tuple[float, float]]:
    """Steps with values."""
    return list(zip(series.steps.tolist(), series.values.tolist(), strict=True))


def only(log: Log, metric: str = "episodic_return") -> list[tuple[float, float]]:
    """The rows of the only run."""
    (alone,) = log.runs
    return rows(alone.series[metric])


def said(log: Log) -> str:
    """All remarks as one text."""
    return "\n".join(map(str, log.remarks))


SAME = {
    "plain": TABLE,
    "gzip": gzip.compress(TABLE),
    "xz": lzma.compress(TABLE),
    "mark": b"\xef\xbb\xbf" + TABLE,
    "windows": TABLE.replace(b"\n", b"\r\n"),
    "old mac": TABLE.replace(b"\n", b"\r"),
    "no end": TABLE[:-1],
    "semicolons": TABLE.replace(b",", b";"),
    "decimal commas": TABLE.replace(b",", b";").replace(b".", b","),
    "tabs": TABLE.replace(b",", b"\t"),
    "spaces": TABLE.replace(b",", b"   "),
    "utf-16": TABLE.decode().encode("utf-16"),
    "quoted": b'"global_step","episodic_return"\n"10","1.5"\n"20","2.5"\n"30","3.5"\n',
    "comments": b"# made by a script\n" + TABLE,
    "empty lines": TABLE.replace(b"\n20", b"\n\n20"),
    "nulls": TABLE.replace(b"20,", b"20\x00,"),
    "other case": TABLE.replace(b"episodic_return", b"charts/Episodic Return"),
    "other metric in between": TABLE.replace(b"\n20", b"\n15,,0.4\n20"),
    "json lines": b'{"global_step":10,"episodic_return":1.5}\n{"global_step":20,'
                  b'"episodic_return":2.5}\n{"loss":3}\n{"global_step":30,"episodic_return":3.5}\n',
    "a list": b'[{"step":10,"episodic_return":1.5},{"step":20,"episodic_return":2.5},'
              b'{"step":30,"episodic_return":3.5}]',
    "nested": b'{"_step":10,"charts":{"episodic_return":1.5}}\n{"_step":20,"charts":'
              b'{"episodic_return":2.5}}\n{"_step":30,"charts":{"episodic_return":3.5}}\n',
    "events": events(event(s, "charts/episodic_return", v) for s, v in ROWS),
    "tensors": events(event(s, "episodic_return", v, tensor=True) for s, v in ROWS),
    "wandb": wandb_file([run("a"), *(history(global_step=s, charts__episodic_return=v)
                                     for s, v in ROWS)]),
    "export": b'"Step","run a - episodic_return","run a - episodic_return__MIN",'
              b'"run a - episodic_return__MAX"\n"10","1.5","0","9"\n"20","2.5","0","9"\n'
              b'"30","3.5","0","9"\n',
}  # fmt: skip


@pytest.mark.parametrize("form", SAME)
def test_one_series_in_many_forms(form: str) -> None:
    """Every format and encoding gives the same rows."""
    assert only(taken(SAME[form])) == [(int(s), v) for s, v in ROWS]


def test_seeds_in_one_file() -> None:
    """A column of seeds parts the file, whether the rows are mixed or not."""
    log = taken(b"seed,step,acc\n1,1,.5\n2,1,.6\n1,2,.7\n2,2,.8\n", "acc")
    assert [(each.seed, rows(each.series["acc"])) for each in log.runs] == [
        ("1", [(1, 0.5), (2, 0.7)]),
        ("2", [(1, 0.6), (2, 0.8)]),
    ]
    named = taken(b"run,step,acc\nred,1,.5\nblue,1,.6\n", "acc")
    assert [each.name for each in named.runs] == ["red", "blue"]
    lines = b'{"seed":0,"step":1,"acc":1}\n{"seed":1,"step":1,"acc":2}\n'
    assert [each.seed for each in taken(lines, "acc").runs] == ["0", "1"]


def test_a_table_of_results() -> None:
    """A row a seed and no step: each seed is a run with one value."""
    log = taken(b"seed,accuracy\n0,91.2\n1,90.8\n", "accuracy")
    assert [rows(each.series["accuracy"]) for each in log.runs] == [[(1, 91.2)], [(1, 90.8)]]
    assert "rows are counted" in said(log)


def test_exports_have_a_run_a_column() -> None:
    """Gaps stay gaps; the extremes are not runs."""
    log = taken(
        b'"global_step","a - acc","a - acc__MIN","b - acc"\n1,0.5,0.4,\n2,,,0.7\n3,0.6,0.5,0.8\n',
        "acc",
    )
    assert [(e.name, rows(e.series["acc"])) for e in log.runs] == [
        ("a", [(1, 0.5), (3, 0.6)]),
        ("b", [(2, 0.7), (3, 0.8)]),
    ]


def test_trouble_has_its_line() -> None:
    """Words, short rows, NaN, steps that go back or stand still."""
    log = taken(
        b"global_step,episodic_return\n10,1\n20,oops\n30\n40,nan\n40,4\n35,5\n50,inf\n50,6\n"
    )
    assert len(only(log)) == 6
    told = said(log)
    for part in (
        "line 3: `oops` under `episodic_return` is no number",
        "line 4: the row has too few cells",
        "line 5: `episodic_return` is not a number (nan)",
        "line 6: `episodic_return` has several rows at one step; all are kept (and 1 more)",
        "line 7: the steps of `episodic_return` go back",
        "line 8: `episodic_return` is infinite",
    ):
        assert part in told


def test_a_header_again() -> None:
    """A run that was restarted into the same file."""
    log = taken(TABLE + TABLE)
    assert len(only(log)) == 6
    assert "line 5: the header stands here again" in said(log)


def test_no_header_is_said() -> None:
    """Numbers in the first line name nothing."""
    log = taken(b"1,2\n3,4\n")
    assert not log.runs
    assert "there is no header" in said(log)


CUT = {
    "table": TABLE + b"40",
    "json": SAME["json lines"] + b'{"global_step":40,"episo',
    "events": SAME["events"][:-3] + b"",
    "wandb": SAME["wandb"] + wandb_file([history(global_step=40)])[7:-4],
}


@pytest.mark.parametrize("form", CUT)
def test_a_killed_job_keeps_what_it_wrote(form: str) -> None:
    """Only the last record is lost, and that is said."""
    log = taken(CUT[form])
    expected = ROWS[:-1] if form == "events" else ROWS
    assert only(log) == expected
    assert "cut off" in said(log)


@pytest.mark.parametrize("size", [30, 400, 60_000])
def test_a_cut_archive_gives_whole_rows(size: int) -> None:
    """Every row before the break, and no half number."""
    lines = [f"{i},{i * 1.25}\n" for i in range(60_000)]
    content = "".join(["global_step,episodic_return\n", *lines]).encode()
    packed = gzip.compress(content)
    log = taken(packed[: min(size, len(packed) - 20)])
    assert "cut off" in said(log)
    found = only(log) if log.runs else []
    assert found == [(float(i), i * 1.25) for i in range(len(found))]
    if size == 60_000:
        assert len(found) > 1000


def test_wrong_checksums_are_left_out() -> None:
    """A flipped bit loses its own record; a wrong length stops the reading."""
    content = bytearray(SAME["events"])
    size = len(content) // 3
    content[size + 30] ^= 1
    log = taken(bytes(content))
    assert only(log) == [ROWS[0], ROWS[2]]
    assert f"byte {size}: a record has a wrong checksum" in said(log)
    content = bytearray(SAME["events"])
    content[size + 6] = 0xFF
    log = taken(bytes(content))
    assert only(log) == ROWS[:1]
    assert "reading stops here" in said(log)
    wandb = bytearray(SAME["wandb"])
    wandb[-5] ^= 1
    log = taken(bytes(wandb))
    assert only(log) == ROWS[:2]
    assert "wrong checksum" in said(log)


def test_long_records_of_wandb_span_blocks() -> None:
    """First, middle and last parts become one record again."""
    records = [history(note="x" * 90_000, global_step=i, acc=i / 2) for i in range(5)]
    log = taken(wandb_file([run("long", seed=3, env_id="CartPole-v1"), *records]), "acc")
    assert only(log, "acc") == [(i, i / 2) for i in range(5)]
    assert (log.runs[0].name, log.runs[0].seed, log.runs[0].env) == ("long", "3", "CartPole-v1")


def test_crc_is_castagnolis() -> None:
    """The check value of the standard, masked as TensorFlow does."""
    value = 0xE3069283
    masked = ((value >> 15 | value << 17) + 0xA282EAD8) & 0xFFFFFFFF
    assert int(crc.masked([b"123456789"])[0]) == masked


def test_monitor_files_are_merged_by_time() -> None:
    """Steps are those of all environments together."""
    first = b'#{"t_start": 100.0, "env_id": "CartPole-v1"}\nr,l,t\n10.0,10,1.0\n30.0,30,4.0\n'
    second = b'#{"t_start": 101.0, "env_id": "CartPole-v1"}\nr,l,t\n20.0,20,1.5\n'
    one = taken(first, name="monitor.csv")
    assert only(one) == [(10, 10), (40, 30)]
    assert one.runs[0].env == "CartPole-v1"
    both = monitor.read(
        [("0", io.BytesIO(first)), ("1", io.BytesIO(second))], Wanted(("episodic_return", "l"))
    )
    assert only(both) == [(10, 10), (30, 20), (60, 30)]
    assert only(both, "l") == [(10, 10), (30, 20), (60, 30)]


def test_mlflow_store(tmp_path: Path) -> None:
    """Runs by id, seeds from their parameters, deleted ones left out; nothing is written."""
    path = tmp_path / "mlflow.db"
    with sqlite3.connect(path) as store:
        store.executescript(
            "CREATE TABLE runs (run_uuid, name, lifecycle_stage, start_time, end_time);"
            "CREATE TABLE params (key, value, run_uuid);"
            "CREATE TABLE metrics (key, value, timestamp, run_uuid, step, is_nan);"
            "INSERT INTO runs VALUES ('u1','a','active',1000,61000),('u2','b','deleted',1,2);"
            "INSERT INTO params VALUES ('seed','5','u1');"
            "INSERT INTO metrics VALUES ('acc',0.5,1,'u1',1,0),('acc',0,2,'u1',2,1);"
        )
    store.close()
    before = path.read_bytes()
    log = read(io.BytesIO(before), str(path), Wanted(("acc",)))
    assert (log.runs[0].seed, log.runs[0].wall_seconds) == ("5", 60.0)
    assert math.isnan(log.runs[0].series["acc"].values[1])
    assert "deleted" in said(log)
    assert path.read_bytes() == before
    broken = tmp_path / "broken.db"
    broken.write_bytes(before[:2000])
    assert "damaged" in said(read(io.BytesIO(before[:2000]), str(broken), Wanted(("acc",))))


def test_mlflow_file() -> None:
    """The old store has a file a metric, named after it."""
    log = taken(b"1695000000000 0.5 1\n1695000001000 0.75 2\n169500", "acc", name="m/metrics/acc")
    assert only(log, "acc") == [(1, 0.5), (2, 0.75)]
    assert "line 3" in said(log)


@pytest.mark.parametrize(
    ("asked", "names", "meant"),
    [
        ("acc", ["acc", "val/acc"], "acc"),
        ("acc", ["val/acc", "loss"], "val/acc"),
        ("acc", ["val/acc", "train/acc"], None),
        ("Episodic Return", ["charts/episodic_return"], "charts/episodic_return"),
        ("charts/episodic_return", ["episodic_return"], "episodic_return"),
        ("acc", ["accuracy"], None),
    ],
)
def test_metrics_are_matched_or_not_at_all(asked: str, names: list[str], meant: str | None) -> None:
    """Where two could be meant none is taken."""
    assert match(asked, names) == meant


def test_the_more_telling_step_goes_first() -> None:
    """What a tool counts by itself comes last."""
    assert step_of("", ["_step", "global_step", "loss"]) == "global_step"
    assert step_of("", ["_step", "loss"]) == "_step"
    assert step_of("updates", ["global_step", "updates"]) == "updates"


@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    """No content raises."""
    starts = (
        b"",
        b":W&B\xe1\xbe\x00",
        b"\x1f\x8b\x08\x00",
        b"{",
        b"[",
        b"a,b\n",
        b'#{"t_start":1}\n',
    )
    for start in starts:
        taken(start + content, "b")


@given(st.binary(max_size=60), st.integers(0, 200))
def test_damaged_files(content: bytes, at: int) -> None:
    """Bytes written over good files never raise and never change a row unseen."""
    for form in ("events", "wandb", "json lines", "gzip"):
        good = SAME[form]
        log = taken(good[: at % len(good)] + content + good[at % len(good) + len(content) :])
        if form in ("events", "wandb"):
            for each in log.runs:
                assert set(rows(each.series.get("episodic_return", EMPTY))) <= set(ROWS)


EMPTY = Series(np.empty(0), np.empty(0))


def test_a_large_table_takes_its_time_in_rows_not_in_megabytes() -> None:
    """A hundred thousand rows in two metrics, exact to the bit."""
    rng = np.random.default_rng(1)
    values = rng.normal(size=100_000)
    text = "".join(f"{i},{v!r}\n" for i, v in enumerate(values.tolist()))
    found = only(taken(f"step,acc\n{text}".encode(), "acc"), "acc")
    assert [v for _, v in found] == values.tolist()


def test_json_numbers_are_exact() -> None:
    """The fast way and the slow way give the same bits."""
    values = [0.1, 1e-300, 1e300, 123456789.123456789, -0.0]
    lines = "".join(json.dumps({"step": i, "acc": v}) + "\n" for i, v in enumerate(values * 30_000))
    found = only(taken(lines.encode(), "acc"), "acc")
    assert [v for _, v in found] == values * 30_000


@pytest.mark.parametrize("char", ["a", ",", '"', "[", "{", "1", "\n", "-", "\x00", " ", ";"])
def test_a_megabyte_of_one_character(char: str) -> None:
    """It is no log, and that is known in no time, before and behind a header."""
    taken((char * 1_000_000).encode(), "acc")
    taken(("step,acc\n" + char * 1_000_000).encode(), "acc")
    taken((char * 1_000_000 + "x\n1,2\n").encode(), "acc")
