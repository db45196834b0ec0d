"""Characters that no font has, as findings where the profile uses them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from standout.building.findings import finding
from standout.diagnostic import Applicability, Diagnostic, Fix
from standout.model import Resume
from standout.source import Span
from standout.writers.typesetting.complaints import UncoveredError


def uncovered(resume: Resume, error: UncoveredError) -> Iterator[Diagnostic]:
    """A finding for each character, at its first place."""
    for each in error.characters:
        places = list(_places(resume, each))
        further = f", in {len(places)} places" if len(places) > 1 else ""
        code = f"U+{ord(each):04X}"
        name = f"{unicodedata.name(each, '')} {code}".strip()
        message = f"no font has `{each}` ({name}){further}"
        fix = Fix(Applicability.FILL_IN, error.hint)
        yield finding("BLD020", message, places[0] if places else Span(0, 0), fix)


def _places(resume: Resume, character: str) -> Iterator[Span]:
    for text in resume.texts():
        if (at := text.value.find(character)) >= 0:
            yield text.span(at, at + 1)
