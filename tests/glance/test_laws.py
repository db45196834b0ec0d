"""Laws of the reading model: what no change of a page may do."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from standout.glance import exposure, model
from standout.glance.cues import Cue
from standout.model import Basics, Resume, Section, SectionKind, Statement
from standout.model.exposure import HORIZONS, NEVER
from standout.source import Source, Text
from tests.glance.pages import LINES, SECTIONS, Line, cues_of, written
from tests.glance.pages import Section as Drawn

POINTS = model.points()[::13]


def flat(found: dict[int, list[Cue]]) -> list[Cue]:
    """All words of all sections, in the order of the sections' numbers."""
    return [cue for section in found.values() for cue in section]


@settings(deadline=None, max_examples=60)
@given(SECTIONS)
def test_the_same_words_are_seen_at_the_same_times(sections: list[Drawn]) -> None:
    """Determinism, and every time is a time."""
    cues = flat(cues_of(sections))
    once = model.seen_times(cues, POINTS)
    assert once == model.seen_times(cues, POINTS)
    assert all(0 < time <= NEVER for run in once for time in run)


@settings(deadline=None, max_examples=60)
@given(SECTIONS, st.data())
def test_bolding_never_unsees(sections: list[Drawn], data: st.DataObject) -> None:
    """A word that is set in bold is seen as soon as before, or sooner."""
    cues = flat(cues_of(sections))
    at = data.draw(st.integers(0, len(cues) - 1))
    cues[at] = replace(cues[at], bold=False)
    before = model.seen_times(cues, POINTS)
    cues[at] = replace(cues[at], bold=True)
    after = model.seen_times(cues, POINTS)
    assert all(new[at] <= old[at] for old, new in zip(before, after, strict=True))


@settings(deadline=None, max_examples=60)
@given(SECTIONS, st.data())
def test_a_change_is_seen_as_if_it_had_always_been(
    sections: list[Drawn], data: st.DataObject
) -> None:
    """What is kept of the page before it makes no difference."""
    before = flat(cues_of(sections))
    after = flat(cues_of(sections, data.draw(st.permutations(range(len(sections))))))
    at = data.draw(st.integers(0, len(after) - 1))
    after[at] = replace(after[at], bold=not after[at].bold)
    found = model.Skim(before, POINTS).changed(after, 3, HORIZONS[-1])
    assert found == model.seen_times(after, POINTS)[:3]


@settings(deadline=None, max_examples=60)
@given(SECTIONS, st.data())
def test_a_section_moved_up_is_seen_no_later(sections: list[Drawn], data: st.DataObject) -> None:
    """Each of its words, in every run, however many sections it passes."""
    moved = data.draw(st.integers(1, len(sections) - 1))
    place = data.draw(st.integers(0, moved - 1))
    order = [number for number in range(len(sections)) if number != moved]
    order.insert(place, moved)
    before, after = cues_of(sections), cues_of(sections, order)
    start = sum(len(before[number]) for number in range(moved))
    own = slice(start, start + len(before[moved]))
    old, new = (model.seen_times(flat(each), POINTS) for each in (before, after))
    for one, other in zip(old, new, strict=True):
        assert all(b <= a for a, b in zip(one[own], other[own], strict=True))


@settings(deadline=None, max_examples=60)
@given(SECTIONS, LINES, st.data())
def test_words_added_elsewhere_show_nothing_sooner(
    sections: list[Drawn], line: Line, data: st.DataObject
) -> None:
    """A further line, anywhere and in any type, never brings another word forward."""
    cues = flat(cues_of(sections))
    before = model.seen_times(cues, POINTS)
    entry = data.draw(st.sampled_from([-1, 500]))
    added = [
        replace(cue, line=10_000, y=data.draw(st.sampled_from([0.0, 0.3, 0.9])), entry=entry)
        for cue in flat(cues_of([((line,), 0, "other")]))
    ]
    after = model.seen_times([*cues, *added], POINTS)
    for one, other in zip(before, after, strict=True):
        assert all(b >= a for a, b in zip(one, other, strict=False))


TEXTS = st.lists(
    st.lists(
        st.sampled_from(["Ada", "built", "Python", "models", "of", "40", "%", "churn", "2021"]),
        min_size=1,
        max_size=9,
    ).map(" ".join),
    min_size=2,
    max_size=20,
)


def seen(texts: list[str], scale: float) -> list[tuple[int, ...]]:
    """The times of every word of a page whose lines are a name and statements."""
    lines = [
        (60.0 + 7 * (number % 2), 50.0 + 13 * number, text) for number, text in enumerate(texts)
    ]
    page, text = written(lines, scale)
    source = Source("a.pdf", "pdf", text)
    starts = [0]
    for each in texts:
        starts.append(starts[-1] + len(each) + 1)
    pieces = [Text.of(source, start, end - 1) for start, end in itertools.pairwise(starts)]
    told = tuple(Statement(each) for each in pieces[1:])
    resume = Resume(Basics(name=pieces[0]), (Section(SectionKind.OTHER, statements=told),))
    return [each.sight.times for each in exposure((page,), resume).words]


@settings(deadline=None, max_examples=25)
@given(TEXTS, st.floats(0.05, 20))
def test_the_scale_of_the_page_does_not_matter(texts: list[str], scale: float) -> None:
    """A page printed larger or smaller is seen as it was."""
    assert seen(texts, scale) == seen(texts, 1.0)


@settings(deadline=None, max_examples=20)
@given(TEXTS)
def test_what_is_seen_stays_seen(texts: list[str]) -> None:
    """Seen by T is within seen by any later T: times are times, and shares grow."""
    page, text = written([(60.0, 50.0 + 13 * at, each) for at, each in enumerate(texts)])
    del text
    for word in exposure((page,), Resume()).words:
        shares = [word.sight.share(half / 2) for half in range(1, 121)]
        assert shares == sorted(shares)
