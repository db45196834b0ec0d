"""A job does not say where it was.

The employer is one of the few things that recruiters surely look at, and a profile form asks for
it.
Without it a reader wonders whether the job was one.

What to do: name the employer, or write freelance, self-employed or the project's name.
Under non-disclosure write what it was: 'a German insurer'.

Jobs in a file with keys are looked at, and on a page those that stand alone with title and dates,
while most others name an employer.
Own work ('freelance', 'founder', 'independent') needs none.

Bad:
    experience:
      - title: ML engineer
               ^^^^^^^^^^^
        start: 2021-02
        end: present
        statements:
          - Cut latency from 90 ms to 30 ms

Bad (markdown):
    # Jane Roe

    ## Experience

    ### Senior engineer, Acme, Jan 2021 - May 2024

    - Cut latency from 90 ms to 30 ms

    ### Research engineer, Initech, Mar 2018 - Dec 2020

    - Wrote the loader

    ### Research intern, Jun 2017 - Aug 2017
        ^^^^^^^^^^^^^^^

    - Labelled 4,000 images

Good:
    experience:
      - title: Freelance data scientist
        start: 2021-02
        end: present

Good:
    experience:
      - title: ML engineer at Acme
        start: 2021-02
        end: present
      - organization: Acme
        start: 2019-02
        end: 2020-12

Good:
    volunteer:
      - title: Mentor for first-year students
        start: 2021-02
        end: present

Good (text):
    Jane Roe

    EXPERIENCE
    Acme Robotics, Oslo
    Senior research engineer    Jan 2021 - May 2024
    - Cut latency from 90 ms to 30 ms
    Research engineer    Mar 2018 - Dec 2020
    - Wrote the loader
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Audience, Basis, Severity
from standout.model import Entry, Section, SectionKind
from standout.patterns import regex
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import KEYED
from standout.rules.placeholders import is_placeholder
from standout.vocabulary.roles import title_words

_NAMED = regex(r"[,|@/()–—]|\s-\s|\b(?:at|with|for|bei|chez|of)\b", re.IGNORECASE)
_OWN = regex(
    r"\b(?:free-?lanc\w*|self[- ]employed|independent|founder|co-?founder|owner|consultant|"
    r"contractor|entrepreneur|sabbatical|parental|career break|leave|various|tutor)\b",
    re.IGNORECASE,
)

_LABEL = regex(
    r"\W*(?:key |main )?(?:highlights|responsibilities|duties|tasks|achievements|results)\W*",
    re.IGNORECASE,
)
_SEVERAL = 2
_SENTENCE = 5
"""Words from which a line is no name."""


@rule(
    "SEC010",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Ladders 2012 (the current company is looked at); profile forms ask for it",
    why="a reader who finds no employer wonders whether it was a job",
    audience=Audience.SCANNER,
)
def employer_missing(context: Context) -> Iterator[Finding]:
    """Find jobs with a title and nothing that could be an employer."""
    keyed = context.reading.document.format in KEYED
    for section in context.resume.of_kind(SectionKind.EXPERIENCE):
        if not keyed and _none_names_one(section):
            first = section.entries[0].title
            if first is not None:
                said = f"none of the {len(section.entries)} roles names an employer"
                yield Finding(first.span(), said, ask("where were they?"))
            continue
        before: Entry | None = None
        for entry in section.entries:
            grouped = before is not None and _heads_a_group(before)
            if _lacks_employer(entry) and (keyed or (_is_alone(section.entries) and not grouped)):
                title = entry.title
                if title is not None:
                    yield Finding(title.span(), "this role names no employer", ask("where was it?"))
            before = entry


def _none_names_one(section: Section) -> bool:
    """Say whether each of several roles is a title, dates and sentences: no word is left over
    that could be an employer."""
    return (
        len(section.entries) >= _SEVERAL
        and not section.statements
        and all(_is_bare_role(each) for each in section.entries)
    )


def _is_bare_role(entry: Entry) -> bool:
    if not _lacks_employer(entry) or entry.title is None or entry.location:
        return False
    if not all(_LABEL.fullmatch(each.value) for each in entry.notes):
        return False
    *_, last = entry.title.value.split()
    told = [*entry.description, *(each.text for each in entry.statements)]
    sentences = all(len(each.value.split()) >= _SENTENCE for each in told)
    return bool(told) and title_words(last) == 1 and sentences


def _heads_a_group(entry: Entry) -> bool:
    """Say whether the employer stands above the title, so that it may go for the next role too."""
    if entry.organization is None:
        return False
    if entry.title is None:
        return True
    return entry.organization.span().start < entry.title.span().start


def _lacks_employer(entry: Entry) -> bool:
    if entry.title is None or entry.organization is not None or entry.dates is None:
        return False
    if _NAMED.search(entry.title.value) or is_placeholder(entry.title.value):
        return False
    texts = (entry.title, *entry.notes, *entry.description, *entry.keywords)
    return not any(_OWN.search(each.value) for each in texts)


def _is_alone(entries: tuple[Entry, ...]) -> bool:
    """Say whether one job without an employer stands among several with one."""
    without = [each for each in entries if each.organization is None]
    plain = all(
        not each.notes and each.location is None and each.title and title_words(each.title.value)
        for each in without
    )
    return len(without) == 1 and len(entries) > 2 and plain
