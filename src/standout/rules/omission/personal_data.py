"""The resume tells age, marital status or another private matter, or shows a face.

Nobody may decide by it in most countries, so careful readers put such a resume aside.
Photo and birth date are silent with a `region` where they are usual (de, fr, es, jp).
What answers the question of a permit is fine: 'US citizen', 'authorised to work in the EU'.

Bad:
    basics:
      name: Ada Example
      personal:
        - "Date of birth: 1 May 1997"
           ^^^^^^^^^^^^^^^^^^^^^^^^^

Bad:
    basics:
      name: Ada Example
      location: 12 Example Street, Springfield
                ^^^^^^^^^^^^^^^^^

Good:
    basics:
      name: Ada Example
      location: Berlin, Germany

Good (yaml; region=de):
    basics:
      personal:
        - "geboren am 1. Mai 1997"

Good:
    basics:
      name: Ada Example
      headline: Authorised to work in the US

Good:
    projects:
      - title: Age estimation from faces
        statements:
          - "Cut the error of age estimation from 6 to 4 years on UTKFace"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from standout.diagnostic import Basis, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.deletion import deletion
from standout.rules.outline import top
from standout.rules.paper import portraits
from standout.source import Text

_USUAL = ("de", "fr", "es", "jp")
_PRIVATE = regex(
    r"\b(?:date of birth|birth ?(?:date|day|place)|place of birth|d\.?o\.?b\.?|born(?: on| in)?|"
    r"marital status|married|single|divorced|children|religion|gender|sex|age|nationality|"
    r"father'?s name|mother'?s name|passport (?:no|number)|caste|blood group|height|weight)"
    r"(?:\s?:|\b(?=\s[\w.]*\d))"
    r"|^(?:date of birth|gender|marital status|nationality|religion|place of birth)\b"
    r"|(?:^|[,;|·•]\s?)(?:(?:un)?married|divorced|widowed)(?=\s?(?:$|[,;|·•]))"
    r"|\b[1-9]\d (?:years|yrs)[ -]old\b",
    re.IGNORECASE,
    needs="birth dob do.b d.ob d.o.b born marital married single divorced widowed children "
    "religion gender sex age nationality father mother passport caste blood height weight "
    "old",
)
_LABEL = regex(
    r"\W*(?:date of birth|birth ?(?:date|day|place)|place of birth|d\.?o\.?b\.?|born|"
    r"marital status|family status|children|religion|gender|sex|age|nationality|citizenship)\W*",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = regex(
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,?|\d{{1,2}}(?:st|nd|rd|th|\.)? {_MONTH},?)"
    r" (?P<year>\d{4})",
    re.IGNORECASE,
)
_YOUNGEST = 14
"""Years of age of the youngest applicant."""
_POST_CODE = regex(r"(?:[A-Z]{1,3}[ -])?\d{4,6}(?:-\d{4})?")
_PERMIT = regex(
    r"\b(?:citizen|permanent resident|green card|visa|work permit|right to work|authori[sz]ed|"
    r"clearance|driv(?:ing|er'?s) licen[cs]e)\b",
    re.IGNORECASE,
)
_STREET = regex(
    r"\b\d{1,5}[a-z]?,?(?: [NSEW]\.?)?(?: [A-Z][\w'.-]{1,30}){1,4} "
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Way)\b\.?"
)


@rule(
    "OMT004",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice of US, Canadian and British employers",
    why="it must not count in a decision, and careful employers refuse to see it",
    advice="delete it",
)
def personal_data(context: Context) -> Iterator[Finding]:
    """Look at the header only: elsewhere such words are subject matter."""
    if context.settings.region in _USUAL:
        return
    basics = context.resume.basics
    told = "private matters do not belong here"
    for text in _without_values(basics.personal):
        if _PERMIT.search(text.value) or _is_address(text.value):
            continue
        yield Finding(text.span(), told, deletion(context, text.span(), "delete it"))
    for text in (*basics.notes, *([basics.headline] if basics.headline else [])):
        if _PRIVATE.search(text.value) or _is_birthday(text.value, context.today):
            yield Finding(text.span(), told, deletion(context, text.span(), "delete it"))
    located = [basics.location] if basics.location else []
    for text in (*located, *basics.personal, *basics.notes):
        street = _STREET.search(text.value)
        if street:
            span = text.span(*street.span())
            fix = deletion(context, span, "city and country are enough")
            yield Finding(span, "a full postal address", fix, (), Severity.INFO)
    yield from _photos(context)


def _is_birthday(text: str, today: date) -> bool:
    """A day of long ago, alone in the header: what else would it be?"""
    match = _DAY.fullmatch(text.strip())
    return match is not None and int(match["year"]) <= today.year - _YOUNGEST


def _without_values(texts: Sequence[Text]) -> Iterator[Text]:
    """Each matter once: where a label stands alone, its value behind it is the same matter."""
    after_label = False
    for text in texts:
        is_label = _LABEL.fullmatch(text.value) is not None
        if is_label or not after_label:
            yield text
        after_label = is_label


def _is_address(text: str) -> bool:
    return bool(_STREET.search(text) or _POST_CODE.fullmatch(text))


def _photos(context: Context) -> Iterator[Finding]:
    for page in context.pages:
        for drawing in portraits(page):
            where = top(context.resume)
            yield Finding(where, "a photo in the header", page=page.number, box=drawing.box)
