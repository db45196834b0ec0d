"""One posting made ready for the store, in a process of its own where there are several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from standout.matching import Term, terms_of
from standout.model.dates import PartialDate
from standout.model.posting import Posting, PostingReading, Salary
from standout.postings.concepts import signature
from standout.postings.records import packed, packed_text
from standout.postings.sketches import Sketch, number, sketch, words_of
from standout.values import frozen

REMOTE = ("", "remote", "hybrid", "on-site")
EMPLOYMENT = ("", "full-time", "part-time", "contract", "internship", "temporary")
SENIORITY = ("", "intern", "junior", "mid", "senior", "staff", "lead", "executive")
PERMIT = ("", "no", "yes")
"""What can be said of each, nothing first; a column holds the position."""

A_YEAR = {"year": 1, "month": 12, "week": 52, "day": 260, "hour": 2080}
"""How often a period's pay is paid in a year of full time."""
HIGHEST = 2**31 - 1

_MARKS = frozenset({"m", "w", "d", "f", "x", "h", "div", "all", "genders", "gn", "the", "a", "of"})
"""Words of titles that no two jobs differ by."""


@frozen
class Prepared:
    """A posting as rows and columns. `key` is its public id; texts are compressed.

    `demands` are the concepts of its terms, each with its stress, `beside` those of the work,
    `told` is how many say something about the role itself. `salary` is the range a year.
    `title_words` are those that copies share, `content` knows the whole posting again.
    """

    key: int
    content: int
    title: str
    organization: str
    places: tuple[str, ...]
    url: str
    remote: str
    employment: str
    seniority: str
    permit: str
    currency: str
    salary: tuple[int, int]
    posted: int
    expires: int
    demands: tuple[tuple[str, int], ...]
    beside: tuple[tuple[str, int], ...]
    told: int
    title_words: frozenset[str]
    sketch: Sketch
    searched: str
    text: bytes
    record: bytes


def prepared(reading: PostingReading) -> Prepared:
    """A posting that was read, ready to be stored."""
    posting, text = reading.posting, reading.source.text
    title, organization = _line(posting.title), _line(posting.organization)
    places = tuple(dict.fromkeys(filter(None, map(_line, posting.places))))
    words = title_words(title, places)
    record = packed(posting, reading.source)
    terms = terms_of(posting)
    return Prepared(
        key=_key(posting, title, organization, text),
        content=number(f"{text}\0{record.hex()}"),
        title=title,
        organization=organization,
        places=places,
        url=posting.url,
        remote=posting.remote or "",
        employment=posting.employment or "",
        seniority=posting.seniority or "",
        permit={True: "yes", False: "no", None: ""}[posting.sponsorship],
        currency=posting.salary.currency if posting.salary else "",
        salary=yearly(posting.salary),
        posted=day_number(posting.posted),
        expires=day_number(posting.expires),
        demands=_signed(terms.terms),
        beside=_signed(terms.beside),
        told=terms.telling,
        title_words=words,
        sketch=sketch(_description(posting, text), words),
        searched=searched_words(title, organization, text),
        text=packed_text(text),
        record=record,
    )


def _signed(terms: Iterable[Term]) -> tuple[tuple[str, int], ...]:
    return tuple([(signature(each.concept), each.stress) for each in terms])


def title_words(title: str, places: Iterable[str]) -> frozenset[str]:
    """The words that copies of a posting share in their titles: a twin's names another city."""
    return words_of(title) - words_of(" ".join(places)) - _MARKS


def searched_words(title: str, organization: str, text: str) -> str:
    """What a posting is found by."""
    return f"{title}\n{organization}\n{text}"


def day_number(when: PartialDate | None) -> int:
    """The last day a date can mean, in days since year 1; 0 for none."""
    if when is None or not 1 <= when.year <= 9998:
        return 0
    if when.month and when.day:
        try:
            return date(when.year, when.month, when.day).toordinal()
        except ValueError:
            pass
    year, month = (when.year, when.month + 1) if when.month else (when.year + 1, 1)
    return date(year + month // 13, (month - 1) % 12 + 1, 1).toordinal() - 1


def _description(posting: Posting, text: str) -> str:
    """The text without title, organisation and places, in which copies differ."""
    fields = (posting.title, posting.organization, posting.team, *posting.places)
    kept, start = [], 0
    for first, last in sorted(_stretches(each.places for each in fields if each)):
        kept.append(text[start:first])
        start = max(start, last)
    return "".join((*kept, text[start:]))


def _stretches(several: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Places as half-open stretches of a text."""
    for places in several:
        if isinstance(places, range) and places.step == 1:
            yield places.start, places.stop
        else:
            yield from ((at, at + 1) for at in places)


def _line(text: object) -> str:
    return " ".join(str(text).split()) if text is not None else ""


def _key(posting: Posting, title: str, organization: str, text: str) -> int:
    """A posting's identity: the board's id within its organisation, its address, or all of it."""
    if posting.id:
        host = urlsplit(posting.url).netloc if posting.url.startswith("http") else ""
        return number(f"id\0{host}\0{organization.casefold()}\0{posting.id}")
    if posting.url:
        return number(f"url\0{posting.url}")
    places = "\0".join(map(str, posting.places))
    return number(f"text\0{organization}\0{title}\0{places}\0{text}")


def yearly(salary: Salary | None) -> tuple[int, int]:
    """The ends of a year's pay in full time; 0 where none is stated."""
    if salary is None:
        return 0, 0
    times = A_YEAR.get(salary.period, 1)
    ends: Sequence[int | None] = (salary.minimum, salary.maximum)
    least, most = (min(HIGHEST, max(0, each or 0) * times) for each in ends)
    return least or most, most or least
