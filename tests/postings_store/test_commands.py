"""`standout jobs` and `standout gaps` as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from standout.cli import main
from standout.errors import UsageError
from standout.postings.ingest import Row, ready
from standout.workspace import rows, stores
from tests.postings_store import making

TEXT = """Requirements
- 3+ years of experience with Python
- Experience with PyTorch or JAX
- Kubernetes
- Haskell
Nice to have
- Go
"""


def call(*arguments: object) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(each) for each in arguments])


def line(number: int, **fields: object) -> str:
    """A row of a file of postings."""
    row = {"id": f"j{number}", "title": f"Machine Learning Engineer {number}", "company": "Moss AI",
           "location": "Oslo, Norway", "description": TEXT, **fields}  # fmt: skip
    return json.dumps(row)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with three postings."""
    path = tmp_path / "some.jsonl"
    path.write_text("\n".join(line(number) for number in range(3)), "utf-8")
    folder = tmp_path / "store"
    result = call("jobs", "add", path, "--store", folder, "--jobs", 1)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "3 added, 0 updated, 0 unchanged; 0 are copies of others\n"
    return folder


def test_add_list_show_remove(store: Path) -> None:
    """What was added is listed under an id, shown by it, and removed by it."""
    listed = json.loads(call("jobs", "list", "--store", store, "--format", "json").stdout)
    ids = [each["id"] for each in listed["postings"]]
    assert len(ids) == 3
    assert call("jobs", "list", "--store", store).stdout.count("Moss AI  Oslo, Norway") == 3
    shown = call("jobs", "show", ids[0][:10], "--store", store)
    assert "PyTorch or JAX" in shown.stdout
    assert call("jobs", "remove", ids[0], "--store", store).exit_code == 0
    stats = json.loads(call("jobs", "stats", "--store", store, "--format", "json").stdout)
    assert (stats["postings"], stats["copies"]) == (2, 0)
    assert "2 postings in" in call("jobs", "stats", "--store", store).stdout
    assert isinstance(call("jobs", "show", ids[0], "--store", store).exception, UsageError)


def test_broken_rows_are_told_and_skipped(tmp_path: Path) -> None:
    """With file and line; the rest is kept."""
    path = tmp_path / "some.jsonl"
    path.write_text(f'{line(1)}\n{{"id": \n\n[1, 2]\n{{"a": 1}}\n{line(2)}\n', "utf-8")
    result = call("jobs", "add", path, "--store", tmp_path / "s", "--jobs", 1)
    assert result.exit_code == 1
    told = result.stderr.split("\n")
    assert told[0].startswith(f"{path}:2: row skipped: not valid JSON")
    assert told[1] == f"{path}:4: row skipped: no field of it holds a posting"
    assert told[2] == f"{path}:5: row skipped: no field of it holds a posting"
    assert told[3:] == ["2 added, 0 updated, 0 unchanged; 0 are copies of others",
                        "3 rows skipped", ""]  # fmt: skip


def test_tables_boards_and_pages(tmp_path: Path) -> None:
    """CSV with any sensible names, a board's JSON of several, a page of text."""
    (tmp_path / "a.csv").write_text(
        'Job Title,Company,Description\nData Engineer,Fern,"Requirements\n- SQL, and\n- Python"\n'
        "too,few\n",
        "utf-8",
    )
    board = {"jobs": [json.loads(line(number)) for number in range(4)]}
    (tmp_path / "b.json").write_text(json.dumps(board), "utf-8")
    (tmp_path / "c.txt").write_text(f"Research Engineer\n\n{TEXT}", "utf-8")
    result = call("jobs", "add", tmp_path, "--store", tmp_path / "s", "--jobs", 1)
    assert "a.csv:5: row skipped: the row has 2 columns, the first line names 3" in result.stderr
    assert "6 added" in result.stderr, result.stderr


def test_processes_give_what_one_gives(tmp_path: Path) -> None:
    """The same store, whatever the number of processes."""
    path = tmp_path / "some.jsonl"
    path.write_text("\n".join(line(number) for number in range(150)), "utf-8")
    lists = []
    for jobs in (1, 2):
        folder = tmp_path / str(jobs)
        assert call("jobs", "add", path, "--store", folder, "--jobs", jobs).exit_code == 0
        lists.append(call("jobs", "list", "--store", folder, "--top", 500).stdout)
    assert lists[0] == lists[1]
    assert lists[0].count("\n") == 150


def test_match_and_gaps(store: Path) -> None:
    """The stored postings are ranked, and what is missing is counted."""
    found = call("match", making.PROFILE, "--jobs", "--store", store, "--format", "json")
    assert len(json.loads(found.stdout)["matches"]) == 3
    gaps = json.loads(
        call("gaps", making.PROFILE, "--jobs", "--store", store, "--format", "json").stdout
    )
    assert len(gaps["postings"]) == 3
    assert {each["postings"] for each in gaps["gaps"]} == {3}
    assert "Have you used" in call("gaps", making.PROFILE, "--store", store).stdout
    paid = call("gaps", making.PROFILE, "--store", store, "--by", "salary")
    assert (paid.exit_code, paid.stdout) == (2, "")


def test_an_emptied_list_names_the_filter(store: Path) -> None:
    """Of match and of gaps."""
    nowhere = call("match", making.PROFILE, "--jobs", "--store", store, "--place", "Atlantis")
    assert isinstance(nowhere.exception, UsageError)
    assert "Atlantis" in nowhere.exception.message
    gaps = call("gaps", making.PROFILE, "--store", store, "--place", "Atlantis")
    assert "place Atlantis" in gaps.stderr


def test_without_a_store_or_numpy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next step is told."""
    nothing = call("jobs", "list", "--store", tmp_path)
    assert isinstance(nothing.exception, UsageError)
    assert "jobs add" in nothing.exception.hint
    monkeypatch.setitem(__import__("sys").modules, "numpy", None)
    lacking = call("jobs", "list", "--store", tmp_path)
    assert isinstance(lacking.exception, UsageError)
    assert lacking.exception.hint == 'python -m pip install "standout[jobs]"'


def test_where_the_store_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The named folder, or where the desktop keeps data."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert stores.store_folder(None) == tmp_path / "standout" / "jobs"
    assert stores.store_folder("here") == Path("here")


def test_a_line_without_end_is_no_posting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes no more memory than it may."""
    monkeypatch.setattr(rows, "LONGEST", 1000)
    path = tmp_path / "some.jsonl"
    path.write_text("x" * 5000 + "\n" + line(1) + "\n" + "y" * 1001, "utf-8")
    found = list(rows.posting_rows(str(path)))
    assert [each.line for each in found] == [1, 2, 3]
    assert [bool(each.problem) for each in found] == [True, False, True]


def test_a_missing_file_stops_no_other(tmp_path: Path) -> None:
    """It is told at the end, with 2."""
    path = tmp_path / "some.jsonl"
    path.write_text(line(1), "utf-8")
    result = call("jobs", "add", tmp_path / "no.jsonl", path, "--store", tmp_path / "s")
    assert result.exit_code == 2
    assert "1 added" in result.stderr
    assert "no.jsonl" in result.stderr


@pytest.mark.parametrize(
    "content", [b"x", b"\xff\xfe", b"[", b"null", b'"a"', b"{}", b"1" * 9000, b"[1]"]
)
def test_any_bytes_are_a_row(content: bytes) -> None:
    """Reading a row never raises."""
    assert len(ready([Row("a.jsonl", 1, content)]).problems) == 1
