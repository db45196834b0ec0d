"""The HTML report in a real browser, from disk, without network."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from standout import api
from standout.reporters import About, renderer
from standout.rules.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "src" / "standout" / "examples"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        BROWSER is None and "CI" not in os.environ, reason="no Chromium on this machine"
    ),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the weak example."""
    content = (EXAMPLES / "weak.pdf").read_bytes()
    report = api.check(content, "weak.pdf", Settings(), datetime.date(2026, 1, 15))
    path = tmp_path_factory.mktemp("report") / "weak.html"
    path.write_text(renderer("html")([report], About("0", "0")), encoding="utf-8")
    return path


def browse(page: Path, *options: str) -> str:
    """Open a page in the browser and give what it prints."""
    assert BROWSER, "CI installs Chromium"
    command = [BROWSER, *FLAGS, f"--user-data-dir={page.parent / 'user'}", *options, page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=90)
    return done.stdout


def test_the_browser_shows_every_finding(page: Path) -> None:
    """The document as the browser understood it holds the findings under real headings."""
    document = browse(page, "--dump-dom")
    assert "<main" in document
    assert document.count("<h1") == 1
    assert len(re.findall("duty-not-deed", document)) >= 3
    assert "http" not in "".join(re.findall(r'(?:src|href)="([^"]*)"', document))


def test_the_report_prints(page: Path) -> None:
    """Printed to paper it keeps its words."""
    paper = page.with_suffix(".pdf")
    browse(page, f"--print-to-pdf={paper}")
    printed = api.read(paper.read_bytes(), paper.name).source.text
    assert "a duty, not a deed" in printed
