"""`evidence.json`: what backs the statements of a profile, by id."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from standout.evidence.plain import check_fields, dumped, plain
from standout.model.evidence import Evidence, Figure, Verification
from standout.patterns import regex

VERSION = 1
NAME = "evidence.json"
KINDS = (
    "reproduction", "merged_pr", "release", "repository", "publication", "kaggle", "talk",
    "teaching", "post", "dataset", "person",
)  # fmt: skip
_HYPHENS = regex(r"[.-]*-[.-]*")
_OUTSIDE = regex(r"[^a-z0-9/._-]+")


class LedgerError(ValueError):
    """The file is no ledger."""


def load(content: bytes) -> tuple[Evidence, ...]:
    """The evidence in a file. Raises `LedgerError` where it is no ledger."""
    try:
        found = json.loads(content)
        if found["version"] != VERSION:
            raise LedgerError(f"version {found['version']} of the format")
        return tuple(_evidence(each) for each in found["evidence"])
    except LedgerError:
        raise
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LedgerError(f"not valid JSON: {error}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LedgerError(f"it has not the shape of one ({error})") from error


def dump(evidence: Sequence[Evidence]) -> bytes:
    """The file, in the order of ids."""
    order = sorted(evidence, key=lambda each: each.id)
    return dumped({"version": VERSION, "evidence": [plain(each) for each in order]}).encode()


def added(
    known: Sequence[Evidence], more: Iterable[Evidence]
) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    """The ledger with more in it, and the ids that are new or say something else than before.

    What is replaced is named by its successor, so that a changed number does not pass unseen.
    """
    found = {each.id: each for each in known}
    changed = []
    for each in more:
        before = found.get(each.id)
        if before is None:
            found[each.id] = each
            changed.append(each.id)
        elif replace(before, supersedes="") != each:
            was = before.sha256[:12] or before.statement
            found[each.id] = replace(each, supersedes=was)
            changed.append(each.id)
    return tuple(found.values()), tuple(changed)


def identifier(*parts: str) -> str:
    """An id from words: lower case, signs as hyphens."""
    words = [_HYPHENS.sub("-", _OUTSIDE.sub("-", e.lower())).strip("-./") for e in parts]
    return "/".join(each[:60].strip("-") for each in words if each)


def _evidence(found: Mapping[str, object]) -> Evidence:
    known = dict(found)
    numbers = known.pop("numbers", ())
    skills = known.pop("skills", ())
    verification = Verification(known.pop("verification"))
    if not isinstance(numbers, list | tuple) or not isinstance(skills, list | tuple):
        raise LedgerError("numbers and skills are lists")
    check_fields(Evidence, known)
    return Evidence(
        **known,  # type: ignore[arg-type]  # wrong fields raise TypeError
        verification=verification,
        numbers=tuple(Figure(str(e["text"]), float(e["value"]), str(e["source"])) for e in numbers),
        skills=tuple(map(str, skills)),
    )
