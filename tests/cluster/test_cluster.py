"""The cluster gives the answers of one machine: the same postings, scores and order."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as arrow
import pyarrow.parquet as parquet
import pytest

from standout.cluster.tasks import rows, tasks
from tests.faces.conftest import Run, run

__all__ = ["run"]  # a fixture

SKILLS = ("PyTorch", "SQL", "Rust", "Kubernetes", "Spark", "JAX", "Terraform", "Go")
PROFILES = {
    "ada.yaml": "skills:\n  - items: [PyTorch, SQL, JAX]\n",
    "bob.yaml": "skills:\n  - items: [Rust, Kubernetes, Terraform]\n",
}
TODAY = ("--today", "2026-11-22")


def postings(start: int, count: int) -> list[dict[str, Any]]:
    """Postings that differ in what they ask for; some are alike, so that there are ties."""
    return [
        {
            "title": f"Engineer {at}",
            "company": f"Company {at % 5}",
            "description": "Requirements\n"
            + "".join(f"- {SKILLS[(at * step) % len(SKILLS)]}\n" for step in (1, 3, 5)),
        }
        for at in range(start, start + count)
    ]


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """Two Parquet files with several row groups, one broken row, and two profiles."""
    for number in range(2):
        given = [*postings(40 * number, 40), {"title": "", "company": "", "description": ""}]
        table = arrow.Table.from_pylist(given)
        parquet.write_table(table, tmp_path / f"part-{number}.parquet", row_group_size=7)
    for name, words in PROFILES.items():
        (tmp_path / name).write_text(f"standout: 1\n{words}", "utf-8")
    return tmp_path


def ranked(done: str) -> dict[str, list[tuple[str, int]]]:
    """Postings and scores by profile, in the order that was printed."""
    found: dict[str, list[tuple[str, int]]] = {}
    for each in map(json.loads, done.splitlines()):
        found.setdefault(each["profile"], []).append((each["posting"], each["score"]))
    return found


def test_rows_are_numbered_as_in_the_file(dataset: Path) -> None:
    path = str(dataset / "part-0.parquet")
    numbers = [row.line for task in tasks([path]) for row in rows(task)]
    assert numbers == list(range(1, 42))


def test_as_the_embedded_ranking(run: Run, dataset: Path) -> None:
    """Task by task and merged, or all in one: the same head, ties included."""
    done = run("cluster", "match", *PROFILES, "--postings", "*.parquet", "--top", "15", *TODAY)
    found = ranked(done.out)
    for name in PROFILES:
        whole = run("match", name, "part-0.parquet", "part-1.parquet", "--top", "15",
                    "--format", "json", *TODAY)  # fmt: skip
        told = json.loads(whole.out)["matches"]
        assert found[name] == [(each["posting"], each["score"]) for each in told]
        assert len({score for _, score in found[name]}) < 15, "there are ties"


@pytest.mark.slow
def test_two_workers_of_ray_agree(run: Run, dataset: Path) -> None:
    """Ray is started on this machine, in a process of its own that may open sockets."""
    command = [sys.executable, "-m", "standout", "cluster", "match", *PROFILES, "--postings",
               "*.parquet", "--top", "15", *TODAY]  # fmt: skip
    done = subprocess.run(
        [*command, "--engine", "ray://local"], cwd=dataset, capture_output=True, text=True,
        timeout=150, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    here = run("cluster", "match", *PROFILES, "--postings", "*.parquet", "--top", "15", *TODAY)
    assert done.stdout == here.out


def test_stored_as_one_machine_stores_it(run: Run, dataset: Path) -> None:
    done = run("cluster", "add", "*.parquet", "--store", "spread")
    assert done.code == 1, "one row of each file is broken"
    assert done.err.count("part-") == 2
    run("jobs", "add", "part-0.parquet", "part-1.parquet", "--store", "one", "--jobs", "1")
    lists = [
        json.loads(run("jobs", "list", "--store", name, "--top", "100", "--format", "json").out)
        for name in ("spread", "one")
    ]
    assert lists[0] == lists[1]
    assert len(lists[0]["postings"]) > 20


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--engine", "spark"), "there is no engine `spark`"),
        (("--postings", "none.parquet"), "there is no such file"),
    ],
)
def test_what_cannot_run_is_told(
    run: Run, dataset: Path, arguments: tuple[str, ...], says: str
) -> None:
    given = ("--postings", "part-0.parquet") if "--postings" not in arguments else ()
    done = run("cluster", "match", "ada.yaml", *given, *arguments)
    assert done.code == 2
    assert says in done.err


def test_a_file_that_is_no_parquet(run: Run, dataset: Path) -> None:
    (dataset / "odd.parquet").write_bytes(b"PAR1 not really")
    done = run("cluster", "match", "ada.yaml", "--postings", "odd.parquet")
    assert (done.code, "odd.parquet" in done.err) == (2, True)
