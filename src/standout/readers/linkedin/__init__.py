"""LinkedIn's data export: an archive of tables, of which those of the profile are read.

Messages, connections, advertisements and whatever else such an archive holds are never opened,
nor are the birth date, the street and the maiden name that `Profile.csv` may give.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from standout.model import Document, Reading
from standout.patterns import regex
from standout.readers.detect import decode
from standout.readers.docx.package import Package, RefusedError
from standout.readers.linkedin.files import FILES, SAME_FILE
from standout.readers.linkedin.profile import resume_of
from standout.readers.linkedin.tables import Table, table
from standout.readers.problems import problem
from standout.source import Source, Span, Text

MAX_TEXT = 500_000
"""Characters of tables that are read; a long profile has some ten thousand."""

_MEMBER = regex(r"_\d+$")


def read(content: bytes, name: str) -> Reading:
    """Read an export, basic or complete. Damage, a password and bombs are diagnostics."""
    try:
        return _Export(name, Package.open(content)).reading(len(content))
    except RefusedError as error:
        document = Document("linkedin", len(content), encrypted=error.code == "DOC002")
        said = problem(error.code, str(error))
        return Reading(Source(name, "linkedin", ""), document, diagnostics=(said,))


class _Export:
    """The tables of one archive, written one below the other: the text that spans lead into."""

    def __init__(self, name: str, package: Package) -> None:
        self.name = name
        self.package = package
        self.text = ""
        self.cut = False
        self.found: dict[str, tuple[int, int, int]] = {}

    def reading(self, size: int) -> Reading:
        for key, member in _members(self.package):
            self._add(key, member)
        source = Source(self.name, "linkedin", self.text)
        tables = {key: self._table(key, source) for key in self.found}
        said = [problem("DOC001", f"{each} is damaged") for each in self.package.damaged]
        if self.cut:
            said.append(problem("DOC008", f"only the first {MAX_TEXT:,} characters were read"))
        for key, each in tables.items():
            start, _, _ = self.found[key]
            if each.open_quote:
                at = Span(each.open_quote, each.open_quote + 1)
                said.append(problem("DOC005", "a quote that nothing closes", at))
            if not each.known:
                message = f"{self._title(key, source)} has none of the columns that are known"
                said.append(problem("DOC007", message, Span(start, start)))
        if not tables:
            said.append(problem("DOC004", "the archive holds no table of a LinkedIn profile"))
        resume = resume_of(tables, {key: self._title(key, source) for key in tables})
        return Reading(source, Document("linkedin", size), resume, diagnostics=tuple(said))

    def _add(self, key: str, member: str) -> None:
        content = self.package.content(member)
        if content is None:
            return
        text = decode(content).replace("\0", " ")
        room = MAX_TEXT - len(self.text)
        self.cut = self.cut or len(text) > room
        title = posixpath.basename(member)
        start = len(self.text)
        body = start + len(title) + 1
        self.text += f"{title}\n{text[:room]}"
        self.found[key] = (start, body, len(self.text))
        self.text += "\n\n"

    def _table(self, key: str, source: Source) -> Table:
        _, start, end = self.found[key]
        return table(Text.of(source, start, end), FILES[key])

    def _title(self, key: str, source: Source) -> Text:
        """The name of a table's file, without its suffix."""
        start, body, _ = self.found[key]
        title = Text.of(source, start, body - 1)
        return title[: title.value.lower().rfind(".csv")]


def _members(package: Package) -> Iterator[tuple[str, str]]:
    """The files of the profile, in the order of `FILES`, wherever in the archive they are."""
    found: dict[str, str] = {}
    for name in sorted(package.archive.namelist(), key=lambda each: (each.count("/"), each)):
        stem, dot, suffix = posixpath.basename(name).rpartition(".")
        if dot and suffix.lower() == "csv" and not stem.startswith("."):
            plain = re.sub(r"[\W_]", "", _MEMBER.sub("", stem).lower())
            found.setdefault(SAME_FILE.get(plain, plain), name)
    return ((key, found[key]) for key in FILES if key in found)
