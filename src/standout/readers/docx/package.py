"""The archive around a Word document: opened with limits, its XML parsed without entities."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

MAX_PART = 12_000_000
MAX_TOTAL = 40_000_000
MAX_PARTS = 3_000
MAX_RATIO = 150
"""Unpacked to packed. The XML of real resumes shrinks to a tenth, rarely to a fiftieth."""

_SMALL = 2_000_000
"""Below this many unpacked bytes any ratio is harmless."""


class RefusedError(Exception):
    """The package is not read; `code` and the message say why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass
class Package:
    """The parts of an archive by name. `damaged` names those that could not be read whole."""

    archive: zipfile.ZipFile
    damaged: list[str] = field(default_factory=list)
    _read: int = 0

    @classmethod
    def open(cls, content: bytes) -> Package:
        """Open an archive. Raises `RefusedError` for damage, encryption and bombs."""
        try:
            archive = zipfile.ZipFile(io.BytesIO(content))
        except _ZIP_ERRORS as error:
            raise RefusedError("DOC001", f"the archive is damaged: {error}") from error
        parts = archive.infolist()
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > 20 * MAX_TOTAL:
            raise RefusedError("DOC003", "the archive holds more than any document")
        return cls(archive)

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part; None when it is missing or beyond repair."""
        content = self.content(name)
        if content is None:
            return None
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise RefusedError("DOC003", f"{name} defines entities, which no document needs")
        try:
            return etree.fromstring(content, _parser(recover=False))
        except (etree.XMLSyntaxError, ValueError):
            self.damaged.append(name)
        try:
            return etree.fromstring(content, _parser(recover=True))
        except (etree.XMLSyntaxError, ValueError):
            return None

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """The relations of a part: id to (last word of its type, target)."""
        folder, file = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for each in root if root is not None else ():
            target = each.get("Target") or ""
            kind = (each.get("Type") or "").rpartition("/")[2]
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id") or ""] = (kind, target)
        return found

    def content(self, name: str) -> bytes | None:
        """The bytes of a part; None when it is missing or damaged. Raises `RefusedError`."""
        try:
            part = self.archive.getinfo(name)
        except KeyError:
            return None
        if part.flag_bits & 1:
            raise RefusedError("DOC002", "the document is protected by a password")
        packed = max(1, part.compress_size)
        if part.file_size > MAX_PART or (
            part.file_size > _SMALL and part.file_size > MAX_RATIO * packed
        ):
            raise RefusedError("DOC003", f"{name} unpacks to {part.file_size:,} bytes")
        try:
            with self.archive.open(part) as file:
                # The directory may lie about sizes, so the limit is held while reading too.
                content = file.read(MAX_PART + 1)
        except _ZIP_ERRORS:
            self.damaged.append(name)
            return None
        self._read += len(content)
        if len(content) > MAX_PART or self._read > MAX_TOTAL:
            raise RefusedError("DOC003", f"{name} unpacks to more than a document can hold")
        return content


# What the archive module raises for damaged, truncated and unsupported archives.
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )
