"""Statements, authors and addresses as runs of characters that are set alike."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence

from standout.model import Statement
from standout.patterns import regex
from standout.source import Text
from standout.writers import maths
from standout.writers.marks import placed_links
from standout.writers.sheet import Line, Run

_UNPRINTABLE = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff\ue000-\uf8ff]")
"""Controls, halves of pairs, private characters: a font has nothing, or anything, for them."""
_WIDTHLESS = regex("[\u00ad\u200b\u202a-\u202e\u2060\ufe00-\ufe0f\ufeff]")
"""Soft hyphens and spaces without width, which split words for a scanner, choices of form, and
overrides of the direction, which show other words than are there."""
_SCHEME = regex(r"^(?:https?://|mailto:)(?:www\.)?", re.IGNORECASE)
_SAFE = regex(r"^(?:https?://|mailto:)\S+$", re.IGNORECASE)
_HOST = regex(r"^[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?$")


def clean(text: Text | str) -> str:
    """One line of printable characters."""
    value = text if isinstance(text, str) else text.value
    return " ".join(_printable(value).split())


def _printable(value: str) -> str:
    return _UNPRINTABLE.sub(" ", _WIDTHLESS.sub("", value))


def address(url: str) -> str:
    """An address as people write it: without scheme, `www.` and closing slash."""
    return _SCHEME.sub("", clean(url)).rstrip("/")


def target(url: str) -> str:
    """Where a click leads, or '' for what is no address of the web or of mail."""
    url = clean(url)
    if _SAFE.match(url):
        return url
    return f"https://{url}" if _HOST.match(url) else ""


def statement_line(statement: Statement) -> Line:
    """The runs of a statement, with maths set and its links live."""
    text = statement.text.value
    links = [(start, end, link.url) for start, end, link in placed_links(statement) if start < end]
    edges = {0, len(text)}
    for each in statement.emphasis:
        edges |= {each.start, min(each.end, len(text))}
    for start, end, _ in links:
        edges |= {start, end}
    cuts = sorted(edges)
    runs: list[Run] = []
    for start, end in itertools.pairwise(cuts):
        styles = {each.style for each in statement.emphasis if each.start <= start < each.end}
        url = next((url for first, last, url in links if first <= start < last), "")
        runs += _styled(text[start:end], styles, target(url))
    return _tidied(runs)


def _styled(text: str, styles: set[str], url: str) -> Iterator[Run]:
    pieces = maths.runs(text) if "maths" in styles else (Run(text),)
    for piece in pieces:
        yield Run(
            _printable(piece.text),
            "bold" in styles,
            "italic" in styles,
            "code" in styles,
            piece.shift,
            url,
        )


def _tidied(runs: Sequence[Run]) -> Line:
    """Runs without doubled, leading or trailing white space."""
    kept: list[Run] = []
    for run in runs:
        text = re.sub(r"\s+", " ", run.text)
        if text.startswith(" ") and (not kept or kept[-1].text.endswith(" ")):
            text = text[1:]
        if text:
            kept.append(_with(run, text))
    if kept and kept[-1].text.endswith(" "):
        kept[-1] = _with(kept[-1], kept[-1].text[:-1])
    return tuple(run for run in kept if run.text)


def _with(run: Run, text: str) -> Run:
    return Run(text, run.bold, run.italic, run.code, run.shift, run.url)


def authors_line(authors: Sequence[str], name: str) -> Line:
    """Authors in order, the applicant's own name bold."""
    runs: list[Run] = []
    for at, author in enumerate(authors):
        if at:
            runs.append(Run(", "))
        runs.append(Run(author, bold=_same_person(author, name)))
    return tuple(runs)


def _same_person(author: str, name: str) -> bool:
    """Say whether an author is the applicant: one family name, and initials that agree."""
    theirs, ours = _name_parts(author), _name_parts(name)
    if not theirs or not ours:
        return False
    if "," in author:
        theirs = theirs[1:] + theirs[:1]
    return theirs[-1] == ours[-1] and theirs[0][0] == ours[0][0]


def _name_parts(name: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(char for char in letters if not unicodedata.combining(char))
    return re.findall(r"[^\W\d_]+", letters)
