"""Where things stand: a source, a half-open span in it, and text that remembers its places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from standout.values import frozen


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of character offsets in `Source.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span must satisfy 0 <= start <= end, got {self.start}, {self.end}")

    @classmethod
    def around(cls, spans: Iterable[Span]) -> Span:
        """The smallest span that holds all of some spans, in any order; there must be one."""
        several = list(spans)
        return cls(min(each.start for each in several), max(each.end for each in several))

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@frozen
class Box:
    """A rectangle in PDF points, origin at the top left of the page, y downwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.y1 - self.y0

    def union(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
        )


@frozen
class Place:
    """Where one run of `Source.text` was drawn: page (from 1) and box."""

    span: Span
    page: int
    box: Box


@frozen
class Location:
    """A span in the terms a person uses.

    `line` and `column` count from 1, in characters; `end_column` is exclusive.
    `page` and `box` are set for paged formats only.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True)
class Source:
    """What a reader saw, as one string, and the way back to the file.

    For text formats `text` is the decoded file, `editable` is true and spans are file offsets.
    For PDF and DOCX it is the extracted text in reading order; `places` leads to page and box.
    """

    name: str
    format: str
    text: str
    editable: bool = False
    places: tuple[Place, ...] = ()

    @cached_property
    def _line_starts(self) -> list[int]:
        # Only line feeds count (CR LF included): `str.splitlines` also breaks at form feeds
        # and U+2028, which editors do not.
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def _place_starts(self) -> list[int]:
        return [place.span.start for place in self.places]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """The text of a line (from 1), without its line end."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def places_in(self, span: Span) -> Iterator[Place]:
        """The drawn runs that overlap a span, in text order."""
        index = max(0, bisect_right(self._place_starts, span.start) - 1)
        for place in self.places[index:]:
            if place.span.start >= max(span.end, span.start + 1):
                return
            if place.span.end > span.start:
                yield place

    def location(self, span: Span) -> Location:
        """The span as line and column, with page and box where the format has pages.

        A span over several pages gets the box of its first page.
        """
        line, column = self.line_column(span.start)
        end_line, end_column = self.line_column(span.end)
        page: int | None = None
        box: Box | None = None
        for place in self.places_in(span):
            if page is None:
                page, box = place.page, place.box
            elif place.page == page and box is not None:
                box = box.union(place.box)
        return Location(line, column, end_line, end_column, page, box)


@frozen
class Text:
    """A string that knows where each of its characters stands in `Source.text`.

    Quotes, folds, ligatures and line-end hyphens make value and source differ, so
    `places[i]` is the offset of `value[i]`. Build one with `of`, cut it with slices and
    `strip`, put several together with `join`.
    """

    value: str
    places: Sequence[int] = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.value) != len(self.places):
            raise ValueError("a text needs one place for each character")

    @classmethod
    def of(cls, source: Source, start: int, end: int) -> Text:
        """The text that stands in `source` from `start` to `end`."""
        return cls(source.text[start:end], range(start, end))

    @classmethod
    def join(cls, parts: Iterable[Text], separator: str = " ") -> Text:
        """Several texts as one; the separator's characters stand at the end of the part before."""
        values: list[str] = []
        places: list[int] = []
        for part in parts:
            if values and separator:
                values.append(separator)
                places.extend([places[-1] if places else 0] * len(separator))
            values.append(part.value)
            places.extend(part.places)
        return cls("".join(values), tuple(places))

    def __str__(self) -> str:
        return self.value

    def __len__(self) -> int:
        return len(self.value)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __getitem__(self, index: slice) -> Text:
        return Text(self.value[index], self.places[index])

    def strip(self, chars: str | None = None) -> Text:
        """The text without leading and trailing `chars` (white space by default)."""
        left = len(self.value) - len(self.value.lstrip(chars))
        right = len(self.value.rstrip(chars))
        if left == 0 and right == len(self.value):
            return self
        return self[left : max(left, right)]

    def split(self, pattern: str | re.Pattern[str]) -> list[Text]:
        """The stripped, non-empty parts between the matches of a pattern."""
        parts: list[Text] = []
        start = 0
        compiled = re.compile(pattern) if isinstance(pattern, str) else pattern
        for match in compiled.finditer(self.value):
            parts.append(self[start : match.start()])
            start = match.end()
        parts.append(self[start:])
        return [part for part in (each.strip() for each in parts) if part]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where `value[start:end]` stands in the source, as the smallest span that holds it."""
        places = self.places[start:end]
        if not places:
            at = self.places[start] if start < len(self.places) else self.end
            return Span(at, at)
        return Span(min(places), max(places) + 1)

    @property
    def end(self) -> int:
        """The offset behind the last character; 0 for a text without places."""
        return self.places[-1] + 1 if self.places else 0
