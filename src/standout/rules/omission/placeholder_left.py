"""Words of a template are still in the resume.

'[Company]', 'City, ST' or 'Month 20XX' tells a reader that the page was not read before it was
sent, and a scanner files it as your employer.

What to do: fill it in, or delete the line.
Placeholders in web addresses are LNK005's matter.
Several are told once, at the first; a single one in square brackets is left alone where code or
mathematics may stand ('E[X]').

Bad:
    experience:
      - title: ML engineer
        organization: "[Company name]"
                       ^^^^^^^^^^^^^^
        start: 2021-02
        end: present

Bad (markdown):
    # Jane Roe

    ## Experience

    **Research engineer**, Acme, City, ST
                                 ^^^^^^^^
    Month 20XX - Present

    - Saved $XX by moving training to spot machines

Good:
    experience:
      - title: ML engineer
        organization: City of Springfield
        location: Kansas City, MO
        statements:
          - Worked with city, state and federal agencies on one schema
          - Showed that E[X] is estimated without bias

Good:
    projects:
      - title: Form filler
        statements:
          - Recognises fields such as name, company and e-mail in 40 layouts
          - Ran on the XX and XXL instances of the cluster

Good (markdown):
    # Jane Roe

    ## Projects

    - [Name](https://names.example.net) resolves spellings of names
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Label, Severity
from standout.rules import paper
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.placeholders import may_hold_placeholders, placeholders
from standout.source import Text


@rule(
    "OMT008",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice",
    why="it shows that nobody read the page before it was sent",
)
def placeholder_left(context: Context) -> Iterator[Finding]:
    """Look for placeholders in every text but addresses; one finding names them all."""
    if not may_hold_placeholders(context.source.text):
        return
    found = [each for text in _texts(context) for each in _left_in(text)]
    if found:
        first, *others = found
        count = "a placeholder is" if not others else f"{len(found)} placeholders are"
        said = f"{count} left: {paper.quoted(each.value for each in found)}"
        labels = tuple(Label(each.span(), "this one too") for each in others)
        yield Finding(first.span(), said, ask("what belongs here?"), labels)


def _texts(context: Context) -> Iterator[Text]:
    resume = context.resume
    addresses = {link.text.span() for link in resume.basics.links if link.text}
    yield from (text for text in resume.texts() if text and text.span() not in addresses)


def _left_in(text: Text) -> Iterator[Text]:
    for start, end in placeholders(text.value):
        yield text[start:end]
