"""What a user may set: which rules run, how heavy they weigh, and what the reader expects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from standout.diagnostic import Severity
from standout.model import SectionKind
from standout.values import frozen

OptionValue = bool | int | float | str | tuple[str, ...]

K = SectionKind
INDUSTRY_ORDER = (
    K.SKILLS, K.EXPERIENCE, K.PROJECTS, K.OPEN_SOURCE, K.PUBLICATIONS, K.EDUCATION,
)  # fmt: skip
RESEARCH_ORDER = (
    K.EDUCATION, K.EXPERIENCE, K.PUBLICATIONS, K.PROJECTS, K.OPEN_SOURCE, K.SKILLS,
)  # fmt: skip
GRADUATE_ORDER = (
    K.SKILLS, K.PROJECTS, K.EXPERIENCE, K.OPEN_SOURCE, K.PUBLICATIONS, K.EDUCATION,
)  # fmt: skip
REGIONS = ("us", "ca", "uk", "ie", "au", "nz", "eu", "de", "fr", "es", "jp", "in")


@frozen
class Ignore:
    """A finding the applicant chose to live with. `where` is a part of the quoted text or ''."""

    code: str
    because: str
    where: str = ""


@frozen
class Settings:
    """Settings of a check, as `standout.toml` or `[tool.standout]` give them."""

    preset: str = "industry"
    """'industry', 'research' or 'new-grad'."""
    page_limit: int = 1
    """Pages the resume may have; 0 for no limit."""
    section_order: tuple[SectionKind, ...] = INDUSTRY_ORDER
    """The expected order of sections; others may stand anywhere after them."""
    region: str = "us"
    """Target region: 'us', 'ca', 'uk', 'ie', 'au', 'nz', 'eu', 'de', 'fr', 'es', 'jp', 'in'."""
    select: tuple[str, ...] = ()
    """Codes or code prefixes to run; empty for the default selection."""
    extend_select: tuple[str, ...] = ()
    """Codes or prefixes to run besides the default selection."""
    ignore: tuple[str, ...] = ()
    """Codes or prefixes not to run."""
    preview: bool = False
    """Also run rules whose precision is not yet shown."""
    pdfminer: bool = True
    """Also read a PDF with pdfminer.six: other code, a twentieth of a second a page."""
    poppler: bool = True
    """Also read a PDF with poppler's `pdftotext`, where that program is on the machine."""
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Severity by code, in place of the rule's own."""
    ignores: tuple[Ignore, ...] = ()
    """Single findings to leave out, each with its reason."""
    options: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)
    """Options by rule name."""


PRESETS: Mapping[str, Settings] = {
    "industry": Settings(),
    "research": Settings(preset="research", page_limit=0, section_order=RESEARCH_ORDER),
    "new-grad": Settings(preset="new-grad", section_order=GRADUATE_ORDER),
}
