"""Of equal pages the one that is seen fastest: the same words, in an order no worse."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from standout.glance import exposure, wanted_skills
from standout.model.exposure import LIKELY
from standout.readers import detect
from standout.tailoring.looking import SECONDS
from standout.tailoring.tailor import Tailored
from tests.tailoring.pages import ROBOTS, example, posting, profile, tailored, wish

LONG = """
basics: {name: Ada Park, email: ada@example.org}
skills:
  - group: Everything used in the last ten years of work in teams of all sizes
    items: [Bash, Make, Docker, Jenkins, Jira, Ansible, Redis, PyTorch, C++, Python]
experience:
  - title: Robotics engineer
    organization: Lumen Arms
    start: 2019-02
    end: present
    statements:
      - Kept the wiki of the arm group in order and wrote its guide for newcomers in PyTorch
      - Cut dropped boxes from 9% to 2% with a slip detector in C++
"""


def seen(page: Tailored) -> tuple[int, float]:
    """Required skills that are likely seen in time, and how likely the best result is."""
    reading = detect.read(page.built.files["pdf"][0], "resume.pdf")
    found = exposure(reading.pages, reading.resume, wanted_skills(page.match))
    results = [e.sight.share(SECONDS) for e in found.results if e.name == "L4"]
    likely = sum(each.sight.share(SECONDS) >= LIKELY for each in found.skills)
    return likely, max(results, default=0.0)


def words(page: Tailored) -> Counter[str]:
    """Every text that is printed."""
    return Counter(text.value for text in page.page.resume.texts())


@pytest.mark.parametrize("name", ["robotics", "senior-staff"])
def test_the_same_words_and_no_less_seen(name: str) -> None:
    asked, wished = posting(ROBOTS), wish()
    plain = tailored(example(name), asked, wished)
    looked = tailored(example(name), asked, replace(wished, glance=True))
    assert words(looked) == words(plain)
    assert looked.page.choosing.objective == plain.page.choosing.objective
    assert looked.built.pages == plain.built.pages
    assert seen(looked) >= seen(plain)


def test_what_is_asked_for_comes_first_where_that_is_seen() -> None:
    asked, wished = posting(ROBOTS), wish()
    plain = tailored(profile(LONG), asked, wished)
    looked = tailored(profile(LONG), asked, replace(wished, glance=True))
    assert seen(looked) >= seen(plain)
    (group,) = looked.page.resume.sections[0].skills
    assert {str(each) for each in group.items[:3]} == {"PyTorch", "C++", "Python"}
