"""The text of a posting that is put together from parts, and the rows that stand in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from standout.analysis.requirements import Row
from standout.readers.posting import plain
from standout.source import Source, Text

MOST = 200_000
"""Characters of one posting that are read."""


@dataclass
class Draft:
    """Grows by lines; every row knows its place in the text at once."""

    parts: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    length: int = 0

    @property
    def full(self) -> bool:
        """Say whether no more is taken."""
        return self.length >= MOST

    def row(self, like: Row, value: str) -> Text:
        """Add a line with the properties of `like`; a white line above it where it has a gap."""
        if like.gap and self.length:
            self._put("")
        text = self._put(value[: max(0, MOST - self.length)])
        if text:
            self.rows.append(like._replace(text=text))
        return text

    def plain(self, value: str) -> None:
        """Add a text of several lines, Markdown or not."""
        start = self.length
        self._put(value[: max(0, MOST - start)])
        self.rows += plain.rows("".join(self.parts)[start:], start)

    def heading(self, value: str) -> None:
        """Add a heading of the highest level below the title."""
        self.row(_EMPTY._replace(depth=2, gap=True), value)

    def source(self, name: str, form: str) -> Source:
        """All of it as a source."""
        return Source(name, form, "".join(self.parts))

    def _put(self, value: str) -> Text:
        text = Text(value, range(self.length, self.length + len(value)))
        self.parts += [value, "\n"]
        self.length += len(value) + 1
        return text


_EMPTY = Row(Text("", ()))
