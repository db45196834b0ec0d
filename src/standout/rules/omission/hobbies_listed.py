"""Interests take lines that deeds could use.

They rarely help, and they can signal social class: in an experiment with 316 applications, upper
class hobbies got privileged men most of the invitations.
An interest that touches the work (a maintained tool, a robotics club, a research field, a word of
your titles or skills) is not meant.
Where interests are usual, `region` (de, fr, es, jp) silences the rule.
Where evidence disagrees: activities helped graduates in one study, so this is a note.

Bad:
    interests:
      - Watching films
        ^^^^^^^^^^^^^^

Good:
    interests:
      - Maintaining a Python package for bird songs

Good:
    sections:
      - heading: Research interests
        kind: interests
        statements:
          - Sample-efficient exploration

Good (yaml; region=de):
    interests:
      - Hiking

Good:
    experience:
      - title: Game designer
    interests:
      - Board game design

Good:
    projects:
      - title: Hiking route planner
        statements:
          - Wrote a route planner for 300 hiking clubs
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standout.diagnostic import Basis, Severity
from standout.model import Resume, Section, SectionKind
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.deletion import deletion
from standout.rules.outline import KEYED
from standout.source import Source, Span, Text
from standout.vocabulary import skills

_LONG = regex(r"[^\W\d_]{5,}")
_USUAL = ("de", "fr", "es", "jp")
_WORK = regex(
    r"\b(?:research|open[- ]source|maintain\w*|robot\w*|hackathons?|kaggle|competiti\w+|"
    r"olympiads?|meetups?|comput\w+|programming|coding|machine learning|ai|ml|software|web|tech\w*|"
    r"data|developers?|contributing|mentoring|electronics|hacktoberfest|documentation)\b",
    re.IGNORECASE,
)


@rule(
    "OMT001",
    severity=Severity.INFO,
    basis=Basis.MEASURED,
    source="Rivera & Tilcsik 2016 (field experiment, 316 applications)",
    why="hobbies tell about class and taste, not about work, and take the room of a deed",
)
def hobbies_listed(context: Context) -> Iterator[Finding]:
    """Find each line of interests that has nothing to do with the work."""
    if context.settings.region in _USUAL:
        return
    trade = _trade(context.resume)
    for section in context.resume.of_kind(SectionKind.INTERESTS):
        if section.heading and _WORK.search(section.heading.value):
            continue
        for span in _private_lines(context, section, trade):
            fix = deletion(context, span, "delete it, or say what you built or won with it")
            yield Finding(span, "an interest without a link to the work", fix)


def _trade(resume: Resume) -> frozenset[str]:
    """The longer words of the headline, the titles and the skills: what the person does."""
    texts = [resume.basics.headline] if resume.basics.headline else []
    for section in resume.sections:
        texts += [each.title for each in section.entries if each.title]
        if section.kind is SectionKind.SKILLS:
            texts += [item for group in section.skills for item in group.items]
    return frozenset(word for each in texts for word in _LONG.findall(each.value.lower()))


def _private_lines(context: Context, section: Section, trade: frozenset[str]) -> Iterator[Span]:
    """One span for each run of interests on one line of thought: a group, entry or statement."""
    groups = [[*([each.name] if each.name else []), *each.items] for each in section.skills]
    if context.reading.document.format not in KEYED:
        groups = [run for group in groups for run in _paragraphs(context.source, group)]
    runs = groups
    runs += [list(entry.texts()) for entry in section.entries]
    runs += [[statement.text] for statement in section.statements]
    for run in runs:
        if run and not any(_is_work(each.value, trade) for each in run):
            # Columns can be read in another order than they stand in the text.
            yield Span.around(each.span() for each in run)


def _paragraphs(source: Source, texts: Sequence[Text]) -> Iterator[list[Text]]:
    """A list cut where an empty line parts it: what follows may be no interest at all."""
    run: list[Text] = []
    for text in texts:
        if run and source.text[run[-1].span().end : text.span().start].count("\n") > 1:
            yield run
            run = []
        run.append(text)
    yield run


def _is_work(text: str, trade: frozenset[str]) -> bool:
    if _WORK.search(text) or not trade.isdisjoint(_LONG.findall(text.lower())):
        return True
    return any(each.skill.kind not in ("soft", "office") for each in skills.find(text, "prose"))
