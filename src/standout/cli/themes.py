"""`standout themes`: what `build` can look like, and the languages it speaks."""

from __future__ import annotations

import json
from typing import Any

import click

EPILOG = """\b
Examples:
  standout themes
  standout themes --format json
  standout themes --copy classic my-theme && standout build profile.yaml --theme my-theme

Themes go to `standout build --theme`, locales to `--locale`. A theme of one's own is a folder with
theme.typ and theme.toml; --copy makes one from a theme that is there."""


@click.command(epilog=EPILOG)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="How to list them.")  # fmt: skip
@click.option("--copy", nargs=2, metavar="NAME FOLDER", help="Copy a theme into a folder.")
def command(form: str, copy: tuple[str, str] | None) -> None:
    """List the themes and locales of `standout build`."""
    if copy:
        from standout.workspace.themes import copy_theme

        for path in copy_theme(*copy):
            click.echo(f"wrote {path}", err=True)
        return
    themes, locales = _themes(), _locales()
    if form == "json":
        listed = {"version": 1, "themes": themes, "locales": locales}
        click.echo(json.dumps(listed, indent=2, ensure_ascii=False))
        return
    for each in themes:
        click.secho(each["name"], bold=True)
        click.echo(f"  {each['about']}")
        pages = each["pages"] or "any number of"
        click.echo(
            f"  {each['font']} {each['size']:g} pt, margin {each['margin']:g} cm, "
            f"accent {each['accent']}, made for {pages} page{'s' * (pages != 1)}"
        )
    click.secho("\nlocales", bold=True)
    for each in locales:
        click.echo(f"  {each['tag']:6} {each['name']} ({each['paper']})")


def _themes() -> list[dict[str, Any]]:
    from standout.writers.typesetting import themes

    shown = ("name", "about", "font", "heading_font", "accent", "size", "margin", "leading",
             "spacing", "pages")  # fmt: skip
    found = (themes.built_in(name) for name in themes.NAMES)
    return [{key: getattr(each, key) for key in shown} for each in found]


def _locales() -> list[dict[str, str]]:
    from standout.vocabulary import locales

    found = (locales.locale(tag) for tag in locales.NAMES)
    return [{"tag": each.tag, "name": each.name, "paper": each.paper} for each in found]
