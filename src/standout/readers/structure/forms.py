"""Entries of a form: a label in the left column says what stands at its right (Europass)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from standout.analysis.dates import find_ranges
from standout.model import DateRange, Entry, Section, SectionKind
from standout.readers.lines import Line, Segment
from standout.readers.structure import glyphs, joining, located, pieces
from standout.readers.structure.measure import Measure
from standout.readers.structure.pieces import Piece
from standout.readers.structure.shape import style_of
from standout.readers.structure.units import units
from standout.source import Text

_LABELS = {
    "dates": (
        "dates|dates (from - to)|dates (from – to)|date|datum|zeitraum|fechas|fecha|date (da – a)|"
        "date (da - a)|datas|période|periodo|dates (de - à)|dates (de – à)"
    ),
    "title": (
        "occupation or position held|position held|occupation|beruf oder funktion|"
        "fonction ou poste occupé|profesión o cargo desempeñado|lavoro o posizione ricoperti|"
        "tipo di impiego|função ou cargo ocupado|zawód lub zajmowane stanowisko|"
        "functie of beroep|beroep of functie"
    ),
    "organization": (
        "name and address of employer|employer|name und adresse des arbeitgebers|arbeitgeber|"
        "nom et adresse de l'employeur|employeur|nombre y dirección de la empresa o empleador|"
        "nombre y dirección de la empresa|nome e indirizzo del datore di lavoro|"
        "nome e endereço do empregador|nazwa i adres pracodawcy|naam en adres van de werkgever"
    ),
    "duties": (
        "main activities and responsibilities|main duties and responsibilities|responsibilities|"
        "wichtigste tätigkeiten und zuständigkeiten|principales activités et responsabilités|"
        "funciones y responsabilidades principales|principali attività e responsabilità|"
        "principali mansioni e responsabilità|principais atividades e responsabilidades|"
        "główne działania i obowiązki|voornaamste werkzaamheden en verantwoordelijkheden"
    ),
    "sector": (
        "type of business or sector|tätigkeitsbereich oder branche|type ou secteur d'activité|"
        "tipo de empresa o sector|tipo di attività o settore|tipo de empresa ou sector"
    ),
    "degree": (
        "title of qualification awarded|qualification awarded|"
        "bezeichnung der erworbenen qualifikation|intitulé du certificat ou diplôme délivré|"
        "título de la cualificación obtenida|cualificación obtenida|"
        "titolo della qualifica rilasciata|qualifica conseguita|"
        "designação da qualificação atribuída"
    ),
    "school": (
        "name and type of organisation providing education and training|"
        "name and type of organization providing education and training|"
        "name und art der bildungs- oder ausbildungseinrichtung|"
        "name und art der bildungseinrichtung|"
        "nom et type de l'établissement d'enseignement ou de formation|"
        "nom et type de l'établissement|nombre y tipo del centro de estudios|"
        "nombre y tipo de organización que ha impartido la educación o la formación|"
        "nome e tipo d'organizzazione erogatrice dell'istruzione e formazione|"
        "nome e tipo da organização de ensino ou formação"
    ),
    "subjects": (
        "principal subjects/occupational skills covered|principal subjects / occupational skills "
        "covered|hauptfächer/berufliche fähigkeiten|principales matières/compétences "
        "professionnelles couvertes|principales materias|principali tematiche/competenze "
        "professionali possedute"
    ),
    "level": (
        "level in national or international classification|niveau|"
        "stufe der nationalen oder internationalen klassifikation|"
        "livello nella classificazione nazionale o internazionale"
    ),
}
_TELLING = ("title", "organization", "degree", "school")
"""Labels that no other layout has; two of them, and labels of two kinds, make a form."""
_COLUMN = 4.0
"""Points that values may be out of line."""


@dataclass
class _Record:
    """A label, as far as it has been read, and the lines of its value."""

    known: str
    told: str
    label: list[Text]
    value: list[Line] = field(default_factory=list)


@cache
def _fields() -> Mapping[str, str]:
    return {label: name for name, labels in _LABELS.items() for label in labels.split("|")}


def section(
    kind: SectionKind,
    heading: Text | None,
    lines: Sequence[Line],
    measures: Mapping[tuple[int, int], Measure],
) -> tuple[Section, list[Text]] | None:
    """The section that a form makes and the form's labels; None where the lines are no form."""
    opened = [each for each in map(_opens, lines) if each is not None]
    if sum(each in _TELLING for each in opened) < 2 or len(set(opened)) < 2:
        return None
    before, records = _records(lines)
    groups = _grouped(records)
    entries = [_entry(group, measures) for group in groups]
    statements = [joining.statement(unit.lines) for unit in units(before, measures)]
    labels = [text for record in records for text in record.label]
    return Section(kind, heading, tuple(entries), statements=tuple(statements)), labels


def _opens(line: Line) -> str | None:
    """The field whose label opens a line, or could with the next line."""
    found = _label_in(line.segments[0].text.value, "") if line.segments else None
    return None if found is None else _field_of(found[0])


def _field_of(label: str) -> str | None:
    """The field of a label, or of the only ones that begin so."""
    exact = _fields().get(label)
    if exact is not None:
        return exact
    begun = {name for known, name in _fields().items() if known.startswith(f"{label} ")}
    return begun.pop() if len(begun) == 1 else None


def _label_in(value: str, told: str) -> tuple[str, int] | None:
    """What words at the start of a text go on with the label `told`, and where they end.

    A whole label, or the first words of one where the line or a dash ends behind them.
    """
    best: tuple[str, int] | None = None
    end = 0
    label = told
    for word in value.split()[:12]:
        end = value.index(word, end) + len(word)
        label = f"{label} {word}".strip().casefold().replace("’", "'").rstrip(":")
        closed = end == len(value) or value[end:].startswith(" - ")
        begun = closed and " " in label and _field_of(label) is not None
        if begun or label in _fields():
            best = (label, end)
    return best


def _records(lines: Sequence[Line]) -> tuple[list[Line], list[_Record]]:
    """The lines before any label, and the labels with their values."""
    before: list[Line] = []
    records: list[_Record] = []
    for line in lines:
        rest = _labelled(line, records)
        if not rest:
            continue
        shown = replace(
            line, segments=tuple(rest), indent=line.indent if line.bullet else rest[0].x0
        )
        if records:
            records[-1].value.append(shown if line.bullet else _with_bullet(shown))
        else:
            before.append(shown)
    return before, records


def _labelled(line: Line, records: list[_Record]) -> list[Segment]:
    """The segments of a line behind its label, which begins a record or goes on with the last."""
    first, *others = line.segments
    value = first.text.value
    if line.bullet is not None:
        return [first, *others]
    last = records[-1] if records else None
    goes_on = _label_in(value, last.told) if last and last.told not in _fields() else None
    found = goes_on or _label_in(value, "")
    if found is None or (goes_on is None and _field_of(found[0]) is None):
        return [first, *others]
    label, end = found
    name = _field_of(label) or ""
    if goes_on is not None and last is not None:
        last.told, last.known = label, name
        last.label.append(first.text[:end])
    else:
        records.append(_Record(name, label, [first.text[:end]]))
    left = first.text[end:].strip(" :")
    x0 = first.x1 - (first.x1 - first.x0) * len(left) / len(first.text)
    return [*([replace(first, text=left, x0=x0)] if left else []), *others]


def _with_bullet(line: Line) -> Line:
    """The line, with a dash that opens its value as its bullet."""
    value = line.segments[0].text.value
    if value[:2] in ("- ", "– ", "* "):
        return glyphs.without(line, 2, value[0])
    return glyphs.apart(line)


def _grouped(records: Sequence[_Record]) -> list[list[_Record]]:
    """The records of each entry: the label that comes first begins every one."""
    groups: list[list[_Record]] = []
    for record in records:
        if not groups or record.known == groups[0][0].known:
            groups.append([])
        groups[-1].append(record)
    return groups


def _entry(group: Sequence[_Record], measures: Mapping[tuple[int, int], Measure]) -> Entry:
    entry = Entry()
    for record in group:
        if record.value:
            entry = _filled(entry, record, measures)
    return entry


def _filled(entry: Entry, record: _Record, measures: Mapping[tuple[int, int], Measure]) -> Entry:
    text = joining.text(record.value)
    if record.known == "dates" and entry.dates is None:
        found = find_ranges(text.value)
        dates = pieces.as_range(text, found[0]) if found else DateRange(text, vague=True)
        rest = [text[: found[0].start].strip(), text[found[0].end :].strip()] if found else []
        notes = tuple(each for each in rest if any(map(str.isalnum, each.value)))
        return replace(entry, dates=dates, notes=(*entry.notes, *notes))
    if record.known == "title" and entry.title is None:
        return replace(entry, title=text)
    if record.known in ("organization", "school") and entry.organization is None:
        return _placed(entry, record, text)
    if record.known == "degree" and entry.degree is None:
        # Imported here: education builds on entries, as this module does.
        from standout.readers.structure.education import split_degree

        degree, studied = split_degree(text)
        return replace(entry, degree=degree, field=studied)
    if record.known == "duties":
        told = tuple(joining.statement(unit.lines) for unit in units(record.value, measures))
        return replace(entry, statements=(*entry.statements, *told))
    return replace(entry, notes=(*entry.notes, text))


def _placed(entry: Entry, record: _Record, text: Text) -> Entry:
    """The entry with its employer or school, and the place behind it."""
    piece = Piece(text, 0, 0, style_of(record.value[0]))
    kept, place = located.split_places(piece)
    name = kept[0].text if kept else text
    return replace(entry, organization=name, location=place if kept else None)
