"""What stands on the paper, in order and in words: the one view that every page writer sets.

No string in it is markup of any kind.
"""

from __future__ import annotations

from standout.model import SectionKind
from standout.values import frozen


@frozen
class Run:
    """Characters set alike. `shift` is '', 'super' or 'sub'; `url` makes them a link."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    shift: str = ""
    url: str = ""


Line = tuple[Run, ...]


@frozen
class Contact:
    """One way to reach the applicant: 'location', 'email', 'phone', 'link' or 'note'."""

    kind: str
    text: str
    url: str = ""


@frozen
class Item:
    """One job, project, degree, paper or prize. Empty fields are empty, never None."""

    title: str = ""
    organization: str = ""
    location: str = ""
    dates: str = ""
    grade: str = ""
    authors: Line = ()
    venue: str = ""
    links: tuple[Contact, ...] = ()
    description: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    statements: tuple[Line, ...] = ()


@frozen
class Group:
    """Skills or languages under an optional name."""

    name: str
    items: tuple[str, ...]
    level: str = ""


@frozen
class Part:
    """A section. `paragraphs` run on without bullets, as a summary does, and come first."""

    kind: SectionKind
    heading: str
    items: tuple[Item, ...] = ()
    groups: tuple[Group, ...] = ()
    statements: tuple[Line, ...] = ()
    paragraphs: tuple[Line, ...] = ()


@frozen
class Sheet:
    """A whole resume. `language` is a tag such as 'en'; `direction` is 'ltr' or 'rtl'."""

    language: str
    direction: str
    title: str
    name: str = ""
    headline: str = ""
    contacts: tuple[Contact, ...] = ()
    parts: tuple[Part, ...] = ()


def plain(line: Line) -> str:
    """The characters of a line."""
    return "".join(run.text for run in line)
