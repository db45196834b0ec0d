"""`standout build` as a person meets it: files, refusals, findings, and the watch as a process."""

from __future__ import annotations

import io
import itertools
import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from standout.building.order import SUFFIXES
from standout.cli.building import Call, Press
from standout.workspace.build_settings import BuildOverrides
from standout.writers.typesetting import themes
from tests.faces.conftest import Run

PROFILE = """\
standout: 1
basics:
  name: Ada Park
  email: ada@park.example.org
  location: Oslo
experience:
  - title: ML engineer
    organization: Acme Robotics
    location: Oslo
    start: 2021-03
    end: present
    statements:
      - Cut failed grasps from 9 % to 2 % by training on 4,000 labelled photographs
      - text: Published the benchmark that 3 laboratories use
        tags: [research]
      - text: Halved the time of a release from 6 to 3 hours
        tags: [industry]
education:
  - degree: MSc
    field: Computer Science
    institution: University of Oslo
    start: 2016-09
    end: 2018-06
"""


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What was built last is remembered anew in each test."""
    place = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(place))
    return place


@pytest.fixture
def profile(run: Run, tmp_path: Path) -> Path:
    """A profile in the empty folder in which one stands."""
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    return path


def names(folder: Path) -> set[str]:
    """All files in a folder but the profile, hidden ones included."""
    return {each.name for each in folder.iterdir() if each.is_file()} - {"profile.yaml"}


def test_a_pdf_beside_the_profile(run: Run, profile: Path) -> None:
    """The main job: one command, one page, no findings."""
    done = run("build", str(profile))
    assert (done.code, done.out) == (0, "")
    assert re.fullmatch(r"wrote \S+/resume\.pdf \(1 page, \d+ kB\)\n", done.err)
    assert names(profile.parent) == {"resume.pdf"}
    assert (profile.parent / "resume.pdf").read_bytes().startswith(b"%PDF-")


def test_every_format_at_once(run: Run, profile: Path) -> None:
    """One call, each format under its own name, and the same bytes again."""
    every = ",".join(SUFFIXES)
    assert run("build", "profile.yaml", "--to", every).code == 0
    expected = {f"resume{suffix}" for form, suffix in SUFFIXES.items() if form != "png"}
    assert names(profile.parent) == {*expected, "resume-1.png"}
    first = {each: (profile.parent / each).read_bytes() for each in names(profile.parent)}
    assert run("build", "profile.yaml", "--to", every).code == 0
    assert first == {each: (profile.parent / each).read_bytes() for each in names(profile.parent)}


@pytest.mark.parametrize("theme", themes.NAMES)
def test_every_theme(run: Run, profile: Path, theme: str) -> None:
    """Each builds a page from which nothing is lost."""
    done = run("build", "profile.yaml", "--theme", theme, "--paper", "a4")
    assert "error" not in done.err
    assert names(profile.parent) == {"resume.pdf"}


def test_locale_paper_and_the_rest(run: Run, profile: Path) -> None:
    """Options reach the page."""
    run("build", "profile.yaml", "--locale", "de", "--size", "9.6", "-o", "small.pdf")
    run("build", "profile.yaml", "--locale", "de", "-o", "de.txt")
    assert "BERUFSERFAHRUNG" in (profile.parent / "de.txt").read_text("utf-8")
    run("build", "profile.yaml", "-o", "large.pdf")
    small, large = ((profile.parent / f"{each}.pdf").read_bytes() for each in ("small", "large"))
    assert small != large


def test_versions_by_tag(run: Run, profile: Path) -> None:
    """Tagged statements are chosen, the others stay; commas and several options are the same."""
    run("build", "profile.yaml", "--tag", "research", "-o", "cv.txt")
    text = (profile.parent / "cv.txt").read_text("utf-8")
    assert "benchmark" in text
    assert "release" not in text
    assert "grasps" in text
    run("build", "profile.yaml", "--tag", "research, industry", "-o", "both.txt")
    assert "release" in (profile.parent / "both.txt").read_text("utf-8")
    done = run("build", "profile.yaml", "--tag", "nlp")
    assert done.code == 2
    assert "industry, research" in done.err


def test_another_resume_in_place_of_the_profile(run: Run, profile: Path) -> None:
    """What `build` wrote can be built from, and so can a Markdown file or standard input."""
    run("build", "profile.yaml", "--to", "pdf,json", "-o", "once")
    for name in ("once/resume.pdf", "once/resume.json"):
        assert run("build", name, "-o", "again.pdf").code == 0
    done = run("build", "-", "-o", "piped.txt", stdin=PROFILE.encode())
    assert done.code == 0
    assert "Ada Park" in (profile.parent / "piped.txt").read_text("utf-8")


def test_to_the_terminal(run: Run, profile: Path) -> None:
    """`-o -` prints one format, and writes nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "standout", "build", "profile.yaml", "--to", "txt", "-o", "-"],
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"Ada Park\n")
    assert names(profile.parent) == set()


def test_a_file_of_ones_own_is_never_written_over(run: Run, profile: Path) -> None:
    """Refused before any work, with the way out; --force is the way out."""
    target = profile.parent / "resume.pdf"
    target.write_text("mine")
    done = run("build", "profile.yaml", "--to", "json,pdf")
    assert done.code == 2
    assert "resume.pdf is there already" in done.err
    assert "--force" in done.err
    assert names(profile.parent) == {"resume.pdf"}
    assert target.read_text() == "mine"
    assert run("build", "profile.yaml", "--force").code == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_what_was_built_last_is_written_over(run: Run, profile: Path) -> None:
    """Silently while nobody changed it; asked for again once somebody did."""
    assert run("build", "profile.yaml").code == 0
    profile.write_text(PROFILE.replace("Ada", "Eva"), encoding="utf-8")
    assert run("build", "profile.yaml").code == 0
    with (profile.parent / "resume.pdf").open("ab") as file:
        file.write(b"a note")
    assert run("build", "profile.yaml").code == 2


def test_a_picture_of_ones_own_on_a_later_page(run: Run, profile: Path) -> None:
    """How many pages there are is known after the work; even then nothing is lost."""
    many = "".join(f"      - Statement number {n} of a long list of deeds\n" for n in range(90))
    profile.write_text(PROFILE.replace("      - Cut", f"{many}      - Cut"), encoding="utf-8")
    (profile.parent / "resume-2.png").write_text("mine")
    done = run("build", "profile.yaml", "--to", "png")
    assert done.code == 2
    assert names(profile.parent) == {"resume-2.png"}


@pytest.mark.parametrize(
    ("name", "form"), [("resume.yaml", "yaml"), ("resume.json", "json"), ("resume.txt", "txt")]
)
def test_never_onto_the_file_that_is_read(run: Run, profile: Path, name: str, form: str) -> None:
    """Not even with --force."""
    source = profile.rename(profile.with_name(name))
    done = run("build", name, "--to", form, "--force")
    assert done.code == 2
    assert "file that is read" in done.err
    assert source.read_text("utf-8") == PROFILE


def test_a_broken_profile_is_not_built(run: Run, profile: Path) -> None:
    """The reader's error with line and column; the old page stays."""
    run("build", "profile.yaml")
    before = (profile.parent / "resume.pdf").read_bytes()
    profile.write_text(PROFILE.replace("  name: Ada Park", "  name: [Ada"), encoding="utf-8")
    done = run("build", "profile.yaml")
    assert done.code == 1
    assert re.search(r"profile\.yaml:\d+:\d+: error\[DOC005", done.err)
    assert "nothing was written" in done.err
    assert (profile.parent / "resume.pdf").read_bytes() == before


def test_all_mistakes_of_a_profile_at_once(run: Run, profile: Path) -> None:
    """Unknown keys are told with place and nearest key, and do not stop the build."""
    text = PROFILE.replace("    location: Oslo\n", "    locaton: Oslo\n    strat: 2021\n")
    profile.write_text(text.replace("  location: Oslo", "  loction: Oslo"), encoding="utf-8")
    done = run("build", "profile.yaml")
    assert done.code == 1
    assert done.err.count("warning[DOC006") == 3
    assert all(each in done.err for each in ("profile.yaml:5:3", "`location`", "`start`"))
    assert names(profile.parent) == {"resume.pdf"}


def test_an_empty_profile(run: Run, profile: Path) -> None:
    """There is nothing to build."""
    profile.write_text("standout: 1\n", encoding="utf-8")
    done = run("build", "profile.yaml")
    assert (done.code, done.out) == (1, "")
    assert done.err == "there is nothing in it to build; nothing was written\n"


def test_a_character_no_font_has(run: Run, profile: Path) -> None:
    """Each is named where it stands, and no page with boxes is handed over."""
    text = PROFILE.replace("Acme Robotics", "Acme \U0001f99c").replace("Ada Park", "Ada \u0e01")
    profile.write_text(text, encoding="utf-8")
    done = run("build", "profile.yaml", "--to", "pdf,json")
    assert done.code == 1
    assert "profile.yaml:3:13: error[BLD020 no-glyph]" in done.err
    assert "PARROT U+1F99C" in done.err
    assert names(profile.parent) == set()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--theme", "clasic"], "did you mean `classic`?"),
        (["--theme", "../../etc/passwd"], "there is no theme `passwd`"),
        (["--locale", "xx"], "--locale cannot be 'xx'"),
        (["--paper", "a5"], "one of a4, letter"),
        (["--accent", "red"], "write it as #1f3a5f"),
        (["--size", "1"], "--size must lie between"),
        (["--to", "pfd"], "did you mean `pdf`?"),
        (["--font", "Libertinus Serf"], "did you mean `Libertinus Serif`?"),
        (["--fit", "pages"], "did you mean `page`?"),
        (["-o", "cv.tex"], "no format has this suffix"),
        (["-o", "cv.pdf", "--to", "pdf,json"], "one file for 2 formats"),
        (["--watch", "-o", "-"], "--watch"),
        (["--config", "gone.toml"], "gone.toml"),
        (["--format", "json", "-o", "-", "--to", "txt"], "both print"),
    ],
)
def test_wrong_options(run: Run, profile: Path, arguments: list[str], words: str) -> None:
    """A sentence and the exit code 2; nothing is written."""
    done = run("build", "profile.yaml", *arguments)
    assert done.code == 2
    assert words in done.err
    assert "Traceback" not in done.err
    assert names(profile.parent) == set()


def test_all_wrong_options_at_once(run: Run, profile: Path) -> None:
    """One line each."""
    done = run("build", "profile.yaml", "--paper", "a5", "--size", "1", "--locale", "xx")
    assert done.err.count("error:") == 3


def test_no_file(run: Run) -> None:
    """A profile that is not there."""
    done = run("build", "gone.yaml")
    assert done.code == 2
    assert "gone.yaml: No such file" in done.err


def test_settings_and_a_theme_of_ones_own(run: Run, profile: Path) -> None:
    """`[build]` beside the profile; a folder with two files is a theme."""
    folder = profile.parent / "look"
    folder.mkdir()
    for name in ("theme.typ", "theme.toml"):
        source = Path(themes.__file__).parent / "themes" / "compact" / name
        (folder / name).write_bytes(source.read_bytes())
    (profile.parent / "standout.toml").write_text('[build]\ntheme = "look"\nformats = ["png"]\n')
    assert run("build", "profile.yaml").code == 0
    assert (profile.parent / "resume-1.png").exists()
    with (folder / "theme.typ").open("a", encoding="utf-8") as file:
        file.write("\n#nonsense\n")
    done = run("build", "profile.yaml")
    lines = (folder / "theme.typ").read_text("utf-8").count("\n")
    assert done.code == 2
    assert f"theme.typ, line {lines}, " in done.err
    (profile.parent / "standout.toml").write_text("[build]\nthem = 3\n")
    done = run("build", "profile.yaml")
    assert "standout.toml:2: unknown key `them` in `[build]`; did you mean `theme`?" in done.err
    assert run("build", "profile.yaml", "--no-config").code == 0


@pytest.mark.parametrize("code", ['#import "../other.typ": x', '#image("../other.png")'])
def test_a_theme_reads_its_own_folder_only(run: Run, profile: Path, code: str) -> None:
    """What Typst says of options of its own program is not said: there are none here."""
    assert run("themes", "--copy", "classic", "mine").code == 0
    for name in ("other.typ", "other.png"):
        profile.with_name(name).write_text("#let x = 1\n", encoding="utf-8")
    theme = profile.parent / "mine" / "theme.typ"
    theme.write_text(f"{code}\n#resume()\n", encoding="utf-8")
    done = run("build", "profile.yaml", "--theme", "mine")
    assert done.code == 2
    assert "theme.typ, line 1, " in done.err
    assert "a theme reads files of its own folder only" in done.err
    assert "--root" not in done.err
    assert not profile.with_name("resume.pdf").exists()


class _Terminal(io.StringIO):
    """Standard error where somebody looks at it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("step", "seen"), [(1.5, "2 of 3 files"), (0.01, "")], ids=["slow", "fast"]
)
@pytest.mark.usefixtures("profile")
def test_a_long_build_counts_its_files(
    monkeypatch: pytest.MonkeyPatch, step: float, seen: str
) -> None:
    """On a terminal, from the second second on, and the line is taken away."""
    clock = itertools.count(time.monotonic(), step)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", shown := _Terminal())
    values = {"formats": ("docx", "txt", "html")}
    press = Press(Call("profile.yaml", BuildOverrides(values), None, force=False, form="text"))
    press.make(press.prepare())
    assert seen in shown.getvalue()
    assert shown.getvalue().endswith("\r\033[K" if seen else "")
    assert bool(shown.getvalue()) is bool(seen)


def test_report_for_programs(run: Run, profile: Path) -> None:
    """One JSON object: the files with pages and bytes, and findings as `check` gives them."""
    profile.write_text(PROFILE.replace("  location", "  loction", 1), encoding="utf-8")
    done = run("build", "profile.yaml", "--to", "pdf,json", "--format", "json")
    report = json.loads(done.out)
    assert (done.code, done.err) == (1, "")
    assert (report["version"], report["file"]) == (1, "profile.yaml")
    assert report["files"] == [
        {
            "format": form,
            "path": f"resume.{form}",
            "pages": pages,
            "bytes": (profile.parent / f"resume.{form}").stat().st_size,
        }
        for form, pages in (("pdf", 1), ("json", 0))
    ]
    assert [each["code"] for each in report["diagnostics"]] == ["DOC006"]
    assert report["adjustments"] == []


def test_fitting_says_what_it_did(run: Run, profile: Path) -> None:
    """A page and a little more is tightened onto one page, in words."""
    more = "".join(f"      - Statement number {n} of a list of deeds\n" for n in range(34))
    profile.write_text(PROFILE.replace("      - Cut", f"{more}      - Cut"), encoding="utf-8")
    done = run("build", "profile.yaml", "--format", "json", "--theme", "classic")
    assert json.loads(done.out)["files"][0]["pages"] == 2
    assert any(each["code"] == "BLD010" for each in json.loads(done.out)["diagnostics"])
    done = run("build", "profile.yaml", "--fit", "page", "--theme", "classic")
    assert "to fit: " in done.err
    assert "(1 page, " in done.err


def test_themes_are_listed(run: Run) -> None:
    """Names and what they are for, for people and for programs."""
    done = run("themes")
    listed = json.loads(run("themes", "--format", "json").out)
    assert [each["name"] for each in listed["themes"]] == list(themes.NAMES)
    assert all(each["name"] in done.out for each in listed["themes"])
    assert {"en", "de"} <= {each["tag"] for each in listed["locales"]}


def test_a_theme_to_start_from(run: Run, profile: Path) -> None:
    """A copy of a built-in theme gives the same page, and goes over nothing."""
    assert run("themes", "--copy", "mono", "mine").code == 0
    assert run("build", "profile.yaml", "--theme", "mine", "-o", "a.pdf").code == 0
    assert run("build", "profile.yaml", "--theme", "mono", "-o", "b.pdf").code == 0
    first, second = (profile.with_name(each).read_bytes() for each in ("a.pdf", "b.pdf"))
    assert first == second
    assert run("themes", "--copy", "classic", "mine").code == 2
    assert "did you mean `mono`?" in run("themes", "--copy", "monno", "other").err


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not interrupted so there")
def test_ctrl_c_ends_a_theme_without_an_end(run: Run, profile: Path) -> None:
    """The typesetter gives Python no turn to notice the key."""
    assert run("themes", "--copy", "classic", "endless").code == 0
    endless = "#for a in range(1000000) { for b in range(1000000) {} }"
    profile.with_name("endless").joinpath("theme.typ").write_text(endless, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "standout", "build", "profile.yaml", "--theme", "endless"]
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    assert process.wait(10) != 0
    assert not profile.with_name("resume.pdf").exists()


Lines = Callable[[str], str]


@pytest.fixture
def watching(profile: Path) -> Iterator[tuple[subprocess.Popen[str], Lines]]:
    """A watch in its own process, and a function that waits for a line with some words."""
    process = subprocess.Popen(
        [sys.executable, "-m", "standout", "build", "profile.yaml", "--watch"],
        stderr=subprocess.PIPE,
        text=True,
    )
    seen: list[str] = []
    assert process.stderr is not None
    pump = threading.Thread(target=seen.extend, args=[iter(process.stderr.readline, "")])
    pump.start()

    def wait(words: str) -> str:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            for at, line in enumerate(seen):
                if words in line:
                    del seen[: at + 1]
                    return line
            time.sleep(0.01)
        raise AssertionError(f"no line with {words!r} among {seen}")

    yield process, wait
    process.kill()
    pump.join()
    process.stderr.close()
    process.wait()


def test_watch(profile: Path, watching: tuple[subprocess.Popen[str], Lines]) -> None:
    """Every way of saving builds again; what is broken keeps the last good page."""
    process, wait = watching
    target = profile.parent / "resume.pdf"
    assert re.match(r"built resume\.pdf in \d+ ms", wait("built resume.pdf"))
    first = target.read_bytes()
    profile.write_text(PROFILE.replace("Ada", "Eva"), encoding="utf-8")
    wait("built resume.pdf")
    second = target.read_bytes()
    assert second != first
    profile.write_text(PROFILE.replace("name: Ada", "name: [Ada"), encoding="utf-8")
    assert "profile.yaml:" in wait("error[DOC005")
    wait("not built")
    assert target.read_bytes() == second
    other = profile.with_name("saved")
    other.write_text(PROFILE, encoding="utf-8")
    other.replace(profile)
    wait("built resume.pdf")
    assert target.read_bytes() == first
    profile.unlink()
    wait("No such file")
    profile.write_text(PROFILE, encoding="utf-8")
    wait("built resume.pdf")
    settings = profile.with_name("standout.toml")
    settings.write_text('[build]\ntheme = "compct"\n')
    wait("there is no theme")
    settings.write_text('[build]\ntheme = "compact"\n')
    wait("built resume.pdf")
    assert target.read_bytes() != first
    target.write_bytes(b"with a note of mine")
    profile.write_text(PROFILE.replace("Ada", "Eva"), encoding="utf-8")
    wait("is there already")
    assert target.read_bytes() == b"with a note of mine"
    process.send_signal(signal.SIGINT)
    wait("stopped")
    assert process.wait(10) == 0


def test_watch_refuses_a_wrong_call(run: Run, profile: Path) -> None:
    """It ends at once, for no change of the profile would help."""
    assert run("build", "profile.yaml", "--watch", "--size", "1").code == 2
