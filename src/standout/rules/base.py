"""What a rule is, what it may see, and what it answers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from standout.analysis.statement import Analysis, analyse
from standout.diagnostic import Audience, Basis, Fix, Label, Severity
from standout.model import Extraction, Match, Page, Posting, Reading, Resume, Statement
from standout.model.exposure import Exposure
from standout.rules.settings import OptionValue, Settings
from standout.source import Box, Source, Span
from standout.values import frozen

if TYPE_CHECKING:
    from standout.model.evidence import Evidence

_PARTLY = frozenset(("DOC001", "DOC003", "DOC005", "DOC008"))
"""What readers say of a damaged file, one that unpacks to too much, bad syntax, too much text."""


@frozen
class Context:
    """All that a rule may see. Rules read no file, no clock and no network."""

    reading: Reading
    settings: Settings
    today: date
    extractions: tuple[Extraction, ...] = ()
    """What independent extractors read in the same PDF; empty for other formats."""
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    """The running rule's own options: its defaults overlaid with the user's."""
    posting: Posting | None = None
    """The posting that the resume is for, where one was named."""
    match: Match | None = None
    """How the resume answers it."""
    exposure: Exposure | None = None
    """What a first look has likely seen, where the resume has pages and a rule asks for it."""
    evidence: tuple[Evidence, ...] = ()
    """What the ledger beside the profile holds; empty where there is none."""

    @property
    def resume(self) -> Resume:
        """The resume that was read."""
        return self.reading.resume

    @property
    def source(self) -> Source:
        """Where its text stands."""
        return self.reading.source

    @property
    def pages(self) -> tuple[Page, ...]:
        """Its pages; empty for formats without pages."""
        return self.reading.pages

    @property
    def is_whole(self) -> bool:
        """Say whether all of the file was read: of a part nobody can say what it lacks."""
        return _PARTLY.isdisjoint(each.code for each in self.reading.diagnostics)

    def analysis(self, statement: Statement) -> Analysis:
        """What a statement says, slot by slot (computed once for the same words)."""
        return self.analysed(statement.text.value)

    def analysed(self, text: str) -> Analysis:
        """What any sentence says."""
        return analyse(text)

    def number(self, option: str) -> float:
        """A numeric option of the running rule."""
        value = self.options[option]
        if isinstance(value, str | tuple):
            raise TypeError(f"option {option} is not a number")
        return float(value)


@frozen
class Finding:
    """One place where a rule's bad thing stands. `severity` overrides the rule's own."""

    span: Span
    message: str
    fix: Fix | None = None
    labels: tuple[Label, ...] = ()
    severity: Severity | None = None
    page: int | None = None
    box: Box | None = None


Check = Callable[[Context], Iterator[Finding]]


@frozen
class Rule:
    """A check and what is known about it. `name` is the module's: the bad thing."""

    code: str
    name: str
    family: str
    severity: Severity
    basis: Basis
    source: str
    """Where the advice comes from: study, vendor page, or 'practice'."""
    why: str
    """One sentence for a reader who doubts."""
    check: Check
    advice: str = ""
    """What to do where a finding brings no fix of its own."""
    audience: Audience = Audience.RECRUITER
    preview: bool = False
    """Its precision on real resumes is not yet shown to be 0.9: runs only when asked for."""
    off: bool = False
    """Not in the default selection."""
    alone: bool = False
    """Where it finds something, the other rules have nothing to judge."""
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    module: str = ""

    @property
    def manual(self) -> str:
        """The module's docstring: the rule's manual page."""
        return sys.modules[self.module].__doc__ or ""


def rule(
    code: str,
    *,
    severity: Severity,
    basis: Basis,
    source: str,
    why: str,
    advice: str = "",
    audience: Audience = Audience.RECRUITER,
    preview: bool = False,
    off: bool = False,
    alone: bool = False,
    options: Mapping[str, OptionValue] | None = None,
) -> Callable[[Check], Rule]:
    """Make a rule of a generator function. Name and family are the file's and the folder's."""

    def make(check: Check) -> Rule:
        *_, family, module = check.__module__.split(".")
        return Rule(
            code=code,
            name=module.replace("_", "-"),
            family=family,
            severity=severity,
            basis=basis,
            source=source,
            why=why,
            check=check,
            advice=advice,
            audience=audience,
            preview=preview,
            off=off,
            alone=alone,
            options=options or {},
            module=check.__module__,
        )

    return make
