"""Public boards of postings: where each is read, and how its answers hang together.

Each board is read by a company's name there, in the address of its page; no key is needed, and
nothing but that name is sent.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from standout.connectors.client import Client, MissingError
from standout.errors import OpenError, UsageError
from standout.patterns import regex
from standout.values import frozen

Row = Mapping[str, Any]
_COMPANY = regex(r"[\w.-]{1,100}")
_PAGE = 100
"""Postings that SmartRecruiters lists at once."""
_MOST_PAGES = 200


@frozen
class Board:
    """One board. `bases` are its hosts, tried in turn; `{company}` in them is the company's name.

    `read` gives the rows of a company from one host.
    """

    name: str
    bases: tuple[str, ...]
    read: Callable[[Client, str, str], Iterator[Row]]


def fetch(board: Board, company: str, client: Client) -> bytes:
    """The postings of a company as one JSON document that the reader of postings knows.

    Raises `UsageError` for a name that no company can have, `OpenError` where the board cannot
    be read or says nothing of the company.
    """
    if not _COMPANY.fullmatch(company):
        raise UsageError(
            f"`{company}` is no name of a company at {board.name}",
            "it is the part of the board's address that names the company",
        )
    for base in board.bases:
        try:
            found = list(board.read(client, base.format(company=quote(company)), quote(company)))
        except MissingError:
            continue
        if found or base == board.bases[-1]:
            told = {"name": company, "jobs": found}
            return json.dumps(told, ensure_ascii=False, indent=0).encode()
    raise OpenError(
        f"{board.name} has no company `{company}`",
        "open its page of jobs in a browser: the address names it",
    )


def _json(client: Client, url: str) -> Any:
    try:
        return json.loads(client.get(url))
    except (ValueError, RecursionError) as error:
        raise OpenError(f"{url}: the answer is no JSON") from error


def _rows(answer: Any, key: str, url: str) -> list[Row]:
    """The list under a key, or the answer itself where there is no key."""
    listed = answer.get(key) if key and isinstance(answer, Mapping) else answer
    if not isinstance(listed, list):
        raise OpenError(f"{url}: the answer holds no list of postings")
    return [each for each in listed if isinstance(each, Mapping)]


def _listed(path: str, key: str) -> Callable[[Client, str, str], Iterator[Row]]:
    """A board that tells everything in one answer."""

    def read(client: Client, base: str, company: str) -> Iterator[Row]:
        url = base + path.format(company=company)
        yield from _rows(_json(client, url), key, url)

    return read


def _smartrecruiters(client: Client, base: str, company: str) -> Iterator[Row]:
    """Pages of postings without their text, and an answer for each posting with it."""
    listed = f"{base}/v1/companies/{company}/postings"
    for page in range(_MOST_PAGES):
        url = f"{listed}?limit={_PAGE}&offset={page * _PAGE}"
        rows = _rows(_json(client, url), "content", url)
        for each in rows:
            told = _json(client, f"{listed}/{quote(str(each.get('id')), safe='')}")
            yield {**each, **told} if isinstance(told, Mapping) else each
        if len(rows) < _PAGE:
            return


BOARDS: Mapping[str, Board] = {
    each.name: each
    for each in (
        Board(
            "greenhouse",
            ("https://boards-api.greenhouse.io",),
            _listed("/v1/boards/{company}/jobs?content=true", "jobs"),
        ),
        Board(
            "lever",
            ("https://api.lever.co", "https://api.eu.lever.co"),
            _listed("/v0/postings/{company}?mode=json", ""),
        ),
        Board(
            "ashby",
            ("https://api.ashbyhq.com",),
            _listed("/posting-api/job-board/{company}?includeCompensation=true", "jobs"),
        ),
        Board(
            "workable",
            ("https://www.workable.com/api", "https://apply.workable.com/api/v1/widget"),
            _listed("/accounts/{company}?details=true", "jobs"),
        ),
        Board("smartrecruiters", ("https://api.smartrecruiters.com",), _smartrecruiters),
        Board("recruitee", ("https://{company}.recruitee.com",), _listed("/api/offers/", "offers")),
    )
}
"""The boards by name."""
