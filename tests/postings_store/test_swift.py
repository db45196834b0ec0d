"""What is done in few steps, since there are millions, gives what the plain way gives."""

from __future__ import annotations

import json
import re
import zlib

from hypothesis import given
from hypothesis import strategies as st

from standout.analysis.requirements import clauses
from standout.model import Document, Posting, PostingReading
from standout.postings.plain import plain
from standout.postings.prepared import prepared
from standout.postings.records import packed
from standout.postings.sketches import number, sketch
from standout.readers import posting
from standout.source import Source, Text
from tests.postings.labelled import load
from tests.postings_store import making

LINES = st.lists(st.text(max_size=60), max_size=12).map("\n".join)


def read() -> list[PostingReading]:
    """Postings as boards tell them, and as they stand in files."""
    several = load("first_look.txt")
    rows = [
        {"title": "Data Engineer", "company": "Moss", "location": "Oslo", "description": each.text}
        for each in several
    ]
    content = "\n".join(map(json.dumps, rows)).encode()
    bare = [posting.read(each.text.encode(), "a.md") for each in several]
    return [*posting.read_all(content, "a.jsonl"), *bare]


def test_a_record_is_the_json_of_the_posting() -> None:
    for each in [*read(), *making.readings(40)]:
        record = json.loads(zlib.decompress(packed(each.posting, each.source)))
        assert record == plain(each.posting, each.source.text)


@given(st.text(max_size=30), st.lists(st.integers(0, 40), max_size=9))
def test_a_record_of_pieces_that_stand_elsewhere(text: str, places: list[int]) -> None:
    piece = Text("x" * len(places), tuple(places))
    made = Posting(title=piece, duties=(piece, Text(text, range(len(text)))))
    record = json.loads(zlib.decompress(packed(made, Source("made", "json", text))))
    assert record == plain(made, text)


@given(LINES)
def test_the_words_of_lines_are_those_of_the_text(text: str) -> None:
    words = re.findall(r"[^\W_]+", text.casefold())
    assert sketch(text, ()).exact == number(" ".join(words))


@given(st.lists(st.lists(st.integers(0, 30), max_size=6), min_size=1, max_size=4))
def test_a_description_is_the_text_without_its_fields(fields: list[list[int]]) -> None:
    """Also where fields overlap or stand apart."""
    text = "Kestrel seeks a plumber in Moss."
    pieces = [Text("y" * len(each), tuple(each)) for each in fields]
    whole = Text(text[:7], range(7))
    made = Posting(title=whole, places=tuple(pieces))
    left = {*range(len(text))} - {*range(7)} - {at for each in fields for at in each}
    bare = "".join(text[at] for at in sorted(left))
    stored = prepared(PostingReading(Source("a", "json", text), Document("json"), made))
    assert stored.sketch.exact == sketch(bare, ()).exact


@given(st.text("ab .;!?\n\t)•A1", max_size=30))
def test_a_text_without_marks_is_one_sentence(text: str) -> None:
    found = [match.end() for match in clauses._SENTENCE.finditer(text)]
    assert [end for _, end in clauses._ends(text)] == found
