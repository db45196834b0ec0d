"""How tests check an example of any format."""

from __future__ import annotations

import datetime
import io
import re
from functools import cache
from pathlib import Path

from standout import api
from standout.diagnostic import Diagnostic
from standout.model import Posting
from standout.model.evidence import Evidence, Verification
from standout.rules.manual import Example
from standout.rules.settings import Settings

SUFFIXES = {"yaml": "yaml", "markdown": "md", "text": "txt", "typst": "pdf", "docx": "docx"}


@cache
def fixture(path: Path) -> tuple[bytes, str]:
    """The bytes and the name of a fixture; of a Typst source, those of its PDF."""
    if path.suffix == ".typ":
        return typeset(path.read_text(encoding="utf-8")), f"{path.stem}.pdf"
    return path.read_bytes(), path.name


def check_example(
    example: Example, settings: Settings, today: datetime.date
) -> tuple[Diagnostic, ...]:
    """Check one example; `typst` and `docx` ones are made into files of their kind first.

    The file's name is the example's setting `name`, if it has one; its setting `posting` is the
    posting to check against, with `|` between its lines; `evidence` is a ledger, `id: statement`
    with `|` between its pieces.
    """
    content = example.text.encode()
    if example.format == "typst":
        content = typeset(example.text)
    elif example.format == "docx":
        content = word_file(example.text)
    given = dict(example.settings)
    name = given.get("name", f"example.{SUFFIXES[example.format]}")
    posting = _posting(given["posting"]) if "posting" in given else None
    pieces = given.get("evidence", "").split("|")
    ledger = tuple(_evidence(each) for each in pieces if each)
    case = api.Case(settings, today, posting, evidence=ledger)
    return api.check(content, name, case).diagnostics


def _evidence(piece: str) -> Evidence:
    """A piece of a ledger; its kind is the start of its id, its year that of its words."""
    name, _, statement = piece.strip().partition(": ")
    year = re.findall(r"\b(?:19|20)\d\d\b", statement)
    kind = name.partition("/")[0]
    verified = Verification.COMPUTED
    return Evidence(name, kind, statement, verified, date=year[-1] if year else "")


def _posting(lines: str) -> Posting:
    text = lines.replace("|", "\n").encode()
    return next(iter(api.read_postings(text, "posting.txt"))).posting


def typeset(markup: str) -> bytes:
    """A PDF of Typst markup, with the fonts that ship with Typst only."""
    import typst

    document = typst.compile(markup.encode(), ignore_system_fonts=True)
    assert isinstance(document, bytes)
    return document


def word_file(lines: str) -> bytes:
    """A DOCX with a paragraph a line.

    `header: ...` goes above, `white: ...` is white, `| a | b |` lines are a table.
    """
    import docx
    import docx.shared

    document = docx.Document()
    table = None
    for line in lines.splitlines():
        if line.startswith("header: "):
            document.sections[0].header.paragraphs[0].text = line.removeprefix("header: ")
        elif line.startswith("white: "):
            run = document.add_paragraph().add_run(line.removeprefix("white: "))
            run.font.color.rgb = docx.shared.RGBColor(255, 255, 255)
        elif line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            table = table or document.add_table(0, len(cells))
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
        else:
            document.add_paragraph(line)
            table = None
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()
