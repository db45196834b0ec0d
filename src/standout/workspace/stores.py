"""Where the stored postings are, and opening them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from standout.errors import UsageError

if TYPE_CHECKING:
    from standout.postings.store import Store
    from standout.postings.writing import Writer


def store_folder(named: str | None) -> Path:
    """The folder that was named, or the one where applications keep the user's data."""
    if named:
        return Path(named)
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(home) / "standout" / "jobs"


def open_store(folder: Path) -> Store:
    """The stored postings, for reading. Raises `UsageError` where there are none."""
    _need_numpy()
    from standout.postings.store import Store

    return Store(folder)


def open_writer(folder: Path) -> Writer:
    """The stored postings, for writing; the folder is made where there is none."""
    _need_numpy()
    from standout.postings.writing import Writer

    return Writer(folder)


def _need_numpy() -> None:
    try:
        import numpy  # noqa: F401 - whether it is there
    except ImportError as error:
        raise UsageError(
            "stored postings need numpy, which is not installed",
            'python -m pip install "standout[jobs]"',
        ) from error
