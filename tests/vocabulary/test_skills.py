"""The skill vocabulary is consistent, and finds its names where they are meant."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.vocabulary import skills
from standout.vocabulary.skills import Mention, Zone, find

FOLDER = Path(__file__).parent
TABLES = (FOLDER / "skill_contexts.txt", FOLDER / "skill_contexts_held_out.txt")
"""The second was written after the rules: 137 of its 141 expectations held at first sight."""
SKILLS = skills.all_skills()


def cases() -> list[tuple[Zone, str, str]]:
    """Zone, expectations and text of each line of the tables."""
    written = "\n".join(table.read_text("utf-8") for table in TABLES)
    lines = [each for each in written.splitlines() if each and each[0] != "#"]
    zones: dict[str, Zone] = {
        "prose": "prose", "list": "list", "name": "name", "authors": "authors",
    }  # fmt: skip
    parts = [line.split(" | ", 2) for line in lines]
    return [(zones[zone], expected, text) for zone, expected, text in parts]


@pytest.mark.parametrize(("zone", "expected", "text"), cases())
def test_ordinary_words_are_skills_in_their_contexts_only(
    zone: Zone, expected: str, text: str
) -> None:
    found = {each.skill.id for each in find(text, zone)}
    for sign, name in ((each[0], each[1:]) for each in expected.split()):
        assert skills.by_id(name)
        assert (name in found) == (sign == "+")


def test_the_table_is_large() -> None:
    assert len(cases()) >= 200
    assert len(SKILLS) >= 550


def test_ids_and_names_are_unique() -> None:
    assert not [each for each, n in Counter(skill.id for skill in SKILLS).items() if n > 1]
    names = Counter(form for skill in SKILLS for form in {skill.name, *skill.aliases, *skill.exact})
    assert not [each for each, n in names.items() if n > 1]


def test_every_skill_is_well_formed() -> None:
    for skill in SKILLS:
        assert skill.kind in skills.KINDS, skill.id
        assert skill.year is None or 1950 <= skill.year <= 2026, skill.id
        for other in (*skill.parents, *skill.implies, *skill.suggests, *skill.related):
            assert skills.by_id(other).id != skill.id
        assert skill.id not in skills.implied(skill.id), "a cycle"


def test_every_alias_finds_its_own_skill() -> None:
    for skill in SKILLS:
        zone: Zone = "list" if skill.kind == "natural-language" else "prose"
        for alias in (*skill.aliases, *skill.exact):
            whole = [each for each in find(alias, zone) if each.end - each.start == len(alias)]
            assert [each.skill.id for each in whole] == [skill.id], alias


def test_a_listed_name_finds_its_own_skill() -> None:
    lost = [
        skill.name
        for skill in SKILLS
        if skill.name.isascii()
        and "(" not in skill.name
        and not any(each.skill.id == skill.id for each in find(skill.name, "list"))
    ]
    # Fields too broad to be named by one bare word.
    assert len(lost) < 40, lost


def test_what_a_skill_proves() -> None:
    assert {"python", "deep-learning", "machine-learning"} <= skills.implied("pytorch")
    assert "docker" not in skills.implied("kubernetes"), "suggested only"
    assert {"gcp", "sql"} <= skills.implied("bigquery")


def test_a_version_is_kept_apart() -> None:
    assert found("Python 3.12 and CUDA 12")[0] == ("python", "Python", "3.12")
    assert found("vLLM")[0][2] is None
    assert found("BERT 340M")[0][2] is None


def test_the_longest_name_wins() -> None:
    assert [each[0] for each in found("PyTorch Lightning, Ray Serve, Spark SQL")] == [
        "lightning", "ray-serve", "spark",
    ]  # fmt: skip


def test_obvious_skills() -> None:
    named = [item for item in ("Internet", "MS Word", "E-mail", "macOS") if skills.obvious(item)]
    assert len(named) == 4
    assert not skills.obvious("PyTorch")


@given(st.text(max_size=300))
def test_mentions_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for each in find(text, "list"):
        assert end <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.alias
        end = each.end


@pytest.mark.parametrize("unit", ["a", "R, ", "go ", "1.", "a@", "C/", "Ray (", "\n"])
def test_hostile_texts_take_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    began = time.process_time()
    find(text, "list")
    assert time.process_time() - began < 3


def found(text: str) -> list[tuple[str, str, str | None]]:
    """Id, words and version of each mention."""

    def brief(each: Mention) -> tuple[str, str, str | None]:
        return each.skill.id, each.alias, each.version

    return [brief(each) for each in find(text)]
