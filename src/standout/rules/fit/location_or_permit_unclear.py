"""The posting names a place, a permit or a clearance, and the resume is silent about it.

Such lines are knock-out questions: who screens looks for the answer and may sort out a resume that
gives none. State only what is true: 'Berlin (EU citizen)', 'moving to London in May'. A remote
posting names no place to be in. Needs `--posting`.

Bad (yaml; posting=ML Engineer|Requirements|- Python|- Must be authorised to work in Germany):
    basics:
      name: Ada Moreau
            ^^^^^^^^^^
      location: Paris, France
    skills:
      - group: Tools
        items: [Python]

Good (yaml; posting=ML Engineer|Requirements|- Python|- Must be authorised to work in Germany):
    basics:
      name: Ada Moreau
      location: Paris, France
      personal: [EU citizen]
    skills:
      - group: Tools
        items: [Python]

Good (yaml; posting=ML Engineer|Requirements|- Python|- Docker):
    basics:
      name: Ada Moreau
    skills:
      - group: Tools
        items: [Python]

Good:
    basics:
      name: Ada Moreau
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Demand, State
from standout.patterns import regex
from standout.rules.answers import words
from standout.rules.base import Context, Finding, rule
from standout.source import Span
from standout.vocabulary import places

_MOVES = regex(r"\b(?:relocat\w+|moving to|willing to move|open to move)\b", re.IGNORECASE)


@rule(
    "FIT002",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="vendors of applicant tracking systems: knock-out questions",
    why="who screens looks for the answer and finds none",
)
def location_or_permit_unclear(context: Context) -> Iterator[Finding]:
    """Ask about permits and clearances that are not spoken of, and about another country."""
    for answer in context.match.answers if context.match is not None else ():
        formal = answer.requirement.demand in (Demand.PERMIT, Demand.CLEARANCE)
        if formal and answer.state is State.ABSENT:
            question = answer.ask.removeprefix("Not stated. ")
            fix = Fix(Applicability.FILL_IN, question[:1].lower() + question[1:])
            message = f"the posting says “{words(answer.requirement.text)}”: not stated"
            yield Finding(_header(context), message, fix)
    yield from _elsewhere(context)


def _elsewhere(context: Context) -> Iterator[Finding]:
    posting, home = context.posting, context.resume.basics.location
    if posting is None or posting.remote == "remote" or not posting.places:
        return
    asked = {places.country(each.value) for each in posting.places} - {None}
    own = places.country(home.value) if home is not None else None
    if home is None or own is None or not asked or own in asked:
        return
    if any(_MOVES.search(each.value) for each in context.resume.texts()):
        return
    message = f"the posting is in {words(posting.places[0])}, you are in {words(home)}"
    fix = Fix(Applicability.FILL_IN, "would you move, or work from where you are? say so here")
    yield Finding(home.span(), message, fix)


def _header(context: Context) -> Span:
    basics = context.resume.basics
    return basics.name.span() if basics.name is not None else Span(0, 0)
