"""Laws of matching: sums, monotony, and what must not matter."""

from __future__ import annotations

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from standout.matching import match, profile_index
from standout.matching.weighing import normalised
from standout.model import Degree, Demand, Level, Posting, Requirement, Resume, Years
from standout.model.match import WHOLE
from tests.matching.making import TODAY, asks, posting, profile, text

SKILLS = ("python", "pytorch", "jax", "sql", "kubernetes", "rl", "nlp", "cuda", "communication",
          "deep-learning", "spark", "rust")  # fmt: skip
NAMES = ("Python", "PyTorch", "JAX", "SQL", "K8s", "reinforcement learning", "NLP", "CUDA", "Spark")
LEVELS = st.sampled_from(list(Level))
WAYS = st.lists(
    st.lists(st.sampled_from(SKILLS), min_size=1, max_size=2, unique=True).map(tuple),
    min_size=1,
    max_size=3,
)


@st.composite
def requirements(draw: st.DrawFn) -> Requirement:
    """A requirement of any kind."""
    level = draw(LEVELS)
    kind = draw(st.sampled_from(list(Demand)))
    ways = draw(WAYS) if kind in (Demand.SKILL, Demand.YEARS) else []
    return asks(
        draw(st.sampled_from(["Fluent German", "papers at ICML", "some words here", "3+ years"])),
        *ways,
        level=level,
        demand=kind,
        years=Years(draw(st.integers(0, 12))) if kind is Demand.YEARS else None,
        degree=Degree(draw(st.integers(0, 3))) if kind is Demand.DEGREE else None,
        language="german" if kind is Demand.LANGUAGE else None,
        negated=draw(st.integers(0, 9)) == 0,
    )


POSTINGS = st.builds(
    lambda found, title: posting(*found, title=title),
    st.lists(requirements(), max_size=8),
    st.sampled_from([None, "Senior Machine Learning Engineer", "Data Analyst, SQL", "Gardener"]),
)
LINES = st.lists(
    st.builds(
        "{} with {} on {} cases".format,
        st.sampled_from(["Built a model", "Cut costs by 20%", "Maintained jobs"]),
        st.sampled_from(NAMES),
        st.integers(2, 900),
    ),
    max_size=5,
)


@st.composite
def profiles(draw: st.DrawFn) -> Resume:
    """A profile of one or two jobs and a list of skills."""
    lines = draw(LINES)
    jobs = "".join(f"      - {line}\n" for line in lines)
    body = f"    statements:\n{jobs}" if jobs else ""
    listed = ", ".join(draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4)))
    start = draw(st.integers(2012, 2025))
    return profile(
        f"basics: {{name: A B}}\nexperience:\n  - title: Data scientist\n    start: {start}-01\n"
        f"    end: present\n{body}skills:\n  - items: [{listed}]\n"
    )


FEW = settings(max_examples=60, deadline=None)


@FEW
@given(profiles(), POSTINGS)
def test_a_score_is_the_sum_of_its_reasons(resume: Resume, asked: Posting) -> None:
    """And weights are shares of exactly 10,000; no term earns more than its weight."""
    found = match(profile_index(resume, TODAY), asked)
    if found.score is None:
        assert found.reasons == ()
        return
    assert found.score == sum(each.points for each in found.reasons)
    assert sum(each.weight for each in found.reasons) == WHOLE
    assert all(0 <= each.points <= each.weight for each in found.reasons)
    earned = sum(each.points for each in found.answers)
    beside = [e for e in found.reasons if e.name.split(": ")[0] in ("role", "level", "work")]
    assert earned + sum(each.points for each in beside) == found.score


@FEW
@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=40).filter(any))
def test_shares_sum_to_the_whole(raw: list[int]) -> None:
    """Largest remainder: no share is a unit off its exact value."""
    shares = normalised(raw)
    assert sum(shares) == WHOLE
    assert all(
        abs(one * sum(raw) - each * WHOLE) < sum(raw) for one, each in zip(shares, raw, strict=True)
    )


@FEW
@given(profiles(), POSTINGS, requirements(), st.integers(0, 8))
def test_an_unrelated_line_changes_no_other_state(
    resume: Resume, asked: Posting, new: Requirement, at: int
) -> None:
    """What a posting asks besides takes nothing from what is proven."""
    index = profile_index(resume, TODAY)
    old = asked.requirements
    longer = dataclasses.replace(asked, requirements=(*old[:at], new, *old[at:]))
    before = [(each.state, each.proofs) for each in match(index, asked).answers]
    after = [(each.requirement, each.state, each.proofs) for each in match(index, longer).answers]
    if not new.negated:
        after.pop(sum(not each.negated for each in old[:at]))
    assert [(state, proofs) for _, state, proofs in after] == before


@FEW
@given(profiles(), POSTINGS, LINES, st.lists(st.sampled_from(NAMES), max_size=3))
def test_a_true_statement_never_lowers_anything(
    resume: Resume, asked: Posting, lines: list[str], skills: list[str]
) -> None:
    """Neither state nor points of any requirement."""
    before = match(profile_index(resume, TODAY), asked)
    after = match(profile_index(grown(resume, lines, skills), TODAY), asked)
    for one, other in zip(before.answers, after.answers, strict=True):
        assert other.state.rank >= one.state.rank
        assert other.points >= one.points


def grown(resume: Resume, lines: list[str], skills: list[str]) -> Resume:
    """The profile with more statements in its job and more skills in its list."""
    job, listed = resume.sections[0], resume.sections[1]
    if job.kind.value != "experience":
        job, listed = listed, job
    more = (
        profile("experience:\n  - statements:\n" + "".join(f"      - {each}\n" for each in lines))
        if lines
        else None
    )
    new = more.sections[0].entries[0].statements if more else ()
    entry = dataclasses.replace(job.entries[0], statements=(*job.entries[0].statements, *new))
    group = dataclasses.replace(
        listed.skills[0], items=(*listed.skills[0].items, *map(text, skills))
    )
    sections = (
        dataclasses.replace(job, entries=(entry,)), dataclasses.replace(listed, skills=(group,)),
    )  # fmt: skip
    return dataclasses.replace(resume, sections=sections)


@FEW
@given(profiles(), POSTINGS, st.randoms(use_true_random=False))
def test_order_and_name_do_not_matter(resume: Resume, asked: Posting, chance: object) -> None:
    """Sections, statements and skills in another order, under another name: the same points."""
    sections = tuple(
        dataclasses.replace(
            section,
            entries=tuple(
                dataclasses.replace(each, statements=each.statements[::-1])
                for each in section.entries[::-1]
            ),
            skills=tuple(
                dataclasses.replace(each, items=each.items[::-1]) for each in section.skills
            ),
        )
        for section in resume.sections[::-1]
    )
    basics = dataclasses.replace(
        resume.basics, name=text("Go Spark Julia Swift"), email=text("ray@rust.example.org")
    )
    other = dataclasses.replace(resume, basics=basics, sections=sections)
    one, two = (match(profile_index(each, TODAY), asked) for each in (resume, other))
    assert one.score == two.score
    assert [(e.state, e.points) for e in one.answers] == [(e.state, e.points) for e in two.answers]


@FEW
@given(profiles(), POSTINGS)
def test_equal_input_gives_equal_output(resume: Resume, asked: Posting) -> None:
    """Everything, wordings and questions included."""
    one, two = (match(profile_index(resume, TODAY), asked) for _ in range(2))
    assert one == two


@FEW
@given(profiles(), st.lists(requirements(), min_size=1, max_size=8))
def test_a_demand_counts_once(resume: Resume, found: list[Requirement]) -> None:
    """Stated again it weighs nothing more."""
    index = profile_index(resume, TODAY)
    once = [each.weight for each in match(index, posting(*found)).answers]
    twice = [each.weight for each in match(index, posting(*found, *found)).answers]
    assert twice[: len(once)] == once
    assert not any(twice[len(once) :])
