"""The one posting that a resume is held against."""

from __future__ import annotations

from standout import api, workspace
from standout.errors import UsageError
from standout.model import Posting


def one_posting(path: str | None) -> Posting | None:
    """The posting of a file, None where none was named. Raises where it demands nothing."""
    if path is None:
        return None
    found = next(api.read_postings(workspace.load(path), path)).posting
    if not found.requirements:
        message = f"{path}: no demand was found in this posting"
        raise UsageError(message, "is it the text of a single posting?")
    return found
