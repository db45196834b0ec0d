"""One build: a reading of a profile in, files and findings out. Nothing is written to disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from standout.diagnostic import Diagnostic
from standout.errors import BuildError
from standout.model import Reading, Resume
from standout.model.tagged import tagged, tags_of
from standout.writers.compose import compose
from standout.writers.design import Design
from standout.writers.sheet import Sheet
from standout.writers.typesetting.themes import Theme
from standout.writers.typesetting.typesetter import Typesetter


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the theme, the design over it, the version (`tags`) and the formats."""

    theme: Theme
    design: Design
    tags: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("pdf",)


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: each format's files in order (pictures have one a page), and findings."""

    files: Mapping[str, tuple[bytes, ...]]
    diagnostics: tuple[Diagnostic, ...] = ()


class Builder:
    """Builds, and keeps the typesetter warm for the next build."""

    def __init__(self, font_paths: tuple[str, ...] = ()) -> None:
        self.font_paths = font_paths

    @cached_property
    def typesetter(self) -> Typesetter:
        """Made when the first page is set: data formats need none."""
        return Typesetter(self.font_paths)

    def build(self, reading: Reading, order: Order) -> Built:
        """The files of an order. Raises `BuildError` where a page cannot be set."""
        sheet = compose(version(reading.resume, order.tags), order.design)
        files = {each: self._file(each, sheet, order) for each in order.formats}
        return Built(files)

    def _file(self, form: str, sheet: Sheet, order: Order) -> tuple[bytes, ...]:
        if form == "pdf":
            return (self.typesetter.pdf(sheet, order.theme, order.design),)
        return tuple(self.typesetter.png(sheet, order.theme, order.design))


def version(resume: Resume, tags: tuple[str, ...]) -> Resume:
    """The resume for some tags; all of it for none. Raises `BuildError` for an unknown tag."""
    known = {tag.casefold() for tag in tags_of(resume)}
    unknown = [tag for tag in tags if tag.casefold() not in known]
    if unknown:
        hint = f"the profile's tags: {', '.join(sorted(known))}" if known else "it has no tags"
        raise BuildError(f"nothing in the profile is tagged `{unknown[0]}`", hint)
    return tagged(resume, tags) if tags else resume
