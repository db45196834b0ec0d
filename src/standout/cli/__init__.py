"""The command line: one file a command, imported when it is called."""

from __future__ import annotations

import importlib
import io
import keyword
import sys

import click

from standout import __version__
from standout.errors import StandoutError, UsageError

COMMANDS = (
    "check",
    "glance",
    "compare",
    "build",
    "themes",
    "read",
    "sowhat",
    "posting",
    "match",
    "tailor",
    "jobs",
    "gaps",
    "reproduce",
    "evidence",
    "cluster",
    "log",
    "apply",
    "init",
    "import",
    "explain",
    "rules",
    "demo",
)


class _Lazy(click.Group):
    """A group whose commands are modules of this package, imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002 - the same
        if cmd_name not in COMMANDS:
            import difflib

            near = difflib.get_close_matches(cmd_name, COMMANDS, n=1)
            hint = f"did you mean `{near[0]}`?" if near else "`standout --help` lists them"
            raise UsageError(f"there is no command `{cmd_name}`", hint)
        # A command may bear the name of a word that Python keeps for itself.
        word = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        module = importlib.import_module(f"standout.cli.{word}")
        command = module.command
        assert isinstance(command, click.Command)  # noqa: S101 - narrows the type
        return command


@click.group(cls=_Lazy, epilog="Examples: standout check resume.pdf; standout tailor --help")
@click.version_option(__version__, "-V", "--version", message="standout %(version)s")
def main() -> None:
    """A compiler for the job application: check, build, match, tailor, glance, reproduce.

    It runs offline, and the same input gives the same answer.
    """


def run() -> None:
    """Run and leave with 0 (clean), 1 (findings), 2 (could not run) or 130 (interrupted)."""
    for stream in (sys.stdout, sys.stderr):
        # Resumes hold names of every script: output is UTF-8 whatever the locale says.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(main(prog_name="standout", standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except StandoutError as error:
        for line in error.message.split("\n"):
            click.echo(f"error: {line}", err=True)
        if error.hint:
            click.echo(f"  help: {error.hint}", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
