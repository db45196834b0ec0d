"""One page for a browser: no script, nothing from elsewhere, readable in print and in the dark."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from importlib.resources import files

from standout.vocabulary.locales import locale
from standout.writers import dates
from standout.writers.design import Design
from standout.writers.look import Look, look
from standout.writers.markup import DARK, LIGHT, escaped, readable, safe
from standout.writers.sheet import Contact, Group, Item, Line, Part, Run, Sheet
from standout.writers.typesetting.themes import Theme

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_SCREEN = 1.25
"""Type on a screen, in multiples of its size on paper."""


def write(sheet: Sheet, theme: Theme, design: Design) -> str:
    """The page. Raises `BuildError` where the design names a colour that is none."""
    head = (
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(sheet.title)}</title>\n"
        f"<style>\n{_style(look(theme, design))}</style>\n"
    )
    language, direction = escaped(sheet.language), escaped(sheet.direction)
    parts = "".join(_part(at, part, design) for at, part in enumerate(sheet.parts, 1))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n{head}</head>\n'
        f"<body>\n{_header(sheet)}<main>\n{parts}</main>\n</body>\n</html>\n"
    )


def _style(chosen: Look) -> str:
    width, height = chosen.extent
    values = {
        "--font": _fonts(chosen.font),
        "--heading-font": _fonts(chosen.heading_font),
        "--accent-light": readable(chosen.accent, LIGHT),
        "--accent-dark": readable(chosen.accent, DARK),
        "--light": LIGHT,
        "--dark": DARK,
        "--size": f"{chosen.size:g}pt",
        "--screen-size": f"{chosen.size * _SCREEN / 12:.3f}rem",
        "--line": f"{chosen.line:g}",
        "--spacing": f"{chosen.spacing:g}",
    }
    declared = "".join(f"  {name}: {value};\n" for name, value in values.items())
    page = f"@page {{ size: {width}cm {height}cm; margin: {chosen.margin:g}cm; }}\n"
    sheet = (files("standout.writers") / "html.css").read_text("utf-8")
    return f":root {{\n{declared}}}\n{page}{sheet}"


def _fonts(family: str) -> str:
    """A family and what stands in for it where it is not installed: nothing is fetched."""
    name = family.casefold()
    if "mono" in name or "code" in name:
        return f'"{family}", Menlo, Consolas, monospace'
    if "sans" in name or "grotesk" in name or name in ("lato", "roboto", "inter", "arial"):
        return f'"{family}", "Helvetica Neue", Arial, sans-serif'
    return f'"{family}", Cambria, Georgia, serif'


def _header(sheet: Sheet) -> str:
    name = _element("h1", escaped(sheet.name or sheet.title))
    headline = _element("p", escaped(sheet.headline), "headline")
    contacts = "".join(f"<li>{_contact(each)}</li>\n" for each in sheet.contacts)
    address = f"<address>\n<ul>\n{contacts}</ul>\n</address>\n" if contacts else ""
    return f"<header>\n{name}{headline}{address}</header>\n"


def _part(number: int, part: Part, design: Design) -> str:
    name = f"section-{number}"
    return (
        f'<section aria-labelledby="{name}">\n<h2 id="{name}">{escaped(part.heading)}</h2>\n'
        + "".join(_element("p", _runs(each)) for each in part.paragraphs)
        + _groups(part.groups)
        + "".join(_item(each, design) for each in part.items)
        + _statements(part.statements)
        + "</section>\n"
    )


def _groups(groups: tuple[Group, ...]) -> str:
    """Named groups have a line each; those without a name, such as languages, share one."""
    named = [_group(each) for each in groups if each.name]
    unnamed = ", ".join(_group(each) for each in groups if not each.name)
    lines = "".join(f"<li>{each}</li>\n" for each in (*named, unnamed) if each)
    return _element("ul", f"\n{lines}" if lines else "", "groups")


def _group(group: Group) -> str:
    level = f" ({escaped(group.level)})" if group.level else ""
    items = escaped(", ".join(group.items))
    return (
        f"<strong>{escaped(group.name)}{level}:</strong> {items}" if group.name else items + level
    )


def _item(item: Item, design: Design) -> str:
    when = _element("p", _dates(item.dates, design), "dates")
    title = _element("h3", escaped(item.title))
    return (
        f'<article>\n<div class="head">\n{title}{when}</div>\n'
        + "".join(_details(item))
        + _statements(item.statements)
        + "</article>\n"
    )


def _dates(shown: str, design: Design) -> str:
    """Dates with what a machine reads in them, where they say a year or a month."""
    times = []
    for each in shown.split(design.date_separator) if design.date_separator else [shown]:
        when = dates.printed(each, locale(design.locale), design)
        text = escaped(each)
        times.append(f'<time datetime="{when.iso()}">{text}</time>' if when else text)
    return escaped(design.date_separator).join(times)


def _details(item: Item) -> Iterator[str]:
    """What stands between the head of an entry and its statements."""
    owners = [
        _element("span", escaped(item.organization), "organization"),
        _element("span", escaped(item.venue), "venue"),
    ]
    more = [_element("span", escaped(", ".join(item.keywords)), "keywords")]
    more += [f"{_contact(each)}\n" for each in item.links]
    place = _element("p", escaped(item.location), "location")
    yield _element("p", _runs(item.authors), "authors")
    if place:
        owner = _element("p", "".join(owners), "apart")
        yield _element("div", owner + place, "head")
        yield _element("p", "".join(more), "apart")
    else:
        yield _element("p", "".join([*owners, *more]), "apart")
    texts = (item.grade, ", ".join(item.courses), *item.notes, *item.description)
    yield from (_element("p", escaped(each)) for each in texts)


def _statements(lines: tuple[Line, ...]) -> str:
    written = "".join(f"<li>{_runs(line)}</li>\n" for line in lines if line)
    return f'<ul class="statements">\n{written}</ul>\n' if written else ""


def _contact(contact: Contact) -> str:
    return _linked(f"<bdi>{escaped(contact.text)}</bdi>", contact.url)


def _linked(inside: str, url: str) -> str:
    where = safe(url)
    if not where:
        return inside
    return f'<a href="{escaped(where)}" rel="noopener noreferrer">{inside}</a>'


def _runs(line: Line) -> str:
    """Neighbours with one address are one link."""
    stretches = itertools.groupby(line, key=lambda run: run.url)
    return "".join(_linked("".join(map(_run, runs)), url) for url, runs in stretches)


def _run(run: Run) -> str:
    shift = {"super": "sup", "sub": "sub"}.get(run.shift, "")
    names = ("code" if run.code else "", "em" * run.italic, "strong" * run.bold, shift)
    inside = escaped(run.text)
    for name in filter(None, names):
        inside = f"<{name}>{inside}</{name}>"
    return inside


def _element(name: str, inside: str, kind: str = "") -> str:
    """An element on a line of its own, or nothing around nothing."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<{name}{attribute}>{inside}</{name}>\n" if inside else ""
