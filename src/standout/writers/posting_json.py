"""A posting as JSON, version 1; `docs/schema/posting.schema.json` says what it holds."""

from __future__ import annotations

import json
from typing import Any

from standout.model.posting import Posting, PostingReading, Requirement, Salary
from standout.source import Text


def write(reading: PostingReading) -> str:
    """One JSON object. `start` and `end` are character offsets in the posting's text as read."""
    document = {"version": 1, "file": reading.source.name, **_fields(reading.posting)}
    document["requirements"] = [
        _requirement(reading, each) for each in reading.posting.requirements
    ]
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _fields(posting: Posting) -> dict[str, Any]:
    return {
        "title": _value(posting.title),
        "organisation": _value(posting.organization),
        "team": _value(posting.team),
        "places": [each.value for each in posting.places],
        "remote": posting.remote,
        "employment": posting.employment,
        "seniority": posting.seniority,
        "salary": _salary(posting.salary),
        "posted": posting.posted.iso() if posting.posted else None,
        "expires": posting.expires.iso() if posting.expires else None,
        "sponsorship": posting.sponsorship,
        "id": posting.id or None,
        "url": posting.url or None,
    }


def _value(text: Text | None) -> str | None:
    return text.value if text is not None else None


def _salary(salary: Salary | None) -> dict[str, Any] | None:
    if salary is None:
        return None
    return {
        "min": salary.minimum,
        "max": salary.maximum,
        "currency": salary.currency,
        "period": salary.period,
    }


def _requirement(reading: PostingReading, each: Requirement) -> dict[str, Any]:
    span = each.text.span()
    years, degree = each.years, each.degree
    return {
        "text": reading.source.text[span.start : span.end],
        "start": span.start,
        "end": span.end,
        "level": each.level.value,
        "kind": each.demand.value,
        "skills": [list(way) for way in each.ways],
        "years": {"min": years.minimum, "max": years.maximum} if years else None,
        "degree": {
            "rank": degree.rank,
            "fields": list(degree.fields),
            "equivalent": degree.waivable,
        }
        if degree
        else None,
        "language": each.language,
        "fluency": each.fluency,
        "negated": each.negated,
    }
