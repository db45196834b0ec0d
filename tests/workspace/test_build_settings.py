"""Settings of a build: every key, every mistake at once, the command line over the file."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from standout.errors import OpenError, UsageError
from standout.model import SectionKind
from standout.workspace import Overrides, settings_for
from standout.workspace.build_settings import (
    OF_DESIGN,
    OWN,
    BuildOverrides,
    BuildSettings,
    build_settings_for,
)
from standout.writers.design import Design

ROOT = Path(__file__).parent.parent.parent
EVERY = """
[build]
theme = "compact"
locale = "de"
paper = "letter"
accent = "#7a1f3d"
font = "Libertinus Serif"
heading_font = "Source Sans Pro"
size = 10
margin = 1.5
leading = 0.6
spacing = 0.9
section_order = ["skills", "experience"]
date_style = "iso"
date_separator = " to "
font_paths = ["fonts"]
formats = ["pdf", "json"]
tags = ["research"]
page_limit = 2
fit = "page"
archival = true

[build.headings]
experience = "Work"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository without settings."""
    (tmp_path / ".git").mkdir()
    return tmp_path


def settings_of(project: Path, **asked: object) -> BuildSettings:
    """The settings of a profile in the project."""
    return build_settings_for(str(project / "profile.yaml"), BuildOverrides(asked))


def complaint(project: Path, text: str, **asked: object) -> list[str]:
    """The mistakes that a settings file or options yield, without the path."""
    path = project / "standout.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        settings_of(project, **asked)
    return [line.removeprefix(str(path)) for line in error.value.message.split("\n")]


def test_nothing_anywhere(project: Path) -> None:
    """Without a file the defaults hold."""
    assert settings_of(project) == BuildSettings()


def test_every_key(project: Path) -> None:
    """Each field of the design and of the build can be set, and is read into its type."""
    (project / "standout.toml").write_text(EVERY, encoding="utf-8")
    (project / "fonts").mkdir()
    found = settings_of(project)
    assert found.design == Design(
        theme="compact",
        locale="de",
        paper="letter",
        accent="#7a1f3d",
        font="Libertinus Serif",
        heading_font="Source Sans Pro",
        size=10.0,
        margin=1.5,
        leading=0.6,
        spacing=0.9,
        section_order=(SectionKind.SKILLS, SectionKind.EXPERIENCE),
        headings={SectionKind.EXPERIENCE: "Work"},
        date_style="iso",
        date_separator=" to ",
        font_paths=(str(project / "fonts"),),
    )
    assert found.formats == ("pdf", "json")
    assert (found.tags, found.page_limit, found.fit) == (("research",), 2, "page")
    assert found.archival
    named = {line.split(" =")[0] for line in EVERY.split("\n") if " =" in line} - {"experience"}
    assert named | {"headings"} == {*OF_DESIGN, *OWN}
    assert {each.name for each in fields(Design)} == set(OF_DESIGN)


def test_the_documented_example(project: Path) -> None:
    """The example of the settings page is a settings file as it stands."""
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    example = page.rpartition("```toml\n")[2].partition("```")[0]
    (project / "standout.toml").write_text(example, encoding="utf-8")
    assert settings_of(project).design.headings


def test_all_mistakes_at_once_with_lines(project: Path) -> None:
    """Each mistake with its line, and the nearest right word where there is one."""
    text = (
        'font = "x"\n\n[build]\nlocal = "de"\npaper = "a5"\nsize = 3\nmargin = "wide"\n'
        'accent = "blue"\nformats = ["pdf", "dcox"]\nsection_order = ["skils"]\n'
        "archival = 1\npage_limit = -1\n[build.headings]\nexperiense = 'Work'\n"
    )
    assert complaint(project, text) == [
        ":4: unknown key `local` in `[build]`; did you mean `locale`?",
        ":5: `paper` cannot be 'a5'; one of a4, letter",
        ":6: `size` must lie between 6 and 24 points",
        ":7: `margin` must be a number of centimetres",
        ":8: `accent` is no colour: blue; write it as #1f3a5f",
        ":9: `formats` names no format: dcox; did you mean `docx`?",
        ":10: `section_order` names no section: skils; did you mean `skills`?",
        ":11: `archival` must be true or false",
        ":12: `page_limit` must be a whole number of pages, 0 for no limit",
        ":14: `headings` names no section: experiense; did you mean `experience`?",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("build = 3", "must be a table"),
        ("[biuld]\ntheme = 'mono'", "did you mean `build`?"),
        ("[build]\nheadings = 3", "must be a table"),
        ('[build]\nfont = "a\\nb"', "on one line"),
        ("[build]\nsize = true", "must be a number"),
        ("[build]\nsize = nan", "must lie between"),
        ("[build]\ntags = 'research'", "list of strings"),
        ("[build", "not valid TOML"),
    ],
)
def test_mistakes(project: Path, text: str, words: str) -> None:
    """Wrong types and names are mistakes, never tracebacks."""
    (line,) = complaint(project, text)
    assert words in line


def test_lines_in_pyproject(project: Path) -> None:
    """The table has another name there, and other tools have the same keys."""
    path = project / "pyproject.toml"
    path.write_text("[tool.other]\nsize = 1\n\n[tool.standout.build]\nsize = 99\n")
    with pytest.raises(UsageError) as error:
        settings_of(project)
    assert error.value.message.startswith(f"{path}:5: `size` must lie")


def test_options_go_over_the_file(project: Path) -> None:
    """What the command line says holds; the rest stays as the file says."""
    (project / "standout.toml").write_text(EVERY, encoding="utf-8")
    (project / "fonts").mkdir()
    found = settings_of(project, theme="mono", size=11.0, formats=("png",), tags=("rl",))
    assert (found.design.theme, found.design.size, found.design.margin) == ("mono", 11.0, 1.5)
    assert (found.formats, found.tags) == (("png",), ("rl",))


def test_mistakes_of_options_are_told_as_options(project: Path) -> None:
    """There is no line, but the option's own name."""
    lines = complaint(project, "", size=99, formats=("pfd",), font_paths="x", tags=3)
    assert lines == [
        "--size must lie between 6 and 24 points",
        "--to names no format: pfd; did you mean `pdf`?",
        "--font-path must be a list of strings",
        "--tag must be a list of strings",
    ]


def test_paths_start_from_the_settings_file(project: Path) -> None:
    """Wherever the profile lies; those of the command line from where one stands."""
    (project / "cv").mkdir()
    (project / "standout.toml").write_text("[build]\ntheme = 'looks/own'\n")
    profile = str(project / "cv" / "profile.yaml")
    found = build_settings_for(profile, BuildOverrides())
    assert found.design.theme == str(project / "looks" / "own")
    found = build_settings_for(profile, BuildOverrides({"theme": "./other"}))
    assert found.design.theme == "./other"


@pytest.mark.parametrize("theme", ["~/look", "~no-such-user/look"])
def test_homes(project: Path, theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One's own is known; a user's that is not there is only a folder that is not there."""
    monkeypatch.setenv("HOME", "/home/ada")
    (project / "standout.toml").write_text(f"[build]\ntheme = '{theme}'\n")
    found = settings_of(project).design.theme
    assert found in ("/home/ada/look", str(project / "~no-such-user" / "look"))


def test_folders_of_fonts_are_there(project: Path) -> None:
    """A misspelt folder would silently give other fonts."""
    with pytest.raises(OpenError, match="no such folder"):
        settings_of(project, font_paths=(str(project / "fnots"),))


def test_no_config_and_another_config(project: Path) -> None:
    """As with `check`."""
    (project / "standout.toml").write_text("[build]\nsize = 99\n")
    profile = str(project / "profile.yaml")
    assert build_settings_for(profile, BuildOverrides(no_config=True)) == BuildSettings()
    other = project / "other.toml"
    other.write_text("[build]\nsize = 9\n")
    found = build_settings_for(profile, BuildOverrides(config=str(other)))
    assert (found.design.size, found.path) == (9.0, str(other))
    with pytest.raises(OpenError):
        build_settings_for(profile, BuildOverrides(config=str(project / "gone.toml")))


def test_a_check_leaves_the_table_alone(project: Path) -> None:
    """`[build]` is no unknown key to `check`, whatever it holds."""
    (project / "standout.toml").write_text("page_limit = 2\n[build]\nsize = 99\n")
    assert settings_for(str(project / "cv.yaml"), Overrides()).page_limit == 2
