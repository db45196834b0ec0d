"""Find out by content, then by name, which reader a file is for, and let it read."""

from __future__ import annotations

from standout.model import Document, Reading
from standout.readers import native
from standout.readers.problems import problem
from standout.source import Source

MAX_BYTES = 40_000_000


def read(content: bytes, name: str) -> Reading:
    """Read any bytes. Nothing a file holds makes this raise."""
    if content[:5] == b"%PDF-" or b"\0" in content[:4096] or len(content) > MAX_BYTES:
        source = Source(name, "unknown", "")
        said = problem("DOC004", "this is none of the formats that can be read")
        return Reading(source, Document("unknown", len(content)), diagnostics=(said,))
    text = content.decode("utf-8-sig", errors="replace")
    return native.read(Source(name, "yaml", text, editable=True))
