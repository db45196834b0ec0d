"""A saved file as evidence, known by its content: bibliographies, answers of services, tables."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import TypeGuard

from standout.evidence.ledger import identifier
from standout.model.evidence import Evidence, Figure, Verification
from standout.patterns import regex
from standout.readers import bibtex
from standout.readers.detect import decode
from standout.source import Source

_TIERS = ("Novice", "Contributor", "Expert", "Master", "Grandmaster", "Staff")
_PULL = regex(r"/pull/\d+")
_PAPER = frozenset(["paperId", "externalIds", "venue", "year", "citationCount"])
"""Keys that Semantic Scholar gives a paper, one of which at least."""
_MOST = 10**15
_DOI = regex(r"10\.\d{4,9}/\S+")


class UnknownFileError(ValueError):
    """The file is none of those that are known."""


def evidence_in(content: bytes, name: str, sha256: str) -> tuple[Evidence, ...]:
    """All evidence of a saved file. Raises `UnknownFileError` where it is none that is known."""
    text = decode(content)
    start = text.lstrip()
    if start.startswith(("{", "[")):
        try:
            found = tuple(_of_json(json.loads(text), name, sha256))
        except (ValueError, RecursionError) as error:
            raise UnknownFileError(f"not valid JSON: {error}") from error
    elif name.lower().endswith(".bib") or start.startswith("@"):
        found = tuple(_of_bibtex(text, name, sha256))
    else:
        found = tuple(_of_kaggle(text, name, sha256))
    if not found:
        raise UnknownFileError(
            "no evidence in it: BibTeX, JSON of Semantic Scholar, ORCID or GitHub, CSV of Kaggle"
        )
    return found


def _of_bibtex(text: str, name: str, sha256: str) -> Iterator[Evidence]:
    reading = bibtex.read(Source(name, "bibtex", text))
    for section in reading.resume.sections:
        for each in section.entries:
            title = str(each.title or "")
            if not title:
                continue
            day = each.dates.text.value if each.dates else ""
            url = each.links[0].url if each.links else ""
            yield Evidence(
                id=identifier("publication", _doi(url) or title),
                kind="publication",
                statement=", ".join(filter(None, (title, str(each.venue or ""), day))),
                verification=Verification.DOCUMENT,
                date=day,
                url=url,
                file=name,
                sha256=sha256,
            )


def _of_json(found: object, name: str, sha256: str) -> Iterator[Evidence]:
    top = found if isinstance(found, dict) else {"data": found}
    works = _at(top, "activities-summary", "works", "group") or _at(top, "works", "group")
    works = works or top.get("group")
    for each in _maps(works):
        yield from _orcid(each, name, sha256)
    for each in (*_maps(top.get("items")), *_maps(top.get("data") or top.get("papers")), top):
        if _PULL.search(_address(each)):
            yield from _pull_request(each, name, sha256)
        elif "stargazers_count" in each:
            yield from _repository(each, name, sha256)
        elif _PAPER.intersection(each) and _word(each, "title"):
            yield _paper(each, name, sha256)


def _paper(found: Mapping[str, object], name: str, sha256: str) -> Evidence:
    """A paper of Semantic Scholar's; citations stand with the day the file was saved."""
    title, year = _word(found, "title"), _word(found, "year")
    outside = found.get("externalIds")
    doi = _word(outside, "DOI") if isinstance(outside, dict) else ""
    paper = _word(found, "paperId")
    cited = found.get("citationCount")
    numbers: tuple[Figure, ...] = ()
    if _is_count(cited):
        numbers = (_counter(cited, f"{name}: citationCount"),)
    return Evidence(
        id=identifier("publication", doi or title),
        kind="publication",
        statement=", ".join(filter(None, (title, _word(found, "venue"), year))),
        verification=Verification.API,
        numbers=numbers,
        date=_word(found, "publicationDate") or year,
        url=f"https://doi.org/{doi}" if doi else _word(found, "url") or _scholar(paper),
        file=name,
        sha256=sha256,
    )


def _scholar(paper: str) -> str:
    return f"https://www.semanticscholar.org/paper/{paper}" if paper else ""


def _orcid(group: Mapping[str, object], name: str, sha256: str) -> Iterator[Evidence]:
    """The preferred version of a work: the one with the highest display index."""
    versions = list(_maps(group.get("work-summary")))
    if not versions:
        return
    best = max(versions, key=lambda each: _whole(each.get("display-index")))
    title = _value(_at(best, "title", "title"))
    day = [_value(_at(best, "publication-date", part)) for part in ("year", "month", "day")]
    ids = list(_maps(_at(best, "external-ids", "external-id")))
    doi = next((_word(e, "external-id-value") for e in ids if _is_doi(e)), "")
    venue = _value(best.get("journal-title"))
    if title:
        yield Evidence(
            id=identifier("publication", doi or title),
            kind="publication",
            statement=", ".join(filter(None, (title, venue, day[0]))),
            verification=Verification.API,
            date="-".join(filter(None, day)),
            url=f"https://doi.org/{doi}" if doi else _value(best.get("url")),
            file=name,
            sha256=sha256,
        )


def _is_doi(found: Mapping[str, object]) -> bool:
    return _word(found, "external-id-type").lower() == "doi"


def _pull_request(found: Mapping[str, object], name: str, sha256: str) -> Iterator[Evidence]:
    """A merged pull request of GitHub's search; one that is only closed is none."""
    merged = _word(found.get("pull_request"), "merged_at") or _word(found, "merged_at")
    merged, url = merged or _word(found, "mergedAt"), _address(found)
    if not merged:
        return
    where = _word(found, "repository_url").partition("/repos/")[2]
    where = where or "/".join(url.split("/")[3:5])
    yield Evidence(
        id=identifier("pr", where, _word(found, "number") or url.rpartition("/")[2]),
        kind="merged_pr",
        statement=f"{_word(found, 'title')} ({where})",
        verification=Verification.API,
        date=merged[:10],
        url=url,
        file=name,
        sha256=sha256,
    )


def _repository(found: Mapping[str, object], name: str, sha256: str) -> Iterator[Evidence]:
    """A repository of GitHub's; stars and forks are those of the day the file was saved."""
    full, url = _word(found, "full_name"), _address(found)
    if not full or found.get("fork"):
        return
    counted = ((key, found.get(key)) for key in ("stargazers_count", "forks_count"))
    yield Evidence(
        id=identifier("repository", full),
        kind="repository",
        statement=": ".join(filter(None, (full, _word(found, "description")))),
        verification=Verification.API,
        numbers=tuple(_counter(size, f"{name}: {key}") for key, size in counted if _is_count(size)),
        date=_word(found, "pushed_at")[:10],
        url=url,
        file=name,
        sha256=sha256,
    )


def _address(found: Mapping[str, object]) -> str:
    """Where it is shown to people; GitHub's own program calls that `url`."""
    return _word(found, "html_url") or _word(found, "url")


def _of_kaggle(text: str, name: str, sha256: str) -> Iterator[Evidence]:
    """Rows of Meta Kaggle's `UserAchievements`, or of a table with a rank and its teams."""
    for row in _rows(text):
        each = {str(key): str(value or "") for key, value in row.items() if key}
        if each.get("AchievementType"):
            yield _achievement(each, name, sha256)
        elif each.get("Rank") and each.get("Competition"):
            yield _rank(each, name, sha256)


def _rows(text: str) -> Iterator[Mapping[str | None, object]]:
    try:
        yield from csv.DictReader(io.StringIO(text))
    except csv.Error as error:
        raise UnknownFileError(f"no table: {error}") from error


def _achievement(row: Mapping[str, str], name: str, sha256: str) -> Evidence:
    what = row["AchievementType"]
    tier = row.get("Tier", "")
    word = _TIERS[int(tier)] if tier.isdecimal() and int(tier) < len(_TIERS) else tier
    medals = ("TotalGold", "TotalSilver", "TotalBronze")
    numbers = [_figure(row, key, name) for key in ("CurrentRanking", "HighestRanking", *medals)]
    return Evidence(
        id=identifier("kaggle", row.get("UserId", ""), what),
        kind="kaggle",
        statement=f"Kaggle {what}: {word}",
        verification=Verification.DOCUMENT,
        numbers=tuple(each for each in numbers if each),
        date=row.get("TierAchievementDate", ""),
        file=name,
        sha256=sha256,
    )


def _rank(row: Mapping[str, str], name: str, sha256: str) -> Evidence:
    teams = row.get("Teams") or row.get("TotalTeams") or ""
    numbers = [_figure(row, key, name) for key in ("Rank", "Teams", "TotalTeams")]
    return Evidence(
        id=identifier("kaggle", row["Competition"]),
        kind="kaggle",
        statement=f"{row['Competition']}: rank {row['Rank']}" + (f" of {teams}" if teams else ""),
        verification=Verification.DOCUMENT,
        numbers=tuple(each for each in numbers if each),
        date=row.get("Date", ""),
        file=name,
        sha256=sha256,
    )


def _figure(row: Mapping[str, str], key: str, name: str) -> Figure | None:
    text = row.get(key, "").strip()
    plain = text.replace(",", "")
    return Figure(text, float(plain), f"{name}: {key}") if plain.isdecimal() else None


def _at(found: object, *keys: str) -> object:
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _maps(found: object) -> Iterator[dict[str, object]]:
    if isinstance(found, list):
        yield from (each for each in found if isinstance(each, dict))


def _word(found: object, key: str) -> str:
    value = found.get(key) if isinstance(found, dict) else None
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return str(value) if _is_count(value) else text


def _is_count(value: object) -> TypeGuard[int]:
    """Say whether a value is a whole number that a service can have counted."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _MOST


def _counter(count: int, source: str) -> Figure:
    return Figure(str(count), float(count), source)


def _value(found: object) -> str:
    """ORCID wraps its words: `{"value": "2024"}`."""
    return _word(found, "value")


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | str) and str(value).isdecimal() else 0


def _doi(url: str) -> str:
    found = _DOI.search(url)
    return found[0] if found else ""
