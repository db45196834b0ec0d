"""What holds for every PDF."""

from __future__ import annotations

import unicodedata
from collections import Counter

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from standout.readers import pdf
from standout.readers.pdf import extractors
from tests.checking import typeset

WORD = st.text("abcdefgHIJKLM0123456789äß.,", min_size=1, max_size=9)
BLOCK = st.tuples(
    st.lists(WORD, min_size=1, max_size=8),
    st.integers(0, 300),
    st.integers(0, 300),
    st.integers(6, 24),
)
BASE = typeset(
    "#set page(width: 300pt, height: 200pt)\n= Jane Roe\n*Engineer* #h(1fr) 2020\n- Built a thing"
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCK, min_size=1, max_size=8))
@example([(["ff"], 0, 0, 6)])
def test_every_visible_character_stands_in_the_text_once(
    blocks: list[tuple[list[str], int, int, int]],
) -> None:
    placed = "".join(
        f'#place(dx: {x}pt, dy: {y}pt, text(size: {size}pt)[#"{" ".join(words)}"])\n'
        for words, x, y, size in blocks
    )
    content = typeset(f"#set page(width: 900pt, height: 400pt, margin: 5pt)\n{placed}")
    reading = pdf.read(content, "page.pdf")
    stream = extractors.extractions(content)[0].pages[0]
    # Copies that cover one another are one word on paper.
    if len({(x, y) for _, x, y, _ in blocks}) == len(blocks):
        assert _characters(reading.source.text) == _characters(stream)
    for page in reading.pages:
        for word in page.words:
            assert reading.source.text[word.span.start : word.span.end] == word.text
    spans = [place.span for place in reading.source.places]
    assert spans == sorted(spans)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(BASE) - 1), st.binary(min_size=1, max_size=6))),
    st.integers(0, len(BASE)),
)
def test_mutated_files_are_read_or_diagnosed(changes: list[tuple[int, bytes]], cut: int) -> None:
    content = bytearray(BASE)
    for at, replacement in changes:
        content[at : at + len(replacement)] = replacement
    for version in (bytes(content), bytes(content[:cut])):
        reading = pdf.read(version, "page.pdf")
        assert reading.pages or reading.diagnostics
        extractors.extractions(version)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes_are_diagnosed(tail: bytes) -> None:
    reading = pdf.read(b"%PDF-1.7\n" + tail, "page.pdf")
    assert {each.code for each in reading.diagnostics} == {"DOC001"}


def _characters(text: str) -> Counter[str]:
    return Counter(unicodedata.normalize("NFC", "".join(text.split())))
