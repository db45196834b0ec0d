"""Letters are told from resumes, and nothing else is said of them."""

from __future__ import annotations

import datetime

import pytest

from standout import api
from standout.rules.settings import Settings

TODAY = datetime.date(2026, 11, 1)
BODY = """
I am writing to apply for the position of research engineer that you posted on your site. For
four years I have built models that help ships find their way, as a fast learner and team player.

I look forward to hearing from you.
"""
LETTERS = [
    ("Dear Hiring Manager,", "Sincerely,"),
    ("Dear Dr. Quillfeather:", "Yours faithfully,"),
    ("To whom it may concern,", "Best regards,"),
    ("Dear Sir or Madam,", "Kind regards"),
    ("Sehr geehrte Damen und Herren,", "Mit freundlichen Grüßen"),
    ("Madame, Monsieur,", "Cordialement,"),
    ("Estimado equipo:", "Atentamente,"),
    ("Gentile dottoressa,", "Distinti saluti"),
    ("Geachte heer De Vries,", "Met vriendelijke groet,"),
]
RESUME = """Jane Roe
jane@roe.example

EXPERIENCE
Research engineer, Acme, 2021 - 2024
- Built models that help ships find their way at night and in the fog
"""


def codes(text: str) -> list[str]:
    found = api.check(text.encode(), "letter.txt", api.Case(Settings(), TODAY)).diagnostics
    return [each.code for each in found]


@pytest.mark.parametrize(("salutation", "closing"), LETTERS)
def test_one_thing_is_said_of_a_letter(salutation: str, closing: str) -> None:
    head = "Jane Roe\n12 Harbour Street, Bergen\njane@roe.example\n\n1 November 2026\n\n"
    assert codes(f"{head}{salutation}\n{BODY}\n{closing}\nJane Roe\n") == ["SEC011"]


@pytest.mark.parametrize(
    "text",
    [
        RESUME,
        f"{RESUME}\nBest regards,\nJane Roe\n",
        f"{RESUME}\nREFERENCES\nDear Reader, she was kind.\nSincerely, her chief\n",
        f"Dear Hiring Manager,\n{BODY}\nSincerely,\nJane Roe\n\n{RESUME}",
        f"Jane Roe\njane@roe.example\n{BODY}",
    ],
)
def test_a_resume_is_judged_as_one(text: str) -> None:
    assert "SEC011" not in codes(text)
