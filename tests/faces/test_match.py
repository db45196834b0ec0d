"""`standout match` and `standout check --posting` as a caller meets them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from standout.cli import main

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "match.schema.json"
PROFILE = """standout: 1
basics: {name: Ada Moreau, headline: Machine learning engineer}
skills:
  - items: [Kubernetes, SQL]
experience:
  - title: Machine learning engineer
    organization: Lumen
    start: 2021-01
    end: present
    statements:
      - Raised sales by 3% with a ranking model in PyTorch, against the rule before it
"""
JOB = """Machine Learning Engineer

Requirements
- Python
- K8s
- 3+ years of experience with deep learning

Nice to have
- Rust
"""
OTHER = """Embedded Engineer

Requirements
- Rust
- Embedded C
- Verilog
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile and two postings."""
    (tmp_path / "profile.yaml").write_text(PROFILE, "utf-8")
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "a.txt").write_text(OTHER, "utf-8")
    (tmp_path / "jobs" / "b.txt").write_text(JOB, "utf-8")
    return tmp_path


def run(*arguments: object) -> Result:
    """One call on a fixed day."""
    return CliRunner().invoke(main, [*map(str, arguments), "--today", "2026-11-22"])


def test_one_posting_for_people(folder: Path) -> None:
    """The title, the score with its parts, the quoted line and its place, the question."""
    done = run("match", folder / "profile.yaml", folder / "jobs" / "b.txt")
    assert done.exit_code == 0
    assert "Machine Learning Engineer" in done.stdout
    assert "of 100" in done.stdout
    words = " ".join(done.stdout.split())
    assert "PyTorch shows Python" in words
    assert "Experience > Lumen, statement 1 (line 11)" in words
    assert "? Have you used Rust anywhere? Then say where." in words
    assert "They say K8s, you say Kubernetes" in words
    lines = [each for each in done.stdout.splitlines() if "b.txt" not in each]
    assert max(map(len, lines)) <= 100


def test_json_holds_what_its_schema_says(folder: Path) -> None:
    """Best first, each with reasons that sum to its score."""
    done = run("match", folder / "profile.yaml", folder / "jobs", "--format", "json")
    found = json.loads(done.stdout)
    jsonschema.validate(found, json.loads(SCHEMA.read_text("utf-8")))
    names = [Path(each["posting"]).name for each in found["matches"]]
    assert names == ["b.txt", "a.txt"]
    for each in found["matches"]:
        assert each["score"] == sum(reason["points"] for reason in each["reasons"])
    python = found["matches"][0]["requirements"][0]
    assert (python["text"], python["level"], python["state"]) == ("Python", "required", "implied")
    assert python["proof"][0]["location"]["line"] == 11


def test_several_postings_are_ranked_and_cut(folder: Path) -> None:
    """A table, details for as many as asked."""
    done = run("match", folder / "profile.yaml", f"{folder}/jobs/*.txt", "--top", "1")
    assert "a.txt" not in done.stdout
    done = run("match", folder / "profile.yaml", folder / "jobs", "--details", "0")
    assert done.stdout.index("b.txt") < done.stdout.index("a.txt")
    assert "? Have you" not in done.stdout


def test_settings_weigh(folder: Path) -> None:
    """`[match]` is read from the nearest settings file; mistakes are told with their line."""
    arguments = ("match", folder / "profile.yaml", folder / "jobs" / "b.txt", "--format", "json")
    before = json.loads(run(*arguments).stdout)["matches"][0]
    (folder / "standout.toml").write_text("[match]\nrole = 0\n", "utf-8")
    after = json.loads(run(*arguments).stdout)["matches"][0]
    assert before["reasons"][0]["weight"] == 2000
    assert after["reasons"][0]["weight"] == 0 or not after["reasons"][0]["reason"].startswith(
        "role"
    )
    (folder / "standout.toml").write_text("[match]\nlisted = 200\nrol = 1\n", "utf-8")
    message = str(run(*arguments).exception.message)  # type: ignore[union-attr] # a UsageError
    assert "standout.toml:2" in message
    assert "did you mean `role`?" in message


def test_what_cannot_be_opened_is_told(folder: Path) -> None:
    """The rest is matched all the same."""
    done = run("match", folder / "profile.yaml", folder / "jobs" / "b.txt", folder / "none.txt")
    assert done.exit_code == 2
    assert "none.txt" in done.stderr
    assert "Machine Learning Engineer" in done.stdout


def test_check_against_a_posting(folder: Path) -> None:
    """The rules that need a posting join the check."""
    arguments = ("check", folder / "profile.yaml", "--select", "KEY", "--format", "json")
    plain = json.loads(run(*arguments).stdout)["files"][0]["diagnostics"]
    against = run(*arguments, "--posting", folder / "jobs" / "a.txt")
    found = json.loads(against.stdout)["files"][0]["diagnostics"]
    assert not [each for each in plain if each["code"] == "KEY001"]
    assert len([each for each in found if each["code"] == "KEY001"]) >= 2


def test_their_words_can_be_applied(folder: Path) -> None:
    """A posting's word is an edit to confirm."""
    done = run(
        "check", folder / "profile.yaml", "--select", "KEY002", "--format", "json",
        "--posting", folder / "jobs" / "b.txt",
    )  # fmt: skip
    found = json.loads(done.stdout)["files"][0]["diagnostics"]
    written = [edit["replacement"] for each in found for edit in each["fix"]["edits"]]
    assert "Kubernetes (K8s)" in written


def test_stored_postings_are_ranked(folder: Path) -> None:
    """The store's list is that of the files; a filter that leaves nothing is named."""
    store = ("--store", folder / "store")
    added = CliRunner().invoke(main, ["jobs", "add", str(folder / "jobs"), *map(str, store)])
    assert added.exit_code == 0
    arguments = ("match", folder / "profile.yaml", "--format", "json")
    files = json.loads(run(*arguments, folder / "jobs").stdout)["matches"]
    stored = json.loads(run(*arguments, "--jobs", *store).stdout)["matches"]
    assert [each["title"] for each in stored] == [each["title"] for each in files]
    none = run(*arguments, "--jobs", *store, "--place", "Atlantis")
    assert "place Atlantis" in str(none.exception.message)  # type: ignore[union-attr] # a UsageError


def test_postings_or_the_store(folder: Path) -> None:
    """One of the two, not both and not none."""
    for arguments in ([], [folder / "jobs", "--jobs"]):
        done = run("match", folder / "profile.yaml", *arguments)
        assert "name postings, or --jobs" in str(done.exception.message)  # type: ignore[union-attr] # a UsageError


def test_rows_of_a_file_are_postings(folder: Path) -> None:
    """Each under its line; a broken one is told and the rest is matched."""
    rows = [json.dumps({"title": f"Job {n}", "description": JOB}) for n in range(2)]
    (folder / "jobs.jsonl").write_text("\n".join([rows[0], "{broken", rows[1]]), "utf-8")
    done = run("match", folder / "profile.yaml", folder / "jobs.jsonl", "--format", "json")
    found = json.loads(done.stdout)["matches"]
    assert sorted(each["title"] for each in found) == ["Job 0", "Job 1"]
    assert "jobs.jsonl:2" in done.stderr
    assert done.exit_code == 1


def test_a_check_weighs_as_a_match_does(folder: Path) -> None:
    """`[match]` holds for `check --posting` as well: what weighs nothing is no finding."""
    posting = folder / "rust.txt"
    posting.write_text("Engineer\nRequirements\n- Rust\n- Python\n- SQL\n", "utf-8")
    arguments = ("check", folder / "profile.yaml", "--posting", posting, "--select", "KEY001")
    assert "Rust" in run(*arguments).stdout
    (folder / "standout.toml").write_text("[match]\nrequired = 0\n", "utf-8")
    assert "Rust" not in run(*arguments).stdout
