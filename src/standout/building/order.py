"""What can be asked of a build."""

from __future__ import annotations

from standout.values import frozen
from standout.writers.design import Design
from standout.writers.typesetting.themes import Theme

SUFFIXES = {
    "pdf": ".pdf",
    "docx": ".docx",
    "html": ".html",
    "txt": ".txt",
    "json": ".json",
    "rendercv": ".rendercv.yaml",
    "yaml": ".yaml",
    "png": ".png",
}
"""The formats that can be built, each with what its files end with; pictures have one a page."""
FITS = ("page",)
"""What content can be made to fit."""


@frozen
class Order:
    """What to build: the theme, the design over it, the version (`tags`) and the formats.

    `fit` is '' or one of `FITS`. `archival` asks for PDF/A-2a beside PDF/UA-1. `pages` is the
    most the content may take, 0 for any number; None leaves it to the theme.
    """

    theme: Theme
    design: Design
    tags: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("pdf",)
    fit: str = ""
    archival: bool = False
    pages: int | None = None

    @property
    def limit(self) -> int:
        """The most pages the content may take, 0 for any number."""
        return self.theme.pages if self.pages is None else self.pages
