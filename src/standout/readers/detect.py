"""Find out by content, then by name, which reader a file is for, and let it read."""

from __future__ import annotations

import codecs
import importlib
import re
from dataclasses import replace

from standout.model import Document, Reading
from standout.patterns import regex
from standout.readers.problems import problem
from standout.source import Source

MAX_BYTES = 40_000_000
MAX_TEXT = {"json": 5_000_000, "yaml": 5_000_000, "markdown": 200_000, "text": 200_000,
            "bibtex": 2_000_000}  # fmt: skip
"""Characters that are read of each text format; a resume has some thousand."""

# Each module is imported when the first file of its format is read.
_BINARY_READERS = {
    "pdf": "standout.readers.pdf",
    "docx": "standout.readers.docx",
    "linkedin": "standout.readers.linkedin",
}
_TEXT_READERS = {
    "json": "standout.readers.structured",
    "yaml": "standout.readers.structured",
    "markdown": "standout.readers.markdown",
    "text": "standout.readers.plain_text",
    "bibtex": "standout.readers.bibtex",
}

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_LINKEDIN = regex(
    rb"(?:Profile|Profile[ _]Summary|Positions|Education|Skills|Certifications|Publications)"
    rb"(?:_\d{1,20})?\.csv",
    re.IGNORECASE,
)
_FOREIGN = (
    (regex(rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0|II\*\0|MM\0\*", re.DOTALL), "a picture"),
    (regex(rb"\s*\{\\rtf"), "Rich Text (RTF)"),
    (regex(rb"\s*(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html)", re.IGNORECASE), "HTML"),
    (regex(rb"(?:\s*%[^\n]*\n)*\s*\\(?:documentclass|input|NeedsTeXFormat)\b"), "LaTeX"),
)
_KNOWN_KEYS = frozenset({
    "standout", "basics", "cv", "work", "experience", "education", "skills", "projects", "awards",
    "publications", "volunteer", "certificates", "languages", "interests", "references", "meta",
    "sections", "summary", "design", "locale", "open_source", "teaching", "talks", "posts",
    "competitions", "courses",
})  # fmt: skip
_TOP_KEY = regex(r"^[\"']?([A-Za-z_$][\w$-]*)[\"']?[ \t]*:(?=[ \t\r\n]|\Z)", re.MULTILINE)
_LEFT_EDGE = regex(r"^(?![ \t\r\n]|#|-(?:[ \t\r]|$)|---|\.\.\.|%YAML|[\]}]).", re.MULTILINE)
_BIBTEX = regex(
    r"(?:\s*%[^\n]*\n)*\s*@(?:article|book|booklet|inbook|incollection|inproceedings|proceedings|"
    r"conference|misc|online|phdthesis|mastersthesis|thesis|techreport|report|unpublished|software|"
    r"dataset|patent|manual|string|preamble|comment)\s*[{(]",
    re.IGNORECASE,
)
_MARKDOWN = regex(r"^#{1,6}[ \t]+\S|\*\*[^*\n]+\*\*|\]\((?:https?:|mailto:)", re.MULTILINE)
_UNDERLINED = regex(r"^(?:={3,}|-{3,})[ \t]*\r?$", re.MULTILINE)
_CONTROL = regex("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def read(content: bytes, name: str) -> Reading:
    """Read any bytes. Nothing a file holds makes this raise."""
    if len(content) > MAX_BYTES:
        return _refusal(content, name, "DOC003", "the file is larger than any resume")
    binary = binary_format(content)
    if binary in _BINARY_READERS:
        reading: Reading = importlib.import_module(_BINARY_READERS[binary]).read(content, name)
        return reading
    if binary is not None:
        code = "DOC002" if binary == "a protected Office file" else "DOC004"
        return _refusal(content, name, code, f"this is {binary}, which cannot be read")
    text = decode(content)
    if not text.strip():
        # Read to its end, unlike what is refused: nothing is what it says of the applicant.
        source = Source(name, "empty", "")
        said = problem("DOC010", "the file is empty")
        return Reading(source, Document("empty", len(content)), diagnostics=(said,))
    if len(_CONTROL.findall(text[:100_000])) > 0.01 * len(text[:100_000]):
        return _refusal(content, name, "DOC004", "this is none of the formats that can be read")
    return _read_text(text, name, len(content))


def binary_format(content: bytes) -> str | None:
    """'pdf', 'docx', 'linkedin', the name of a format that is not read, or None for text."""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_OLE):
        protected = "EncryptedPackage".encode("utf-16-le") in content
        return "a protected Office file" if protected else "an Office file of the old format"
    if content.startswith(_ZIP):
        # The names of its files stand in an archive as they are.
        if b"[Content_Types].xml" not in content and _LINKEDIN.search(content):
            return "linkedin"
        return "docx" if b"word/" in content else "an archive"
    for pattern, what in _FOREIGN:
        if pattern.match(content[:2000]):
            return what
    return None


def text_format(text: str, name: str) -> str:
    """'json', 'yaml', 'bibtex', 'markdown' or 'text'; the suffix decides where content does not."""
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    start = text[:100_000].lstrip()
    if re.match(r"\{\s*[\"}]|\[\s*[\[{\"]", start) or (
        suffix == "json" and start[:1] in ("{", "[")
    ):
        return "json"
    if suffix == "bib" or _BIBTEX.match(text):
        return "bibtex"
    keys = {match[1] for match in _TOP_KEY.finditer(text)}
    lines = len(_LEFT_EDGE.findall(text))
    if keys & _KNOWN_KEYS and len(_TOP_KEY.findall(text)) >= 0.8 * lines:
        return "yaml"
    if suffix in ("yaml", "yml", "json", "jsonc"):
        return "yaml"
    if suffix in ("md", "markdown", "mkd", "qmd", "rmd"):
        return "markdown"
    marked = _MARKDOWN.search(text) or (suffix != "txt" and _UNDERLINED.search(text))
    return "markdown" if marked else "text"


def decode(content: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else the Windows western set."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(content) - error.start < 4 or content.count(b"\0"):
            return content.decode("utf-8", errors="replace")
        return content.decode("cp1252", errors="replace")


def _read_text(text: str, name: str, size: int) -> Reading:
    form = text_format(text, name)
    limit = MAX_TEXT[form]
    # LaTeX between the words of a bibliography would not survive an edit made for its words.
    source = Source(name, form, text[:limit], editable=form != "bibtex")
    reading: Reading = importlib.import_module(_TEXT_READERS[form]).read(source)
    document = replace(reading.document, size=size)
    if len(text) <= limit:
        return replace(reading, document=document)
    cut = problem("DOC008", f"only the first {limit:,} characters were read")
    return replace(reading, document=document, diagnostics=(cut, *reading.diagnostics))


def _refusal(content: bytes, name: str, code: str, message: str) -> Reading:
    source = Source(name, "unknown", "")
    document = Document("unknown", len(content))
    return Reading(source, document, diagnostics=(problem(code, message),))
