"""Skills, languages, education and publications."""

from __future__ import annotations

import pytest

from standout.model import Entry
from standout.readers.lines import Line, Segment
from standout.readers.structure import build
from standout.source import Source, Text
from tests.readers.structure.reading import dates, section

SKILLS = {
    "labels": "Languages: Python, C++\nCloud: AWS (S3, EC2), GCP",
    "bullets": "- Languages: Python, C++\n- Cloud: AWS (S3, EC2), GCP",
    "columns": "Languages      Python, C++\nCloud          AWS (S3, EC2), GCP",
    "dashes": "Languages - Python, C++\nCloud - AWS (S3, EC2), GCP",
}


@pytest.mark.parametrize("body", SKILLS.values(), ids=SKILLS)
def test_skills_in_groups(body: str) -> None:
    groups = section(body, "Skills").skills
    assert [(str(group.name), [str(item) for item in group.items]) for group in groups] == [
        ("Languages", ["Python", "C++"]),
        ("Cloud", ["AWS (S3, EC2)", "GCP"]),
    ]


@pytest.mark.parametrize(
    "body",
    ["Python, C++, SQL", "Python | C++ | SQL", "- Python\n- C++\n- SQL", "Python · C++ · SQL"],
)
def test_skills_without_groups(body: str) -> None:
    (group,) = section(body, "Skills").skills
    assert [str(item) for item in group.items] == ["Python", "C++", "SQL"]


@pytest.mark.parametrize(
    "body",
    [
        "English (native), German (B2)",
        "English: native\nGerman: B2",
        "- English – native\n- German – B2",
    ],
)
def test_languages_with_levels(body: str) -> None:
    groups = section(body, "Languages").skills
    assert [(str(group.items[0]), str(group.level)) for group in groups] == [
        ("English", "native"),
        ("German", "B2"),
    ]


def test_a_grid_is_read_column_by_column() -> None:
    rows = [
        [("Skills", 0)],
        [("Frontend", 0), ("Backend", 200)],
        [("React", 0), ("Python", 200)],
        [("Redux", 0), ("Go", 200)],
    ]
    source = Source("a.pdf", "pdf", " ".join(value for row in rows for value, _ in row))
    lines = []
    start = 0
    for number, row in enumerate(rows):
        segments = []
        for value, x0 in row:
            text = Text.of(source, start, start + len(value))
            start += len(value) + 1
            size = 14.0 if number == 0 else 10.0
            segments.append(Segment(text, x0, x0 + 40, size, bold=number < 2))
        lines.append(Line(tuple(segments), gap=0.5))
    (skills,) = build(lines).sections
    assert [(str(group.name), [str(item) for item in group.items]) for group in skills.skills] == [
        ("Frontend", ["React", "Redux"]),
        ("Backend", ["Python", "Go"]),
    ]


DEGREES = {
    "degree over school": "M.Sc. Computer Science     2016 – 2018\nUniversity of Bonn\nGPA: 1.3",
    "school over degree": "University of Bonn     2016 – 2018\nM.Sc. in Computer Science, GPA: 1.3",
    "one line": "M.Sc., Computer Science, University of Bonn, 2016 – 2018\nGPA: 1.3",
    "bars": "M.Sc. Computer Science | University of Bonn | 2016 – 2018\nGrade: 1.3",
}


@pytest.mark.parametrize("body", DEGREES.values(), ids=DEGREES)
def test_education(body: str) -> None:
    (entry,) = section(body, "Education").entries
    found = (entry.degree, entry.field, entry.organization, entry.grade)
    assert [str(each) for each in found] == [
        "M.Sc.",
        "Computer Science",
        "University of Bonn",
        "1.3",
    ]
    assert dates(entry.dates) == "2016/2018"


@pytest.mark.parametrize(
    ("written", "degree", "field"),
    [
        ("Bachelor of Science in Physics", "Bachelor of Science", "Physics"),
        ("Master of Applied Science, Robotics", "Master of Applied Science", "Robotics"),
        ("Ph.D. Machine Learning", "Ph.D.", "Machine Learning"),
        ("BA (Hons) History", "BA (Hons)", "History"),
        ("Diplom Informatik", "Diplom", "Informatik"),
    ],
)
def test_degree_and_field(written: str, degree: str, field: str) -> None:
    (entry,) = section(f"{written}    2016 – 2018\nETH Zurich", "Education").entries
    assert (str(entry.degree), str(entry.field)) == (degree, field)


def test_courses() -> None:
    body = "B.Sc. Physics, ETH Zurich   2016 – 2018\nRelevant coursework: Statistics, Optics"
    (entry,) = section(body, "Education").entries
    assert [str(each) for each in entry.courses] == ["Statistics", "Optics"]


CITATIONS = {
    "quotes": '- J. Roe, A. Poe. "Sorting letters with cats." NeurIPS, 2022.',
    "sentences": "- J. Roe, A. Poe. Sorting letters with cats. NeurIPS, 2022.",
    "year first": '- J. Roe and A. Poe (2022). "Sorting letters with cats." NeurIPS.',
    "a line each": "Sorting letters with cats          2022\nJ. Roe, A. Poe\nNeurIPS",
}


def cited(entry: Entry) -> tuple[str, list[str], str, str]:
    """Title, authors, venue and year."""
    return (
        str(entry.title),
        [str(author) for author in entry.authors],
        str(entry.venue),
        dates(entry.dates),
    )


@pytest.mark.parametrize("body", CITATIONS.values(), ids=CITATIONS)
def test_publications(body: str) -> None:
    (entry,) = section(body, "Publications").entries
    assert cited(entry) == ("Sorting letters with cats", ["J. Roe", "A. Poe"], "NeurIPS", "2022")


def test_family_names_first() -> None:
    body = "- Roe, J., Poe, A. and Doe, B. Sorting letters with cats. NeurIPS, 2022."
    (entry,) = section(body, "Publications").entries
    assert cited(entry)[1] == ["Roe, J.", "Poe, A.", "Doe, B."]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("ROS 2 MoveIt Gazebo", ["ROS 2", "MoveIt", "Gazebo"]),
        ("Kubernetes Kafka Terraform", ["Kubernetes", "Kafka", "Terraform"]),
        ("Python Quibbler SQL", ["Python", "Quibbler", "SQL"]),
        ("deep learning with PyTorch", ["deep learning with PyTorch"]),
        ("AWS Lambda functions, SQL", ["AWS Lambda functions", "SQL"]),
    ],
)
def test_skills_that_only_spaces_set_apart(body: str, expected: list[str]) -> None:
    read = section(body, "Skills")
    assert [item.value for group in read.skills for item in group.items] == expected


def test_a_level_beside_the_name_of_a_group() -> None:
    read = section("Web Development — Master\nHTML, CSS\nCompression — Expert\nMP4, GIF", "Skills")
    assert [
        (str(group.name), str(group.level), [item.value for item in group.items])
        for group in read.skills
    ] == [
        ("Web Development", "Master", ["HTML", "CSS"]),
        ("Compression", "Expert", ["MP4", "GIF"]),
    ]
