"""Which words head a section."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.model import SectionKind as K
from standout.vocabulary import headings

KNOWN = {
    "EXPERIENCE": K.EXPERIENCE,
    "Work Experience:": K.EXPERIENCE,
    "E X P E R I E N C E": K.EXPERIENCE,
    "EXP ERIENCE": K.EXPERIENCE,
    "2. Selected Publications": K.PUBLICATIONS,
    "Technical Skills & Tools": K.SKILLS,
    "Education and Certifications": K.EDUCATION,
    "Professional Experience (continued)": K.EXPERIENCE,
    "Berufserfahrung": K.EXPERIENCE,
    "Formation académique": K.EDUCATION,
    "Competenze tecniche": K.SKILLS,
    "Über mich": K.SUMMARY,
    "Idiomas": K.LANGUAGES,
    "教育经历": K.EDUCATION,
    "— Honors & Awards —": K.AWARDS,
    "Open-Source Contributions": K.OPEN_SOURCE,
    "Invited Talks": K.TALKS,
}
UNKNOWN = ["Research Projects Lead", "Jane Roe", "Built a ranking model", "", "2019 – 2020", "Acme"]


@pytest.mark.parametrize(("text", "kind"), KNOWN.items())
def test_a_known_wording(text: str, kind: K) -> None:
    found = headings.find(text)
    assert found is not None
    assert found.kind is kind
    assert found.exact


@pytest.mark.parametrize("text", UNKNOWN)
def test_no_heading(text: str) -> None:
    assert headings.find(text) is None


def test_a_contact_block_has_no_kind() -> None:
    assert headings.find("Contact") == headings.Heading(None)


def test_the_last_word_is_a_weaker_sign() -> None:
    assert headings.find("Robotics Projects") == headings.Heading(K.PROJECTS, exact=False)


@given(st.text(max_size=100))
def test_any_text_has_an_answer(text: str) -> None:
    headings.find(text)
