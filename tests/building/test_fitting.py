"""Fitting: never past the limits, never more than needed, and told in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.building.fitting import SMALLEST_MARGIN, SMALLEST_SIZE, explain, fitted, hanging
from standout.diagnostic import Diagnostic
from standout.model import Page, Resume
from standout.readers import detect
from standout.writers.compose import compose
from standout.writers.design import Design
from standout.writers.typesetting import themes
from standout.writers.typesetting.typesetter import Typesetter

THEME = themes.built_in("classic")


def area(design: Design) -> float:
    """A stand-in for the space the text takes: grows with each thing that is tightened."""
    size = design.size or THEME.size
    margin = THEME.margin if design.margin is None else design.margin
    spacing = THEME.spacing if design.spacing is None else design.spacing
    leading = THEME.leading if design.leading is None else design.leading
    return size * size * (1 + leading) + 10 * margin + 10 * spacing


@given(st.floats(50, 250))
def test_the_limits_hold(capacity: float) -> None:
    """Whatever the content, no design goes below what is readable."""
    fit = fitted(Design(), THEME, 1, lambda design: 1 if area(design) <= capacity else 2)
    size, margin = fit.design.size or THEME.size, fit.design.margin or THEME.margin
    assert size >= max(SMALLEST_SIZE, THEME.limits.size)
    assert margin >= max(SMALLEST_MARGIN, THEME.limits.margin)
    assert fit.fits == (area(fit.design) <= capacity)
    assert bool(fit.changes) == (area(Design()) > capacity)


def test_the_least_visible_is_tightened_first() -> None:
    """A hair too much costs white space, not type."""
    capacity = area(Design()) - 1
    fit = fitted(Design(), THEME, 1, lambda design: 1 if area(design) <= capacity else 2)
    assert [change.split()[0] for change in fit.changes] == ["spacing"]
    assert fit.design.size == THEME.size


def test_what_a_user_set_smaller_stays() -> None:
    """A size below the limit that the user asked for is not enlarged."""
    fit = fitted(Design(size=9.0), THEME, 1, lambda _: 2)
    assert fit.design.size == 9.0


STATEMENTS = [
    "Built the dashboards",
    "Cut serving cost by 38% ($410k a year) by batching requests across nine regions of the fleet",
]


def profile(count: int) -> Resume:
    """A profile with so many statements."""
    lines = "".join(f"      - {STATEMENTS[at % 2]}, part {at}\n" for at in range(count))
    text = f"basics: {{name: Ada}}\nexperience:\n  - title: Engineer\n    statements:\n{lines}"
    return detect.read(text.encode(), "profile.yaml").resume


def pages(resume: Resume, design: Design) -> tuple[Page, ...]:
    """The pages of the built PDF."""
    pdf = Typesetter().pdf(compose(resume, design), THEME, design)
    return detect.read(pdf, "resume.pdf").pages


def test_a_page_that_holds_all_says_nothing() -> None:
    """No advice where none is needed."""
    resume = profile(5)
    assert explain(resume, pages(resume, Design()), 1) == ()


def test_the_overflow_is_measured_and_the_weakest_named() -> None:
    """Lines and points over the page, and the statements worth least for their lines."""
    resume = profile(44)
    made = pages(resume, Design())
    over, *short = explain(resume, made, 1)
    assert (over.code, len(made)) == ("BLD010", 2)
    footer = 1
    lines = len({round(word.box.y1) for word in made[1].words}) - footer
    assert over.message.startswith(f"{lines} lines (")
    assert over.fix is not None
    assert "Built the dashboards, part" in over.fix.message
    assert "Cut serving cost" not in over.fix.message
    assert all(each.code == "BLD011" for each in short)


BEFORE = "Rewrote the page of a team whose members had asked for years why nobody ever"


def short_lines(ending: str) -> list[Diagnostic]:
    """What is said of one statement's last line, on a page that is too long by others."""
    lines = "".join(f"      - {each}\n" for each in [f"{BEFORE} {ending}", *["Did more"] * 60])
    text = f"basics: {{name: Ada}}\nexperience:\n  - title: Engineer\n    statements:\n{lines}"
    resume = detect.read(text.encode(), "profile.yaml").resume
    return list(explain(resume, pages(resume, Design()), 1)[1:])


def test_a_line_for_one_word_is_named_with_the_letters_to_save() -> None:
    """The word takes its neighbour along, and the letters are those of both that find no room."""
    found = short_lines("looked at it before the noon")
    (short,) = found
    assert short.message == "the last line holds only `the noon`"
    assert short.fix is not None
    saved = int(short.fix.message.split()[0])
    assert len("noon") <= saved <= len("the noon") + 1
    assert short_lines("looked at it before the noon"[:-saved]) == []
    assert (
        short_lines("looked at it before noon, nor after it, and what it had to do with us") == []
    )


def test_what_hangs_over_is_named() -> None:
    """After tightening: each statement that is still on the second page."""
    resume = profile(60)
    tightest = fitted(Design(), THEME, 1, lambda _: 2).design
    made = pages(resume, tightest)
    named = hanging(resume, made, 1)
    assert len(made) == 2
    assert named[-1].message.endswith("part 59`") or "..." in named[-1].message
    assert len(named) < 60


def test_entries_and_groups_that_hang_over_are_named_too() -> None:
    """What has no sentences of its own is no less lost."""
    lines = "".join(f"      - {STATEMENTS[at % 2]}, part {at}\n" for at in range(48))
    text = (
        f"basics: {{name: Ada}}\nexperience:\n  - title: Engineer\n    statements:\n{lines}"
        "awards:\n  - {title: Prize of the fair}\n"
        "skills:\n  - {group: Tools, items: [Typst, SciPy]}\nlanguages: [English, Dutch]\n"
    )
    resume = detect.read(text.encode(), "profile.yaml").resume
    made = pages(resume, Design())
    said = " ".join(each.message for each in hanging(resume, made, 1))
    assert all(
        each in said for each in ("`Prize of the fair`", "`Typst, SciPy`", "`English, Dutch`")
    )


@pytest.mark.parametrize("limit", [1, 2])
def test_fitting_real_pages(limit: int) -> None:
    """The typesetter agrees: what is said to fit does, and no earlier stage would have done."""
    resume = profile(40 * limit)
    sheet, setter = compose(resume, Design()), Typesetter()
    fit = fitted(Design(), THEME, limit, lambda design: setter.pages(sheet, THEME, design))
    assert fit.fits
    assert setter.pages(sheet, THEME, fit.design) <= limit
    looser = replace(fit.design, spacing=THEME.spacing, leading=THEME.leading)
    assert setter.pages(sheet, THEME, looser) > limit or not fit.changes
