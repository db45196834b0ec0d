"""Evidence, numbers and statements as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from standout.model import Reading
from standout.model.evidence import Evidence
from standout.values import frozen

if TYPE_CHECKING:
    from standout.evidence.pages.numbers import Number


@frozen
class Backed:
    """A statement of a profile with the evidence it names; `unknown` are ids that are nowhere."""

    line: int
    text: str
    known: tuple[Evidence, ...]
    unknown: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The statement, then what backs it."""
        yield f"line {self.line}: {self.text}"
        for each in self.known:
            yield f"  {each.verification.value}: {each.id}"
        for name in self.unknown:
            yield f"  error: no evidence `{name}` in the ledger"
        if not self.known and not self.unknown:
            yield "  nothing"

    def plain(self) -> dict[str, object]:
        """The same for JSON."""
        ids = [each.id for each in self.known]
        return {"line": self.line, "text": self.text, "evidence": ids, "unknown": self.unknown}


def statement_lines(reading: Reading, known: Sequence[Evidence]) -> list[Backed]:
    """The statements of a profile; an address is evidence of its own."""
    by_id = {each.id: each for each in known}
    found = []
    for section in reading.resume.sections:
        entries = [(each.evidence, each.statements) for each in section.entries]
        for shared, statements in [*entries, ((), section.statements)]:
            for each in statements:
                ids = [str(name) for name in (*each.evidence, *shared)]
                named = [name for name in ids if "://" not in name]
                found.append(
                    Backed(
                        reading.source.location(each.text.span()).line,
                        each.text.value,
                        tuple(by_id[name] for name in named if name in by_id),
                        tuple(name for name in named if name not in by_id),
                    )
                )
    return found


def listed(known: Sequence[Evidence], states: Mapping[str, str]) -> Iterator[str]:
    """A line a piece of evidence."""
    for each in known:
        yield f"{each.id}  [{each.verification.value}]  {each.statement}"
        if states[each.id]:
            yield f"  error: {states[each.id]}"


def whys(each: Evidence, state: str) -> Iterator[str]:
    """Everything that is known about a piece of evidence."""
    yield f"{each.id}: {each.statement}"
    yield f"  kind: {each.kind}, {each.verification.value}"
    if each.date or each.url:
        yield f"  {' '.join(filter(None, (each.date, each.url)))}"
    if each.file:
        yield f"  from {each.file} (sha256 {each.sha256})"
    if state:
        yield f"  error: {state}"
    for figure in each.numbers:
        yield f"  {figure.text}: {figure.source}"
    if each.supersedes:
        yield f"  in place of: {each.supersedes}"


def number_lines(found: Sequence[Number]) -> Iterator[str]:
    """Each number with what it is and every file behind it."""
    for number in found:
        yield f"{number.text} ({number.id}): {number.how}"
        for origin in number.origins:
            yield f"  {origin}"
