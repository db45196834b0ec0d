"""An empty adjective or a cliché stands where a fact could.

'Passionate, results-driven team player' is true of everyone who writes it.
Delete it, or say what you did that shows it. Technical uses ('robust statistics', 'dynamic
programming', 'leverage ratio') are not meant, nor are titles of papers, prizes and grants.

Where evidence disagrees: no experiment isolates such words; reviewers and recruiters say in
surveys that they dislike the tone.

A summary that is nothing else is SEC003's matter. Three soft skills or more in the skill lists
('Teamwork', 'Communication') are told once: a list cannot show them, a deed can.

Bad:
    summary: Passionate engineer who builds search
             ^^^^^^^^^^
    experience:
      - title: ML engineer
        statements:
          - Trained cutting-edge models to rank 2 million products
                    ^^^^^^^^^^^^

Bad:
    skills:
      - Python
      - Teamwork
        ^^^^^^^^
      - Communication
      - Time management

Good:
    basics:
      summary: Passionate, results-driven team player who thrives in fast-paced environments.
    skills:
      - Python
      - Communication

Good:
    experience:
      - title: ML engineer
        statements:
          - Replaced the mean by robust statistics and dynamic programming

Good:
    awards:
      - title: Innovative Teaching Award
        organization: A university for passionate people

Good:
    experience:
      - title: Growth engineer
        organization: Synergy GmbH
        statements:
          - Raised the bandwidth from 1 to 10 Gbit/s for 300 clinics
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Label, Severity
from standout.model import SectionKind
from standout.rules.base import Context, Finding, rule
from standout.rules.english import prose
from standout.rules.summaries import empty_words
from standout.vocabulary import skills
from standout.vocabulary.words import find_buzzwords

SHOWN = 3
"""Words that a message quotes before it counts the rest."""
_VIRTUES = 3
"""Soft skills in lists from which they are told."""


@rule(
    "BAL003",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice; surveys of recruiters on generic tone",
    why="it is true of everyone who writes it, so it says nothing about you",
)
def buzzword(context: Context) -> Iterator[Finding]:
    """Find the listed phrases in statements, summaries and descriptions."""
    generic = {
        text.span()
        for section in context.resume.of_kind(SectionKind.SUMMARY)
        if empty_words(context, section)
        for text in section.texts()
    }
    for text in prose(context.resume):
        if text.span() in generic:
            continue
        found = tuple(find_buzzwords(text.value))
        if found:
            # One finding a text: the remedy is the same for all of its words.
            first, *others = (text.span(each.start, each.end) for each in found)
            labels = tuple(Label(each, "also empty") for each in others)
            fix = Fix(Applicability.FILL_IN, "delete it, or say what you did that shows it")
            yield Finding(
                first, _message([text.value[w.start : w.end] for w in found]), fix, labels
            )
    yield from _soft_skills(context)


def _soft_skills(context: Context) -> Iterator[Finding]:
    """Virtues in the skill lists, told once."""
    items = (
        item
        for section in context.resume.of_kind(SectionKind.SKILLS)
        for group in section.skills
        for item in group.items
    )
    soft = [item for item in items if _is_soft(item.value)]
    if len(soft) >= _VIRTUES:
        first, *others = (item.span() for item in soft)
        labels = tuple(Label(each, "nor this") for each in others)
        fix = Fix(Applicability.FILL_IN, "which deed shows it? tell that and delete it here")
        message = f"{len(soft)} soft skills that a list cannot show"
        yield Finding(first, message, fix, labels)


def _is_soft(item: str) -> bool:
    found = skills.find(item, "list")
    named = sum(each.end - each.start for each in found)
    return (
        bool(found) and all(each.skill.kind == "soft" for each in found) and 2 * named > len(item)
    )


def _message(words: list[str]) -> str:
    said = ", ".join(f"'{each}'" for each in words[:SHOWN])
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    return f"{said}{more} {'says' if len(words) == 1 else 'say'} nothing that others do not say"
