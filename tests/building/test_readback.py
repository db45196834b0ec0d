"""Reading a page back: what is lost, split or reordered is told apart, and nothing else is."""

from __future__ import annotations

import pytest

from standout.building.expected import Block, Piece, Stretch, expected
from standout.building.readback import read_back
from standout.building.turned import find_lost
from standout.model import Extraction
from standout.readers import detect
from standout.source import Span
from standout.writers.compose import compose
from standout.writers.design import Design

PROFILE = """
basics: {name: Ada Example, email: ada@example.org}
skills:
  - group: Languages
    items: [Python, R]
experience:
  - title: Engineer
    organization: Acme
    location: Berlin
    start: 2021-03
    end: present
    statements:
      - Cut latency by **40%** for low-latency users
      - Led 3 people
  - title: Intern
    organization: Umbra
    date: 2020
    statements: [Wrote the loader]
"""
PAGE = """Ada Example
ada@example.org
Skills
Languages: Python, R
Experience
Engineer
Acme
Berlin
Mar 2021 - present
• Cut latency by 40% for low-
latency users
• Led 3 people
Intern 2020
Umbra
• Wrote the loader
"""


def stretches() -> tuple[Stretch, ...]:
    """What the profile's page must give back."""
    resume = detect.read(PROFILE.encode(), "profile.yaml").resume
    return expected(resume, compose(resume, Design()), Design())


def codes(page: str) -> list[str]:
    """The codes of what a page that reads so lacks."""
    return [each.code for each in read_back(stretches(), Extraction("x", "stream", (page,)))]


def test_a_whole_page_is_clean() -> None:
    """Line breaks, also behind a hyphen, are no fault."""
    assert len(stretches()) == 3
    assert codes(PAGE) == []


FAULTS = [
    ("Led 3 people", "Led 3", "BLD001"),
    ("ada@example.org", "\ue0e0", "BLD001"),
    ("• Led 3 people\n", "", "BLD001"),
    ("Led 3 people", "Led3 people", "BLD002"),
    ("Wrote the loader", "Wrote the lo ader", "BLD002"),
    ("40% for", "40%\nMar 2021 - present\nfor", "BLD002"),
    ("2020\nUmbra", "2020Umbra", "BLD002"),
    ("Python, R", "Python, Rust", "BLD002"),
]


@pytest.mark.parametrize(("old", "new", "code"), FAULTS)
def test_a_fault_is_told(old: str, new: str, code: str) -> None:
    """Each fault by its own name."""
    assert code in codes(PAGE.replace(old, new)), (old, new)


def test_dates_behind_the_statements_are_out_of_place() -> None:
    """The column of dates that a reader gives last."""
    moved = PAGE.replace("Intern 2020", "Intern").replace("the loader", "the loader\n2020")
    assert codes(moved.replace("Mar 2021 - present\n", "") + "Mar 2021 - present\n")


def test_sections_may_be_ordered_by_the_theme() -> None:
    """A side column comes before or behind the main one, whole."""
    head, skills, rest = PAGE.partition("Skills\nLanguages: Python, R\n")
    assert codes(head + rest + skills) == []


def test_sections_may_not_be_mixed() -> None:
    """A line of one column inside another."""
    mixed = PAGE.replace("Languages: Python, R\n", "").replace(
        "Berlin\n", "Berlin\nLanguages: Python, R\n"
    )
    assert codes(mixed)


def test_findings_lead_into_the_profile() -> None:
    """The place is that of the statement in the file that is kept."""
    page = PAGE.replace("Led 3 people", "")
    (found,) = read_back(stretches(), Extraction("x", "stream", (page,)))
    assert PROFILE[found.span.start : found.span.end] == "Led 3 people"


def test_repeated_words_are_found_in_turn() -> None:
    """The same words in two entries are two pieces."""
    piece = Piece("title", "Engineer", Span(0, 1))
    twice = (Stretch(None, (Block((piece,)), Block((piece,)))),)
    once = Extraction("x", "stream", ("Engineer",))
    assert [each.code for each in read_back(twice, once)] == ["BLD003"]
    assert read_back(twice, Extraction("x", "stream", ("Engineer Engineer",))) == ()


def test_two_sections_of_one_heading() -> None:
    """The second begins at the second place of its heading."""
    block = (Block((Piece("skill", "Python", Span(0, 1)),)),)
    other = (Block((Piece("skill", "Welding", Span(2, 3)),)),)
    heading = Piece("heading", "Skills", Span(0, 3))
    page = Extraction("x", "stream", ("Skills\nPython\nSkills\nWelding\n",))
    assert read_back((Stretch(heading, block), Stretch(heading, other)), page) == ()


def test_a_long_address_may_be_broken() -> None:
    """Over two lines anywhere; a short word may not."""
    url = "example.org/a-very-long-path/Silicon_Valley_of_the_north"
    link = (Stretch(None, (Block((Piece("link", url, Span(0, 1)),)),)),)
    broken = url.replace("Silicon", "Sil\nicon")
    assert read_back(link, Extraction("x", "stream", (broken,))) == ()
    word = (Stretch(None, (Block((Piece("skill", "Silicon", Span(0, 1)),)),)),)
    assert read_back(word, Extraction("x", "stream", ("Sil\nicon",))) != ()


def test_lines_from_right_to_left() -> None:
    """Order is the extractor's own affair there; a word that is missing is told."""
    pieces = (
        Piece("headline", "مهندسة تعلم آلي", Span(0, 1)),
        Piece("email", "a@b.org", Span(2, 3)),
    )
    page = "a@b.org\nيلآ تعلم مهندسة"
    stretches = (Stretch(None, (Block(pieces),)),)
    assert find_lost(stretches, Extraction("x", "stream", (page,))) == ()
    (lost,) = find_lost(stretches, Extraction("x", "stream", ("a@b.org",)))
    assert (lost.code, lost.span) == ("BLD001", Span(0, 1))


def test_words_from_right_to_left_within_another_page() -> None:
    """Extractors turn them in ways of their own; a word that is not there is still told."""
    piece = Piece("statement", "שלום world 12", Span(0, 1))
    stretches = (Stretch(None, (Block((), (piece,)),)),)
    assert read_back(stretches, Extraction("x", "stream", ("12 world םולש",))) == ()
    (lost,) = read_back(stretches, Extraction("x", "stream", ("12 world",)))
    assert lost.code == "BLD001"


def test_a_heading_that_shares_its_line() -> None:
    """Extractors put what follows on its line where the letters are East Asian."""
    said = PAGE.replace("Skills\n", "Skills ").replace("Experience\n", "Experience ")
    assert codes(said) == []
