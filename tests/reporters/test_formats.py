"""What each machine format promises its readers, beyond its looks."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from standout.diagnostic import Severity
from standout.model import Report
from standout.model.fingerprint import fingerprints
from standout.reporters import renderer
from standout.source import Source, Span
from tests.reporters import sample

SCHEMA = Path(__file__).parent.parent.parent / "docs" / "schema" / "check.schema.json"
REPORTS = [sample.editable(), sample.paged(), sample.clean()]


def rendered(name: str, reports: list[Report] = REPORTS) -> str:
    """The reports in one format."""
    return renderer(name)(reports, sample.ABOUT)


def test_json_keeps_its_schema() -> None:
    """The schema in the documentation describes what is printed, and allows nothing else."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(rendered("json"))
    jsonschema.validate(document, schema)
    document["files"][0]["diagnostics"][0]["severity"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_json_places_are_in_the_file() -> None:
    """Quotes are the file's own words, and edits point into it."""
    found = json.loads(rendered("json"))["files"][0]["diagnostics"]
    lines = sample.PROFILE.split("\n")
    for each in found:
        place = each["location"]
        if place["line"] == place["end_line"]:
            line = lines[place["line"] - 1]
            assert line[place["column"] - 1 : place["end_column"] - 1] == each["quote"]
    (edit,) = next(each["fix"]["edits"] for each in found if each["code"] == "DDD002")
    assert sample.PROFILE[edit["start"] : edit["end"]] == "on and on"


def test_json_of_a_page_names_a_box() -> None:
    """What is drawn has a box; what concerns the page has the page's."""
    found = json.loads(rendered("json"))["files"][1]["diagnostics"]
    boxes = {each["code"]: each["location"]["box"] for each in found}
    assert boxes == {
        "FFF001": [50, 80, 180, 107],
        "GGG001": [300, 20, 400.12, 120],
        "HHH001": [0, 0, 595, 842],
    }


def sarif(reports: list[Report] = REPORTS) -> dict[str, Any]:
    """The only run of the log."""
    log = json.loads(rendered("sarif", reports))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_sarif_results_lead_to_rules() -> None:
    """Each result names a rule by id and by index; levels are SARIF's."""
    run = sarif()
    rules = run["tool"]["driver"]["rules"]
    assert len({each["id"] for each in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        assert result["partialFingerprints"]["standout/v1"]
    assert len(run["results"]) == sum(len(each.diagnostics) for each in REPORTS)


def test_sarif_regions_are_of_the_file() -> None:
    """A region counts characters of a text file; a PDF has none, but page and box."""
    for result in sarif()["results"]:
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert re.fullmatch(r"[\w./~%-]+", physical["artifactLocation"]["uri"])
        if physical["artifactLocation"]["uri"] == "cv.pdf":
            assert "region" not in physical
            assert location["properties"]["page"] == 1
            continue
        region = physical["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
        assert (region["endLine"], region["endColumn"]) >= (
            region["startLine"],
            region["startColumn"],
        )
        assert region["charOffset"] + region["charLength"] <= len(sample.PROFILE)


def test_sarif_fixes_replace_what_they_quote() -> None:
    """A question is never offered as a fix; an edit is."""
    fixed = {each["ruleId"] for each in sarif()["results"] if "fixes" in each}
    assert fixed == {"BBB001", "DDD002"}


def moved(report: Report, by: str) -> Report:
    """The report as it would be with more text above."""
    old = report.reading.source
    source = Source(old.name, old.format, by + old.text, editable=True)
    found = tuple(
        sample.finding(each.code, Span(each.span.start + len(by), each.span.end + len(by)))
        for each in report.diagnostics
    )
    return Report(type(report.reading)(source, report.reading.document), found)


def test_fingerprints_survive_moving_and_tell_twins_apart() -> None:
    """Lines above change nothing; the second of two equal findings has its own."""
    plain = moved(sample.editable(), "")
    assert fingerprints(plain)[1:] == fingerprints(moved(plain, "# more\n\n"))[1:]
    twice = Report(plain.reading, (plain.diagnostics[1], plain.diagnostics[1]))
    assert len(set(fingerprints(twice))) == 2


def test_github_escapes_and_counts() -> None:
    """No document text can start a command; after ten of a kind comes a count."""
    evil = sample.finding("AAA001", Span(0, 0), message="x\n::error::y%0A\r::stop")
    many = [Report(sample.clean().reading, (evil,))] * 13
    lines = rendered("github", many).splitlines()
    assert sum(line.startswith("::") for line in lines) == 10
    assert "standout: 3 more warnings not shown here" in lines
    assert "%0A::error::y%250A␍::stop" in lines[0]


def test_github_puts_errors_first() -> None:
    """The heaviest come first, whatever the order of files."""
    kinds = [line.split()[0] for line in rendered("github").splitlines() if line.startswith("::")]
    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)


def test_junit_counts_what_it_holds() -> None:
    """Well-formed, control characters and all; a clean file is a passed case."""
    root = ET.fromstring(rendered("junit"))  # noqa: S314 - our own text
    suites = root.findall("testsuite")
    assert [len(each.findall("testcase/failure")) for each in suites] == [7, 3, 0]
    assert len(suites[2].findall("testcase")) == 1
    assert int(root.get("failures", "")) == 10


class _Page(HTMLParser):
    """Tags and attributes of a page, for looking at."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in {"meta", "!doctype"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that tags nest."""
        assert self.open.pop() == tag


def test_html_stands_alone() -> None:
    """No script, nothing fetched, no markup out of the document; landmarks and headings."""
    page = _Page(rendered("html"))
    assert not page.open
    assert not {"script", "img", "link", "iframe", "b"} & set(page.tags)
    assert {"main", "header", "footer", "nav", "h1", "h2", "h3"} <= set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "src"]
    assert all((value or "").startswith("#") for name, value in page.attributes if name == "href")


@pytest.mark.parametrize("name", ["full", "concise", "html", "github"])
def test_no_control_character_passes(name: str) -> None:
    """A document steers no terminal."""
    noisy = sample.finding("AAA001", Span(0, 0), Severity.ERROR, message="a\x1b]0;x\x07\x9b\u202eb")
    text = rendered(name, [Report(sample.editable().reading, (noisy,))])
    raw = re.sub(r"\x1b\[[0-9;]*m", "", text)  # the reporter's own colours
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", raw)
