"""Postings written for the tests, each line marked as a person reads it.

`R` asks, `P` wishes, `R/P` does both, `-` does neither or waives. The mark stands before the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from standout.model.posting import PostingReading
from standout.readers import posting

_ITEM = re.compile(r"\s*(?:[-–*•✅→▪·—]\s|\[[ x]\]\s|・|\d{1,2}[.)]\s)+")
FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Line:
    mark: str
    text: str


@dataclass(frozen=True)
class Labelled:
    name: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def markup(self) -> str:
        """The same as a page: items in lists, what opens a part in bold, the rest in paragraphs."""
        return "<html><body>" + "".join(_element(line) for line in self.lines) + "</body></html>"


@dataclass
class Tally:
    wanted: int = 0
    found: int = 0
    right: int = 0
    taken: int = 0
    wrong: tuple[str, ...] = ()

    def __str__(self) -> str:
        return (
            f"{self.wanted} lines: found {self.found / self.wanted:.3f}, level right "
            f"{self.right / self.found:.3f}, others taken {self.taken / self.found:.3f}"
        )


def load(name: str) -> list[Labelled]:
    """The postings of one file."""
    found = []
    for block in (FOLDER / name).read_text(encoding="utf-8").split("=== ")[1:]:
        title, *rows = block.rstrip("\n").split("\n")
        marked = (row.partition(" ") for row in rows)
        lines = tuple(Line(mark if text else "", text) for mark, _, text in marked)
        found.append(Labelled(title, lines))
    return found


def tally(postings: list[Labelled], *, as_page: bool = False) -> Tally:
    """How the reading agrees with the marks."""
    total = Tally()
    for each in postings:
        content = (each.markup if as_page else each.text).encode()
        reading = posting.read(content, "page.html" if as_page else "posting.txt")
        for line, levels in zip(each.lines, _levels(reading, each, as_page=as_page), strict=True):
            _count(total, each, line, levels)
    return total


def _count(total: Tally, each: Labelled, line: Line, levels: set[str]) -> None:
    asks = line.mark not in ("", "-")
    total.wanted += asks
    total.found += asks and bool(levels)
    total.taken += not asks and bool(levels)
    right = levels == set(line.mark.split("/")) if asks else not levels
    total.right += asks and right
    if not right:
        total.wrong += (f"{each.name}: {line.mark} {sorted(levels)} {line.text}",)


def _levels(reading: PostingReading, each: Labelled, *, as_page: bool) -> Iterator[set[str]]:
    """For each line the levels of the requirements that overlap it by a third of either."""
    at = 0
    for line in each.lines:
        words = _bare(line.text) if as_page else line.text
        start = reading.source.text.find(words, at) if words else at
        start, at = (start, start + len(words)) if start >= 0 else (at, at)
        spans = [
            (one.text.span(), one.level.value[0].upper())
            for one in reading.posting.requirements
            if not one.negated
        ]
        yield {
            level
            for span, level in spans
            if 3 * (min(span.end, at) - max(span.start, start))
            >= max(1, min(at - start, span.end - span.start))
        }


def _bare(text: str) -> str:
    return " ".join(_ITEM.sub("", text.lstrip("# ").replace("**", "")).split())


def _element(line: Line) -> str:
    words = escape(_bare(line.text))
    if not words:
        return ""
    if _ITEM.match(line.text):
        return f"<ul><li>{words}</li></ul>\n"
    heads = line.text.startswith(("#", "**")) or line.text.isupper() or line.text.endswith(":")
    return f"<p><strong>{words}</strong></p>\n" if heads else f"<p>{words}</p>\n"
