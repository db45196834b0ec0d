"""How each kind of demand is proven, half proven, or not."""

from __future__ import annotations

import pytest

from standout.model import Degree, Demand, Level, State, Years
from tests.matching.making import answer, asks, matched

LISTED = "skills:\n  - items: [{}]\n"
JOB = """
experience:
  - title: {title}
    start: {start}
    end: {end}
    statements:
      - {line}
"""
DEEDS = JOB.format(
    title="ML engineer",
    start="2022-01",
    end="present",
    line="Raised sales by 3% with a ranking model in PyTorch, against the rule before it",
)


@pytest.mark.parametrize(
    ("skills", "ways", "state"),
    [
        ("Python", (("python",),), State.LITERAL),
        ("K8s", (("kubernetes",),), State.LITERAL),
        ("PyTorch", (("python",),), State.IMPLIED),
        ("PyTorch", (("deep-learning",),), State.IMPLIED),
        ("PyTorch", (("jax",),), State.RELATED),
        ("Python", (("pytorch",),), State.ABSENT),
        ("Excel", (("kubernetes",),), State.ABSENT),
        ("JAX", (("pytorch",), ("jax",), ("tensorflow",)), State.LITERAL),
        ("Python", (("python", "cuda"),), State.RELATED),
        ("Python, CUDA", (("python", "cuda"),), State.LITERAL),
    ],
)
def test_states_of_skills(skills: str, ways: tuple[tuple[str, ...], ...], state: State) -> None:
    """Named, implied by a narrower one, only near, or not there; of alternatives the best."""
    found = answer(LISTED.format(skills), asks("words", *ways))
    assert found.state is state
    assert bool(found.ask) == (state in (State.RELATED, State.ABSENT))


def test_an_entry_among_open_source_shows_it() -> None:
    """By standing there, whatever its lines name; a project elsewhere does not."""
    work = "{}:\n  - title: warmstart\n    statements: [Cuts planning time from 310 ms to 45 ms]\n"
    asked = asks("Open-source contributions", ("open-source",))
    assert answer(work.format("open_source"), asked).state is State.LITERAL
    assert answer(work.format("projects"), asked).state is State.ABSENT
    assert matched(work.format("open_source"), asked).wordings == ()


def test_what_is_near_earns_nothing() -> None:
    """A related skill is shown, without points."""
    found = matched(LISTED.format("PyTorch"), asks("JAX", ("jax",)), asks("Go", ("go",)))
    assert found.answers[0].proofs
    assert found.score == 0


def test_a_way_earns_the_share_that_is_proven() -> None:
    """Half of what is needed together is half of the strength."""
    half = answer(LISTED.format("Python"), asks("w", ("python", "cuda")))
    whole = answer(LISTED.format("Python, CUDA"), asks("w", ("python", "cuda")))
    assert 0 < half.points <= whole.points // 2 + 1
    assert "CUDA" in half.ask


def test_deeds_prove_more_than_lists() -> None:
    """A result in a job before a project, a project before a list; old ones less."""
    old = DEEDS.replace("2022-01", "2014-01").replace("present", "2016-01")
    project = DEEDS.replace("experience", "projects")
    need = asks("PyTorch", ("pytorch",))
    points = [answer(each, need).points for each in (DEEDS, project, old)]
    points.append(answer(LISTED.format("PyTorch"), need).points)
    assert points == sorted(points, reverse=True)
    assert len(set(points)) == 4


@pytest.mark.parametrize(
    "line",
    [
        "You will have experience with PyTorch and Python",
        "We are an equal opportunity employer and use PyTorch",
        "Our mission is to bring Python to everyone",
    ],
)
def test_advertisements_prove_nothing(line: str) -> None:
    """Words spoken to applicants are not what one has done."""
    yaml = JOB.format(title="Engineer", start="2022-01", end="present", line=line)
    assert answer(yaml, asks("PyTorch", ("pytorch",))).points == 0
    assert answer(yaml, asks("Python", ("python",))).points == 0


def test_text_without_entries_proves_nothing() -> None:
    """A page that holds no entry and no skill is no resume."""
    yaml = "summary: PyTorch, Python, Kubernetes and machine learning at scale"
    found = matched(yaml, asks("PyTorch", ("pytorch",)), asks("Python", ("python",)))
    assert found.score == 0


@pytest.mark.parametrize(
    ("start", "end", "minimum", "state"),
    [
        ("2022-11", "present", 4, State.LITERAL),
        ("2022-12", "present", 4, State.LITERAL),
        ("2023-01", "present", 4, State.RELATED),
        ("2018-01", "2019-12", 2, State.LITERAL),
        ("2018-01", "2019-11", 2, State.RELATED),
        ("2018", "2020", 2, State.LITERAL),
        ("2027-01", "present", 1, State.ABSENT),
    ],
)
def test_years_of_any_work(start: str, end: str, minimum: int, state: State) -> None:
    """Both months count; a year without a month is its middle; what lies ahead counts nothing."""
    yaml = JOB.format(title="Engineer", start=start, end=end, line="Wrote code")
    need = asks(f"{minimum}+ years of experience", demand=Demand.YEARS, years=Years(minimum))
    assert answer(yaml, need).state is state


def test_years_overlap_once() -> None:
    """Two jobs at the same time are not twice the time."""
    job = "  - {title: Engineer, start: 2022-01, end: 2023-12}\n"
    need = asks("3 years of experience", demand=Demand.YEARS, years=Years(3))
    assert answer(f"experience:\n{job}{job}", need).state is State.RELATED


def test_years_of_a_skill_are_those_of_the_entries_that_show_it() -> None:
    """Python since 2022, whatever was done before."""
    yaml = DEEDS + "  - {title: Cook, start: 2010-01, end: 2021-12}\n"
    need = {"demand": Demand.YEARS}
    assert answer(yaml, asks("4 years", ("python",), years=Years(4), **need)).state is State.IMPLIED
    assert answer(yaml, asks("9 years", ("python",), years=Years(9), **need)).state is State.RELATED


def test_years_in_a_role() -> None:
    """Years as a data scientist are not years as a cook."""
    cook = JOB.format(title="Chef", start="2012-01", end="present", line="Cooked")
    need = asks("3+ years as a data scientist", demand=Demand.YEARS, years=Years(3))
    assert answer(cook, need).state is State.ABSENT
    assert answer(DEEDS, need).state is State.LITERAL


STUDIES = "education:\n  - {{degree: {}, field: {}, end: {}}}\n"


@pytest.mark.parametrize(
    ("degree", "field", "end", "asked", "state"),
    [
        ("MSc", "Computer science", "2020", Degree(2, ("computer science",)), State.LITERAL),
        ("PhD", "Computer science", "2020", Degree(2, ("computer science",)), State.IMPLIED),
        ("M.Sc.", "Informatics", "2020", Degree(2, ("computer science",)), State.IMPLIED),
        ("BSc", "Physics", "2020", Degree(1, ("a quantitative field",)), State.IMPLIED),
        ("BSc", "History", "2020", Degree(1, ("computer science",)), State.RELATED),
        ("BSc", "Physics", "2020", Degree(3, ()), State.RELATED),
        ("PhD", "Physics", "2027-06", Degree(3, ()), State.RELATED),
    ],
)
def test_degrees(degree: str, field: str, end: str, asked: Degree, state: State) -> None:
    """By rank and field; a higher one does, a lower or unfinished one does not."""
    need = asks("a degree", demand=Demand.DEGREE, degree=asked)
    assert answer(STUDIES.format(degree, field, end), need).state is state


def test_experience_in_place_of_a_degree() -> None:
    """Only where the posting says so."""
    work = JOB.format(title="Engineer", start="2015-01", end="present", line="Wrote code")
    waived = asks("or experience", demand=Demand.DEGREE, degree=Degree(1, (), waivable=True))
    strict = asks("a degree", demand=Demand.DEGREE, degree=Degree(1))
    assert answer(work, waived).state is State.IMPLIED
    assert answer(work, strict).state is State.ABSENT


@pytest.mark.parametrize(
    ("fluency", "words", "state"),
    [
        ("C1", "Fluent German", State.LITERAL),
        ("native", "German (C2)", State.LITERAL),
        ("A2", "German (C1)", State.RELATED),
        ("", "German", State.IMPLIED),
    ],
)
def test_languages(fluency: str, words: str, state: State) -> None:
    """With their level; without one it is believed and worth less."""
    yaml = f"languages:\n  - {{language: German, fluency: '{fluency}'}}\n"
    need = asks(words, demand=Demand.LANGUAGE, language="german")
    assert answer(yaml, need).state is state


def test_a_language_that_is_not_stated_is_asked_for() -> None:
    """No gap is invented."""
    need = asks("Fluent French", demand=Demand.LANGUAGE, language="french")
    found = answer(DEEDS, need)
    assert found.state is State.ABSENT
    assert found.ask.startswith("Not stated")


PAPER = "publications:\n  - {{title: On rewards, venue: {}, date: 2025}}\n"


@pytest.mark.parametrize(
    ("venue", "state"),
    [("NeurIPS", State.LITERAL), ("CVPR", State.IMPLIED), ("Local Workshop", State.RELATED)],
)
def test_publications(venue: str, state: State) -> None:
    """At the venues that are named, at their like, elsewhere."""
    need = asks("Publications at NeurIPS or ICML", demand=Demand.PUBLICATIONS)
    assert answer(PAPER.format(venue), need).state is state


def test_formal_demands_weigh_nothing() -> None:
    """Permits and clearances are asked about, never scored."""
    need = asks("Must be a US citizen", demand=Demand.PERMIT)
    found = matched(DEEDS, need, asks("Python", ("python",)), asks("SQL", ("sql",)))
    assert found.answers[0].weight == 0
    assert found.answers[0].ask.startswith("Not stated")
    stated = answer(f"basics: {{name: A B, personal: [US citizen]}}\n{DEEDS}", need)
    assert stated.proofs


def test_waived_demands_never_count() -> None:
    """'No PhD required' asks nothing."""
    need = asks("No PhD required", demand=Demand.DEGREE, degree=Degree(3), negated=True)
    assert matched(DEEDS, need).answers == ()


def test_a_thin_posting_is_not_scored() -> None:
    """One demand, languages or soft skills are not enough; that is no zero."""
    soft = asks("Communication", ("communication",))
    french = asks("French", demand=Demand.LANGUAGE, language="french")
    assert matched(DEEDS, asks("PyTorch", ("pytorch",)), soft, french).score is None
    assert matched(DEEDS).score is None
    two = matched(DEEDS, asks("PyTorch", ("pytorch",)), asks("SQL", ("sql",)))
    assert two.score is not None


def test_required_outweighs_preferred_and_rare_outweighs_common() -> None:
    """By weight alone."""
    found = matched(
        DEEDS,
        asks("Rust", ("rust",)),
        asks("Julia", ("julia",), level=Level.PREFERRED),
        asks("Python", ("python",)),
    )
    rust, julia, python = (each.weight for each in found.answers)
    assert rust > julia
    assert rust > python


def test_their_words() -> None:
    """The posting's word beside one's own, and both forms of an acronym."""
    yaml = LISTED.format("Kubernetes, PyTorch, NLP")
    found = matched(
        yaml, asks("K8s", ("kubernetes",)), asks("Python", ("python",)), asks("NLP", ("nlp",))
    )
    written = {each.skill: each.write for each in found.wordings}
    assert written == {
        "kubernetes": "Kubernetes (K8s)",
        "python": "Python (PyTorch)",
        "nlp": "Natural language processing (NLP)",
    }
    assert matched(yaml, asks("Kubernetes", ("kubernetes",))).wordings == ()


def test_years_of_a_kind_that_dates_cannot_tell() -> None:
    """Dated work is never told as no years at all, and it counts in part."""
    yaml = DEEDS
    found = answer(
        yaml,
        asks("4+ years of experience in toxicology", demand=Demand.YEARS, years=Years(4)),
    )
    assert found.state is State.RELATED
    assert 0 < found.points < found.weight
    plain = asks(
        "Minimum 1 year of hands-on professional experience in industry or academia",
        demand=Demand.YEARS,
        years=Years(1),
    )
    assert answer(yaml, plain).state is State.LITERAL
