"""One tailored page as the command line makes it: settings, the page, its files, its report."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from standout import api, workspace
from standout.building.order import SUFFIXES, Order
from standout.diagnostic import Severity
from standout.errors import BuildError, UsageError
from standout.model import Posting, PostingReading, Reading, Report
from standout.reporters.tailored_facts import Rival, TailoredReport
from standout.values import frozen
from standout.workspace import outputs
from standout.workspace.build_settings import BuildOverrides, build_settings_for
from standout.workspace.match_settings import match_settings_for
from standout.workspace.tailor_settings import tailor_settings_for
from standout.workspace.themes import theme_named

if TYPE_CHECKING:
    from standout.tailoring.tailor import Tailor, Tailored, Wish

REPORTS = ("report.html", "report.json", "interview.md")
STEM = "resume"
FOLDER = "tailored"
"""Where pages go, a folder a posting."""


@frozen
class Made:
    """A tailored page with the files it comes to, by name, and its report."""

    report: TailoredReport
    files: Mapping[str, bytes]

    @property
    def is_clean(self) -> bool:
        """Whether nothing on the page is an error or a warning."""
        return all(each.severity is Severity.INFO for each in self.report.findings)


def wish_of(profile: str, options: Mapping[str, Any]) -> Wish:
    """What the options and the settings file ask for. Raises `StandoutError` for bad ones."""
    from standout.tailoring.tailor import Wish

    config, search = options["config"], not options["no_config"]
    names = ("theme", "paper", "locale", "formats")
    values = {name: options[name] for name in names if options[name]}
    settings = build_settings_for(profile, BuildOverrides(values, config, not search))
    if "pdf" not in settings.formats:
        settings = replace(settings, formats=("pdf", *settings.formats))
    theme = theme_named(settings.design.theme)
    own = tailor_settings_for(profile, config, search=search, pages=options["pages"])
    order = Order(theme, settings.design, (), settings.formats, "", settings.archival, own.pages)
    matching = match_settings_for(profile, config, search=search)
    return Wish(order, day(options), own, matching, options["their_words"], options["glance"])


def day(options: Mapping[str, Any]) -> datetime.date:
    """The day that is meant."""
    today: datetime.datetime | None = options["today"]
    return today.date() if today else workspace.today()


def profile_of(path: str) -> Reading:
    """The profile. Raises `BuildError` where it has errors or says nothing."""
    reading = api.read(workspace.load(path), "stdin" if path == "-" else path)
    errors = [each for each in reading.diagnostics if each.severity is Severity.ERROR]
    if errors:
        where = reading.source.location(errors[0].span)
        raise BuildError(
            f"{reading.source.name}:{where.line}:{where.column}: {errors[0].message}",
            f"`standout check {path}` says it in full",
        )
    if not any(section.entries for section in reading.resume.sections):
        raise BuildError(
            f"{reading.source.name}: there is nothing to choose from",
            "a profile holds jobs, projects or degrees; `standout init` writes one",
        )
    return reading


def posting_of(path: str) -> PostingReading:
    """The only posting of a file. Raises `UsageError` where there are several."""
    found = list(api.read_postings(workspace.load(path), path))
    if len(found) != 1:
        raise UsageError(
            f"{path} holds {len(found)} postings", "name a file with one, or store them: --jobs"
        )
    return found[0]


def made(by: Tailor, name: str, posting: Posting, words: str, rival: Reading | None = None) -> Made:
    """The page for one posting, read back and checked, with its reports."""
    from standout.reporters import tailored_html, tailored_json

    tailored = by.tailor(posting)
    tailored = replace(tailored, built=api.check_built(tailored.built))
    report = _report(tailored, name, rival)
    files = dict(_built(tailored))
    report = replace(report, files=(*files, *REPORTS))
    files["report.html"] = tailored_html.render(report).encode()
    files["report.json"] = tailored_json.render(report).encode()
    files["interview.md"] = _interview(tailored, words).encode()
    return Made(report, files)


def _report(tailored: Tailored, name: str, rival: Reading | None) -> TailoredReport:
    from standout.matching import match, profile_index

    wish = tailored.wish

    def answers(resume: Reading) -> Any:
        index = profile_index(resume.resume, wish.today, wish.matching)
        return match(index, tailored.posting)

    printed = replace(tailored.reading, resume=tailored.page.resume)
    against = Rival(rival.source.name, answers(rival)) if rival is not None else None
    read = _checked(tailored)
    found = (*tailored.built.diagnostics, *read.diagnostics)
    seen = api.exposed_to(read.reading, tailored.match)
    return TailoredReport(
        tailored.reading, name, tailored.posting, tailored.match, answers(printed),
        api.selection(tailored), found, (), against, read.reading, seen,
    )  # fmt: skip


def _checked(tailored: Tailored) -> Report:
    """What the rules say of the built page, as any reader sees it."""
    from standout.rules.settings import Settings

    # The page has been read back in every way already.
    settings = Settings(page_limit=tailored.wish.settings.pages, pdfminer=False, poppler=False)
    content = tailored.built.files["pdf"][0]
    return api.check(content, f"{STEM}.pdf", api.Case(settings, tailored.wish.today))


def _built(tailored: Tailored) -> Any:
    for form, contents in tailored.built.files.items():
        for number, content in enumerate(contents, start=1):
            numbered = f"-{number}" if form == "png" else ""
            yield f"{STEM}{numbered}{SUFFIXES[form]}", content


def _interview(tailored: Tailored, words: str) -> str:
    from standout.tailoring import interview
    from standout.workspace.evidence_files import ledger_beside

    path = tailored.reading.source.name
    ledger = ledger_beside(path) if path.endswith((".yaml", ".yml")) else ()
    sheet = interview.interview(
        tailored.page.resume, tailored.match, tailored.posting, words, ledger
    )
    return interview.as_markdown(sheet)


def refuse_foreign(paths: tuple[str, ...], *, force: bool) -> None:
    """Raise `UsageError` where something else stands than what was written here last time."""
    found = () if force else outputs.foreign(paths)
    if found:
        raise UsageError(f"{found[0]} is there already", "--force writes over it")


def folder_name(name: str) -> str:
    """A folder's name for a posting: letters, digits and dashes."""
    stem = Path(name).name
    stem = stem[: stem.rindex(".")] if "." in stem[1:] else stem
    return re.sub(r"[^\w-]+", "-", stem).strip("-")[:60] or "posting"


def write(folder: Path, tailored: Made, *, force: bool) -> tuple[str, ...]:
    """Write the files of a page, all or none; they are kept in mind as ours."""
    placed = {str(folder / name): content for name, content in tailored.files.items()}
    refuse_foreign(tuple(placed), force=force)
    outputs.write_built(placed)
    return tuple(placed)
