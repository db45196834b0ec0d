"""What a first look sees of real pages: typeset in the test, read by the reader."""

from __future__ import annotations

import datetime
import zlib

import pytest

from standout import api
from standout.glance import model, moves
from standout.glance.scene import scene
from standout.model import Posting, Reading
from standout.model.exposure import NEVER, Band, Exposure, Role, Sight
from standout.readers.pdf.picture import pictures
from standout.reporters import glance_png
from tests.checking import typeset

TODAY = datetime.date(2026, 1, 15)
HEAD = """= Ada Moreau
Machine learning engineer \\
ada\\@moreau.example | +1 555 0100
"""
SKILLS = """== Skills
Python, PyTorch, Kubernetes, Airflow, SQL, Docker
"""
JOBS = """== Experience
#for (title, house, years) in (("Machine learning engineer", "Lumen", "2021 -- 2024"),
  ("Data analyst", "Harbour Bank", "2018 -- 2021"), ("Intern", "Tidewater", "2016 -- 2017")) [
*#title, #house* #h(1fr) #years
- Cut the wait for an answer from 40 to 3 seconds with a smaller model that runs where the data lie
- Halved the bill for labels by asking people only where the model was unsure of its own answer
- Moved the nightly training of all models to another place where it costs less and breaks less
]
"""
STUDY = """== Education
*MSc in Computer Science, University of Oslo* #h(1fr) 2014 -- 2016
"""
LONG = """== Experience
#for (n, house) in ("Lumen", "Harbour Bank", "Tidewater", "Northgate", "Elm", "Oak").enumerate() [
*Machine learning engineer, #house* #h(1fr) #(2020 - 2 * n) -- #(2022 - 2 * n)
- Looked after the models of the house together with the people who use them every day
- Wrote down for the colleagues of the other teams how each of the models comes to its answers
- Planned the work of the coming months with the heads of all departments of the company
- Kept the systems of the house running day and night, on weekends and on holidays as well
- Moved the nightly training of all models to another place where it costs less and breaks less
]
"""
JOB = b"Engineer\n\nRequirements\n- Python\n- Kubernetes\n- Airflow\n- SQL\n"


def read(*parts: str) -> Reading:
    """A resume of some parts, as it comes back from its PDF."""
    return api.read(typeset("#set text(size: 10pt)\n" + "".join(parts)), "resume.pdf")


def posting() -> Posting:
    """What is asked for."""
    return next(iter(api.read_postings(JOB, "job.txt"))).posting


def band(exposure: Exposure, name: str, seconds: int = 7) -> Band:
    """How likely the first field of a name is seen."""
    return next(each for each in exposure.fields if each.name == name).sight.band(seconds)


def test_the_six_fields_come_first_and_the_bullets_later() -> None:
    """After 7 seconds the header and the job are known, no statement is; after 60 all is."""
    found = api.exposed_to(read(HEAD, JOBS, STUDY))
    for name in ("name", "title", "employer", "degree"):
        assert band(found, name) is Band.LIKELY, name
    assert all(each.sight.band(7) is Band.UNLIKELY for each in found.statements)
    assert all(each.sight.band(60) is Band.LIKELY for each in found.statements)
    assert len(found.results) >= 3


def test_roles_come_from_the_fields_of_the_resume() -> None:
    """Each word has the role of the text that it stands in."""
    roles = {each.word.text: each.role for each in api.exposed_to(read(HEAD, SKILLS, JOBS)).words}
    expected = {
        "Ada": Role.NAME, "PyTorch,": Role.SKILL, "Experience": Role.HEADING, "2021": Role.DATE,
        "nightly": Role.BULLET, "Analyst": Role.TITLE,
    }  # fmt: skip
    assert all(roles.get(word, role) is role for word, role in expected.items())
    assert roles["Ada"] is Role.NAME


def test_a_posting_makes_its_skills_stand_out() -> None:
    """What is looked for is seen sooner, and the skills are the posting's own."""
    reading = read(HEAD, JOBS, SKILLS, STUDY)
    match = api.answered(reading.resume, posting(), TODAY)
    plain, asked = api.exposed_to(reading), api.exposed_to(reading, match)
    times = [{each.name: each.sight.at(0.5) for each in found.skills} for found in (plain, asked)]
    assert asked.required
    assert not plain.required
    assert set(times[1]) == {"Python", "Kubernetes", "Apache Airflow", "SQL"}
    assert all(times[1][name] <= times[0][name] for name in ("Python", "Kubernetes", "SQL"))


def test_a_second_page_is_seen_later() -> None:
    """The same words on a further page are seen later than on the first."""
    first, second = (api.exposed_to(read(HEAD, JOBS, gap, STUDY)) for gap in ("", "#pagebreak()\n"))
    times = [
        next(each for each in found.fields if each.name == "degree").sight.at(0.5)
        for found in (first, second)
    ]
    assert times[0] < times[1]


def test_columns_and_words_from_right_to_left_are_lines_of_their_own() -> None:
    """A line of another column is no neighbour; a line of Hebrew begins at its right."""
    left = "#text(9pt)[== Skills\n" + " \\\n".join(["Python", "SQL", "Docker", "Rust"] * 5) + "]"
    grid = "#grid(columns: (3cm, 1fr), gutter: 1.5cm, [", left, "], [", JOBS, "])"
    lines = {each.text for each in api.exposed_to(read("= Ada Moreau\n", *grid)).lines}
    assert {"Python", "SQL"} <= lines
    hebrew = read('= דנה לוי\n#set text(lang: "he")\nמהנדסת למידת מכונה בתל אביב\n')
    words = [each for each in api.exposed_to(hebrew).words if each.word.text == "מהנדסת"]
    assert words[0].word.box.x0 > 300


def test_moves_are_tried_out_and_help() -> None:
    """Skills far down: to put them on top is the first move, with its exact gain."""
    found = api.glance(read(HEAD, LONG, STUDY, SKILLS))
    first = found.moves[0]
    assert first.text == "put “Skills” on top"
    gain = first.gains[0]
    assert (gain.what, gain.seconds, gain.whole) == ("listed skills", 20, 6)
    assert gain.before < gain.after
    assert 1 <= len(found.moves) <= 3


def test_a_move_is_what_the_moved_page_would_give() -> None:
    """The promised count is that of the page that is really set so."""
    before = read(HEAD, LONG, STUDY, SKILLS)
    after = read(HEAD, SKILLS, LONG, STUDY)
    promised = next(
        each for each in api.glance(before).moves if each.text == "put “Skills” on top"
    ).gains[0]
    seen = sum(each.sight.band(20) is Band.LIKELY for each in api.exposed_to(after).skills)
    assert abs(seen - promised.after) <= 1


def test_nothing_to_move_nothing_moved() -> None:
    """A page with a name alone, and no page at all."""
    assert api.glance(read("= Ada Moreau\n")).moves == ()
    empty = api.glance(api.read(b"", "resume.pdf"))
    assert empty == Exposure()
    skim = model.Skim((), model.points())
    assert moves.best(scene((), api.read(b"", "resume.pdf").resume), skim, skim.times()) == ()


def test_hidden_words_and_running_heads_are_not_seen() -> None:
    """White words on white are on no map."""
    found = api.exposed_to(read(HEAD, JOBS, "#text(white)[invisible words]\n"))
    assert "invisible" not in {each.word.text for each in found.words}


def test_sights_count_their_runs() -> None:
    """Shares, bands and times of one word."""
    sight = Sight((1000, 2000, 3000, 4000, NEVER))
    assert [sight.share(each) for each in (0.5, 1, 3.9, 60)] == [0, 0.2, 0.6, 0.8]
    assert [sight.band(each) for each in (1, 2, 4)] == [Band.UNLIKELY, Band.MAYBE, Band.LIKELY]
    assert (sight.at(0.2), sight.at(0.5), sight.at(0.8), sight.at(1)) == (1000, 3000, 4000, NEVER)
    assert Sight((NEVER,)).band(60) is Band.UNLIKELY


@pytest.mark.parametrize("seconds", [7, 20])
def test_the_heat_lies_on_the_words(seconds: int) -> None:
    """The picture keeps its size; its colours differ where words are seen and nowhere else."""
    content = typeset(HEAD + JOBS)
    reading = api.read(content, "resume.pdf")
    (picture,) = pictures(content, 1)
    assert picture.width == round(595.28 * picture.scale)
    heated = glance_png.heated(picture, api.exposed_to(reading).words, seconds)
    pixels = unpacked(heated, picture.width, picture.height)
    changed = [at for at in range(0, len(pixels), 3) if pixels[at + 2] != picture.pixels[at + 2]]
    assert 0.002 < 3 * len(changed) / len(pixels) < 0.2
    assert pixels[:3] == b"\xff\xff\xff"


def unpacked(png: bytes, width: int, height: int) -> bytes:
    """The pixels of a PNG as `glance_png` writes them: one chunk, no filter."""
    at = png.index(b"IDAT")
    length = int.from_bytes(png[at - 4 : at], "big")
    rows = zlib.decompress(png[at + 4 : at + 4 + length])
    stride = 3 * width + 1
    assert len(rows) == stride * height
    return b"".join(rows[row * stride + 1 : (row + 1) * stride] for row in range(height))


def test_what_is_no_pdf_has_no_picture() -> None:
    """Damage gives no picture and no exception."""
    assert pictures(b"%PDF-1.7 broken", 1) == ()
    assert api.pictures(b"name: Ada", api.read(b"name: Ada", "a.yaml")) == ()
