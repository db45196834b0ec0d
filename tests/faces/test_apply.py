"""`standout apply`: from a resume of any kind and a posting to a page, with nothing lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from standout import api
from tests.faces.conftest import Run

IMPROVED = Path(api.__file__).parent.parent / "examples" / "improved.pdf"
JOB = """\
Machine Learning Engineer, Perception

Requirements
- Experience with PyTorch
- Kubernetes

Nice to have
- TensorRT
"""
TEXT = """\
Nadia Okonjo
nadia@okonjo.example.org

Experience

ML engineer, Larkfield                                Jan 2021 - present
- Cut missed parcels from 4% to 1% with a detector in PyTorch
- Moved training to Kubernetes, which brought a new model in 2 days instead of 9

Education

MSc in Statistics, University of Calder               2018 - 2020
"""


@pytest.fixture
def job(run: Run) -> str:
    """A posting in the folder of the call."""
    Path("job.txt").write_text(JOB, "utf-8")
    return "job.txt"


def test_from_a_pdf_to_a_page(run: Run, job: str) -> None:
    done = run("apply", str(IMPROVED), "--posting", job, "-o", "acme", "--today", "2026-11-22")
    assert done.code in (0, 1), done.err
    assert Path("acme/resume.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads(Path("acme/report.json").read_text("utf-8"))["version"] == 1
    assert "PyTorch" in Path("acme/interview.md").read_text("utf-8")
    assert "standout: 1" in Path("profile.yaml").read_text("utf-8")
    again = api.read(Path("acme/resume.pdf").read_bytes(), "resume.pdf")
    assert str(again.resume.basics.name) == "Mira Lindqvist"


def test_from_plain_text(run: Run, job: str) -> None:
    Path("me.txt").write_text(TEXT, "utf-8")
    done = run("apply", "me.txt", "--posting", job, "-o", "acme")
    assert done.code in (0, 1), done.err
    words = " ".join(t.value for t in api.read(Path("acme/resume.pdf").read_bytes(), "r.pdf")
                     .resume.texts())  # fmt: skip
    assert "4% to 1%" in words


def test_a_profile_that_is_there_is_kept(run: Run, job: str) -> None:
    Path("profile.yaml").write_text("# mine\n", "utf-8")
    done = run("apply", str(IMPROVED), "--posting", job)
    assert done.code == 2
    assert "profile.yaml is there already" in done.err
    assert Path("profile.yaml").read_text("utf-8") == "# mine\n"


@pytest.mark.parametrize(
    ("resume", "posting", "says"),
    [
        ("none.pdf", "job.txt", "none.pdf"),
        ("empty.txt", "job.txt", "no job, project or degree"),
        (str(IMPROVED), "none.txt", "none.txt"),
        (str(IMPROVED), "-", "standard input"),
    ],
)
def test_what_cannot_be_done_is_told_with_the_place(
    run: Run, job: str, resume: str, posting: str, says: str
) -> None:
    Path("empty.txt").write_text("Nothing here\n", "utf-8")
    done = run("apply", resume, "--posting", posting)
    assert done.code == 2
    assert says in done.err
    assert not Path("profile.yaml").exists()


def test_what_could_not_be_placed_is_told(run: Run, job: str) -> None:
    Path("me.txt").write_text(TEXT + "\nMiscellany\n\nA boat, and a dog named Sigma\n", "utf-8")
    done = run("apply", "me.txt", "--posting", job, "-o", "acme")
    assert "found no place" in done.err
