"""Hidden text is named where it is sure, and only there."""

from __future__ import annotations

import pytest

from standout.diagnostic import Severity
from standout.model import Drawing, Word
from standout.model.page import Colour
from standout.source import Box
from tests.rules.papers import LETTER, found, page, reading, written

WHITE: Colour = (255, 255, 255)
GREEN: Colour = (22, 163, 74)
TEXT = "Kubernetes TensorFlow leadership"
PANEL = Box(60, 60, 400, 100)


def hidden(*drawings: Drawing, **style: object) -> list[str]:
    """The messages about three invisible words on a page with these drawings."""
    words = written(TEXT, 72, 72, invisible=True, **style)
    return [
        each.message for each in found("INT001", reading(TEXT, page(*words, drawings=drawings)))
    ]


@pytest.mark.parametrize(
    ("style", "how"),
    [
        ({"colour": WHITE}, "in the colour of the background"),
        ({"colour": (250, 250, 250)}, "in the colour of the background"),
        ({"colour": GREEN, "background": WHITE}, "drawn invisible"),
    ],
)
def test_sure_ways_to_hide_text_are_named(style: dict[str, object], how: str) -> None:
    """Each way has its own words."""
    assert hidden(**style) == [f"3 words that no person sees: {how}"]


def test_words_beyond_the_edge_are_named() -> None:
    """Off the page is hidden whatever the colour."""
    words = written(TEXT, x=700, invisible=True)
    (said,) = found("INT001", reading(TEXT, page(*words)))
    assert said.message.endswith("off the page")


def test_type_too_small_to_read_is_named_with_its_size() -> None:
    """Size and height of the words must both be tiny."""
    words = tuple(
        Word(
            each.text, each.span, Box(each.box.x0, 72, each.box.x1, 73.2), size=1.0, invisible=True
        )
        for each in written(TEXT)
    )
    assert "set in 1.0 pt" in found("INT001", reading(TEXT, page(*words)))[0].message


@pytest.mark.parametrize(
    ("drawing", "style"),
    [
        (Drawing("curve", PANEL, GREEN), {"colour": WHITE}),
        (Drawing("shape", PANEL, GREEN), {"colour": GREEN, "background": GREEN}),
        (Drawing("image", PANEL), {"colour": WHITE}),
        (Drawing("shape", PANEL), {"colour": WHITE}),
        (Drawing("shape", PANEL, (0, 0, 0)), {"colour": GREEN}),
    ],
    ids=["white on a round panel", "frame", "picture", "gradient", "gradient letters"],
)
def test_a_drawing_below_leaves_room_for_doubt(drawing: Drawing, style: dict[str, object]) -> None:
    """A drawing is known by its box only, so nothing is claimed about words on it."""
    assert hidden(drawing, **style) == []


def test_white_panels_hide_nothing_and_excuse_nothing() -> None:
    """A white panel under white words changes nothing."""
    assert hidden(Drawing("shape", PANEL, WHITE), colour=WHITE)


def test_the_text_of_a_scan_is_no_cheating() -> None:
    """Recognised text under a picture of the whole page is information of another rule."""
    scan = Drawing("image", Box(0, 0, *LETTER))
    read = reading(TEXT, page(*written(TEXT, invisible=True), drawings=(scan,)))
    assert found("INT001", read) == ()
    (said,) = found("ATS001", read)
    assert said.severity is Severity.INFO
    assert "recognised text" in said.message


def test_a_finding_stands_at_its_words() -> None:
    """Span, page and box are those of the hidden words alone."""
    visible = written("Jane Roe")
    shifted = written("         Kubernetes TensorFlow", y=300, invisible=True, colour=WHITE)
    (said,) = found("INT001", reading("Jane Roe Kubernetes TensorFlow", page(*visible, *shifted)))
    assert (said.span.start, said.span.end) == (9, 30)
    assert said.page == 1
    assert said.box == Box(117, 300, 222, 310)
