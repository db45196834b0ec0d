"""Measure the reading of postings: labelled lines, time, and skills against human labels.

`python scripts/asked.py [FOLDER]`: FOLDER may hold SkillSpan as `skillspan_*.jsonl` (tokens with
`tags_skill` and `tags_knowledge`). Of its technical half, precision is the share of our technical
skills that overlap a label, recall the share of knowledge labels that one of ours overlaps; its
labels name much that is no technical skill ('financial services'), so recall has a low ceiling.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.postings.labelled import load, tally  # noqa: E402 - the same

from standout.readers import posting  # noqa: E402 - the tests' package is found from the root
from standout.vocabulary import skills  # noqa: E402 - the same

Row = tuple[str, str, str]
Span = tuple[int, int]


def rows(folder: Path | None = None) -> list[Row]:
    """What was measured, and the promise it is held against."""
    found = [
        (f"lines asked for, {name}", str(tally(load(name))), ".95 .95 .03")
        for name in ("first_look.txt", "second_look.txt")
    ]
    found.append(("read a posting, warm", times(), "5"))
    for path in sorted(folder.rglob("skillspan_*.jsonl")) if folder else ():
        precision, recall = against_labels(path)
        found.append((path.stem, f"precision {precision:.3f}, recall {recall:.3f}", ""))
    return found


def times() -> str:
    """Milliseconds of a labelled posting, least and median of ten rounds."""
    texts = [
        each.text.encode() for name in ("first_look.txt", "second_look.txt") for each in load(name)
    ]
    rounds = []
    for _ in range(10):
        began = time.process_time()
        for text in texts:
            posting.read(text, "posting.txt")
        rounds.append((time.process_time() - began) * 1000 / len(texts))
    return f"{min(rounds[1:]):.2f} / {statistics.median(rounds[1:]):.2f} ms"


def against_labels(path: Path) -> tuple[float, float]:
    """Precision and recall of technical skills on one file of labelled sentences."""
    right = named = met = wanted = 0
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
            for each in skills.find(text)
            if each.skill.kind not in ("soft", "natural-language")
        ]
        named, wanted = named + len(ours), wanted + len(knowledge)
        right += sum(any(_overlap(each, label) for label in labels) for each in ours)
        met += sum(any(_overlap(label, each) for each in ours) for label in knowledge)
    return right / max(1, named), met / max(1, wanted)


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
