"""The same posting in the shapes of job boards, of pages and of tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from io import BytesIO
from typing import Any

import pytest

from standout.errors import OpenError
from standout.model import PartialDate
from standout.model.posting import Level, PostingReading, Salary
from standout.readers import posting

ASKED = "<h3>Minimum qualifications</h3><ul><li>3+ years of Python</li></ul>"
WISHED = "<h3>Preferred qualifications</h3><ul><li>JAX</li></ul>"
BODY = f"<p>We build kites &amp; boats.</p>{ASKED}{WISHED}"

SHAPES: dict[str, Any] = {
    "greenhouse": {
        "jobs": [
            {
                "id": 7,
                "title": "ML Engineer",
                "location": {"name": "Berlin; Paris"},
                "company_name": "Kite",
                "content": escape(BODY),
                "departments": [{"id": 1, "name": "Research"}],
                "absolute_url": "https://kite.example/7",
                "first_published": "2026-03-01T10:00:00-05:00",
                "pay_input_ranges": [
                    {"min_cents": 7000000, "max_cents": 9000000, "currency_type": "EUR"}
                ],
            }
        ],
        "meta": {"total": 1},
    },
    "lever": [
        {
            "id": "7",
            "text": "ML Engineer",
            "categories": {
                "location": "Berlin",
                "team": "Research",
                "allLocations": ["Berlin", "Paris"],
                "commitment": "Full-time",
            },
            "descriptionPlain": "We build kites & boats.",
            "lists": [
                {"text": "Minimum qualifications", "content": "<li>3+ years of Python</li>"},
                {"text": "Preferred qualifications", "content": "<li>JAX</li>"},
            ],
            "hostedUrl": "https://kite.example/7",
            "createdAt": 1772377200000,
            "salaryRange": {
                "currency": "EUR",
                "interval": "per-year-salary",
                "min": 70000,
                "max": 90000,
            },
        }
    ],
    "ashby": {
        "apiVersion": "1",
        "jobs": [
            {
                "id": "7",
                "title": "ML Engineer",
                "team": "Research",
                "location": "Berlin",
                "secondaryLocations": [{"location": "Paris"}],
                "employmentType": "FullTime",
                "publishedAt": "2026-03-01T10:00:00Z",
                "jobUrl": "https://kite.example/7",
                "descriptionHtml": BODY,
                "isListed": True,
                "compensation": {
                    "compensationTiers": [
                        {
                            "components": [
                                {
                                    "compensationType": "Salary",
                                    "interval": "1 YEAR",
                                    "currencyCode": "EUR",
                                    "minValue": 70000,
                                    "maxValue": 90000,
                                }
                            ]
                        }
                    ]
                },
            },
            {"id": "8", "title": "Hidden", "descriptionHtml": BODY, "isListed": False},
        ],
    },
    "workable": {
        "name": "Kite",
        "description": None,
        "jobs": [
            {
                "title": "ML Engineer",
                "shortcode": "7",
                "department": "Research",
                "url": "https://kite.example/7",
                "published_on": "2026-03-01",
                "locations": [{"city": "Berlin"}, {"city": "Paris"}],
                "description": BODY,
                "employment_type": "Full-time",
            }
        ],
    },
    "smartrecruiters": {
        "id": "7",
        "name": "ML Engineer",
        "releasedDate": "2026-03-01T10:00:00.000Z",
        "company": {"identifier": "kite", "name": "Kite"},
        "location": {"city": "Berlin", "country": "de"},
        "department": {"label": "Research"},
        "postingUrl": "https://kite.example/7",
        "jobAd": {
            "sections": {
                "companyDescription": {"title": "Company", "text": "<p>We build kites.</p>"},
                "qualifications": {"title": "Qualifications", "text": ASKED + WISHED},
            }
        },
    },
    "recruitee": {
        "offers": [
            {
                "id": 7,
                "title": "ML Engineer",
                "company_name": "Kite",
                "department": "Research",
                "description": "<p>We build kites.</p>",
                "requirements": ASKED + WISHED,
                "careers_url": "https://kite.example/7",
                "published_at": "2026-03-01 10:00:00 UTC",
                "city": "Berlin",
                "salary": {"min": "70000", "max": "90000", "period": "year", "currency": "EUR"},
            }
        ]
    },
    "any columns": {
        "Job Title": "ML Engineer",
        "Company": "Kite",
        "Department": "Research",
        "Location": "Berlin",
        "Job Description": BODY,
        "url": "https://kite.example/7",
        "date_posted": "2026-03-01",
    },
}
LINKED: Mapping[str, Any] = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "JobPosting",
            "title": "ML Engineer",
            "description": BODY,
            "datePosted": "2026-03-01",
            "validThrough": "2026-05-01",
            "hiringOrganization": {"@type": "Organization", "name": "Kite"},
            "jobLocation": {"@type": "Place", "address": {"addressLocality": "Berlin"}},
            "url": "https://kite.example/7",
            "baseSalary": {
                "@type": "MonetaryAmount",
                "currency": "EUR",
                "value": {"minValue": 70000, "maxValue": 90000, "unitText": "YEAR"},
            },
        }
    ],
}


def check(reading: PostingReading) -> None:
    found = reading.posting
    assert str(found.title) == "ML Engineer"
    assert str(found.places[0]).startswith("Berlin")
    assert found.url == "https://kite.example/7"
    assert found.posted == PartialDate(2026, 3, 1)
    assert found.salary in (None, Salary(70000, 90000, "EUR", "year"))
    said = [(each.text.value, each.level) for each in found.requirements]
    assert said == [("3+ years of Python", Level.REQUIRED), ("JAX", Level.PREFERRED)]


@pytest.mark.parametrize("shape", SHAPES)
def test_boards(shape: str) -> None:
    (reading,) = posting.read_all(json.dumps(SHAPES[shape]).encode(), "board.json")
    check(reading)
    assert str(reading.posting.team) == "Research"


def test_linked_data_of_a_page() -> None:
    page = (
        "<html><head><script type='application/ld+json'>"
        f"{json.dumps(LINKED)}</script></head><body><nav>Go, Rust</nav></body></html>"
    )
    (reading,) = posting.read_all(page.encode(), "page.html")
    check(reading)
    assert str(reading.posting.organization) == "Kite"
    assert reading.posting.expires == PartialDate(2026, 5, 1)


def test_rows_that_are_malformed_are_told_and_skipped() -> None:
    row = json.dumps(SHAPES["any columns"]).encode()
    readings = list(posting.stream([row, b"{broken", b"", b"[1]", row], "jobs.jsonl"))
    assert [each.source.name for each in readings] == [
        "jobs.jsonl:1", "jobs.jsonl:2", "jobs.jsonl:4", "jobs.jsonl:5",
    ]  # fmt: skip
    assert [bool(each.diagnostics) for each in readings] == [False, True, True, False]
    check(readings[-1])


def test_columns_of_a_table() -> None:
    lines = [
        b"title,company,location,description,url,date_posted\n",
        b'ML Engineer,Kite,Berlin,"Requirements\n',
        b"- 3+ years of Python\n",
        b"Nice to have\n",
        b'- JAX",https://kite.example/7,2026-03-01\n',
        b"too,many,fields,in,this,row,here\n",
    ]
    first, second = posting.stream(lines, "jobs.csv")
    check(first)
    assert second.diagnostics
    assert second.source.name == "jobs.csv:6"


def test_parquet_without_its_library_says_what_to_install() -> None:
    try:
        import pyarrow  # noqa: F401 - only whether it is there
    except ImportError:
        with pytest.raises(OpenError) as raised:
            list(posting.stream_parquet(BytesIO(b"PAR1"), "jobs.parquet"))
        assert "pip install pyarrow" in raised.value.hint


def test_scripts_menus_and_hidden_text_ask_nothing() -> None:
    page = (
        "<html><body><nav>Requirements</nav><script>Requirements: Go</script>"
        "<h1>ML Engineer</h1><h2>Requirements</h2><ul><li>Python</li>"
        "<li style='display:none'>Rust</li></ul><footer>You must have Java</footer></body></html>"
    )
    found = posting.read(page.encode(), "page.html").posting
    assert [each.ways for each in found.requirements] == [(("python",),)]
    assert str(found.title) == "ML Engineer"
