"""Places: spans, lines and columns, texts that know where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.model import Section, SectionKind, SkillGroup
from standout.source import Source, Span, Text

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(0, 9)
)


@given(st.lists(SPANS, min_size=1))
def test_a_span_around_others_holds_them_in_any_order(spans: list[Span]) -> None:
    around = Span.around(spans)
    assert all(around.contains(each) for each in spans)
    assert around == Span.around(reversed(spans))


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (3, 2)])
def test_a_span_runs_forward(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


@given(st.text(), st.data())
def test_lines_and_columns_lead_back(text: str, data: st.DataObject) -> None:
    source = Source("x", "text", text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = source.line_column(offset)
    assert text.split("\n")[line - 1][: column - 1] == text[:offset].split("\n")[-1]


@given(st.text(min_size=1), st.data())
def test_a_joined_text_still_knows_its_places(value: str, data: st.DataObject) -> None:
    source = Source("x", "text", value)
    cut = data.draw(st.integers(0, len(value)))
    joined = Text.join([Text.of(source, 0, cut), Text.of(source, cut, len(value))], "")
    assert joined.value == value
    assert [source.text[at] for at in joined.places] == list(value)


def test_a_section_read_across_columns_has_a_span() -> None:
    """The first of its texts may stand behind the last."""
    source = Source("x", "text", "Chess Climbing")
    items = (Text.of(source, 6, 14), Text.of(source, 0, 5))
    section = Section(SectionKind.INTERESTS, skills=(SkillGroup(None, items),))
    assert section.span() == Span(0, 14)
