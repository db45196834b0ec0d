"""The contact header: who the resume is about and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from standout.analysis.dates import find_ranges
from standout.model import Basics, Link
from standout.patterns import regex
from standout.readers.lines import Line, Segment
from standout.readers.structure import links, overrun
from standout.readers.structure.addresses import is_address
from standout.readers.structure.names import bare_name, is_label, looks_like_name, name_part
from standout.readers.structure.shape import words_in
from standout.source import Text
from standout.vocabulary import closed, places, roles

_ICON = "[✉☎✆⌂⚲📧📨📞📱📍🏠🌐🔗💻\ue000-\uf8ff]"
_SEPARATOR = regex(
    rf"\s*{_ICON}\ufe0f?\s*|\s*[|•∙⋄◦◆■▪]\s*|\s+[·–—―/~]\s+|\s*·\s*|\t+|\s{{3,}}|\s*;\s+"
)
_WITH_STROKE = regex(r"(?<![\w/])\(?0\d{1,4}\)?\s?/\s\d[\d -]{4,12}\d(?!\d)")
"""A number whose code a stroke sets apart."""
_STOP = regex(r"(?<=[^\W_]{2})\.(?=\s|$)")
_EDGES = " \t,;|·•∙⋄–—"
_LABELLED = regex(
    r"(?P<label>e-?mail(?: address)?|mail|e|email|courriel|correo(?: electronico)?|phone(?:"
    r" number)?|"
    r"telephone|tel\.?|telefon|téléphone|teléfono|mobile?|mobil|cell(?:ulare)?|handy|portable|p|"
    r"t|m|"
    r"address|adresse|anschrift|dirección|indirizzo|endereço|adres|a|location|based in|city|"
    r"wohnort|"
    r"place|residence|lives in|web(?:site)?|homepage|home ?page|url|site|portfolio|blog|w|linkedin|"
    r"github|gitlab|git|google scholar|scholar|orcid|kaggle|twitter|x|hugging ?face|skype|medium|"
    r"stack ?overflow|leetcode|date of birth|birth ?date|born|dob|birthday|nationality|citizenship|"
    r"marital status|gender|sex|age|visa(?: status)?|work (?:permit|authorization)|driving"
    r" licen[cs]e|"
    r"geburtsdatum|geboren(?: am)?|geburtsort|staatsangehörigkeit|nationalität|familienstand|"
    r"date de naissance|nationalité|situation familiale|permis(?: de conduire)?|née? le|"
    r"fecha de nacimiento|nacionalidad|estado civil|data di nascita|nazionalità|cittadinanza|"
    r"place of birth|pronouns|religion|children|languages?)\s*[:：]\s*",
    re.IGNORECASE,
    needs=": ：",
)
_PERSONAL = regex(
    r"\b(?:born|birth|dob|nationality|citizen(?:ship)?|marital|married|single|gender|sex|age|visa|"
    r"work permit|authorization|driving|geburt\w*|geboren|staatsangeh\w*|nationalität|"
    r"familienstand|"
    r"ledig|verheiratet|naissance|nationalité|situation familiale|permis|née?|nacimiento|"
    r"nacionalidad|"
    r"estado civil|nascita|nazionalità|cittadinanza|pronouns|religion|children|years old|"
    r"civil status|célibataire|mariée?|pacsée?|divorcée?|enfants?|kinder|kinderlos|hijos|"
    r"solter[oa]|casad[oa]|\d\d (?:ans|jahre(?: alt)?|años|anni)(?! d))\b",
    re.IGNORECASE,
    needs="born birth dob national citizen marital married single gender sex age visa permit "
    "authorization driving geb staatsangeh familienstand ledig verheiratet naissance "
    "familiale permis né nacimiento nacionalidad civil nascita nazional cittadinanza "
    "pronouns religion children years_old célibataire marié pacsé divorcé enfant kinder "
    "hijos solter casad ans jahre años anni",
)
_PLACE_LABEL = regex(
    r"(?:address|adresse|anschrift|dirección|indirizzo|endereço|adres|a|location|based in|city|"
    r"wohnort|place|residence|lives in)",
    re.IGNORECASE,
)
_LONG_WORD = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af・]{4,30}")
"""A headline in a script that parts no words."""
_ASKS = regex(
    r"\b(?:e-?mail|mail|phone|tel\w*|tél\w*|mobile?|mobil\w*|cell|handy|fax|web\w*|home ?page|site|"
    r"url|portfolio|blog|linkedin|github|gitlab|skype|youtube|courriel|correo)\b",
    re.IGNORECASE,
)
_LABEL_WORDS, _VALUE_WORDS = 3, 6
"""At most so many words has a personal detail in two columns."""


@dataclass
class _Found:
    """What has been recognised so far; the first of its kind wins, the others become notes."""

    name: Text | None = None
    headline: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    places: list[Text] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    personal: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)


def read(name: Sequence[Line], lines: Sequence[Line]) -> Basics:
    """Basics from the lines that hold the name and the other lines about contact."""
    found = _Found()
    if name:
        _take_name(name, found)
    told = overrun.restored(lines)
    beside_name = _beside_name(name, told)
    for index, line in enumerate(told):
        if _tells_personal(line):
            found.personal.append(line.text.strip())
            continue
        for segment in line.segments[_labels(line) :]:
            _take_segment(segment, found, near_name=index in beside_name)
    return Basics(
        found.name,
        found.headline,
        found.email,
        found.phone,
        Text.join(found.places, ", ") if found.places else None,
        tuple(found.links),
        tuple(found.personal),
        tuple(found.notes),
    )


def _take_name(name: Sequence[Line], found: _Found) -> None:
    """The name from its lines, and whatever stands beside it there."""
    parts = [_name_part(line)[0] for line in name]
    found.name = _in_usual_order(parts[0]) if len(parts) == 1 else parts[0]
    for part in parts[1:]:
        glue = "" if found.name.value.endswith("-") else " "
        found.name = Text.join([found.name, part], glue)
    for line in name:
        for around in _name_part(line)[1:]:
            for rest in _without_addresses(around, found, []):
                _take_words(rest, found, near_name=True)
        for segment in line.segments[1:]:
            _take_segment(segment, found, near_name=True)


def _in_usual_order(name: Text) -> Text:
    """'Moreau, Ines' as 'Ines Moreau'; not 'Ines Moreau, PhD'."""
    family, comma, given = name.value.partition(", ")
    plain = comma and "," not in given and looks_like_name(family) and looks_like_name(given)
    if not plain or roles.degree_words(given) or bare_name(name.value) != name.value:
        return name
    start = len(family) + len(comma)
    return Text.join([name[start:], name[: len(family)]])


def _labels(line: Line) -> int:
    """How many segments only say what the next one is: 'Private e-mail    jane@example.org'."""
    if len(line.segments) < 2:
        return 0
    label, value = (segment.text.value.strip() for segment in line.segments[:2])
    named = words_in(label) <= _LABEL_WORDS and not is_contact(label)
    plain = not roles.title_words(label) and not places.is_place(label) and "," not in label
    behind = links.EMAIL.fullmatch(value) or links.URL.fullmatch(value) or links.phone_in(value)
    return int(named and plain and bool(behind) and _ASKS.search(label) is not None)


def _tells_personal(line: Line) -> bool:
    """'Date of birth    1 May 1990': a label in a column of its own, and what it names."""
    label, *rest = (segment.text.value.strip() for segment in line.segments)
    return (
        len(rest) == 1
        and words_in(label) <= _LABEL_WORDS
        and _PERSONAL.search(label) is not None
        and not is_contact(rest[0])
        and words_in(rest[0]) <= _VALUE_WORDS
    )


def _beside_name(name: Sequence[Line], lines: Sequence[Line]) -> set[int]:
    """The lines that may say what the person is, even without a word of a job title.

    They are in larger type than the others, or first below the name in its column. Where no
    line has a place, they are the first two.
    """
    if not name or name[-1].box is None:
        return {0, 1}
    box = name[-1].box
    under = [
        (line.box.y0, index)
        for index, line in enumerate(lines)
        if line.box is not None
        and line.page == name[-1].page
        and line.box.y0 >= box.y0
        and min(line.box.x1, box.x1) > max(line.box.x0, box.x0)
    ]
    sizes = sorted(line.size for line in lines)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    large = {
        index
        for index, line in enumerate(lines)
        if line.size > 1.15 * usual and not _repeats_name(line, name[-1])
    }
    return large | {index for _, index in sorted(under)[:1]}


def _repeats_name(line: Line, name: Line) -> bool:
    """As large as the name and like one: the name once more, in another script."""
    return line.size >= name.size and looks_like_name(line.text.value)


def _name_part(line: Line) -> tuple[Text, Text, Text]:
    """The name, what stands before it, and what stands behind it."""
    text = line.segments[0].text.strip(_EDGES)
    start, end = name_part(text.value)
    return text[start:end], text[:start].strip(_EDGES + ":"), text[end:].strip(_EDGES + "()")


def is_contact(value: str) -> bool:
    """Say whether a line holds an address of any sort."""
    return bool(links.EMAIL.search(value) or links.phone_in(value) or links.URL.search(value))


def is_personal(value: str) -> bool:
    """Say whether a line tells of age, family or nationality."""
    return _PERSONAL.search(value) is not None


def _take_segment(segment: Segment, found: _Found, *, near_name: bool) -> None:
    pending = [each for each in segment.links if not each.url.startswith(("mailto:", "tel:"))]
    for part in _fields(segment.text):
        target = next((each for each in pending if _covers(each, part)), None)
        if target is not None and not is_contact(part.value):
            pending.remove(target)
            shown = part.strip(_EDGES)
            if is_address(shown.value):
                found.places.append(shown)
                shown = shown[:0]
            found.links.append(links.link(target.url, shown or None, clickable=True))
            continue
        for rest in _without_addresses(part, found, pending):
            _take_words(rest, found, near_name=near_name)
    known = {link.url for link in found.links}
    found.links += [
        links.link(each.url, None, clickable=True) for each in pending if each.url not in known
    ]


def _fields(text: Text) -> Iterator[Text]:
    """What stands between separators; sentences where an e-mail address is one of them.

    A stroke inside a phone number ('0171 / 555 01 99') is no separator.
    """
    told = links.EMAIL.search(text.value) is not None
    number = _WITH_STROKE.search(text.value)
    start, end = number.span() if number is not None else (0, 0)
    for around in (text[:start], text[end:]) if number is not None else (text,):
        for part in around.split(_SEPARATOR):
            yield from part.split(_STOP) if told else (part,)
    if number is not None:
        yield text[start:end]


def _covers(link: Link, part: Text) -> bool:
    """The link's words are this part of the line, or it is the only part."""
    shown = link.text.value.strip(_EDGES) if link.text is not None else ""
    return bool(shown) and (shown in part.value or part.value in shown)


def _without_addresses(part: Text, found: _Found, pending: list[Link]) -> Iterator[Text]:
    """Take e-mails, phone numbers and links out of a part; what is left comes back."""
    part = part.strip(_EDGES)
    match = links.EMAIL.search(part.value)
    if match is not None:
        text = part[match.start() : match.end()]
        if found.email is None:
            found.email = text
        else:
            found.notes.append(text)
        yield from _around(part, match, found, pending)
        return
    url = links.URL.search(part.value)
    if url is not None:
        _take_url(part[url.start() : url.end()], found, pending)
        yield from _around(part, url, found, pending)
        return
    phone = links.phone_in(part.value)
    if phone is not None and not find_ranges(part.value):
        text = part[phone.start() : phone.end()].strip()
        if found.phone is None:
            found.phone = text
        else:
            found.notes.append(text)
        yield from _around(part, phone, found, pending)
        return
    yield part


def _around(part: Text, match: re.Match[str], found: _Found, pending: list[Link]) -> Iterator[Text]:
    for rest in (part[: match.start()], part[match.end() :]):
        bare = rest.strip(_EDGES + ":()[]")
        if any(map(str.isalnum, bare.value)) and not is_label(bare.value):
            yield from _without_addresses(bare, found, pending)


def _take_url(text: Text, found: _Found, pending: list[Link]) -> None:
    bare = text.value.rstrip("/").removeprefix("https://").removeprefix("http://")
    target = next((each for each in pending if bare.casefold() in each.url.casefold()), None)
    if target is not None:
        pending.remove(target)
    url = target.url if target else text.value
    found.links.append(links.link(url, text, clickable=target is not None))


def _take_words(text: Text, found: _Found, *, near_name: bool) -> None:
    text = text.strip(_EDGES)
    if not text:
        return
    match = _LABELLED.match(text.value)
    if match is not None and match.end() < len(text):
        _take_labelled(match["label"], text, match.end(), found)
    elif is_label(text.value):
        return
    elif (mark := _before_place(text.value)) is not None:
        _take_words(text[: mark.start()], found, near_name=near_name)
        _take_words(text[mark.end() :], found, near_name=False)
    elif _PERSONAL.search(text.value) and words_in(text.value) <= 8:
        found.personal.append(text)
    elif is_address(text.value) and len(found.places) < 3:
        found.places.append(text)
    elif near_name and found.headline is None and _may_be_headline(text.value, found.name):
        found.headline = text
    elif found.name is None and looks_like_name(text.value):
        found.name = text
    elif (
        found.headline is None
        and roles.title_words(text.value)
        and _may_be_headline(text.value, found.name)
    ):
        found.headline = text
    else:
        found.notes.append(text)


def _before_place(value: str) -> re.Match[str] | None:
    """What stands between a job title and a place: a comma, or 'in'."""
    for mark in re.finditer(r"\s(?:in|à|en|a)\s|,\s", value):
        if roles.title_words(value[: mark.start()]) and places.is_place(value[mark.end() :]):
            return mark
    return None


def _take_labelled(label: str, text: Text, end: int, found: _Found) -> None:
    value = text[end:].strip()
    known = label.casefold()
    if known in links.LABELS and links.LABELS[known] and words_in(value.value) == 1:
        name = value.value.lstrip("@")
        found.links.append(Link(value.value, value, links.LABELS[known], name, clickable=False))
    elif _PLACE_LABEL.fullmatch(label):
        found.places.append(value)
    elif _PERSONAL.search(label):
        found.personal.append(text)
    else:
        found.notes.append(text)


def _may_be_headline(value: str, name: Text | None) -> bool:
    if words_in(value) > 14 or any(char.isdigit() for char in value[:3]):
        return False
    if name is not None and name.value.casefold() in value.casefold():
        return False
    # 'Applied Scientist' says what somebody is, 'Position applied for' what a form asks.
    words = value.casefold().replace("applied for", "position").split()
    if any(word in closed.words("document") and word != "applied" for word in words):
        return False
    return bool(roles.title_words(value)) or (
        (words_in(value) >= 2 or _LONG_WORD.fullmatch(value) is not None)
        and not value.endswith(":")
    )
