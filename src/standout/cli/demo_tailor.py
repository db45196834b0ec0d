"""The end of `standout demo`: one profile, two postings, two pages."""

from __future__ import annotations

from pathlib import Path

import click

from standout import api, workspace
from standout.cli.output import about, write_checked
from standout.cli.tailoring import Made, made

PROFILE = "profiles/robotics.yaml"
POSTINGS = ("motion-planning", "robot-perception")
THEME = "classic"


def tailor(folder: Path, renew: bool) -> list[tuple[str, str]]:  # noqa: FBT001 - --force
    """Tailor the profile to both postings; what lies where."""
    from standout.building.order import Order
    from standout.reporters import tailored_text
    from standout.tailoring.tailor import Wish
    from standout.writers.design import Design
    from standout.writers.typesetting import themes

    content = workspace.example(PROFILE)
    write_checked(str(folder / "profile.yaml"), content, renew)
    order = Order(themes.built_in(THEME), Design(theme=THEME))
    by = api.tailorer(api.read(content, "profile.yaml"), Wish(order, workspace.today()))
    lies = [(str(folder / "profile.yaml"), "everything true about another person, in one file")]
    for name in POSTINGS:
        words = workspace.example(f"postings/{name}.md")
        write_checked(str(folder / f"{name}.md"), words, renew)
        posting = next(api.read_postings(words, f"{name}.md"))
        page = made(by, f"{name}.md", posting.posting, posting.source.text)
        click.echo("\n" + tailored_text.render(page.report, about().width), nl=False)
        lies += _written(folder, name, page, renew)
    return lies


def _written(folder: Path, name: str, page: Made, renew: bool) -> list[tuple[str, str]]:  # noqa: FBT001 - --force
    """Write a page, its report and its interview sheet, and say what they are."""
    told = {
        "resume.pdf": (f"{name}.pdf", f"the best page of it for {name}.md"),
        "report.html": (f"{name}.html", "why it is the best, and what was left out"),
        "interview.md": (f"{name}.interview.md", "what they may ask about it"),
    }
    for own, (named, _) in told.items():
        write_checked(str(folder / named), page.files[own], renew)
    return [(str(folder / named), what) for named, what in told.values()]
