"""The native profile: what is read, what is wrong and where, and that nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from standout.model import Reading, SectionKind
from standout.readers import detect
from standout.vocabulary import profile_keys


def read(text: str) -> Reading:
    """Read a profile."""
    return detect.read(text.encode(), "profile.yaml")


PROFILE = """\
standout: 1
basics:
  name: Ada Park
  headline: Machine-learning engineer
  email: ada@example.org
  phone: "+1 555 010 0199"
  location: Lyon, France
  links:
    - https://github.com/adapark
    - url: https://adapark.example.org
      label: my site
    - url: https://social.example/@ada
      network: Mastodon
      clickable: false
  personal: French citizen
  notes: [she/her]
experience:
  heading: Selected work
  entries:
    - title: ML engineer
      organization: Acme Robotics
      location: Lyon
      start: Mar 2021
      end: present
      url: https://acme.example
      description: Robot arms for pharmacies.
      keywords: [JAX, C++]
      statements:
        - Cut grasp failures from **9 %** to 2 % with [domain randomisation](https://a.example/p)
        - text: Trained four interns
          tags: [lead]
          evidence: mail-2023
education:
  - degree: MSc
    field: Statistics
    institution: ENS Lyon
    date: 2016 – 2018
    grade: 16/20
    courses: [Bandits, Causality]
publications:
  - title: Grasping blind
    authors: [A. Park, B. Ito]
    venue: CoRL
    date: 2022
skills:
  - SQL
  - group: Learning
    items: [JAX, PyTorch]
    level: daily use
languages:
  - language: French
    fluency: native
  - English
awards:
  - Best demo 2022
sections:
  - heading: Patents
    entries:
      - title: Gripper with one eye
  - heading: Older work
    kind: experience
    statements: [Waited tables]
"""


def test_every_field_is_read() -> None:
    """One profile with every key, and no finding."""
    reading = read(PROFILE)
    assert reading.diagnostics == ()
    basics = reading.resume.basics
    assert [str(each) for each in (basics.name, basics.email, basics.location)] == [
        "Ada Park",
        "ada@example.org",
        "Lyon, France",
    ]
    assert [(each.network, each.username) for each in basics.links] == [
        ("GitHub", "adapark"),
        (None, None),
        ("Mastodon", None),
    ]
    assert [str(each.text) for each in basics.links][1] == "my site"
    assert not basics.links[2].clickable
    kinds = [section.kind for section in reading.resume.sections]
    assert kinds == [
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.PUBLICATIONS,
        SectionKind.SKILLS,
        SectionKind.LANGUAGES,
        SectionKind.AWARDS,
        SectionKind.OTHER,
        SectionKind.EXPERIENCE,
    ]


def test_an_entry_in_full() -> None:
    """Dates, links, emphasis and statements of one job."""
    (section, *_) = read(PROFILE).resume.sections
    (entry,) = section.entries
    assert str(section.heading) == "Selected work"
    assert entry.dates is not None
    assert entry.dates.start is not None
    assert (entry.dates.start.iso(), entry.dates.present) == ("2021-03", True)
    first, second = entry.statements
    assert first.text.value == "Cut grasp failures from 9 % to 2 % with domain randomisation"
    assert [each.style for each in first.emphasis] == ["bold"]
    assert [each.url for each in first.links] == ["https://a.example/p"]
    assert second.text.value == "Trained four interns"


def test_groups() -> None:
    """Bare skills, groups with a level, and languages."""
    resume = read(PROFILE).resume
    (skills,) = resume.of_kind(SectionKind.SKILLS)
    assert [(g.name and g.name.value, [i.value for i in g.items]) for g in skills.skills] == [
        (None, ["SQL"]),
        ("Learning", ["JAX", "PyTorch"]),
    ]
    (languages,) = resume.of_kind(SectionKind.LANGUAGES)
    assert [(str(g.items[0]), g.level and g.level.value) for g in languages.skills] == [
        ("French", "native"),
        ("English", None),
    ]


WRONG = [
    ("basics:\n  nmae: Ada\n", "DOC006", 2, 3, "did you mean `name`?"),
    ("experience:\n  - titel: x\n", "DOC006", 2, 5, "did you mean `title`?"),
    ("standout: 2\n", "DOC007", 1, 11, None),
    ("standout: 1\nbasics: Ada\n", "DOC007", 2, 9, None),
    ("experience:\n  - title: [a, b]\n", "DOC007", 2, 13, None),
    ("experience:\n  - title: {a: b}\n", "DOC007", 2, 13, None),
    ("sections:\n  - kind: projets\n", "DOC007", 2, 11, "did you mean `projects`?"),
    ("sections:\n  - just text\n", "DOC007", 2, 5, None),
    ("experience:\n  - title: a\n    title: b\n", "DOC009", 3, 5, None),
    ("standout: 1\nbasics:\n  links: [{label: x}]\n", "DOC007", 3, 11, None),
    ("standout: 1\nbasics: [1\n", "DOC005", 3, 1, None),
    ("- a\n- b\n", "DOC007", 1, 1, None),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "hint"), WRONG)
def test_wrong_things_are_named(
    text: str, code: str, line: int, column: int, hint: str | None
) -> None:
    """Code, line, column, and the nearest valid word."""
    reading = read(text)
    found = [each for each in reading.diagnostics if each.code == code]
    assert len(found) == 1
    where = reading.source.location(found[0].span)
    assert (where.line, where.column) == (line, column)
    assert (found[0].fix.message if found[0].fix else None) == hint


def test_all_errors_at_once_in_order() -> None:
    """Several errors are reported together, in the order of the file."""
    reading = read("basics:\n  nmae: A\nexperience:\n  - titel: B\nskils: [C]\n")
    assert [each.message for each in reading.diagnostics] == [
        "unknown key `nmae`",
        "unknown key `titel`",
        "unknown key `skils`",
    ]


def test_unknown_keys_lose_nothing() -> None:
    """The text below a key that nobody knows is kept."""
    reading = read(
        "basics:\n  nick: Addy\nexperience:\n  - title: x\n    boss: Kim\n"
        "    title: y\nskills:\n  - grup: Tools\n    items: [git]\nhobby: [sailing, true]\n"
    )
    texts = " ".join(str(each) for each in reading.resume.texts())
    for word in ("Addy", "Kim", "x", "y", "Tools", "git", "sailing"):
        assert word in texts.split()
    assert "true" not in texts.split()


def test_paragraphs() -> None:
    """Folded and literal paragraphs are statements of their own, each on one line."""
    text = (
        "summary: |\n  One\n  two\n\n  Three\nexperience:\n  - description: >\n      a\n      b\n"
    )
    resume = read(text).resume
    assert [each.text.value for each in resume.sections[0].statements] == ["One two", "Three"]
    assert [each.value for each in resume.sections[1].entries[0].description] == ["a b"]


def test_spans_of_texts_lead_back() -> None:
    """What a text says stands at its span, but for marks and quotes."""
    reading = read(PROFILE)
    for text in reading.resume.texts():
        assert all(
            reading.source.text[place] == char or char.isspace() or char == "–"
            for char, place in zip(text.value, text.places, strict=True)
        )


def test_the_schema_knows_every_key() -> None:
    """The JSON Schema and the reference page are made from the same declaration."""
    schema = profile_keys.json_schema()
    page = profile_keys.reference_page()
    for shape, keys in profile_keys.SHAPES.items():
        for key in keys:
            assert key.takes in profile_keys.KINDS
            assert f"| `{key.name}` |" in page
        if shape != "profile":
            definitions = schema["$defs"]
            assert isinstance(definitions, dict)
            assert shape.replace(" ", "-") in definitions


def test_a_key_of_the_header_at_the_top_is_told_where_it_belongs() -> None:
    reading = detect.read(b"name: Ada\nlinks: [ada.example.org]\nskills: [C++]\n", "profile.yaml")
    hints = [each.fix.message for each in reading.diagnostics if each.fix]
    assert hints == ["it belongs under `basics`"] * 2


MARKED = """\
experience:
  - title: Engineer
    mark: {entry}
    statements:
      - text: Cut latency by 40 %
        mark: {statement}
        variants:
          {wording}: Cut p99 latency from **50** to 30 ms
"""


def test_marks_and_variants() -> None:
    reading = read(MARKED.format(entry="prefer", statement="must", wording="technical"))
    (entry,) = reading.resume.sections[0].entries
    (said,) = entry.statements
    (variant,) = said.variants
    assert not reading.diagnostics
    assert (entry.mark, said.mark, variant.name) == ("prefer", "must", "technical")
    assert variant.statement.text.value == "Cut p99 latency from 50 to 30 ms"
    assert variant.statement.emphasis


@pytest.mark.parametrize(
    ("wrong", "quote", "near"),
    [
        ({"entry": "prefered"}, "prefered", "prefer"),
        ({"statement": "mst"}, "mst", "must"),
        ({"wording": "tecnical"}, "tecnical", "technical"),
    ],
)
def test_wrong_marks_are_told_with_the_nearest(
    wrong: dict[str, str], quote: str, near: str
) -> None:
    words = {"entry": "never", "statement": "must", "wording": "plain"} | wrong
    reading = read(MARKED.format(**words))
    (told,) = reading.diagnostics
    assert reading.source.text[told.span.start : told.span.end] == quote
    assert told.fix is not None
    assert near in told.fix.message


def test_wordings_under_a_wrong_name_are_kept() -> None:
    reading = read(MARKED.format(entry="must", statement="must", wording="loud"))
    words = [text.value for text in reading.resume.texts()]
    assert any("p99 latency" in each for each in words)


def _takes(schema: Mapping[str, object], value: str | float) -> bool:
    """Say whether one of the forms of a key takes a value."""
    forms = schema["anyOf"]
    assert isinstance(forms, list)
    if not isinstance(value, str):
        return any(each["type"] == "number" and value <= each["maximum"] for each in forms)
    patterns = (each["pattern"] for each in forms if each["type"] == "string")
    return any(re.search(pattern, value) for pattern in patterns)


GOOD_DATES = [
    2024, 3.2024, "2020", "2020-12", "2020-12-31", "03/2024", "31.12.2020", "Mar 2024", "present",
    "2019-20", "2019-2021", "2020-01 - 2021-02", "2019–20", "forthcoming", "2020年3月", "heute",
]  # fmt: skip
BAD_DATES = ["2020-13", "2020-00", "13/2020", "2020-12-32", 99_999]


@pytest.mark.parametrize("value", GOOD_DATES)
def test_the_schema_takes_dates(value: str | float) -> None:
    assert _takes(profile_keys.KINDS["date"][1], value)


@pytest.mark.parametrize("value", BAD_DATES)
def test_the_schema_takes_no_other_numbers(value: str | float) -> None:
    assert not _takes(profile_keys.KINDS["date"][1], value)


def test_a_date_that_cannot_be_is_told_at_its_place() -> None:
    profile = "experience:\n  - {title: Engineer, start: 2020-13, end: 2021-05}\n"
    reading = detect.read(profile.encode(), "profile.yaml")
    (found,) = reading.diagnostics
    assert (found.code, profile[found.span.start : found.span.end]) == ("DOC011", "2020-13")
    (entry,) = reading.resume.sections[0].entries
    assert entry.dates is not None
