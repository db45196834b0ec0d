"""Measure the reading of postings: labelled lines, time, and skills against human labels.

`python scripts/asked.py [FOLDER]`: FOLDER may hold SkillSpan as `skillspan_*.jsonl` (tokens with
`tags_skill` and `tags_knowledge`). Each of its lines is read as a demand is, by the vocabulary and
for the terms that no vocabulary lists, without what is named by the way (titles, teams). Of its
technical half, precision is the share of our technical skills that overlap a label, recall the
share of knowledge labels that one of ours overlaps. Rows of more than `SENTENCE` words are whole
postings on one line, of which the labels leave out titles, tags and what is offered, and which no
reader takes for one demand: precision is printed with and without them.

Its knowledge labels also name degrees, languages people speak, branches of business ('financial
services') and names that were struck out: `all` counts them, `technical` leaves them out by the
patterns below, which know nothing of our vocabulary. Its skill labels ('develop software') are
deeds and are not counted; where one holds a skill of ours, that skill is right.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
SETS = (
    "first_look.txt", "second_look.txt", "third_look.txt", "fourth_look.txt", "fifth_look.txt",
    "sixth_look.txt", "seventh_look.txt", "eighth_look.txt", "ninth_look.txt",
    "tenth_look.txt", "eleventh_look.txt",
)  # fmt: skip
SENTENCE = 40
"""Words of a row that may be one sentence."""
NOT_TECHNICAL = re.compile(
    r"degree|diploma|doctorate|\b(?:phd|bachelor\w*|masters?|bsc|msc|bs|ms|ba|m\.?s|b\.?s|university|ged)\b"
    r"|\b(?:english|german|french|spanish|italian|dutch|swedish|danish|finnish|japanese|chinese)\b"
    r"|\b(?:financial services|finance|banking|gaming|gambling|publishing|retail|television|media"
    r"|consulting|telecommunications|healthcare|health|charity|non-profit|newspapers|biotechnology"
    r"|entertainment|education|insurance|government|real estate|tourism|consumer goods|fintech"
    r"|life sciences|pets|b2b|b2c|sales|music|hospitality|consumer electronics|online retail"
    r"|information technology|computer software|technical services|trends)\b|<[A-Z]+>",
    re.IGNORECASE,
)
"""Degrees, spoken languages, branches of business, and what was struck out."""
sys.path.insert(0, str(ROOT))

from tests.postings.labelled import load, tally  # noqa: E402 - the tests are found from the root

import postings  # type: ignore[import-not-found]  # noqa: E402 - beside this script
from standout.analysis.requirements import lines  # noqa: E402 - the same
from standout.readers import posting  # noqa: E402 - the tests' package is found from the root

Row = tuple[str, str, str]
Span = tuple[int, int]


def rows(folder: Path | None = None) -> list[Row]:
    """What was measured, and the promise it is held against."""
    found = [(f"lines asked for, {name}", str(tally(load(name))), ".95 .95 .03") for name in SETS]
    found.append(("read a posting of known lines", times(), "5"))
    found.append(("read a posting, 3,000 new characters", pace(), "0.8"))
    for path in sorted(folder.rglob("skillspan_*.jsonl")) if folder else ():
        precision, of_sentences, every, technical = against_labels(path)
        measured = (
            f"precision {precision:.3f}, {of_sentences:.3f} of sentences, "
            f"recall {technical:.3f} technical, {every:.3f} all"
        )
        found.append((path.stem, measured, ".92 .85"))
    return found


def pace() -> str:
    """Milliseconds for 3,000 characters of invented postings that were not read before."""
    texts = [each["description"].encode() for each in postings.postings(700, 11)]
    rounds = []
    for start in range(0, len(texts), 100):
        part = texts[start : start + 100]
        began = time.process_time()
        for text in part:
            posting.read(text, "posting.txt")
        rounds.append((time.process_time() - began) * 3_000_000 / sum(map(len, part)))
    return f"{min(rounds[1:]):.2f} / {statistics.median(rounds[1:]):.2f} ms"


def times() -> str:
    """Milliseconds of a labelled posting, least and median of ten rounds."""
    texts = [each.text.encode() for name in SETS for each in load(name)]
    rounds = []
    for _ in range(10):
        began = time.process_time()
        for text in texts:
            posting.read(text, "posting.txt")
        rounds.append((time.process_time() - began) * 1000 / len(texts))
    return f"{min(rounds[1:]):.2f} / {statistics.median(rounds[1:]):.2f} ms"


def against_labels(path: Path) -> tuple[float, float, float, float]:
    """Precision of all rows and of sentences, recall of all knowledge labels and technical ones."""
    right = {True: 0, False: 0}
    named = {True: 0, False: 0}
    met: dict[bool, int] = {True: 0, False: 0}
    wanted = {True: 0, False: 0}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["source"] != "tech":
            continue
        text = " ".join(row["tokens"])
        knowledge = list(_spans(row["tokens"], row["tags_knowledge"]))
        labels = [*knowledge, *_spans(row["tokens"], row["tags_skill"])]
        if not labels:
            continue
        ours = [
            (each.start, each.end)
            for each in lines.named(text)
            if each.skill.kind not in ("soft", "natural-language")
        ]
        sentence = len(row["tokens"]) <= SENTENCE
        named[sentence] += len(ours)
        right[sentence] += sum(any(_overlap(each, label) for label in labels) for each in ours)
        for label in knowledge:
            technical = NOT_TECHNICAL.search(text[label[0] : label[1]]) is None
            wanted[technical] += 1
            met[technical] += any(_overlap(label, each) for each in ours)
    every = sum(met.values()) / max(1, sum(wanted.values()))
    return (
        sum(right.values()) / max(1, sum(named.values())),
        right[True] / max(1, named[True]),
        every,
        met[True] / max(1, wanted[True]),
    )


def _spans(tokens: Sequence[str], tags: Sequence[str]) -> Iterator[Span]:
    at, start, end = 0, -1, -1
    for token, tag in [*zip(tokens, tags, strict=True), ("", "O")]:
        if start >= 0 and not tag.startswith("I"):
            yield start, end
            start = -1
        if tag.startswith("B"):
            start = at
        end = at + len(token)
        at = end + 1


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


if __name__ == "__main__":
    for what, measured, promise in rows(Path(sys.argv[1]) if len(sys.argv) > 1 else None):
        print(f"{what:34}  {measured}  {promise}")
