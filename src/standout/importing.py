"""Bring several readings of one person into one profile: a new one, or one that is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from standout.analysis import merging
from standout.diagnostic import Edit, Severity
from standout.errors import NotEditableError, UsageError
from standout.model import Entry, Reading, Resume, Section
from standout.model.room import Room
from standout.readers import detect, rooms
from standout.values import frozen
from standout.vocabulary.locales import locale
from standout.writers import insertion, profile

_ELSEWHERE = "write them to a file of their own with -o and copy them"


@frozen
class Grown:
    """A profile's bytes with further entries, which they are, and sections left without room."""

    content: bytes
    added: tuple[Entry, ...] = ()
    left: tuple[Section, ...] = ()


def merged_profile(readings: Iterable[Reading]) -> str:
    """Several readings of one person as one native profile.

    Headings that say no more than the key of their section are left to the language of the page.
    """
    merged = _merged(readings)
    return profile.write(replace(merged, sections=tuple(map(_by_key, merged.sections))))


def _by_key(section: Section) -> Section:
    usual = locale("en").headings[section.kind].casefold()
    said = section.heading.value.strip(" :").casefold() if section.heading else ""
    held = section.entries or section.skills or section.statements
    return replace(section, heading=None) if held and said == usual else section


def grow(content: bytes, name: str, given: Iterable[Reading]) -> Grown:
    """Add to a native profile the entries of other readings that it lacks.

    The file is edited by span: comments and layout stay. Contact, skills and loose sentences of
    the readings are not added. Raises `UsageError` for anything but a native profile without
    errors, and when adding would disturb what is there.
    """
    kept = detect.read(content, name)
    _check_growable(kept, content)
    found = [(each, rooms.room_for(each, kept.source)) for each in _missing(kept, given)]
    edits = [edit for section, room in found if room for edit in _additions(section, room, kept)]
    added = tuple(entry for section, room in found if room for entry in section.entries)
    after = _spliced(kept.source.text, edits).encode()
    if content.startswith(b"\xef\xbb\xbf"):
        after = b"\xef\xbb\xbf" + after
    _check_nothing_lost(kept.resume, detect.read(after, name), len(added))
    return Grown(after, added, tuple(section for section, room in found if room is None))


def _merged(readings: Iterable[Reading]) -> Resume:
    return merging.merged([each.resume for each in readings])


def _missing(kept: Reading, given: Iterable[Reading]) -> tuple[Section, ...]:
    return merging.missing(kept.resume, _merged(given))


def _check_growable(kept: Reading, content: bytes) -> None:
    name = kept.source.name
    if kept.document.format != "yaml":
        hint = f"`standout import {name} -o profile.yaml` makes a profile of it"
        raise NotEditableError(f"{name}: this is no profile", hint)
    if any(each.severity is Severity.ERROR for each in kept.diagnostics):
        hint = f"`standout read {name}` says where"
        raise UsageError(f"{name}: the profile has errors", hint)
    if content.removeprefix(b"\xef\xbb\xbf") != kept.source.text.encode("utf-8", "replace"):
        raise NotEditableError(f"{name}: the file is not UTF-8", "save it as UTF-8 first")


def _additions(section: Section, room: Room, kept: Reading) -> Iterator[Edit]:
    """The edits for one section: each entry before the first older one."""
    last = len(room.before) - 1
    there = next((s for s in kept.resume.of_kind(section.kind) if len(s.entries) == last), None)
    places = [merging.place_of(each, there.entries) if there else last for each in section.entries]
    yield from insertion.edits(room, list(zip(places, section.entries, strict=True)), kept.source)


def _spliced(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made that insert only; those at one place keep their order."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda each: each.span.start):
        parts += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def _check_nothing_lost(before: Resume, after: Reading, added: int) -> None:
    """Raise `UsageError` unless all that was there still is, and the new entries with it."""
    lost = Counter(map(str, before.texts())) - Counter(map(str, after.resume.texts()))
    entries = sum(len(each.entries) for each in after.resume.sections)
    wanted = sum(len(each.entries) for each in before.sections) + added
    if lost or entries != wanted:
        name = after.source.name
        raise UsageError(f"{name}: entries cannot be added without harm to the file", _ELSEWHERE)
