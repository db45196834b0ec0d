"""Characters that no font has, or only one that sets them badly, where the profile uses them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from standout.building.findings import finding, quoted
from standout.diagnostic import Applicability, Diagnostic, Fix
from standout.model import Resume
from standout.patterns import regex
from standout.source import Span, Text
from standout.writers.typesetting.complaints import UncoveredError

_ARABIC = regex("[\u0620-\u064a\u066e-\u06d3]+")
MAX_TOLD = 20
"""Findings of one page; a script without a font is one fault."""


def uncovered(resume: Resume, error: UncoveredError) -> Iterator[Diagnostic]:
    """A finding for each run of such characters, at its first place; the same run once."""
    texts = [text for text in resume.texts() if text]
    # Signs above and below a letter belong to it, though another font may have them.
    written = {each for text in texts for each in text.value}
    signs = {each for each in written if unicodedata.category(each).startswith("M")}
    word = f"[{_any_of(error.characters)}][{_any_of({*error.characters, *signs})}]*"
    runs = re.compile(rf"{word}(?:\s+{word})*")
    places: dict[str, list[Span]] = {}
    for text in texts:
        for run in runs.finditer(text.value):
            places.setdefault(run[0], []).append(text.span(run.start(), run.end()))
    if not places:
        yield _finding(error.characters[0], [Span(0, 0)], error.hint)
    for words, where in list(places.items())[:MAX_TOLD]:
        yield _finding(words, where, error.hint)


def letters_apart(resume: Resume) -> Iterator[Diagnostic]:
    """A finding at the first word in Arabic letters, where no face that joins them is there."""
    words = (text.span(found.start(), found.end()) for text, found in _arabic(resume))
    first = next(words, None)
    if first is not None:
        yield finding("BLD021", "Arabic letters in a face that does not join them well", first)


def _arabic(resume: Resume) -> Iterator[tuple[Text, re.Match[str]]]:
    for text in resume.texts():
        if text and (found := _ARABIC.search(text.value)):
            yield text, found


def _any_of(characters: Iterable[str]) -> str:
    return "".join(map(re.escape, sorted(characters)))


def _finding(run: str, places: list[Span], hint: str) -> Diagnostic:
    further = f", in {len(places)} places" if len(places) > 1 else ""
    fix = Fix(Applicability.FILL_IN, hint)
    return finding("BLD020", f"no font has {quoted(run)}{_named(run)}{further}", places[0], fix)


def _named(run: str) -> str:
    """What a single character is called: it may look like nothing, or like another one."""
    if len(run) > 1:
        return ""
    name = f"{unicodedata.name(run, '')} U+{ord(run):04X}".strip()
    return f" ({name})"
