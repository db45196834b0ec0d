"""Skills as cards, chips and tables: what stands together on paper is one group."""

from __future__ import annotations

import pytest

from standout.model import Section
from standout.readers import pdf
from tests.checking import typeset

PAGE = """
#set page(width: 440pt, height: 600pt, margin: 30pt)
#set text(size: 10pt)
#show heading.where(level: 2): set text(size: 13pt)
#let chips(..names) = for each in names.pos() {
  box(fill: luma(225), radius: 3pt, inset: 3pt, each)
  h(6pt)
}
#align(center)[#text(size: 20pt)[Ada Quillfeather]]
#align(center)[ada\\@quill.example]
== Experience
*Data Scientist, Northwind* #h(1fr) 2020 – 2022
- Built forecasts for 1,200 shops with a tenth less error than before
"""

CARDS = {
    "names over levels over lists": (
        """
== Skills
#grid(columns: (1fr, 1fr), gutter: 10pt,
  [*Modelling* \\ Expert \\ Ranking, Forecasting], [*Engineering* \\ Advanced \\ Spark, Airflow])
#grid(columns: (1fr, 1fr), gutter: 10pt,
  [*Languages* \\ Expert \\ Python, SQL], [*Cloud* \\ Intermediate \\ AWS, Terraform])
""",
        [
            ("Modelling", ["Ranking", "Forecasting"], "Expert"),
            ("Engineering", ["Spark", "Airflow"], "Advanced"),
            ("Languages", ["Python", "SQL"], "Expert"),
            ("Cloud", ["AWS", "Terraform"], "Intermediate"),
        ],
    ),
    "levels at the other end of the card": (
        """
== Skills
#let card(name, level, list) = [*#name* #h(1fr) #text(8pt, level) \\ #list]
#grid(columns: (1fr, 1fr), gutter: 20pt,
  card("Vision", "Expert", "Detection, Tracking"), card("Speech", "Advanced", "ASR, Diarization"))
""",
        [
            ("Vision", ["Detection", "Tracking"], "Expert"),
            ("Speech", ["ASR", "Diarization"], "Advanced"),
        ],
    ),
    "names behind icons, in the type of their lists": (
        """
== Skills
#let name(body) = [#h(14pt)#body]
#grid(columns: (1fr, 1fr), gutter: 10pt,
  [#name[Modelling] \\ Expert \\ Ranking, Forecasting], [#name[ML] \\ Advanced \\ PyTorch, JAX])
""",
        [
            ("Modelling", ["Ranking", "Forecasting"], "Expert"),
            ("ML", ["PyTorch", "JAX"], "Advanced"),
        ],
    ),
    "lists that run over their lines": (
        """
== Skills
#grid(columns: (90pt, 90pt, 1fr), gutter: 10pt,
  [*Modelling* \\ Ranking, Forecasting, Causal inference, Survival models],
  [*Data processing and storage* \\ Spark, PostgreSQL, Airflow],
  [*Cloud* \\ AWS])
""",
        [
            ("Modelling", ["Ranking", "Forecasting", "Causal inference", "Survival models"], None),
            ("Data processing and storage", ["Spark", "PostgreSQL", "Airflow"], None),
            ("Cloud", ["AWS"], None),
        ],
    ),
    "chips under names": (
        """
== Skills
*Languages*

#chips("Python", "Scala", "Julia", "Rust")

#chips("SQL")

*Frameworks*

#chips("PyTorch", "JAX", "Spark")
""",
        [
            ("Languages", ["Python", "Scala", "Julia", "Rust", "SQL"], None),
            ("Frameworks", ["PyTorch", "JAX", "Spark"], None),
        ],
    ),
    "a table of levels": (
        """
== Skills
#grid(columns: (120pt, 120pt), row-gutter: 6pt,
  [Python], [Expert], [Scala], [Advanced], [Rust], [Beginner])
""",
        [(None, ["Python"], "Expert"), (None, ["Scala"], "Advanced"), (None, ["Rust"], "Beginner")],
    ),
    "names and lists that take turns": (
        """
== Skills
#h(14pt)Modelling \\
Ranking, Forecasting

#v(6pt)
#h(14pt)Engineering \\
Spark, Airflow

#v(6pt)
#h(14pt)Cloud \\
AWS, Terraform
""",
        [
            ("Modelling", ["Ranking", "Forecasting"], None),
            ("Engineering", ["Spark", "Airflow"], None),
            ("Cloud", ["AWS", "Terraform"], None),
        ],
    ),
    "a list after the cards": (
        """
== Skills
#grid(columns: (1fr, 1fr), gutter: 10pt,
  [*Modelling* \\ Ranking, Forecasting], [*Engineering* \\ Spark, Airflow])
#v(8pt)
*Spoken:* Greek, Dutch
""",
        [
            ("Modelling", ["Ranking", "Forecasting"], None),
            ("Engineering", ["Spark", "Airflow"], None),
            ("Spoken", ["Greek", "Dutch"], None),
        ],
    ),
}


def sections(markup: str) -> tuple[Section, ...]:
    return pdf.read(typeset(PAGE + markup), "cards.pdf").resume.sections


@pytest.mark.parametrize(("markup", "expected"), CARDS.values(), ids=CARDS)
def test_cards(markup: str, expected: list[tuple[str | None, list[str], str | None]]) -> None:
    section = sections(markup)[-1]
    assert [
        (
            group.name.value if group.name else None,
            [item.value for item in group.items],
            group.level.value if group.level else None,
        )
        for group in section.skills
    ] == expected


def test_languages_on_cards() -> None:
    section = sections(
        """
== Languages
#grid(columns: (1fr, 1fr), gutter: 10pt,
  [*Greek* \\ Native speaker], [*Dutch* \\ Professional working proficiency])
"""
    )[-1]
    assert [(str(group.items[0]), str(group.level)) for group in section.skills] == [
        ("Greek", "Native speaker"),
        ("Dutch", "Professional working proficiency"),
    ]
