"""`standout tailor` as a caller meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from standout.cli import main
from standout.readers import detect
from tests.tailoring.pages import EXAMPLES, ROBOTS

FILES = {"resume.pdf", "report.html", "report.json", "interview.md"}
OTHER = """# Data analyst

Requirements
- SQL
- Dashboards in Tableau
- A/B testing
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile and two postings, in a folder of their own."""
    (tmp_path / "profile.yaml").write_bytes((EXAMPLES / "robotics.yaml").read_bytes())
    (tmp_path / "job.md").write_text(ROBOTS, "utf-8")
    (tmp_path / "other.md").write_text(OTHER, "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    """One call on a fixed day."""
    return CliRunner().invoke(
        main, ["tailor", "profile.yaml", *arguments, "--no-config", "--today", "2026-11-01"]
    )


def test_it_writes_a_page_a_report_and_an_interview_sheet(folder: Path) -> None:
    ran = run("--posting", "job.md")
    assert ran.exit_code in (0, 1), ran.output
    there = folder / "tailored" / "job"
    assert {each.name for each in there.iterdir()} == FILES
    assert len(detect.read((there / "resume.pdf").read_bytes(), "resume.pdf").pages) == 1
    told = json.loads((there / "report.json").read_bytes())
    assert told["optimum"]["gap"] == 0
    assert told["pages"] == 1
    assert told["fill"] >= 0.92
    assert "nothing is better" in ran.output
    assert "<h2>Demand by demand</h2>" in (there / "report.html").read_text("utf-8")
    assert (there / "interview.md").read_text("utf-8").startswith("#")


def test_json_is_the_report(folder: Path) -> None:
    ran = run("--posting", "job.md", "--format", "json", "-o", "out")
    told = json.loads(ran.stdout)
    assert told == json.loads((folder / "out" / "report.json").read_bytes())
    assert told["version"] == 1
    assert {each["state"] for each in told["requirements"]} <= {
        "on the page", "in the profile", "in part", "missing",
    }  # fmt: skip
    assert sum(each["value"] for each in told["optimum"]["terms"]) == told["optimum"]["objective"]


def test_it_is_renewed_but_nothing_else_is_written_over(folder: Path) -> None:
    assert run("--posting", "job.md", "-o", "out").exit_code in (0, 1)
    assert run("--posting", "job.md", "-o", "out").exit_code in (0, 1)
    changed = folder / "out" / "interview.md"
    changed.write_text("my own notes", "utf-8")
    from standout.errors import UsageError

    refused = run("--posting", "job.md", "-o", "out")
    assert isinstance(refused.exception, UsageError)
    assert changed.read_text("utf-8") == "my own notes"
    assert run("--posting", "job.md", "-o", "out", "--force").exit_code in (0, 1)
    assert changed.read_text("utf-8") != "my own notes"


def test_formats_theme_and_pages_are_obeyed(folder: Path) -> None:
    ran = run("--posting", "job.md", "--to", "pdf,docx,txt", "--theme", "compact", "--pages", "2",
              "-o", "out")  # fmt: skip
    assert ran.exit_code in (0, 1), ran.output
    assert {each.name for each in (folder / "out").iterdir()} == {
        *FILES, "resume.docx", "resume.txt",
    }  # fmt: skip
    assert json.loads((folder / "out" / "report.json").read_bytes())["pages"] == 2


def test_explain_shows_terms_and_compare_shows_another_resume(folder: Path) -> None:
    (folder / "old.md").write_text(
        "# Ada Moreau\n\n## Experience\n\n### Cook, Lumen, 2020\n", "utf-8"
    )
    ran = run("--posting", "job.md", "--explain", "--compare", "old.md")
    assert "The objective, term by term" in ran.output
    assert "Against old.md" in ran.output
    told = json.loads((folder / "tailored" / "job" / "report.json").read_bytes())
    assert told["compared"]["required"]["proven"] <= told["required"]["proven"]


def test_settings_change_the_choice(folder: Path) -> None:
    (folder / "standout.toml").write_text("[tailor]\npages = 2\nmost = 3\n", "utf-8")
    ran = CliRunner().invoke(
        main, ["tailor", "profile.yaml", "--posting", "job.md", "--today", "2026-11-01"]
    )
    assert ran.exit_code in (0, 1), ran.output
    assert json.loads((folder / "tailored" / "job" / "report.json").read_bytes())["pages"] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name a posting"),
        (("--posting", "job.md", "--jobs"), "name a posting"),
        (("--posting", "none.md"), "none.md"),
        (("--posting", "job.md", "--theme", "clasic"), "clasic"),
        (("--jobs", "--explain"), "--jobs takes neither"),
    ],
)
def test_wrong_calls_are_refused(arguments: tuple[str, ...], said: str) -> None:
    from standout.errors import StandoutError

    ran = run(*arguments)
    assert isinstance(ran.exception, StandoutError)
    assert said in ran.exception.message


def test_bad_settings_are_told_together(folder: Path) -> None:
    from standout.errors import UsageError

    (folder / "standout.toml").write_text("[tailor]\nmots = 3\nbold = 9\n", "utf-8")
    ran = CliRunner().invoke(main, ["tailor", "profile.yaml", "--posting", "job.md"])
    assert isinstance(ran.exception, UsageError)
    assert "unknown key `mots`" in ran.exception.message
    assert "did you mean `most`?" in ran.exception.message
    assert "`bold` must be a whole number from 0 to 3" in ran.exception.message


def test_stored_postings_have_a_folder_each_and_are_not_made_twice(folder: Path) -> None:
    CliRunner().invoke(main, ["jobs", "add", "job.md", "other.md", "--store", "stored"])
    first = run("--jobs", "--store", "stored", "--top", "1", "-o", "pages")
    assert first.exit_code in (0, 1), first.output
    (page,) = (folder / "pages").glob("*/resume.pdf")
    content = page.stat().st_mtime_ns
    second = run("--jobs", "--store", "stored", "--top", "2", "-o", "pages", "--format", "json")
    assert second.exit_code in (0, 1), second.output
    told = json.loads(second.stdout)
    assert [each["new"] for each in told["pages"]] == [False, True]
    assert page.stat().st_mtime_ns == content
