"""The JSON shapes of job boards, schema.org and any sensible column names, as facts and text.

Greenhouse, Lever, Ashby, Workable, SmartRecruiters and Recruitee name the same things by other
keys, so one reading of keys serves them all; what a board does differently (the escaped HTML of
Greenhouse, the lists of Lever, the sections of SmartRecruiters) is a key of its own here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from standout.readers.posting import facts, keys, salaries
from standout.readers.posting.facts import Facts
from standout.values import frozen
from standout.vocabulary import tables

Row = Mapping[str, Any]

_WRAPPERS = (
    "jobs",
    "postings",
    "offers",
    "content",
    "results",
    "data",
    "items",
    "matches",
    "jobpostings",
    "@graph",
)
_LONE = ("job", "posting", "jobposting", "vacancy", "offer", "data", "attributes", "result")
_MOST = 50_000
"""Characters of one field."""


@frozen
class Part:
    """One part of a posting's text under its heading, if it has one."""

    heading: str
    text: str


@frozen
class Told:
    """One posting as data tells it."""

    facts: Facts
    parts: tuple[Part, ...]


@cache
def _names(field: str) -> tuple[str, ...]:
    """The names that a field goes by."""
    return tuple(tables.load("posting_keys")["fields"][field])


def postings(value: Any) -> Iterator[Told]:
    """The postings in a JSON value: a board's answer, a list, or a single one."""
    for row in rows(value):
        told = posting(row)
        if told is not None:
            yield told


def rows(value: Any, organization: str = "") -> Iterator[Row]:
    """The objects that state postings, however they are wrapped."""
    if isinstance(value, list):
        for each in value:
            if isinstance(each, Mapping):
                yield from _unwrapped(each, organization)
    elif isinstance(value, Mapping):
        yield from _unwrapped(value, organization)


def _unwrapped(row: Row, organization: str) -> Iterator[Row]:
    lowered = {str(key).lower(): each for key, each in row.items()}
    inner = next((lowered[key] for key in _WRAPPERS if isinstance(lowered.get(key), list)), None)
    if inner and not _has_text(lowered) and any(isinstance(each, Mapping) for each in inner):
        name = organization or (_text(lowered.get("name")) if "jobs" in lowered else "")
        for each in inner:
            if isinstance(each, Mapping):
                yield {"company_name": name, **each} if name else each
        return
    yield _lone(lowered) or row


def _lone(row: Row) -> Row | None:
    """The one posting that lies in another object: '{"job": {...}}'."""
    if _has_text(row):
        return None
    found = (row[key] for key in _LONE if isinstance(row.get(key), Mapping))
    return next((each for each in found if len(each) > 2), None)


def _has_text(row: Row) -> bool:
    return any(
        isinstance(row.get(key), str) and row[key].strip()
        for key in (*_names("title")[:6], "descriptionhtml")
    )


def posting(row: Row) -> Told | None:
    """One posting from an object with any sensible keys, or None where it holds no text."""
    given = keys.known(row)
    if given.get("islisted") is False:
        return None
    title_key = next((key for key in _names("title") if key in given and _text(given[key])), "")
    if title_key == "text" and not ({"categories", "lists", "hostedurl"} & set(given)):
        title_key = ""
    parts = tuple(_parts(given, title_key))
    if not parts and not title_key:
        return None
    return Told(_facts(given, title_key), parts)


def _facts(given: Row, title_key: str) -> Facts:
    named = {**_categories(given), **given}
    categories = _categories(given)
    words = _first(categories, ("commitment",)) or _first(named, _names("employment"))
    title = _text(given.get(title_key))[:300]
    level = _first(named, _names("level"))
    return Facts(
        title=title,
        organization=_first(named, _names("organization"))[:200],
        team=(_first(categories, ("team", "department")) or _first(named, _names("team")))[:200],
        places=_places(named),
        remote=_remote(named),
        employment=facts.employment(words),
        seniority=facts.seniority(title) or (facts.seniority(level) if len(level) < 60 else None),
        salary=_salary(named),
        posted=_date(named, _names("posted")),
        expires=_date(named, _names("expires")),
        id=_first(given, _names("id"))[:200],
        url=_first(given, _names("url"))[:2000],
    )


def _categories(given: Row) -> Row:
    inner = given.get("categories")
    return {str(k).lower(): v for k, v in inner.items()} if isinstance(inner, Mapping) else {}


def _parts(given: Row, title_key: str) -> Iterator[Part]:
    advert = given.get("jobad")
    sections = advert.get("sections") if isinstance(advert, Mapping) else None
    if isinstance(sections, Mapping):
        yield from _advert(sections)
        return
    body = next((key for key in _names("body") if key != title_key and _text(given.get(key))), None)
    if body is not None:
        yield Part("", _text(given[body]))
    yield from _lever_lists(given.get("lists"))
    for part in tables.load("posting_keys")["parts"]:
        heading = part["heading"]
        for key in part["keys"]:
            text = _listed(given[key]) if key in given else ""
            if text and key != body:
                yield Part(heading, text)
    yield from _highlights(given.get("job_highlights"))
    if body != "additional" and _text(given.get("additional")):
        yield Part("", _text(given["additional"]))


def _advert(sections: Row) -> Iterator[Part]:
    names = {"companyDescription": "Company description", "jobDescription": "Job description",
    "qualifications": "Qualifications",
    "additionalInformation": "Additional information"}  # fmt: skip
    for key, heading in names.items():
        section = sections.get(key)
        if isinstance(section, Mapping) and _text(section.get("text")):
            yield Part(_text(section.get("title")) or heading, _text(section["text"]))


def _lever_lists(lists: Any) -> Iterator[Part]:
    for each in lists if isinstance(lists, list) else ():
        if isinstance(each, Mapping) and _text(each.get("content")):
            yield Part(_text(each.get("text")), _text(each["content"]))


def _highlights(value: Any) -> Iterator[Part]:
    """Lists under headings, as searches for jobs give them."""
    rows = value if isinstance(value, list) else ()
    pairs = [(_text(each.get("title")), each.get("items")) for each in rows if _is_object(each)]
    pairs += list(value.items()) if _is_object(value) else []
    for heading, items in pairs:
        if isinstance(items, list) and (text := _listed(items)):
            yield Part(str(heading), text)


def _is_object(value: Any) -> bool:
    return isinstance(value, Mapping)


def _listed(value: Any) -> str:
    """A field as lines: a list is one item a line."""
    if isinstance(value, list):
        items = [_text(each).replace("\n", " ") for each in value[:200]]
        return "\n".join(f"- {each}" for each in items if each)
    if isinstance(value, Mapping):
        months = value.get("monthsOfExperience")
        if isinstance(months, int | float) and not isinstance(months, bool) and months >= 12:
            return f"{int(months) // 12}+ years of experience"
        return _text(value.get("credentialCategory")) or _text(value.get("description"))
    return _text(value)


def _places(given: Row) -> tuple[str, ...]:
    found: list[str] = []
    for key in _names("places"):
        if key in ("offices", "city", "alllocations") and found:
            continue
        value = given.get(key)
        if value is None:
            continue
        for each in value if isinstance(value, list) else [value]:
            found += _split(_place(each))
    if not found:
        found = _split(
            ", ".join(filter(None, (_text(given.get(k)) for k in ("city", "state", "country"))))
        )
    return tuple(dict.fromkeys(found))[:20]


def _place(value: Any) -> str:
    if isinstance(value, str) or not isinstance(value, Mapping):
        return _text(value)
    low = {str(key).lower(): each for key, each in value.items()}
    for key in ("fulllocation", "name", "location", "label", "location_str"):
        if _text(low.get(key)):
            return _text(low[key])
    address = low.get("address")
    if isinstance(address, Mapping):
        return _place(address.get("postalAddress", address))
    if _text(address):
        return _text(address)
    pieces = (
        low.get("addresslocality") or low.get("city"),
        low.get("addressregion") or low.get("region"),
        low.get("addresscountry") or low.get("country"),
    )
    return ", ".join(dict.fromkeys(_text(each) for each in pieces if _text(each)))


def _split(words: str) -> list[str]:
    parts = words.replace(" | ", ";").replace(" / ", ";").replace(" or ", ";").split(";")
    return [part.strip()[:120] for part in parts if part.strip()]


def _remote(given: Row) -> str | None:
    inner = given.get("location")
    place = {str(k).lower(): v for k, v in inner.items()} if isinstance(inner, Mapping) else {}
    if place.get("hybrid") is True or given.get("hybrid") is True:
        return "hybrid"
    for key in _names("remote"):
        value = given.get(key, place.get(key))
        if value is True or (
            isinstance(value, str) and value.strip().lower() in ("true", "1", "yes")
        ):
            return "remote"
        if isinstance(value, str) and facts.remote(
            value.replace("OnSite", "on-site").replace("_", " ")
        ):
            return facts.remote(value.replace("OnSite", "on-site").replace("_", " "))
    return facts.remote(_place(given.get("location")))


def _salary(given: Row) -> Any:
    for key in _names("salary"):
        value = given.get(key)
        found = (
            _salary_of(value)
            if isinstance(value, Mapping)
            else salaries.find(f"salary {_text(value)[:300]}")
            if value
            else None
        )
        if found is not None:
            return found
    ranges = given.get("pay_input_ranges")
    if isinstance(ranges, list) and ranges and isinstance(ranges[0], Mapping):
        low, high = ranges[0].get("min_cents"), ranges[0].get("max_cents")
        if isinstance(low, int) and isinstance(high, int):
            return salaries.salary(low // 100, high // 100, ranges[0].get("currency_type"), "year")
    low = _first(given, _names("salary_least"))
    high = _first(given, _names("salary_most"))
    period = _first(given, _names("salary_period"))
    return salaries.salary(low, high, _first(given, _names("currency")), period)


def _salary_of(value: Row) -> Any:
    low = {str(key).lower(): each for key, each in value.items()}
    inner = low.get("value")
    if isinstance(inner, Mapping):
        return _salary_of({"currency": low.get("currency"), **inner})
    tiers = low.get("compensationtiers")
    for tier in tiers if isinstance(tiers, list) else ():
        for each in tier.get("components", ()) if isinstance(tier, Mapping) else ():
            if isinstance(each, Mapping) and "alary" in str(each.get("compensationType")):
                return salaries.salary(
                    each.get("minValue"),
                    each.get("maxValue"),
                    each.get("currencyCode"),
                    each.get("interval"),
                )
    for key in ("compensationtiersummary", "scrapeablecompensationsalarysummary"):
        if _text(low.get(key)):
            return salaries.find(f"salary {_text(low[key])[:300]}")
    amount = low.get("value")
    return salaries.salary(
        low.get("min", low.get("minvalue", amount)),
        low.get("max", low.get("maxvalue")),
        low.get("currency"),
        low.get("unittext", low.get("period", low.get("interval"))),
    )


def _date(given: Row, keys: Sequence[str]) -> Any:
    return next((found for key in keys if (found := facts.date(given.get(key)))), None)


def _first(given: Row, keys: Sequence[str]) -> str:
    for key in keys:
        if key in given and (found := _text(given[key])):
            return found
    return ""


def _text(value: Any) -> str:
    """A field as text: of an object its name, of a list its first."""
    if isinstance(value, str):
        return value[:_MOST].strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return next(
            (
                _text(value[key])
                for key in ("name", "label", "title", "value", "id")
                if key in value
            ),
            "",
        )
    if isinstance(value, list) and value:
        return _text(value[0]) if not isinstance(value[0], list) else ""
    return ""
