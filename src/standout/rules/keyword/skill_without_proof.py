"""Many listed skills appear in no job, project, paper or link.

A list is a claim; readers who know the field look for the place where a skill was used, and an
interviewer will ask. Name the skill in the statement it made possible, or leave it out.
A skill counts as shown when it or anything that proves it is named elsewhere: PyTorch shows
Python, 'a Rust crawler' shows Rust. Human languages, office software, small tools (Git, Linux,
editors) and broad fields need no proof of their own.

One finding a resume, at the first of the skills; the others are its labels.

Options: `share` (0.75) and `count` (5): flagged when at least so many, and more than this share of
the skills that could be shown, are shown nowhere.

Bad:
    skills:
      - group: Tools
        items: [PyTorch, Kafka, Terraform, Neo4j, Flink, Snowflake]
                         ^^^^^
    experience:
      - title: ML engineer
        statements:
          - Trained a ranking model in PyTorch that cut returns by 4 %
          - Moved the nightly jobs from one machine to twelve
          - Wrote the tests that found 30 broken feeds

Good:
    skills:
      - group: Tools
        items: [Python, PyTorch, SQL, Docker, Git, Linux, English]
    experience:
      - title: ML engineer
        statements:
          - Trained a ranking model in PyTorch that cut returns by 4 %
          - Moved the feeds to BigQuery and the jobs into Docker containers
          - Wrote the tests that found 30 broken feeds

Good:
    skills:
      - group: Languages
        items: [Python, C++, Rust, Go]
    summary: Looking for a first role in robotics after a degree in physics

Good:
    skills:
      - group: Languages
        items: [Rust, Go, R, Julia, Swift, SQL]
    projects:
      - title: Crawler
        statements:
          - Collected 900 hours of speeches with a Rust crawler that checks each licence
          - Wrote the dashboard in R Shiny and its server in Go
          - Published the code with tests

Good:
    skills:
      - group: Tools
        items: [PyTorch, Kafka, Flink]
    projects:
      - title: Alarm
        keywords: [Flink]
        statements:
          - Scored 2 million events a day from Kafka with a PyTorch model
          - Halved the false alarms from 40 to 20 a week
          - Published the code with tests
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Label, Severity
from standout.model import Resume, SectionKind
from standout.rules.base import Context, Finding, rule
from standout.source import Span
from standout.vocabulary import skills
from standout.vocabulary.skills import Skill

_SHOWABLE = (
    "language", "framework", "library", "platform", "service", "data-store", "hardware", "model",
    "tool",
)  # fmt: skip
_SMALL = frozenset(
    {
        "version-control",
        "build-systems",
        "software-engineering",
        "scripting",
        "writing",
        "data-formats",
    }
)
"""Broader skills of what is too small to tell about."""
_FEW_STATEMENTS, _MOST_LABELS = 3, 8


@rule(
    "KEY003",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice: reviewers of data-science applications",
    why="a list is a claim; who knows the field looks for the place where a skill was used",
    options={"share": 0.75, "count": 5},
)
def skill_without_proof(context: Context) -> Iterator[Finding]:
    """Subtract what is named elsewhere, and what that proves, from the skill lists."""
    listed = dict(_listed(context.resume))
    shown = _shown(context.resume)
    if sum(1 for _ in context.resume.statements()) < _FEW_STATEMENTS or not shown:
        return
    elsewhere = _elsewhere(context.resume)
    missing = {
        each: span
        for each, span in listed.items()
        if each not in shown
        and not _is_written(context.source.text[span.start : span.end], elsewhere)
    }
    enough = len(missing) >= context.number("count")
    if enough and len(missing) > context.number("share") * len(listed):
        (_, first), *others = missing.items()
        names = ", ".join(skills.by_id(each).name for each in list(missing)[:_MOST_LABELS])
        more = "" if len(missing) <= _MOST_LABELS else ", ..."
        message = f"{len(missing)} of {len(listed)} listed skills appear nowhere else: "
        fix = Fix(
            Applicability.FILL_IN, "where did you use it? name it there, or leave it off the list"
        )
        labels = tuple(Label(span, "nor this") for _, span in others[: _MOST_LABELS - 1])
        yield Finding(first, f"{message}{names}{more}", fix, labels)


def _listed(resume: Resume) -> Iterator[tuple[str, Span]]:
    seen: set[str] = set()
    for section in resume.of_kind(SectionKind.SKILLS):
        for group in section.skills:
            for item in group.items:
                for mention in skills.find(item.value, "list"):
                    skill = mention.skill
                    if _is_showable(skill) and skill.id not in seen:
                        seen.add(skill.id)
                        yield skill.id, item.span(mention.start, mention.end)


def _elsewhere(resume: Resume) -> str:
    """All text outside of the skill lists."""
    sections = (each for each in resume.sections if each.kind is not SectionKind.SKILLS)
    return "\n".join(text.value for section in sections for text in section.texts())


def _is_written(name: str, text: str) -> bool:
    """Say whether a listed name stands letter by letter in a text: who lists Rust means Rust."""
    return re.search(rf"(?<![\w+#]){re.escape(name)}(?![\w+#])", text) is not None


def _is_showable(skill: Skill) -> bool:
    return skill.kind in _SHOWABLE and not skill.obvious and not _SMALL & set(skill.parents)


def _shown(resume: Resume) -> frozenset[str]:
    """The skills named outside of the skill lists, and what they prove."""
    found: set[str] = {"linux"}
    for section in resume.sections:
        if section.kind is SectionKind.SKILLS:
            continue
        for text in section.texts():
            found.update(each.skill.id for each in skills.find(text.value))
        for entry in section.entries:
            for word in entry.keywords:
                found.update(each.skill.id for each in skills.find(word.value, "list"))
    return frozenset(found.union(*(skills.implied(each) for each in found)))
