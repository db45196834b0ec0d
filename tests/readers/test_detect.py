"""Formats are found by content; the suffix decides only where the content does not."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standout.readers import detect

JSON = '{"basics": {"name": "Ada Park"}, "work": []}'
NATIVE = "standout: 1\nbasics:\n  name: Ada Park\n"
RENDERCV = "cv:\n  name: Ada Park\n  sections:\n    skills: []\n"
MARKDOWN = "# Ada Park\n\n- [code](https://example.org)\n"
TEXT = "Ada Park\n\nExperience:\n* Engineer at Acme\n"

TEXTS = [
    (JSON, "r.json", "json"),
    (JSON, "r.txt", "json"),
    (JSON, "r", "json"),
    (NATIVE, "r.yaml", "yaml"),
    (NATIVE, "r.txt", "yaml"),
    (RENDERCV, "cv.md", "yaml"),
    ("# a comment\n" + NATIVE, "r", "yaml"),
    ("nmae: x\n  bad: [\n", "r.yml", "yaml"),
    (MARKDOWN, "r.md", "markdown"),
    (MARKDOWN, "r.txt", "markdown"),
    ("Ada Park\n========\n", "r", "markdown"),
    ("Ada Park\n========\n", "r.txt", "text"),
    (TEXT, "r.txt", "text"),
    (TEXT, "resume", "text"),
    (TEXT, "r.md", "markdown"),
    ("Summary: I build\nEducation: MIT\nand so on, with many\nlines of prose\n", "r", "text"),
    ("{basics: {name: Ada}}", "r.yaml", "yaml"),
]


@pytest.mark.parametrize(("text", "name", "form"), TEXTS)
def test_text_format(text: str, name: str, form: str) -> None:
    """Marks of a format in the text outweigh the suffix."""
    assert detect.text_format(text, name) == form


ENCODED = [
    "Zoë Müller".encode(),
    b"\xef\xbb\xbf" + "Zoë Müller".encode(),
    "Zoë Müller".encode("utf-16"),
    b"\xfe\xff" + "Zoë Müller".encode("utf-16-be"),
    "Zoë Müller".encode("utf-32"),
    "Zoë Müller".encode("cp1252"),
]


@pytest.mark.parametrize("content", ENCODED)
def test_encodings(content: bytes) -> None:
    """Byte order marks, UTF-8 without one, and the Windows western set."""
    assert detect.decode(content).lstrip("\ufeff") == "Zoë Müller"


def archive(*names: str) -> bytes:
    """A zip archive with empty members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "")
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
REFUSED = [
    (b"", "DOC010"),
    (b"  \n\t ", "DOC010"),
    (bytes(range(256)) * 20, "DOC004"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "DOC004"),
    (b"{\\rtf1\\ansi Ada}", "DOC004"),
    (b"<!DOCTYPE html><html><body>Ada</body></html>", "DOC004"),
    (b"% my resume\n\\documentclass{article}", "DOC004"),
    (archive("mimetype", "content.xml"), "DOC004"),
    (OLE, "DOC004"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "DOC002"),
    (b"x" * (detect.MAX_BYTES + 1), "DOC003"),
]


@pytest.mark.parametrize(("content", "code"), REFUSED)
def test_what_is_no_resume_is_named(content: bytes, code: str) -> None:
    """Foreign formats, empty files and binary junk are findings, not errors."""
    reading = detect.read(content, "file")
    assert [each.code for each in reading.diagnostics] == [code]
    assert not list(reading.resume.texts())


@given(st.binary(max_size=300), st.sampled_from(["a.yaml", "a.json", "a.docx", "a.md", "a.txt"]))
@example(b"%PDF-1.7 nothing", "a.pdf")
@example(b"PK\x03\x04word/", "a.docx")
def test_any_bytes_are_answered(content: bytes, name: str) -> None:
    """Whatever the bytes, there is a reading whose findings lie in its source."""
    reading = detect.read(content, name)
    length = len(reading.source.text)
    assert all(each.span.end <= length for each in reading.diagnostics)
    for text in reading.resume.texts():
        assert text.span().end <= length


def test_long_texts_are_cut_and_said_so() -> None:
    """A text of millions of characters is read in part."""
    reading = detect.read(b"word\n" * 50_000, "long.txt")
    assert "DOC008" in [each.code for each in reading.diagnostics]
