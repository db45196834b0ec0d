"""What was read and all that was found in it."""

from __future__ import annotations

from standout.diagnostic import Diagnostic
from standout.model.exposure import Exposure
from standout.model.reading import Reading
from standout.source import Location
from standout.values import frozen


@frozen
class Report:
    """A reading and all that was found in it, in document order."""

    reading: Reading
    diagnostics: tuple[Diagnostic, ...] = ()
    exposure: Exposure | None = None
    """What a first look has likely seen, for reports that show it."""

    @property
    def name(self) -> str:
        """The file's name, as it was given."""
        return self.reading.source.name

    def quote(self, each: Diagnostic) -> str:
        """The words a finding is about; '' where it is about no words."""
        return self.reading.source.text[each.span.start : each.span.end]

    def location(self, each: Diagnostic) -> Location:
        """Where a finding stands; its own page and box go before those of its words."""
        found = self.reading.source.location(each.span)
        if each.page is None and each.box is None:
            return found
        return Location(
            found.line,
            found.column,
            found.end_line,
            found.end_column,
            each.page or found.page,
            each.box,
        )
