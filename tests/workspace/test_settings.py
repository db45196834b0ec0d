"""Settings: found upwards, read whole, every mistake said at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from standout.diagnostic import Severity
from standout.errors import OpenError, UsageError
from standout.model import SectionKind
from standout.rules import engine
from standout.rules.settings import PRESETS, Ignore, Settings
from standout.workspace import Overrides, check_overrides, settings_for

ROOT = Path(__file__).parent.parent.parent
RULE = engine.all_rules()[0]
OPTION_RULE = next(each for each in engine.all_rules() if each.options)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with a resume two folders down."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "cv" / "en").mkdir(parents=True)
    return tmp_path


def settings_of(project: Path, overrides: Overrides | None = None) -> Settings:
    """The settings of the resume in the project."""
    return settings_for(str(project / "cv" / "en" / "cv.yaml"), overrides or Overrides())


def complaint(project: Path, text: str) -> list[str]:
    """The mistakes that a settings file yields, without the path."""
    path = project / "standout.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        settings_of(project)
    return [line.removeprefix(str(path)) for line in error.value.message.split("\n")]


def test_nothing_anywhere(project: Path) -> None:
    """Without a file the defaults hold."""
    assert settings_of(project) == Settings()


def test_the_documented_example(project: Path) -> None:
    """The example of the settings page is a settings file as it stands."""
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    (project / "standout.toml").write_text(example, encoding="utf-8")
    assert settings_of(project).options


def test_all_keys(project: Path) -> None:
    """Every key is read into its type."""
    (project / "standout.toml").write_text(
        f"""
preset = "research"
page_limit = 2
section_order = ["education", "skills"]
region = "de"
select = ["{RULE.code}"]
extend_select = ["{RULE.name}"]
ignore = ["SUP001"]
preview = true
poppler = false
pdfminer = false
[severity]
{RULE.code} = "error"
DOC006 = "info"
[[ignores]]
code = "{RULE.code}"
because = "the school asks for it"
where = "available"
"""
    )
    assert settings_of(project) == Settings(
        preset="research",
        page_limit=2,
        section_order=(SectionKind.EDUCATION, SectionKind.SKILLS),
        region="de",
        select=(RULE.code,),
        extend_select=(RULE.name,),
        ignore=("SUP001",),
        preview=True,
        poppler=False,
        pdfminer=False,
        severity={RULE.code: Severity.ERROR, "DOC006": Severity.INFO},
        ignores=(Ignore(RULE.code, "the school asks for it", "available"),),
    )


def test_options(project: Path) -> None:
    """A rule's options are typed by its defaults."""
    name, default = next(iter(OPTION_RULE.options.items()))
    value = '["a"]' if isinstance(default, tuple) else "7"
    (project / "standout.toml").write_text(f"[options.{OPTION_RULE.name}]\n{name} = {value}\n")
    found = settings_of(project).options[OPTION_RULE.name][name]
    assert found == (("a",) if isinstance(default, tuple) else 7)
    lines = complaint(project, f"[options.{OPTION_RULE.name}]\n{name} = {{}}\nnone-such = 1\n")
    assert len(lines) == 2
    assert "must be like" in lines[0]
    assert "no option `none-such`" in lines[1]


def test_a_preset_gives_its_values_and_other_keys_go_over_it(project: Path) -> None:
    """The preset first, then what is written beside it."""
    (project / "standout.toml").write_text('preset = "research"\nregion = "uk"\n')
    found = settings_of(project)
    assert found.page_limit == PRESETS["research"].page_limit
    assert found.section_order == PRESETS["research"].section_order
    assert found.region == "uk"


def test_nearest_file_wins(project: Path) -> None:
    """Upwards from the resume; `pyproject.toml` only where it has a table for us."""
    (project / "pyproject.toml").write_text("[tool.standout]\npage_limit = 3\n")
    (project / "cv" / "pyproject.toml").write_text("[tool.other]\n")
    assert settings_of(project).page_limit == 3
    (project / "cv" / "standout.toml").write_text("page_limit = 2\n")
    assert settings_for(str(project / "cv" / "x.pdf"), Overrides()).page_limit == 2


def test_search_stops_at_the_repository(tmp_path: Path) -> None:
    """What lies above the repository belongs to somebody else."""
    (tmp_path / "standout.toml").write_text("page_limit = 9\n")
    inner = tmp_path / "repository"
    (inner / ".git").mkdir(parents=True)
    assert settings_for(str(inner / "cv.pdf"), Overrides()).page_limit == 1


def test_all_mistakes_at_once_with_lines(project: Path) -> None:
    """Each mistake with its line and the nearest right word."""
    assert complaint(
        project,
        'page_limt = 2\nregion = "uss"\npreview = "yes"\n\n[severity]\n'
        f'{RULE.code}X = "error"\n{RULE.code} = "fatal"\n\n[[ignores]]\ncode = "{RULE.code}"\n',
    ) == [
        ":1: unknown key `page_limt`; did you mean `page_limit`?",
        ":2: `region` cannot be 'uss'; did you mean `us`?",
        ":3: `preview` must be true or false",
        f":6: `severity` names no rule: {RULE.code}X; did you mean `{RULE.code}`?",
        f":7: the severity of {RULE.code} must be error, warning or info",
        ':9: `[[ignores]]` needs a reason: `because = "..."`',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "page_limit = -1",
        "page_limit = true",
        'select = "SEC"',
        "select = [1]",
        'select = ["NOPE001"]',
        'section_order = ["skils"]',
        "severity = 1",
        "ignores = 1",
        "[ignores]\ncode = 1",
        "[[ignores]]\nbecause = 'x'",
        "[[ignores]]\ncode = 'SUP001'\nbecause = ' '",
        "[options]\nnope = 1",
        "[options.nope]\nx = 1",
        "preset = 3",
    ],
)
def test_mistakes(project: Path, text: str) -> None:
    """Wrong types and names are mistakes, never tracebacks."""
    (line,) = complaint(project, text)
    assert line.startswith(":")


def test_broken_toml(project: Path) -> None:
    """The TOML parser's own words, with the file."""
    (line,) = complaint(project, "select = [")
    assert "not valid TOML" in line


def test_overrides_go_over_the_file(project: Path) -> None:
    """--select and limits replace, --ignore adds, --no-config leaves the file out."""
    (project / "standout.toml").write_text('page_limit = 3\nignore = ["SUP001"]\nregion = "de"\n')
    asked = Overrides(page_limit=2, ignore=("SUP002",), select=(RULE.code,), preset="new-grad")
    found = settings_of(project, asked)
    assert (found.page_limit, found.region, found.preset) == (2, "de", "new-grad")
    assert found.ignore == ("SUP001", "SUP002")
    assert found.select == (RULE.code,)
    assert settings_of(project, Overrides(no_config=True)).page_limit == 1


def test_named_file(project: Path) -> None:
    """--config names the file; one that is not there is an error."""
    (project / "other.toml").write_text("page_limit = 5\n")
    assert settings_of(project, Overrides(config=str(project / "other.toml"))).page_limit == 5
    with pytest.raises(OpenError):
        settings_of(project, Overrides(config=str(project / "gone.toml")))


def test_unknown_codes_of_the_command_line() -> None:
    """The option is named, and the nearest code."""
    with pytest.raises(UsageError, match="--ignore names no rule: SUPP01") as error:
        check_overrides(Overrides(ignore=("SUPP01",)))
    assert "SUP001" in error.value.hint
    check_overrides(Overrides(select=("SUP", "DOC00", RULE.name)))


def test_lines_in_pyproject(project: Path) -> None:
    """Keys of other tools have the same names; the line is ours."""
    path = project / "pyproject.toml"
    path.write_text('[tool.other]\nselect = []\n\n[tool.standout]\nselect = ["NOPE001"]\n')
    with pytest.raises(UsageError) as error:
        settings_of(project)
    assert error.value.message.startswith(f"{path}:5: `select` names no rule: NOPE001")


def test_a_table_of_another_name_is_not_ours(project: Path) -> None:
    """Only `[tool.standout]` and what is below it."""
    (project / "pyproject.toml").write_text("[tool.standout-fork]\nnope = 1\n")
    assert settings_of(project) == Settings()
    (project / "pyproject.toml").write_text(f'[tool.standout.severity]\n{RULE.code} = "error"\n')
    assert settings_of(project).severity == {RULE.code: Severity.ERROR}


def test_a_settings_file_that_is_no_text(project: Path) -> None:
    """Bytes of another kind are an error with the file's name."""
    (project / "standout.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(OpenError, match=r"standout\.toml"):
        settings_of(project)


def test_no_home(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without a home has settings all the same."""

    def fail() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", fail)
    assert settings_of(project) == Settings()
