"""Comparing extractors: what differs in spelling only is no difference."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.model import Entry, Extraction, Resume, Section, SectionKind, Statement
from standout.rules import extracted
from standout.source import Source, Text
from tests.rules.papers import found, page, reading, written

LINES = (
    "Experience",
    "Moved the search of documents to an efficient index",
    "Wrote the loader of telemetry and all of its tests",
    "Trained two junior engineers in profiling kernels",
    "Skills",
    "Profiling and quantisation of array programs",
    "Distributed training on many small machines",
)
WHOLE = "\n".join(LINES)


def resume() -> Resume:
    """Two sections whose texts are the lines above."""
    source = Source("resume.pdf", "pdf", WHOLE)
    texts = [Text.of(source, WHOLE.index(line), WHOLE.index(line) + len(line)) for line in LINES]
    return Resume(
        sections=(
            Section(SectionKind.EXPERIENCE, texts[0], statements=tuple(map(Statement, texts[1:4]))),
            Section(SectionKind.SKILLS, texts[4], statements=tuple(map(Statement, texts[5:]))),
        )
    )


def disagreements(*pages: str, options: tuple[str, ...] = ()) -> list[str]:
    """What is said of extractors that read these texts, next to one that reads all in order."""
    read = reading(WHOLE, page(*written(WHOLE.replace("\n", " "))))
    others = [Extraction(f"reader {n}", "block", (each,)) for n, each in enumerate(pages)]
    good = Extraction("good", "stream", (WHOLE,))
    answers = found("ATS003", replace(read, resume=resume()), good, *others)
    return [each.message for each in answers]


@pytest.mark.parametrize(
    "same",
    [
        WHOLE.upper(),
        WHOLE.replace("efficient", "e\ufb03cient"),
        WHOLE.replace("telemetry", "tele-\nmetry"),
        WHOLE.replace(" ", "  "),
        WHOLE.replace("\n", "\n\n• "),
        WHOLE.replace("documents", "docum\u0301ents"),
        "Page 1 of 1\n" + WHOLE,
    ],
    ids=["capitals", "ligature", "hyphen", "spaces", "bullets", "accent", "header"],
)
def test_spelling_is_no_disagreement(same: str) -> None:
    """White space, hyphens, ligatures, accents, capitals and bullets do not count."""
    assert disagreements(same) == []


def test_statements_under_another_heading_are_named() -> None:
    """The reader, the number of texts and the first three of them."""
    moved = "\n".join((LINES[0], LINES[4], *LINES[1:4], *LINES[5:]))
    (said,) = disagreements(moved)
    assert "(reader 0, read block by block) misplaces 3 of 5 texts" in said
    assert "Moved the search" in said
    assert "Trained two junior" in said


def test_lost_words_are_named() -> None:
    """Words that one reader has and another lacks."""
    (said,) = disagreements(WHOLE.replace("loader of telemetry and all of its tests", ""))
    assert "loses 4 words: 'loader', 'telemetry', 'its', ..." in said


def test_one_finding_names_the_worst_reader_and_counts_the_others() -> None:
    """The same cause is said once."""
    moved = "\n".join((LINES[0], LINES[4], *LINES[1:4], *LINES[5:]))
    (said,) = disagreements(moved, moved)
    assert "; reader 1, read block by block, 3" in said


def test_what_no_extractor_reads_as_we_do_is_our_own_doubt() -> None:
    """Where all differ from the resume that was read, nothing is said of the file."""
    read = replace(reading(WHOLE, page()), resume=resume())
    scrambled = "\n".join(reversed(LINES))
    answers = found("ATS003", read, Extraction("a", "stream", (scrambled,)))
    assert answers == ()


def test_a_lost_name_and_title_are_missed_by_the_simple_parser() -> None:
    """Fields another extractor recovers count; the finding says who misses what."""
    text = "Jane Roe\njane@roe.example\nExperience\nResearch engineer\nAcme Robotics\n2021 - 2024"
    source = Source("resume.pdf", "pdf", text)
    parts = [
        Text.of(source, text.index(line), text.index(line) + len(line)) for line in text.split("\n")
    ]
    entry = Entry(title=parts[3], organization=parts[4])
    basics = replace(Resume().basics, name=parts[0], email=parts[1])
    whole = Resume(basics, (Section(SectionKind.EXPERIENCE, parts[2], (entry,)),))
    broken = text.replace("Research engineer\n", "").replace("jane@", "j a n e @")
    (said,) = found(
        "ATS012",
        replace(reading(text, page()), resume=whole),
        Extraction("pdfium", "stream", (text,)),
        Extraction("miner", "block", (broken,)),
    )
    assert said.message == "a simple parser misses e-mail, last title (miner, read block by block)"


@given(st.text(max_size=200))
def test_letters_ignore_what_parsers_even_out(text: str) -> None:
    """Spaces and hyphens between characters never change what is compared."""
    assert extracted.letters(" ".join(text)) == extracted.letters("-".join(text))


@given(st.lists(st.text("ab \n", max_size=30), max_size=5), st.text("ab", min_size=1, max_size=3))
def test_every_place_of_some_letters_is_found(pages: list[str], wording: str) -> None:
    """`all` gives true places, and `line_of` the line that holds each."""
    stream = extracted.stream(Extraction("x", "row", tuple(pages)), "")
    for at in stream.all(wording):
        assert stream.letters.startswith(wording, at)
        line = stream.line_of(at)
        assert stream.starts[line] <= at < stream.starts[line] + len(stream.lines[line])


def test_garbled_accents_are_no_lost_words() -> None:
    """A reader that garbles accents is compared by the letters it does not garble."""
    ours = "Études de mathématiques à l'université"
    theirs = Extraction("x", "row", ("(cid:201)tudes de mathØmatiques (cid:224) l'universitØ",))
    stream = extracted.stream(theirs, ours)
    for word in ours.split():
        assert stream.fold(word) in stream.letters
    other = Extraction("x", "row", (ours,))
    assert extracted.stream(other, ours).fold is extracted.letters
