"""What the words of one entry leave open, and the other entries of its section tell."""

from __future__ import annotations

import pytest

from tests.readers.structure.reading import head, section, statements

TOWNS = ("Krakow", "Warsaw", "Żory")
"""The last one is in no list of places."""
FORMS = [
    "{T}\n{C}, {L}\n{D}",
    "{T}\n{C} ({L})\n{D}",
    "{D} · {L}\n{T}, {C}",
    "{C}      {L}\n{T}      {D}",
]
JOBS = [
    ("Analytics Engineer", "Green Road", "2021 – 2023"),
    ("Product Analyst", "Hexagon", "2018 – 2021"),
    ("Reporting Specialist", "Bluefin", "2016 – 2018"),
]


@pytest.mark.parametrize("form", FORMS)
def test_a_place_that_no_list_knows_stands_where_the_others_do(form: str) -> None:
    body = "\n".join(
        form.format(T=title, C=company, L=town, D=dates) + "\n- Built one thing\n"
        for (title, company, dates), town in zip(JOBS, TOWNS, strict=True)
    )
    assert [head(each)[:3] for each in section(body).entries] == [
        (title, company, town) for (title, company, _), town in zip(JOBS, TOWNS, strict=True)
    ]


def test_what_stands_at_the_spot_of_a_place_may_be_a_name_all_the_same() -> None:
    body = """
Engineer
Acme, Berlin
2019 – 2021
- Built one thing

Engineer
Globex, Inc.
2016 – 2019
- Built one thing
"""
    assert [head(each)[1] for each in section(body).entries] == ["Acme", "Globex, Inc."]


def test_slashes_part_employer_and_title() -> None:
    """In the second entry both sides hold a word of a job title."""
    body = """
2020 – 2022
Levante Bank / Data Scientist
- Built one thing

2017 – 2020
Consultant Partners Marsh / Data Engineer
- Built one thing
"""
    assert [head(each)[:2] for each in section(body).entries] == [
        ("Data Scientist", "Levante Bank"),
        ("Data Engineer", "Consultant Partners Marsh"),
    ]


def test_a_slash_inside_a_title_parts_nothing() -> None:
    body = "Acme | Research / Teaching Assistant | 2019 – 2021\n- Built one thing"
    assert head(section(body).entries[0])[:2] == ("Research / Teaching Assistant", "Acme")


def test_a_season_by_itself_is_a_stretch() -> None:
    body = """
Nimbus | Intern | Summer 2024
- Built one thing

Acme | Assistant | Aug 2022 – May 2024
- Built one thing
"""
    assert [head(each)[3] for each in section(body).entries] == ["2024-06", "2022-08/2024-05"]


FOREIGN = [
    "Conception d'un détecteur de défauts sur douze lignes.",
    "Mise en place d'un pipeline avec 40 000 images par mois.",
    "Entwicklung eines Modells für die Prognose von Schäden.",
    "Aufbau einer Plattform mit 34 Modellen im Betrieb.",
    "Diseñé un clasificador que resuelve el 71 % de los casos.",
    "Reduje el tiempo de respuesta de tres días a cinco horas.",
    "Sviluppo non finito, poi creazione di un modello nuovo.",
]


@pytest.mark.parametrize("first", FOREIGN[:-1])
def test_paragraphs_without_glyphs_tell_of_deeds_in_other_languages(first: str) -> None:
    body = f"Analyst, Acme\n2019 – 2021\n{first}\n{first}\n"
    assert statements(section(body).entries[0]) == [first, first]


def test_a_paragraph_that_tells_of_no_deed_is_a_description() -> None:
    body = f"Analyst, Acme\n2019 – 2021\n{FOREIGN[-1]}\n"
    entry = section(body).entries[0]
    assert statements(entry) == []
    assert [str(each) for each in entry.description] == [FOREIGN[-1]]


def test_a_town_beside_a_school_whose_name_ends_in_it() -> None:
    for body in (
        "University College of Nowhere, Galway      Galway\nB.Sc. in Physics      2010 – 2013",
        "B.Sc. in Physics\nNational University of Ireland, Galway, Galway\n2010 – 2013",
    ):
        entry = section(body, "Education").entries[0]
        assert str(entry.organization).endswith(", Galway")
        assert str(entry.location) == "Galway"


def test_a_school_with_a_dash_in_its_name() -> None:
    body = "Grenoble INP – Ensimag, Grenoble\nMaster in Applied Mathematics\n2015 – 2018"
    entry = section(body, "Education").entries[0]
    assert (str(entry.organization), str(entry.location)) == ("Grenoble INP – Ensimag", "Grenoble")


def test_a_grade_below_a_full_line_is_no_part_of_it() -> None:
    body = "10/2014 – 03/2017\nM.Sc. Physik\nTechnische Universität München, München\nNote 1,3"
    entry = section(body, "Education").entries[0]
    assert (str(entry.organization), str(entry.grade)) == ("Technische Universität München", "1,3")


def test_a_project_in_one_line_with_what_it_was_made_with() -> None:
    body = "Ranker (Rust, Python, ONNX): A learning-to-rank library of 900 lines of code."
    entry = section(body, "Projects").entries[0]
    assert str(entry.title) == "Ranker"
    assert [str(each) for each in entry.keywords] == ["Rust", "Python", "ONNX"]
    assert [str(each) for each in entry.description] == [
        "A learning-to-rank library of 900 lines of code."
    ]


def test_an_unknown_town_behind_an_employer_that_may_be_one() -> None:
    body = "\n".join(
        f"{title}      {dates}\n{company} · {town}\n- Built one thing\n"
        for (title, company, dates), town in zip(JOBS, TOWNS, strict=True)
    )
    assert [head(each)[1:3] for each in section(body).entries] == [
        (company, town) for (_, company, _), town in zip(JOBS, TOWNS, strict=True)
    ]


def test_a_grade_behind_the_dates() -> None:
    body = """
University of Leeds, Leeds, UK
MSc in Computer Science — 2014 – 2015. Distinction

University of Ibadan, Ibadan, Nigeria
BSc in Mathematics — 2009 – 2013. GPA: 4.2
"""
    found = section(body, "Education").entries
    assert [(str(each.organization), str(each.grade)) for each in found] == [
        ("University of Leeds", "Distinction"),
        ("University of Ibadan", "4.2"),
    ]
