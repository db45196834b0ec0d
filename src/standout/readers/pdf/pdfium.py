"""The door to pdfium: everything that crosses into C, and nothing that decides.

Raw bindings, because pypdfium2's helpers cost a third of the start-up time.
pdfium is not thread-safe, so one lock guards every open file.
"""

from __future__ import annotations

import ctypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pypdfium2_raw as raw

__all__ = [
    "DamagedError", "Handle", "PasswordError", "address", "characters", "narrow", "opened", "page",
    "raw", "text_page", "utf16",
]  # fmt: skip

Handle = Any
"""A pointer into pdfium's own memory."""

_LOCK = threading.RLock()
_PASSWORD_ERRORS = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


class DamagedError(Exception):
    """pdfium cannot open the file."""


class PasswordError(Exception):
    """The file asks for a password."""


@cache
def _start() -> None:
    raw.FPDF_InitLibrary()


@contextmanager
def opened(content: bytes) -> Iterator[Handle]:
    """An open document. Raises `DamagedError` or `PasswordError`."""
    with _LOCK:
        _start()
        document = raw.FPDF_LoadMemDocument64(content, len(content), None)
        if not document:
            locked = raw.FPDF_GetLastError() in _PASSWORD_ERRORS
            raise PasswordError if locked else DamagedError
        try:
            yield document
        finally:
            raw.FPDF_CloseDocument(document)


@contextmanager
def page(document: Handle, index: int) -> Iterator[Handle | None]:
    """A loaded page, counted from 0; None where it is damaged."""
    handle = raw.FPDF_LoadPage(document, index)
    try:
        yield handle or None
    finally:
        if handle:
            raw.FPDF_ClosePage(handle)


@contextmanager
def text_page(handle: Handle) -> Iterator[Handle | None]:
    """The characters of a loaded page; None where they cannot be had."""
    characters = raw.FPDFText_LoadPage(handle)
    try:
        yield characters or None
    finally:
        if characters:
            raw.FPDFText_ClosePage(characters)


def characters(text: Handle, limit: int) -> str:
    """The characters of a page in drawing order, one string index a pdfium character."""
    count = min(raw.FPDFText_CountChars(text), limit)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = raw.FPDFText_GetText(text, 0, count, buffer)
    if written == count + 1:
        units = bytes(buffer)[: 2 * count]
        if not re.search(rb"[\xd8-\xdf]", units[1::2]):
            return units.decode("utf-16-le")
    # Characters beyond the basic plane, which pdfium counts as two surrogates, or some that the
    # text leaves out: ask one by one. `clean` joins the surrogates.
    return "".join(_character(text, index) for index in range(count))


def _character(text: Handle, index: int) -> str:
    code = raw.FPDFText_GetUnicode(text, index)
    return chr(code) if 0 < code < 0x110000 else "\ufffd"


def utf16(read: Any, *arguments: Any) -> str:
    """What a pdfium function writes that first says how many bytes of UTF-16 it needs."""
    size = read(*arguments, None, 0)
    if not 2 < size < 1_000_000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    read(*arguments, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def narrow(read: Any, *arguments: Any) -> str:
    """The same for functions that write bytes of UTF-8."""
    size = read(*arguments, None, 0)
    if not 1 < size < 1_000_000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    read(*arguments, buffer, size)
    return buffer.raw[: size - 1].decode("utf-8", "replace")


def address(handle: Handle) -> int:
    """The identity of a handle."""
    return ctypes.addressof(handle.contents) if handle else 0
