"""Reading the store: its columns for a ranking, and single postings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Self

import numpy as np

from standout.errors import UsageError
from standout.matching import Terms, terms_of
from standout.model import Posting
from standout.postings import schema, upkeep
from standout.postings.concepts import WORD, Concepts, concepts_of, refuse_unknown
from standout.postings.records import unpacked, unpacked_text
from standout.postings.segments import Array, Segment, read
from standout.postings.weights import Taken
from standout.source import Source
from standout.values import frozen

_AT_ONCE = 500
"""Rows that are asked for in one statement."""
_KEPT = 512
"""Postings that are kept as they were read."""


@frozen
class Stored:
    """A posting as a list shows it. `id` is what commands name it by; dates are day numbers."""

    row: int
    id: str
    title: str
    organization: str
    places: tuple[str, ...]
    url: str
    posted: date | None
    expires: date | None


@frozen
class Whole:
    """A posting with its text and its terms."""

    source: Source
    posting: Posting
    terms: Terms


@frozen
class View:
    """All columns at one moment. `names` are organisations, places and currencies by number.

    `living` says of each block which of its postings are still stored.
    """

    blocks: tuple[Segment, ...]
    living: tuple[Array, ...]
    names: tuple[str, ...]
    signatures: Mapping[int, str]
    concepts: Concepts
    taken: Taken

    def __len__(self) -> int:
        return sum(int(np.count_nonzero(each)) for each in self.living)


class Store:
    """The postings of a folder, for reading. Close it, or use it as a context.

    What was read is kept until a writer changes it.
    """

    def __init__(self, folder: Path) -> None:
        self._connection = schema.open_to_read(folder)
        self._folder = folder
        self._held: tuple[int, View] | None = None
        self._blocks: dict[tuple[int, int], Segment] = {}
        self._whole: dict[int, Whole] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def moment(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever a writer does meanwhile."""
        with schema.one_view(self._connection):
            yield

    def view(self) -> View:
        """The columns as they are now."""
        with self.moment():
            # Reading something fixes the moment; only then does the version belong to it.
            taken = upkeep.frequencies(self._connection)
            version = self._connection.execute("PRAGMA data_version").fetchone()[0]
            if self._held is None or self._held[0] != version:
                self._held = (version, self._read(taken))
        return self._held[1]

    def rows(self, rows: Sequence[int]) -> dict[int, Stored]:
        """Postings by row, of those that are there."""
        found: dict[int, Stored] = {}
        for start in range(0, len(rows), _AT_ONCE):
            some = rows[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            lines = self._connection.execute(f"{_LINES} WHERE row IN ({marks})", tuple(some))
            found.update((line[0], _stored(line)) for line in lines)
        return found

    def whole(self, row: int) -> Whole:
        """A whole posting. Some are kept: what a row holds never changes, nor does its number."""
        if row not in self._whole:
            source, posting = self.posting(row)
            while len(self._whole) >= _KEPT:
                del self._whole[next(iter(self._whole))]
            self._whole[row] = Whole(source, posting, terms_of(posting))
        return self._whole[row]

    def posting(self, row: int) -> tuple[Source, Posting]:
        """A whole posting and its text."""
        key, text, record = self._connection.execute(
            "SELECT key, text, record FROM postings JOIN bodies USING (row) WHERE row = ?", (row,)
        ).fetchone()
        words = unpacked_text(text)
        return Source(id_of(key), "stored", words), unpacked(record, words)

    def group(self, label: int) -> list[Stored]:
        """The postings that are copies of each other, oldest first."""
        lines = self._connection.execute(
            f"{_LINES} WHERE row = ?1 OR (label = ?1 AND label <> row) ORDER BY row", (label,)
        )
        return [_stored(line) for line in lines]

    def copies(self, row: int) -> list[Stored]:
        """A posting and all that are the same one, oldest first."""
        (label,) = self._connection.execute(
            "SELECT label FROM postings WHERE row = ?", (row,)
        ).fetchone()
        return self.group(label)

    def most_asked(self, number: int) -> list[tuple[str, int]]:
        """The skills most often asked for, by their ids, when it was last counted."""
        counts = upkeep.frequencies(self._connection).counts
        asked = [each for each in counts.items() if not each[0].startswith(WORD)]
        return sorted(asked, key=lambda each: (-each[1], each[0]))[:number]

    def named(self, id_: str) -> Stored:
        """The posting with an id, or with the only id that begins so. Raises `UsageError`."""
        low, high = _keys(id_)
        lines = self._connection.execute(
            f"{_LINES} WHERE key BETWEEN ? AND ? ORDER BY key LIMIT 2", (low, high)
        ).fetchall()
        if len(lines) != 1:
            few = "no stored posting has" if not lines else "more than one stored posting has"
            raise UsageError(f"{few} the id {id_}", "`standout jobs list` shows the ids")
        return _stored(lines[0])

    def listed(self, rows: Array | None, most: int) -> list[Stored]:
        """The newest postings, of some rows or of all, equal dates by id."""
        if rows is None:
            lines = self._connection.execute(f"{_LINES} ORDER BY posted DESC, key LIMIT ?", (most,))
            return [_stored(line) for line in lines]
        found = self.rows(rows.tolist()).values()
        return sorted(found, key=lambda each: (-_ordinal(each.posted), each.id))[:most]

    def searched(self, query: str) -> Array:
        """Rows, ascending, whose title, organisation and text hold all words of a query.

        Words in double quotes have to stand side by side.
        """
        words, phrases = parts(query)
        if not words:
            raise UsageError(f"there is no word in the query {query!r}", "name what to look for")
        asked = " AND ".join(f'"{each}"' for each in words)
        found = self._connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", (asked,)
        )
        rows = [row for (row,) in found]
        if phrases:
            rows = [row for row in rows if self._says(row, phrases)]
        return np.array(rows, np.int64)

    def sizes(self) -> dict[str, int]:
        """How much is in it: postings, copies among them, bytes."""
        one = self._connection.execute
        (postings,) = one("SELECT count(*) FROM postings").fetchone()
        (copies,) = one("SELECT count(*) FROM postings WHERE label <> row").fetchone()
        (organizations,) = one("SELECT count(DISTINCT organization) FROM postings").fetchone()
        (concepts,) = one("SELECT count(*) FROM concepts").fetchone()
        size = sum(each.stat().st_size for each in self._folder.glob(f"{schema.FILE}*"))
        return {
            "postings": postings,
            "copies": copies,
            "organisations": organizations,
            "concepts": concepts,
            "bytes": size,
        }

    def dates(self) -> tuple[date | None, date | None]:
        """The days of the oldest and the newest posting that states one."""
        oldest, newest = self._connection.execute(
            "SELECT min(posted), max(posted) FROM postings WHERE posted > 0"
        ).fetchone()
        return _date(oldest or 0), _date(newest or 0)

    def _says(self, row: int, phrases: Iterable[str]) -> bool:
        line = self._connection.execute(
            "SELECT title, organization, text FROM postings JOIN bodies USING (row) WHERE row = ?",
            (row,),
        ).fetchone()
        if line is None:
            return False
        said = " ".join(f"{line[0]} {line[1]} {unpacked_text(line[2])}".casefold().split())
        return all(each in said for each in phrases)

    def _read(self, taken: Taken) -> View:
        dead = upkeep.gone(self._connection)
        blocks = tuple(self._segments(taken.version))
        names = self._connection.execute("SELECT id, value FROM names ORDER BY id").fetchall()
        by_number = [""] * (names[-1][0] + 1 if names else 1)
        for number, value in names:
            by_number[number] = value
        living = tuple(_living(each, dead) for each in blocks)
        signatures = upkeep.signatures(self._connection)
        concepts = concepts_of(signatures)
        refuse_unknown(concepts.skills)
        return View(blocks, living, tuple(by_number), signatures, concepts, taken)

    def _segments(self, version: int) -> Iterator[Segment]:
        """The blocks, of which those are kept that are still the same.

        A block is only ever written anew with another version of the frequencies.
        """
        numbers = self._connection.execute("SELECT id FROM segments ORDER BY id").fetchall()
        kept = {}
        for (number,) in numbers:
            block = self._blocks.get((number, version))
            if block is None:
                (body,) = self._connection.execute(
                    "SELECT body FROM segments WHERE id = ?", (number,)
                ).fetchone()
                block = read(body)
            kept[number, version] = block
            yield block
        self._blocks = kept


_LINES = "SELECT row, key, title, organization, places, url, posted, expires FROM postings"


def id_of(key: int) -> str:
    """A posting's id as people and files see it: sixteen hexadecimal digits."""
    return f"{key:016x}"


def parts(query: str) -> tuple[list[str], list[str]]:
    """The words of a query, and those of its phrases that have more than one."""
    quoted = query.split('"')
    phrases = [" ".join(each.casefold().split()) for each in quoted[1::2]]
    words = [word.strip(_EDGES) for part in quoted for word in part.casefold().split()]
    return [each for each in words if each], [each for each in phrases if " " in each]


_EDGES = ".,;:!?()[]{}<>'`*"


def _keys(id_: str) -> tuple[int, int]:
    digits = id_.strip().casefold()
    if not 0 < len(digits) <= 16 or set(digits) - set("0123456789abcdef"):
        raise UsageError(f"{id_} is no id of a stored posting", "`standout jobs list` shows them")
    low, high = int(digits.ljust(16, "0"), 16), int(digits.ljust(16, "f"), 16)
    return min(low, 2**63 - 1), min(high, 2**63 - 1)


def _stored(line: tuple[int, int, str, str, str, str, int, int]) -> Stored:
    row, key, title, organization, places, url, posted, expires = line
    return Stored(
        row, id_of(key), title, organization, tuple(json.loads(places)), url,
        _date(posted), _date(expires),
    )  # fmt: skip


def _living(block: Segment, dead: Array) -> Array:
    rows = block.columns.row
    living: Array = ~np.isin(rows, dead) if len(dead) else np.ones(len(rows), bool)
    return living


def _date(number: int) -> date | None:
    return date.fromordinal(number) if number else None


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
