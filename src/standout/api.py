"""The verbs. Every face calls these and nothing below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from standout.building.findings import FINDINGS, Finding
from standout.diagnostic import Applicability, Diagnostic
from standout.errors import NotEditableError, UsageError
from standout.model import (
    Document,
    Extraction,
    Matched,
    Posting,
    PostingReading,
    Reading,
    Report,
)
from standout.readers import detect
from standout.readers.problems import PROBLEMS, Problem
from standout.rules import fixing
from standout.rules.notices import INTERNAL, NOTICES, Notice, notice
from standout.rules.settings import OptionValue, Settings
from standout.source import Source, Span, Text

if TYPE_CHECKING:
    from standout.building.builder import Builder, Built
    from standout.building.order import Order
    from standout.importing import Grown
    from standout.matching.settings import MatchSettings

__all__ = [
    "INTERNAL", "Fixed", "Page", "Report", "apply", "as_json_resume", "as_outline",
    "as_posting_json", "as_profile", "as_rendercv", "build", "builder", "check", "check_built",
    "editable", "explain", "failed", "fix", "grow", "match", "merged_profile", "not_understood",
    "preview", "profile_schema", "read", "read_postings", "rules", "ruleset_version",
    "to_confirm",
]  # fmt: skip

MAX_ROUNDS = 10
"""How often fixes are applied and the file is checked again."""


def read(content: bytes, name: str) -> Reading:
    """Read a resume of any format. `name` is used in messages and as a hint of the format."""
    return detect.read(content, name)


def as_json_resume(reading: Reading) -> str:
    """JSON Resume 1.x, with what that format cannot say under `meta.standout`."""
    from standout.writers import json_resume

    return json_resume.write(reading)


def as_profile(reading: Reading) -> str:
    """A commented native profile."""
    from standout.writers import profile

    return profile.write(reading.resume)


def as_rendercv(reading: Reading) -> str:
    """A file for RenderCV."""
    from standout.writers import rendercv

    return rendercv.write(reading.resume)


def as_outline(reading: Reading) -> str:
    """An outline for a person to look over."""
    from standout.writers import outline

    return outline.write(reading.resume)


WRITERS = {
    "text": as_outline,
    "json": as_json_resume,
    "yaml": as_profile,
    "rendercv": as_rendercv,
}
"""The formats a reading can be written in."""


def not_understood(reading: Reading) -> tuple[Text, ...]:
    """The texts that were kept without a place of their own."""
    from standout.writers import json_resume

    return tuple(text for text, _, _ in json_resume.unplaced(reading.resume))


def merged_profile(readings: Iterable[Reading]) -> str:
    """Several readings of one person as one native profile, the first believed most."""
    from standout import importing

    return importing.merged_profile(readings)


def grow(content: bytes, name: str, given: Iterable[Reading]) -> Grown:
    """Add to a native profile, by span, the entries of other readings that it lacks."""
    from standout import importing

    return importing.grow(content, name, given)


def builder(font_paths: tuple[str, ...] = ()) -> Builder:
    """What builds. It keeps the typesetter warm: the second page takes milliseconds."""
    from standout.building.builder import Builder

    return Builder(font_paths)


def build(reading: Reading, order: Order, by: Builder | None = None) -> Built:
    """Build the files of an order, unchecked. Raises `BuildError` where it cannot be."""
    return (by or builder(order.design.font_paths)).build(reading, order)


def check_built(built: Built, further: Iterable[Extraction] = ()) -> Built:
    """Read a built PDF again in every way, hold it against the profile, and say what hangs over.

    `further` are what other extractors read in the PDF, beside the built-in ones.
    """
    from standout.building.builder import checked

    return checked(built, further)


def read_postings(content: bytes, name: str) -> Iterator[PostingReading]:
    """Read every posting of a file of any format; there is always at least one answer."""
    from standout.readers import posting

    return posting.read_all(content, name)


def as_posting_json(reading: PostingReading) -> str:
    """What a posting asks for, as JSON."""
    from standout.writers import posting_json

    return posting_json.write(reading)


def match(
    reading: Reading,
    postings: Iterable[tuple[str, PostingReading]],
    today: date,
    settings: MatchSettings | None = None,
) -> tuple[Matched, ...]:
    """Match a profile, or any resume, with postings under their names: the best first."""
    from standout import matching

    index = matching.profile_index(reading.resume, today, settings)
    return matching.match_all(index, ((name, each.posting) for name, each in postings))


def profile_schema() -> str:
    """The JSON Schema of the native profile."""
    import json

    from standout.vocabulary import profile_keys

    return json.dumps(profile_keys.json_schema(), indent=2) + "\n"


def check(
    content: bytes,
    name: str,
    settings: Settings,
    today: date,
    extractions: Iterable[Extraction] = (),
    posting: Posting | None = None,
) -> Report:
    """Read a resume and run the selected rules over it, against a posting where one is given.

    `extractions` are what further extractors read in the same PDF, beside the built-in ones.
    """
    from standout.rules import engine
    from standout.rules.base import Context

    reading = read(content, name)
    every = (*_extractions(content, reading), *extractions)
    context = Context(reading, settings, today, every)
    if posting is not None:
        from standout import matching

        found = matching.match(matching.profile_index(reading.resume, today), posting)
        context = replace(context, posting=posting, match=found)
    return Report(reading, engine.examine(context))


def _extractions(content: bytes, reading: Reading) -> tuple[Extraction, ...]:
    if reading.document.format != "pdf" or not reading.source.text:
        return ()
    from standout.readers.pdf import extractors

    return extractors.extractions(content)


def failed(name: str, error: Exception) -> Report:
    """The report on a file that made the checker itself fail."""
    import traceback

    reading = Reading(Source(name, "unknown", ""), Document("unknown"))
    frame = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" ({each.name}, line {each.lineno})" for each in frame)
    message = f"the checker failed: {type(error).__name__}: {error}{where}"
    return Report(reading, (notice(INTERNAL, message, Span(0, 0)),))


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file after fixing: its bytes, what was applied, what is still found, for which posting."""

    content: bytes
    report: Report
    applied: tuple[Diagnostic, ...] = ()
    posting: Posting | None = None


def fix(
    content: bytes, name: str, settings: Settings, today: date, posting: Posting | None = None
) -> Fixed:
    """Apply the safe fixes of a text file until nothing changes.

    No fix is kept that brings a new word, number or kind of finding, or that leaves as many
    findings as before, so a second run changes nothing.
    Raises `NotEditableError` for a file that cannot be edited by span.
    """
    report = check(content, name, settings, today, posting=posting)
    state = Fixed(content, report, posting=posting)
    editable(state)
    for _ in range(MAX_ROUNDS):
        after = _round(state, settings, today)
        if after is state:
            break
        state = after
    return state


def apply(state: Fixed, chosen: Iterable[Diagnostic], settings: Settings, today: date) -> Fixed:
    """Apply the fixes of chosen findings of a state's report, whatever they say.

    Those that touch another are left out. Raises `NotEditableError` as `fix` does.
    """
    editable(state)
    return _with(state, fixing.compatible(chosen), settings, today)


def to_confirm(report: Report) -> tuple[Diagnostic, ...]:
    """The findings of a report whose fix is applied only after a yes."""
    return fixing.fixable(report.diagnostics, Applicability.CONFIRM)


def preview(report: Report, each: Diagnostic) -> str:
    """The file's text as the fix of one finding would leave it."""
    return fixing.applied(report.reading.source.text, (each,))


def editable(state: Fixed) -> None:
    """Raise `NotEditableError` when a file is not UTF-8 text that can be edited by span."""
    source = state.report.reading.source
    if not source.editable:
        hint = f"fixes apply to text; `standout init {source.name}` makes a profile of it"
        raise NotEditableError(f"{source.name}: a file of this format cannot be edited", hint)
    if _encoded(source.text, state.content) != state.content:
        raise NotEditableError(f"{source.name}: the file is not UTF-8", "save it as UTF-8 first")


def _round(state: Fixed, settings: Settings, today: date) -> Fixed:
    safe = fixing.fixable(state.report.diagnostics, Applicability.SAFE)
    together = fixing.compatible(safe)
    if not together:
        return state
    after = _with(state, together, settings, today)
    if _better(state, after):
        return after
    # One of them does harm: find it by trying each alone.
    alone = (_with(state, (each,), settings, today) for each in safe)
    return next((each for each in alone if _better(state, each)), state)


def _with(state: Fixed, chosen: tuple[Diagnostic, ...], settings: Settings, today: date) -> Fixed:
    source = state.report.reading.source
    content = _encoded(fixing.applied(source.text, chosen), state.content)
    report = check(content, source.name, settings, today, posting=state.posting)
    return Fixed(content, report, (*state.applied, *chosen), state.posting)


def _better(before: Fixed, after: Fixed) -> bool:
    old, new = before.report, after.report
    return (
        len(new.diagnostics) < len(old.diagnostics)
        and {each.code for each in new.diagnostics} <= {each.code for each in old.diagnostics}
        and new.reading.source.format == old.reading.source.format
        and not fixing.says_more(old.reading.source.text, new.reading.source.text)
    )


def _encoded(text: str, like: bytes) -> bytes:
    mark = b"\xef\xbb\xbf" if like.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.encode("utf-8", errors="replace")


@dataclass(frozen=True, slots=True)
class Page:
    """What is known about a code: the facts of its rule and its manual.

    `state` is 'on', 'preview', 'off' (only when selected), or 'always' for what is no rule.
    """

    code: str
    name: str
    severity: str
    basis: str
    source: str
    state: str
    why: str
    manual: str
    audience: str = ""
    options: Mapping[str, OptionValue] = field(default_factory=dict)


def rules() -> tuple[Page, ...]:
    """Every code that a report can hold, rules first, each group ordered by code."""
    return tuple(_pages())


def ruleset_version() -> str:
    """Number of rules and a checksum of what they are: two reports compare if it is the same."""
    from standout.rules import engine

    return engine.ruleset_version()


def explain(code: str) -> Page:
    """The manual page behind a code or a name. Raises `UsageError` for an unknown one."""
    import difflib

    asked = code.strip()
    pages = rules()
    for each in pages:
        if asked.upper() == each.code or asked.lower() == each.name:
            return each
    names = [name for each in pages for name in (each.code, each.name)]
    near = difflib.get_close_matches(asked.upper(), names, n=1)
    near = near or difflib.get_close_matches(asked.lower(), names, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    raise UsageError(f"there is no rule {asked}", f"{hint}`standout rules` lists them all")


def _pages() -> Iterator[Page]:
    from standout.rules import engine

    for each in engine.all_rules():
        state = "preview" if each.preview else "off" if each.off else "on"
        yield Page(
            each.code,
            each.name,
            each.severity.value,
            each.basis.value,
            each.source,
            state,
            each.why,
            each.manual,
            each.audience.value,
            each.options,
        )
    for code, problem in PROBLEMS.items():
        why = problem.manual.partition("\n\n")[2]
        yield _told(code, problem, "measured", "the file itself", why)
    for code, finding in FINDINGS.items():
        yield _told(code, finding, "measured", "the built file", finding.why)
    for code, known in NOTICES.items():
        yield _told(code, known, "convention", "practice", known.why)


def _told(code: str, known: Problem | Notice | Finding, basis: str, source: str, why: str) -> Page:
    severity = known.severity.value
    return Page(code, known.name, severity, basis, source, "always", why, known.manual)
