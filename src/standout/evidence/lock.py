"""`reproduction.lock.json`: what was fixed before runs were attached, and the hashes of the runs.

What is judged of a claim is fixed on the day the first run is attached. A later change is kept
for good, with what stood there before, and printed next to the verdict.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import field, fields, replace
from typing import cast

from standout.evidence.plain import check_fields, dumped, fingerprint, plain
from standout.model.evidence import Claim, Exclusion, Run
from standout.values import frozen

VERSION = 1
NAME = "reproduction.lock.json"
_NOT_JUDGED = ("says", "locator", "quote", "line", "written", "printed", "unit", "margin.reason")
"""Fields of a claim that no verdict depends on."""


@frozen
class Fixed:
    """A claim as it was fixed: the day, the hash, and its fields, to name what changed."""

    at: str
    sha256: str
    declared: Mapping[str, object]


@frozen
class Change:
    """A field of a claim that was changed after `runs` runs were attached."""

    claim: str
    field: str
    before: object
    after: object
    when: str
    runs: int

    def __str__(self) -> str:
        told = f"{self.field} changed from {_told(self.before)} to {_told(self.after)}"
        return f"{told} on {self.when}, when {self.runs} runs were attached"


@frozen
class Lock:
    """The whole file. `files` are the hashes of what a report wrote, by path."""

    claims: Mapping[str, Fixed] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    runs: tuple[Run, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)

    def flags(self, claim: str) -> tuple[str, ...]:
        """What the lock has to say of a claim."""
        found = [each.field for each in self.changes if each.claim == claim]
        flags = ["margin-changed" if name.startswith("margin") else "claim-changed"
                 if name != _WHOLE else "declared-late" for name in found]  # fmt: skip
        return tuple(dict.fromkeys(flags))


_WHOLE = "the claim"
_SEAL = "seal"
"""The hash of all the rest: what was fixed before the runs is not changed by hand."""


class LockError(ValueError):
    """The file is no lock."""


def fixed(lock: Lock, claims: Sequence[Claim], today: str) -> Lock:
    """The lock with these claims fixed, and every change since the first runs kept."""
    changes = list(lock.changes)
    now: dict[str, Fixed] = {}
    for claim in claims:
        before, declared = lock.claims.get(claim.id), declared_of(claim)
        mark = fingerprint(declared)
        if before is not None and before.sha256 == mark:
            now[claim.id] = before
            continue
        now[claim.id] = Fixed(today, mark, declared)
        if lock.runs:
            changes += _changes(claim.id, before, declared, (today, len(lock.runs)))
    gone = [name for name in lock.claims if name not in now]
    if lock.runs:
        changes += [Change(each, _WHOLE, "there", "gone", today, len(lock.runs)) for each in gone]
    return replace(lock, claims=now, changes=tuple(changes))


def declared_of(claim: Claim) -> dict[str, object]:
    """What is judged of a claim, as JSON knows it, one level of keys joined by dots."""
    found: dict[str, object] = {}
    for each in fields(claim):
        value = plain(getattr(claim, each.name))
        if value in (None, "", [], {}):
            continue
        if isinstance(value, dict):
            found |= {f"{each.name}.{key}": part for key, part in value.items()}
        else:
            found[each.name] = value
    return {name: value for name, value in found.items() if name not in _NOT_JUDGED}


def _changes(
    claim: str, before: Fixed | None, declared: Mapping[str, object], when: tuple[str, int]
) -> list[Change]:
    if before is None:
        return [Change(claim, _WHOLE, None, "declared", *when)]
    names = dict.fromkeys([*before.declared, *declared])
    return [
        Change(claim, name, before.declared.get(name), declared.get(name), *when)
        for name in names
        if before.declared.get(name) != declared.get(name)
    ]


def attached(lock: Lock, runs: Sequence[Run]) -> Lock:
    """The lock with runs added; one that is there already is brought up to date."""
    found = {(each.path, each.name, each.seed): each for each in lock.runs}
    found |= {(each.path, each.name, each.seed): each for each in runs}
    order = sorted(found.values(), key=lambda each: (each.group, _natural(each.seed), each.path))
    return replace(lock, runs=tuple(order))


def with_exclusions(runs: Sequence[Run], exclusions: Sequence[Exclusion]) -> tuple[Run, ...]:
    """The runs, those that are left out marked so; a copy of another run is one of them."""
    copied = copies(runs)
    return tuple(
        replace(run, excluded=next((e for e in exclusions if names(e, run)), _copy(run, copied)))
        for run in runs
    )


def copies(runs: Sequence[Run]) -> dict[str, str]:
    """The paths of logs that are the same file as an earlier one, with that one's path.

    The same bytes under two seeds are no copy: on the floor of a task all logs are alike.
    """
    files: dict[tuple[str, str, str, str], str] = {}
    found: dict[str, str] = {}
    for each in runs:
        same = files.setdefault((each.group, each.sha256, each.name, each.seed), each.path)
        if same != each.path:
            found[each.path] = same
    return found


def _copy(run: Run, copied: Mapping[str, str]) -> Exclusion | None:
    same = copied.get(run.path)
    return Exclusion(run.path, f"the same file as {same}", by="standout") if same else None


def unmatched(runs: Sequence[Run], exclusions: Sequence[Exclusion]) -> tuple[str, ...]:
    """The exclusions that name no run: a slip of the pen would leave the run in."""
    return tuple(e.run for e in exclusions if not any(names(e, run) for run in runs))


def names(exclusion: Exclusion, run: Run) -> bool:
    """Say whether an exclusion means a run: by id, path, name, `group/seed`, or file."""
    stem = run.path.rpartition("/")[2].partition(".")[0]
    within = (f"{run.group}/{each}" for each in (run.seed, run.name, stem))
    meant = (run.id, run.path, run.name, *within)
    return exclusion.run in [each for each in meant if each and not each.endswith("/")]


def dump(lock: Lock) -> bytes:
    """The file, the same bytes for the same lock."""
    runs = tuple(replace(each, excluded=None) for each in lock.runs)
    found = {"version": VERSION, **cast("dict[str, object]", plain(replace(lock, runs=runs)))}
    return dumped({**found, _SEAL: fingerprint(found)}).encode()


def load(content: bytes) -> Lock:
    """The lock in a file. Raises `LockError` where it is none."""
    try:
        found = json.loads(content)
        if found["version"] != VERSION:
            raise LockError(f"version {found['version']} of the format")
        if found.pop(_SEAL, "") != fingerprint(found):
            raise LockError("its seal is broken: it was edited or damaged")
        return Lock(
            {name: _fixed(each) for name, each in found.get("claims", {}).items()},
            tuple(_change(each) for each in found.get("changes", ())),
            tuple(_run(each) for each in found.get("runs", ())),
            {str(name): str(mark) for name, mark in found.get("files", {}).items()},
        )
    except LockError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise LockError(f"not a lock file: {error}") from error


def _fixed(found: dict[str, object]) -> Fixed:
    check_fields(Fixed, found)
    return replace(Fixed(**found), declared=dict(found["declared"]))  # type: ignore[arg-type, call-overload]  # wrong fields raise TypeError


def _change(found: dict[str, object]) -> Change:
    check_fields(Change, found)
    return Change(**{"before": None, "after": None, **found})  # type: ignore[arg-type]  # the same


def _run(found: dict[str, object]) -> Run:
    check_fields(Run, found)
    pairs = {key: tuple(map(tuple, cast("list[list[str]]", found.pop(key, [])))) for key in _PAIRS}
    return Run(**found, **pairs)  # type: ignore[arg-type]  # wrong fields raise TypeError


_PAIRS = ("parts", "config")


def _natural(seed: str) -> tuple[int, str]:
    return (int(seed), "") if seed.isdecimal() else (-1, seed)


def _told(value: object) -> str:
    return "nothing" if value is None else json.dumps(value)
