"""Pages and resumes put together by hand, and drawn by chance, for the tests of glancing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from standout.glance.cues import JOB, OTHER, STUDY, Cue
from standout.model import Page, Word
from standout.model.exposure import Role
from standout.source import Box, Span

A4 = (595.0, 842.0)
TYPE = 0.01765
LINE = 1 / 64
"""Height of a line in pages: sums of it are exact."""


@dataclass(frozen=True)
class Line:
    """A line of a section: its role, its entry, and for each word (letters, rarity, marks)."""

    role: Role
    words: tuple[tuple[int, int, bool, bool], ...]
    type: float = TYPE


Section = tuple[tuple[Line, ...], int, str]
"""Its lines, how many entries they are cut into, and the entries' family."""

WORDS = st.lists(
    st.tuples(st.integers(1, 12), st.integers(0, 2), st.booleans(), st.booleans()),
    min_size=1,
    max_size=9,
).map(tuple)
LINES = st.builds(Line, st.sampled_from(list(Role)), WORDS, st.sampled_from([TYPE, 1.4 * TYPE]))
SECTIONS = st.lists(
    st.tuples(
        st.lists(LINES, min_size=1, max_size=6).map(tuple),
        st.integers(0, 2),
        st.sampled_from([JOB, STUDY, OTHER]),
    ),
    min_size=2,
    max_size=5,
)


def cues_of(sections: list[Section], order: list[int] | None = None) -> dict[int, list[Cue]]:
    """The words of sections set below each other in an order, by the section's number."""
    found: dict[int, list[Cue]] = {}
    starts = [sum(len(lines) for lines, *_ in sections[:number]) for number in range(len(sections))]
    y = LINE
    for number in order or range(len(sections)):
        lines, entries, family = sections[number]
        found[number] = []
        for index, line in enumerate(lines):
            entry = 10 * number + index * entries // len(lines) if entries else -1
            found[number] += _line(line, starts[number] + index, y, number, entry, family)
            y += LINE
    return dict(sorted(found.items()))


def _line(line: Line, number: int, y: float, section: int, entry: int, family: str) -> list[Cue]:
    found, x = [], 2.0
    for down, (letters, rarity, bold, numeral) in enumerate(line.words):
        width = 0.1875 * letters
        found.append(
            Cue(
                page=1, x=(x + width / 2) / 21, y=y, line=number, centre=x + width / 2,
                letter=0.1875, letters=letters, down=down, role=line.role, rarity=rarity,
                type=line.type, family=family, section=section, entry=entry, bold=bold,
                numeral=numeral,
            )
        )  # fmt: skip
        x += width + 0.1875
    return found


def written(
    lines: list[tuple[float, float, str]], scale: float = 1.0, **style: object
) -> tuple[Page, str]:
    """A page of lines, each at (x, y) in 10 points, all times `scale`; and its text."""
    words: list[Word] = []
    text = ""
    for x, y, line in lines:
        text += "\n" if text else ""
        at = x
        for each in line.split(" "):
            text += "" if text.endswith("\n") or not text else " "
            span = Span(len(text), len(text) + len(each))
            text += each
            box = Box(at * scale, y * scale, (at + 5 * len(each)) * scale, (y + 10) * scale)
            plain = Word(each, span, box, size=10 * scale)
            words.append(replace(plain, **style))  # type: ignore[arg-type]  # any field of a word
            at += 5 * len(each) + 5
    width, height = A4
    return Page(1, width * scale, height * scale, tuple(words)), text
