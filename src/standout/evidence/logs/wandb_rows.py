"""Rows of a `.wandb` file whose keys are known: their items are walked side by side.

A run logs the same few keys over and over, each time in another order; decoding every item of
every row costs many times as much.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from standout.evidence.logs.jsonl import Rows
from standout.evidence.logs.wandb_blocks import Batch, Places
from standout.evidence.logs.wire import NO_LENGTH, varints
from standout.values import frozen

VALUE = b"\x82\x01"
"""What stands before the value of an item: field 16, of bytes."""
_FEW = 32
"""Records that are walked after a key was learned: the next one may bring another."""
_MOST_KEYS = 4096
"""Keys that are known at once."""
_NUMBER, _HISTORY, _SUMMARY = 0x08, 0x12, 0x1A
_ITEM, _STEP, _OBJECT = 0x0A, 0x12, 0x7B
_AFTER = (0x0CC2, 0x0182)
"""Tags of what may follow the history in its record and tells nothing of it: info, control."""
_LONGEST = 40
"""Bytes of a number that is read side by side."""
_SIGNS = np.zeros(256, np.bool_)
_SIGNS[list(b"-+.0123456789eENaInfity")] = True
Bytes = NDArray[np.uint8]
Mask = NDArray[np.bool_]


@frozen
class _Columns:
    """What some records hold: which were taken, and the numbers under each wanted key."""

    taken: Mask
    owners: Sequence[Places] = ()
    values: Sequence[NDArray[np.float64]] = ()


@frozen
class _Items:
    """Keys with values, or values alone: where each lies, and the record it belongs to."""

    owners: Places
    starts: Places
    stops: Places

    def of(self, which: Places | Mask) -> _Items:
        """Some of them."""
        return _Items(self.owners[which], self.starts[which], self.stops[which])


class KnownRows:
    """Takes rows of numbers under known keys; the others are for its caller, who tells the keys."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._wanted: tuple[str, ...] | None = None
        self._heads: dict[bytes, int] = {}
        self._lessons = 0

    def left(self, batch: Batch) -> Iterator[tuple[int, bytes]]:
        """Take what can be; yields the others with their numbers, each in its turn.

        What the caller learns from one of them is known for those after it.
        """
        at, size = 0, len(batch)
        while at < len(batch):
            part = batch.part(at, at + size)
            columns, lessons, done = self._columns(part), self._lessons, 0
            for other in np.flatnonzero(~columns.taken).tolist():
                self._hand_on(part, columns, done, other)
                yield part.first + other, part.record(other)
                done = other + 1
                if self._lessons != lessons:
                    break
            else:
                self._hand_on(part, columns, done, len(part))
                done = len(part)
            at += done
            size = _FEW if self._lessons != lessons else 8 * size

    def learn(self, items: Iterable[tuple[str, bytes]]) -> None:
        """Learn the keys of the row that was taken last: names, and the bytes that mean them."""
        wanted, known = self._rows.wanted_names(), self._heads
        if wanted != self._wanted or len(known) > _MOST_KEYS:
            self._wanted, known = wanted, {}
            self._lessons += 1
        if wanted is not None:
            places = {name: place for place, name in enumerate(wanted)}
            # An empty object brings no name, though its key stands there.
            there = [each for each in items if each[0] in self._rows.names]
            heads = {head + VALUE: places.get(name, -1) for name, head in there}
            self._lessons += not heads.keys() <= known.keys()
            known = known | heads
        self._heads = known

    def _hand_on(self, part: Batch, columns: _Columns, start: int, end: int) -> None:
        """Hand on the rows between two places, so that the order of all stays."""
        if not self._wanted or not columns.owners or start == end:
            return
        of_steps, steps = columns.owners[0], columns.values[0]
        for name, owners, values in zip(
            self._wanted[1:], columns.owners[1:], columns.values[1:], strict=True
        ):
            low, high = np.searchsorted(owners, (start, end)).tolist()
            if low == high:
                continue
            mine = owners[low:high]
            at = steps[np.searchsorted(of_steps, mine)]
            self._rows.take_numbers(name, at, values[low:high], mine + part.first)

    def _columns(self, part: Batch) -> _Columns:
        content = np.frombuffer(part.content, np.uint8)
        records, taken = _histories(content, part)
        if not self._heads:
            return _Columns(taken)
        fine = np.ones(len(part), np.bool_)
        items = _items(content, records, fine)
        found = self._values(part.content, content, items, fine)
        numbers = [_numbers(content, each, fine) for each in found]
        if numbers:
            stepless = np.ones(len(part), np.bool_)
            stepless[numbers[0][0]] = False
            for owners, _ in numbers[1:]:
                fine[owners[stepless[owners]]] = False
        mine = records.owners
        taken[mine] = fine[mine]
        kept = [(owners[taken[owners]], values[taken[owners]]) for owners, values in numbers]
        return _Columns(taken, [each[0] for each in kept], [each[1] for each in kept])

    def _values(self, raw: bytes, content: Bytes, items: _Items, fine: Mask) -> list[_Items]:
        """The values under each wanted key; a record with a new key, or an object, is not fine.

        An object is a row of further keys.
        """
        known = list(self._heads)
        which = _heads_of(raw, content, items, known)
        lengths = np.array([*map(len, known), 0], dtype=np.int64)
        places = np.array([*self._heads.values(), -1], dtype=np.int64)
        sizes, starts = varints(content, items.starts + lengths[which])
        right = (starts + sizes == items.stops) & (which >= 0)
        right &= content[np.where(right, starts, 0)] != _OBJECT
        fine[items.owners[~right]] = False
        values = _Items(items.owners, starts, items.stops)
        meant = np.where(right, places[which], -1)
        return [values.of(meant == place) for place in range(len(self._wanted or ()))]


def _heads_of(raw: bytes, content: Bytes, items: _Items, known: Sequence[bytes]) -> Places:
    """Which of the known heads each item begins with; -1 where it is none."""
    if len(items.owners) < _FEW * len(known):
        index = {head: place for place, head in enumerate(known)}
        bounds = zip(items.starts.tolist(), items.stops.tolist(), strict=True)
        heads = (raw[start:stop].partition(VALUE)[0] + VALUE for start, stop in bounds)
        return np.array([index.get(head, -1) for head in heads], dtype=np.int64)
    words = np.ndarray(len(content) - 7, "<u8", content.data, strides=(1,))
    first = words[items.starts]
    which = np.full(len(first), -1, np.int64)
    for place, head in enumerate(known):
        which[_with_head(words, items.starts, first, head)] = place
    return which


def _together(several: Sequence[_Items]) -> _Items:
    """Several as one, by record."""
    empty = np.empty(0, np.int64)
    owners = np.concatenate([empty, *(each.owners for each in several)])
    order = np.argsort(owners, kind="stable")
    starts = np.concatenate([empty, *(each.starts for each in several)])
    stops = np.concatenate([empty, *(each.stops for each in several)])
    return _Items(owners, starts, stops).of(order)


def _histories(content: Bytes, part: Batch) -> tuple[_Items, Mask]:
    """Where the history of each record lies that has one and nothing else, and the summaries.

    The summary is written again after every row and says nothing new.
    """
    at = part.starts.copy()
    numbered = np.flatnonzero((content[at] == _NUMBER) & (at < part.ends))
    number, after = varints(content, at[numbered] + 1)
    at[numbered] = np.where(number < NO_LENGTH, after, part.ends[numbered])
    kinds = np.where(at < part.ends, content[at], 0)
    owners = np.flatnonzero(kinds == _HISTORY)
    sizes, starts = varints(content, at[owners] + 1)
    ends, records = part.ends[owners], _Items(owners, starts, starts + sizes)
    whole = _last(content, records.stops, ends) == ends
    return records.of(whole), kinds == _SUMMARY


def _last(content: Bytes, stops: Places, ends: Places) -> Places:
    """Where the fields end that may follow a history."""
    stops = stops.copy()
    for _ in _AFTER:
        more = np.flatnonzero(stops < ends)
        tags = content[stops[more]] | content[stops[more] + 1].astype(np.int64) << 8
        more = more[np.isin(tags, _AFTER)]
        sizes, starts = varints(content, stops[more] + 2)
        stops[more] = starts + sizes
    return stops


def _items(content: Bytes, records: _Items, fine: Mask) -> _Items:
    """The items of every record, one of each at a time; where there is more, it is not fine."""
    found = []
    owners, at, ends = records.owners, records.starts, records.stops
    some, rounds = at < ends, 0
    while some.any():
        if not some.all():
            owners, at, ends = owners[some], at[some], ends[some]
        rounds += 1
        tags = content[at]
        sizes, starts = varints(content, at + 1)
        stops = starts + sizes
        right = (stops <= ends) & ((tags == _ITEM) | (tags == _STEP))
        # A few records of very many items are quicker one by one.
        right &= rounds <= 256 + 8 * len(owners)
        fine[owners[~right]] = False
        found.append(_Items(owners, starts, stops).of(right & (tags == _ITEM)))
        at, some = stops, right & (stops < ends)
    return _together(found)


def _with_head(
    words: NDArray[np.uint64], starts: Places, first: NDArray[np.uint64], head: bytes
) -> Places:
    """The items that begin so; `first` are their first words."""
    alike = np.arange(0)
    for at in range(0, len(head), 8):
        piece = head[at : at + 8]
        word, mask = (np.uint64(int.from_bytes(e, "little")) for e in (piece, b"\xff" * len(piece)))
        if at == 0:
            alike = np.flatnonzero((first & mask) == word)
        else:
            alike = alike[(words[starts[alike] + at] & mask) == word]
    return alike


def _numbers(content: Bytes, found: _Items, fine: Mask) -> tuple[Places, NDArray[np.float64]]:
    """The numbers that values are, by record; a record with another value is not fine."""
    sizes = found.stops - found.starts
    twice = np.flatnonzero(np.diff(found.owners) == 0)
    fine[found.owners[twice]] = False
    right = (sizes > 0) & (sizes <= _LONGEST)
    width = int(sizes[right].max(initial=0))
    table = np.full((width + 1, len(sizes)), ord(","), np.uint8)
    for column in range(width):
        there = column < sizes
        signs = content[np.where(there, found.starts + column, 0)]
        right &= _SIGNS[signs] | ~there
        table[column + 1] = np.where(there, signs, ord(" "))
    fine[found.owners[~right]] = False
    owners, written = found.owners[right], table.T[right].tobytes()
    values = _parsed(written, len(owners))
    if values is None:
        each = [_parsed(b"," + one, 1) for one in written.split(b",")[1:]]
        fine[owners[np.array([one is None for one in each], np.bool_)]] = False
        values = np.array([np.nan if one is None else one[0] for one in each])
    return owners, values


def _parsed(written: bytes, number: int) -> NDArray[np.float64] | None:
    """Numbers, each after a comma; None where one is none."""
    try:
        values = json.loads(b"[" + written[1:] + b"]")
    except ValueError:
        return None
    # Without quotes and brackets there is nothing else than numbers.
    return np.array(values, dtype=np.float64) if len(values) == number else None
