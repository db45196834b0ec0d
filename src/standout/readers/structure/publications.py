"""Publications: a list of citations, or entries with a title line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from standout.analysis.dates import find_ranges
from standout.model import DateRange, Entry, Link, Section, SectionKind
from standout.readers.structure.entries import section as entry_section
from standout.readers.structure.pieces import as_range
from standout.readers.structure.units import Unit
from standout.source import Text

_FULL = r"(?:[A-ZÀ-Þ][\w'’-]+|van|von|de|der|den|la|del|di|da|dos)"
_FIRST = r"(?:[A-Z]\.[ -]?){0,2}[A-Z]\."
_GIVEN_FIRST = re.compile(
    rf"\*?(?:{_FULL}|{_FIRST})(?:\s?(?:{_FULL}|{_FIRST})){{0,4}}[*†‡∗]{{0,2}}"
)
_FAMILY_FIRST = re.compile(rf"\*?{_FULL}(?:\s{_FULL}){{0,2}},\s{_FIRST}[*†‡∗]{{0,2}}")
_QUOTED = re.compile(r"[“\"„‘'«](?P<title>[^”\"“»]{8,400}?)[,.]?[”\"“’'»](?=[\s,.;)]|$)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SENTENCES = re.compile(r"(?<![A-Z])(?<!\bal)[.?!]\s+(?=[\"“(A-Z0-9])")
_NUMBER = re.compile(r"^\s*(?:\[\w{1,6}\]|\(?\d{1,3}[.)])\s+")
_ID = re.compile(
    r"(?:doi:?\s?|arxiv:\s?)?(?:10\.\d{4,9}/\S+|\d{4}\.\d{4,5}(?:v\d)?)", re.IGNORECASE
)


def section(heading: Text | None, units: Sequence[Unit]) -> Section:
    """The publications section."""
    cited = [unit for unit in units if _is_citation(unit)]
    if 2 * len(cited) < len(units):
        return _titled(heading, _with_titles(units))
    cited_ids = {id(unit) for unit in cited}
    entries: list[Entry] = []
    for unit in units:
        if id(unit) in cited_ids or not entries:
            entries.append(citation(unit))
        else:
            last = entries[-1]
            entries[-1] = replace(last, description=(*last.description, unit.text))
    return Section(SectionKind.PUBLICATIONS, heading, tuple(entries))


def _with_titles(units: Sequence[Unit]) -> list[Unit]:
    """A line above a list of authors is a title, even if it reads like prose."""
    return [
        replace(unit, kind="head")
        if unit.kind == "prose" and index + 1 < len(units) and _authors(units[index + 1].text)
        else unit
        for index, unit in enumerate(units)
    ]


def _titled(heading: Text | None, units: Sequence[Unit]) -> Section:
    made = entry_section(SectionKind.PUBLICATIONS, heading, units)
    entries = []
    for entry in made.entries:
        rest = list(entry.notes)
        venue = entry.organization
        authors: tuple[Text, ...] = ()
        for note in [*rest, *([venue] if venue else [])]:
            found = _authors(note)
            if found and not authors:
                authors = tuple(found)
                if note is venue:
                    venue = None
                else:
                    rest.remove(note)
        if venue is None and rest:
            venue = rest.pop(0)
        entries.append(
            replace(entry, organization=None, venue=venue, authors=authors, notes=tuple(rest))
        )
    return replace(made, entries=tuple(entries))


def _is_citation(unit: Unit) -> bool:
    """One block with authors and title, or with a quoted title and a year."""
    value = unit.value
    first = unit.lines[0]
    if len(value) < 40 or first.bold or (len(first.segments) > 1 and unit.dates):
        return False
    told = bool(_QUOTED.search(value)) + bool(_YEAR.search(value)) + bool(_ID.search(value))
    return told >= 2 or (_leading_authors(unit.text) > 0 and (told > 0 or len(value) > 60))


def citation(unit: Unit) -> Entry:
    """Authors, title, venue and year of one citation."""
    text = unit.text
    number = _NUMBER.match(text.value)
    notes = [text[: number.end()].strip()] if number else []
    text = text[number.end() :] if number else text
    found_links = _links(unit)
    quoted = _QUOTED.search(text.value)
    if quoted is not None:
        before, title = text[: quoted.start()], text[quoted.start("title") : quoted.end("title")]
        after = text[quoted.end() :]
    else:
        before, title, after = _by_sentences(text)
    authors = _authors(before)
    if not authors and before.strip(" .,;:"):
        notes.append(before.strip(" ,;:"))
    year, venue = _venue(after)
    if year is None:
        year = _year(before)
        if year is not None and authors:
            authors = [each for each in authors if not _YEAR.search(each.value)]
    return Entry(
        title=title.strip(" .,") or None,
        authors=tuple(authors),
        venue=venue or None,
        dates=year,
        links=found_links,
        notes=tuple(notes),
    )


def _links(unit: Unit) -> tuple[Link, ...]:
    return tuple(
        replace(each, text=None)
        for line in unit.lines
        for segment in line.segments
        for each in segment.links
    )


def _by_sentences(text: Text) -> tuple[Text, Text, Text]:
    """Authors, title and venue as the sentences of a citation without quotes."""
    cuts = list(_SENTENCES.finditer(text.value))
    parts: list[Text] = []
    start = 0
    for cut in cuts:
        parts.append(text[start : cut.start() + 1])
        start = cut.end()
    parts.append(text[start:])
    if len(parts) >= 2 and _authors(parts[0]):
        rest = parts[2:]
        after = text[text.value.find(rest[0].value) :] if rest else text[:0]
        return parts[0], parts[1], after
    leading = _leading_authors(text)
    if leading:
        end = leading
        title_end = next((cut.start() + 1 for cut in cuts if cut.start() > end), len(text))
        return text[:end], text[end:title_end], text[title_end:]
    return text[:0], parts[0], text[len(parts[0]) :]


def _leading_authors(text: Text) -> int:
    """The length of the author list that opens a citation; 0 if none does."""
    at = count = 0
    value = text.value[:600]
    first = _FAMILY_FIRST.match(value)
    family_first = first is not None and re.match(r"\s*[,;&]|\s+and\b", value[first.end() :])
    author = _FAMILY_FIRST if family_first else _GIVEN_FIRST
    while True:
        match = author.match(value, at)
        if match is None:
            break
        count += 1
        after = re.compile(r"\s*(?:,\s*(?:and|&|und|et)\s+|[,;]\s+|\s+(?:and|&|und|et)\s+)").match(
            value, match.end()
        )
        if after is None:
            return match.end() if count >= 2 else 0
        at = after.end()
        if value[at : at + 6] == "et al.":
            return at + 6
    return at if count >= 2 else 0


def _authors(text: Text) -> list[Text]:
    """The names in an author list; empty if the text is none."""
    bare = text.strip(" ,;:")
    if not re.search(r"\b[A-Z]\.$", bare.value):
        bare = bare.strip(" .,;:")
    year = re.search(r"\s*\(?(?:19|20)\d\d[a-z]?\)?$", bare.value)
    if year is not None:
        bare = bare[: year.start()].strip(" .,;:(")
    parts = bare.split(r"\s*,\s*(?:and|&)\s+|\s+(?:and|&|und|et)\s+(?!al)|\s*[,;]\s+")
    if not parts or not all(_is_author(part.value) for part in parts):
        return []
    if len(parts) < 2 and not re.search(r"\b[A-Z]\.|et al", bare.value):
        return []
    return _rejoined(parts)


_INITIALS = re.compile(r"(?:[A-Z]\.?[\s-]?){1,3}")


def _is_author(value: str) -> bool:
    value = value.strip("*†‡ .")
    if value.casefold() in ("et al", "al", "others") or _INITIALS.fullmatch(value):
        return True
    if re.search(r"et al$", value):
        value = value[:-5].strip()
    return len(value.split()) <= 5 and bool(_GIVEN_FIRST.fullmatch(value))


def _rejoined(parts: Sequence[Text]) -> list[Text]:
    """'Doe, J.' was cut at its comma: put family name and initials together again."""
    kept: list[Text] = []
    for part in parts:
        initials = _INITIALS.fullmatch(part.value)
        if initials and kept and len(kept[-1].value.split()) == 1 and "." not in kept[-1].value:
            kept[-1] = Text.join([kept[-1], part], ", ")
        else:
            kept.append(part)
    return kept


def _venue(after: Text) -> tuple[DateRange | None, Text]:
    found = [each for each in find_ranges(after.value) if each.last is not None and not each.first]
    if not found:
        return None, after.strip(" .,;:()")
    last = found[-1]
    before, behind = after[: last.start].strip(" .,;:("), after[last.end :].strip(" .,;:)")
    year = as_range(after, last)
    if before and behind:
        # The year stands inside the venue's name; the name stays whole and the date is read off it.
        return None, after.strip(" .,;:")
    return year, before or behind


def _year(before: Text) -> DateRange | None:
    found = [each for each in find_ranges(before.value) if each.last is not None]
    return as_range(before, found[-1]) if found else None
