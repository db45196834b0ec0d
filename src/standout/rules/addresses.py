"""What rules about links share: addresses in text, and every link of a resume."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.model import Link, Resume
from standout.patterns import regex

PROFILE_HOSTS = (
    "linkedin.com", "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "kaggle.com",
    "huggingface.co", "scholar.google", "orcid.org", "researchgate.net", "semanticscholar.org",
    "openreview.net", "dblp.org", "github.io", "gitlab.io",
)  # fmt: skip
"""Where the work of an applicant can be seen."""
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,5}[a-z]{2,24}"
WEB = regex(
    rf"(?<![\w@./-])(?:https?://[^\s<>\"'()\[\]]+|www\.{_HOST}(?:/[^\s<>\"'()\[\],]*)?"
    rf"|{_HOST}/[a-z0-9@~_-][^\s<>\"'()\[\],]*)",
    re.IGNORECASE,
    needs="/ www.",
)
"""A web address as people print it: with a scheme, with `www.`, or with a path."""


def all_links(resume: Resume) -> Iterator[Link]:
    """The links of the header, of the entries and of the statements."""
    yield from resume.basics.links
    for section in resume.sections:
        for entry in section.entries:
            yield from entry.links
        for statement in section.all_statements():
            yield from statement.links


def is_web(link: Link) -> bool:
    """Say whether a link leads to the web, not to a mailbox, a telephone or a page number."""
    return not re.match(r"(?:mailto|tel|sms|callto|skype|geo):|#", link.url, re.IGNORECASE)


def bare(url: str) -> str:
    """An address without scheme, `www.`, query, fragment and closing slash, in small letters."""
    plain = re.sub(r"^[a-z][a-z0-9+.-]*://", "", url.strip().lower()).removeprefix("www.")
    return re.split(r"[?#]", plain)[0].rstrip("/.,;")
