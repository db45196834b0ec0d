"""`standout glance` and `standout compare` as a caller meets them."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from standout.reporters.glance_facts import NOTE
from tests.faces.conftest import Run

EXAMPLES = Path(__file__).parents[2] / "src" / "standout" / "examples"
WEAK, IMPROVED = str(EXAMPLES / "weak.pdf"), str(EXAMPLES / "improved.pdf")
SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "glance.schema.json"
JOB = "Engineer\n\nRequirements\n- Python\n- PyTorch\n- Kubernetes\n- SQL\n"


def words(text: str) -> str:
    """Text without its line breaks."""
    return " ".join(text.split())


def test_what_they_know_and_what_not(run: Run) -> None:
    """Facts under their bands, counts by the seconds, and what kind of answer it is."""
    done = run("glance", IMPROVED)
    assert done.code == 0
    assert re.search(r"likely know\n  name +Mira Lindqvist\n", done.out)
    assert "current employer    Northlake Robotics" in done.out
    assert "By 60 seconds" in done.out
    assert NOTE in words(done.out)
    assert done.out == run("glance", IMPROVED).out


def test_a_posting_names_the_skills(run: Run) -> None:
    """The counts are those of the skills that it requires."""
    Path("job.txt").write_text(JOB, "utf-8")
    done = run("glance", IMPROVED, "--posting", "job.txt")
    assert "required skills     4 of 4" in done.out
    Path("empty.txt").write_text("Come and work with us.", "utf-8")
    assert run("glance", IMPROVED, "--posting", "empty.txt").code == 2


def test_json_holds_what_its_schema_says(run: Run) -> None:
    """Every word, line, field and statement with three shares that do not fall."""
    found = json.loads(run("glance", IMPROVED, "--format", "json").out)
    jsonschema.validate(found, json.loads(SCHEMA.read_text("utf-8")))
    assert len(found["words"]) > 250
    everything = [
        each for kind in ("words", "lines", "fields", "statements") for each in found[kind]
    ]
    assert all(each["seen"] == sorted(each["seen"]) for each in everything)
    name = next(each for each in found["fields"] if each["name"] == "name")
    assert (name["text"], name["bands"][0]) == ("Mira Lindqvist", "likely")


def test_pictures_go_to_files(run: Run) -> None:
    """The suffix chooses; PNG needs a file; nothing is written over unasked."""
    for name, start in (("a.svg", b"<svg "), ("a.png", b"\x89PNG"), ("a.html", b"<!DOCTYPE html>")):
        assert run("glance", IMPROVED, "-o", name).code == 0
        assert Path(name).read_bytes().startswith(start)
    assert run("glance", IMPROVED, "-o", "a.svg").code == 2
    assert run("glance", IMPROVED, "--png").code == 2
    assert run("glance", IMPROVED, "--svg", "--at", "20").out.startswith("<svg ")


def test_a_format_without_pages_has_no_look(run: Run) -> None:
    """It is told, with what to do."""
    Path("profile.yaml").write_text("standout: 1\nbasics: {name: Ada Moreau}\n", "utf-8")
    done = run("glance", "profile.yaml")
    assert done.code == 2
    assert "no pages" in done.err
    assert "build" in done.err


class Tags(HTMLParser):
    """The start tags of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))

    def of(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of each tag of a name."""
        return [attrs for tag, attrs in self.tags if tag == name]


@pytest.mark.parametrize("command", [["glance", IMPROVED], ["compare", WEAK, IMPROVED]])
def test_the_page_is_whole_and_can_be_used_without_a_mouse(run: Run, command: list[str]) -> None:
    """Names and roles, one heading of the first level, nothing from elsewhere."""
    assert run(*command, "-o", "page.html").code == 0
    page = Path("page.html").read_text("utf-8")
    found = Tags(page)
    assert [each.get("lang") for each in found.of("html")] == ["en"]
    assert len(found.of("h1")) == len(found.of("main")) == len(found.of("title")) == 1
    assert all(each.get("aria-label") for each in found.of("svg"))
    assert all(each.get("scope") for each in found.of("th"))
    ids = [str(attrs["id"]) for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    labelled = [attrs["aria-labelledby"] for _, attrs in found.tags if "aria-labelledby" in attrs]
    assert set(labelled) <= set(ids)
    addresses = [attrs.get(key) or "" for _, attrs in found.tags for key in ("src", "href")]
    assert all(not each or each.startswith("data:image/png;base64,") for each in addresses)
    for each in found.of("input"):
        assert each["type"] == "range"
        assert f'for="{each["id"]}"' in page
    assert all(each.get("type") == "button" for each in found.of("button"))


def test_only_the_pages_own_script_may_run(run: Run) -> None:
    """The policy holds the digest of the script, word for word."""
    run("glance", IMPROVED, "-o", "page.html")
    page = Path("page.html").read_text("utf-8")
    (code,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page
    assert "prefers-reduced-motion" in code
    run("compare", WEAK, IMPROVED, "-o", "both.html")
    assert "<script" not in Path("both.html").read_text("utf-8")


def test_colours_can_be_told_apart() -> None:
    """Text on its ground has a contrast of 4.5 to 1, in the light and in the dark."""
    folder = files("standout.reporters")
    tokens = re.findall(r":root \{(.*?)\}", (folder / "report.css").read_text("utf-8"), re.DOTALL)
    assert len(tokens) == 2
    colours: dict[str, str] = {}
    for each in tokens:
        colours |= dict(re.findall(r"--(\w+): (#\w{6})", each))
        for name in ("ink", "quiet", "info", "error", "warning"):
            assert contrast(colours[name], colours["ground"]) >= 4.5, name
    sheet = (folder / "glance.css").read_text("utf-8")
    legend = re.findall(r"\.legend \.\w+ \{ background: (#\w{6})", sheet)
    assert len(legend) == 2
    assert all(contrast("#1b1b1f", ground) >= 4.5 for ground in legend)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG counts it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_check_shows_a_small_map(run: Run) -> None:
    """As HTML, for formats with pages; several processes bring it home too."""
    shutil.copy(WEAK, "weak.pdf")
    shutil.copy(IMPROVED, "improved.pdf")
    Path("ada.md").write_text("# Ada Moreau\n\n## Experience\n\nEngineer, Lumen, 2020\n", "utf-8")
    pages = []
    for number, jobs in enumerate(("1", "2")):
        name = f"{number}.html"
        run("check", "weak.pdf", "improved.pdf", "ada.md", "-o", name, "--jobs", jobs)
        pages.append(Path(name).read_text("utf-8"))
    assert pages[0] == pages[1]
    assert pages[0].count("The first seven seconds") == 2
    assert pages[0].count(NOTE.split(",")[0]) == 2


def test_two_resumes_side_by_side(run: Run) -> None:
    """Counts, what only one has, demands and exposure; differing rows are marked."""
    Path("job.txt").write_text(JOB, "utf-8")
    done = run("compare", WEAK, IMPROVED, "--posting", "job.txt", "--no-config")
    assert done.code == 0
    assert re.search(r"\* Kubernetes \(required\) +absent +literal", done.out)
    assert "Only in A" in done.out
    assert "Only in B" not in done.out
    assert NOTE in words(done.out)


def test_the_comparison_as_json(run: Run) -> None:
    """A resume beside itself: nothing on one side only."""
    Path("job.txt").write_text(JOB, "utf-8")
    done = run("compare", WEAK, WEAK, "--posting", "job.txt", "--format", "json", "--no-config")
    found = json.loads(done.out)
    assert found["version"] == 1
    assert found["only_in_first"] == found["only_in_second"] == []
    assert found["files"][0] == found["files"][1]
    assert found["files"][0]["findings"]["warning"] > 5
    assert all(each["states"][0] == each["states"][1] for each in found["requirements"])
    assert {"name", "current title"} <= {each["fact"] for each in found["files"][0]["facts"]}


def test_formats_without_pages_can_be_compared(run: Run) -> None:
    """Findings and demands are there, a first look is not."""
    Path("a.md").write_text("# Ada Moreau\n\n## Experience\n\nEngineer, Lumen, 2020\n", "utf-8")
    assert run("compare", "a.md", IMPROVED, "--no-config").code == 0
    assert run("compare", "a.md", IMPROVED, "--no-config", "-o", "both.html").code == 0
    assert "This format has no pages" in Path("both.html").read_text("utf-8")
