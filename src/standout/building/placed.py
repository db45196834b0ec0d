"""Where a printed text stands on the pages: how many lines it takes, and how the last one ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby

from standout.model import Page, Word
from standout.values import frozen

_SAME_LINE = 0.5
"""In word heights: words whose tops differ by less stand on one line."""


@frozen
class Placed:
    """A text on its pages: the page it begins on, its lines, and the words of the last line.

    `ends` says for each line, in points, where it begins and where it ends.
    """

    page: int
    lines: int
    last: str
    ends: tuple[tuple[float, float], ...]


@frozen
class Overflow:
    """What stands behind the last allowed page: lines of text, and their height in points."""

    lines: int
    points: float


@frozen
class Ground:
    """The words of some pages, to look up many texts in: their letters, and where each begins."""

    words: tuple[tuple[int, Word], ...]
    letters: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, pages: Sequence[Page]) -> Ground:
        """The words of pages in reading order."""
        there = ((page.number, word) for page in pages for word in page.words)
        spelled = [(each, "".join(each[1].text.split())) for each in there]
        kept = [(each, letters) for each, letters in spelled if letters]
        ends = tuple(accumulate((len(letters) for _, letters in kept), initial=0))
        joined = "".join(letters for _, letters in kept)
        return cls(tuple(each for each, _ in kept), joined, ends[:-1])

    def place(self, text: str) -> Placed | None:
        """Where a text stands, or None where its words are not side by side in reading order."""
        wanted = "".join(text.split())
        at = self.letters.find(wanted) if wanted else -1
        if at < 0:
            return None
        first = bisect_right(self.starts, at) - 1
        inside = self.words[first : bisect_left(self.starts, at + len(wanted))]
        lines = list(_lines(inside))
        ends = tuple((line[0][1].box.x0, line[-1][1].box.x1) for line in lines)
        last = " ".join(word.text for _, word in lines[-1])
        return Placed(inside[0][0], len(lines), last, ends)


def overflow(pages: Sequence[Page], limit: int) -> Overflow:
    """What stands on pages behind the limit, running headers and footers left out."""
    lines, points = 0, 0.0
    for page in pages[limit:]:
        words = [word for word in page.words if not _is_furniture(word, page)]
        if words:
            lines += _rows(words)
            points += max(word.box.y1 for word in words) - min(word.box.y0 for word in words)
    return Overflow(lines, points)


def _rows(words: Sequence[Word]) -> int:
    """Lines over the whole width: a date on the right stands on the line of its title."""
    last, rows = float("-inf"), 0
    for word in sorted(words, key=lambda word: word.box.y1):
        if word.box.y1 - last > max(_SAME_LINE * word.box.height, 3.0):
            rows += 1
            last = word.box.y1
    return rows


def _is_furniture(word: Word, page: Page) -> bool:
    return any(span.contains(word.span) for span in page.furniture)


def _lines(words: Iterable[tuple[int, Word]]) -> Iterable[list[tuple[int, Word]]]:
    """Words by line: a new one begins where the next word stands clearly higher or lower."""
    number = 0
    numbered: list[tuple[int, tuple[int, Word]]] = []
    last: tuple[int, Word] | None = None
    for each in words:
        if last is not None and _breaks(last, each):
            number += 1
        numbered.append((number, each))
        last = each
    return [[each for _, each in line] for _, line in groupby(numbered, key=lambda pair: pair[0])]


def _breaks(before: tuple[int, Word], after: tuple[int, Word]) -> bool:
    height = min(before[1].box.height, after[1].box.height)
    # Superscripts stand higher and stay on their line.
    apart = abs(before[1].box.y1 - after[1].box.y1) > max(_SAME_LINE * height, 3.0)
    return before[0] != after[0] or apart
