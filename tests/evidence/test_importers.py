"""Evidence out of saved files."""

from __future__ import annotations

import json

import pytest

from standout.evidence.importers.saved import UnknownFileError, evidence_in
from standout.evidence.ledger import added, dump, identifier, load
from standout.model.evidence import Evidence, Verification

SCHOLAR = {"offset": 0, "data": [
    {"paperId": "p1", "externalIds": {"DOI": "10.1000/ab.1"}, "title": "On poles", "year": 2024,
     "venue": "Journal of Poles", "citationCount": 17},
    {"paperId": "p2", "title": "On cars", "year": None},
]}  # fmt: skip
ORCID = {"activities-summary": {"works": {"group": [{"work-summary": [
    {"put-code": 1, "display-index": "0", "title": {"title": {"value": "Draft"}}},
    {"put-code": 2, "display-index": "1", "title": {"title": {"value": "On poles"}},
     "publication-date": {"year": {"value": "2024"}, "month": {"value": "03"}, "day": None},
     "external-ids": {"external-id": [
         {"external-id-type": "doi", "external-id-value": "10.1000/ab.1"}]}},
]}]}}}  # fmt: skip
GITHUB = {"total_count": 2, "items": [
    {"title": "Fix the pole", "number": 7, "html_url": "https://github.com/o/r/pull/7",
     "repository_url": "https://api.github.com/repos/o/r",
     "pull_request": {"merged_at": "2024-05-06T07:08:09Z"}},
    {"title": "Closed", "number": 8, "html_url": "https://github.com/o/r/pull/8",
     "repository_url": "https://api.github.com/repos/o/r", "pull_request": {"merged_at": None}},
]}  # fmt: skip
KAGGLE = (
    "Id,UserId,AchievementType,Tier,TierAchievementDate,Points,CurrentRanking,HighestRanking,"
    "TotalGold,TotalSilver,TotalBronze\n1,42,Competitions,3,05/06/2024,9,120,80,1,2,0\n"
)


def found(content: object, name: str = "saved.json") -> tuple[Evidence, ...]:
    """The evidence in a file."""
    text = content if isinstance(content, str) else json.dumps(content)
    return evidence_in(text.encode(), name, "0" * 64)


def test_semantic_scholar() -> None:
    """Papers with their DOI, citations as a number of that day."""
    first, second = found(SCHOLAR)
    assert (first.id, first.verification) == ("publication/10.1000/ab.1", Verification.API)
    assert first.numbers[0].value == 17
    assert second.statement == "On cars"


def test_orcid_takes_the_preferred_version() -> None:
    """The one with the highest display index."""
    (work,) = found(ORCID)
    assert (work.statement, work.date) == ("On poles, 2024", "2024-03")
    assert work.id == found(SCHOLAR)[0].id


def test_github_counts_what_was_merged() -> None:
    """A pull request that was only closed is no evidence."""
    (pull,) = found(GITHUB)
    assert (pull.id, pull.kind, pull.date) == ("pr/o/r/7", "merged_pr", "2024-05-06")


@pytest.mark.parametrize(
    "answer",
    [
        {"title": "Fix", "number": 7, "html_url": "https://github.com/o/r/pull/7",
         "merged_at": "2024-05-06T07:08:09Z"},
        {"title": "Fix", "url": "https://github.com/o/r/pull/7", "state": "MERGED",
         "mergedAt": "2024-05-06T07:08:09Z"},
    ],
)  # fmt: skip
def test_a_list_of_pull_requests_is_no_list_of_papers(answer: dict[str, object]) -> None:
    """GitHub's own list has them bare, and its program names them otherwise."""
    (one,) = found([answer, {**answer, "merged_at": None, "mergedAt": None}])
    assert (one.id, one.kind, one.date) == ("pr/o/r/7", "merged_pr", "2024-05-06")


def test_repositories_bring_their_counters() -> None:
    """Stars and forks of the day; what was forked is somebody else's."""
    own = {"full_name": "o/loader", "html_url": "https://github.com/o/loader", "fork": False,
           "description": "Loads", "stargazers_count": 1310, "forks_count": 52,
           "pushed_at": "2025-01-02T03:04:05Z"}  # fmt: skip
    (one,) = found([own, {**own, "full_name": "o/other", "fork": True}])
    assert (one.id, one.statement) == ("repository/o/loader", "o/loader: Loads")
    assert [(each.text, each.source) for each in one.numbers] == [
        ("1310", "saved.json: stargazers_count"), ("52", "saved.json: forks_count")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paper", "numbers"),
    [({"citationCount": True}, 0), ({"citationCount": 10**400}, 0), ({"citationCount": 3}, 1)],
)
def test_counts_that_are_none_are_left_out(paper: dict[str, object], numbers: int) -> None:
    """A file may hold anything."""
    (one,) = found([{"paperId": "p", "title": "On \n poles", "year": 2024, **paper}])
    assert (one.statement, len(one.numbers)) == ("On poles, 2024", numbers)


def test_kaggle() -> None:
    """Tier and ranks as dated data."""
    (row,) = found(KAGGLE, "UserAchievements.csv")
    assert row.statement == "Kaggle Competitions: Master"
    assert [each.text for each in row.numbers] == ["120", "80", "1", "2", "0"]


@pytest.mark.parametrize(
    "content", ["", "{", "[1, 2]", '{"a": 1}', "a,b\n1,2\n", "[" * 5000, 'a,"' + "x" * 140_000]
)
def test_what_is_no_evidence_is_refused(content: str) -> None:
    """With the list of what is known."""
    with pytest.raises(UnknownFileError):
        found(content)


def test_the_ledger_reads_what_it_writes() -> None:
    """The same evidence twice changes nothing; another number names what it replaces."""
    first = found(SCHOLAR)
    ledger, changed = added((), first)
    assert len(changed) == 2
    assert added(ledger, first)[1] == ()
    more = json.loads(json.dumps(SCHOLAR))
    more["data"][0]["citationCount"] = 18
    after, changed = added(ledger, found(more))
    assert changed == ("publication/10.1000/ab.1",)
    assert next(e for e in after if e.id == changed[0]).supersedes
    assert load(dump(after)) == tuple(sorted(after, key=lambda each: each.id))


def test_ids() -> None:
    """Lower case, hyphens, no more."""
    assert identifier("person", "Dr. Ada Moreau!") == "person/dr-ada-moreau"
