"""A further reading of a PDF, by poppler's `pdftotext` where it is on the machine."""

from __future__ import annotations

from standout.model import Extraction

SECONDS = 5
"""How long poppler may take; a file that needs longer is compared without it."""


def poppler(content: bytes) -> tuple[Extraction, ...]:
    """What poppler reads in a PDF, page by page; nothing when it is not there or fails."""
    import shutil
    import subprocess

    program = shutil.which("pdftotext")
    if program is None or b"%PDF-" not in content[:1024]:
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
