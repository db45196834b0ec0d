"""The ledger of evidence beside a profile."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from standout.errors import OpenError, UsageError
from standout.evidence import ledger
from standout.model.evidence import Evidence
from standout.workspace.files import load, save


def load_ledger(path: str) -> tuple[Evidence, ...]:
    """What a ledger holds; nothing where there is none yet. Raises `OpenError`."""
    if not Path(path).exists():
        return ()
    try:
        return ledger.load(load(path))
    except ledger.LedgerError as error:
        told = f"{path}: not a ledger of evidence: {error}"
        raise OpenError(told, "restore it, or move it away to go on without it") from error


def ledger_beside(profile: str) -> tuple[Evidence, ...]:
    """The ledger in a profile's folder; nothing where there is none. Raises `OpenError`."""
    return load_ledger(str(Path(profile).parent / ledger.NAME))


def save_ledger(path: str, evidence: Sequence[Evidence]) -> None:
    """Write a ledger whole or not at all."""
    save(path, ledger.dump(evidence))


def saved_evidence(path: str, beside: str) -> tuple[Evidence, ...]:
    """The evidence in a saved file, named as seen from the ledger. Raises `UsageError`."""
    from standout.evidence.importers.saved import UnknownFileError, evidence_in

    content = load(path)
    try:
        return evidence_in(content, relative(path, beside), hashlib.sha256(content).hexdigest())
    except UnknownFileError as error:
        raise UsageError(f"{path}: {error}") from error


def relative(path: str, beside: str) -> str:
    """A path as seen from the folder of the ledger."""
    import os

    return Path(os.path.relpath(Path(path).resolve(), Path(beside).resolve().parent)).as_posix()


def state_of(each: Evidence, beside: str) -> str:
    """'' where the file behind a piece of evidence is as it was; else what became of it."""
    if not each.file or not each.sha256:
        return ""
    path = Path(beside).resolve().parent / each.file
    if not path.exists():
        return f"{each.file}: the file is gone"
    if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() != each.sha256:
        return f"{each.file}: the file is not the one that was added"
    return ""
