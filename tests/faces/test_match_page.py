"""The page of a match: what is in it, and how a real browser takes it."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from standout import api
from standout.cli import main
from standout.reporters import About, match_html

TODAY = datetime.date(2026, 11, 22)
PROFILE = """standout: 1
basics: {name: Ada <b>Moreau</b>}
skills:
  - items: [Python, SQL]
experience:
  - title: Machine learning engineer
    organization: Brook
    start: 2021-01
    end: present
    statements:
      - Cut costs by 20% with a "ranking" model in PyTorch & Kubernetes
"""
POSTING = """Senior Machine Learning Engineer
Moss Works
What you'll do
- Rank <script>alert(1)</script> listings
Requirements
- Experience with PyTorch
- Rust
- A sense for typography of tables
- Work permit for Norway
"""
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-sync")  # fmt: skip
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def page() -> str:
    """Two postings beside a profile."""
    reading = api.read(PROFILE.encode(), "profile.yaml")
    texts = (("a.txt", POSTING), ("b.txt", "Gardener\nRequirements\n- SQL\n- Roses\n"))
    found = [(name, next(api.read_postings(text.encode(), name))) for name, text in texts]
    return match_html.render(reading, api.match(reading, found, TODAY), About("1", "2"), 2)


def test_every_demand_and_reason_is_there(page: str) -> None:
    """With its state in words, not in colour alone, and every number."""
    assert page.count("<h1") == 1
    assert "Shown" in page
    assert "Not found" in page
    assert "For you to judge" in page
    earned = [float(each) for each in re.findall(r">([\d.]+) of [\d.]+</td>", page)]
    scores = [float(each) for each in re.findall(r'class="score">([\d.]+) of 100', page)]
    assert round(sum(earned), 2) == round(sum(scores), 2)


def test_nothing_of_the_texts_is_markup(page: str) -> None:
    """And nothing comes from elsewhere."""
    assert "<script" not in page
    assert "<b>" not in page
    assert not re.findall(r'(?:src|href)="(?!#)', page)


def test_the_ending_of_the_output_chooses(tmp_path: Path) -> None:
    """A page for `.html`; other formats when they are asked for."""
    (tmp_path / "p.yaml").write_text(PROFILE, "utf-8")
    (tmp_path / "a.txt").write_text(POSTING, "utf-8")
    out = tmp_path / "m.html"
    arguments = ["match", str(tmp_path / "p.yaml"), str(tmp_path / "a.txt"), "-o", str(out)]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None and "CI" not in os.environ, reason="no Chromium here")
def test_a_browser_shows_and_prints_it(page: str, tmp_path: Path) -> None:
    """Real headings and tables; on paper the words are kept."""
    path, paper = tmp_path / "m.html", tmp_path / "m.pdf"
    path.write_text(page, "utf-8")
    assert BROWSER
    start = [BROWSER, *FLAGS, f"--user-data-dir={tmp_path / 'user'}"]
    shown = subprocess.run(
        [*start, "--dump-dom", path.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=90,
    ).stdout
    assert shown.count("<h2") == 2
    assert shown.count("<table") == 2
    command = [*start, f"--print-to-pdf={paper}", path.as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=90)
    printed = api.read(paper.read_bytes(), paper.name).source.text
    assert "Experience with PyTorch" in printed
    assert "The sum, reason by reason" in printed
