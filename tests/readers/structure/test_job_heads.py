"""Title, employer, place and dates of a job in any order, with any sign between them."""

from __future__ import annotations

import pytest

from tests.readers.structure.reading import head, section

JOBS = [
    ("Senior Data Scientist", "Lumen", "Austin, TX", "Jan 2020 – May 2021", "2020-01/2021-05"),
    (
        "Machine Learning Engineer II",
        "North Ridge Analytics",
        "Boise, Idaho",
        "Mar 2018 – Dec 2019",
        "2018-03/2019-12",
    ),
    ("Head of Data", "Zephyr & Sons", "Springfield, IL", "2016 – 2018", "2016/2018"),
]
FORMS = [
    "{T}, {C} | {D}",
    "{T}, {C}, {L}        {D}",
    "{C} — {T} ({D})",
    "{T} at {C}, {D}",
    "{C} ({L})          {D}\n{T}",
    "{T}\n{C}\n{L}\n{D}",
    "{C}\n{T}\n{D}\n{L}",
    "{C}, {L}         {D}\n{T}",
    "{T} | {C} | {L} | {D}",
    "{D} | {T} | {C} | {L}",
    "{T} ({D})\n{C}, {L}",
    "{C} – {L} – {T} – {D}",
    "{T} – {C} – {D}",
    "{C}: {T}, {D}",
    "{T} @ {C}           {D}",
    "{T}\n{C} | {L} | {D}",
    "{T}\n{C} · {D}\nWe make maps for people who like to walk in the hills.",
    "{C} | {L}\n{T} | {D}",
    "{T}        {L}\n{C}         {D}",
    "{D}\n{T}\n{C}, {L}",
    "{T}, {C} ({L}), {D}",
    "{C}, {T}, {D}",
    "{T}          {D}\nKept the lights on for the whole of the town and its hills.",
    "{T}, {D}\n{C} - {L}",
    "{C} [{D}]\n{T}, {L}",
    "{T}; {C}; {L}; {D}",
    "{C}\n{T}, {D}, {L}",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_form(form: str) -> None:
    body = "\n".join(
        form.format(T=title, C=company, L=place, D=dates) + "\n- Built one thing\n"
        for title, company, place, dates, _ in JOBS
    )
    assert [head(entry) for entry in section(body).entries] == [
        (title, company if "{C}" in form else "", place if "{L}" in form else "", read)
        for title, company, place, _, read in JOBS
    ]
