"""Findings left out by comment or by settings, and what is said about the comments."""

from __future__ import annotations

import pytest

from standout.rules import suppression
from standout.rules.settings import Ignore, Settings
from standout.source import Source, Span
from tests.reporters.sample import finding

RAN = {"AAA001", "aaa-thing", "BBB001"}


def left(text: str, *at: str, form: str = "yaml", code: str = "AAA001") -> list[str]:
    """The codes left of findings at the given words."""
    source = Source("cv", form, text, editable=True)
    found = [finding(code, Span(text.index(words), text.index(words) + len(words))) for words in at]
    shown = suppression.without_commented(source, found, RAN, Settings())
    return [each.code for each in shown]


@pytest.mark.parametrize(
    "text",
    [
        "a: bad words  # standout: ignore AAA001 because of an NDA\n",
        "a: bad words  # standout: ignore aaa-thing because of an NDA\n",
        "a: bad words  # standout: ignore BBB002, AAA001 because of an NDA\n",
        "# standout: ignore AAA001 because of an NDA\na: bad words\n",
        "  # standout: ignore AAA001 because: of an NDA\r\n  - bad words\r\n",
        "# standout: ignore BBB009 because x\n# standout: ignore AAA001 because y\na: bad words\n",
        "<!-- standout: ignore AAA001 because of an NDA -->\n- bad words\n",
        "- bad words <!-- standout: ignore AAA001 because of an NDA -->\n",
        "# standout: ignore AAA001 because it is quoted\n- long text that\n  has bad words\n",
    ],
)
def test_suppressed(text: str) -> None:
    """On the line, alone above it, stacked, in Markdown, and for the lines a text goes on in."""
    assert left(text, "bad words") == []


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("a: bad words  # standout: ignore BBB001 because of x\n", "SUP001"),
        ("a: bad words\n# standout: ignore AAA001 because of x\n", "SUP001"),
        ("# standout: ignore AAA001 because of x\n\na: bad words\n", "SUP001"),
        ("# standout: ignore AAA001 because x\n- other\n- bad words\n", "SUP001"),
        (
            "# standout: ignore AAA001 because x\n- title: a\n  statements:\n  - bad words\n",
            "SUP001",
        ),
        ("a: bad words  # standout: ignore AAA001\n", "SUP002"),
        ("a: bad words  # standout: ignore AAA001 because\n", "SUP002"),
        ("a: bad words  # standout: ignore AAA001 because   \n", "SUP002"),
        ("a: bad words  # standout: ignore because of x\n", "SUP002"),
        ("a: bad words  # standout: ignore\n", "SUP002"),
    ],
)
def test_not_suppressed(text: str, also: str) -> None:
    """Another code, another line, no reason: the finding stays, and the comment is told of."""
    assert left(text, "bad words") == ["AAA001", also]


def test_a_comment_needs_to_be_one() -> None:
    """An address or a word with the sign in it is no comment."""
    assert left("a: bad words http://x/#standout: ignore AAA001 because y\n", "bad words") == [
        "AAA001"
    ]


def test_a_rule_that_did_not_run_may_have_its_comment() -> None:
    """Only what ran can have found nothing."""
    assert left("a: b  # standout: ignore ZZZ001 because x\n") == []


def test_formats_without_comments_have_none() -> None:
    """Words of a PDF are the applicant's, not ours."""
    source = Source("cv.pdf", "pdf", "x # standout: ignore AAA001 because y\n")
    found = [finding("AAA001", Span(0, 1))]
    assert suppression.without_commented(source, found, RAN, Settings()) == tuple(found)


@pytest.mark.parametrize(
    ("ignore", "kept"),
    [
        (Ignore("AAA001", "x"), 0),
        (Ignore("aaa-thing", "x"), 0),
        (Ignore("AAA001", "x", "BAD  words"), 0),
        (Ignore("AAA001", "x", "good"), 1),
        (Ignore("BBB001", "x"), 1),
    ],
)
def test_ignored_in_settings(ignore: Ignore, kept: int) -> None:
    """By code or name, and where asked by a part of the words, whatever their case."""
    source = Source("cv", "text", "some bad words here")
    found = [finding("AAA001", Span(5, 14))]
    assert len(suppression.without_ignored(source, found, (ignore,))) == kept


@pytest.mark.parametrize(
    "text", ["#" * 200_000, "standout:" * 20_000, "# standout: ignore " * 9_000]
)
def test_hostile_text_is_quick(text: str) -> None:
    """Nothing here takes more than linear time."""
    left(text)
