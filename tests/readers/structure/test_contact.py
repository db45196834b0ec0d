"""Name, e-mail, phone, place, links, in any order and with any separator."""

from __future__ import annotations

import pytest

from standout.readers.structure.links import phone_in
from standout.readers.structure.names import looks_like_name
from tests.readers.structure.reading import resume

HEADERS = {
    "bars": "Ines Moreau\nData Scientist\nines@example.org | +49 170 555 0134 | Berlin, Germany |"
    " github.com/inesm | linkedin.com/in/ines-m\n",
    "labels": "Ines Moreau\nData Scientist\nEmail: ines@example.org\nPhone: +49 170 555 0134\n"
    "Location: Berlin, Germany\nGitHub: github.com/inesm\nLinkedIn: linkedin.com/in/ines-m\n",
    "dots": "INES MOREAU\nData Scientist\nBerlin, Germany · ines@example.org · +49 170 555 0134\n"
    "github.com/inesm · linkedin.com/in/ines-m\n",
    "columns": "Ines Moreau          ines@example.org\nData Scientist       +49 170 555 0134\n"
    "Berlin, Germany      github.com/inesm\nlinkedin.com/in/ines-m\n",
    "icons": "Ines Moreau\nData Scientist\n✉ ines@example.org ☎ +49 170 555 0134 ⚲ "
    "Berlin, Germany\ngithub.com/inesm   linkedin.com/in/ines-m\n",
    "in one line": "Ines Moreau, Data Scientist\nines@example.org, +49 170 555 0134\n"
    "Berlin, Germany\ngithub.com/inesm, linkedin.com/in/ines-m\n",
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_a_header(header: str) -> None:
    basics = resume(f"{header}\nEXPERIENCE\n\nEngineer, Acme Inc     2019 – 2020\n- Built\n").basics
    assert str(basics.name).title() == "Ines Moreau"
    assert str(basics.headline) == "Data Scientist"
    assert str(basics.email) == "ines@example.org"
    assert str(basics.phone) == "+49 170 555 0134"
    assert str(basics.location) == "Berlin, Germany"
    assert {(link.network, link.username) for link in basics.links} == {
        ("GitHub", "inesm"),
        ("LinkedIn", "ines-m"),
    }


def test_contact_at_the_end() -> None:
    basics = resume("Wen Li\n\nSKILLS\nPython, SQL\n\nCONTACT\nwen@example.org\n").basics
    assert (str(basics.name), str(basics.email)) == ("Wen Li", "wen@example.org")


def test_personal_data_is_kept_apart() -> None:
    text = (
        "Max Brandt\nmax@example.org\nGeburtsdatum: 1.2.1990\nNationality: German\n\nSKILLS\nSQL\n"
    )
    assert [str(each) for each in resume(text).basics.personal] == [
        "Geburtsdatum: 1.2.1990",
        "Nationality: German",
    ]


@pytest.mark.parametrize(
    "number",
    ["+1-206-555-0143", "(415) 555-0187", "+44 20 7946 0958", "030 901820", "+91 98765 43210"],
)
def test_a_phone_number(number: str) -> None:
    match = phone_in(f"Tel {number}")
    assert match is not None
    assert match.group() == number


@pytest.mark.parametrize(
    "text", ["2019 - 2021", "12/31/2021", "2020-01-15", "0000-0002-1825-0097", "98105", "3.14"]
)
def test_no_phone_number(text: str) -> None:
    assert phone_in(text) is None


@pytest.mark.parametrize(
    "name",
    [
        "Jane Roe",
        "JOSÉ O’NEILL-SMITH",
        "Ludwig van Beethoven",
        "Jane Roe, PhD",
        "李明",
        "Анна Орлова",
    ],
)
def test_names(name: str) -> None:
    assert looks_like_name(name)


@pytest.mark.parametrize(
    "text",
    ["Curriculum Vitae", "Experience", "Data Scientist", "Berlin, Germany", "a@b.org", "built it"],
)
def test_no_names(text: str) -> None:
    assert not looks_like_name(text)
