"""Seeing that files change, whatever an editor does: in place, by rename, away and back."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path

SECONDS = 0.03
"""How often one looks. Some looks of two system calls each cost a thousandth of a processor."""
SETTLED = 0.1
"""How long a file that makes no sense may be half written."""

Stamps = Mapping[str, tuple[int, ...] | None]
"""What changes when a file does, by path; None for one that is not there."""


def stamps(paths: Iterable[str]) -> Stamps:
    """The files' stamps now."""
    return {each: _stamp(each) for each in paths}


def wait_for_change(seen: Stamps) -> None:
    """Return when a file has changed since its stamp was taken."""
    while stamps(seen) == seen:
        time.sleep(SECONDS)


def changes_soon(seen: Stamps) -> bool:
    """Say whether a file changes within a moment: an editor was in the middle of it."""
    until = time.monotonic() + SETTLED
    while stamps(seen) == seen:
        if time.monotonic() > until:
            return False
        time.sleep(SECONDS)
    return True


def _stamp(path: str) -> tuple[int, ...] | None:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
