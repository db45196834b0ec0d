"""What-if layouts: blocks that change places, and pages of any shape."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from standout.glance import model, moves
from standout.glance.cues import Cue
from standout.glance.exposing import exposed
from standout.glance.scene import scene
from standout.glance.stacking import blocks, column, moved_up
from standout.model import Basics, Entry, Page, Resume, Section, SectionKind, Statement, Word
from standout.model.exposure import Role
from standout.source import Box, Source, Span, Text


def cue(y: float, line: int, section: int, x: float = 0.2, page: int = 1) -> Cue:
    """A word of a section."""
    return Cue(
        page=page, x=x, y=y, line=line, centre=4.0, letter=0.2, letters=5, down=0,
        role=Role.BULLET, rarity=1, type=0.0176, section=section,
    )  # fmt: skip


def moved(cues: list[Cue], section: int, before: int) -> tuple[Cue, ...] | None:
    """The words with a section moved up to stand before another."""
    every = blocks(cues, lambda at: cues[at].section)
    found = {each.key: each for each in every}
    return moved_up(cues, column(every, found[section]), found[section], found[before])


def test_a_block_takes_the_place_and_the_others_go_down() -> None:
    """Two lines move above three; nothing else stirs, heights and distances stay."""
    rows = [(0.1, 9), (0.20, 0), (0.22, 0), (0.24, 0), (0.30, 1), (0.32, 1), (0.40, 2)]
    cues = [cue(y, line, section) for line, (y, section) in enumerate(rows)]
    found = moved(cues, 1, 0)
    assert found is not None
    heights = [round(each.y, 3) for each in found]
    assert heights[0] == 0.1
    assert heights[4:6] == [0.2, 0.22]
    assert heights[6] == 0.4
    gap = round(heights[1] - heights[5], 3)
    assert gap > 0
    assert [round(each - heights[1], 3) for each in heights[1:4]] == [0, 0.02, 0.04]


def test_a_block_can_come_from_the_next_page() -> None:
    """What it passes goes over to the page behind."""
    cues = [cue(y / 10, y, 0 if y < 8 else 1) for y in range(1, 10)]
    cues += [cue(y / 10, 20 + y, 2, page=2) for y in (1, 2)]
    found = moved(cues, 2, 0)
    assert found is not None
    assert [(each.page, round(each.y, 2)) for each in found[9:]] == [(1, 0.1), (1, 0.2)]
    assert found[8].page == 2


def test_blocks_beside_each_other_do_not_pass() -> None:
    """Another column is no stack; blocks that share a line are none either."""
    left, right = cue(0.2, 1, 0, x=0.1), cue(0.4, 2, 1, x=0.9)
    assert moved([left, right], 1, 0) is None
    assert moved([cue(0.2, 1, 0), cue(0.4, 2, 0), cue(0.3, 3, 1), cue(0.5, 4, 1)], 1, 0) is None


KINDS = [SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.EDUCATION, SectionKind.SKILLS]
TEXTS = [
    "Ada", "Cut the wait from 40 to 3 seconds", "Engineer", "Python and SQL", "2020 – 2021",
    "Skills", "דנה לוי",
]  # fmt: skip
PLACES = st.floats(-50, 900)
NUMBERS = st.integers(1, 3)


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(TEXTS), st.sampled_from(KINDS), PLACES, PLACES, st.integers(1, 3)
        ),
        max_size=14,
    )
)
def test_any_page_has_an_answer(drawn: list[tuple[str, SectionKind, float, float, int]]) -> None:
    """Words anywhere, off the page too: times for each, and at most three moves."""
    source = Source("a.pdf", "pdf", "\n".join(text for text, *_ in drawn))
    pages: dict[int, list[Word]] = {1: [], 2: [], 3: []}
    sections, start = [], 0
    for text, kind, x, y, number in drawn:
        own = Text.of(source, start, start + len(text))
        entry = Entry(title=own) if len(text) < 9 else Entry(statements=(Statement(own),))
        sections.append(Section(kind, heading=own if text == "Skills" else None, entries=(entry,)))
        at = start
        for word in text.split(" "):
            box = Box(x + 5 * (at - start), y, x + 5 * (at - start + len(word)), y + 10)
            pages[number].append(Word(word, Span(at, at + len(word)), box, size=10.0))
            at += len(word) + 1
        start += len(text) + 1
    made = [Page(number, 595, 842, tuple(words)) for number, words in pages.items()]
    ready = scene(made, Resume(Basics(), tuple(sections)))
    skim = model.Skim(ready.laid.cues, model.points())
    runs = skim.times()
    found = exposed(ready, runs)
    assert len(found.words) == len(ready.laid.cues)
    assert len(moves.best(ready, skim, runs)) <= 3
