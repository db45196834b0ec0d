"""Every command answers in JSON when it is asked to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from standout.cli import main
from tests.faces.conftest import Run

DOCUMENTED = Path(__file__).parents[2] / "docs" / "json.md"
LINES = ("cluster", "match")
"""Prints JSON lines and nothing else."""
PROFILE = "# Ada Moreau\n\n## Experience\n\nEngineer, Lumen, 2020\n\n- Cut latency by 40 %\n"
CALLS = [
    (("init", "ada.md", "-o", "new.yaml"), {"profile": "new.yaml", "not_understood": []}),
    (("import", "ada.md", "-o", "other.yaml"), {"profile": "other.yaml"}),
    (("log", "add", "ada.md", "--to", "Lumen", "--file", "log.sqlite"), {}),
    (("reproduce", "init", "paper"), {}),
    (("jobs", "add", "jobs.jsonl", "--store", "store"), {"added": 1, "skipped": 1}),
    (("demo", "-o", "demo"), {}),
]


def commands(
    group: click.Group, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command below a group, with its words."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield (*path, name), command


def test_every_command_has_the_option() -> None:
    without = {
        words
        for words, command in commands(main)
        if not any("--format" in each.opts for each in command.params)
    }
    assert without == {LINES}


def test_every_form_is_documented() -> None:
    told = DOCUMENTED.read_text("utf-8")
    missing = {words for words, _ in commands(main) if f"`standout {' '.join(words)}" not in told}
    assert not missing


@pytest.mark.parametrize(("call", "holds"), CALLS, ids=[" ".join(call[:2]) for call, _ in CALLS])
def test_standard_output_is_json_alone(
    run: Run, call: tuple[str, ...], holds: dict[str, object]
) -> None:
    """Notes for people go to the other stream."""
    Path("ada.md").write_text(PROFILE, "utf-8")
    Path("jobs.jsonl").write_text(
        '{"title": "Engineer", "description": "Python"}\n{"title": \n', "utf-8"
    )
    told = json.loads(run(*call, "--format", "json").out)
    assert told["version"] == 1
    assert {key: told[key] for key in holds} == holds
