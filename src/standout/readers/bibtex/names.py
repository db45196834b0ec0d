"""Names as bibliographies write them: `Last, First`, `Last, Jr, First`, `First von Last`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.patterns import regex
from standout.readers.bibtex.latex import plain
from standout.source import Text

_TOKEN = regex(r"\\.|[{},]|(?<!\S)and(?!\S)", re.DOTALL)
_HOMONYM = regex(r"(?<=\S) \d{4}$")
"""The number by which DBLP tells people of one name apart."""
_GIVEN = regex(r"(family|given|prefix|suffix)\s*=\s*", re.IGNORECASE)


def people(text: Text) -> tuple[Text, ...]:
    """The people in order, each as `First Last`; 'and others' is `et al.`."""
    return tuple(each for each in (_person(parts) for parts in _split(text)) if each)


def _split(text: Text) -> Iterator[list[Text]]:
    """The comma parts of each name; what stands in braces is one word."""
    depth = start = 0
    parts: list[Text] = []
    for token in _TOKEN.finditer(text.value):
        sign = token[0]
        if sign in "{}":
            depth = max(0, depth + (1 if sign == "{" else -1))
        elif depth == 0 and sign in (",", "and"):
            parts.append(text[start : token.start()].strip())
            start = token.end()
            if sign == "and":
                yield parts
                parts = []
    yield [*parts, text[start:].strip()]


def _person(parts: list[Text]) -> Text:
    named = {match[1].lower(): part for part in parts if (match := _GIVEN.match(part.value))}
    if named:
        order = [named[key] for key in ("given", "prefix", "family", "suffix") if key in named]
        values = [part[part.value.index("=") + 1 :].strip() for part in order]
        return Text.join(filter(None, map(plain, values)))
    if len(parts) == 1 and parts[0].value == "others":
        return Text("et al.", (parts[0].places[0],) * 6)
    # `Last, First` and `Last, Jr, First`: the first name comes first, the suffix last.
    ordered = [parts[-1], parts[0], *parts[1:-1]] if len(parts) > 1 else parts
    name = Text.join(filter(None, map(plain, ordered)))
    number = _HOMONYM.search(name.value)
    return name[: number.start()] if number else name
