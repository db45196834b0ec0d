"""One build as the command line does it: settings, refusals, the build, its files, its report."""

from __future__ import annotations

import json
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from standout import __version__, api, workspace
from standout.building.order import Order
from standout.cli.batch import Progress
from standout.diagnostic import Severity
from standout.errors import UsageError
from standout.model import Reading, Report
from standout.reporters import About, renderer, several
from standout.reporters.text import printable
from standout.rules.settings import Settings
from standout.values import frozen
from standout.workspace import outputs
from standout.workspace.build_settings import BuildOverrides, BuildSettings, build_settings_for
from standout.workspace.outputs import STDOUT, Outputs
from standout.workspace.themes import files_of, theme_named

if TYPE_CHECKING:
    from standout.building.builder import Builder, Built

# The ruleset's version says nothing here, and finding it would import every rule.
ABOUT = About(__version__, "")
PATIENCE = 5.0
"""Seconds after which a theme of one's own is called slow; pages take hundredths of one."""


@frozen
class Call:
    """One call: the file to build, what was asked for, where to write, how to report."""

    file: str
    overrides: BuildOverrides
    output: str | None
    force: bool
    form: str


@frozen
class Plan:
    """What a call comes to with the settings it finds."""

    settings: BuildSettings
    order: Order
    outputs: Outputs

    def files(self) -> tuple[str, ...]:
        """The files it depends on, besides the profile."""
        return (*filter(None, [self.settings.path]), *files_of(self.order.theme))


@frozen
class Written:
    """A file that was written. `pages` is 0 for formats without pages."""

    format: str
    path: str
    pages: int
    size: int

    def __str__(self) -> str:
        pages = f"{several(self.pages, 'page')}, " if self.pages else ""
        return f"{printable(self.path)} ({pages}{self.size / 1000:.0f} kB)"


@frozen
class Outcome:
    """What came of a build: the findings, the files, what fitting changed, what was removed."""

    report: Report
    written: tuple[Written, ...] = ()
    adjustments: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def code(self) -> int:
        """The exit code: notes are no reason to fail."""
        found = {each.severity for each in self.report.diagnostics}
        return int(not self.written or bool(found - {Severity.INFO}))

    def tell(self, form: str) -> None:
        """Say it: JSON on standard output, words on standard error."""
        if form == "json":
            click.echo(json.dumps(self.as_json(), indent=2, ensure_ascii=False))
            return
        click.echo(self.findings(), nl=False, err=True)
        for line in self.lines():
            click.echo(line, err=True)

    def findings(self) -> str:
        """The findings, a line each, with what to do about them."""
        lines = []
        for each in self.report.diagnostics:
            lines.append(renderer("concise")([replace(self.report, diagnostics=(each,))], ABOUT))
            if each.fix:
                lines.append(f"  help: {printable(each.fix.message)}\n")
        return "".join(lines)

    def lines(self) -> list[str]:
        """What was done, in words."""
        changed = [f"to fit: {printable(each)}" for each in self.adjustments]
        gone = [f"removed {printable(each)}, a page that is no more" for each in self.removed]
        files = [f"wrote {each}" for each in self.written if each.path != STDOUT]
        if self.written:
            return [*changed, *files, *gone]
        why = "" if self.report.diagnostics else "there is nothing in it to build; "
        return [f"{why}nothing was written"]

    def as_json(self) -> dict[str, Any]:
        """The report for programs; `docs/json.md` says what it holds."""
        (found,) = json.loads(renderer("json")([self.report], ABOUT))["files"]
        files = [
            {"format": each.format, "path": each.path, "pages": each.pages, "bytes": each.size}
            for each in self.written
        ]
        return {
            "version": 1,
            "file": found["file"],
            "files": files,
            "adjustments": list(self.adjustments),
            "removed": list(self.removed),
            "diagnostics": found["diagnostics"],
        }


@frozen
class Made:
    """A plan carried out, and not yet written. `built` is None where there was nothing to build."""

    plan: Plan
    reading: Reading
    built: Built | None = None

    @property
    def report(self) -> Report:
        """All that was found, in the profile and in what was built."""
        further = self.built.diagnostics if self.built else ()
        return Report(self.reading, (*self.reading.diagnostics, *further))


class Press:
    """Builds what a call asks for, any number of times, and stays warm."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.agreed: set[str] = set()
        self._builder: Builder | None = None

    def prepare(self) -> Plan:
        """Settings and targets. Raises `StandoutError` before any work is done."""
        call = self.call
        settings = build_settings_for(call.file, call.overrides)
        named = tuple(call.overrides.values.get("formats", ()))
        targets = outputs.outputs_for(call.file, call.output, settings.formats, named)
        theme = theme_named(settings.design.theme)
        order = Order(
            theme,
            settings.design,
            settings.tags,
            targets.formats,
            settings.fit,
            settings.archival,
            settings.page_limit,
        )
        outputs.refuse_input(targets.certain(), call.file)
        self._refuse_foreign(targets.certain())
        return Plan(settings, order, targets)

    def make(self, plan: Plan) -> Made:
        """Read and build. A profile with errors is not built."""
        reading = api.read(workspace.load(self.call.file), _name(self.call.file))
        if _hopeless(reading):
            return Made(plan, reading)
        fonts = plan.order.design.font_paths
        if self._builder is None or self._builder.font_paths != fonts:
            self._builder = api.builder(fonts)
        progress = Progress(len(plan.order.formats))
        try:
            with _stoppable(plan):
                built = api.build(reading, plan.order, self._builder, progress.show)
        finally:
            progress.clear()
        return Made(plan, reading, built)

    def write(self, made: Made) -> Outcome:
        """Write what was made. Raises `StandoutError`, and then every file is as it was."""
        built, plan = made.built, made.plan
        if built is None or not built.files:
            return Outcome(made.report)
        placed = plan.outputs.placed(built.files)
        outputs.refuse_input(tuple(placed), self.call.file)
        self._refuse_foreign(placed)
        if STDOUT in placed:
            sys.stdout.buffer.write(placed[STDOUT])
        else:
            outputs.write_built(placed)
        pictures = len(built.files.get("png", ()))
        removed = outputs.remove_stale_pictures(plan.outputs, pictures) if pictures else ()
        return Outcome(made.report, tuple(_written(plan, built)), built.adjustments, removed)

    def _refuse_foreign(self, paths: Iterable[str]) -> None:
        """Stop where a file stands that was not built here; on a terminal, ask about it once."""
        if self.call.force:
            return
        for path in outputs.foreign([each for each in paths if each != STDOUT]):
            if path in self.agreed:
                continue
            question = f"{path} is there already, and is not what was built last. Write over it?"
            if not (sys.stdin.isatty() and click.confirm(question, err=True)):
                raise UsageError(f"{path} is there already", "--force writes over it")
            self.agreed.add(path)


def checked(made: Made) -> Made:
    """The same with what reading the page again finds."""
    built = made.built
    if built is None or "pdf" not in built.files:
        return made
    # Every built-in theme is held against every program in the project's tests; for a theme of
    # one's own the slower ones are asked each time.
    own = bool(made.plan.order.theme.root)
    further = workspace.further(built.files["pdf"][0], Settings()) if own else ()
    return replace(made, built=api.check_built(built, further))


@contextmanager
def _stoppable(plan: Plan) -> Iterator[None]:
    """Let Ctrl-C end a theme of one's own that never comes to its end.

    The typesetter gives Python no turn to notice the key, so the system ends the process. Nothing
    has been written by then.
    """
    if not plan.order.theme.root or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    slow = threading.Timer(PATIENCE, _say_it_is_slow)
    slow.daemon = True
    slow.start()
    try:
        yield
    finally:
        slow.cancel()
        signal.signal(signal.SIGINT, before)


def _say_it_is_slow() -> None:
    click.echo("the theme takes very long; Ctrl-C ends it", err=True)


def _hopeless(reading: Reading) -> bool:
    """Say whether there is nothing to build, or something that must not be handed over."""
    errors = any(each.severity is Severity.ERROR for each in reading.diagnostics)
    return errors or not any(reading.resume.texts())


def _written(plan: Plan, built: Built) -> Iterable[Written]:
    for form, contents in built.files.items():
        for path, content in zip(plan.outputs.paths(form, len(contents)), contents, strict=True):
            pages = built.pages if form == "pdf" else int(form == "png")
            yield Written(form, path, pages, len(content))


def _name(path: str) -> str:
    return "stdin" if path == "-" else path
