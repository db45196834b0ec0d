"""One citation in any usual style: who wrote what, where it appeared, and when.

APA, IEEE, ACM, Chicago, Springer and the styles of the machine-learning conferences differ in the
order of the fields and in what stands between them. So each field is known by what it is: a list
of names, a year, words in quotes or italics, words that name a place of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from standout.analysis.dates import Found, find_ranges
from standout.model import DateRange, Entry
from standout.patterns import regex
from standout.readers.structure import authors, identifiers, joining
from standout.readers.structure.pieces import as_range
from standout.readers.structure.units import Unit
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import closed

NUMBER = regex(r"\s*(?:\[\w{1,6}\]|\(?[A-Z]?\d{1,3}[.)]|[CJWPT]\d{1,2}[.:])\s*(?=\S)")
_QUOTED = regex(r"[“\"„‘'«»](?P<title>[^”\"“»«]{8,400}?)[,.]?[”\"“’'»«](?=[\s,.;:)]|$)")
_SENTENCE = regex(r"(?<=[.?!])\s+(?=[^\W_a-z]|[“\"(\[]|arXiv|bioRxiv|eprint|in\b)")
_ABBREVIATION = regex(
    r"(?:\b(?:[A-Z]|vs|al|proc|trans|conf|int|symp|vol|no|pp|ed|eds|st|dr|adv|lett|rev|sci|comput|"
    r"mach|learn|intell|appl|robot|syst|lang|linguist|assoc|natl|acad|intl|ann|autom|commun|nat|"
    r"bd|nr|hrsg|art)|\be\.g|\bi\.e)\.$",
    re.IGNORECASE,
)
_YEAR_AHEAD = regex(
    r"\s*[,.]?\s*\(?(?P<date>(?:19|20)\d\d)[a-z]?(?P<month>,\s[A-Z][a-zé]{2,8}\.?(?:\s[\d–-]{1,5})?)?"
    r"(?:\)[.,:]?|[.,:](?=\s)|(?=\s+[“\"„]))\s*"
)
_STATUS = (
    r"(?:oral|spotlight|poster|highlight|(?:long|short|full|invited|contributed|demo)\s"
    r"(?:paper|talk|oral|presentation)|oral presentation|"
    r"(?:best|outstanding|distinguished)(?:\s(?!at\b|in\b|of\b)[\w-]{1,20}){1,4}|"
    r"(?:honou?rable|special) mention|runner[- ]?up|top[- ]\d[^()\[\];]{0,30}|"
    r"(?:co-)?first author|equal contributions?|\*?equal contribution|"
    r"acceptance rate[^()\[\];]{0,12}|"
    r"to appear|in press|forthcoming|accepted|submitted|under (?:review|submission|revision)|"
    r"in (?:preparation|submission|review)|im erscheinen|à paraître|en prensa|peer[- ]reviewed|"
    r"\d+\+? citations|cited \d+ times)"
)
_STATUS_INSIDE = regex(rf"\s*[(\[](?P<said>{_STATUS}[^()\[\]]{{0,30}})[)\]]", re.IGNORECASE)
_STATUS_LAST = regex(
    rf"(?:^|[.,;:–—-]\s*|\s(?=(?-i:[BO]est|Outstanding|Oral|Spotlight|Poster)\b))"
    rf"(?P<said>{_STATUS})[.!]?$",
    re.IGNORECASE,
)
_STATUS_AHEAD = regex(
    r"(?P<said>(?:best|outstanding|distinguished)(?:\s(?!at\b|in\b|of\b)[\w-]{1,20}){1,4}|oral|"
    r"spotlight|poster|accepted|to appear|forthcoming)\s+(?=(?:at|in)\s)",
    re.IGNORECASE,
)
_IN = regex(
    r"(?:in|at|appeared in|published in|presented at|erschienen in|dans|en):?\s+(?=\S)",
    re.IGNORECASE,
)
_IN_AHEAD = regex(
    r"[,.]\s+(?=[Ii]n:?\s+(?:the\s|Proc|Adv|[A-ZÀ-Þ])|Proc(?:eedings|\.)|arXiv|bioRxiv|"
    r"(?:IEEE|ACM|Journal|Advances|Transactions)\b|(?:[A-Z]{3,}|[A-Z][a-z]+[A-Z]{2,})\b)"
)
_NAME_GOES_ON = regex(r"[ \xa0](?:[A-ZÀ-Þ](?!\.)|on\s)")
"""Behind a year inside the name of a venue: 'ICLR 2024 Workshop on ...'."""
_LONGEST = 3_000
"""Characters that a citation has at most, with a hundred authors."""
_SHORTEST = 8
"""Characters that a title has at least."""
_EDGES = " \t\xa0.,;:|·•–—-"


@frozen
class _Parts:
    """The three fields of a citation that stand in its running text."""

    names: tuple[Text, ...]
    title: Text
    after: Text
    year: DateRange | None = None
    notes: tuple[Text, ...] = ()


def citation(unit: Unit) -> Entry:
    """Authors, title, venue and year of one citation."""
    if len(unit.text) > _LONGEST:
        return Entry(description=(unit.text,))
    told = joining.statement(unit.lines)
    italic = _italic_places(
        told.text, [(m.start, m.end) for m in told.emphasis if m.style == "italic"]
    )
    text, found_links = identifiers.without_links(told.text, told.links)
    number = NUMBER.match(text.value)
    text = text[number.end() :] if number else text
    parts = _parted(text, italic)
    title, said_ahead = _without_status(parts.title)
    year, venue, said = appeared(parts.after)
    if parts.year is not None and year is not None:
        year, venue = None, _venue(_without_status(parts.after)[0])
    elif parts.year is None and year is None:
        year, title = _dated_title(title)
    notes = [*parts.notes, *([number_text] if number and (number_text := _marker(unit)) else [])]
    return Entry(
        title=title.strip(_EDGES) or None,
        authors=parts.names,
        venue=venue or None,
        dates=parts.year or year,
        links=found_links,
        description=(*said_ahead, *said),
        notes=tuple(notes),
    )


def _marker(unit: Unit) -> Text | None:
    """The number of a citation, unless it is nothing but a number in a list."""
    match = NUMBER.match(unit.value)
    shown = unit.text[: match.end()].strip() if match else None
    return shown if shown is not None and re.search("[A-Za-z]", shown.value) else None


def appeared(text: Text) -> tuple[DateRange | None, Text, list[Text]]:
    """Year, venue and status of a line that says where a paper appeared."""
    rest, said = _without_status(_unwrapped(text))
    year, venue = _year_and_venue(rest)
    return year, _venue(venue), said


def _italic_places(text: Text, stretches: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(place for start, end in stretches for place in text.places[start:end])


def _parted(text: Text, italic: frozenset[int]) -> _Parts:
    text = text.strip()
    early = _YEAR_AHEAD.match(text.value)
    year = None
    if early is not None or re.match(r"(?:19|20)\d\d\s+(?=[A-Z“\"])", text.value):
        year, text = _taken_year(text)
    run = authors.opening(text) or authors.lone(text)
    quoted = _QUOTED.search(text.value)
    if quoted is not None and (run is None or quoted.start() <= run.end + 30):
        parts = _by_quotes(text, run, quoted)
        return replace(parts, year=year or parts.year)
    if run is None:
        parts = _title_first(text, italic)
        return replace(parts, year=parts.year or year)
    rest = text[run.end :]
    after_year = _YEAR_AHEAD.match(rest.value)
    if after_year is not None:
        year, rest = _taken_year(rest)
    status = re.match(rf"\s*\((?P<said>{_STATUS})\)[.,]?\s*", rest.value, re.IGNORECASE)
    notes: tuple[Text, ...] = ()
    if status is not None:
        notes = (rest[status.start("said") : status.end("said")],)
        rest = rest[status.end() :]
    title, after = _title_and_rest(rest, italic)
    parts = _Parts(run.names, title, after, year)
    return replace(parts, after=_joined(after, notes)) if notes else parts


def _joined(after: Text, said: tuple[Text, ...]) -> Text:
    return Text.join([after, *said], ", ") if after else said[0]


def _taken_year(text: Text) -> tuple[DateRange | None, Text]:
    """The year that opens a text, and what follows it."""
    match = re.match(
        r"[\s,.(]*(?P<date>(?:19|20)\d\d)[a-z]?(?P<month>,\s[A-Z][^)]{2,16})?[\s).,:]*", text.value
    )
    if match is None:
        return None, text
    shown = text[match.start("date") : match.end("month") if match["month"] else match.end("date")]
    found = find_ranges(shown.value)
    if not found or found[0].last is None:
        return None, text
    return DateRange(shown, None, found[0].last), text[match.end() :]


def _by_quotes(text: Text, run: authors.Run | None, quoted: re.Match[str]) -> _Parts:
    before, title = text[: quoted.start()], text[quoted.start("title") : quoted.end("title")]
    after = text[quoted.end() :].strip(" ,.;")
    names = run.names if run is not None and run.end <= quoted.start() else ()
    lead = before[run.end :] if names and run is not None else before
    year = None
    if re.search(r"(?:19|20)\d\d", lead.value):
        year, lead = _taken_year(lead)
    if not names:
        behind = authors.opening(after)
        if behind is not None:
            names, after = behind.names, after[behind.end :]
    lead = lead.strip(" .,;:()*†‡")
    return _Parts(names, title, after, year, (lead,) if lead else ())


def _title_first(text: Text, italic: frozenset[int]) -> _Parts:
    """A citation that opens with its title; its authors may follow."""
    for boundary in _boundaries(text):
        run = authors.opening(text[boundary:])
        if run is not None and len(run.names) > 0:
            rest = text[boundary + run.end :]
            year = None
            if _YEAR_AHEAD.match(rest.value):
                year, rest = _taken_year(rest)
            return _Parts(run.names, text[:boundary], rest, year)
    title, after = _title_and_rest(text, italic)
    run = authors.opening(after.strip(_EDGES)) if after else None
    if run is not None:
        after = after.strip(_EDGES)
        return _Parts(run.names, title, after[run.end :])
    return _Parts((), title, after)


def _boundaries(text: Text) -> list[int]:
    """Where sentences begin, the first few."""
    found = [
        match.end()
        for match in _SENTENCE.finditer(text.value)
        if not _ABBREVIATION.search(text.value[max(0, match.start() - 12) : match.start()])
    ]
    colons = [match.end() for match in re.finditer(r"[.,;|–—]\s+", text.value[:300])]
    return sorted({*found[:3], *colons[:8]})


def _title_and_rest(text: Text, italic: frozenset[int]) -> tuple[Text, Text]:
    """The title that opens a text, and the venue with all that follows."""
    text = text.strip(_EDGES + '"“”')
    for match in _SENTENCE.finditer(text.value):
        if not _ABBREVIATION.search(text.value[max(0, match.start() - 12) : match.start()]):
            return text[: match.start()], text[match.end() :]
    bracket = re.search(r"\s\[(?=[^\[\]]*\]?$)", text.value)
    if bracket is not None:
        return text[: bracket.start()], text[bracket.end() - 1 :]
    return _by_italics(text, italic) or _at_venue(text)


def _by_italics(text: Text, italic: frozenset[int]) -> tuple[Text, Text] | None:
    """The venue, or else the title, stands in italics."""
    start = next((index for index, place in enumerate(text.places) if place in italic), None)
    if start is None:
        return None
    if start > _SHORTEST:
        return _before_in(text, start)
    end = next((i for i in range(start, len(text)) if text.places[i] not in italic), len(text))
    return (text[:end], text[end:]) if end < len(text) else None


def _at_venue(text: Text) -> tuple[Text, Text]:
    """Nothing but words tells where the venue begins."""
    ahead = _IN_AHEAD.search(text.value, _SHORTEST)
    if ahead is not None:
        return text[: ahead.start()], text[ahead.end() :]
    for comma in re.finditer(r",\s+", text.value):
        behind = text.value[comma.end() :]
        nearest = re.split(r",\s", behind, maxsplit=1)[0]
        if names_venue(nearest) or re.match(r"(?:19|20)\d\d\b", behind):
            return text[: comma.start()], text[comma.end() :]
    bracket = re.search(r"\s\((?=[^()]*(?:19|20)\d\d\)?\.?$)", text.value)
    if bracket is not None:
        return text[: bracket.start()], text[bracket.end() :]
    return text, text[:0]


def _before_in(text: Text, start: int) -> tuple[Text, Text]:
    """Cut before the venue in italics, 'In' included."""
    lead = re.search(r"[,.;:]?\s+[Ii]n:?\s+(?:the\s|Proc\.? (?:of )?)?$", text.value[:start])
    cut = lead.start() if lead else start
    return text[:cut], text[cut:]


def names_venue(value: str) -> bool:
    """Words that name a conference, a journal or an archive."""
    words = [word.strip("().,:;").casefold() for word in value.split()]
    acronym = re.search(r"\b(?:[A-Z]{3,}[a-z]?|[A-Z][a-z]+[A-Z]{2,}[a-z]?)\b", value)
    return acronym is not None or any(word in closed.words("venue") for word in words)


def _without_status(text: Text) -> tuple[Text, list[Text]]:
    """The text without 'oral', 'best paper award', 'to appear' and the like, and these."""
    said: list[Text] = []
    inside = _STATUS_INSIDE.search(text.value)
    while inside is not None:
        said.append(text[inside.start("said") : inside.end("said")])
        text = Text.join([text[: inside.start()], text[inside.end() :]], "")
        inside = _STATUS_INSIDE.search(text.value)
    bare = text.strip(" .,;")
    ahead = _STATUS_AHEAD.match(bare.value)
    if ahead is not None:
        return bare[ahead.end() :], [bare[: ahead.end("said")], *said]
    last = _STATUS_LAST.search(bare.value)
    if last is not None:
        said.insert(0, bare[last.start("said") : last.end("said")])
        return bare[: last.start()].strip(" .,;:–—-"), said
    return text, said


def _year_and_venue(after: Text) -> tuple[DateRange | None, Text]:
    """The year of publication, which is no page number, and the venue around it."""
    found = [
        each
        for each in find_ranges(after.value)
        if each.last is not None
        and each.first is None
        and re.search(r"(?<!\d)(?:19|20)\d\d", after.value[each.start : each.end])
    ]
    if not found:
        return None, after
    last = found[-1]
    year = as_range(after, last)
    before, behind = after[: last.start].strip(" .,;:("), after[last.end :].strip(" .,;:)")
    opened = after[: last.start].value.count("(") - after[: last.start].value.count(")")
    closing = after[last.end : last.end + 1]
    if opened > 0 and closing.value == ")" and before.value.count("(") > before.value.count(")"):
        before = Text.join([before, closing], "")
    if before and _NAME_GOES_ON.match(after.value, last.end) and _is_bare(after, last):
        return year, after
    if before and behind:
        comma = re.match(r"\s*[,;.)(:]", after.value[last.end :]) is not None
        return year, Text.join([before, behind], ", " if comma else " ")
    return year, before or behind


def _is_bare(text: Text, date: Found) -> bool:
    """A year and nothing but it, with white space before it: 'ICLR 2024 Workshop'."""
    return date.end - date.start == 4 and text.value[: date.start].endswith((" ", "\xa0"))


def _dated_title(title: Text) -> tuple[DateRange | None, Text]:
    """A title with the year of publication behind its last comma or in brackets."""
    match = re.search(
        r"(?:,\s|\s\()(?:[A-Z][a-zé]{2,8}\.?\s)?(?:19|20)\d\d\)?[.,\s]*$", title.value
    )
    return _year_and_venue(title) if match is not None else (None, title)


def _venue(text: Text) -> Text:
    text = text.strip(_EDGES)
    lead = _IN.match(text.value)
    text = _unwrapped(text[lead.end() :] if lead else text)
    if text.value.count("(") < text.value.count(")") and text.value.endswith(")"):
        text = text[: len(text) - 1]
    return text.strip(_EDGES)


def _unwrapped(text: Text) -> Text:
    """The text without brackets around the whole."""
    text = text.strip(_EDGES)
    while text and text.value[0] in "([" and text.value[-1] in ")]" and _has_one(text.value):
        text = text[1 : len(text) - 1].strip(_EDGES)
    return text


def _has_one(value: str) -> bool:
    return value.count("(") + value.count("[") == 1
