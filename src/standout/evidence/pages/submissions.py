"""The same findings under the headings that ReScience C and the MLRC ask for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from standout.evidence.pages.blocks import Block, Bullets, Heading, Paragraph
from standout.evidence.pages.numbers import clean
from standout.evidence.pages.report import (
    GOOD,
    Findings,
    card,
    counted,
    differences,
    overview,
    paper_line,
    runs_of,
)
from standout.model.evidence import ClaimKind, Label

_ASKED = "*Not told yet: write it here.*"


def mlrc(found: Findings) -> list[Block]:
    """The summary and body of the Machine Learning Reproducibility Challenge."""
    story = found.reproduction.story
    blocks: list[Block] = [Heading(1, clean(found.reproduction.title) or "Reproduction")]
    blocks += [Heading(2, "Reproducibility summary"), Heading(3, "Scope of reproducibility")]
    blocks += [Paragraph(paper_line(found.reproduction)), _claims(found)]
    blocks += [Heading(3, "Methodology"), *_paragraphs(found, [found.reproduction.summary])]
    blocks += [*_paragraphs(found, story.decisions), *_methods(found)]
    blocks += [Heading(3, "Results"), Paragraph(counted(found)), *overview(found)]
    blocks += [Heading(3, "What was easy"), *_paragraphs(found, story.easy)]
    hard = (*story.difficult, *story.failed)
    blocks += [Heading(3, "What was difficult"), *_paragraphs(found, hard)]
    blocks += [Heading(3, "Communication with original authors")]
    blocks += _paragraphs(found, story.communication)
    blocks.append(Heading(2, "Results in full"))
    for each in found.pairs():
        blocks += card(found, *each)
    return [*blocks, *differences(found), *runs_of(found)]


def rescience(found: Findings) -> list[Block]:
    """An article of ReScience C."""
    story = found.reproduction.story
    blocks: list[Block] = [Heading(1, rescience_title(found))]
    blocks += [
        Heading(2, "Introduction"),
        Paragraph(paper_line(found.reproduction)),
        _claims(found),
    ]
    blocks += [Heading(2, "Methods"), *_paragraphs(found, story.decisions), *_methods(found)]
    blocks += differences(found)
    blocks += [Heading(2, "Results"), Paragraph(counted(found)), *overview(found)]
    for each in found.pairs():
        blocks += card(found, *each)
    blocks += [Heading(2, "Discussion")]
    blocks += _paragraphs(found, (*story.experiments, *story.failed))
    return [*blocks, *runs_of(found)]


def rescience_title(found: Findings) -> str:
    """The title with its mark: [Re] where the claims came out again, [¬Re] where they did not."""
    paper = clean(found.reproduction.paper.title or found.reproduction.title)
    failed = any(each.label is Label.NOT_REPRODUCED for each in found.verdicts)
    good = any(each.label in GOOD for each in found.verdicts)
    return f"[{'¬Re' if failed and not good else 'Re'}] {paper}"


def rescience_metadata(found: Findings) -> str:
    """`metadata.yaml` of ReScience C, as far as the file tells; the rest stands empty."""
    reproduction = found.reproduction
    paper, author = reproduction.paper, reproduction.author

    def q(words: str) -> str:
        # A string of JSON is one of YAML.
        return json.dumps(clean(words), ensure_ascii=False)

    return (
        f"title: {q(rescience_title(found))}\n"
        f"authors:\n  - name: {q(author.name)}\n    orcid: {q(author.orcid)}\n"
        f"    affiliations: 1\n"
        f"affiliations:\n  - code: 1\n    name: {q(author.affiliation)}\n"
        f"keywords: {q('')}\n"
        f"code:\n  - url: {q(reproduction.code)}\n  - doi: {q('')}\n"
        f"data:\n  - url: {q('')}\n  - doi: {q('')}\n"
        f"replication:\n  - cite: {q(_citation(found))}\n  - bib: {q('')}\n"
        f"  - url: {q(paper.url)}\n  - doi: {q(paper.doi)}\n"
        f"abstract: {q(reproduction.summary)}\n"
        f"type: {q('Replication')}\nlanguage: {q('Python')}\n"
    )


def _citation(found: Findings) -> str:
    paper = found.reproduction.paper
    year = str(paper.year) if paper.year else ""
    return ", ".join(each for each in (", ".join(paper.authors), paper.title, year) if each)


def _claims(found: Findings) -> Block:
    return Bullets(
        tuple(
            f"`{claim.id}`: {found.register.author(claim.says) or f'{claim.task} {claim.metric}'}"
            for claim in found.reproduction.claims
        )
    )


def _methods(found: Findings) -> Iterator[Block]:
    told = []
    for claim, verdict in zip(found.reproduction.claims, found.verdicts, strict=True):
        if claim.kind is not ClaimKind.QUALITATIVE and verdict.method:
            told.append(f"`{claim.id}`: {verdict.method}")
    if told:
        yield Bullets(tuple(told))


def _paragraphs(found: Findings, paragraphs: Sequence[str]) -> list[Block]:
    told: list[Block] = [Paragraph(found.register.author(each)) for each in paragraphs if each]
    return told or [Paragraph(_ASKED)]
