"""Every number that is printed, with an id, what it is, and the files it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from standout.model.evidence import Run
from standout.patterns import regex
from standout.values import frozen

OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
"""Around a number within a text: open, its id, middle, as printed, close."""
_MARKED = regex(f"{OPEN}([^{MIDDLE}{CLOSE}]*){MIDDLE}([^{CLOSE}]*){CLOSE}")
_WORDED = regex(r"(?<![\w.,/:#-])[-−]?\d{1,15}(?:,\d{3})*(?:\.\d{1,15})?(?![\w/:]|[.,-]\d)")
"""A number in a text; no part of a name, a version, an address or a date."""
AUTHOR = "author"
"""How the ids of numbers begin that stand in the author's own words."""
_MARKS = regex(f"[{OPEN}{MIDDLE}{CLOSE}]")


@frozen
class Origin:
    """A file that a number comes from; line and column are 0 where they are not meant."""

    path: str
    sha256: str
    line: int = 0
    column: int = 0

    @property
    def where(self) -> str:
        """The path, with line and column as far as they are known."""
        return ":".join(
            filter(None, (self.path, *(str(e or "") for e in (self.line, self.column))))
        )

    def __str__(self) -> str:
        return f"{self.where} (sha256 {self.sha256})"


@frozen
class Number:
    """A printed number: its value, its words, how it was found, and from what."""

    id: str
    text: str
    value: float
    how: str
    origins: tuple[Origin, ...]
    authored: bool = False
    """It stands in the author's own words: no log backs it."""


class Register:
    """The numbers of one reproduction. A number is registered as it is written."""

    def __init__(self, declared: Origin) -> None:
        self.declared = declared
        """The file of the claims."""
        self.numbers: dict[str, Number] = {}

    def put(
        self, name: str, value: float, text: str, how: str, origins: Sequence[Origin] = ()
    ) -> str:
        """Register a number; the marked text to print. Without origins it was declared."""
        found = Number(name, text, value, how, tuple(origins) or (self.declared,))
        self.numbers.setdefault(name, found)
        return f"{OPEN}{name}{MIDDLE}{text}{CLOSE}"

    def author(self, text: str) -> str:
        """An author's words: a number that is a registered one is linked, the others marked so.

        Short whole numbers are linked to nothing: a 10 may be any ten.
        """
        known = {each.text: each.id for each in self.numbers.values() if _is_telling(each.text)}
        return _WORDED.sub(lambda match: self._authored(match[0], known), clean(text))

    def _authored(self, word: str, known: Mapping[str, str]) -> str:
        written = word.replace("-", "−")
        if written in known:
            return f"{OPEN}{known[written]}{MIDDLE}{word}{CLOSE}"
        name = f"{AUTHOR}.{word}"
        size = float(word.replace(",", "").replace("−", "-"))
        how = "a number in the author's own words: no log backs it"
        self.numbers.setdefault(name, Number(name, word, size, how, self.at_line(0), authored=True))
        return f"{OPEN}{name}{MIDDLE}{word}{CLOSE}"

    def authored(self) -> tuple[Number, ...]:
        """The numbers that only the author's words have."""
        return tuple(each for each in self.numbers.values() if each.authored)

    def at_line(self, line: int, column: int = 0) -> tuple[Origin, ...]:
        """A place in the file of the claims."""
        return (Origin(self.declared.path, self.declared.sha256, line, column),)

    def of_runs(self, runs: Sequence[Run]) -> tuple[Origin, ...]:
        """The logs of runs, each once."""
        files = {run.path: run.sha256 for run in runs}
        files |= {path: mark for run in runs for path, mark in run.parts}
        return tuple(Origin(path, mark) for path, mark in files.items())


def _is_telling(text: str) -> bool:
    """Say whether a number is so particular that the same one elsewhere is no chance."""
    return sum(each.isdigit() for each in text) > 2


def unmarked(text: str) -> str:
    """A text as it is printed."""
    return _MARKED.sub(r"\2", text)


def ids_in(text: str) -> tuple[str, ...]:
    """The ids of the numbers in a text, in order, each once."""
    return tuple(dict.fromkeys(match[1] for match in _MARKED.finditer(text)))


def replaced(text: str, shown: Mapping[str, str]) -> str:
    """A text whose numbers are shown otherwise, by id."""
    return _MARKED.sub(lambda match: shown.get(match[1], match[2]), text)


def clean(text: str) -> str:
    """A text of the user without characters that mark numbers."""
    return _MARKS.sub("", text)


def origins_of(number: Number) -> list[dict[str, object]]:
    """The origins of a number for JSON."""
    return [
        {
            "path": each.path,
            "sha256": each.sha256,
            **({"line": each.line} if each.line else {}),
            **({"column": each.column} if each.column else {}),
        }
        for each in number.origins
    ]
