"""Matches as one page for a browser: no script, nothing from elsewhere, readable on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from standout.model import Answer, Level, Match, Matched, Proof, Reading, Reason, State
from standout.model.exposure import Exposure
from standout.model.outline import Outline, outline
from standout.reporters import About, several
from standout.reporters.glance_html import small_map
from standout.reporters.match_text import Shared, left_to_judge, named, points, shared_of
from standout.reporters.text import printable
from standout.source import Text
from standout.values import frozen

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TITLE = "Profile and postings"
_STATES = {
    State.LITERAL: ("shown", "Shown"),
    State.IMPLIED: ("shown", "Shown in other words"),
    State.RELATED: ("near", "Near, or in part"),
    State.ABSENT: ("missing", "Not found"),
}
_LONGEST = 400
"""Characters of a line that are quoted."""


@frozen
class _Page:
    """What every part of a report needs: the profile and its outline."""

    reading: Reading
    spots: Outline


def render(
    reading: Reading,
    matches: Sequence[Matched],
    about: About,
    details: int,
    exposure: Exposure | None = None,
) -> str:
    """The matches, best first: a table where there are several, then the first ones in full.

    With an exposure, of a resume that has pages, what a first look has likely seen closes it.
    """
    page = _Page(reading, outline(reading.resume))
    looked = exposure is not None and bool(exposure.words)
    sheets = ("report.css", *(("glance.css",) if looked else ()), "match.css")
    style = "".join((files("standout.reporters") / each).read_text("utf-8") for each in sheets)
    body = "".join(_body(page, matches, details))
    if exposure is not None and looked:
        body += f"<h2>The first seven seconds</h2>\n{small_map(reading.pages, exposure)}"
    told = f"{_text(reading.source.name)} and {several(len(matches), 'posting')}"
    version = f"standout {_text(about.version)}, ruleset {_text(about.ruleset)}"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_TITLE}: {told}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<header><h1>{_TITLE}</h1><p>{told}. The score of a posting is the sum of its reasons, "
        "in points of 100.</p></header>\n"
        f"<main>\n{body}</main>\n<footer><p>{version}</p></footer>\n</body>\n</html>\n"
    )


def _body(page: _Page, matches: Sequence[Matched], details: int) -> Iterator[str]:
    if len(matches) > 1:
        yield _table(matches, details)
    for number, each in enumerate(matches[:details]):
        yield _section(page, number, each)


def _table(matches: Sequence[Matched], details: int) -> str:
    rows = "".join(_row(number, each, details) for number, each in enumerate(matches))
    return (
        "<table>\n<caption>Best first</caption>\n<thead><tr>"
        '<th scope="col" class="points">Score</th><th scope="col">Posting</th>'
        f'<th scope="col">Places</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'
    )


def _row(number: int, each: Matched, details: int) -> str:
    name = _text(_title(each))
    named = f'<a href="#posting-{number}">{name}</a>' if number < details else name
    return (
        f'<tr><td class="points">{_score(each.match)}</td><td class="posting">{named}</td>'
        f"<td>{_text('; '.join(each.places))}</td></tr>\n"
    )


def _section(page: _Page, number: int, each: Matched) -> str:
    head = f'<section id="posting-{number}" aria-labelledby="posting-{number}-title">\n'
    parts = [f'<h2 id="posting-{number}-title">{_text(_title(each))}</h2>\n']
    parts.append(f'<p class="place">{_text(each.name)}</p>\n')
    parts.append(f'<p class="score">{_score(each.match)}{_of(each.match)}</p>\n')
    parts += [_reasons(page, each.match), *_demands(page, each.match), *_wordings(each.match)]
    return f"{head}{''.join(parts)}</section>\n"


def _reasons(page: _Page, match: Match) -> str:
    if match.score is None:
        return "<p>The posting states too little that a profile could prove.</p>\n"
    rows = "".join(
        f'<tr><th scope="row">{_text(each.name)}{_lines(page, each)}</th>'
        f'<td><meter min="0" max="{each.weight}" value="{each.points}">'
        f"{points(each.points)}</meter></td>"
        f'<td class="points">{points(each.points)} of {points(each.weight)}</td></tr>\n'
        for each in match.reasons
    )
    return (
        "<details><summary>The sum, reason by reason</summary>\n<table>\n<thead><tr>"
        '<th scope="col">Reason</th><th scope="col">Share</th>'
        '<th scope="col" class="points">Points</th></tr>'
        f"</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</details>\n"
    )


def _lines(page: _Page, reason: Reason) -> str:
    """The lines of the profile that show it."""
    return "".join(_proof(page, each) for each in reason.proofs)


def _demands(page: _Page, match: Match) -> Iterator[str]:
    shared = shared_of(match)
    weighed = [each for each in match.answers if each.weight]
    groups = (
        ("Required", [each for each in weighed if each.requirement.level is Level.REQUIRED]),
        ("Preferred", [each for each in weighed if each.requirement.level is Level.PREFERRED]),
        ("For you to judge", left_to_judge(match, shared)),
    )
    for heading, answers in groups:
        if answers:
            items = "".join(_demand(page, each, shared) for each in answers)
            yield f'<h3>{heading}</h3>\n<ul class="demands">\n{items}</ul>\n'


def _demand(page: _Page, answer: Answer, shared: Shared) -> str:
    kind, state = _STATES[answer.state]
    earned = f": {points(answer.points)} of {points(answer.weight)}" if answer.weight else ""
    told = f'<p><span class="state">{state}</span>{earned}</p>' if answer.weight else ""
    proofs = "".join(_proof(page, each) for each in answer.proofs[:2])
    ask = f"<p>{_text(answer.ask)}</p>" if answer.ask else ""
    words = _text(named(answer, shared))
    return f'<li class="demand {kind}"><h4>{words}</h4>{told}{proofs}{ask}</li>\n'


def _proof(page: _Page, proof: Proof) -> str:
    line = proof.text.value[:_LONGEST]
    end = len(line) if proof.end is None else proof.end
    marked = f"<mark>{_piece(line[proof.start : end])}</mark>" if proof.skill else ""
    quote = f"{_piece(line[: proof.start])}{marked}{_piece(line[end:])}" if marked else _text(line)
    place = f'<p class="place">{_text(_place(page, proof.text))}</p>'
    return f"<blockquote>{quote}</blockquote>{place}"


def _place(page: _Page, text: Text) -> str:
    span = text.span()
    where, spot = page.reading.source.location(span), page.spots.at(span)
    at = f"page {where.page}" if where.page else f"line {where.line}"
    return f"{spot.path if spot else 'Profile'} ({at})"


def _wordings(match: Match) -> Iterator[str]:
    if match.wordings:
        rows = "".join(
            f"<li>They say “{_text(each.theirs)}”, you say “{_text(each.yours.value)}”: "
            f"write “{_text(each.write)}” once, where it is true.</li>\n"
            for each in match.wordings
        )
        yield f"<h3>Their words</h3>\n<ul>\n{rows}</ul>\n"


def _title(each: Matched) -> str:
    named = (each.posting.title, each.posting.organization)
    return " · ".join(" ".join(text.value.split()) for text in named if text) or each.name


def _score(match: Match) -> str:
    return "not enough to score" if match.score is None else points(match.score)


def _of(match: Match) -> str:
    return "" if match.score is None else " of 100"


def _piece(words: str) -> str:
    """A piece of a line, with the blanks at its ends."""
    return escape(printable(words))


def _text(words: str) -> str:
    return escape(printable(" ".join(words.split())))
