"""Name, e-mail or phone is not there as text.

A scanner that finds neither name nor address makes no profile, and nobody can call.
A missing phone number is only a warning, because leaving it out may be a choice; with the preset
`research` it is none.
Of a file that was read only in part nothing is said.
Options: `phone` (true), whether a phone number is expected.

Bad:
    basics:
      name: Ada Example
            ^^^^^^^^^^^
      phone: "+49 30 1234567"
    skills:
      - Python

Good:
    basics:
      name: Ada Example
      email: ada@example.org
      phone: "+49 30 1234567"

Good:
    basics:
      name: Ada Example
      phone: "+49 30 1234567"
      links:
        - mailto:ada@example.org

Good (yaml; preset=research):
    basics:
      name: Ada Example
      email: ada@example.org

Good:
    basics:
      name: Ada Example
      headline: ada (at) example (dot) org, +49 30 1234567
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Applicability, Audience, Basis, Fix, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import top

_EMAIL = regex(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|[(\[{<]\s?at\s?[)\]}>])\s?[\w-]{1,63}", re.IGNORECASE
)
# Seven digits or more that do not begin like a year: '2019 - 2021' is no number to call,
# nor is '1593-1609'.
_PHONE = regex(
    r"(?<![\w.\-–/])(?!(?:19|20)\d\d\s?[\-–/.])(?!1[5-8]\d\d\s?[\-–]\s?1[5-9]\d\d(?!\d))\+?\(?\d(?:[\s().\-–/]{0,3}\d){6,14}(?!\w)"
)


@rule(
    "SEC009",
    severity=Severity.ERROR,
    basis=Basis.SURVEYED,
    source="DaXtra documentation: a name and an e-mail or phone are mandatory",
    why="a scanner makes no profile without it, and nobody can answer you",
    audience=Audience.SCANNER,
    options={"phone": True},
)
def contact_missing(context: Context) -> Iterator[Finding]:
    """Look for each of the three in the fields, then in the whole text: headers are misread."""
    if not context.is_whole:
        return
    basics = context.resume.basics
    at = top(context.resume)
    if basics.name is None:
        yield Finding(at, "no name was found", _ask("your name in the first line"))
    mailto = any(each.url.startswith("mailto:") for each in basics.links)
    if basics.email is None and not mailto and not _EMAIL.search(context.source.text):
        yield Finding(at, "no e-mail address was found", _ask("your e-mail address"))
    wanted = context.options["phone"] and context.settings.preset != "research"
    if wanted and basics.phone is None and not _PHONE.search(context.source.text):
        message = "no phone number was found"
        yield Finding(at, message, _ask("a phone number, if you want calls"), (), Severity.WARNING)


def _ask(what: str) -> Fix:
    return Fix(Applicability.FILL_IN, f"write {what} as plain text")
