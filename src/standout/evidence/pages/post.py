"""A draft of a post: the story in the author's words, the results in computed numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.evidence.pages.blocks import Block, Bullets, Heading, Paragraph, Picture
from standout.evidence.pages.lines import refusal
from standout.evidence.pages.numbers import clean
from standout.evidence.pages.report import (
    Findings,
    authors_numbers,
    card,
    counted,
    overview,
    paper_line,
    told_label,
)
from standout.model.evidence import ClaimKind, Label

OWN = {
    ClaimKind.VALUE: "mine",
    ClaimKind.AGGREGATE: "mine",
    ClaimKind.RATIO: "mine",
    ClaimKind.ORDERING: "how often a run of the first beats one of the second",
    ClaimKind.THRESHOLD: "share of my seeds that are there in time",
    ClaimKind.QUALITATIVE: "",
}
_ASK = {
    "started": "Why this paper, and what you knew before?",
    "decisions": "What does the paper leave open, what did you choose, and why?",
    "experiments": "What did you try, in which order, and what did each tell you?",
    "failed": "What did not work, and how did you notice?",
}


def post(found: Findings) -> list[Block]:
    """The draft; where the file tells no story, a question stands in its place."""
    story = found.reproduction.story
    blocks: list[Block] = [Heading(1, clean(found.reproduction.title) or "A reproduction")]
    blocks += [Paragraph(counted(found)), Paragraph(paper_line(found.reproduction))]
    for heading, key in (
        ("Where it started", "started"),
        ("What I decided", "decisions"),
        ("What I tried", "experiments"),
    ):
        blocks += [Heading(2, heading), *_told(found, getattr(story, key), _ASK[key])]
    blocks += [Heading(2, "What came out"), *overview(found)]
    blocks += _results(found)
    blocks += [Heading(2, "What failed"), *_told(found, story.failed, _ASK["failed"])]
    blocks += _open(found)
    blocks += [Heading(2, "Check it yourself"), Paragraph(_checking(found))]
    return [*blocks, *authors_numbers(found)]


def _told(found: Findings, paragraphs: Sequence[str], question: str) -> Iterator[Block]:
    if paragraphs:
        yield from (Paragraph(found.register.author(each)) for each in paragraphs)
    else:
        yield Paragraph(f"*{question}*")


def _results(found: Findings) -> Iterator[Block]:
    for claim, verdict, facts in found.pairs():
        says = found.register.author(claim.says).rstrip(".") or claim.id
        yield Heading(3, f"{says}: {told_label(verdict)}")
        numbers = f"Published {facts.published()}" if facts.published() else ""
        numbers += f" {facts.spread()}" if facts.spread() else ""
        own = f"{OWN[claim.kind]}: {facts.own()}" if facts.own() else ""
        if numbers or own:
            yield Paragraph(f"{numbers}{'; ' if numbers and own else ''}{own}.")
        yield Paragraph(f"{verdict.reason[:1].upper()}{verdict.reason[1:]}.")
        yield from (e for e in card(found, claim, verdict, facts) if isinstance(e, Picture))


def _open(found: Findings) -> Iterator[Block]:
    """What may not be told as a success, told as what it is."""
    notes = [
        f"`{each.claim_id}`: {refusal(each)}"
        for each in found.verdicts
        if refusal(each) and each.label is not Label.NOT_JUDGED
    ]
    if notes:
        yield Heading(2, "What I do not claim")
        yield Bullets(tuple(notes))


def _checking(found: Findings) -> str:
    return (
        f"`standout reproduce verify {found.name}` computes the results again from the logs; "
        f"`standout evidence why {found.name} NUMBER` names the files behind one of them."
    )
