"""The JSON of a posting keeps to its schema and quotes the text."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from standout import api
from standout.readers import posting
from tests.postings.labelled import load

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "posting.schema.json"


@pytest.mark.parametrize("each", load("second_look.txt"), ids=lambda each: each.name)
def test_json_of_postings(each: object) -> None:
    assert hasattr(each, "markup")
    reading = posting.read(each.markup.encode(), "page.html")
    found = json.loads(api.as_posting_json(reading))
    jsonschema.validate(found, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert found["requirements"]
    for one in found["requirements"]:
        assert reading.source.text[one["start"] : one["end"]] == one["text"]
