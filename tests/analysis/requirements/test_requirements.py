"""What single lines of a posting ask for."""

from __future__ import annotations

import pytest

from standout.analysis.requirements import Row, read
from standout.model.posting import Degree, Demand, Level, Requirement, Years
from standout.source import Source, Text

R, P = Level.REQUIRED, Level.PREFERRED


def asked(line: str) -> tuple[Requirement, ...]:
    text = f"Requirements\n{line}"
    source = Source("posting.txt", "text", text)
    heading = Row(Text.of(source, 0, 12), depth=2)
    return read([heading, Row(Text.of(source, 13, len(text)), bullet=True)])


@pytest.mark.parametrize(
    ("line", "ways"),
    [
        ("PyTorch, JAX or TensorFlow", ["pytorch|jax|tensorflow"]),
        ("Python, SQL, and Docker", ["python", "sql", "docker"]),
        ("Python and PyTorch or JAX", ["python", "pytorch|jax"]),
        ("SQL, Python/R proficiency", ["sql", "python|r"]),
        ("A deep learning framework such as PyTorch or JAX", ["pytorch|jax|deep-learning"]),
        ("Cloud platforms (AWS, GCP, Azure)", ["aws|gcp|azure|cloud"]),
        ("Python (pandas, NumPy)", ["python", "pandas|numpy"]),
        ("One or more of Spark, Flink", ["spark|flink"]),
        ("Airflow, Dagster or similar", ["airflow|dagster"]),
        (
            "Azure, SQL and modern orchestration (e.g., dbt, Airflow)",
            ["azure", "sql", "dbt|airflow"],
        ),
        ("Familiarity with Python and/or R", ["python|r"]),
        ("Python and either Go or Rust", ["python", "go|rust"]),
        ("Two or more of: dbt, Airflow, Dagster", ["dbt|airflow|dagster"]),
        ("Experience with one or both of Looker and Tableau", ["looker|tableau"]),
        ("Julia", ["julia"]),
        ("Python (pandas, NumPy), SQL", ["python", "pandas|numpy", "sql"]),
        ("Cloud platforms (AWS, GCP), Docker", ["aws|gcp|cloud", "docker"]),
        ("Fields such as statistics, folklore, econometrics", ["statistics|econometrics"]),
        ("Spark, Flink or something of the kind", ["spark|flink"]),
        ("At least one cloud platform (we use Azure)", ["cloud"]),
        ("Experiencia en nube (AWS y/o Azure)", ["aws|azure"]),
        ("Erfahrung mit ETL-Tools (z. B. Talend, Airflow)", ["talend|airflow|etl"]),
    ],
)
def test_alternatives_and_conjunctions(line: str, ways: list[str]) -> None:
    found = ["|".join("+".join(way) for way in each.ways) for each in asked(line)]
    assert found == ways


@pytest.mark.parametrize(
    ("line", "levels"),
    [
        ("Python required; Go is a plus", [("Python required", R), ("Go is a plus", P)]),
        ("Strong Python, Go preferred", [("Strong Python", R), ("Go preferred", P)]),
        ("Spark, ideally with Kubernetes", [("Spark", R), ("ideally with Kubernetes", P)]),
        ("Spark, AWS, or Azure is a plus", [("Spark, AWS, or Azure is a plus", P)]),
        ("Python (required), Go (optional)", [("Python (required)", R), ("Go (optional)", P)]),
        ("Go preferred but not required", [("Go preferred but not required", P)]),
        ("Papers at NeurIPS, ICML or ICLR a plus", [("Papers at NeurIPS, ICML or ICLR a plus", P)]),
        ("Go is a plus, no hard requirement", [("Go is a plus, no hard requirement", P)]),
        (
            "Go and Rust are not required but will be highly appreciated",
            [("Go and Rust are not required but will be highly appreciated", P)],
        ),
        ("Terraform, adapting it as required", [("Terraform, adapting it as required", R)]),
        ("Docker; Rust ist von Vorteil", [("Docker", R), ("Rust ist von Vorteil", P)]),
    ],
)  # fmt: skip
def test_levels_of_clauses(line: str, levels: list[tuple[str, Level]]) -> None:
    found = dict.fromkeys((each.text.value, each.level) for each in asked(line))
    assert list(found) == levels


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("3+ years of experience", Years(3)),
        ("3-5 years in industry", Years(3, 5)),
        ("At least three years of Python", Years(3)),
        ("five or more years of experience", Years(5)),
        ("Mindestens 2 Jahre Berufserfahrung", Years(2)),
        ("3 ans d'expérience en Python", Years(3)),
        ("No less than four years of SQL", Years(4)),
        ("Less than one year of experience", Years(0, 1)),
        ("Between 2 and 4 years of experience", Years(2, 4)),
        ("At least 3 (three) years of SQL", Years(3)),
        ("Five-plus years in data science", Years(5)),
        ("A degree or 4 additional years of relevant experience", Years(4)),
        ("Experience: 4 years", Years(4)),
    ],
)
def test_years(line: str, years: Years) -> None:
    assert [each.years for each in asked(line) if each.demand is Demand.YEARS] == [years]


def test_years_of_a_skill() -> None:
    (found,) = asked("5 years of Python or Java")
    assert found.years == Years(5)
    assert found.ways == (("python",), ("java",))


@pytest.mark.parametrize(
    ("line", "degree"),
    [
        ("PhD in machine learning", Degree(3, ("machine learning",))),
        ("Master's or PhD in Physics", Degree(2, ("Physics",))),
        (
            "BSc in Computer Science, Statistics or a related field, or equivalent experience",
            Degree(1, ("Computer Science", "Statistics"), waivable=True),
        ),
        ("University degree", Degree(1)),
        (
            "Abgeschlossenes Studium der Informatik oder vergleichbare Qualifikation",
            Degree(1, ("Informatik",), waivable=True),
        ),
    ],
)  # fmt: skip
def test_degrees(line: str, degree: Degree) -> None:
    assert [each.degree for each in asked(line) if each.demand is Demand.DEGREE] == [degree]


@pytest.mark.parametrize(
    ("line", "demand"),
    [
        ("Publications at NeurIPS or ICML", Demand.PUBLICATIONS),
        ("Active TS/SCI clearance", Demand.CLEARANCE),
        ("Must be authorised to work in the UK", Demand.PERMIT),
        ("Willing to travel up to 20 %", Demand.AVAILABILITY),
        ("Fluent German (C1)", Demand.LANGUAGE),
        ("A sense of humour", Demand.OTHER),
        ("Designing for high availability", Demand.SKILL),
        ("Scrum Master mindset", Demand.SKILL),
        ("High school diploma or GED", Demand.OTHER),
        ("Danish", Demand.LANGUAGE),
        ("Native-level Dutch required", Demand.LANGUAGE),
    ],
)
def test_kinds(line: str, demand: Demand) -> None:
    assert demand in {each.demand for each in asked(line)}


def test_languages_have_levels() -> None:
    found = [(each.language, each.fluency) for each in asked("Fluent German (C1) and good English")]
    assert found == [("german", "C1"), ("english", "B2")]


@pytest.mark.parametrize(
    "line", ["No PhD required", "You don't need a PhD", "A PhD is not necessary"]
)
def test_waived(line: str) -> None:
    (found,) = asked(line)
    assert found.negated
    assert found.demand is Demand.DEGREE


def test_a_waiver_beside_a_wish_is_a_wish() -> None:
    found = asked("A PhD is not required, but a plus")
    assert {(each.level, each.negated) for each in found} == {(P, False)}
