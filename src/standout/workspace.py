"""The one door to disk and clock: finds files, reads settings, writes without losing anything."""

from __future__ import annotations

import datetime
import os
import tempfile
from pathlib import Path

from standout.errors import OpenError


def today() -> datetime.date:
    """The date to pass into a check."""
    return datetime.datetime.now(tz=datetime.UTC).date()  # noqa: TID251 - the one door to the clock


def load(path: str) -> bytes:
    """The bytes of a file. Raises `OpenError` when there are none to be had."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise OpenError(f"{path}: {reason}", "check the path and its permissions") from error


def save(path: str, content: bytes) -> None:
    """Write a file whole or not at all: temporary file, fsync, rename."""
    target = Path(path)
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise OpenError(f"{path}: {reason}", "check the folder and its permissions") from error
