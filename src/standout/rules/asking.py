"""Questions in place of answers: only the applicant knows the fact."""

from __future__ import annotations

from standout.diagnostic import Applicability, Fix


def ask(question: str | None, otherwise: str = "") -> Fix:
    """A fix that asks the analyser's question, or another where it has none."""
    text = question or otherwise
    return Fix(Applicability.FILL_IN, f"{text[0].lower()}{text[1:]}")
