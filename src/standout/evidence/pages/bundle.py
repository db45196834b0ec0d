"""All files of a report, by name."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from standout.evidence.pages import blocks, submissions
from standout.evidence.pages.blocks import Block, Picture
from standout.evidence.pages.lines import Line, Refusal, lines
from standout.evidence.pages.numbers import Number, Register, origins_of, unmarked
from standout.evidence.pages.post import post
from standout.evidence.pages.report import Findings, details, report
from standout.evidence.plain import dumped, plain

DRAFTS = ("post.md", "mlrc.md", "rescience.md", "metadata.yaml")
"""Files that are meant to be edited."""


def bundle(found: Findings) -> dict[str, bytes]:
    """Path and content of each file. The same findings give the same bytes."""
    candidates = lines(found.reproduction, found.verdicts, found.runs, found.register)
    # Before any words of the author's, whose numbers are linked to these.
    for each in found.pairs():
        tuple(details(found, *each))
    drafts = {
        "post.md": post(found),
        "mlrc.md": submissions.mlrc(found),
        "rescience.md": submissions.rescience(found),
    }
    # Last, for its table of numbers holds those of the others.
    page = report(found)
    style = (files("standout.evidence.pages") / "report.css").read_text("utf-8")
    numbers = found.register.numbers
    title = found.reproduction.title or "Reproduction"
    texts = {
        "report.md": blocks.markdown(page),
        "report.html": blocks.html(title, page, numbers, style),
        **{name: blocks.markdown(each) for name, each in drafts.items()},
        "metadata.yaml": submissions.rescience_metadata(found),
        "lines.md": lines_page(candidates, found),
        "verdicts.json": dumped({"version": 1, "verdicts": list(found.verdicts)}),
        "claims.json": dumped({"version": 1, "claims": list(found.reproduction.claims)}),
        "runs.json": dumped({"version": 1, "runs": list(found.runs)}),
        "numbers.json": dumped({"version": 1, "numbers": numbers_plain(found.register)}),
        "lines.json": dumped({"version": 1, "lines": [line_plain(e) for e in candidates]}),
        **pictures(page),
    }
    return {name: text.encode() for name, text in texts.items()}


def pictures(page: Sequence[Block]) -> dict[str, str]:
    """The plots of a page."""
    return {each.file: each.svg for each in page if isinstance(each, Picture)}


def numbers_plain(register: Register) -> list[dict[str, object]]:
    """Every number for JSON."""
    return [number_plain(each) for each in register.numbers.values()]


def number_plain(each: Number) -> dict[str, object]:
    """A number for JSON."""
    return {
        "id": each.id,
        "text": each.text,
        "value": plain(each.value),
        "how": each.how,
        "from": origins_of(each),
        **({"author": True} if each.authored else {}),
    }


def line_plain(each: Line | Refusal) -> dict[str, object]:
    """A line or a refusal for JSON."""
    if isinstance(each, Refusal):
        return {"claim": each.claim_id, "refused": each.reason}
    return {"claim": each.claim_id, "text": unmarked(each.words), "numbers": list(each.ids)}


def lines_page(found: Sequence[Line | Refusal], of: Findings) -> str:
    """Candidates for a profile, with the ids of their numbers, and what was refused."""
    parts = ["# Lines for a resume\n\nEvery number is computed; its id leads to its files.\n"]
    for each in found:
        if isinstance(each, Line):
            ids = ", ".join(f"`{name}`" for name in each.ids)
            parts.append(
                f"- {unmarked(each.words)}\n  - evidence: `{of.name}/{each.claim_id}`\n"
                f"  - numbers: {ids}"
            )
    refused = [each for each in found if isinstance(each, Refusal)]
    if refused:
        parts.append("\n## Refused\n")
        parts += [f"- `{each.claim_id}`: {each.reason}" for each in refused]
    return "\n".join(parts) + "\n"
