"""Leave out findings that the applicant chose to live with, each with a reason.

In the file, a comment on the line or alone on the line above:

    - Cut the serving cost of the ranking model  # standout: ignore QNT001 because of an NDA
    <!-- standout: ignore LNG002, LNG004 because the product is written that way -->

In the settings, `[[ignores]]` with `code`, `because` and, to be exact, `where`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from standout.diagnostic import Diagnostic
from standout.patterns import regex
from standout.rules.notices import notice
from standout.rules.settings import Ignore, Settings
from standout.source import Source, Span
from standout.values import frozen

_MARK = "standout:"
_COMMENT = regex(r"(?:(?<!\S)#|<!--)[ \t]*standout:[ \t]*ignore\b(?P<rest>.*)$")
_CODE = regex(r"[ \t]*,?[ \t]*([A-Z]{2,}[0-9]{3}|[a-z]+(?:-[a-z]+)+)")
_REASON = regex(r"[ \t]+because\b[ \t:]*(.*)")
_OWN_ITEM = regex(r"(?:[-*+•][ \t]|[\w-]+:(?:[ \t]|$)|#|<!--)")


@frozen
class _Comment:
    """A suppression in a file: its place, what it names, the lines it speaks for."""

    span: Span
    codes: tuple[str, ...]
    because: str
    lines: range

    def hides(self, each: Diagnostic, line: int) -> bool:
        return line in self.lines and bool({each.code, each.name} & set(self.codes))


def without_ignored(
    source: Source, diagnostics: Iterable[Diagnostic], ignores: tuple[Ignore, ...]
) -> tuple[Diagnostic, ...]:
    """The findings that the settings do not ignore one by one."""
    return tuple(
        each for each in diagnostics if not any(_matches(source, each, one) for one in ignores)
    )


def _matches(source: Source, each: Diagnostic, ignore: Ignore) -> bool:
    if ignore.code not in (each.code, each.name):
        return False
    quote = source.text[each.span.start : each.span.end]
    return _plain(ignore.where) in _plain(quote)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def without_commented(
    source: Source, diagnostics: Iterable[Diagnostic], ran: Collection[str], settings: Settings
) -> tuple[Diagnostic, ...]:
    """The findings that no comment suppresses, and what is wrong with the comments.

    `ran` holds the codes and names of the rules that ran: a comment about another one may have
    its use in another run.
    """
    comments = tuple(_comments(source)) if source.editable else ()
    if not comments:
        return tuple(diagnostics)
    kept: list[Diagnostic] = []
    used: set[tuple[_Comment, str]] = set()
    for each in diagnostics:
        line, _ = source.line_column(each.span.start)
        hiding = [one for one in comments if one.because and one.hides(each, line)]
        used |= {(one, code) for one in hiding for code in (each.code, each.name)}
        if not hiding:
            kept.append(each)
    return (*kept, *_notices(comments, used, ran, settings))


def _notices(
    comments: tuple[_Comment, ...],
    used: set[tuple[_Comment, str]],
    ran: Collection[str],
    settings: Settings,
) -> Iterator[Diagnostic]:
    for comment in comments:
        if not comment.codes or not comment.because:
            lacks = "reason" if comment.codes else "code"
            yield _notice("SUP002", f"the suppression names no {lacks}", comment.span, settings)
            continue
        for code in comment.codes:
            if code in ran and (comment, code) not in used:
                message = f"nothing to suppress: {code} finds nothing here"
                yield _notice("SUP001", message, comment.span, settings)


def _notice(code: str, message: str, span: Span, settings: Settings) -> Diagnostic:
    said = notice(code, message, span)
    return replace(said, severity=settings.severity.get(code, said.severity))


def _comments(source: Source) -> Iterator[_Comment]:
    if _MARK not in source.text:
        return
    lines = source.text.split("\n")
    offset = 0
    for index, line in enumerate(lines):
        match = _COMMENT.search(line.rstrip()) if _MARK in line else None
        if match:
            codes, because = _parts(match["rest"])
            span = Span(offset + match.start(), offset + match.end())
            yield _Comment(span, codes, because, _scope(lines, index, line[: match.start()]))
        offset += len(line) + 1


def _parts(rest: str) -> tuple[tuple[str, ...], str]:
    rest = rest.removesuffix("-->").rstrip()
    codes: list[str] = []
    at = 0
    while match := _CODE.match(rest, at):
        codes.append(match[1])
        at = match.end()
    reason = _REASON.match(rest, at)
    return tuple(codes), reason[1].strip() if reason else ""


def _scope(lines: list[str], index: int, before: str) -> range:
    """The line a comment speaks for, with the lines that continue its text (from 1)."""
    first = index
    if not before.strip():
        first += 1
        while first < len(lines) and lines[first].strip().startswith(("#", "<!--")):
            # Comments may be stacked; a Markdown heading is not a comment, but the words of
            # a heading are never what a suppression is about.
            first += 1
    if first >= len(lines):
        return range(first + 1, first + 1)
    last = first + 1
    while last < len(lines) and _continues(lines[last], _indent(lines[first])):
        last += 1
    return range(first + 1, last + 1)


def _continues(line: str, indent: int) -> bool:
    words = line.strip()
    return bool(words) and _indent(line) > indent and not _OWN_ITEM.match(words)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
