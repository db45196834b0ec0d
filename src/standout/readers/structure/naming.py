"""Which pieces of the heads of a section name the title, the organisation and the place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from standout.analysis.dates import is_duration
from standout.model import DateRange, Entry, Link, SectionKind
from standout.patterns import regex
from standout.readers.structure import alike, leads, located, pieces
from standout.readers.structure.bodies import items
from standout.readers.structure.identifiers import is_label
from standout.readers.structure.pieces import Head, Piece
from standout.readers.structure.wordings import is_told, leaning
from standout.source import Text
from standout.vocabulary import closed, places, roles

WITH_EMPLOYER = (SectionKind.EXPERIENCE, SectionKind.VOLUNTEER, SectionKind.TEACHING)
"""Sections whose entries were done for someone, one after the other."""
_LEVEL = regex(
    r"(?:associate|professional|specialty|speciality|foundational|practitioner|expert|advanced|"
    r"intermediate|beginner|level \w+|part \w+|v?\d[\d.]*)"
    r"(?: (?:level|certificate|certification))?",
    re.IGNORECASE,
)


def assigned(kind: SectionKind, heads: Sequence[Head]) -> list[Entry]:
    """Name the pieces of all heads of a section together."""
    if kind not in WITH_EMPLOYER:
        heads = leads.set_apart(heads)
    placed = [_with_place(*each) for each in alike.placed(heads)]
    if kind in WITH_EMPLOYER:
        mark = _common_mark([found for found, _, _ in placed])
        placed = [(_at_mark(found, mark), where, notes) for found, where, notes in placed]
    leanings: defaultdict[tuple[int, int, bool, bool], float] = defaultdict(float)
    for found, _, _ in placed:
        for piece in found:
            leanings[piece.key] += leaning(piece.value)
    count = max(1, len(heads))
    score = {key: total / count for key, total in leanings.items()}
    return [
        _entry(kind, head, found, where, notes, score)
        for head, (found, where, notes) in zip(heads, placed, strict=True)
    ]


_MARKS = (" / ", " at ", " @ ", ", ")
"""What may stand between title and employer; of the others, words say where they cut."""


def _common_mark(found: Sequence[Sequence[Piece]]) -> str:
    """The sign between the two fields of the heads ('Acme / Engineer'), whatever their words.

    Where words have cut some heads at it, or it can be nothing else, it cuts the others too.
    """
    whole = [each[0] for each in found if len(each) == 1]
    cut = [each[0] for each in found if len(each) > 1]
    for mark in _MARKS:
        once = sum(piece.value.count(mark) == 1 for piece in whole)
        more = sum(piece.value.count(mark) > 1 for piece in whole)
        sure = any(piece.cut == mark.strip() for piece in cut) if mark == ", " else True
        if len(found) > 1 and once and sure and not more and 3 * (once + len(cut)) > 2 * len(found):
            return mark
    return ""


def _at_mark(found: Sequence[Piece], mark: str) -> list[Piece]:
    """The only piece of a head in two, if the mark parts it."""
    once = bool(mark) and len(found) == 1 and found[0].value.count(mark) == 1
    return pieces.at_mark(found[0], mark) if once else list(found)


def _with_place(head: Head, place: Text | None) -> tuple[list[Piece], Text | None, list[Text]]:
    found, where, notes = _placed(head)
    return found, where or place, notes


def _placed(head: Head) -> tuple[list[Piece], Text | None, list[Text]]:
    """The pieces without places, the place, and further places."""
    found = [piece for piece in head.pieces if piece.whole]
    where: list[Text] = []
    several = sum(not is_duration(piece.value) for piece in head.pieces) > 2
    for piece in head.pieces[len(found) :]:
        if several and not where and _is_town(piece.value):
            where.append(piece.text)
            continue
        rest, place = located.split_places(piece)
        if place is not None:
            where.append(place)
        for each in rest:
            found += pieces.split_at(each)
    if not where and len(found) > 2:
        towns = [piece for piece in found if places.may_be_place(piece.value)]
        if towns:
            found.remove(towns[-1])
            where.append(towns[-1].text)
    spans = [piece for piece in found if is_duration(piece.value)]
    if len(found) == len(spans) + 1:
        named = next(piece for piece in found if piece not in spans)
        found = [*_cut_by_words(named), *spans]
    if not where and len(found) > 2:
        right = [piece for piece in found if piece.right and _may_be_place(piece)]
        if right:
            found.remove(right[-1])
            where.append(right[-1].text)
    return found, where[0] if where else None, where[1:]


def _cut_by_words(piece: Piece) -> list[Piece]:
    """'Engineer, Acme' and 'Acme: Engineer' as two pieces."""
    if piece.whole:
        return [piece]
    parts = pieces.split_comma(piece)
    return parts if len(parts) > 1 else pieces.split_mark(piece)


def _is_town(value: str) -> bool:
    """A town that no list knows before a region: 'Boise, Idaho'."""
    return places.may_be_place(value) and not places.is_place(value) and not leaning(value)


def _may_be_place(piece: Piece) -> bool:
    return "," in piece.value and not leaning(piece.value) and len(piece.value) < 40


def _entry(
    kind: SectionKind,
    head: Head,
    found: Sequence[Piece],
    where: Text | None,
    more_places: Sequence[Text],
    score: dict[tuple[int, int, bool, bool], float],
) -> Entry:
    spans = [each for each in found if is_duration(each.value)]
    lines = [each for each in _told_lines(found) if each not in spans]
    told = [each.text for each in lines]
    named = [each for each in found if each not in spans and each not in lines]
    title, organization, rest = _named(kind, named, score)
    venue: Text | None = None
    if kind is SectionKind.TALKS and (rest or organization is not None):
        # A talk is given at one place; only a second name says who else invited.
        venue = rest.pop(0).text if rest else organization
        organization = None if venue is organization else organization
    dates = _primary(head.dates)
    keywords: tuple[Text, ...] = ()
    notes = [each.text for each in rest]
    if kind in (SectionKind.PROJECTS, SectionKind.OPEN_SOURCE):
        shown, notes = _link_labels(head.links, notes)
        head = replace(head, links=shown)
        if kind is SectionKind.OPEN_SOURCE and organization is None:
            organization, notes = _mended(head.links, notes)
        notes = [part for note in notes for part in _bracket_ahead(note)]
        listed = [note for note in notes if _is_list(note)]
        keywords = tuple(item for note in listed for item in items(note))
        told += [note for note in notes if note not in listed]
        notes = []
    return Entry(
        title=title,
        organization=organization,
        location=where,
        venue=venue,
        dates=dates,
        links=head.links,
        keywords=keywords,
        description=tuple(told),
        notes=(
            *more_places,
            *notes,
            *(each.text for each in spans),
            *(each.text for each in head.dates if each is not dates),
        ),
    )


_BRACKET_AHEAD = regex(r"\(([^()]{2,160})\)\s?:\s(?=\S)")
_ITEM = 6
"""Words that one of the things worked with has at most."""


def _bracket_ahead(note: Text) -> list[Text]:
    """'(Rust, ONNX): a small ranker' as what was worked with, and what was made."""
    match = _BRACKET_AHEAD.match(note.value)
    return [note] if match is None else [note[slice(*match.span(1))], note[match.end() :]]


def _is_list(note: Text) -> bool:
    found = [len(item.value.split()) for item in items(note)]
    return len(found) > 1 and max(found) <= _ITEM


def _link_labels(
    links: Sequence[Link], notes: Sequence[Text]
) -> tuple[tuple[Link, ...], list[Text]]:
    """Links with the words that show them ('Code', 'Live demo'), and the other notes."""
    labels = [note for note in notes if is_label(note.value)]
    shown = [
        replace(link, text=labels.pop(0)) if labels and link.text is None else link
        for link in links
    ]
    used = [link.text for link in shown if link.text is not None]
    return tuple(shown), [note for note in notes if not any(note is text for text in used)]


_PATH = regex(r"[/?#]+")


def _mended(links: Sequence[Link], notes: Sequence[Text]) -> tuple[Text | None, list[Text]]:
    """What was contributed to, and the other notes: a note that an address has for its owner."""
    owners = [part.casefold() for link in links for part in _PATH.split(link.url)[1:]]
    for at, note in enumerate(notes):
        name = "-".join(note.value.casefold().split())
        if any(part == name or part.startswith(f"{name}-") for part in owners):
            return note, [*notes[:at], *notes[at + 1 :]]
    return None, list(notes)


def _told_lines(found: Sequence[Piece]) -> list[Piece]:
    """Lines of a head below its first that tell something: 'A map engine that misguides you'."""
    alone = Counter(piece.row for piece in found)
    first = min(alone, default=0)
    return [
        piece
        for piece in found
        if piece.row > first and alone[piece.row] == 1
        if not piece.issuer and is_told(piece.value)
    ]


def _primary(dates: Sequence[DateRange]) -> DateRange | None:
    ranges = [each for each in dates if each.start or each.present]
    return next(iter([*ranges, *dates]), None)


def _named(
    kind: SectionKind,
    found: Sequence[Piece],
    score: dict[tuple[int, int, bool, bool], float],
) -> tuple[Text | None, Text | None, list[Piece]]:
    if not found:
        return None, None, []
    if kind not in WITH_EMPLOYER:
        return _titled(kind, found)
    weight = {id(piece): 1.5 * leaning(piece.value) + score[piece.key] for piece in found}
    ranked = sorted(found, key=lambda piece: -weight[id(piece)])
    if len(found) == 1:
        only = found[0]
        return (None, only.text, []) if weight[id(only)] < -0.3 else (only.text, None, [])
    title = next(piece for piece in (*ranked, ranked[0]) if not piece.issuer or piece is ranked[-1])
    others = [piece for piece in found if piece is not title]
    organization = min(
        others, key=lambda piece: (not piece.issuer, weight[id(piece)], piece.row, piece.column)
    )
    rest = [piece for piece in others if piece is not organization]
    return title.text, organization.text, rest


def _titled(
    kind: SectionKind, found: Sequence[Piece]
) -> tuple[Text | None, Text | None, list[Piece]]:
    """Projects, awards, certificates: the title stands first, or stands out."""
    named = [piece for piece in found if not piece.issuer] or list(found)
    bold = [piece for piece in named if piece.style.bold]
    title = _by_words(kind, bold[0] if bold and len(bold) < len(named) else named[0], named)
    others = [piece for piece in found if piece is not title]
    issued = kind in (
        SectionKind.AWARDS,
        SectionKind.CERTIFICATES,
        SectionKind.COURSES,
        SectionKind.COMPETITIONS,
        SectionKind.TALKS,
        SectionKind.POSTS,
    )
    title, others = _whole_title(kind, title, others)
    if issued and not others and not title.whole and _ISSUED_AT.fullmatch(title.value):
        title, *others = pieces.at_mark(title, ",")
    named = [p for p in others if p.issuer] or [
        p for p in others if leaning(p.value) < 0 and p.value.count(",") < 2
    ]
    below = leads.owner(kind, title, others)
    organization = next(iter(named), others[0] if others and issued else below)
    rest = [piece for piece in others if piece is not organization]
    return title.text, organization.text if organization else None, rest


_ISSUED_AT = regex(r"[^,]+, [^,\W](?<![a-zß-ÿ])[^,]*")
"""'Best paper, ICML': one comma, and a name behind it."""
_TITLE_WORDS = {SectionKind.AWARDS: "award", SectionKind.CERTIFICATES: "certificate"}


def _by_words(kind: SectionKind, title: Piece, named: Sequence[Piece]) -> Piece:
    """The one piece that calls itself a prize or a certificate, if the likely title does not."""
    words = closed.words(_TITLE_WORDS[kind]) if kind in _TITLE_WORDS else frozenset[str]()
    told = [piece for piece in named if words.intersection(roles.plain(piece.value).split())]
    return told[0] if len(told) == 1 and not is_told(told[0].value) else title


def _whole_title(
    kind: SectionKind, title: Piece, others: Sequence[Piece]
) -> tuple[Piece, list[Piece]]:
    """Put a level behind a dash back: 'Certified Architect - Professional' is one title."""
    rest = list(others)
    if kind is SectionKind.CERTIFICATES:
        for piece in others:
            level = _LEVEL.match(piece.value) if piece.row == title.row else None
            behind = piece.text[level.end() :] if level is not None else piece.text
            if level is not None and (not behind or behind.value.startswith(", ")):
                text = Text.join([title.text, piece.text[: level.end()]], " - ")
                title = replace(title, text=text)
                issuer = replace(piece, text=behind.strip(" ,"))
                rest[rest.index(piece)] = issuer
        rest = [piece for piece in rest if piece.text]
    return title, rest
