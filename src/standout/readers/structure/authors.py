"""Lists of authors: where one opens a text, and which names stand in it.

Given names or family names first, whole or as initials, with marks of equal contribution.
A list ends at the first words that are no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standout.analysis import spelling
from standout.patterns import regex
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import closed, roles

_MARKS = "*†‡§¶∗⋆#^0123456789⁰¹²³⁴⁵⁶⁷⁸⁹ "
_SEPARATOR = regex(
    r"[*†‡§¶∗⋆]*(?:\s*[,;]\s*(?:and\s|&\s?|und\s|et\s(?!al)|y\s)?\s*|\s+(?:and|&|und|et(?!\sal)|y)\s+)"
)
_STOP = regex(r"\.?(?=\s?[(“\"„«‘])|[.:](?=\s|$)|\s[-–—]\s|(?<=[a-zß-ÿ*†‡])\.(?=[A-Z])")
_CAPITAL = "A-ZÀ-ÞĀ-žΆΈ-ΏΑ-ΩЀ-Я"
"""Capitals of alphabets that have them (and, among the letters with marks, small ones)."""
_INITIALS = regex(rf"(?:[{_CAPITAL}]\.?[\s-]?){{1,4}}")
_INITIALS_AHEAD = regex(rf"(?:[{_CAPITAL}]\.[\s-]?){{1,4}}(?<=\.)(?=\s+[^\W\d_]{{2}})")
_NAME_AHEAD = regex(
    rf"(?:[{_CAPITAL}]\.|[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+){{0,2}}[*†‡]{{0,2}}\s*"
    r"(?:[,.;:(]|\s(?:and|und|et)\s|&|$))"
)
_OTHERS = regex(
    r"(?:et\.? al\.?|others|u\.\s?a\.|(?:and )?\d+ (?:others|more)|(?:\.{3}|…)(?:\s?\([^)]*\))?|"
    r"\+\d+(?: (?:others|authors|more))?)",
    re.IGNORECASE,
)
_SUFFIX = regex(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_LONGEST = 600
"""Characters that are searched for authors."""
_WORDS = 5
_ORDINARY = 2_000
"""Frequency from which a word is more often a word than a name."""
_SHORT = 3
"""Letters of a word that may be a name although it is common in titles."""


@frozen
class Run:
    """The author list `[start, end)` of a text."""

    start: int
    end: int
    names: tuple[Text, ...]


def whole(text: Text) -> tuple[Text, ...]:
    """The names, if a text is a list of authors and nothing else; else none.

    A name by itself counts only with initials: 'J. Roe', not 'Jane Roe'.
    """
    found = opening(text)
    if found is None or text[found.end :].strip(" .,;:()*†‡"):
        return ()
    return found.names


def opening(text: Text) -> Run | None:
    """The author list that opens a text; None if it opens with anything else."""
    names: list[tuple[int, int]] = []
    at = len(text.value) - len(text.value.lstrip())
    end = at
    for start, stop, closed_by in _candidates(text.value[:_LONGEST], at):
        value = text.value[start:stop]
        if not _continues(text.value, names, value):
            break
        names.append((start, stop))
        end = stop
        if closed_by:
            break
    merged = _merged(text.value, names)
    if not merged or not _is_list(text.value, merged, names):
        return None
    listed = [_bare(text[start:stop]) for start, stop in merged]
    if len(listed) > 1 and not any("." in each.value for each in listed[:-1]):
        listed[-1] = listed[-1].strip(".") if listed[-1].value != "et al." else listed[-1]
    return Run(at, end, tuple(listed))


def lone(text: Text) -> Run | None:
    """A single author who opens a citation by full name: 'Jane Roe. Sorting letters. PhD thesis'.

    Two sentences follow, and not all of the words of the name are ordinary ones.
    """
    match = re.match(r"\s*(?P<name>[^.,:;]{4,40})\.\s+(?=\S)", text.value)
    if match is None or len(re.findall(r"[.?!]\s+\S", text.value[match.end() :])) < 1:
        return None
    words = match["name"].split()
    if not 2 <= len(words) <= 4 or not is_name(match["name"]):
        return None
    if all(map(_is_ordinary, words)):
        return None
    start, end = match.span("name")
    return Run(start, end, (text[start:end],))


def _candidates(value: str, at: int) -> Iterator[tuple[int, int, bool]]:
    """What stands between separators, from `at` on; true where a full stop may end the list."""
    previous = ""
    while at < len(value):
        separator = _SEPARATOR.search(value, at)
        limit = separator.start() if separator else len(value)
        others = re.search(r"\s+(?=et\.? al\b)", value[at:limit])
        if others:
            yield at, at + others.start(), False
            at += others.end()
            yield at, at + len("et al.") + value.startswith("et. ", at), True
            return
        given = _INITIALS_AHEAD.match(value, at, limit) if _is_family(previous) else None
        stop = given.end() if given else _stop(value, at, limit)
        if stop is not None and value[stop:limit].strip():
            yield at, stop, True
            return
        yield at, limit, False
        previous = value[at:limit]
        if separator is None:
            return
        at = separator.end()


def _is_family(value: str) -> bool:
    """A family name by itself: the initials behind it are its own."""
    words = [word for word in value.split() if word not in closed.words("particle")]
    return len(words) == 1 and words[0][0].isalpha() and not _has_initial(value)


def _stop(value: str, start: int, limit: int) -> int | None:
    """Where the last author ends, if the list ends before `limit`: at a full stop or bracket."""
    for match in _STOP.finditer(value, start, limit):
        before = value[start : match.start()].strip()
        if match.start() == start or not before:
            continue
        last = before.split()[-1]
        initial = re.fullmatch(rf"(?:[{_CAPITAL}]\.?-?){{1,4}}|al|et|Jr|Sr", last) is not None
        if initial and match.end() >= limit < len(value):
            continue
        if match.group().startswith(".") and initial and _leads_on(value, match.end(), before):
            continue
        end = match.start()
        return end + 1 if match.group().startswith(".") and initial else end
    return None


def _leads_on(value: str, at: int, before: str) -> bool:
    """The full stop after an initial belongs to it, and the name goes on: 'J. Roe', 'J. M. Roe'."""
    following = value[at:].lstrip()
    if _INITIALS.fullmatch(before) is None:
        return _NAME_AHEAD.match(following) is not None
    word = re.match(r"[\w'’.-]+", following)
    if word is None:
        return False
    behind = following[word.end() :]
    # 'Roe, J. Sorting letters': a title follows the initial. 'J. Roe, A. Poe': a name.
    return re.match(
        r"\s(?!(?:and|und|et)\b)[a-z]{2,}", behind
    ) is None or word.group() in closed.words("particle")


def _continues(value: str, names: list[tuple[int, int]], candidate: str) -> bool:
    bare = candidate.strip(_MARKS)
    if _OTHERS.fullmatch(candidate.strip()):
        return bool(names)
    if not bare:
        return False
    if names and (_INITIALS.fullmatch(bare) or _SUFFIX.fullmatch(bare)):
        return not _has_initial(value[slice(*names[-1])]) or "." in bare
    if not is_name(bare):
        return False
    if not names:
        return True
    # Where authors have initials, ordinary words without any ('Deep Sorting') begin the title.
    initialled = any(_has_initial(value[start:stop]) for start, stop in names)
    words = bare.split()
    plain = len(words) > 1 and not _has_initial(bare) and all(map(_is_ordinary, words))
    return not (initialled and plain)


def _is_ordinary(word: str) -> bool:
    return spelling.frequency(word.casefold()) >= _ORDINARY


def _has_initial(value: str) -> bool:
    return re.search(rf"(?<![^\W\d_])[{_CAPITAL}](?:\.|\b(?!['’]))", value) is not None


def is_name(value: str) -> bool:
    """Say whether some words may be the name of a person."""
    words = value.split()
    if not 1 <= len(words) <= _WORDS or roles.organization_words(value):
        return False
    initialled = _has_initial(value)
    if not all(_is_part(word, initialled=initialled) for word in words):
        return False
    long = [word for word in words if len(word.strip(".'’-")) > 1]
    if not long or all(word in closed.words("particle") for word in long):
        return False
    return not _is_titled(words)


def _is_titled(words: Sequence[str]) -> bool:
    """Words of titles stand in it; 'An', 'Do' and 'Can' are names as well."""
    common = [word for word in words if word.casefold() in closed.words("title")]
    last = len(common) == 1 and common[0] in (words[-1], *(words[:1] if len(words) == 2 else ()))
    return bool(common) and not (last and len(common[0]) <= _SHORT)


def _is_part(word: str, *, initialled: bool) -> bool:
    if word in closed.words("particle") or _INITIALS.fullmatch(word) or _SUFFIX.fullmatch(word):
        return True
    bare = word.strip(_MARKS)
    if initialled and bare.isupper() and bare.replace("-", "").isalpha():
        return True
    if not re.fullmatch(r"[^\W\d_](?:[^\W\d_]|['’.-]){0,24}", bare) or bare.endswith("-"):
        return False
    # 'NeurIPS' and 'ICLR' are no names; 'McMahan', 'DeVries' and 'LeCun' are.
    capitals = sum(char.isupper() for char in bare.replace("-", ""))
    return not bare[0].islower() and (capitals <= 2 + bare.count("-") or "." in bare)


def _merged(value: str, names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """'Doe' and 'J.' were cut at their comma: family name and initials belong together."""
    kept: list[tuple[int, int]] = []
    inverted = _is_inverted(value, names)
    for index, (start, end) in enumerate(names):
        bare = value[start:end].strip(_MARKS)
        before = value[kept[-1][0] : kept[-1][1]] if kept else ""
        comma = bool(kept) and re.fullmatch(r"[*†‡]*,\s*", value[kept[-1][1] : start]) is not None
        alone = comma and "," not in before and len(before.split()) <= 3
        initials = _INITIALS.fullmatch(bare) is not None or _SUFFIX.fullmatch(bare) is not None
        given = inverted and (index == 1 or len(before.split()) == 1)
        if alone and (initials or (given and _is_given(bare))) and not _has_initial(before):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept


def _is_given(value: str) -> bool:
    words = value.split()
    return bool(words) and all(_INITIALS.fullmatch(word) for word in words[1:])


def _is_inverted(value: str, names: list[tuple[int, int]]) -> bool:
    """The first author has the family name first: 'Roe, Jane, and Andrew Poe'."""
    if len(names) < 2:
        return False
    first, second = (value[start:end].strip(_MARKS) for start, end in names[:2])
    return len(first.split()) == 1 and _is_given(second) and not _has_initial(first)


def _is_list(value: str, merged: list[tuple[int, int]], names: list[tuple[int, int]]) -> bool:
    """Several names, or one with initials or with its family name first."""
    if len(merged) > 1:
        return any(len(value[start:end].split()) > 1 for start, end in merged)
    return len(names) > 1 or _has_initial(value[slice(*merged[0])])


def _bare(text: Text) -> Text:
    """The name without marks of equal contribution and numbers of institutes."""
    return text.strip(_MARKS + ",;")
