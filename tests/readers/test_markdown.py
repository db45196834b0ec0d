"""Markdown: levels, lists, marks, tables, HTML and front matter."""

from __future__ import annotations

from standout.model import Reading
from standout.model import SectionKind as K
from standout.readers import markdown
from standout.source import Source
from tests.readers.structure.reading import head, kinds, statements

TEXT = """---
layout: cv
---
# Ines Moreau

Data Scientist<br>
[ines@example.org](mailto:ines@example.org) | [GitHub](https://github.com/inesm) | Berlin, Germany

## Experience

### Data Scientist, Lumen
*Jan 2020 – Present*, Berlin

- Built a **fast** search engine
  that answers in 40 ms
- Cut its cost by `10 %`

### Analyst, Acme Inc
*2018 – 2019*

- Wrote [reports](https://example.org)

Skills
------

| Area | Tools |
|------|-------|
| Languages | Python, SQL |

<!-- nothing to see -->
"""


def read(text: str) -> Reading:
    """Read Markdown."""
    return markdown.read(Source("resume.md", "markdown", text, editable=True))


def test_a_whole_resume() -> None:
    resume = read(TEXT).resume
    assert str(resume.basics.name) == "Ines Moreau"
    assert str(resume.basics.email) == "ines@example.org"
    assert [link.network for link in resume.basics.links] == ["GitHub"]
    assert kinds(resume) == [K.EXPERIENCE, K.SKILLS]
    entries = resume.sections[0].entries
    assert [head(entry) for entry in entries] == [
        ("Data Scientist", "Lumen", "Berlin", "2020-01/now"),
        ("Analyst", "Acme Inc", "", "2018/2019"),
    ]
    assert statements(entries[0]) == [
        "Built a fast search engine that answers in 40 ms",
        "Cut its cost by 10 %",
    ]


def test_marks_become_emphasis_and_links() -> None:
    entries = read(TEXT).resume.sections[0].entries
    bold = entries[0].statements[0]
    assert [bold.text.value[mark.start : mark.end] for mark in bold.emphasis] == ["fast"]
    assert [link.url for link in entries[1].statements[0].links] == ["https://example.org"]


def test_every_text_stands_where_it_says() -> None:
    reading = read(TEXT)
    for text in reading.resume.texts():
        for char, place in zip(text.value, text.places, strict=True):
            assert char == " " or not char.isalnum() or reading.source.text[place] == char
