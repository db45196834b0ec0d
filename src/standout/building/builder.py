"""One build: a reading of a profile in, files and findings out. Nothing is written to disk."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from functools import cached_property, partial

from standout.building.checking import Printed, check
from standout.building.fitting import Fit, fitted
from standout.building.order import Order
from standout.building.uncovered import letters_apart, uncovered
from standout.diagnostic import Diagnostic
from standout.errors import BuildError
from standout.model import Extraction, Reading, Resume
from standout.model.tagged import tagged, tags_of
from standout.values import frozen
from standout.writers.compose import compose
from standout.writers.design import Design
from standout.writers.sheet import Sheet
from standout.writers.typesetting import fonts
from standout.writers.typesetting.complaints import UncoveredError
from standout.writers.typesetting.themes import Theme
from standout.writers.typesetting.typesetter import ARCHIVAL, PAGES, UA, Typesetter


@frozen
class Built:
    """What was built: each format's files in order (pictures have one a page), and findings.

    `adjustments` say what fitting changed, a sentence each. `printed` is what the page was set
    from, where one was.
    """

    files: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    adjustments: tuple[str, ...] = ()
    printed: Printed | None = None

    @property
    def pages(self) -> int:
        """Pages of the PDF or pictures; 0 where only formats without pages were built."""
        for content in self.files.get("pdf", ()):
            found = PAGES.search(content)
            return int(found[1]) if found else 0
        return len(self.files.get("png", ()))


class Builder:
    """Builds, and keeps the typesetter warm for the next build."""

    def __init__(self, font_paths: tuple[str, ...] = ()) -> None:
        self.font_paths = font_paths

    @cached_property
    def typesetter(self) -> Typesetter:
        """Made when the first page is set: data formats need none."""
        return Typesetter(self.font_paths)

    def build(
        self, reading: Reading, order: Order, done: Callable[[int], None] | None = None
    ) -> Built:
        """The files of an order, unchecked. Raises `BuildError` where a page cannot be set.

        `done` is told after each format how many there are.
        """
        chosen = replace(reading, resume=version(reading.resume, order.tags))
        sheet = compose(chosen.resume, order.design)
        fit = self._fit(sheet, order)
        order = replace(order, design=fit.design)
        self._refuse_unknown_fonts(order)
        files: dict[str, tuple[bytes, ...]] = {}
        try:
            for each in order.formats:
                files[each] = self._files(each, chosen, sheet, order)
                if done is not None:
                    done(len(files))
        except UncoveredError as error:
            return Built(diagnostics=tuple(uncovered(chosen.resume, error)))
        printed = _printed(files, chosen.resume, sheet, order, fit)
        return Built(files, self._letters_apart(chosen.resume, order), fit.changes, printed)

    def _letters_apart(self, resume: Resume, order: Order) -> tuple[Diagnostic, ...]:
        """What is to be said of a page in Arabic, where no face is there that joins its letters."""
        if not {"pdf", "png"} & set(order.formats):
            return ()
        family = order.design.font or order.theme.font
        joined = fonts.joins_letters(family, self.typesetter.families)
        return () if joined else tuple(letters_apart(resume))

    def _refuse_unknown_fonts(self, order: Order) -> None:
        """Raise `BuildError` for a font that would be replaced without a word."""
        if not {"pdf", "png"} & set(order.formats):
            return
        design, theme = order.design, order.theme
        asked = (design.font or theme.font, design.heading_font or theme.heading_font)
        known = {each.casefold(): each for each in self.typesetter.families}
        for name in asked:
            if name.casefold() not in known:
                near = difflib.get_close_matches(name.casefold(), known, n=1)
                guess = f"did you mean `{known[near[0]]}`? " if near else ""
                hint = f"{guess}--font-path names a folder with more fonts"
                raise BuildError(f"there is no font `{name}`", hint)

    def _fit(self, sheet: Sheet, order: Order) -> Fit:
        if order.fit != "page" or not order.limit:
            return Fit(order.design, fits=True)
        count = partial(self.typesetter.pages, sheet, order.theme)
        return fitted(order.design, order.theme, order.limit, count)

    def _files(self, form: str, reading: Reading, sheet: Sheet, order: Order) -> tuple[bytes, ...]:
        if form == "pdf":
            standards = ARCHIVAL if order.archival else UA
            return (self.typesetter.pdf(sheet, order.theme, order.design, standards),)
        if form == "png":
            return tuple(self.typesetter.png(sheet, order.theme, order.design))
        if form in _OF_SHEET:
            return (_OF_SHEET[form](sheet, order.theme, order.design),)
        return (_OF_READING[form](reading).encode("utf-8", "backslashreplace"),)


def checked(built: Built, further: Iterable[Extraction] = ()) -> Built:
    """The same with what reading the page again finds.

    `further` are what other extractors read in the PDF, beside the built-in ones.
    """
    if built.printed is None:
        return built
    return replace(built, diagnostics=(*built.diagnostics, *check(built.printed, further)))


def _printed(
    files: Mapping[str, tuple[bytes, ...]], resume: Resume, sheet: Sheet, order: Order, fit: Fit
) -> Printed | None:
    if "pdf" not in files:
        return None
    columns, tightened = order.theme.columns, not fit.fits
    page = files["pdf"][0]
    return Printed(resume, sheet, order.design, page, columns, order.limit, tightened)


def version(resume: Resume, tags: tuple[str, ...]) -> Resume:
    """The resume for some tags; all of it for none. Raises `BuildError` for an unknown tag."""
    known = {tag.casefold() for tag in tags_of(resume)}
    unknown = [tag for tag in tags if tag.casefold() not in known]
    if unknown:
        hint = f"the profile's tags: {', '.join(sorted(known))}" if known else "it has no tags"
        raise BuildError(f"nothing in the profile is tagged `{unknown[0]}`", hint)
    return tagged(resume, tags) if tags else resume


def _docx(sheet: Sheet, theme: Theme, design: Design) -> bytes:
    from standout.writers import docx

    return docx.write(sheet, theme, design)


def _html(sheet: Sheet, theme: Theme, design: Design) -> bytes:
    from standout.writers import html

    return html.write(sheet, theme, design).encode("utf-8")


def _text(sheet: Sheet, _theme: Theme, _design: Design) -> bytes:
    from standout.writers import plain_text

    return plain_text.write(sheet).encode("utf-8")


def _json(reading: Reading) -> str:
    from standout.writers import json_resume

    return json_resume.write(reading)


def _rendercv(reading: Reading) -> str:
    from standout.writers import rendercv

    return rendercv.write(reading.resume)


def _yaml(reading: Reading) -> str:
    from standout.writers import profile

    return profile.write(reading.resume)


# Formats of pages, and formats of data. A new one also needs its suffix in `order.SUFFIXES`.
_OF_SHEET: Mapping[str, Callable[[Sheet, Theme, Design], bytes]] = {
    "docx": _docx,
    "html": _html,
    "txt": _text,
}
_OF_READING: Mapping[str, Callable[[Reading], str]] = {
    "json": _json,
    "rendercv": _rendercv,
    "yaml": _yaml,
}
