r"""A role's dates do not come out beside the role.

Some programs lift dates at the right margin out of their lines and put them elsewhere.
Where another role's title then stands between a title and its dates, years of experience are
counted for the wrong job.

What to do: write the dates behind the title or the employer on the same line with one separator,
`Research engineer, Acme | Jan 2021 - May 2024`, or keep the tab but on one line with little else.

Said once for a resume, and only where at least two roles are concerned.

Bad (typst):
    == Experience
    #grid(columns: (1fr, 3cm), gutter: 2cm,
      [*Research engineer*, Acme Robotics \ *Data engineer*, Initech Limited \ *Analyst*, Hooli],
      [Jan 2021 -- May 2024 \ Mar 2018 -- Dec 2020 \ Feb 2016 -- Feb 2018])

Good (typst):
    == Experience
    *Research engineer*, Acme | Jan 2021 -- May 2024 \
    - Moved the search of documents to a quantised index
    *Data engineer*, Initech | Mar 2018 -- Dec 2020 \
    - Cut the cost of the nightly training by a third

Good (typst):
    == Experience
    *Research engineer*, Acme #h(1fr) Jan 2021 -- May 2024 \
    - Moved the search of documents to a quantised index
    - Wrote the loader of telemetry and all its tests

Good:
    experience:
      - title: Research engineer
        organization: Acme
        start: 2021-01
        end: 2024-05
      - title: Data engineer
        organization: Initech
        start: 2018-03
        end: 2020-12
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Audience, Basis, Label, Severity
from standout.model import SectionKind
from standout.rules import extracted
from standout.rules.base import Context, Finding, rule
from standout.rules.extracted import Stream
from standout.source import Text

_FEW = 2


@rule(
    "ATS010",
    severity=Severity.INFO,
    basis=Basis.MEASURED,
    source="own round trip: dates at the right leave their line in three of seven extractors",
    why="a parser that meets another title first counts the years for the wrong role",
    advice="write the dates on the line of the role",
    audience=Audience.SCANNER,
)
def date_detached(context: Context) -> Iterator[Finding]:
    """Look whether another role's title stands between a title and its dates."""
    roles = [
        (entry.title, entry.dates.text)
        for section in context.resume.of_kind(SectionKind.EXPERIENCE)
        for entry in section.entries
        if entry.title is not None and entry.dates is not None and entry.dates.text
    ]
    for extraction in context.extractions:
        detached = list(_detached(roles, extracted.stream(extraction, context.source.text)))
        if len(detached) >= _FEW:
            first, *others = detached
            reader = extracted.reader_of(extraction)
            yield Finding(
                first.span(),
                f"the dates of {len(detached)} of {len(roles)} roles come out apart ({reader})",
                labels=tuple(Label(text.span(), "and these") for text in others),
            )
            return


def _detached(roles: list[tuple[Text, Text]], stream: Stream) -> Iterator[Text]:
    titles = [stream.fold(title.value) for title, _ in roles]
    places = [list(stream.all(title)) for title in titles]
    for number, (_, dates) in enumerate(roles):
        wording = stream.fold(dates.value)
        found = list(stream.all(wording))
        if found and places[number] and not any(_together(number, at, places) for at in found):
            yield dates


def _together(number: int, at: int, places: list[list[int]]) -> bool:
    """Say whether no other title stands between the dates and some place of their own title."""
    for own in places[number]:
        low, high = sorted((own, at))
        between = any(
            low < each < high
            for other, each_places in enumerate(places)
            for each in each_places
            if other != number and each not in places[number]
        )
        if not between:
            return True
    return False
