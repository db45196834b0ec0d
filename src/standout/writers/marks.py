"""Inline marks: a statement's emphasis and links as `**bold**`, `*italic*`, `` `code` ``, links.

The reader of marks gives back the same statement. Colour and underline are matters of paper and
are left out, and so is emphasis that no mark can set apart (inside a word).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from standout.model import Link, Statement

_ORDER = {"bold": 0, "italic": 1, "link": 2, "code": 3}
_SPECIAL = re.compile(r"\\|`|^_|_$|_(?=_)|(?<=_)_|\](?=\()|(?<! )\*|\*(?! )")


@dataclass(frozen=True, slots=True)
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
    return _written(text, 0, len(text), _nested(runs, len(text)), ())


def _runs(statement: Statement) -> Iterator[_Run]:
    text = statement.text.value
    for each in statement.emphasis:
        start, end = max(0, each.start), min(each.end, len(text))
        if each.style in ("bold", "italic"):
            start += len(text[start:end]) - len(text[start:end].lstrip())
            end -= len(text[start:end]) - len(text[start:end].rstrip())
        if each.style in _ORDER and start < end:
            yield _Run(start, end, each.style)
    at = 0
    for start, end, link in sorted(_places(statement), key=lambda place: place[:2]):
        if start >= at:
            yield _Run(start, end, "link", link.url)
            at = end


def _places(statement: Statement) -> Iterator[tuple[int, int, Link]]:
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


def _nested(runs: list[_Run], end: int) -> tuple[_Run, ...]:
    """Runs as a tree: one that overlaps another is cut at the other's end."""
    done: list[_Run] = []
    rest = list(runs)
    while rest:
        run = rest.pop(0)
        run = replace(run, end=min(run.end, end))
        inside = [each for each in rest if each.start < run.end]
        rest = [each for each in rest if each.start >= run.end]
        for each in inside:
            if each.end > run.end and each.style != "link":
                rest.insert(0, replace(each, start=run.end))
        rest.sort(key=lambda each: (each.start, -each.end, _ORDER[each.style]))
        other = [each for each in inside if each.style != run.style]
        done.append(replace(run, inner=_nested(other, run.end) if run.style != "code" else ()))
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
    if mark == "`":
        return f"`{text[run.start : run.end]}`"
    inside = _written(text, run.start, run.end, run.inner, (*outer, mark))
    if mark == "[":
        return f"[{inside}]({_address(run.url)})"
    return f"{mark}{inside}{mark}"


def _mark(
    text: str, run: _Run, parent: tuple[int, int], outer: tuple[str, ...], touching: str
) -> str:
    """The mark that sets a run apart, or nothing where none can."""
    if run.style == "link":
        return "["
    if run.style == "code":
        return "" if "`" in text[run.start : run.end] else "`"
    before = "" if run.start == parent[0] else text[run.start - 1]
    after = "" if run.end == parent[1] else text[run.end]
    if before.isalnum() and not touching:
        return ""
    if run.style == "italic":
        return "" if after.isalnum() or touching in ("*", "**") or "*" in outer else "*"
    crowded = touching == "*" or (outer[-1:] == ("*",)) or _edged(run)
    if not crowded:
        return "**"
    return "" if after.isalnum() else "__"


def _edged(run: _Run) -> bool:
    """An italic run begins or ends where this one does: `***` would be ambiguous."""
    edges = {run.start, run.end}
    return any({each.start, each.end} & edges for each in run.inner if each.style == "italic")


def _escaped(chunk: str, outer: tuple[str, ...]) -> str:
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], chunk)
    return re.sub(r"(?<!\\)([\[\]])", r"\\\1", escaped) if "[" in outer else escaped


def _address(url: str) -> str:
    if re.fullmatch(r"[^()<>\s]*", url):
        return url
    return "<" + re.sub(r"[<>\n\r]", lambda c: f"%{ord(c[0]):02X}", url) + ">"
