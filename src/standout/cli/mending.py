"""Fix files in place, show what fixing would do, and write findings into a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import click

from standout import api, workspace
from standout.cli.batch import Job, Outcome, case_of, check_file, name_of
from standout.cli.output import colour_choice, complain
from standout.diagnostic import Diagnostic
from standout.errors import NotEditableError, StandoutError, UsageError
from standout.model import Report
from standout.reporters import several
from standout.reporters.text import printable

Chooser = Callable[[api.Fixed], Iterator[Diagnostic]]
"""Picks among the fixes that need a yes."""


def fix_files(paths: Sequence[str], job: Job, choose: Chooser | None = None) -> list[Outcome]:
    """Fix each file in place and say what is left. What cannot be edited is only checked."""
    return [_fix_file(each, job, choose) for each in paths]


def _fix_file(path: str, job: Job, choose: Chooser | None) -> Outcome:
    try:
        before = workspace.load(path)
        fixed = _fixed(path, before, job, choose)
        if fixed.content != before:
            workspace.save(path, fixed.content)
            number = several(len(fixed.applied), "edit")
            click.echo(f"{printable(path)}: {number} made", err=True)
    except NotEditableError as error:
        click.echo(f"note: {printable(error.message)}; {printable(error.hint)}", err=True)
        return check_file(path, job)
    except StandoutError as error:
        return error
    except Exception as error:  # noqa: BLE001 - one broken file never stops the rest
        return api.failed(path, error)
    return fixed.report


def _fixed(path: str, content: bytes, job: Job, choose: Chooser | None) -> api.Fixed:
    fixed = api.fix(content, name_of(path), case_of(path, job))
    if choose is None:
        return fixed
    chosen = tuple(choose(fixed))
    return api.apply(fixed, chosen) if chosen else fixed


def ask(state: api.Fixed) -> Iterator[Diagnostic]:
    """Show each fix that needs a yes, and ask."""
    source = state.report.reading.source
    for each in api.to_confirm(state.report):
        click.echo(f"\n{each.code} {each.name}: {printable(each.message)}", err=True)
        after = api.preview(state.report, each)
        for line in _diff(source.name, source.text, after):
            click.echo(line, err=True)
        if each.fix and click.confirm(f"{printable(each.fix.message)}?", err=True):
            yield each


def show_diffs(paths: Sequence[str], job: Job, color: str) -> int:
    """Print what `--fix` would change. The exit code: 1 with changes, 2 when one failed."""
    return max(_show_diff(each, job, color) for each in paths)


def _show_diff(path: str, job: Job, color: str) -> int:
    try:
        content = workspace.load(path)
        fixed = _fixed(path, content, job, None)
    except StandoutError as error:
        complain([error])
        return 2
    except Exception as error:  # noqa: BLE001 - one broken file never stops the rest
        (crash,) = api.failed(path, error).diagnostics
        complain([StandoutError(f"{path}: {crash.message}", "please report it")])
        return 2
    lines = _diff(name_of(path), content.decode("utf-8-sig"), fixed.content.decode("utf-8-sig"))
    for line in lines:
        click.echo(line, color=colour_choice(color))
    return int(bool(lines))


def _diff(name: str, before: str, after: str) -> list[str]:
    import difflib

    lines = difflib.unified_diff(
        _lines(before), _lines(after), f"a/{name}", f"b/{name}", n=2, lineterm=""
    )
    return [_styled(printable(line.removesuffix("\n"))) for line in lines]


def _lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.split("\n")]


def _styled(line: str) -> str:
    colours = {"+": "green", "-": "red", "@": "cyan"}
    return click.style(line, fg=colours.get(line[:1]))


def annotated(path: str, report: Report) -> bytes:
    """The PDF with the findings as notes. Raises `UsageError` for other formats."""
    from standout.reporters.annotated import annotate

    if report.reading.document.format != "pdf" or not report.reading.pages:
        raise UsageError(
            f"{path}: only a readable PDF can be annotated", "--format html marks text"
        )
    return annotate(workspace.load(path), report)
