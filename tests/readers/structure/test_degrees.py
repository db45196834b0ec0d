"""Degree, field, school, place and dates of a course of study in any order."""

from __future__ import annotations

import pytest

from tests.readers.structure.reading import dates, section

STUDIES = [
    (
        "Master of Science",
        "Computer Science",
        "University of Toronto",
        "Toronto, Canada",
        "2018 – 2020",
        "2018/2020",
    ),
    (
        "B.Tech",
        "Electrical Engineering",
        "Osaka University",
        "Osaka, Japan",
        "Apr 2012 – Mar 2016",
        "2012-04/2016-03",
    ),
    ("Ph.D.", "Robotics", "ETH Zurich", "Zurich", "2020 – present", "2020/now"),
]
FORMS = [
    "{G} in {F}, {S}, {L}        {D}",
    "{S}        {L}\n{G} in {F}        {D}",
    "{G} in {F}        {D}\n{S}, {L}",
    "{S} — {G}, {F} ({D})",
    "{D}   {G} {F}, {S}",
    "{S}, {L}\n{G}, {F}\n{D}",
    "{G} {F} | {S} | {D}",
    "{S} | {G} in {F} | {L} | {D}",
    "{D}\n{G} in {F}\n{S}",
    "{F} ({G}), {S}, {D}",
    "{G} in {F}\n{S}, {D}\nGPA: 3.9/4.0",
    "{S} ({L})        {D}\n{G}: {F}",
    "{G} in {F} from {S}, {D}",
    "{S} - {G} - {F} - {D}",
    "{G}, {F}, GPA 3.9/4.0        {D}\n{S}",
    "{S}\n{L}\n{G} in {F}\n{D}\n",
    "{S}        {D}\n{G} in {F}; GPA: 3.9/4.0        {L}",
    "{G} in {F} ({D}) – {S}",
    "{S}: {G} in {F}, {D}",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_form(form: str) -> None:
    body = "\n".join(
        form.format(G=degree, F=field, S=school, L=place, D=written)
        + ("\n" if form.count("\n") > 1 else "")
        for degree, field, school, place, written, _ in STUDIES
    )
    read = [
        (
            str(entry.degree),
            str(entry.field),
            str(entry.organization),
            str(entry.location or ""),
            dates(entry.dates),
        )
        for entry in section(body, "Education").entries
    ]
    assert read == [
        (degree, field, school, place if "{L}" in form else "", known)
        for degree, field, school, place, _, known in STUDIES
    ]


def test_a_french_engineer() -> None:
    (entry,) = section("Diplôme d'ingénieur, INSA Lyon    2014 – 2019", "Formation").entries
    assert (str(entry.degree), str(entry.organization)) == ("Diplôme d'ingénieur", "INSA Lyon")


UNDER_ONE_SCHOOL = {
    "dates behind": (
        "University of Bonn\n- M.Sc. in Physics, 2018 - 2020\n- B.Sc. in Maps, 2015 - 2018"
    ),
    "dates aside": (
        "University of Bonn    Bonn, Germany\n"
        "- Master of Science in Physics    2018 - 2020\n"
        "- Bachelor of Science in Maps    2015 - 2018"
    ),
    "outline": (
        "- University of Bonn\n  - M.Sc. in Physics, 2018 - 2020\n  - B.Sc. in Maps, 2015 - 2018"
    ),
}


@pytest.mark.parametrize("body", UNDER_ONE_SCHOOL.values(), ids=UNDER_ONE_SCHOOL)
def test_degrees_listed_under_one_school(body: str) -> None:
    assert [
        (str(each.organization), str(each.field), dates(each.dates), each.degree is not None)
        for each in section(body, "Education").entries
    ] == [
        ("University of Bonn", "Physics", "2018/2020", True),
        ("University of Bonn", "Maps", "2015/2018", True),
    ]


def test_a_degree_in_a_bullet_keeps_what_stands_below_it() -> None:
    body = (
        "University of Bonn    2015 - 2019\n- B.Sc. in Maps, GPA 3.9\n- Drew 40 maps for the town"
    )
    (entry,) = section(body, "Education").entries
    assert (str(entry.degree), str(entry.field), str(entry.grade)) == ("B.Sc.", "Maps", "3.9")
    assert dates(entry.dates) == "2015/2019"
    assert [each.text.value for each in entry.statements] == ["Drew 40 maps for the town"]


@pytest.mark.parametrize(
    "told", ["Bachelor thesis on maps", "Mastered the art of maps", "Master student of the year"]
)
def test_bullets_that_name_no_degree_stay_statements(told: str) -> None:
    (entry,) = section(f"University of Bonn    2015 - 2019\n- {told}", "Education").entries
    assert entry.degree is None
    assert [each.text.value for each in entry.statements] == [told]
