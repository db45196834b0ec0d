"""A statement says I, my or we.

The whole page is about you, so the pronoun takes the place of the verb; 'we' hides your share.
Only jobs and projects are looked at, without quotations and openings that another rule tells;
'Phase I' and 'I/O' are no pronouns.

Bad:
    experience:
      - title: ML engineer
        statements:
          - I built a ranking model for 300 shops
            ^

Bad:
    experience:
      - title: ML engineer
        statements:
          - Built a ranking model and improved our click rate
                                               ^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Ran a Phase I trial and halved I/O waits in the US
          - Lowered type I errors from 9 % to 4 %

Good:
    projects:
      - title: Chatbot
        statements:
          - 'Taught a chatbot to answer "where is my parcel" in 30 languages'

Good:
    publications:
      - title: What we know about us

Good:
    basics:
      summary: I am an ML engineer.
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.opening import opening_fault
from standout.rules.outline import deeds

_PRONOUN = regex(
    r"(?<![\w'’/.-])(?:(?<!Phase )(?<!Type )(?<!type )(?<!phase )(?<!Part )(?<!Level )(?<!Class )"
    r"I(?:['’](?:m|ve|d|ll))?(?= [a-z])|[Mm]y(?:self)?|me|[Ww]e(?:['’](?:re|ve|d|ll))?|[Oo]urs?|us)"
    r"(?![\w'’/.-])"
)
_QUOTED = regex(
    r"[\"“„‘«][^\"“”„’«»]{0,200}[\"”“’»]",
    needs='" “ „ ‘ «',
)


@rule(
    "STM008",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="the pronoun stands where the deed should be read",
)
def first_person(context: Context) -> Iterator[Finding]:
    """Find the first pronoun of each statement."""
    for statement in deeds(context.resume):
        value = statement.text.value
        told = [each.span() for each in _QUOTED.finditer(value)]
        fault = opening_fault(value)
        if fault:
            told.append((0, fault[2]))
        for match in _PRONOUN.finditer(value):
            if not any(start <= match.start() < end for start, end in told):
                span = statement.text.span(*match.span())
                fix = Fix(Applicability.FILL_IN, "begin with the verb, and name your own part")
                yield Finding(span, "written in the first person", fix)
                break
