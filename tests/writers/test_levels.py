"""A level stands with what it is the level of, in every format that is printed."""

from __future__ import annotations

import pytest

from standout import api
from standout.building.order import Order
from standout.model import SectionKind
from standout.writers.design import Design
from standout.writers.typesetting import themes

PROFILE = """
basics: {name: Ada Park, email: ada@park.example.org}
skills:
  - {group: Programming, items: [Python, Rust], level: daily}
languages:
  - {items: [English], level: native}
"""
PRINTED = [("pdf", theme) for theme in themes.NAMES] + [("docx", "classic"), ("txt", "classic")]


@pytest.mark.parametrize(("form", "theme"), PRINTED)
def test_of_the_group_where_it_has_a_name(form: str, theme: str) -> None:
    order = Order(themes.built_in(theme), Design(theme=theme), formats=(form,))
    built = api.build(api.read(PROFILE.encode(), "profile.yaml"), order, api.builder())
    read = api.read(built.files[form][0], f"resume.{form}").resume
    groups = [
        (str(group.name or ""), [str(item) for item in group.items], str(group.level or ""))
        for kind in (SectionKind.SKILLS, SectionKind.LANGUAGES)
        for section in read.sections
        if section.kind is kind
        for group in section.skills
    ]
    assert groups == [
        ("Programming (daily)", ["Python", "Rust"], ""),
        ("", ["English"], "native"),
    ]
