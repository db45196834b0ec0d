"""poppler's `pdftotext`, where it is installed: whole, in order, and the layout too."""

from __future__ import annotations

import shutil
import subprocess
from importlib.resources import files

import pytest

from standout import api
from standout.building.expected import expected
from standout.building.readback import read_back
from standout.model import Extraction, Resume
from standout.writers.compose import compose
from standout.writers.design import Design
from standout.writers.typesetting import themes
from standout.writers.typesetting.typesetter import Typesetter

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not here")
EXAMPLES = [
    each for each in (files("standout") / "examples" / "profiles").iterdir()
    if each.name.endswith(".yaml")
]  # fmt: skip
SETTER = Typesetter()


def profiles() -> list[Resume]:
    """The examples."""
    return [api.read(each.read_bytes(), each.name).resume for each in EXAMPLES]


def pages(pdf: bytes, *options: str) -> tuple[str, ...]:
    """What the program reads."""
    command = ["pdftotext", "-q", "-enc", "UTF-8", *options, "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return tuple(done.stdout.decode().split("\f")[:-1])


@pytest.mark.parametrize("theme", themes.NAMES)
def test_every_example(theme: str) -> None:
    design = Design(theme=theme)
    for resume in profiles():
        sheet = compose(resume, design)
        stretches = expected(resume, sheet, design)
        pdf = SETTER.pdf(sheet, themes.built_in(theme), design)
        # By rows, columns are read straight across.
        ways = ("-raw", "-layout") if themes.built_in(theme).columns == 1 else ("-raw",)
        for way in ways:
            read = Extraction(f"pdftotext {way}", "stream", pages(pdf, way))
            assert not read_back(stretches, read)
        # Without an option it guesses columns. Two heads below one another that have nothing wide
        # between them and the end of their section are the one thing that it takes for some.
        parted = read_back(stretches, Extraction("pdftotext", "block", pages(pdf)))
        assert len(parted) <= 2
