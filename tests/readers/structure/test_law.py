"""The law: every word of the lines is in the resume exactly once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standout.model import Resume
from standout.readers import markdown, pdf, plain_text
from standout.readers.lines import Line
from standout.readers.structure import build
from standout.source import Source, Text
from standout.vocabulary import closed
from tests.checking import typeset

VOCABULARY = """
Engineer Acme GmbH Berlin, Germany Jan 2020 – Present 2019 Built led a model with Python
University B.Sc. in Physics | • · at GPA: 3.9/4.0 jane@example.org github.com/jane +49 170
555 0134 Tech: Languages: English (C1) state-of-the- art transac- tions “Title.” et al. Doe,
J. Remote Award x 1. EXPERIENCE Skills Education PUBLICATIONS Projects
"""
WORDS = st.sampled_from(VOCABULARY.split())
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "- ", "  - ", "    ", "# ", "## "]),
        st.lists(WORDS, min_size=1, max_size=9).map(" ".join),
        st.sampled_from(["", "      Jan 2020 – May 2021", "\t2019", "     Berlin, Germany"]),
        st.sampled_from(["\n", "\n\n"]),
    ),
    max_size=25,
)


def check(lines: Sequence[Line], read: Resume) -> None:
    """Every word counts once; an employer shared by several roles counts once as well."""
    seen: Counter[int] = Counter()
    for text in _own_texts(read):
        seen.update(
            place for char, place in zip(text.value, text.places, strict=True) if char.isalnum()
        )
    for line in lines:
        for segment in line.segments:
            for match in re.finditer(r"\S+", segment.text.value):
                places = _letters(segment.text[match.start() : match.end()])
                counts = {seen[place] for place in places}
                bare = match.group().strip(".,:;()[]|-–—/\"'“”‘’").casefold()
                if re.fullmatch(r"\[\w{1,6}\]|\(?\d{1,4}[.)]", match.group()):
                    assert counts <= {0, 1}, "the number of a list item"
                elif bare in closed.words("connecting"):
                    assert counts <= {0, 1}, match.group()
                elif places:
                    assert counts == {1}, f"{match.group()!r} in {segment.text.value!r}: {counts}"


def _letters(text: Text) -> list[int]:
    return [place for char, place in zip(text.value, text.places, strict=True) if char.isalnum()]


def _own_texts(read: Resume) -> list[Text]:
    shared: set[int] = set()
    kept: list[Text] = []
    for text in read.texts():
        if id(text) not in shared:
            kept.append(text)
        shared.add(id(text))
    return kept


@given(ROWS)
@settings(max_examples=150, deadline=None)
def test_no_word_of_a_text_is_lost_or_doubled(rows: list[tuple[str, str, str, str]]) -> None:
    source = Source("a.txt", "text", "".join("".join(row) for row in rows))
    for reader in (plain_text, markdown):
        lines = list(reader.lines(source))
        check(lines, build(lines))


LAYOUTS = {
    "one column": """
#set page(width: 420pt, height: 500pt)
#text(size: 20pt, weight: "bold")[Jane Roe] \\
jane\\@example.org | +49 170 555 0134 | Berlin, Germany
== Experience
*Engineer* #h(1fr) Jan 2020 – Present \\
_Acme GmbH_ #h(1fr) Berlin, Germany
- Built a search engine that answers in 40 ms and serves all of the western desert, day and night
- Cut its cost by 10 %
== Education
B.Sc. Physics, University of Bonn #h(1fr) 2012 – 2015
== Skills
*Languages:* Python, C++ \\
*Tools:* Docker, AWS (S3, EC2)
""",
    "sidebar": """
#set page(width: 500pt, height: 500pt)
#text(size: 20pt, weight: "bold")[Jane Roe]
#grid(columns: (140pt, 1fr), gutter: 20pt, [
== Contact
jane\\@example.org \\
Berlin, Germany
== Skills
Python, SQL, Docker
], [
== Experience
*Acme GmbH* — Engineer #h(1fr) 2019 – 2021
- Built a search engine that answers in 40 ms and serves all of the western desert
*Lumen* — Analyst #h(1fr) 2017 – 2019
- Wrote reports that three teams read every week of the year and still ask for
])
""",
    "dates to the left": """
#set page(width: 500pt, height: 500pt)
= Jane Roe
== Experience
#grid(columns: (90pt, 1fr), row-gutter: 8pt,
  [2019 – 2021], [*Engineer*, Acme GmbH, Berlin \\ Built a search engine for anvils.],
  [2017 – 2019], [*Analyst*, Lumen, London \\ Wrote reports that three teams read.])
== Publications
+ J. Roe, A. Poe. “Sorting letters with cats.” _NeurIPS_, 2022.
""",
}


@pytest.mark.parametrize("markup", LAYOUTS.values(), ids=LAYOUTS)
def test_no_word_of_a_page_is_lost_or_doubled(markup: str) -> None:
    content = typeset(markup)
    check(pdf.lines(content, "a.pdf"), pdf.read(content, "a.pdf").resume)


@given(st.text(max_size=400))
@settings(deadline=None)
def test_any_text_is_read(text: str) -> None:
    source = Source("a.txt", "text", text)
    plain_text.read(source)
    markdown.read(source)


def test_two_lines_of_authors_may_touch() -> None:
    """No title stands between them."""
    text = "PUBLICATIONS\nA title of a thing that sorts\nT. Roe, N. Poe\nL. Quist, R. Loe\n"
    source = Source("a.txt", "text", text)
    lines = list(plain_text.lines(source))
    check(lines, build(lines))


@pytest.mark.parametrize(
    "unit", ["a", " ", "-", "(", "1", "a@", "a.", "| ", "A, ", "\n", "2020 – ", "# x\n"]
)
def test_long_monotonous_text_is_read_in_time(unit: str) -> None:
    source = Source("a.txt", "text", unit * (20_000 // len(unit)))
    plain_text.read(source)
    markdown.read(source)
