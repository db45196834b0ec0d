r"""An e-mail address looks unserious, or belongs to the current employer.

The address is read before anything else is. One from the current employer says that you apply in
its time, is read by its administrators, and ends with the job.

What to do: use an address made of your name at a mailbox of your own.

Words are compared as a whole and never with parts of your own name. Addresses of universities are
left alone, and so are those of a firm that bears your name.

Bad:
    basics:
      name: Jane Roe
      email: sexy_jane69@mail.example
             ^^^^^^^^^^^^^^^^^^^^^^^^

Bad:
    basics:
      name: Jane Roe
      email: jane.roe@initech.com
             ^^^^^^^^^^^^^^^^^^^^
    experience:
      - title: Research engineer
        organization: Initech Ltd
        start: 2021
        end: present

Good:
    basics:
      name: Anna Hotz-Lovering
      email: hotz.lovering@mail.example

Good:
    basics:
      name: Jane Roe
      email: jroe@uni-oslo.example
    experience:
      - title: Doctoral researcher
        organization: University of Oslo
        start: 2021
        end: present

Good:
    basics:
      name: Jane Roe
      email: jane@roe-consulting.com
    experience:
      - title: Founder
        organization: Roe Consulting
        start: 2021
        end: present

Good:
    basics:
      name: Jane Roe
      email: jane.roe@initech.com
    experience:
      - title: Research engineer
        organization: Initech Ltd
        start: 2018
        end: 2021
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Resume, SectionKind
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.extracted import letters

_UNSERIOUS = frozenset({
    "sexy", "babe", "babes", "hottie", "hotgirl", "hotboy", "cutie", "cutiepie", "sweetie",
    "honey", "princess", "playboy", "playgirl", "badboy", "badgirl", "stud", "dude", "dudes",
    "bro", "homie", "swag", "yolo", "lol", "lmao", "weed", "stoner", "drunk", "beer", "vodka",
    "party", "partygirl", "partyboy", "killer", "slayer", "psycho", "crazy", "loco", "thug",
    "gangster", "gangsta", "pimp", "bitch", "fuck", "shit", "ass", "lover", "loverboy",
    "casanova", "ninja", "gamer", "gamergirl", "noob", "pwn", "pokemon", "darklord",
    "deathmetal", "satan", "kitty", "bunny", "unicorn", "420", "xoxo", "fluffy",
    "superman", "batman",
})  # fmt: skip
_LEGAL = regex(
    r"\b(?:inc|ltd|llc|gmbh|ag|corp|corporation|co|company|plc|bv|nv|ab|as|oy|sa|sas|srl|spa|kg|pty"
    r"|limited|group|holding|technologies|labs?)\b\.?",
    re.IGNORECASE,
)
_SCHOOL = regex(
    r"univ|uni-|\.edu\b|\.ac\.|college|school|institut|academ|hochschule|research", re.IGNORECASE
)
_MAILBOXES = frozenset({"google", "apple", "microsoft", "yahoo", "proton"})


@rule(
    "LNK006",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="the address is read before anything else is",
)
def unprofessional_address(context: Context) -> Iterator[Finding]:
    """Judge the words before the @ and the firm behind it."""
    email = context.resume.basics.email
    local, _, domain = (email.value if email else "").strip().lower().partition("@")
    if not email or not domain:
        return
    name = letters(context.resume.basics.name.value) if context.resume.basics.name else ""
    if _is_unserious(local, name):
        yield Finding(email.span(), "the address looks unserious", _fix())
    elif _is_employers(domain, context.resume, name):
        yield Finding(email.span(), "the address belongs to your current employer", _fix())


def _fix() -> Fix:
    return Fix(Applicability.FILL_IN, "use an address made of your name at a mailbox of your own")


def _is_unserious(local: str, name: str) -> bool:
    words = re.findall(r"[^\W\d_]+|\d+", local)
    return any(word in _UNSERIOUS and word not in name for word in words)


def _is_employers(domain: str, resume: Resume, name: str) -> bool:
    parts = [letters(each) for each in domain.split(".")[:-1]]
    firm = max(parts, key=len, default="")
    if (
        len(firm) < 3
        or _SCHOOL.search(domain)
        or any(each in firm for each in re.findall(r"\w{3,}", name))
    ):
        return False
    own = {
        letters(each) for each in (resume.basics.name.value.split() if resume.basics.name else [])
    }
    if any(len(each) >= 3 and each in firm for each in own) or firm in _MAILBOXES:
        return False
    return firm in _current_firms(resume)


def _current_firms(resume: Resume) -> set[str]:
    return {
        letters(_LEGAL.sub(" ", entry.organization.value))
        for section in resume.of_kind(SectionKind.EXPERIENCE)
        for entry in section.entries
        if entry.organization and entry.dates and entry.dates.present
        if not _SCHOOL.search(entry.organization.value)
    }
