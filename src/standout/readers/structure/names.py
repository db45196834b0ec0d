"""The name of the person: the largest words near the top that read like one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from standout.patterns import regex
from standout.readers.lines import Line, Segment
from standout.readers.structure import links
from standout.vocabulary import closed, headings, places, roles

_SUFFIX = regex(
    r",?\s*\(?\b(?:ph\.?\s?d|m\.?sc|b\.?sc|m\.?d|mba|jr|sr|ii|iii|esq|pmp|cpa|dr|prof|m\.?eng|"
    r"b\.?eng|he/him|she/her|they/them)\b\.?\)?",
    re.IGNORECASE,
)
_DOCUMENT = r"(?:resume|résumé|cv|curriculum vitae|lebenslauf|currículum(?: vitae)?|currículo)"
_NAMED = regex(
    r"(?:full |first and last |candidate )?(?:name|nom|nombre|nome|naam)"
    r"(?: (?:et prénoms?|y apellidos|completo|e cognome))?\s*:\s*",
    re.IGNORECASE,
    needs=":",
)
_ONE = (
    r"(?:(?:full|first|given|last|family|sur|nach|vor)[ -]?)?(?:names?|noms?|prénoms?|nombres?|"
    r"apellidos?|nome|cognome|imię|nazwisko)(?:\(s\)|\(n\))?"
)
_NAMES = "name nom prénom nombre apellido imię nazwisko"
_LABEL = regex(
    rf"{_ONE}(?:\s?(?:/|,|&|and|et|und|y|e|i)\s?{_ONE})?\s?:?",
    re.IGNORECASE,
    needs=_NAMES,
)
"""What stands before a name in a form: 'Surname(s) / First name(s)'."""
_FORM = (
    rf"(?:{_ONE}\s?(?:/|,|&|and|et|und|y|e|i)\s?{_ONE}|(?:sur|(?:first|last|family) )names?\(s\))"
    r"\s+(?=[A-ZÀ-Þ])"
)
_GREETING = r"(?:(?:hi|hello)\b\W{0,3})?i\s?['’]\s?m\s+|my name is\s+"
_ANNOUNCED = regex(
    rf"{_NAMED.pattern}|{_FORM}|{_GREETING}"
    rf"|{_DOCUMENT}(?:\s*[:|,–—-]\s*|\s+(?:of|for|von|de|di|van|du)\s+|\s+)",
    re.IGNORECASE,
    needs=f": ' ’ {_NAMES} resume résumé cv curriculum lebenslauf currícul",
)
_FOLLOWED = regex(
    rf"(?:\s*[:|,–—(-]\s*|['’]s\s+|\s+){_DOCUMENT}\)?\s*$",
    re.IGNORECASE,
    needs="resume résumé cv curriculum lebenslauf currícul",
)
_STOP = regex(r"(?<=[^\W\d_]{4})\.$")
"""'I'm Jane Smith.'; not 'Jane Roe Jr.'"""
_GOES_ON = regex(r"\s(?:of|for|in|and|&|en|de|des|du|für|und|di|e|y)$")
_LEADERS = regex(r"\.\s?\.")
"""Dots that lead to the margin or to a page number."""
_HEADER_LINES = 15
_NAME_LINES = 4
_BESIDE = 5
"""Lines of contact data beside a name of two lines at most."""
_LONGEST = 150
"""Characters: no line that holds a name is longer."""


def is_label(value: str) -> bool:
    """Say whether words only announce what follows: 'Phone:', 'E:', 'Email'."""
    bare = value.strip(" :").casefold()
    known = bare in closed.words("label") or bare in links.LABELS
    return known or _LABEL.fullmatch(value.strip()) is not None


def looks_like_name(value: str) -> bool:
    """One to six words of letters that begin with capitals and are no heading, place or title."""
    return _has_shape(value) and not (
        places.is_place(bare_name(value))
        or roles.title_words(bare_name(value))
        or roles.organization_words(bare_name(value))
        or _names_degree(value)
    )


def _names_degree(value: str) -> bool:
    """'MSc Applied Mathematics'; not 'Jack Ma' nor 'Jane Roe, PhD'."""
    first, *_ = value.split(maxsplit=1)
    return any(
        len(word) > 3 and roles.is_degree_word(word) for word in bare_name(value).split()
    ) or (len(first.strip(".")) >= 3 and roles.is_degree_word(first))


def bare_name(value: str) -> str:
    """The name without degrees, pronouns and other additions."""
    return _SUFFIX.sub("", value).strip(" ,.")


def _has_shape(value: str) -> bool:
    bare = bare_name(value)
    words = bare.split()
    if not 1 <= len(words) <= 6 or len(bare) > 60 or re.search(r"[\d@:;!?/|+=<>#$%&]", bare):
        return False
    if _LEADERS.search(value):
        return False
    if any(word.casefold().strip(".,") in closed.words("document") for word in words):
        return False
    return headings.find(bare) is None and all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    letters = re.sub(r"[.'’,()\-\"“”]", "", word)
    if not letters or not all(_is_letter(char) for char in letters):
        return False
    return not letters[0].islower() or word.casefold() in closed.words("particle")


def _is_letter(char: str) -> bool:
    """Letters, marks on letters and joiners; no pictures from a font of icons."""
    return unicodedata.category(char)[0] in "LM" or char in "\u200c\u200d"


def name_part(value: str) -> tuple[int, int]:
    """Where the name stands: 'Jane Roe' of 'CV of Jane Roe, Data Scientist' or 'Name: Jane Roe'.

    A bar ends a name whatever follows; a comma or a dash only before a job title.
    The whole text where it holds nothing else.
    """
    if len(value) > _LONGEST:
        return 0, len(value)
    beside = links.EMAIL.search(value) or links.phone_in(value)
    if beside is not None and _has_shape(value[: beside.start()]):
        return 0, len(value[: beside.start()].rstrip())
    before = _ANNOUNCED.match(value)
    start = before.end() if before is not None else 0
    behind = _FOLLOWED.search(value, start)
    stop = _STOP.search(value)
    end = behind.start() if behind is not None else stop.start() if stop is not None else len(value)
    if (start or end < len(value)) and _has_shape(value[start:end]):
        return start, end
    for match in re.finditer(r"\s*(?:,|\||–|—|\s-)\s+", value):
        left, right = value[: match.start()], value[match.end() :]
        apart = "|" in match.group() or roles.title_words(right)
        if looks_like_name(left) and apart and len(left.split()) >= 2:
            return 0, match.start()
    return 0, len(value)


def parted(lines: Sequence[Line]) -> list[Line]:
    """The lines, with a large name behind a label in the margin as a line of its own."""
    found: list[Line] = []
    for index, line in enumerate(lines):
        if index < _HEADER_LINES and len(line.segments) == 2 and _labels_name(*line.segments):
            found += [replace(line, segments=(segment,)) for segment in line.segments]
        else:
            found.append(line)
    return found


def _labels_name(label: Segment, name: Segment) -> bool:
    announces = any(
        word in closed.words("document") for word in label.text.value.casefold().split()
    )
    large = announces and name.size > label.size + 1 and looks_like_name(name.text.value)
    return large or (_asks_name(label) and _has_shape(name.text.value))


def _asks_name(label: Segment) -> bool:
    return _LABEL.fullmatch(label.text.value.strip()) is not None


def find(lines: Sequence[Line]) -> list[int]:
    """The indexes of the lines that hold the name; none if nothing reads like one.

    Names are words like any others ('Jane Baker', 'Art Director'): the largest line of the first
    page may be one even if its words say otherwise. A line that shares a word with the e-mail
    address has a better claim than one that does not.
    """
    asked = _asked(lines)
    if asked:
        return asked
    shaped = [
        (index, line)
        for index, line in enumerate(lines)
        if line.segments
        and line.bullet is None
        and _has_shape(_first(line))
        and not _ends_title(lines, index)
    ]
    opening = _on_first_page(lines, [each for each in shaped if each[1].page == 1])
    user = _mail_user(lines)
    elsewhere = _on_later_pages(lines, shaped)
    for found in (opening, elsewhere):
        if any(_is_spoken_for(_first(lines[index]), user) for index in found):
            return found
    spoken = [
        (index, line)
        for index, line in shaped
        if _is_spoken_for(_first(line), user)
        and looks_like_name(_first(line))
        and len(_first(line).split()) >= 2
        and (not opening or index < _HEADER_LINES)
    ]
    if spoken:
        return [max(spoken, key=lambda each: (each[1].segments[0].size, -each[0]))[0]]
    labelled = [index for index, line in shaped[:_HEADER_LINES] if _NAMED.match(line.text.value)]
    return opening or labelled[:1] or elsewhere


def _asked(lines: Sequence[Line]) -> list[int]:
    """The name behind the label of a form, which `parted` has put on the line before."""
    for index, line in enumerate(lines[1 : 2 * _HEADER_LINES], 1):
        label = lines[index - 1].segments
        if len(label) == 1 and _asks_name(label[0]) and _has_shape(_first(line)):
            return [index]
    return []


def _mail_user(lines: Sequence[Line]) -> str:
    """What stands before the @ of the first e-mail address, in lower case."""
    for line in lines:
        match = links.EMAIL.search(line.text.value)
        if match is not None:
            return roles.plain(match.group().partition("@")[0])
    return ""


def _is_spoken_for(value: str, user: str) -> bool:
    words = re.findall(r"[^\W\d_]{3,}", roles.plain(value))
    return any(word in user for word in words)


def _on_first_page(lines: Sequence[Line], shaped: Sequence[tuple[int, Line]]) -> list[int]:
    if not shaped:
        return []
    sizes = sorted(line.segments[0].size for line in lines if line.page == 1 and line.segments)
    largest = max(line.segments[0].size for _, line in shaped)
    if largest <= sizes[len(sizes) // 2] + 0.5:
        ahead = _before_headings(lines)
        return _in_text(
            [each for each in shaped if each[0] < ahead and looks_like_name(_first(each[1]))]
        )
    best = [(index, line) for index, line in shaped if line.segments[0].size >= largest - 0.5]
    if not looks_like_name(_first(best[0][1])):
        sure = [each for each in best if looks_like_name(_first(each[1]))]
        best = sure or [each for each in best[:1] if not _names_degree(_first(each[1]))]
    return _over_lines(lines, best) if best else []


def _ends_title(lines: Sequence[Line], index: int) -> bool:
    """The line above is a job title as large, which goes on: 'Teacher of' over 'Mathematics'."""
    if not index or len(_first(lines[index - 1]).split()) < 2:
        return False
    above, line = lines[index - 1], lines[index]
    alike = abs(above.segments[0].size - line.segments[0].size) < 0.5
    return (
        alike
        and roles.title_words(_first(above)) > 0
        and _GOES_ON.search(_first(above)) is not None
    )


def _before_headings(lines: Sequence[Line]) -> int:
    """The index of the first heading of content; no name in small type stands under one."""
    for index, line in enumerate(lines):
        heading = headings.find(line.text.value)
        if heading is not None and heading.exact and heading.kind is not None:
            return index
    return len(lines)


def _on_later_pages(lines: Sequence[Line], shaped: Sequence[tuple[int, Line]]) -> list[int]:
    """The largest type of the document, if it reads like a name."""
    largest = max((line.segments[0].size for line in lines if line.segments), default=0.0)
    best = [
        (index, line)
        for index, line in shaped
        if line.segments[0].size >= largest - 0.5 and looks_like_name(_first(line))
    ]
    return _over_lines(lines, best) if best and largest else []


def _first(line: Line) -> str:
    value = line.segments[0].text.value
    start, end = name_part(value)
    return value[start:end]


def _over_lines(lines: Sequence[Line], best: Sequence[tuple[int, Line]]) -> list[int]:
    """A name over two lines: given name and family name, both as large."""
    parts = [best[0][0]]
    for index, line in best[1:]:
        short = len(_first(line).split()) <= 3
        next_to = index == parts[-1] + 1 or _only_beside(lines, parts[-1], index)
        if next_to and line.region == best[0][1].region and short and len(parts) < _NAME_LINES:
            parts.append(index)
    return parts


def _only_beside(lines: Sequence[Line], first: int, last: int) -> bool:
    """Nothing stands between the lines of a name but lines of smaller type at its right."""
    edge = lines[first].segments[0].x1
    between = lines[first + 1 : last]
    return len(between) <= _BESIDE and all(
        line.segments[0].x0 >= edge > 0 and line.size < lines[first].size for line in between
    )


def _in_text(candidates: Sequence[tuple[int, Line]]) -> list[int]:
    """Without type sizes: a heading of the highest level, or the first of several words."""
    levels = [(line.level, index) for index, line in candidates if line.level is not None]
    if levels and min(levels)[0] == 1 and min(levels)[1] < 5:
        return [min(levels)[1]]
    for index, line in candidates:
        words = line.segments[0].text.value.split()
        if index < 12 and 2 <= len(words) <= 5:
            return [index]
    return []
