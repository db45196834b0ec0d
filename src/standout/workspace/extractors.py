"""What other programs read in the same PDF: pdfminer.six, and poppler where it is there."""

from __future__ import annotations

from standout.model import Extraction
from standout.rules.settings import Settings

SECONDS = 5
"""How long poppler may take; a file that needs longer is compared without it."""


def further(content: bytes, settings: Settings) -> tuple[Extraction, ...]:
    """What the extractors that the settings allow read in a PDF; nothing for other formats."""
    if b"%PDF-" not in content[:1024]:
        return ()
    return (
        *(_pdfminer(content) if settings.pdfminer else ()),
        *(poppler(content) if settings.poppler else ()),
    )


def _pdfminer(content: bytes) -> tuple[Extraction, ...]:
    from standout.readers.pdf.extractors import pdfminer_extraction

    found = pdfminer_extraction(content)
    return (found,) if found else ()


def poppler(content: bytes) -> tuple[Extraction, ...]:
    """What poppler reads in a PDF, page by page; nothing when it is not there or fails."""
    import shutil
    import subprocess

    program = shutil.which("pdftotext")
    if program is None:
        return ()
    try:
        # The file comes through a pipe: its name never reaches another program.
        done = subprocess.run(  # noqa: S603 - a fixed command, found on the path
            [program, "-q", "-enc", "UTF-8", "-l", "10", "-", "-"],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    pages = done.stdout.decode("utf-8", errors="replace").split("\f")
    return (Extraction("poppler", "block", tuple(pages[:-1])),)
