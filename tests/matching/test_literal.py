"""Terms that no vocabulary lists, and what a posting tells of the work."""

from __future__ import annotations

import pytest

from standout.matching import terms_of
from standout.matching.told import Task
from standout.model import State
from tests.matching.making import answer, asks, posting

PROFILE = """\
skills:
  - items: [Python, Tallowmap]
experience:
  - title: Geophysicist
    statements:
      - Ran a gravimetric inversion over 300 km of lines
      - Wrote the grid-code checks of the survey
"""


@pytest.mark.parametrize("term", ["gravimetric inversion", "grid code", "tallowmap"])
def test_a_term_is_proven_where_a_line_says_it(term: str) -> None:
    found = answer(PROFILE, asks(f"Experience with {term}", (term,)))
    assert found.state is State.LITERAL
    line = found.proofs[0]
    said = line.text.value[line.start : line.end].lower().replace("-", " ")
    assert said.startswith(term)


@pytest.mark.parametrize("term", ["kiln chemistry", "inversion gravimetric", "tallow"])
def test_a_term_is_no_other_term(term: str) -> None:
    assert answer(PROFILE, asks(f"Experience with {term}", (term,))).state is not State.LITERAL


def test_one_of_several_terms_will_do() -> None:
    asked = asks("Quorvex or Tallowmap", ("quorvex",), ("tallowmap",))
    assert answer(PROFILE, asked).state is State.LITERAL


def test_each_skill_that_is_named_tells_the_work() -> None:
    line = asks("PyTorch and machine learning in Python", ("pytorch",))
    told = [each.concept for each in terms_of(posting(line)).beside]
    assert told[:3] == [Task("pytorch"), Task("machine-learning"), Task("python")]
