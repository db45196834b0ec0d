"""Set every example profile in every theme, for the gallery of the documentation.

The pictures lie in `docs/gallery/` and are not kept in the repository: they follow from the code.
`--montage FILE` also puts one profile in all themes side by side, which the README shows.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import typst

from standout import api
from standout.writers.compose import compose
from standout.writers.design import Design
from standout.writers.typesetting import themes
from standout.writers.typesetting.typesetter import Typesetter

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "gallery"
PROFILES = ROOT / "src" / "standout" / "examples" / "profiles"
LOCALES = {"german": "de"}
"""Profiles that are not written in English."""
SHOWN = "robotics"
"""The profile of the montage."""
PPI = 80
MONTAGE = """#set page(width: 30cm, height: auto, margin: 0.4cm, fill: luma(82%))
#set image(scaling: "smooth")
#grid(columns: 3, gutter: 0.4cm, ..json(bytes(sys.inputs.pictures)).map(image))"""


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--montage", type=Path)
    asked = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    typesetter = Typesetter()
    for path in sorted(PROFILES.glob("*.yaml")):
        resume = api.read(path.read_bytes(), path.name).resume
        for name in themes.NAMES:
            design = Design(theme=name, paper="a4", locale=LOCALES.get(path.stem, "en"))
            sheet = compose(resume, design)
            pages = typesetter.png(sheet, themes.built_in(name), design, PPI)
            (FOLDER / f"{path.stem}-{name}.png").write_bytes(pages[0])
    if asked.montage:
        asked.montage.write_bytes(montage())


def montage() -> bytes:
    """One profile in every theme."""
    names = [f"{SHOWN}-{name}.png" for name in themes.NAMES]
    with tempfile.NamedTemporaryFile("w", suffix=".typ", dir=FOLDER) as main_file:
        main_file.write(MONTAGE)
        main_file.flush()
        given = {"pictures": json.dumps(names)}
        made = typst.compile(main_file.name, format="png", ppi=85, sys_inputs=given)
    assert isinstance(made, bytes)
    return made


if __name__ == "__main__":
    main()
