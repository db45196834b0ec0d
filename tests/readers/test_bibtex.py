"""BibTeX: its grammar, LaTeX in it, names, venues, dates and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.model import Entry, Reading, SectionKind
from standout.readers import detect


def read(text: str) -> Reading:
    """Read a bibliography."""
    return detect.read(text.encode(), "publications.bib")


def only(fields: str, kind: str = "article") -> Entry:
    """The one entry of a bibliography with these fields."""
    reading = read(f"@{kind}{{key,\n  {fields}\n}}\n")
    assert reading.diagnostics == ()
    (section,) = reading.resume.sections
    (entry,) = section.entries
    return entry


LATEX = {
    r"Zo\"{e} M{\"u}ller na\"{\i}ve \"Uber": "Zoë Müller naïve Über",
    r"\'El\`eve \^ile \~n ma\c{c}on \v{S}\H{o}\k{a}\r{u}\u{g}": "Élève île ñ maçon Šőąůğ",
    r"Stra\ss e {\ss} {\O}re \L{}\'od\'z {\ae} \aa": "Straße ß Øre Łódź æ å",
    r"{Deep} {BERT}-like \emph{very} {\it slow} \textbf{nets}": "Deep BERT-like very slow nets",
    r"Rates of 5\% \& more\_so \#1 \{x\}": "Rates of 5% & more_so #1 {x}",
    r"On $\alpha$-stable $O(n^2)$ laws": r"On $\alpha$-stable $O(n^2)$ laws",
    "A -- b --- c ``d'' e~f": "A – b — c “d” e f",
    "two\n   lines\\\\ and \\, spaces": "two lines and spaces",
    r"\LaTeX\ in \TeX{}nical \textregistered{} use\ldots": "LaTeX in TeXnical ® use…",
    r"cost of $5": "cost of $5",
    r"\~{} and \^{}": "~ and ^",
    "{{Ünï 学習}}": "Ünï 学習",
}


@pytest.mark.parametrize("written", LATEX)
def test_latex(written: str) -> None:
    """Accents and signs become Unicode; maths stays; every character has a place."""
    title = only(f"title = {{{written}}}").title
    assert title is not None
    assert title.value == LATEX[written]


NAMES = {
    "Ada Lind and Bo Ito": ["Ada Lind", "Bo Ito"],
    "Lind, Ada and Ito, B.": ["Ada Lind", "B. Ito"],
    "de la Cruz, Jos{\\'e}\n   and van Gogh, Jr., V": ["José de la Cruz", "V van Gogh Jr."],
    "{OpenGrasp and Friends} and others": ["OpenGrasp and Friends", "et al."],
    "Sanders, Anderson and Alexandra Andrews": ["Anderson Sanders", "Alexandra Andrews"],
    "family=Gogh, given=Vincent, prefix=van": ["Vincent van Gogh"],
    "Plato": ["Plato"],
    "Wei Lind 0001 and Ito* , Bo": ["Wei Lind", "Bo Ito*"],
    "": [],
}


@pytest.mark.parametrize("written", NAMES)
def test_names(written: str) -> None:
    """People in order, first names first."""
    entry = only(f"title={{x}}, author = {{{written}}}")
    assert [str(each) for each in entry.authors] == NAMES[written]


VENUES = [
    ("article", "journal={Nature}, publisher={P}", "Nature"),
    ("article", "journaltitle={Nature}", "Nature"),
    ("inproceedings", "booktitle={Proc. of X}, publisher={ACM}, organization={O}", "Proc. of X"),
    ("book", "publisher={MIT Press}", "MIT Press"),
    ("phdthesis", "school={ENS}", "PhD thesis, ENS"),
    ("mastersthesis", "school={ENS}, type={Diploma thesis}", "Diploma thesis, ENS"),
    ("thesis", "institution={ENS}, type={phdthesis}", "PhD thesis, ENS"),
    ("techreport", "institution={Lab}", "Technical report, Lab"),
    ("misc", "eprint={2101.00001}, archivePrefix={bioRxiv}", "bioRxiv"),
    ("misc", "eprint={2101.00001}", "arXiv"),
    ("misc", r"howpublished={\url{https://example.org}}", None),
]


@pytest.mark.parametrize(("kind", "fields", "venue"), VENUES)
def test_venues(kind: str, fields: str, venue: str | None) -> None:
    """Where it appeared; theses and reports say what they are."""
    found = only(f"title={{x}}, {fields}", kind).venue
    assert (str(found) if found else None) == venue


DATES = [
    ("year=2021", "2021"), ("year={2021}, month=mar", "2021-03"),
    ('year="2021", month="March"', "2021-03"), ("year=2021, month={3}", "2021-03"),
    ("year=2021, month={Sommer}", "2021-06"), ("date={2021-03-09}", "2021-03-09"),
    ("year=2021, month={?}", "2021"), ("year={to appear}", None),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "iso"), DATES)
def test_dates(fields: str, iso: str | None) -> None:
    """Year and month, however they are written."""
    dates = only(f"title={{x}}, {fields}").dates
    assert dates is not None
    assert (dates.end.iso() if dates.end else None) == iso


ADDRESSES = [
    (r"doi={10.1000/a\_b}", ["https://doi.org/10.1000/a_b"]),
    ("doi={https://doi.org/10.1/x}, url={http://dx.doi.org/10.1/x}", ["https://doi.org/10.1/x"]),
    ("eprint={2101.00001}, archiveprefix={arXiv}", ["https://arxiv.org/abs/2101.00001"]),
    ("eprint={arXiv:2101.00001v2}", ["https://arxiv.org/abs/2101.00001v2"]),
    ("journal={arXiv preprint arXiv:2101.00001}", ["https://arxiv.org/abs/2101.00001"]),
    ("journal={CoRR}, volume={abs/2101.00001}", ["https://arxiv.org/abs/2101.00001"]),
    (r"howpublished={\url{https://example.org/a\_b?c=d\%20e}}",
     ["https://example.org/a_b?c=d%20e"]),
    ("note={Code: https://example.org/~ada}", ["https://example.org/~ada"]),
    ("arxiv={2101.00001}, code={https://example.org/c}, pdf={paper.pdf}",
     ["https://arxiv.org/abs/2101.00001", "https://example.org/c"]),
    ("doi={none}", []),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "urls"), ADDRESSES)
def test_addresses(fields: str, urls: list[str]) -> None:
    """DOI, preprint and address, each once."""
    assert [each.url for each in only(f"title={{x}}, {fields}").links] == urls


FILE = """\
% Publications of Ada Lind
@string{corl = "Conference on Robot Learning"}
@String(pmlr = {PMLR})
@comment{jabref-meta: databaseType:bibtex;}
@preamble{"\\newcommand{\\x}{y}"}

@inproceedings{old, crossref = {vol}, title = "Old \\"{a} work", author = {Ada Lind},
  note = {Best paper award}}
@article{new, title = {New work}, author = "Lind, Ada", journal = corl # ", " # pmlr, year = 2023}
@proceedings{vol, title = {Proc. of X}, year = 2020, editor = {Ed Itor}, doi = {10.1/vol}}
@article(round, title = {Round work}, year = {2021},)
@article{late, title = {Late work}}
"""


def test_a_whole_file() -> None:
    """Abbreviations, comments, volumes referred to, brackets; the latest first, no volume."""
    reading = read(FILE)
    assert reading.diagnostics == ()
    assert reading.document.format == "bibtex"
    assert not reading.source.editable
    (section,) = reading.resume.sections
    assert section.kind is SectionKind.PUBLICATIONS
    found = [(str(each.title), str(each.venue)) for each in section.entries]
    assert found == [
        ("New work", "Conference on Robot Learning, PMLR"),
        ("Round work", "None"),
        ("Old ä work", "Proc. of X"),
        ("Late work", "None"),
    ]
    old = section.entries[2]
    assert old.dates is not None
    assert old.links == ()
    assert [str(each) for each in old.description] == ["Best paper award"]


BROKEN = [
    ("@article{a, title={Open, year=2000}\n@article{b, title={Next}}", "Next"),
    ("@article{a, title=}\n@article{b, title={Next}}", "Next"),
    ("@article{a, title {x}}\n@article{b, title={Next}}", "Next"),
    ("@article{a\n@article{b, title={Next}}", "Next"),
    ("@article{b, title={Next}", "Next"),
    ('@article{a, title="x}\n@article{b, title={Next}}', "Next"),
]


@pytest.mark.parametrize(("text", "title"), BROKEN)
def test_what_breaks_the_grammar_is_said_and_passed(text: str, title: str) -> None:
    """A broken entry has a located finding, the next one is read."""
    reading = read(text)
    assert [each.code for each in reading.diagnostics] == ["DOC005"]
    (section,) = reading.resume.sections
    assert title in [str(each.title) for each in section.entries]


def test_front_matter_of_a_site() -> None:
    """Files of academic sites open with empty front matter and hold fields of their own."""
    text = "---\n---\n\n@article{a, abbr={X}, selected={true}, title={One}, award={Best paper}}\n"
    reading = read(text)
    assert reading.diagnostics == ()
    (entry,) = reading.resume.sections[0].entries
    assert [str(each) for each in entry.description] == ["Best paper"]


def test_found_by_content() -> None:
    """A bibliography needs no suffix; a resume that quotes one is none."""
    assert detect.read(FILE.encode(), "stdin").document.format == "bibtex"
    quoted = "# Ada\n\nCite as\n\n@article{a,\n  title={x}\n}\n"
    assert detect.read(quoted.encode(), "ada.md").document.format == "markdown"


def test_abbreviations_cannot_multiply() -> None:
    """Abbreviations of abbreviations stay short."""
    text = "@string{a={xxxxxxxxxx}}\n" + "@string{a = a # a # a # a}\n" * 30
    (section,) = read(text + "@article{k, title = a, year = 2020}").resume.sections
    assert len(str(section.entries[0].title)) <= 20_000


PIECES = ["@article{a,", "@string{", "title", "=", "{", "}", '"', "#", ",", "\\", "\\'", "$", "%",
          "and", " ", "\n", "é", "\\url{", "2020", "author={A and B}", "@", "(", ")"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_anything_is_answered(text: str) -> None:
    """No text raises; every span lies in the source."""
    reading = read(text)
    spans = [each.span() for each in reading.resume.texts()]
    spans += [each.span for each in reading.diagnostics]
    assert all(each.end <= len(reading.source.text) for each in spans)
