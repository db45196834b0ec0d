"""Facts about a PDF as a whole: metadata, tags, language, protection, attachments, fonts."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

from standout.model import Document
from standout.readers.pdf.page import PageInk
from standout.readers.pdf.pdfium import Handle, raw, utf16

_KEYS = (
    "Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate",
)  # fmt: skip
MAX_ATTACHMENTS = 50


def facts(handle: Handle, size: int, pages: int, inks: Sequence[PageInk]) -> Document:
    """What an open document says about itself. `size` is in bytes."""
    metadata = {key: text for key in _KEYS if (text := _metadata(handle, key))}
    return Document(
        "pdf",
        size,
        pages,
        metadata,
        tagged=bool(raw.FPDFCatalog_IsTagged(handle)),
        language=_language(handle),
        title=metadata.get("Title"),
        encrypted=raw.FPDF_GetSecurityHandlerRevision(handle) != -1,
        attachments=_attachments(handle),
        fonts=tuple(sorted({name for ink in inks for name in ink.fonts})),
        unmapped_fonts=_unmapped(inks),
    )


def _metadata(handle: Handle, key: str) -> str:
    return utf16(raw.FPDF_GetMetaText, handle, key.encode()).strip()


def _language(handle: Handle) -> str | None:
    size = raw.FPDFCatalog_GetLanguage(handle, None, 0)
    if not 2 < size < 1000:
        return None
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFCatalog_GetLanguage(handle, buffer, size)
    return bytes(buffer)[:-2].decode("utf-16-le", "replace") or None


def _attachments(handle: Handle) -> tuple[str, ...]:
    names = []
    for index in range(min(raw.FPDFDoc_GetAttachmentCount(handle), MAX_ATTACHMENTS)):
        attachment = raw.FPDFDoc_GetAttachment(handle, index)
        if attachment:
            size = raw.FPDFAttachment_GetName(attachment, None, 0)
            if 2 < size < 10_000:
                buffer = (ctypes.c_ushort * (size // 2))()
                raw.FPDFAttachment_GetName(attachment, buffer, size)
                names.append(bytes(buffer)[:-2].decode("utf-16-le", "replace"))
    return tuple(names)


def _unmapped(inks: Sequence[PageInk]) -> tuple[str, ...]:
    """Fonts with a glyph that leads to no character, or to the end of the private area."""
    words = (piece for ink in inks for piece in ink.pieces)
    return tuple(
        sorted({piece.style.font.name or "unnamed" for piece in words if "\ufffd" in piece.text})
    )
