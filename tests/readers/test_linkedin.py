"""LinkedIn's data export: what of it is a resume, and what is never opened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.model import Reading, SectionKind
from standout.readers import detect
from standout.readers.linkedin import MAX_TEXT
from tests.readers.exports import FILES, archive


def read(files: dict[str, str | bytes], folder: str = "") -> Reading:
    """Read an archive."""
    return detect.read(archive(files, folder), "export.zip")


def alone(name: str, text: str | bytes) -> Reading:
    """Read an export with one table."""
    return read({name: text})


@pytest.fixture(scope="module")
def whole() -> Reading:
    """The whole export, in the folder that LinkedIn puts it into."""
    return read(dict(FILES), "Complete_LinkedInDataExport_01-02-2026/")


def test_contact(whole: Reading) -> None:
    """Name, headline, main address, number, place and sites; street and birthday stay out."""
    basics = whole.resume.basics
    texts = (basics.name, basics.headline, basics.email, basics.phone, basics.location)
    assert [str(each) for each in texts] == [
        "Zoë Lind", "ML engineer, robots", "zoe@example.org", "+33 4 00 00 00 00", "Lyon, France",
    ]  # fmt: skip
    assert [(each.url, each.network) for each in basics.links] == [
        ("https://zoe.example.org", None),
        ("github.com/zoelind", "GitHub"),
        ("https://x.com/zoelind", "X"),
    ]
    said = " ".join(each.value for each in whole.resume.texts())
    assert not [each for each in ("Hidden", "1990", "Grau", "69000") if each in said]


def test_sections_in_the_order_of_a_profile(whole: Reading) -> None:
    """Second sections of a kind come last, under the name of their table."""
    assert whole.diagnostics == ()
    assert whole.document.format == "linkedin"
    found = [
        (each.kind.value, str(each.heading) if each.heading else "")
        for each in whole.resume.sections
    ]
    assert found == [
        ("summary", ""), ("skills", ""), ("experience", ""), ("projects", ""),
        ("publications", ""), ("education", ""), ("awards", ""), ("certificates", ""),
        ("courses", ""), ("volunteer", ""), ("languages", ""), ("publications", "Patents"),
        ("volunteer", "Organizations"),
    ]  # fmt: skip


def test_jobs(whole: Reading) -> None:
    """Bullets are statements wherever the export lost their line breaks; no end is the present."""
    job, old = next(whole.resume.of_kind(SectionKind.EXPERIENCE)).entries
    assert (str(job.title), str(job.organization)) == ("ML Engineer", "Acme")
    assert job.dates is not None
    assert job.dates.present
    assert [str(each) for each in job.description] == ["Robot arms."]
    assert [str(each.text) for each in job.statements] == [
        "Cut failures from 9 % to 2 %",
        "Wrote the simulator that all teams use",
    ]
    assert old.dates is not None
    assert (old.dates.present, old.dates.end and old.dates.end.iso()) == (False, "2019-09")
    # What looks like a mark is none in this format.
    assert [str(each.text) for each in old.statements] == ["Built a *grasp* set", "Ran it"]


def test_other_entries(whole: Reading) -> None:
    """Degrees come apart, certificates keep issuer and number, clubs are organizations."""
    entries = [each for section in whole.resume.sections for each in section.entries]
    named = {str(each.title or each.organization): each for each in entries}
    school = named["ENS"]
    assert (str(school.degree), str(school.field)) == ("Master of Science - MS", "Statistics")
    assert (str(named["Kubernetes"].organization), str(named["Kubernetes"].notes[0])) == (
        "CNCF",
        "AB-1",
    )
    assert str(named["Member"].organization) == "Guild"
    assert named["Grasping blind"].links[0].url == "https://doi.org/10.1000/182"
    groups = next(whole.resume.of_kind(SectionKind.SKILLS)).skills
    assert [str(each) for each in groups[0].items] == ["Python", "JAX"]
    (spoken,) = next(whole.resume.of_kind(SectionKind.LANGUAGES)).skills
    assert str(spoken.level) == "Native or bilingual proficiency"


def test_places_lead_to_the_tables(whole: Reading) -> None:
    """Each text stands where its span says, escapes apart."""
    summary = next(whole.resume.of_kind(SectionKind.SUMMARY)).statements
    assert [str(each.text) for each in summary] == ['I build "robots" that see.', "And R&D."]
    for text in whole.resume.texts():
        for char, place in zip(text.value, text.places, strict=True):
            assert not char.isalnum() or whole.source.text[place] == char


def test_other_files_are_never_opened(whole: Reading) -> None:
    """Messages and connections do not even reach the source."""
    assert "Secret" not in whole.source.text


SPELLINGS = {
    "positions.CSV": "COMPANY NAME;POSITION;STARTED ON\nAcme;Engineer;2020\n",
    "Positions_123456.csv": 'Notes:\n"read me"\n\nCompany,Job Title,Start Date\nAcme,Engineer,2020',
    "Positions.csv": "Company Name\tTitle\tStarted On\r\nAcme\tEngineer\t2020\r\n",
    "x/Experience.csv": '"Company Name","Title","Started On",""\n"Acme","Engineer","2020",""\n',
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_spellings_of_years(name: str) -> None:
    """Names of files and columns, separators, preambles and quotes vary."""
    (section,) = read({name: SPELLINGS[name], "Skills.csv": ""}).resume.sections
    (job,) = section.entries
    assert (str(job.organization), str(job.title)) == ("Acme", "Engineer")


TOLD = {
    "One sentence.": (["One sentence."], []),
    "Built a\nRan b": ([], ["Built a", "Ran b"]),
    "My tasks:\nBuilt a\nRan b": (["My tasks:"], ["Built a", "Ran b"]),
    "- Built a\n- Ran b": ([], ["Built a", "Ran b"]),
    "Lead. - Built a state-of-the-art net. - Ran b": (
        ["Lead."], ["Built a state-of-the-art net.", "Ran b"],
    ),
    "✔ Built a ✔ Ran b - c": ([], ["Built a", "Ran b - c"]),
    "Paris - Lyon": (["Paris - Lyon"], []),
}  # fmt: skip


@pytest.mark.parametrize("text", TOLD)
def test_descriptions(text: str) -> None:
    """Bullets and lines become statements, prose stays a description."""
    (section,) = alone("Positions.csv", f'Title,Description\nx,"{text}"\n').resume.sections
    (job,) = section.entries
    told = ([str(each) for each in job.description], [str(each.text) for each in job.statements])
    assert told == TOLD[text]


BAD: dict[str, tuple[dict[str, str | bytes], str]] = {
    "no header": ({"Positions.csv": "a,b\nc,d\n"}, "DOC007"),
    "open quote": ({"Positions.csv": 'Title,Description\nx,"no end\n'}, "DOC005"),
    "bomb": ({"Positions.csv": b"Title\n" + b"\0" * 13_000_000}, "DOC003"),
    "long": ({"Positions.csv": "Title\n" + "".join(f"w{n}\n" for n in range(100_000))}, "DOC008"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_said(name: str) -> None:
    """Trouble is a diagnostic with a place inside the text."""
    files, code = BAD[name]
    reading = read(files)
    assert [each.code for each in reading.diagnostics] == [code]
    assert all(each.span.end <= len(reading.source.text) for each in reading.diagnostics)
    assert len(reading.source.text) <= MAX_TEXT + 100


def test_wrong_encodings_and_damage() -> None:
    """Western and UTF-16 tables are read; a cut archive is a diagnostic."""
    for encoding in ("utf-16", "cp1252", "utf-8-sig"):
        table = "Title,Company Name\nIngénieur,Société Générale\n".encode(encoding)
        (section,) = alone("Positions.csv", table).resume.sections
        assert str(section.entries[0].organization) == "Société Générale"
    content = archive(dict(FILES))
    for end in (len(content) // 2, len(content) - 10):
        assert detect.read(content[:end], "x.zip").diagnostics[0].code == "DOC001"


def test_other_archives_are_none() -> None:
    """A ZIP file without a table of a profile is an unknown format."""
    assert read({"photo.txt": "x"}).diagnostics[0].code == "DOC004"


@given(st.text(max_size=200), st.sampled_from(sorted(FILES)))
def test_any_table_is_answered(text: str, name: str) -> None:
    """Whatever stands in a table, spans stay inside the source."""
    reading = alone(name, f"{FILES[name].splitlines()[0]}\n{text}".encode("utf-8", "replace"))
    length = len(reading.source.text)
    assert all(each.span().end <= length for each in reading.resume.texts())
