"""Boards: their answers become one document that the reader of postings knows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from standout import api
from standout.connectors.boards import BOARDS, Board, fetch
from standout.connectors.client import Client
from standout.errors import OpenError, UsageError
from standout.workspace.fetched import KeptAnswers
from tests.connectors.serving import Answer, Host, serving
from tests.faces.conftest import Run, run

__all__ = ["run"]  # a fixture
pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

TEXT = "<h3>Requirements</h3><ul><li>Experience with PyTorch</li><li>SQL</li></ul>"
RECORDED: dict[str, dict[str, Any]] = {
    "greenhouse": {
        "/v1/boards/acme/jobs?content=true": {
            "jobs": [{"id": 7, "title": "Data Engineer", "content": TEXT.replace("<", "&lt;"),
                      "location": {"name": "Lyon"}, "company_name": "Acme"}],
        }
    },
    "lever": {
        "/v0/postings/acme?mode=json": [
            {"id": "7", "text": "Data Engineer", "categories": {"location": "Lyon"},
             "lists": [{"text": "Requirements", "content": "<li>PyTorch</li><li>SQL</li>"}]},
        ]
    },
    "ashby": {
        "/posting-api/job-board/acme?includeCompensation=true": {
            "jobs": [{"id": "7", "title": "Data Engineer", "location": "Lyon", "isListed": True,
                      "descriptionHtml": TEXT}],
        }
    },
    "workable": {
        "/accounts/acme?details=true": {
            "name": "Acme",
            "jobs": [{"shortcode": "7", "title": "Data Engineer", "city": "Lyon",
                      "description": TEXT}],
        }
    },
    "smartrecruiters": {
        "/v1/companies/acme/postings?limit=100&offset=0": {
            "content": [{"id": "7", "name": "Data Engineer", "company": {"name": "Acme"},
                         "location": {"city": "Lyon"}}],
        },
        "/v1/companies/acme/postings/7": {
            "id": "7", "name": "Data Engineer",
            "jobAd": {"sections": {"qualifications": {"title": "Requirements", "text": TEXT}}},
        },
    },
    "recruitee": {
        "/api/offers/": {
            "offers": [{"id": 7, "title": "Data Engineer", "city": "Lyon",
                        "description": "<p>x</p>", "requirements": TEXT}],
        }
    },
}  # fmt: skip
"""What each board answers, in its own shape."""


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as running:
        yield running


def here(name: str, host: Host) -> Board:
    """A board whose host is on this machine, with what was recorded of it."""
    for path, answer in RECORDED[name].items():
        host.says(path, Answer(json.dumps(answer).encode()))
    return replace(BOARDS[name], bases=(host.base,))


def client(folder: Path) -> Client:
    return Client(KeptAnswers(folder), fresh=3600, pace=0)


@pytest.mark.parametrize("name", BOARDS)
def test_each_board_is_read(name: str, host: Host, tmp_path: Path) -> None:
    content = fetch(here(name, host), "acme", client(tmp_path))
    (read,) = api.read_postings(content, "board.json")
    posting = read.posting
    assert str(posting.title) == "Data Engineer"
    assert str(posting.organization).casefold() == "acme"
    assert [str(each) for each in posting.places] == ["Lyon"]
    assert {way for each in posting.requirements for way in each.ways} == {("pytorch",), ("sql",)}


def test_every_board_is_recorded() -> None:
    assert set(RECORDED) == set(BOARDS)
    assert all(base.startswith("https://") for each in BOARDS.values() for base in each.bases)


def test_the_second_host_of_a_board(host: Host, tmp_path: Path) -> None:
    board = here("lever", host)
    with serving() as empty:
        both = replace(board, bases=(empty.base, host.base))
        assert b"Data Engineer" in fetch(both, "acme", client(tmp_path))


def test_an_interrupted_fetch_goes_on(host: Host, tmp_path: Path) -> None:
    """What was answered before the trouble is not asked for again."""
    board = here("smartrecruiters", host)
    listed, told = RECORDED["smartrecruiters"]
    host.says(told, Answer(b"", 403))
    with pytest.raises(OpenError, match="answers 403"):
        fetch(board, "acme", client(tmp_path))
    here("smartrecruiters", host)
    fetch(board, "acme", client(tmp_path))
    assert host.asked.count(listed) == 1


def test_a_torn_file_of_the_cache_is_fetched_again(host: Host, tmp_path: Path) -> None:
    board = here("ashby", host)
    whole = fetch(board, "acme", client(tmp_path))
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-20])
    assert fetch(board, "acme", client(tmp_path)) == whole


@pytest.mark.parametrize(
    ("body", "says"),
    [(b"<html>", "no JSON"), (b'{"jobs": 3}', "no list"), (b"[" * 100_000, "no JSON")],
)
def test_other_answers_are_told(host: Host, tmp_path: Path, body: bytes, says: str) -> None:
    board = here("greenhouse", host)
    host.says("/v1/boards/acme/jobs?content=true", Answer(body))
    with pytest.raises(OpenError, match=says):
        fetch(board, "acme", client(tmp_path))


def test_an_unknown_company(host: Host, tmp_path: Path) -> None:
    with pytest.raises(OpenError, match="greenhouse has no company `other`"):
        fetch(here("greenhouse", host), "other", client(tmp_path))


@pytest.mark.parametrize("company", ["", "../x", "a b", "a/b", "x" * 101, "a?b"])
def test_names_that_no_company_has(host: Host, tmp_path: Path, company: str) -> None:
    with pytest.raises(UsageError):
        fetch(here("greenhouse", host), company, client(tmp_path))
    assert not host.asked


def test_the_command_stores_what_it_can(
    run: Run, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A board in trouble stops no other, and its failure is told."""
    here("ashby", host)
    monkeypatch.setattr(
        "standout.connectors.boards.BOARDS",
        {name: replace(each, bases=(host.base,)) for name, each in BOARDS.items()},
    )
    where = ("--store", "store", "--cache", "cache")
    done = run("jobs", "fetch", "--ashby", "acme", "--greenhouse", "none", *where,
               "--format", "json")  # fmt: skip
    assert done.code == 2
    assert "greenhouse has no company `none`" in done.err
    assert json.loads(done.out)["added"] == 1
    assert "Data Engineer" in run("jobs", "list", "--store", "store").out


def test_a_board_has_to_be_named(run: Run) -> None:
    done = run("jobs", "fetch")
    assert (done.code, "name a board" in done.err) == (2, True)
