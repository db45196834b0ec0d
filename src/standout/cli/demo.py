"""`standout demo`: the main job on two shipped resumes of one invented person."""

from __future__ import annotations

import click

from standout import api, workspace
from standout.cli.output import about
from standout.reporters import renderer
from standout.rules.settings import Settings

EXAMPLES = ("weak.pdf", "improved.pdf")


@click.command(epilog="Example: standout demo -o standout-demo")
@click.option("-o", "--output", default="standout-demo", help="Folder for what the demo writes.")
def command(output: str) -> None:
    """Check a weak resume and its improved version, and say where everything lies."""
    folder = workspace.make_folder(output)
    for name in EXAMPLES:
        content = workspace.example(name)
        path = str(folder / name)
        workspace.save(path, content)
        report = api.check(content, path, Settings(), workspace.today())
        click.secho(f"\n{path}: {len(report.diagnostics)} findings", bold=True)
        click.echo(renderer("concise")([report], about()), nl=False)
    click.echo(f"\nThe resumes lie in {folder}/. Next: standout check your-resume.pdf")
