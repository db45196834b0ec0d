"""Two different people stand in one resume.

A second person's address, or another name in the running header, is what is left of a template or
of a friend's file.
A recruiter who writes to the wrong address reaches nobody, and a scanner makes two people of you.

What to do: keep one name and one address, and read the header of every page.

Compared are the e-mail addresses and LinkedIn profiles of the header, and the running header of
PDFs. One is flagged that spells out a name of two words, neither of which resembles a part of the
name above, while another does resemble it.
A nickname, initials, a name before marriage and the addresses of referees are none of it.

Bad:
    basics:
      name: Jane Roe
      email: jane.roe@example.com
      links:
        - https://www.linkedin.com/in/peter-sanders
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Bad (text):
    Jane Roe
    peter.sanders@example.com | linkedin.com/in/jane-roe
    ^^^^^^^^^^^^^^^^^^^^^^^^^

    EXPERIENCE
    Research engineer, Acme, Jan 2021 - May 2024
    - Cut latency from 90 ms to 30 ms

Good:
    basics:
      name: Jane Roe-Sanders
      email: jane.sanders@example.com
      links:
        - https://www.linkedin.com/in/jane-maria-smith
        - https://github.com/night-owl

Bad:
    basics:
      name: Jane Roe
      links:
        - https://www.linkedin.com/in/janeroe-ml
        - https://www.linkedin.com/in/davidkowalski
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    basics:
      name: Aleksandr Ivanov
      email: robot.dreams@example.com
      links:
        - https://www.linkedin.com/in/alex-iv-9a81b2

Good:
    basics:
      name: Jane Roe
      email: hello.world@example.com

Good:
    basics:
      name: Jane Roe
      email: jane.roe@example.com
    references:
      - title: Peter Sanders
        statements:
          - peter.sanders@example.com
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.patterns import regex
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.source import Text

_ADDRESS = regex(r"(?<![\w.+-])(?P<local>[A-Za-z][\w.-]{1,40})@[\w-]{1,60}\.[\w.-]{2,40}")
_PROFILE = regex(r"linkedin\.com/in/(?P<local>[A-Za-z][\w-]{1,60})/?", re.IGNORECASE)
_FULL_NAME = regex(r"(?P<first>[A-Za-z]{3,20})[._-](?P<last>[A-Za-z]{3,20})(?:-?\w{0,12}\d)?")
_RUNNING = regex(
    r"\b(?P<local>(?!curriculum|vitae|resume)[A-Z][a-z]{2,20} [A-Z][a-z]{2,20})\s?[|,•·–—-]?\s?"
    r"(?:page|résumé|resume|cv\b|curriculum)",
    re.IGNORECASE,
    needs="page résumé resume cv curriculum",
)
_ORDINARY = frozenset(
    ["the", "and", "for", "with", "from", "code", "codes", "coder", "coding", "dev", "devs",
     "developer", "data", "mail", "email", "work", "works", "job", "jobs", "contact", "hello",
     "info", "tech", "robot", "robots", "research", "lab", "labs", "phd", "msc", "student",
     "engineer", "science", "scientist", "learning", "machine", "deep", "neural", "net",
     "model", "models", "world", "office", "home", "team", "site", "web", "page", "official",
     "career", "careers", "resume", "dreams", "owl", "night", "day", "red", "blue", "green",
     "black", "white", "big", "little"]
)  # fmt: skip
"""Words that make an address one of fancy, not of a person."""
_ALIKE = 3
"""First letters that make two parts of names resemble each other."""


@rule(
    "EVD007",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice",
    why="who answers the wrong address never reaches you",
)
def two_identities(context: Context) -> Iterator[Finding]:
    """Compare what spells out a name in the header and the running header with the name."""
    name = context.resume.basics.name
    mine = _parts(name.value) if name else ()
    named = [(text, match["local"]) for text, match in _named(context)]
    if not any(_resembles(mine, local) for _, local in named):
        return
    for text, local in named:
        if _is_another(mine, local):
            ask_who = ask("whose is it?")
            yield Finding(text.span(), "it names another person than the resume", ask_who)
    yield from _second_profile(context, mine)


def _second_profile(context: Context, mine: tuple[str, ...]) -> Iterator[Finding]:
    """One LinkedIn profile bears the name, and another one none of it."""
    found = {
        match["local"].lower(): link.text
        for link in context.resume.basics.links
        if (match := _PROFILE.search(link.url))
    }
    strange = [local for local in found if not _resembles(mine, local)]
    if len(strange) == len(found):
        return
    for local in strange:
        text = found[local] or context.resume.basics.name
        if text is not None:
            said = f"a second LinkedIn profile, '{local}', without your name"
            yield Finding(text.span(), said, ask("whose is it?"))


def _named(context: Context) -> Iterator[tuple[Text, re.Match[str]]]:
    basics = context.resume.basics
    for text in basics.texts():
        for pattern in (_ADDRESS, _PROFILE):
            match = pattern.search(text.value)
            if match:
                yield text, match
    mine = _parts(basics.name.value) if basics.name else ()
    for text in context.resume.furniture:
        match = _RUNNING.search(text.value)
        if match and not set(mine) <= set(_parts(text.value)):
            yield text, match


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[\W\d_]+", _plain(name)) if part)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore")
    return letters.decode().lower()


def _resembles(mine: tuple[str, ...], local: str) -> bool:
    """Say whether a part of the name begins like a part of the address, or stands in it."""
    written = _plain(local)
    theirs = _parts(local)
    return any(
        part in written or any(part[:_ALIKE] == each[:_ALIKE] for each in theirs)
        for part in mine
        if len(part) >= _ALIKE
    )


def _is_another(mine: tuple[str, ...], local: str) -> bool:
    """Say whether an address spells out another name: two words that are no ordinary words."""
    match = _FULL_NAME.fullmatch(local.replace(" ", "-"))
    if match is None or _resembles(mine, local):
        return False
    return _ORDINARY.isdisjoint(part.lower() for part in match.group("first", "last"))
