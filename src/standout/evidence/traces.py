"""Where a number that stands in a report, a post or a line comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.evidence.measuring import missing_seeds
from standout.evidence.pages.numbers import Number, Origin
from standout.evidence.pages.report import Findings
from standout.model.evidence import Claim, Run, Verdict
from standout.patterns import regex

METHOD = {
    "90": "the level of the interval whose lying inside the margin is TOST at 0.05",
    "95": "the level of the interval that shows whether there is a difference at all",
    "0.05": "the level of the tests",
    "80": "the power that a plan aims at",
    "0.5": "an even chance of being better; half of the seeds",
    "10,000": "replicates of the bootstrap",
    "50": "parts of the steps in which a learning curve is averaged",
    "5": "seeds an arm that an ordering needs at least",
}
"""Numbers of the method, the same in every report."""
_SPACES = regex(r"\s+")


def traced(found: Findings, asked: str, written: str) -> tuple[Number, ...]:
    """Every number that may be meant, by id or as printed; all of them where none is asked for.

    Registered numbers first; else a fact of a run, a line of the file of claims, a note of a
    verdict, or the method. `written` is `reproduction.yaml`.
    """
    plain = _plain(asked)
    if not asked:
        return tuple(found.register.numbers.values())
    registered = _registered(found, asked)
    if not plain or any(not each.authored for each in registered):
        return registered
    if registered:
        return (*registered, *_declared(found, plain, written))
    others = [*_of_runs(found, plain), *_declared(found, plain, written), *_noted(found, plain)]
    others += [*_missing(found, plain), *_counted(found, plain)]
    if plain in METHOD:
        others.append(Number(f"method.{plain}", asked, 0.0, METHOD[plain], ()))
    return tuple(others)


def _registered(found: Findings, asked: str) -> tuple[Number, ...]:
    numbers = found.register.numbers
    if asked in numbers:
        return (numbers[asked],)
    plain = _plain(asked)
    there = tuple(each for each in numbers.values() if _plain(each.text) == plain)
    return there or tuple(n for name, n in numbers.items() if name.startswith(f"{asked}."))


def _plain(text: str) -> str:
    """A number without plus, spaces, percent signs and the sign of a margin."""
    bare = _SPACES.sub("", text).replace("−", "-").removeprefix("p=").removeprefix("p<")
    return bare.strip("+±%[](),;:.")


def _of_runs(found: Findings, plain: str) -> Iterator[Number]:
    for run in found.runs:
        for what, value in _facts(run):
            if plain in (value, value.replace(",", "")):
                origin = Origin(run.path, run.sha256)
                told, size = f"{what} of {run.path}", float(value.replace(",", ""))
                yield Number(f"{run.id}.{what}", value, size, told, (origin,))


def _facts(run: Run) -> Iterator[tuple[str, str]]:
    yield "rows", f"{run.rows:,}"
    if run.seed.isdecimal():
        yield "seed", run.seed
    if run.steps is not None:
        yield "last step", f"{run.steps:,.0f}"


def _missing(found: Findings, plain: str) -> Iterator[Number]:
    """A seed that the report asks for: it is not among those of its group."""
    for group in dict.fromkeys(each.group for each in found.runs):
        mine = [each for each in found.runs if each.group == group]
        if plain in map(str, missing_seeds(mine)):
            told = f"a seed between those of `{group}` that no attached run has"
            origins = found.register.of_runs(mine)
            yield Number(f"{group}.missing", plain, float(plain), told, origins)


def _counted(found: Findings, plain: str) -> Iterator[Number]:
    """How many further files stand behind a number, in the report's table of sources."""
    for each in found.register.numbers.values():
        if plain == str(len(each.origins) - 1) and len(each.origins) > 1:
            told = f"further files behind {each.id}"
            yield Number(f"{each.id}.files", plain, float(plain), told, each.origins)


def _declared(found: Findings, plain: str, written: str) -> Iterator[Number]:
    """The number as it stands in the file of claims, line by line."""
    shape = re.compile(rf"(?<![\w.]){re.escape(plain)}(?!\w|\.\d)")
    grouped = re.compile(r"(?<=\d)[,_](?=\d{3})")
    declared = found.register.declared
    for number, line in enumerate(written.split("\n"), 1):
        bare = grouped.sub("", line)
        if plain and (shape.search(bare) or shape.search(line)):
            match = shape.search(line)
            column = match.start() + 1 if match else 0
            origin = Origin(declared.path, declared.sha256, number, column)
            yield Number(f"line {number}", plain, 0.0, line.strip()[:120], (origin,))


def _noted(found: Findings, plain: str) -> Iterator[Number]:
    """The number within a note of a verdict: seeds for power, seeds left out."""
    shape = re.compile(rf"(?<![\w.]){re.escape(plain)}(?!\w|\.\d)")
    for claim, verdict in zip(found.reproduction.claims, found.verdicts, strict=True):
        for note in _notes(verdict):
            if plain and shape.search(note):
                yield Number(f"{claim.id}.note", plain, 0.0, note, _behind(found, claim))


def _notes(verdict: Verdict) -> Iterator[str]:
    yield from (verdict.reason, verdict.power_note, verdict.method)
    yield from (each.choice for each in verdict.sensitivity)
    yield from (each.statistic for each in verdict.measurements)


def _behind(found: Findings, claim: Claim) -> tuple[Origin, ...]:
    runs = [each for each in found.runs if each.group in claim.groups]
    return (*found.register.at_line(*claim.place("value")), *found.register.of_runs(runs))
