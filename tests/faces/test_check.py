"""`standout check`: files, formats, exit codes, fixes, baselines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from standout import api
from standout.cli import batch
from standout.rules import engine
from tests.checking import typeset
from tests.faces.conftest import Run

RULE = "OMT005"
BAD = """\
# Ada Example

## References

- References available upon request.
"""
GOOD = "# Ada Example\n\n## Experience\n\n- Cut the cost of serving by 40%\n"


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    """A resume with a known finding and one without it."""
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "good.md").write_text(GOOD)


def test_exit_codes(run: Run) -> None:
    """0 clean, 1 findings, 2 could not run."""
    assert run("check", "good.md", "--select", RULE).code == 0
    assert run("check", "bad.md", "--select", RULE).code == 1
    assert run("check", "gone.md").code == 2
    assert run("check", "bad.md", "gone.md", "--exit-zero").code == 2
    assert run("check", "bad.md", "--select", RULE, "--exit-zero").code == 0
    assert run("check", "bad.md", "--select", RULE, "--fail-on", "warning").code == 0
    assert run("check").code == 2
    assert run("check", "bad.md", "--no-such-option").code == 2


def test_a_missing_file_does_not_stop_the_rest(run: Run) -> None:
    """The others are reported; the missing one is named on standard error."""
    done = run("check", "gone.md", "bad.md", "--select", RULE, "--format", "concise")
    assert (
        done.out == "bad.md:5:3: info[OMT005 references-line] references are offered on request\n"
    )
    assert done.err.startswith("error: gone.md: No such file")


def test_a_crash_does_not_stop_the_rest(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It becomes a finding of its file, and the exit code says so."""
    original = api.check

    def check(content: bytes, name: str, *more: object) -> api.Report:
        if name == "bad.md":
            raise ZeroDivisionError("of all things")
        return original(content, name, *more)  # type: ignore[arg-type] # passed on

    monkeypatch.setattr(api, "check", check)
    done = run("check", "bad.md", "good.md", "--select", RULE, "--format", "json")
    assert done.code == 2
    first, second = json.loads(done.out)["files"]
    assert [each["code"] for each in first["diagnostics"]] == ["INTERNAL"]
    assert "of all things" in first["diagnostics"][0]["message"]
    assert second == {"file": "good.md", "pages": 0, "diagnostics": []}


def test_standard_input(run: Run) -> None:
    """A dash reads it; the name says where the words came from."""
    done = run("check", "-", "--select", RULE, "--format", "concise", stdin=BAD.encode())
    assert done.out.startswith("stdin:5:3: ")


def test_folders_and_patterns(run: Run, tmp_path: Path) -> None:
    """Each file once, in order, names as they were found."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.md").write_text(BAD)
    done = run("check", "**/*.md", ".", "--select", RULE, "--format", "json")
    names = [each["file"] for each in json.loads(done.out)["files"]]
    assert names == ["bad.md", "good.md", "sub/c.md"]


def test_jobs_change_nothing(run: Run, tmp_path: Path) -> None:
    """Several processes give the same bytes in the same order."""
    (tmp_path / "c.pdf").write_bytes(typeset("References available upon request."))
    arguments = ("check", ".", "--format", "json", "--today", "2026-01-15")
    assert run(*arguments, "--jobs", "2") == run(*arguments)


@pytest.mark.parametrize("option", ["--select", "--ignore", "--extend-select"])
def test_unknown_codes(run: Run, option: str) -> None:
    """A misspelt code is an error with the nearest right one, and nothing runs."""
    done = run("check", "bad.md", option, "OMT0055")
    assert (done.code, done.out) == (2, "")
    assert "names no rule: OMT0055" in done.err
    assert "OMT005" in done.err.split("help:")[1]


def test_selection(run: Run) -> None:
    """Lists, repetition, names and prefixes."""
    for asked in ("OMT005", "references-line", "OMT", "SEC001,OMT005"):
        found = run("check", "bad.md", "--select", asked, "--format", "concise").out
        assert "OMT005" in found
    done = run("check", "bad.md", "--select", "OMT", "--ignore", "OMT005", "--ignore", "SEC")
    assert "OMT005" not in done.out


def test_settings_file(run: Run, tmp_path: Path) -> None:
    """The nearest one holds; its mistakes are told once for all files."""
    (tmp_path / "standout.toml").write_text(f'select = ["{RULE}"]\nseverity.{RULE} = "error"\n')
    assert "error[OMT005" in run("check", "bad.md", "--format", "concise").out
    assert run("check", "bad.md", "--no-config", "--select", RULE).out.startswith("info[OMT005")
    (tmp_path / "standout.toml").write_text("slect = []\n")
    done = run("check", "bad.md", "good.md")
    assert done.code == 2
    assert done.err.count("unknown key `slect`; did you mean `select`?") == 1


def test_output_file(run: Run, tmp_path: Path) -> None:
    """The suffix chooses the format; what is there is not written over unasked."""
    arguments = ("check", "bad.md", "--select", RULE, "-o")
    done = run(*arguments, "report.json")
    assert done.out == ""
    assert json.loads((tmp_path / "report.json").read_text())["version"] == 1
    again = run(*arguments, "report.json")
    assert (again.code, "--force" in again.err) == (2, True)
    assert run(*arguments, "report.json", "--force").code == 1
    run(*arguments, "report.txt")
    assert "\x1b" not in (tmp_path / "report.txt").read_text()


def test_colour(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """None into a pipe, some when asked, none again with NO_COLOR."""
    arguments = ("check", "bad.md", "--select", RULE)
    assert "\x1b" not in run(*arguments).out
    assert "\x1b[" in run(*arguments, "--color", "always").out
    assert "\x1b" not in run(*arguments, "--color", "never").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run(*arguments).out


def test_suppression_in_the_file(run: Run, tmp_path: Path) -> None:
    """A comment with code and reason hides the finding; one without use is a finding."""
    comment = f"<!-- standout: ignore {RULE} because the school asks for it -->"
    (tmp_path / "bad.md").write_text(BAD.replace("request.", f"request. {comment}"))
    assert run("check", "bad.md", "--select", RULE).code == 0
    (tmp_path / "good.md").write_text(f"{GOOD} {comment}\n")
    assert "SUP001" in run("check", "good.md", "--select", RULE, "--format", "concise").out


def test_baseline(run: Run, tmp_path: Path) -> None:
    """Old findings are quiet, new ones are not, gone ones are counted."""
    select = ("--select", RULE)
    written = run("check", "bad.md", *select, "--write-baseline", "old.json")
    assert written.code == 0
    assert "1 finding kept in old.json" in written.err
    assert run("check", "bad.md", *select, "--baseline", "old.json").code == 0
    (tmp_path / "bad.md").write_text(f"# Title\n\n{BAD}- References on request available? No.\n")
    assert run("check", "bad.md", *select, "--baseline", "old.json").code == 0
    (tmp_path / "bad.md").write_text(GOOD)
    assert (
        "1 finding of the baseline not found"
        in run("check", "bad.md", *select, "--baseline", "old.json").err
    )
    assert run("check", "bad.md", "--baseline", "good.md").code == 2


def test_fix_and_diff(run: Run, tmp_path: Path) -> None:
    """--diff shows and keeps; --fix writes; what cannot be edited is only checked."""
    path = tmp_path / "profile.yaml"
    text = 'basics:\n  name: Ada  # me\n  headline: "Eﬃcient   training"\n'
    path.write_text(text)
    done = run("check", "profile.yaml", "--diff")
    assert (done.code, path.read_text()) == (1, text)
    assert '+  headline: "Efficient   training"' in done.out
    fixed = run("check", "profile.yaml", "--fix")
    assert path.read_text() == text.replace("ﬃ", "ffi")
    assert "1 edit made" in fixed.err
    assert run("check", "profile.yaml", "--diff").code == 0
    (tmp_path / "cv.pdf").write_bytes(typeset("References available upon request."))
    done = run("check", "cv.pdf", "--fix", "--select", RULE)
    assert done.code == 1
    assert "cannot be edited" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("bad.md", "--confirm"),
        ("bad.md", "--fix", "--confirm"),
        ("-", "--fix"),
        ("bad.md", "good.md", "--annotate", "x.pdf"),
        ("bad.md", "--annotate", "x.pdf"),
        ("bad.md", "--annotate", "new.txt"),
        ("bad.md", "--output", "x.pdf"),
        ("bad.md", "--baseline", "a", "--write-baseline", "b"),
        ("*.docx",),
    ],
)
def test_contradictions(run: Run, arguments: tuple[str, ...]) -> None:
    """What makes no sense is refused with a hint, and nothing is written."""
    done = run("check", *arguments, "--select", RULE)
    assert done.code == 2
    assert "error: " in done.err
    assert "help: " in done.err
    assert not done.out


def test_annotate(run: Run, tmp_path: Path) -> None:
    """The PDF comes back with a highlight that carries the finding, its text unchanged."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    (tmp_path / "cv.pdf").write_bytes(typeset("= Ada\nReferences available upon request."))
    assert run("check", "cv.pdf", "--select", RULE, "--annotate", "out.pdf").code == 1
    pdf = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    page = pdf[0]
    assert pdfium.FPDFPage_GetAnnotCount(page.raw) == 1
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, 0)
    assert pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_HIGHLIGHT
    assert "available upon request" in page.get_textpage().get_text_range()
    pdfium.FPDFPage_CloseAnnot(annotation)
    pdf.close()
    again = run("check", "cv.pdf", "--select", RULE, "--annotate", "out.pdf")
    assert (again.code, again.out) == (2, "")
    assert "--force" in again.err
    assert run("check", "cv.pdf", "--select", RULE, "--annotate", "out.pdf", "--force").code == 1


def test_a_dying_process_is_one_finding(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that dies takes one file with it; the rest are checked."""
    (tmp_path / "deadly.md").write_text("# x")
    monkeypatch.setattr(batch, "_light", die_on_deadly)
    done = run("check", "bad.md", "deadly.md", "good.md", "--jobs", "2", "--format", "json")
    found = {each["file"]: each["diagnostics"] for each in json.loads(done.out)["files"]}
    assert list(found) == ["bad.md", "deadly.md", "good.md"]
    assert [each["code"] for each in found["deadly.md"]] == ["INTERNAL"]
    assert "INTERNAL" not in {each["code"] for each in found["bad.md"] + found["good.md"]}
    assert done.code == 2


def die_on_deadly(path: str, job: batch.Job) -> batch.Outcome:
    """Stand-in for a worker: dies without a word on one file."""
    if path == "deadly.md":
        import os

        os._exit(9)
    return batch.check_file(path, job)


def test_rules_are_known_by_what_they_say() -> None:
    """The tests above rest on a rule that is there."""
    assert RULE in {each.code for each in engine.all_rules()}


def test_a_crash_while_fixing_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither --fix nor --diff ends in a traceback, and nothing is written."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr(api, "fix", fail)
    for option in ("--fix", "--diff"):
        done = run("check", "bad.md", option)
        assert done.code == 2
        assert "of all things" in done.out + done.err
    assert Path("bad.md").read_text() == BAD
