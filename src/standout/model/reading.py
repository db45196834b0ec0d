"""A reader's whole answer."""

from __future__ import annotations

from dataclasses import field

from standout.diagnostic import Diagnostic
from standout.model.page import Document, Page
from standout.model.resume import Resume
from standout.source import Source
from standout.values import frozen


@frozen
class Reading:
    """What was read: never an exception, whatever the bytes.

    `diagnostics` hold what the reader could not take (damage, a password, an unknown key).
    """

    source: Source
    document: Document
    resume: Resume = field(default_factory=Resume)
    pages: tuple[Page, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
