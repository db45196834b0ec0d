r"""No profile, repository or site is linked.

A reader who likes the first lines looks for proof next; a link is the shortest way to it.

What to do: put one or two addresses that you keep fresh beside the e-mail: GitHub, LinkedIn,
Google Scholar, your own site.

Silent where the file was read only in part.
Said as information only: privacy and classified work are good reasons to have none.

Bad:
    basics:
      name: Jane Roe
            ^^^^^^^^
      email: jane@roe.example
    experience:
      - title: Research engineer

Good:
    basics:
      name: Jane Roe
      links: [https://github.com/janeroe]

Good (text):
    Jane Roe
    jane@roe.example | linkedin.com/in/janeroe

    EXPERIENCE
    Research engineer, Acme, 2021 - 2024

Good (typst):
    = Jane Roe
    #link("https://janeroe.example")[Portfolio]
    == Experience
    Research engineer

Good:
    basics:
      name: Jane Roe
      links:
        - label: Site
          url: https://roe.example
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.rules.addresses import PROFILE_HOSTS, WEB, is_web
from standout.rules.base import Context, Finding, rule
from standout.source import Span

_ASK = Fix(
    Applicability.FILL_IN,
    "where can a reader see your work? GitHub, Scholar, LinkedIn, your own site",
)


@rule(
    "LNK001",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice; no experiment on links was found",
    why="a reader who likes the first lines looks for proof next",
)
def profile_link_missing(context: Context) -> Iterator[Finding]:
    """Look for a link in the header, then for any profile's address anywhere."""
    basics = context.resume.basics
    if (
        not basics.name
        or not context.is_whole
        or any(is_web(link) for link in basics.links)
        or _shown(context)
    ):
        return
    span = basics.name.span() if basics.name else Span(0, 0)
    yield Finding(span, "no profile, repository or site is linked", _ASK)


def _shown(context: Context) -> bool:
    text = context.source.text.lower()
    targets = (word.link for page in context.pages for word in page.words if word.link)
    return (
        any(host in text for host in PROFILE_HOSTS)
        or any(target.lower().startswith("http") for target in targets)
        or WEB.search(text) is not None
    )
