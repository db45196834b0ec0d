"""What a worker does with a task: pure, and the same on one machine and on many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from standout import matching
from standout.cluster.tasks import Task, rows
from standout.matching import Frequencies, MatchSettings
from standout.model import Matched, Posting, PostingReading
from standout.postings.ingest import Ready, Row, ready
from standout.readers import detect, posting
from standout.values import frozen


@frozen
class Given:
    """A profile's file: its name and bytes, and the settings of matching it."""

    name: str
    content: bytes
    settings: MatchSettings


@frozen
class Ranked:
    """A posting as one profile ranks it. `score` is None where it states too little."""

    profile: str
    posting: str
    line: int
    score: int | None
    title: str
    organization: str
    places: tuple[str, ...]


@frozen
class _Found:
    """A posting of a task, the name and line it has in the whole file, and its terms."""

    line: int
    name: str
    posting: Posting
    terms: matching.Terms


class Matcher:
    """Matches tasks with profiles that are read once, weighing by the frequencies of the run."""

    def __init__(
        self, profiles: Sequence[Given], today: date, top: int, frequencies: Frequencies
    ) -> None:
        self.top = top
        self.frequencies = frequencies
        self.indexes = [
            (each.name, matching.profile_index(
                detect.read(each.content, each.name).resume, today, each.settings))
            for each in profiles
        ]  # fmt: skip

    def ranked(self, task: Task) -> tuple[Ranked, ...]:
        """The best postings of a task for each profile, as `matching.match_all` orders them."""
        read = (each for row in rows(task) for each in _postings(row))
        found = [
            _Found(line, name, each.posting, matching.terms_of(each.posting))
            for line, name, each in read
        ]
        return tuple(
            _told(profile, line, matched)
            for profile, index in self.indexes
            for line, matched in _best(index, found, self.frequencies, self.top)
        )


def frequencies_in(given: Iterable[Task]) -> Frequencies:
    """How common things are among the first postings of a run: those that one machine counts."""
    read = (each for task in given for row in rows(task) for _, _, each in _postings(row))
    several = (matching.terms_of(each.posting) for each in read)
    return matching.frequencies_of(islice(several, matching.COUNTED))


def prepared(task: Task) -> Ready:
    """The postings of a task, ready for the store."""
    return ready(list(rows(task)))


def merged(found: Sequence[Ranked], top: int) -> tuple[Ranked, ...]:
    """The best of several tasks for each profile; `found` is in the order of the tasks."""
    names = dict.fromkeys(each.profile for each in found)
    best: list[Ranked] = []
    for name in names:
        own = (each for each in found if each.profile == name)
        best += sorted(own, key=lambda each: -_order(each.score))[:top]
    return tuple(best)


def _best(
    index: matching.ProfileIndex, found: Sequence[_Found], frequencies: Frequencies, top: int
) -> Iterator[tuple[int, Matched]]:
    lines = {each.name: each.line for each in found}
    several = ((each.name, each.posting, each.terms) for each in found)
    matches = matching.match_with(index, several, frequencies)
    return ((lines[each.name], each) for each in matches[:top])


def _postings(row: Row) -> Iterator[tuple[int, str, PostingReading]]:
    """The postings of a row under the names that the embedded ranking gives them."""
    place = f"{row.path}:{row.line}"
    readings = list(posting.read_all(row.content, f"{place}.json"))
    for number, each in enumerate(readings, start=1):
        own = each.posting.id or str(number)
        yield row.line or 0, f"{place}#{own}" if len(readings) > 1 else place, each


def _told(profile: str, line: int, matched: Matched) -> Ranked:
    title, organization = (
        each.value if each else "" for each in (matched.posting.title, matched.posting.organization)
    )
    return Ranked(
        profile, matched.name, line, matched.match.score, title, organization, matched.places
    )


def _order(score: int | None) -> int:
    return -1 if score is None else score
