"""Cut the head of an entry into pieces: dates taken out, the rest split at its separators."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from standout.analysis.blank_dates import find_blank
from standout.analysis.dates import Found, find_ranges
from standout.model import DateRange, Link
from standout.patterns import regex
from standout.readers.lines import Segment
from standout.readers.structure import links
from standout.readers.structure.identifiers import is_label
from standout.readers.structure.shape import Style, segment_style
from standout.readers.structure.units import Unit, whole_segments
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import roles

_SEPARATOR = regex(r"\s+,\s+|;\s+|\s+[|·•∙◦⋄◆■▪►»–—―-]\s+|\s*[|•∙⋄]\s*|\t+|\s{3,}")
_AT = regex(r"\s+(?:at|@|bei|chez|presso)\s+(?!an?\s)")
_BY = regex(
    r"^(?:(?:awarded|issued|published|presented|organi[sz]ed|granted|given|hosted|offered|conferred)"
    r"(?:(?: by| in| at| from):?|:)|(?:issuer|publisher|awarder|issuing authority|provider):|"
    r"at|@|bei|chez|presso|with|(?-i:by|par))\s+(?=\S)",
    re.IGNORECASE,
)
_DATE_LABEL = regex(
    r"(?:(?:awarded|issued|published|released|completed|received|obtained|valid|expected|date)"
    r"(?: on| in| date)?|date of (?:issue|award)|on|in|since|from|to|dates?|period|duration)\s*:?",
    re.IGNORECASE,
)
_LEGAL_FORM = regex(
    r"(?:Inc|LLC|L\.L\.C|Ltd|Limited|Corp|Co|PLC|L\.?P|GmbH|S\.?A|S\.?L|B\.?V)\b\.?", re.IGNORECASE
)
_EDGES = " \t\xa0,;:|·•∙–—―-/"


@frozen
class Piece:
    """One field of an entry's head, not yet known which.

    `row` and `column` say where in the head it stands; `right` that it is the last of several
    segments on its line; `issuer` that 'Issued by' stood before it; `placed` that it stands where
    the section has places; `cut` is the sign at which words have parted it from a neighbour.
    """

    text: Text
    row: int
    column: int
    style: Style
    right: bool = False
    issuer: bool = False
    whole: bool = False
    placed: bool = False
    cut: str = ""
    links: tuple[Link, ...] = ()

    @property
    def value(self) -> str:
        """The words."""
        return self.text.value

    @property
    def key(self) -> tuple[int, int, bool, bool]:
        """What pieces of the same field have in common within a section."""
        return (self.row, self.column, self.style.bold, self.style.italic)


@frozen
class Head:
    """The pieces of one entry's head, and what was recognised at once."""

    pieces: tuple[Piece, ...]
    dates: tuple[DateRange, ...] = ()
    links: tuple[Link, ...] = ()


def head(units: Sequence[Unit]) -> Head:
    """Take a head apart at separators and where bold type ends."""
    return _head(units, _at_weight)


def head_by_separators(units: Sequence[Unit]) -> Head:
    """Take a head apart at separators alone: one bold name in a list of authors is no field."""
    return _head(units, lambda text, _: text.split(_SEPARATOR))


_Cutter = Callable[[Text, Segment], Iterable[Text]]


def _head(units: Sequence[Unit], cut: _Cutter) -> Head:
    pieces: list[Piece] = []
    dates: list[DateRange] = []
    found_links: list[Link] = []
    for row, unit in enumerate(units):
        column = 0
        segments = whole_segments(unit)
        for number, segment in enumerate(segments):
            right = number > 0 and number == len(segments) - 1
            for part in _parts(segment, dates, found_links, cut):
                style = _styled(segment, part, segment_style(segment, unit.lines[0].level))
                by = _BY.match(part.value)
                bare = part[by.end() :] if by is not None else part
                pieces.append(Piece(bare, row, column, style, right, by is not None))
                column += 1
    pieces, years = _bare_years(pieces, wanted=not dates)
    return Head(tuple(pieces), (*dates, *years), tuple(found_links))


def _styled(segment: Segment, part: Text, style: Style) -> Style:
    """The style of a part: bold or italic if its own words are."""
    if not part or not segment.emphasis or not segment.text.places:
        return style
    start = segment.text.value.find(part.value)
    inside = [
        mark.style
        for mark in segment.emphasis
        if mark.start <= start and mark.end >= start + len(part) - 1
    ]
    return replace_style(
        style, bold=style.bold or "bold" in inside, italic=style.italic or "italic" in inside
    )


def replace_style(style: Style, *, bold: bool, italic: bool) -> Style:
    """The style with another weight and slope."""
    return style._replace(bold=bold, italic=italic)


def _parts(
    segment: Segment, dates: list[DateRange], found_links: list[Link], cut: _Cutter
) -> Iterator[Text]:
    for text in _without_dates(segment.text, dates):
        for part in cut(text, segment):
            rest = list(_without_links(part, segment, found_links))
            tidied = [tidy(each) for whole in rest for each in _at_open_bracket(whole)]
            yield from (each for each in tidied if _says(each.value) and not _is_rest(each.value))
    if not any(segment.text.value.strip() == str(each.text) for each in found_links):
        found_links += [
            replace(each, text=None)
            for each in segment.links
            if each.url not in {link.url for link in found_links}
        ]


def _at_open_bracket(text: Text) -> Iterator[Text]:
    """'Lane Keeper (course project,' in two: the date behind it closed the bracket."""
    at = text.value.find(" (")
    if at > 0 and text.value.count("(") == 1 and ")" not in text.value:
        yield text[:at]
        yield text[at + 2 :]
    else:
        yield text


def _at_weight(text: Text, segment: Segment) -> Iterator[Text]:
    """The stretches between separators, cut also where bold type ends before a comma or colon.

    '**Applied Scientist, Search**, Acme, Berlin' has its title set apart by weight, and
    'Tutor, *Open School*, Gent' its employer by slope.
    """
    ends = {segment.text.places[end - 1] for end in _ends_of_type(segment)}
    for part in text.split(_SEPARATOR):
        start = 0
        for index, place in enumerate(part.places):
            if place in ends and re.match(r"[,:]?\s*[,:(]|\s", part.value[index + 1 :]):
                yield part[start : index + 1]
                start = index + 1
        if part[start:].strip(_EDGES):
            yield part[start:]


def _ends_of_type(segment: Segment) -> Iterator[int]:
    """Where bold type ends, and where italics begin behind a comma or end before one."""
    value = segment.text.value
    for mark in segment.emphasis:
        if not 0 < mark.end <= len(value):
            continue
        if mark.style == "bold":
            yield mark.end
        elif value[: mark.start].rstrip().endswith(",") and value[mark.start] not in ",;":
            yield len(value[: mark.start].rstrip(" ,"))
            end = len(value[: mark.end].rstrip(" ,"))
            if value[end:].lstrip().startswith(","):
                yield end


def tidy(text: Text) -> Text:
    """The text without separators at its edges and without brackets around the whole."""
    text = text.strip(_EDGES)
    while text and text.value[0] in "([" and text.value[-1] in ")]" and _wraps(text.value):
        text = text[1 : len(text) - 1].strip(_EDGES)
    if text.value in ("(", ")", "()", "[", "]"):
        return text[:0]
    if text.value.startswith((")", "]")) or text.value.endswith(("(", "[")):
        text = text.strip("()[]").strip(_EDGES)
    if text.value.endswith(")") and "(" not in text.value:
        text = text[: len(text) - 1].strip(_EDGES)  # A date behind it opened the bracket.
    return text


def _says(value: str) -> bool:
    return any(map(str.isalnum, value))


def _is_rest(value: str) -> bool:
    """What remains of a date's wording: 'Awarded on:', 'Date:'."""
    return _DATE_LABEL.fullmatch(value) is not None


def _wraps(value: str) -> bool:
    return value.count("(") <= 1 and value.count("[") <= 1


def _without_dates(text: Text, dates: list[DateRange]) -> Iterator[Text]:
    at = 0
    for found in find_ranges(text.value):
        if _is_bare(text.value, found):
            continue
        yield text[at : found.start]
        dates.append(as_range(text, found))
        at = found.end
    blank = find_blank(text.value[at:])
    if blank is not None:
        yield text[at : at + blank[0]]
        dates.append(DateRange(text[at + blank[0] : at + blank[1]], vague=True))
        at += blank[1]
    yield text[at:]


def _is_bare(value: str, found: Found) -> bool:
    """A year alone may as well belong to a name: 'NeurIPS 2023'."""
    return (
        found.first is None
        and found.last is not None
        and found.last.month is None
        and value[found.start : found.end].isdigit()
    )


def as_range(text: Text, found: Found) -> DateRange:
    """A located date as the model has it."""
    return DateRange(text[found.start : found.end], found.first, found.last, found.present)


def _bare_years(pieces: Sequence[Piece], *, wanted: bool) -> tuple[list[Piece], list[DateRange]]:
    """Take out years that stand alone; behind a comma or in brackets only if no date is known."""
    kept: list[Piece] = []
    years: list[DateRange] = []
    for piece in pieces:
        found = find_ranges(piece.value)
        if (
            len(found) == 1
            and piece.value.strip("()[]") == piece.value[found[0].start : found[0].end]
        ):
            years.append(as_range(piece.text, found[0]))
            continue
        last = found[-1] if found else None
        if wanted and not years and last and _is_bare(piece.value, last):
            before, after = piece.value[: last.start], piece.value[last.end :]
            if re.search(r"[,(\[]\s*$", before) and re.fullmatch(r"[)\]]?\s*", after):
                years.append(as_range(piece.text, last))
                piece = replace(piece, text=tidy(piece.text[: last.start].strip(_EDGES + "([")))
            elif re.fullmatch(r"[(\[]?", before) and re.match(r"\s*[:,)\]–—-]", after):
                years.append(as_range(piece.text, last))
                piece = replace(piece, text=tidy(piece.text[last.end :].strip(_EDGES + ")]")))
        if piece.text:
            kept.append(piece)
    return kept, years


def _without_links(text: Text, segment: Segment, found: list[Link]) -> Iterator[Text]:
    """Take out printed addresses; an annotation over them gives the full address."""
    at = 0
    for match in links.URL.finditer(text.value):
        if not _is_address(match.group()):
            continue
        yield text[at : match.start()]
        shown = text[match.start() : match.end()]
        target = next((each.url for each in segment.links if match.group() in each.url), None)
        found.append(links.link(target or match.group(), shown, clickable=target is not None))
        at = match.end()
    yield text[at:]


def _is_address(value: str) -> bool:
    """Not 'Node.js' or 'Booking.com' the company: a scheme, a path, or a longer host."""
    return "://" in value or value.startswith("www.") or "/" in value.rstrip("/")


def lone_link(unit: Unit) -> Link | None:
    """The link of a line that is nothing but an address, or nothing but linked words."""
    value = unit.value.strip()
    annotated = [each for line in unit.lines for segment in line.segments for each in segment.links]
    match = links.URL.fullmatch(value)
    if match is not None and (_is_address(value) or annotated):
        url = annotated[0].url if annotated else value
        return links.link(url, unit.text.strip(), clickable=bool(annotated))
    if annotated and is_label(value):
        return links.link(annotated[0].url, unit.text.strip(), clickable=True)
    return None


def split_at(piece: Piece) -> list[Piece]:
    """'Engineer at Acme' as two pieces."""
    match = _AT.search(piece.value)
    if match is not None and roles.title_words(piece.value[: match.start()]):
        return _two(piece, match.start(), match.end())
    return [piece]


def split_mark(piece: Piece) -> list[Piece]:
    """'Acme: Engineer' and 'Acme / Engineer' as two pieces, where one side alone is a title."""
    mark = re.search(r":\s+|\s/\s", piece.value)
    if mark is None:
        return [piece]
    left, right = piece.value[: mark.start()], piece.value[mark.end() :]
    one = bool(roles.title_words(left)) != bool(roles.title_words(right))
    return _two(piece, mark.start(), mark.end()) if one else [piece]


def split_comma(piece: Piece) -> list[Piece]:
    """'Engineer, Acme' as two pieces, where the words say that one side is a title."""
    for comma in _commas(piece.value):
        left, right = piece.value[: comma.start()], piece.value[comma.end() :]
        titles = roles.title_words(left), roles.title_words(right)
        if bool(titles[0]) == bool(titles[1]):
            continue
        bare = right if titles[0] else left
        if roles.organization_words(bare) or piece.value.count(",") <= 2:
            return _two(piece, *_boundary(piece.value, comma, title_first=bool(titles[0])))
    return [piece]


def _commas(value: str) -> list[re.Match[str]]:
    """The commas of a text, without those before a legal form: 'Acme, Inc.'."""
    return [
        comma
        for comma in re.finditer(r",\s+", value)
        if _LEGAL_FORM.match(value, comma.end()) is None
    ]


def _boundary(value: str, comma: re.Match[str], *, title_first: bool) -> tuple[int, int]:
    """'Applied Scientist, Search, Acme': the last comma ends a title of two parts."""
    commas = _commas(value)
    chosen = commas[-1] if title_first and len(commas) == 2 else comma
    if title_first and roles.organization_words(value[comma.end() : chosen.start()]):
        chosen = comma
    return chosen.start(), chosen.end()


def at_mark(piece: Piece, mark: str) -> list[Piece]:
    """The two sides of the first such mark in a piece."""
    at = piece.value.find(mark)
    return _two(piece, at, at + len(mark)) if at >= 0 else [piece]


def _two(piece: Piece, end: int, start: int) -> list[Piece]:
    parts = piece.text[:end].strip(), piece.text[start:].strip()
    cut = piece.value[end:start].strip()
    return [
        replace(piece, text=part, column=piece.column + at, cut=cut)
        for at, part in enumerate(parts)
        if part
    ]
