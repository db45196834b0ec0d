"""A profile that is kept takes further entries: by span, once, and without harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout import api
from standout.errors import StandoutError
from standout.model import Reading

BIB = """\
@article{n, title={New: work}, author={Lind, Ada}, year=2024}
@article{m, title={Middle work}, year=2021}
@article{o, title={Oldest "work"}, year=2001, doi={10.1000/old}}
"""
KEPT = """\
# mine
standout: 1
basics:
  name: Ada Lind  # me
publications:  # all of them
  # my best one
  - title: Known work
    date: 2022   # in May
    # a remark

  - title: Earlier work
    date: 2019
    description: |
      Two lines
      of text

  # the end
skills: [JAX, 'SQL']
"""
ADDED = """\
# mine
standout: 1
basics:
  name: Ada Lind  # me
publications:  # all of them
  - title: "New: work"
    date: 2024
    authors:
      - Ada Lind

  # my best one
  - title: Known work
    date: 2022   # in May
    # a remark

  - title: Middle work
    date: 2021

  - title: Earlier work
    date: 2019
    description: |
      Two lines
      of text

  - title: Oldest "work"
    date: 2001
    url: https://doi.org/10.1000/old

  # the end
skills: [JAX, 'SQL']
"""


def papers(text: str = BIB) -> Reading:
    """A bibliography."""
    return api.read(text.encode(), "papers.bib")


def grown(profile: str, name: str = "profile.yaml") -> str:
    """A profile after the bibliography was added."""
    return api.grow(profile.encode(), name, [papers()]).content.decode()


def titles(text: str, name: str = "profile.yaml") -> list[str]:
    """The titles of the publications in a profile without fault."""
    reading = api.read(text.encode(), name)
    assert reading.diagnostics == ()
    return [
        str(entry.title)
        for section in reading.resume.sections
        for entry in section.entries
        if section.kind.value == "publications"
    ]


def test_comments_and_layout_survive() -> None:
    """Entries go to their places by date; every line that was there is there still."""
    assert grown(KEPT) == ADDED


def test_twice_is_once() -> None:
    """What is there is not added again."""
    once = api.grow(KEPT.encode(), "profile.yaml", [papers()])
    again = api.grow(once.content, "profile.yaml", [papers()])
    assert [str(each.title) for each in once.added] == [
        "New: work", "Middle work", 'Oldest "work"',
    ]  # fmt: skip
    assert (again.added, again.content) == ((), once.content)


ALL = ["New: work", "Middle work", 'Oldest "work"']
FORMS = {
    "no such key": "basics: {name: A}\n",
    "no line end": "basics:\n  name: A",
    "empty key": "publications:\nskills: [a]\n",
    "empty list": "publications: []\n",
    "tight list": "publications:\n- title: Any work\n  date: 2010\n- title: x\n",
    "brackets": "publications: [{title: x, date: 2020}, {title: y}]\nskills: [a]\n",
    "headed": "publications:\n  heading: Papers\n  entries:\n    - title: x\n",
    "own section": "sections:\n- kind: publications\n  entries:\n  - title: x\n- heading: B\n",
    "sentences too": "publications:\n  - A sentence\n  - title: x\n    date: 2020\n  - text: b\n",
    "windows": "basics:\r\n  name: A\r\npublications:\r\n  - title: x\r\n",
    "json": '{"standout": 1, "publications": [{"title": "x"}]}',
    "json without": '{"standout": 1, "basics": {"name": "A"}}',
    "mark": "\ufeffbasics:\n  name: A\n",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_section(form: str) -> None:
    """Lists, brackets, headed and own sections, missing keys, other line ends."""
    name = "profile.json" if "json" in form else "profile.yaml"
    after = grown(FORMS[form], name)
    assert set(ALL) <= set(titles(after, name))
    assert after.startswith("\ufeff") == FORMS[form].startswith("\ufeff")
    assert "\n" not in after.replace("\r\n", "") or "\r" not in FORMS[form]
    assert [each for each in titles(after, name) if each in ALL] == ALL


REFUSED = {
    "other format": b"cv:\n  name: A\n",
    "error": b"basics:\n  name: [A\n",
    "no UTF-8": "basics:\n  name: Zoë\n".encode("cp1252"),
}


@pytest.mark.parametrize("form", REFUSED)
def test_what_cannot_be_edited_is_refused(form: str) -> None:
    """An error with the next step."""
    with pytest.raises(StandoutError) as caught:
        api.grow(REFUSED[form], "profile.yaml", [papers()])
    assert caught.value.hint


NO_ROOM = [
    "publications:\n  title: x\n",
    "publications: A sentence\n",
    "basics: {name: A}\nmeta: &a {title: x}\npublications:\n  - *a\n",
    "Ada Lind\n",
]


@pytest.mark.parametrize("form", NO_ROOM)
def test_sections_without_room_are_named(form: str) -> None:
    """A section whose form takes no list stays as it is."""
    found = api.grow(form.encode(), "profile.yaml", [papers()])
    assert (found.content, found.added) == (form.encode(), ())
    assert [each.kind.value for each in found.left] == ["publications"]


LINES = ["publications:", "  - title: x", "    date: 2020", "  # c", "", "skills: [a]", "  - y",
         "    description: >", "      folded", "sections:", "  - kind: publications",
         "    entries:", "    - title: z", "basics: {name: A}"]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=9).map("\n".join))
def test_any_profile_keeps_its_lines(profile: str) -> None:
    """Whatever the profile: refused, or each of its lines is there still, in order."""
    try:
        after = api.grow(profile.encode(), "profile.yaml", [papers()]).content.decode()
    except StandoutError:
        return
    rest = iter(after.split("\n"))
    assert all(line in rest for line in profile.rstrip("\n").split("\n"))


HEADINGS = [
    ("EXPERIENCE", None),
    ("Experience:", None),
    ("Work Experience", "Work Experience"),
    ("Berufserfahrung", "Berufserfahrung"),
]


@pytest.mark.parametrize(("heading", "kept"), HEADINGS)
def test_a_heading_that_says_what_the_key_says_is_left_out(heading: str, kept: str | None) -> None:
    """So a page in another language has its own; what is worded otherwise stays."""
    job = "Engineer, Acme\n2019 - 2021\n- Built looms\n"
    resume = f"Ada Byron\nada@byron.example.org\n\n{heading}\n{job}"
    made = api.merged_profile([api.read(resume.encode(), "resume.txt")])
    section = api.read(made.encode(), "profile.yaml").resume.sections[0]
    assert (section.kind.value, section.heading and section.heading.value) == ("experience", kept)
