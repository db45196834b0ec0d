r"""A printed address has no link behind it, or leads somewhere else.

Nobody types an address; one that cannot be clicked is not visited. One that leads elsewhere than
it says looks like a trap to a careful reader.

What to do: in Word and Google Docs Ctrl+K; in LaTeX `\href` of `hyperref`; in Typst
`#link("https://...")`. Export as PDF, do not print to PDF: printing drops links.

Said once for a file, with the number of such addresses. E-mail addresses are not counted.

Bad (typst):
    = Jane Roe
    github.com/janeroe

Bad (typst):
    = Jane Roe
    #link("https://github.com/template-author")[github.com/janeroe]

Bad (docx):
    Jane Roe
    jane@roe.example | github.com/janeroe
    Experience
    Research engineer, Acme, 2021 to 2024

Good (typst):
    = Jane Roe
    #link("https://github.com/janeroe")[github.com/janeroe] https://janeroe.example/cv

Good (typst):
    = Jane Roe
    == Skills
    Node.js, ASP.NET, socket.io, CI/CD, TCP/IP, and/or Booking.com

Good (typst):
    = Jane Roe
    #link("https://www.linkedin.com/in/janeroe/?locale=en")[LinkedIn: linkedin.com/in/janeroe]

Good:
    basics:
      name: Jane Roe
      links: [github.com/janeroe]
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Label, Severity
from standout.model import Word
from standout.rules import paper
from standout.rules.addresses import WEB, all_links, bare
from standout.rules.base import Context, Finding, rule
from standout.source import Span


@rule(
    "LNK002",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice",
    why="nobody types an address, and one that leads elsewhere looks like a trap",
    advice="put a link behind the address",
)
def link_not_clickable(context: Context) -> Iterator[Finding]:
    """Compare the addresses in print with the links over them."""
    printed = [
        word
        for page in context.pages
        for word in page.words
        if not word.invisible and ("." in word.text) and WEB.search(word.text)
    ]
    dead = [word.span for word in printed if word.link is None] or _unlinked(context)
    if dead:
        count = "1 address" if len(dead) == 1 else f"{len(dead)} addresses"
        labels = tuple(Label(span, "nor this one") for span in dead[1:])
        yield Finding(dead[0], f"{count} in print cannot be clicked", labels=labels)
    for word in printed:
        if word.link and _leads_elsewhere(word, word.link):
            said = f"the link leads to {paper.quoted([word.link])}, not where it says"
            yield Finding(word.span, said)


def _unlinked(context: Context) -> list[Span]:
    """The bare addresses of a Word file. Text formats have no other kind."""
    if context.reading.document.format != "docx":
        return []
    links = [each for each in all_links(context.resume) if each.text and not each.clickable]
    return [link.text.span() for link in links if link.text and WEB.search(link.text.value)]


def _leads_elsewhere(word: Word, target: str) -> bool:
    """Say whether print and target name different hosts, or different first parts of the path."""
    match = WEB.search(word.text)
    if match is None or not target.lower().startswith(("http://", "https://", "www.")):
        return False
    said, led = bare(match[0]).split("/"), bare(target).split("/")
    if said[0] != led[0]:
        return not (said[0].endswith(f".{led[0]}") or led[0].endswith(f".{said[0]}"))
    return any(
        one != two
        for one, two in zip(said[1:3], led[1:3], strict=False)
        if one and two and not one.startswith(two) and not two.startswith(one)
    )
