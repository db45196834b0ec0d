"""What was written last, so that only that is written over unasked.

For each file that was built the user's cache folder holds a fingerprint of its bytes under a
fingerprint of its path: no name and no word of a resume.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

KEPT = 2
"""Fingerprints a file: the last one, and the one before in case its file was never replaced."""


def is_ours(path: str) -> bool:
    """Say whether a file holds what was built last time; not where that is unknown."""
    try:
        return _print(Path(path).read_bytes()) in _remembered(path)
    except OSError:
        return False


def remember(path: str, content: bytes) -> None:
    """Keep in mind what is about to be written. Where that fails, one is asked the next time."""
    place = _place(path)
    if place is None:
        return
    known = dict.fromkeys([_print(content), *_remembered(path)])
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("\n".join(list(known)[:KEPT]), "ascii")
    except OSError:
        return


def _remembered(path: str) -> tuple[str, ...]:
    place = _place(path)
    try:
        return tuple(place.read_text("ascii").split()[:KEPT]) if place else ()
    except (OSError, ValueError):
        return ()


def _place(path: str) -> Path | None:
    """Where the fingerprint of a file is kept; None for a user without a home."""
    try:
        asked = os.environ.get("XDG_CACHE_HOME", "")
        cache = Path(asked) if asked.startswith("/") else Path.home() / ".cache"
        resolved = str(Path(path).resolve())
    except (RuntimeError, OSError):
        return None
    return cache / "standout" / "built" / _print(os.fsencode(resolved))[:32]


def _print(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
