"""Name, e-mail, phone, place, links, in any order and with any separator."""

from __future__ import annotations

import pytest

from standout.readers import pdf
from standout.readers.structure.links import phone_in
from standout.readers.structure.names import looks_like_name
from tests.checking import typeset
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
    "text",
    [
        "2019 - 2021",
        "08/2018 - 01/2020",
        "2024-06-01 - 2024-09-01",
        "12/31/2021",
        "2020-01-15",
        "0000-0002-1825-0097",
        "98105",
        "3.14",
    ],
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
    [
        "Curriculum Vitae",
        "Experience",
        "Data Scientist",
        "Berlin, Germany",
        "a@b.org",
        "built it",
        "Industry. . . . . .",
    ],
)
def test_no_names(text: str) -> None:
    assert not looks_like_name(text)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe - Resume",
        "CV of Jane Roe",
        "Curriculum Vitae: Jane Roe",
        "Name: Jane Roe",
        "Jane Roe, Data Scientist",
        "Jane Roe | Curriculum Vitae",
        "Jane Roe | Reads Slow Neutrons",
        "Hello, I’m Jane Roe",
    ],
)
def test_the_name_is_the_person_part_of_its_line(line: str) -> None:
    assert str(resume(f"{line}\njane@example.org\n\nSKILLS\nSQL, Go\n").basics.name) == "Jane Roe"


@pytest.mark.parametrize(
    "line", ["\uf08c \uf09b", "MSc Applied Mathematics", "Resume", "more here"]
)
def test_no_name_where_nothing_reads_like_one(line: str) -> None:
    assert resume(f"{line}\nx1@example.org\n\nSKILLS\nSQL, Go\n").basics.name is None


def test_the_e_mail_address_speaks_for_a_name() -> None:
    text = "Hello There\nJane Roe\njane.roe@example.org\n\nSKILLS\nSQL, Go\n"
    assert str(resume(text).basics.name) == "Jane Roe"


def test_contact_lines_under_another_heading() -> None:
    text = (
        "Ines Moreau\n\nABOUT\nBuilds models that doctors use in four hospitals.\n"
        "Phone: +49 170 555 0134\nEmail: ines@example.org\ngithub.com/inesm\n\n"
        "EXPERIENCE\n\nEngineer, Acme Inc     2019 – 2020\n- Built it\n"
    )
    read = resume(text)
    assert str(read.basics.email) == "ines@example.org"
    assert str(read.basics.phone) == "+49 170 555 0134"
    assert [link.username for link in read.basics.links] == ["inesm"]
    assert [each.text.value for each in read.sections[0].statements] == [
        "Builds models that doctors use in four hospitals."
    ]


def test_the_address_of_a_reference_is_not_the_applicants() -> None:
    text = "Wen Li\n\nSKILLS\nPython, SQL\n\nREFERENCES\nAnn Poe\nann@example.org\n"
    assert resume(text).basics.email is None


@pytest.mark.parametrize(
    "lines", ["ines.moreau@\nexample.org", "ines.moreau@example\n.org", "ines.moreau\n@example.org"]
)
def test_an_e_mail_address_over_two_lines(lines: str) -> None:
    basics = resume(f"Ines Moreau\n\nCONTACT\n{lines}\nBerlin\n\nSKILLS\nSQL, Go\n").basics
    assert (str(basics.email), str(basics.location)) == ("ines.moreau@example.org", "Berlin")


def test_a_whole_address_takes_nothing_from_the_next_line() -> None:
    basics = resume("Wen Li\n\nCONTACT\nwen@example.com\npage.dev\n\nSKILLS\nSQL, Go\n").basics
    assert (str(basics.email), [each.url for each in basics.links]) == (
        "wen@example.com",
        ["page.dev"],
    )


def test_a_name_behind_a_label_in_the_margin() -> None:
    page = """
#set page(width: 500pt, height: 300pt)
#set text(size: 10pt)
#grid(columns: (150pt, 1fr), row-gutter: 8pt)[
  #text(9pt)[PERSONAL INFORMATION]
][#text(15pt)[Ines Moreau]][][ines\\@example.org][
  #text(9pt)[JOB APPLIED FOR]
][#text(14pt)[Data Scientist]]
"""
    read = pdf.read(typeset(page), "europass.pdf").resume
    assert str(read.basics.name) == "Ines Moreau"


@pytest.mark.parametrize(
    ("lines", "email", "phone"),
    [
        (["beatriz@correio.example.com", ".br"], "beatriz@correio.example.com.br", "None"),
        (["jane@example.org | +49 (0)171", "5550134"], "jane@example.org", "+49 (0)171 5550134"),
    ],
)
def test_an_address_or_number_that_ran_over_its_line(
    lines: list[str], email: str, phone: str
) -> None:
    basics = resume("Jane Roe\n" + "\n".join(lines) + "\n\nSKILLS\n\nPython, SQL\n").basics
    assert (str(basics.email), str(basics.phone)) == (email, phone)


def test_sentences_of_a_header_with_its_address() -> None:
    basics = resume(
        "Ines Moreau\n\nStaff Engineer. Berlin, Germany. ines@example.org. +49 170 555 0134.\n"
        "\nSKILLS\nSQL, Go\n"
    ).basics
    assert (str(basics.headline), str(basics.location)) == ("Staff Engineer", "Berlin, Germany")
    assert (str(basics.email), str(basics.phone)) == ("ines@example.org", "+49 170 555 0134")


def test_a_stroke_inside_a_phone_number_parts_nothing() -> None:
    basics = resume("Ines Moreau\n0171 / 555 01 99\n\nSKILLS\nSQL, Go\n").basics
    assert str(basics.phone) == "0171 / 555 01 99"


def test_a_title_and_a_place_on_one_line() -> None:
    basics = resume(
        "Ines Moreau\nData Scientist, Hanoi, Vietnam\nines@example.org\n\nSKILLS\nSQL\n"
    ).basics
    assert (str(basics.headline), str(basics.location)) == ("Data Scientist", "Hanoi, Vietnam")
