"""The page of a match: what is in it, and how a real browser takes it."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

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
def test_a_browser_shows_and_prints_it(page: str, browser: Browser) -> None:
    """Real headings and tables; on paper the words are kept."""
    shown = browser.new_page()
    shown.set_content(page)
    assert shown.locator("h2").count() == 2
    assert shown.locator("table").count() == 2
    printed = api.read(shown.pdf(), "paper.pdf").source.text
    shown.close()
    assert "Experience with PyTorch" in printed
    assert "The sum, reason by reason" in printed
