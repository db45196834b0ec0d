"""Reading documents, and writing what was read in another format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from standout.model import PostingReading, Reading
from standout.readers import detect
from standout.source import Text

if TYPE_CHECKING:
    from standout.importing import Grown


def read(content: bytes, name: str) -> Reading:
    """Read a resume of any format. `name` is used in messages and as a hint of the format."""
    return detect.read(content, name)


def as_json_resume(reading: Reading) -> str:
    """JSON Resume 1.x, with what that format cannot say under `meta.standout`."""
    from standout.writers import json_resume

    return json_resume.write(reading)


def as_profile(reading: Reading) -> str:
    """A commented native profile."""
    from standout.writers import profile

    return profile.write(reading.resume)


def as_rendercv(reading: Reading) -> str:
    """A file for RenderCV."""
    from standout.writers import rendercv

    return rendercv.write(reading.resume)


def as_outline(reading: Reading) -> str:
    """An outline for a person to look over."""
    from standout.writers import outline

    return outline.write(reading.resume)


WRITERS = {
    "text": as_outline,
    "json": as_json_resume,
    "yaml": as_profile,
    "rendercv": as_rendercv,
}
"""The formats a reading can be written in."""


def not_understood(reading: Reading) -> tuple[Text, ...]:
    """The texts that were kept without a place of their own."""
    from standout.writers import json_resume

    return tuple(text for text, _, _ in json_resume.unplaced(reading.resume))


def merged_profile(readings: Iterable[Reading]) -> str:
    """Several readings of one person as one native profile, the first believed most."""
    from standout import importing

    return importing.merged_profile(readings)


def grow(content: bytes, name: str, given: Iterable[Reading]) -> Grown:
    """Add to a native profile, by span, the entries of other readings that it lacks."""
    from standout import importing

    return importing.grow(content, name, given)


def read_postings(content: bytes, name: str) -> Iterator[PostingReading]:
    """Read every posting of a file of any format; there is always at least one answer."""
    from standout.readers import posting

    return posting.read_all(content, name)


def as_posting_json(reading: PostingReading) -> str:
    """What a posting asks for, as JSON."""
    from standout.writers import posting_json

    return posting_json.write(reading)


def profile_schema() -> str:
    """The JSON Schema of the native profile."""
    import json

    from standout.vocabulary import profile_keys

    return json.dumps(profile_keys.json_schema(), indent=2) + "\n"
