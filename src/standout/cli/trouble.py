"""What a reader could not take, said on standard error."""

from __future__ import annotations

import click

from standout.cli.output import about
from standout.diagnostic import Severity
from standout.model import Reading, Report
from standout.reporters import renderer


def tell(reading: Reading) -> bool:
    """Print the reader's own findings; say whether one of them is an error."""
    report = Report(reading, reading.diagnostics)
    if reading.diagnostics:
        click.echo(renderer("concise")([report], about()), nl=False, err=True)
    return any(each.severity is Severity.ERROR for each in reading.diagnostics)
