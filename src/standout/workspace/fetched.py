"""Answers of job boards, kept between runs: a stopped fetch goes on where it was."""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from standout.workspace.files import make_folder, save

if TYPE_CHECKING:
    from standout.connectors.client import Kept


def fetched_folder(named: str | None) -> Path:
    """The folder that was named, or the one where caches are kept."""
    if named:
        return Path(named)
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "standout" / "boards"


class KeptAnswers:
    """A folder of answers, a file each: a line of JSON about it, then its bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = make_folder(str(folder))

    def get(self, url: str) -> Kept | None:
        """The kept answer of an address; none where the file is not whole."""
        from standout.connectors.client import Kept

        try:
            head, _, body = self._file(url).read_bytes().partition(b"\n")
            told = json.loads(head)
            age = max(0.0, time.time() - told["at"])
            if told["url"] != url or told["bytes"] != len(body):
                return None
            return Kept(body, told["etag"], told["modified"], age)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, url: str, kept: Kept) -> None:
        """Keep an answer, whole or not at all."""
        told = {
            "url": url, "at": time.time() - kept.age, "bytes": len(kept.body),
            "etag": kept.etag, "modified": kept.modified,
        }  # fmt: skip
        save(str(self._file(url)), json.dumps(told).encode() + b"\n" + kept.body)

    def _file(self, url: str) -> Path:
        return self.folder / hashlib.sha256(url.encode()).hexdigest()[:32]
