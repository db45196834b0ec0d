"""Every HTML page in a real browser, from disk: axe-core, the keyboard, paper, no network."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from standout import api
from standout.cli import main

EXAMPLES = Path(__file__).parents[2] / "src" / "standout" / "examples"
WEAK, IMPROVED = str(EXAMPLES / "weak.pdf"), str(EXAMPLES / "improved.pdf")
PROFILE = str(EXAMPLES / "profiles" / "robotics.yaml")
POSTING = str(next((EXAMPLES / "postings").glob("*.md")))
PAGES = {
    "check": (["check", WEAK, "-o", "check.html"], "check.html"),
    "match": (["match", IMPROVED, POSTING, "-o", "match.html"], "match.html"),
    "glance": (["glance", IMPROVED, "--posting", POSTING, "-o", "glance.html"], "glance.html"),
    "compare": (["compare", WEAK, IMPROVED, "-o", "compare.html"], "compare.html"),
    "tailor": (["tailor", PROFILE, "--posting", POSTING, "-o", "t"], "t/report.html"),
    "build": (["build", PROFILE, "--to", "html", "-o", "cv.html"], "cv.html"),
    "reproduce": (["demo", "reproduce", "-o", "r"], "r/**/report.html"),
}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each page as its command writes it."""
    folder, before = tmp_path_factory.mktemp("pages"), Path.cwd()
    os.chdir(folder)
    try:
        found = {}
        for name, (arguments, pattern) in PAGES.items():
            done = CliRunner().invoke(main, arguments)
            assert done.exit_code in (0, 1), done.output
            (found[name],) = folder.glob(pattern)
        return found
    finally:
        os.chdir(before)


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """An empty page in each of the colour schemes that a reader may have asked for."""
    opened = browser.new_page(color_scheme=request.param)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(made: dict[str, Path], page: Page, name: str) -> None:
    """No violation of a rule of axe-core, nothing asked of the network, nothing lost on paper."""
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(made[name].as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert errors == []
    assert all(each.startswith(("file:", "data:")) for each in asked)
    printed = api.read(page.pdf(format="A4"), "paper.pdf").source.text
    assert squeezed(page.locator("h1").first.inner_text()) in squeezed(printed)


def squeezed(text: str) -> str:
    """Letters and figures alone, in small letters."""
    return re.sub(r"\W+", "", text).lower()


def test_the_report_shows_every_finding(made: dict[str, Path], page: Page) -> None:
    """As the browser understood it, the page holds the findings under one heading."""
    page.goto(made["check"].as_uri())
    assert page.get_by_role("main").count() == page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_text("duty-not-deed").count() >= 3


def test_the_first_look_plays_by_keyboard(made: dict[str, Path], page: Page) -> None:
    """Tab reaches slider and button; an arrow moves the time; the words seen change with it."""
    page.goto(made["glance"].as_uri())
    slider = page.get_by_role("slider")
    assert slider.get_attribute("aria-valuetext") == "7.0 seconds"
    slider.focus()
    before = page.screenshot()
    page.keyboard.press("Home")
    assert slider.get_attribute("aria-valuetext") == "0.0 seconds"
    page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") != "0.0 seconds"
    assert page.screenshot() != before
    page.keyboard.press("Home")
    page.get_by_role("button").first.focus()
    page.keyboard.press("Enter")
    expect(slider).not_to_have_attribute("aria-valuetext", "0.0 seconds")
