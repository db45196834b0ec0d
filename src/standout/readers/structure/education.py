"""Education: degree, field, institution, grade, courses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from standout.model import Entry, Section, SectionKind, Statement
from standout.patterns import regex
from standout.readers.structure import alike, fields, grades, joining, located, pieces
from standout.readers.structure.actions import opens_with_action
from standout.readers.structure.bodies import items
from standout.readers.structure.degrees import opens_with_degree
from standout.readers.structure.entries import Draft, drafts
from standout.readers.structure.pieces import Head, Piece
from standout.readers.structure.shape import is_caps
from standout.readers.structure.units import COURSES, Unit, is_labelled, is_subheading, is_tags
from standout.source import Text
from standout.vocabulary import closed, roles
from standout.vocabulary.places import is_region

_IN_BRACKETS = regex(r"([^()]{3,120})\s?\(([^()]{3,80})\)")
_LESSER = regex(
    r"(?P<degree>(?:Specialist|Engineer)(?:['’]s)?(?: (?:Degree|Diploma|degree|diploma))?)"
    r"(?:$|(?:\s?,|\s[–-])?\s(?:in\s|of\s)?(?=[A-Z]))"
)
"""Degrees whose names are job titles everywhere but in an education section."""
_LESSER_FIELD = regex(
    r"(?:minor|major|focus|specializ|specialis|with|honou?rs|track)", re.IGNORECASE
)
"""What names a part of the studies behind their field."""
_CODED = regex(r"[A-Z]{2,5}[ -]?\d{2,4}[A-Z]?\b")


def section(heading: Text | None, units: Sequence[Unit]) -> Section:
    """The education section."""
    loose, found = drafts(units)
    heads = alike.placed([pieces.head(draft.head) for draft in found])
    entries = [
        entry
        for draft, (head, place) in zip(found, heads, strict=True)
        for entry in _studies(draft, head, place)
    ]
    statements = tuple(joining.statement(unit.lines) for unit in loose)
    return Section(SectionKind.EDUCATION, heading, tuple(entries), statements=statements)


def _studies(draft: Draft, head: Head, place: Text | None) -> list[Entry]:
    """The entry of a draft; of a school with degrees as bullets under it, one for each degree."""
    starts = [at for at, unit in enumerate(draft.body) if _is_degree_bullet(unit)]
    entry = _named(head.pieces)
    if entry.location is None:
        entry = replace(entry, location=place)
    if not starts or entry.degree is not None:
        dates = next(iter(head.dates), None)
        notes = (*entry.notes, *(each.text for each in head.dates[1:]))
        return [_with_body(replace(entry, dates=dates, links=head.links, notes=notes), draft.body)]
    ahead = draft.body[: starts[0]]
    found: list[Entry] = []
    for start, end in pairwise([*starts, len(draft.body)]):
        entry = _study(draft.head, draft.body[start], shares=bool(found))
        found.append(_with_body(entry, [*ahead, *draft.body[start + 1 : end]]))
        ahead = ()
    return found


def _study(school: Sequence[Unit], degree: Unit, *, shares: bool) -> Entry:
    """The entry of a degree under its school; it `shares` the school with one above it."""
    both, own = pieces.head([*school, degree]), pieces.head([degree])
    entry = _named(both.pieces)
    dates = next(iter((*own.dates, *both.dates)), None)
    told = own if shares else both
    place = degree.text.span().start
    notes = [note for note in entry.notes if not shares or note.span().start >= place]
    notes += [each.text for each in told.dates if dates is None or each.text != dates.text]
    return replace(entry, dates=dates, links=told.links, notes=tuple(notes))


def _is_degree_bullet(unit: Unit) -> bool:
    """'• M.Sc. in Physics', no '• Master thesis on maps' and no '• Mastered ...'."""
    return unit.kind == "bullet" and opens_with_degree(unit.text)


def _named(found: Sequence[Piece]) -> Entry:
    """Which piece is the school, which the degree, which the place."""
    places: list[Text] = []
    rest: list[Piece] = []
    named = [piece for piece in found if roles.school_words(piece.value)]
    placed = any(_is_other_place(piece) for piece in found)
    for piece in found:
        if named and piece not in named and _is_town(piece.value):
            places.append(piece.text)
            continue
        kept, place = ([piece], None) if placed and piece in named else located.split_places(piece)
        if place is not None:
            places.append(place)
        for each in kept:
            rest += _split_school(each)
    entry = Entry(location=places[0] if places else None, notes=tuple(places[1:]))
    unknown: list[Piece] = []
    schooled = any(roles.school_words(piece.value) for piece in rest)
    for piece in rest:
        entry, taken = _take(entry, piece, schooled=schooled)
        if not taken:
            unknown.append(piece)
    entry, unknown = _rejoined(entry, rest, unknown)
    return _with_school(_with_field(_fill(entry, _in_order(entry, rest, unknown))))


def _in_order(entry: Entry, found: Sequence[Piece], unknown: Sequence[Piece]) -> list[Piece]:
    """What no word tells: school first, unless a field follows the degree and a name it."""
    at = next(
        (i for i, piece in enumerate(found) if entry.degree and piece.text is entry.degree), -1
    )
    behind = [piece for piece in unknown if found.index(piece) > at]
    if at < 0 or entry.organization or entry.field or len(behind) < 2 or is_caps(behind[0].value):
        return list(unknown)
    first, second, *_ = behind
    return [second, first, *(piece for piece in unknown if piece not in (first, second))]


def _with_school(entry: Entry) -> Entry:
    """'MSc in Statistics, ENSAI': where nothing else is a school, what stands behind the comma."""
    studied = entry.field
    comma = studied.value.rfind(", ") if studied is not None else -1
    if studied is None or comma < 0 or entry.organization is not None:
        return entry
    school = studied[comma + 1 :].strip()
    lesser = _LESSER_FIELD.match(school.value) or roles.degree_words(school.value)
    if lesser or not school.value[:1].isupper():
        return entry
    return replace(entry, organization=school, field=studied[:comma].strip())


def _is_other_place(piece: Piece) -> bool:
    """A town for itself: so 'National University of Ireland, Galway' is the school's whole name."""
    kept, place = located.split_places(piece)
    return place is not None and not kept and not is_region(place.value)


def _rejoined(
    entry: Entry, found: Sequence[Piece], unknown: Sequence[Piece]
) -> tuple[Entry, list[Piece]]:
    """'Grenoble INP – Ensimag' as one school, where degree and field are known by other words."""
    left = list(unknown)
    school = next((each for each in found if each.text is entry.organization), None)
    if school is None or entry.degree is None or entry.field is None:
        return entry, left
    for piece in unknown:
        step = school.column - piece.column
        if abs(step) == 1 and (piece.row, piece.style) == (school.row, school.style):
            parts = [piece.text, school.text] if step > 0 else [school.text, piece.text]
            left.remove(piece)
            return replace(entry, organization=Text.join(parts, " – ")), left
    return entry, left


def _is_town(value: str) -> bool:
    return fields.is_town(value) and not roles.degree_words(value)


def _with_field(entry: Entry) -> Entry:
    """'Ruhr University, Physics' beside a bare degree: school and field."""
    school = entry.organization
    if school is None or entry.field is not None or entry.degree is None:
        return entry
    comma = school.value.rfind(",")
    field = school[comma + 1 :].strip()
    if comma < 0 or roles.organization_words(field.value) or located.is_campus(school.value):
        return entry
    return replace(entry, organization=school[:comma].strip(), field=field)


def _split_school(piece: Piece) -> list[Piece]:
    """'B.Sc., Physics, University of Bonn' as degree with field, and school; or the reverse."""
    value = piece.value
    bracket = _IN_BRACKETS.fullmatch(value)
    if (
        bracket is not None
        and roles.school_words(bracket[2])
        and not roles.school_words(bracket[1])
    ):
        school = replace(piece, text=piece.text[slice(*bracket.span(2))], column=piece.column + 1)
        return [replace(piece, text=piece.text[: bracket.end(1)].strip()), school]
    for cut in re.finditer(r"[,:]\s+|\s+(?:at|from|@|-|/)\s+", value):
        left, right = value[: cut.start()], value[cut.end() :]
        nearest = re.split(r",\s", right, maxsplit=1)[0]
        behind = roles.school_words(nearest) and roles.degree_words(left)
        ahead = roles.school_words(left) and roles.degree_words(right)
        if (behind and not roles.school_words(left)) or (ahead and not roles.school_words(right)):
            first = replace(piece, text=piece.text[: cut.start()].strip())
            second = replace(piece, text=piece.text[cut.end() :].strip(), column=piece.column + 1)
            return [first, second]
    return [piece]


def _take(entry: Entry, piece: Piece, *, schooled: bool) -> tuple[Entry, bool]:
    """Give a piece to the field that its words name.

    Where some piece is a school by its words, 'Information Technology' is none.
    """
    value = piece.value
    grade = grades.found_in(value)
    if grade is not None and entry.grade is None:
        start, end = grade.span("grade") if "grade" in grade.re.groupindex else grade.span()
        entry = replace(entry, grade=piece.text[start:end].strip())
        around = [piece.text[: grade.start()], piece.text[grade.end() :]]
        kept = [each for part in around if (each := pieces.tidy(part.strip(" .,;")))]
        for each in kept:
            entry, taken = _take(entry, replace(piece, text=each), schooled=schooled)
            if not taken:
                entry = _fill(entry, [replace(piece, text=each)])
        return entry, True
    lesser = _LESSER.match(value) if entry.degree is None and entry.field is None else None
    if lesser is not None:
        end, start = lesser.end("degree"), lesser.end()
        return replace(entry, degree=piece.text[:end], field=piece.text[start:] or None), True
    if roles.degree_words(value) and entry.degree is None and not _is_school(value):
        degree, field = split_degree(piece.text)
        return replace(entry, degree=degree, field=entry.field or field), True
    named = roles.school_words(value) or (not schooled and roles.organization_words(value))
    if named and not entry.organization:
        return replace(entry, organization=piece.text), True
    return entry, False


def _is_school(value: str) -> bool:
    """'Master Institute' has a degree's word and is a school."""
    return roles.school_words(value) > 0 and roles.degree_words(value) < 2


def _fill(entry: Entry, unknown: Sequence[Piece]) -> Entry:
    """Give what no word tells to the fields that are still empty: school first, then field."""
    for piece in unknown:
        if entry.organization is None:
            entry = replace(entry, organization=piece.text)
        elif entry.field is None:
            entry = replace(entry, field=piece.text)
        elif entry.degree is None:
            entry = replace(entry, degree=piece.text)
        else:
            entry = replace(entry, notes=(*entry.notes, piece.text))
    return entry


def split_degree(text: Text) -> tuple[Text, Text | None]:
    """'Bachelor of Science in Physics, Minor in Art' -> the degree and the field with its minor."""
    value = text.value
    bracket = re.fullmatch(r"(?P<field>[^()]+)\s\((?P<degree>[^()]+)\)", value)
    if bracket and roles.degree_words(bracket["degree"]) > roles.degree_words(bracket["field"]):
        return text[slice(*bracket.span("degree"))], text[slice(*bracket.span("field"))]
    words = list(re.finditer(rf"{roles.SPACED_DEGREE}|[^\s,():，、（）：]+", value))
    named = [index for index, word in enumerate(words) if roles.is_degree_word(word.group())]
    # A minor beside a degree is part of what was studied.
    named = [at for at in named if at == named[0] or words[at].group().casefold() != "minor"]
    last = max(named, default=-1)
    if last < 0:
        return text, None
    # 'Bachelor of Science', 'Master of Arts', 'Doctor of Philosophy' name the degree whole.
    if (
        last + 2 < len(words)
        and words[last + 1].group().casefold() == "of"
        and _written(words[last + 2].group()) in closed.words("faculty")
    ):
        last += 2
        while last + 1 < len(words) and _goes_on(words[last].group(), words[last + 1].group()):
            last += 1
    while last + 1 < len(words) and _is_kind(words[last + 1].group()):
        last += 1
    honours = re.compile(r"\s*\((?:hons?\.?|honou?rs)\)", re.IGNORECASE).match(
        value, words[last].end()
    )
    end = honours.end() if honours else words[last].end()
    before = value[: words[0].start()] + value[: words[last].start()]
    engineer = re.match(r"\s+d['’]ing[ée]nieure?", value[end:])
    end += engineer.end() if engineer else 0
    field = pieces.tidy(_without_link_word(text[end:]).strip("，、（）："))
    if field:
        return pieces.tidy(text[:end]), field
    comma = value.rfind(",", 0, words[named[0]].start())
    if comma > 0 and before.strip():
        return text[comma + 1 :].strip(), text[:comma].strip()
    return text, None


def _is_kind(word: str) -> bool:
    """'Laurea magistrale', 'Máster universitario'."""
    return roles.plain(word) in closed.words("degree_kind")


def _goes_on(word: str, following: str) -> bool:
    """'of Applied Science', 'of Science and Technology' are one name."""
    word, following = _written(word), _written(following)
    if following in ("and", "&") or word in ("and", "&"):
        return word in closed.words("faculty") or following in closed.words("faculty")
    return word in closed.words("adjective") and following[:1].isupper()


def _written(word: str) -> str:
    """A word in capitals as it is usually written: 'SCIENCE' is 'Science', 'AND' is 'and'."""
    if not word.isupper() or len(word) < 2:
        return word
    return word.lower() if word in ("AND", "OF", "IN") else word.capitalize()


def _without_link_word(text: Text) -> Text:
    match = re.match(
        r"\s*(?:in|IN|of|OF|en|em|im|für|for|FOR|der|de|del|della|di|do|da|,|:|–|—|-)\s+",
        text.value,
    )
    return text[match.end() :] if match is not None else text


def _with_body(entry: Entry, body: Sequence[Unit]) -> Entry:
    statements: list[Statement] = []
    courses: list[Text] = list(entry.courses)
    description: list[Text] = list(entry.description)
    only_courses = _only_courses(body)
    under = ""
    for unit in body:
        label = is_labelled(unit.value)
        if is_subheading(unit):
            under = unit.value.strip(" :")
            continue
        if COURSES.fullmatch(under):
            courses += [unit.text] if unit.kind == "bullet" else items(unit.text)
            continue
        if is_tags(unit.lines) and unit.kind != "bullet":
            courses += [segment.text for line in unit.lines for segment in line.segments]
            continue
        grade = grades.LABELLED.match(unit.value) or grades.HONOURS.fullmatch(unit.value.strip())
        if label is not None and COURSES.fullmatch(label):
            courses += items(unit.text[len(label) + 1 :])
        elif (
            grade is not None
            and entry.grade is None
            and len(unit.value) < 60
            and (unit.kind != "bullet" or grade.end() == len(unit.value))
        ):
            start, end = grade.span("grade") if "grade" in grade.re.groupindex else grade.span()
            entry = replace(entry, grade=unit.text[start:end].strip())
            rest = pieces.tidy(unit.text[end:])
            if rest:
                description.append(rest)
        elif unit.kind == "bullet" and (only_courses or _is_coded(unit.value)):
            courses.append(unit.text)
        elif unit.kind == "bullet":
            statements.append(joining.statement(unit.lines))
        else:
            description.append(unit.text)
    return replace(
        entry,
        statements=tuple(statements),
        courses=tuple(courses),
        description=tuple(description),
    )


def _is_coded(value: str) -> bool:
    return _CODED.match(value) is not None and len(value) < 80


def _only_courses(body: Sequence[Unit]) -> bool:
    """Two or more short bullets without verbs, numbers or honours."""
    bullets = [unit.value for unit in body if unit.kind == "bullet"]
    return len(bullets) >= 2 and all(
        _is_coded(value)
        or (
            len(value.split()) <= 6
            and not opens_with_action(value)
            and not re.search(
                r"[\d:.%]|\b(?:award|list|honou?r|scholar|prize|fellow|gpa)", value, re.IGNORECASE
            )
        )
        for value in bullets
    )
