"""`standout read` and `standout init` as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from standout.cli import main

PROFILE = """\
standout: 1
basics:
  name: Ada Park
experience:
  - title: ML engineer
    organization: Acme
    start: 2021-03
    end: present
    statements: [Cut failures from 9 % to 2 %]
    notes: [Remote]
"""


def call(*arguments: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile on disk."""
    path = tmp_path / "ada.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    return path


def test_read_as_outline(profile: Path) -> None:
    """The default is an outline."""
    result = call("read", profile)
    assert result.exit_code == 0
    assert "[experience]\n  ML engineer | Acme | 2021-03 – present\n" in result.stdout
    assert "    - Cut failures from 9 % to 2 %\n" in result.stdout


def test_read_as_json_and_yaml(profile: Path) -> None:
    """Both formats hold the resume."""
    document = json.loads(call("read", profile, "--format", "json").stdout)
    assert document["work"][0]["position"] == "ML engineer"
    assert document["meta"]["standout"]["statements"][0]["text"] == "Cut failures from 9 % to 2 %"
    written = call("read", profile, "--format", "yaml").stdout
    assert "    start: 2021-03\n    end: present\n" in written


def test_read_says_what_it_could_not_take(tmp_path: Path) -> None:
    """Exit code 1 with an error in the file, 0 with a warning; both on standard error."""
    broken, odd = tmp_path / "broken.yaml", tmp_path / "odd.yaml"
    broken.write_text("basics:\n  name: [Ada\n", encoding="utf-8")
    odd.write_text("basics:\n  name: Ada\n  nmae: x\n", encoding="utf-8")
    result = call("read", broken)
    assert (result.exit_code, "DOC005" in result.stderr) == (1, True)
    result = call("read", odd)
    assert (result.exit_code, "DOC006" in result.stderr) == (0, True)
    assert "DOC006" not in result.stdout


def test_init_writes_profile_and_schema_and_never_over_another(profile: Path) -> None:
    """The profile is written whole; a second call asks for --force, and leaves any schema alone."""
    target = profile.parent / "profile.yaml"
    result = call("init", profile, "-o", target)
    assert result.exit_code == 0
    assert "Remote" in result.stderr
    beside = profile.parent / "profile.schema.json"
    assert set(profile.parent.iterdir()) == {profile, target, beside}
    assert json.loads(beside.read_text(encoding="utf-8"))["title"] == "standout profile"
    first = target.read_text(encoding="utf-8")
    assert first.startswith("# yaml-language-server: $schema=profile.schema.json\n")
    target.write_text("mine", encoding="utf-8")
    beside.write_text("also mine", encoding="utf-8")
    assert call("init", profile, "-o", target).exit_code != 0
    assert target.read_text(encoding="utf-8") == "mine"
    assert call("init", profile, "-o", target, "--force").exit_code == 0
    assert target.read_text(encoding="utf-8") == first
    assert beside.read_text(encoding="utf-8") == "also mine"


def test_init_with_nothing_to_write(tmp_path: Path) -> None:
    """An unreadable file leaves nothing behind."""
    junk = tmp_path / "junk.bin"
    junk.write_bytes(bytes(range(256)))
    result = call("init", junk, "-o", tmp_path / "p.yaml")
    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == [junk]


def test_init_prints_the_schema() -> None:
    """The schema for editors comes from the program itself."""
    schema = json.loads(call("init", "--schema").stdout)
    assert schema["title"] == "standout profile"


@pytest.mark.parametrize("command", ["read", "init"])
def test_help_has_an_example(command: str) -> None:
    """Each command shows how it is called."""
    assert f"standout {command} " in call(command, "--help").stdout.split("Example", 1)[1]
