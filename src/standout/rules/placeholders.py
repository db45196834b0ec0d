"""Words that a template leaves for the applicant to replace."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.patterns import regex

_THING = (
    r"(?:first ?name|last ?name|full ?name|name|e-?mail(?: address)?|phone(?: number)?|city|state|"
    r"country|company(?: name)?|employer(?: name)?|organi[sz]ation|institution|university|school|"
    r"degree|major|job ?title|position|role|(?:start |end )?dates?|"
    r"month|year|project(?: name)?|skills?|username)"
)
_BRACKETED = regex(
    # What is to be filled in: '[X]', '[Your name]', '<Company>', '{{name}}'.
    rf"(?<!\w)\[(?:[XYZN]|(?:(?:insert|add|enter|your|the) )?{_THING}(?: here| \d)?"
    r"|(?:insert|add|enter|describe|list|your) [^\[\]\n]{1,60})\](?!\()"
    rf"|<(?:(?:insert|add|enter|your) )?{_THING}(?: here)?>|\{{\{{ ?{_THING} ?\}}\}}"
    rf"|\b(?:insert|enter|type) (?:your )?{_THING} here\b"
    r"|\blorem ipsum\b|\bdolor sit amet\b",
    re.IGNORECASE,
)
_CASED = regex(
    # Dates that are none, and stand-ins for facts, as templates write them.
    r"\b(?:Month )?(?:19|20)(?:XX|xx|__)(?!\w)|\b(?:MM|DD)[/.-](?:YYYY|YY|MM)\b"
    r"|\b[Mm]onth [Yy]ear\b(?=\s?[-–—]| to )|(?<!\w)XX[/.-](?:XX[/.-])?(?:XX){1,2}\b"
    r"|\bCity, ?(?:ST|State|Country|XX)\b(?! (?:and|&|Univ|Coll|Gov))"
    r"|(?<![\w$])\$?X{2,3} ?%|(?<!\w)\$X{1,3}(?=[ ,.;)kKM]|$)"
    r"|\b(?:YOUR|FIRST|LAST|FULL) NAME\b|\b(?:Firstname|First Name) (?:Lastname|Last Name)\b"
    r"|^Your (?:Full )?Name(?= *(?:$|[|,•·]))|^Name Surname$|\bJohn Q\. Public\b"
    r"|\byour[._]?(?:name|email|id)@[\w.-]{1,40}|\b\w{1,20}@(?:yourdomain|yourmail|domain)\.com\b"
)
_HINTS = (
    "[", "<", "{{", "xx", "__", "yy", "mm/", "mm.", "mm-", "month year", "city,", "lorem",
    "dolor sit", "name", " here", "your", "$x", "q. public", "domain",
)  # fmt: skip
"""Pieces of which one stands in every placeholder."""
_LABEL = regex(
    r"(?:your )?(?:job title|position title|title|company(?: name)?|employer(?: name)?|institution"
    r"|university name|school name|position|location|city|date|dates|details|description)(?: \d)?",
    re.IGNORECASE,
)


def may_hold_placeholders(text: str) -> bool:
    """A quick look: false only where there is none."""
    lowered = text.lower()
    return any(hint in lowered for hint in _HINTS)


def placeholders(text: str) -> Iterator[tuple[int, int]]:
    """Where a text has not been filled in, as offsets."""
    if may_hold_placeholders(text):
        for pattern in (_BRACKETED, _CASED):
            for match in pattern.finditer(text):
                yield match.span()


def is_placeholder(text: str) -> bool:
    """Say whether a title, an employer or a date is a template's own word for it."""
    return bool(_LABEL.fullmatch(text.strip())) or any(placeholders(text))
