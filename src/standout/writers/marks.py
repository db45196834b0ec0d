"""Inline marks: a statement's emphasis and links as `**bold**`, `*italic*`, `` `code` ``,
`$maths$`, links.

The reader of marks gives back the same statement. Colour and underline are matters of paper and
are left out, and so is emphasis that no mark can set apart (inside a word).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import field, replace

from standout.model import Link, Statement
from standout.patterns import regex
from standout.values import frozen

_ORDER = {"bold": 0, "italic": 1, "link": 2, "code": 3, "maths": 4}
"""Which mark stands outside where two enclose the same words."""
_VERBATIM = {"code": "`", "maths": "$"}
"""Marks whose inside is taken as it stands."""
_MATHS = regex(r"\$[^$]+\$")
"""What may be taken for maths; dollars are escaped where it occurs."""
_SPECIAL = regex(r"\\|`|^_|_$|_(?=_)|(?<=_)_|\](?=\()|(?<! )\*|\*(?! )")
_IN_LINK = regex(_SPECIAL.pattern + r"|[\[\]]")


@frozen
class _Run:
    """A stretch of the text that one mark encloses, and the runs inside it."""

    start: int
    end: int
    style: str
    url: str = ""
    inner: tuple[_Run, ...] = field(default=())


def marked(statement: Statement) -> str:
    """The text of a statement with its marks; plain characters that look like marks escaped."""
    text = statement.text.value
    runs = sorted(_runs(statement), key=lambda run: (run.start, -run.end, _ORDER[run.style]))
    dollars = ("$",) if _MATHS.search(text) or any(_has_dollar(run) for run in runs) else ()
    brackets = ("[",) if any(_tears_brackets(text[run.start : run.end]) for run in runs) else ()
    return _written(text, 0, len(text), _nested(text, runs), (*brackets, *dollars))


def _tears_brackets(part: str) -> bool:
    """A bracket in emphasis has its partner outside: closing it would end the emphasis."""
    depth = 0
    for char in part:
        depth += {"[": 1, "]": -1}.get(char, 0)
        if depth < 0:
            return True
    return depth > 0


def _has_dollar(run: _Run) -> bool:
    return run.style == "maths" or "$" in run.url


def _runs(statement: Statement) -> Iterator[_Run]:
    links: list[_Run] = []
    for start, end, link in sorted(placed_links(statement), key=lambda place: place[:2]):
        if not links or start >= links[-1].end:
            links.append(_Run(start, end, "link", link.url))
    yield from links
    for style in ("bold", "italic", "code", "maths"):
        for run in _merged(statement, style):
            yield from _trimmed(statement.text.value, _apart(run, links))


def _merged(statement: Statement, style: str) -> Iterator[_Run]:
    """The stretches in which every character has a style."""
    marked = {
        at
        for each in statement.emphasis
        if each.style == style
        for at in range(max(0, each.start), min(each.end, len(statement.text)))
    }
    starts = sorted(at for at in marked if at - 1 not in marked)
    ends = sorted(at + 1 for at in marked if at + 1 not in marked)
    return (_Run(start, end, style) for start, end in zip(starts, ends, strict=True))


def _apart(run: _Run, links: list[_Run]) -> Iterator[_Run]:
    """Emphasis cut at the edges of links it overlaps in part; code holds no link at all."""
    cutting = [
        link
        for link in links
        if run.style in _VERBATIM or not (run.start <= link.start and link.end <= run.end)
    ]
    edges = {edge for link in cutting for edge in (link.start, link.end)}
    at = run.start
    for edge in (*sorted(e for e in edges if run.start < e < run.end), run.end):
        yield replace(run, start=at, end=edge)
        at = edge


def _trimmed(text: str, runs: Iterable[_Run]) -> Iterator[_Run]:
    for run in runs:
        part = text[run.start : run.end]
        if run.style in (*_VERBATIM, "link"):
            yield run
        elif part.strip():
            start = run.start + len(part) - len(part.lstrip())
            yield replace(run, start=start, end=start + len(part.strip()))


def placed_links(statement: Statement) -> Iterator[tuple[int, int, Link]]:
    """Where the words of each link stand; a link without words stands at the end."""
    text = statement.text
    for link in statement.links:
        start = len(text)
        if link.text:
            known = {place: at for at, place in reversed(list(enumerate(text.places)))}
            start = known.get(link.text.places[0], -1)
            if start < 0 or not text.value.startswith(link.text.value, start):
                start = text.value.find(link.text.value)
        if start < 0:
            start = len(text)
        length = len(link.text) if link.text and start < len(text) else 0
        yield start, start + length, link


def _nested(text: str, runs: list[_Run]) -> tuple[_Run, ...]:
    """Runs as a tree: one that overlaps another is cut at the other's end."""
    done: list[_Run] = []
    rest = list(runs)
    while rest:
        run = rest.pop(0)
        inside = [each for each in rest if each.start < run.end]
        over = [replace(each, start=run.end) for each in inside if each.end > run.end]
        rest = [*_trimmed(text, over), *(each for each in rest if each.start >= run.end)]
        rest.sort(key=lambda each: (each.start, -each.end, _ORDER[each.style]))
        kept = [replace(each, end=min(each.end, run.end)) for each in inside]
        inner = _nested(text, list(_trimmed(text, kept))) if run.style not in _VERBATIM else ()
        done.append(replace(run, inner=inner))
    return tuple(done)


def _written(
    text: str, start: int, end: int, runs: tuple[_Run, ...], outer: tuple[str, ...]
) -> str:
    parts: list[str] = []
    at = start
    last = ""
    for run in runs:
        parts.append(_escaped(text[at : run.start], outer))
        touching = last if run.start == at else ""
        mark = _mark(text, run, (start, end), outer, touching)
        parts.append(_enclosed(text, run, mark, outer))
        at, last = run.end, mark
    parts.append(_escaped(text[at:end], outer))
    return "".join(parts)


def _enclosed(text: str, run: _Run, mark: str, outer: tuple[str, ...]) -> str:
    if mark in _VERBATIM.values():
        return f"{mark}{text[run.start : run.end]}{mark}"
    if not mark:
        return _written(text, run.start, run.end, tuple(_links_in(run)), outer)
    inside = _written(text, run.start, run.end, run.inner, (*outer, mark))
    if mark == "[":
        return f"[{inside}]({_address(run.url)})"
    return f"{mark}{inside}{mark}"


def _links_in(run: _Run) -> Iterator[_Run]:
    """What is left inside a run without a mark: no emphasis can be sure of its edges there."""
    for each in run.inner:
        if each.style == "link":
            yield replace(each, inner=())
        else:
            yield from _links_in(each)


def _mark(
    text: str, run: _Run, parent: tuple[int, int], outer: tuple[str, ...], touching: str
) -> str:
    """The mark that sets a run apart, or nothing where none can."""
    if run.style == "link":
        return "["
    if run.style in _VERBATIM:
        return _verbatim(text, run)
    before = "" if run.start == parent[0] else text[run.start - 1]
    after = "" if run.end == parent[1] else text[run.end]
    if _in_word(before) and not touching:
        return ""
    if run.style == "italic":
        return "" if _in_word(after) or touching in ("*", "**") or "*" in outer else "*"
    crowded = touching == "*" or (outer[-1:] == ("*",)) or _edged(run)
    if not crowded:
        return "**"
    return "" if _in_word(after) else "__"


def _in_word(char: str) -> bool:
    """Say whether a mark beside a character stands inside a word; see the reader of marks."""
    return char.isalnum() and unicodedata.east_asian_width(char) not in ("W", "F")


def _verbatim(text: str, run: _Run) -> str:
    """The mark of code or maths, or nothing where it would be read in another way."""
    mark = _VERBATIM[run.style]
    inside = text[run.start : run.end]
    if run.style == "maths" and (inside != inside.strip() or text[run.end : run.end + 1].isdigit()):
        return ""
    return "" if mark in inside else mark


def _edged(run: _Run) -> bool:
    """An italic run begins or ends where this one does: `***` would be ambiguous."""
    edges = {run.start, run.end}
    return any({each.start, each.end} & edges for each in run.inner if each.style == "italic")


def _escaped(chunk: str, outer: tuple[str, ...]) -> str:
    special = _IN_LINK if "[" in outer else _SPECIAL
    escaped = special.sub(lambda found: "\\" + found[0], chunk)
    return escaped.replace("$", "\\$") if "$" in outer else escaped


def _address(url: str) -> str:
    if re.fullmatch(r"[^()<>\s]*", url):
        return url
    return "<" + re.sub(r"[<>\n\r]", lambda c: f"%{ord(c[0]):02X}", url) + ">"
