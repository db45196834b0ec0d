"""What a posting tells of the work, what is common among postings, and what levels are named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout import api
from standout.matching import Word, frequencies_of, match, match_all, terms_of
from standout.matching.rarity import Counted, prior, seldomness, word_key
from standout.matching.told import MOST_TASKS, MOST_WORDS, Task
from standout.model import Matched, Posting
from tests.matching.making import TODAY, index

PROFILE = """experience:
  - title: Machine learning engineer
    start: 2019-01
    end: present
    statements:
      - Placed 40 kilns by {one} and cut fuel by 12%
      - {two}
"""
HEAD = "Machine Learning Engineer\nAcme\nResponsibilities\n"


def read(text: str) -> Posting:
    """A posting from its text."""
    return next(api.read_postings(text.encode(), "job.txt")).posting


def work(found: Matched) -> int:
    """What the work earned."""
    return sum(e.points for e in found.match.reasons if e.name.startswith("work: "))


def postings(*duties: str) -> list[tuple[str, Posting]]:
    """Postings that differ in what is done."""
    return [(str(at), read(f"{HEAD}- {each}\n- Train models in Python\n"))
            for at, each in enumerate(duties)]  # fmt: skip


def test_the_team_that_does_the_same_comes_first() -> None:
    """All ask for Python and models: who fires kilns belongs with those who fire kilns."""
    profile = index(PROFILE.format(one="heat maps", two="Trained models in Python"))
    asked = ("Rank music for listeners", "Find fraud in payments", "Cut fuel of kilns by heat maps",
             "Read contracts and invoices")  # fmt: skip
    best, *rest = match_all(profile, postings(*asked))
    assert best.name == "2"
    assert all(work(each) < work(best) for each in rest)
    named = next(e.name for e in best.match.reasons if e.name.startswith("work: "))
    assert "kilns" in named


def test_what_several_lines_of_a_profile_say_shows_more() -> None:
    """And each further line adds less."""
    job = postings("Fire kilns of clay", "Write letters")
    shown = []
    for two in ("Drew charts", "Fired kilns of brick", "Fired kilns of brick. Sold kilns"):
        found = match_all(index(PROFILE.format(one="hand", two=two)), job)
        shown.append(work(next(each for each in found if each.name == "0")))
    assert shown[0] < shown[1]
    assert shown[1] <= shown[2]


def test_a_line_that_is_said_twice_is_said_once() -> None:
    once = PROFILE.format(one="hand", two="Fired kilns of brick")
    twice = f"{once}      - Fired kilns of brick\n"
    assert index(once).words == index(twice).words
    assert index(once).tasks == index(twice).tasks


def test_what_is_said_often_is_stressed() -> None:
    """By the lines of the work that say it; what only the company says is least."""
    duties = "- Fire kilns\n- Repair kilns\n- Paint bowls\n"
    text = f"ML Engineer\nAcme makes porcelain.\nResponsibilities\n{duties}"
    stress = {e.concept.stem: e.stress for e in terms_of(read(text)).beside
              if isinstance(e.concept, Word)}  # fmt: skip
    assert (stress["kiln"], stress["bowl"], stress["porcelain"]) == (2, 1, 0)


def test_long_postings_are_held_to_a_length() -> None:
    """The rarest of what they say most are taken."""
    said = "".join(
        f"- Glaze {chr(97 + at // 26)}{chr(97 + at % 26)}oom vessels\n" for at in range(90)
    )
    told = terms_of(read(f"{HEAD}{said}")).beside
    assert sum(isinstance(each.concept, Word) for each in told) == MOST_WORDS
    assert sum(isinstance(each.concept, Task) for each in told) <= MOST_TASKS
    assert Word("glaz") in [each.concept for each in told]


def test_a_level_that_is_not_named_is_no_reason_to_rank_behind() -> None:
    """Nor does it pay who has done nothing yet."""
    plain, senior = read(f"{HEAD}- Fire kilns\n"), read(f"Senior {HEAD}- Fire kilns\n")
    worked = index(PROFILE.format(one="hand", two="Wrote Python"))
    for posting, level in ((plain, "level: none is named"), (senior, "level: senior")):
        earned = {e.name: e.points for e in match(worked, posting).reasons}
        assert earned[level] >= 700
    listed = match(index("skills:\n  - items: [Rust]\n"), plain).reasons
    assert not any(each.points for each in listed)


def test_a_single_posting_goes_by_the_priors() -> None:
    """A pair is weighed alike wherever it is matched."""
    (job,) = postings("Fire kilns of clay")
    assert frequencies_of([terms_of(job[1])]) is prior
    profile = index(PROFILE.format(one="hand", two="Fired kilns"))
    assert match_all(profile, [job])[0].match == match(profile, job[1])


def test_what_all_postings_of_a_run_hold_tells_little() -> None:
    """The more common, the less: of the same table for every posting of the run."""
    same = [terms_of(each) for _, each in postings(*["Fire kilns"] * 30)]
    frequencies = frequencies_of(same)
    assert frequencies(word_key("kiln")) > 300 > prior(word_key("kiln"))
    assert frequencies(word_key("opera")) < prior(word_key("opera"))


@given(st.integers(0, 2_000), st.integers(0, 2_000), st.integers(1, 2_000))
def test_counts_and_priors_together(one: int, other: int, total: int) -> None:
    """More postings that hold it never make it rarer; nothing is more common than all."""
    key = word_key("kiln")
    few, many = sorted((one, other))
    low, high = (Counted({key: each}, total)(key) for each in (few, many))
    assert 0 <= low <= high <= 1000
    assert seldomness(low) >= seldomness(high) >= 0
    assert Counted({}, 0)(key) == prior(key)


ADVERTISED = "Skills\nPython, SQL\n{}Benefits\nWe offer shares. You will love your team.\n"


@pytest.mark.parametrize("dated", ["", "Experience\nAcme\nTrusted since 2017\n"])
def test_an_advertisement_is_nobodys_profile(dated: str) -> None:
    """Whatever it lists."""
    lines = (
        "You will build models. We are kind.\nYou are curious.\nJoin us.\nOur mission is fun.\n" * 2
    )
    reading = api.read(f"{lines}\n{ADVERTISED.format(dated)}".encode(), "resume.txt")
    found = [(name, next(api.read_postings(f"{HEAD}- {name} in Python\n".encode(), "a.txt")))
             for name in ("Write SQL", "Train models")]  # fmt: skip
    assert not any(each.match.score for each in api.match(reading, found, TODAY))
