"""Forms whose left column says what stands at the right."""

from __future__ import annotations

import pytest

from standout.readers import pdf
from standout.readers.structure.names import name_part
from tests.checking import typeset
from tests.readers.structure.reading import head, section, statements

LABELS = {
    "en": (
        "Dates",
        "Occupation or position held",
        "Main activities and responsibilities",
        "Name and address of employer",
        "Title of qualification awarded",
        "Name and type of organisation providing education and training",
    ),
    "es": (
        "Fechas",
        "Profesión o cargo desempeñado",
        "Funciones y responsabilidades principales",
        "Nombre y dirección de la empresa",
        "Cualificación obtenida",
        "Nombre y tipo del centro de estudios",
    ),
    "de": (
        "Datum",
        "Beruf oder Funktion",
        "Wichtigste Tätigkeiten und Zuständigkeiten",
        "Name und Adresse des Arbeitgebers",
        "Bezeichnung der erworbenen Qualifikation",
        "Name und Art der Bildungseinrichtung",
    ),
}
FORM = """
#set page(width: 560pt, height: 500pt)
#show grid.cell.where(x: 0): it => align(right, it)
#grid(columns: (150pt, 1fr), column-gutter: 14pt, row-gutter: 6pt,
  [Surname(s) / First name(s)], text(size: 14pt)[Jane Roe],
  [E-mail], [jane\\@example.org],
  strong[Work experience], [],
  [{0}], [2019 – 2021], [{1}], [Senior Analyst],
  [{2}], [- Built a model that finds those who leave, before they say so at the desk or in the shop
    - Wrote the store that four teams use],
  [{3}], [Acme, Leeds],
  [{0}], [2016 – 2019], [{1}], [Clerk],
  [{2}], [- Kept the books of the whole house in good order],
  [{3}], [Globex, Berlin],
  strong[Education], [],
  [{0}], [2012 – 2015], [{4}], [B.Sc., Physics],
  [{5}], [University of Bonn],
  [{0}], [2009 – 2012], [{4}], [Diploma], [{5}], [Lindenhof College])
"""


@pytest.mark.parametrize("language", LABELS)
def test_a_form_is_read_by_its_labels(language: str) -> None:
    markup = FORM
    for number, label in enumerate(LABELS[language]):
        markup = markup.replace(f"{{{number}}}", label)
    resume = pdf.read(typeset(markup), "a.pdf").resume
    work, education = resume.sections
    assert str(resume.basics.name) == "Jane Roe"
    assert [head(each) for each in work.entries] == [
        ("Senior Analyst", "Acme", "Leeds", "2019/2021"),
        ("Clerk", "Globex", "Berlin", "2016/2019"),
    ]
    assert [len(statements(each)) for each in work.entries] == [2, 1]
    assert statements(work.entries[0])[0].endswith("at the desk or in the shop")
    assert [(str(each.degree), str(each.organization)) for each in education.entries] == [
        ("B.Sc.", "University of Bonn"),
        ("Diploma", "Lindenhof College"),
    ]


def test_one_label_makes_no_form() -> None:
    body = "Employer: Acme\nAnalyst, 2019 – 2021\n- Built one thing\n"
    assert head(section(body).entries[0])[3] == "2019/2021"
    again = f"{body}\nEmployer: Brook\nClerk, 2016 – 2019\n- Built another\n"
    assert [len(each.statements) for each in section(again).entries] == [1, 1]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Nombre y apellidos María Fernández", "María Fernández"),
        ("Surname(s) / First name(s) Jane Roe", "Jane Roe"),
        ("Surname(s) Jane Roe", "Jane Roe"),
        ("Nome Carvalho", "Nome Carvalho"),
    ],
)
def test_a_name_behind_its_label(line: str, name: str) -> None:
    assert line[slice(*name_part(line))] == name
