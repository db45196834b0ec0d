"""Where the files of a build go, and what may be written over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from standout.building.order import SUFFIXES
from standout.errors import OpenError, UsageError
from standout.values import frozen
from standout.workspace import ledger
from standout.workspace.files import make_folder, save_all

STEM = "resume"
STDOUT = "-"
_PICTURES = "png"


@frozen
class Outputs:
    """The files of a build, before it is known how many pages it has.

    `exact` is the one file that was named, '' where a folder is written to.
    """

    folder: Path
    formats: tuple[str, ...]
    exact: str = ""

    def paths(self, form: str, number: int) -> tuple[str, ...]:
        """Where the files of a format go when it has some number of them."""
        if self.exact and number == 1:
            return (self.exact,)
        stem = Path(self.exact).name.removesuffix(SUFFIXES[form]) if self.exact else STEM
        if form != _PICTURES:
            return (str(self.folder / f"{stem}{SUFFIXES[form]}"),)
        return tuple(str(self.folder / f"{stem}-{n}.png") for n in range(1, number + 1))

    def certain(self) -> tuple[str, ...]:
        """The files that are written whatever the number of pages."""
        return tuple(path for each in self.formats for path in self.paths(each, 1))

    def placed(self, files: Mapping[str, Sequence[bytes]]) -> dict[str, bytes]:
        """Path and content of each built file."""
        return {
            path: content
            for form, contents in files.items()
            for path, content in zip(self.paths(form, len(contents)), contents, strict=True)
        }


def outputs_for(
    source: str, asked: str | None, formats: Sequence[str], named: Sequence[str]
) -> Outputs:
    """Where a build goes: beside its source, into the folder asked for, or into one file.

    `formats` are those of the settings, `named` those of the command line. A file's suffix says
    its format. Raises `UsageError` where suffix and formats contradict each other.
    """
    wanted = tuple(named or formats)
    if asked is None:
        return Outputs(Path() if source == "-" else Path(source).parent, wanted)
    if asked == STDOUT:
        if len(wanted) != 1:
            raise UsageError("-o - takes one format", "name it with --to")
        return Outputs(Path(), wanted, STDOUT)
    path = Path(asked)
    if asked.endswith(("/", "\\")) or path.is_dir() or not path.suffix:
        return Outputs(path, wanted)
    return Outputs(path.parent, (_format_of(asked, named),), asked)


def _format_of(path: str, named: Sequence[str]) -> str:
    name = Path(path).name.lower()
    fitting = [each for each, suffix in SUFFIXES.items() if name.endswith(suffix)]
    if len(named) > 1:
        raise UsageError(f"{path} is one file for {len(named)} formats", "name a folder with -o")
    if named:
        # A short suffix serves too: `cv.yaml` for a file that RenderCV reads.
        if SUFFIXES[named[0]].endswith(Path(name).suffix):
            return named[0]
        raise UsageError(f"{path}: {named[0]} files end with {SUFFIXES[named[0]]}", "change one")
    if not fitting:
        known = " ".join(SUFFIXES.values())
        raise UsageError(f"{path}: no format has this suffix", f"the suffixes: {known}")
    return max(fitting, key=lambda each: len(SUFFIXES[each]))


def refuse_input(paths: Sequence[str], source: str) -> None:
    """Raise `UsageError` where a path leads to the file that is read, `OpenError` to no file."""
    for path in paths:
        if path != STDOUT and _same(path, source):
            raise UsageError(f"{path}: this is the file that is read", "name another with -o")
        if Path(path).exists() and not Path(path).is_file():
            raise OpenError(f"{path}: this is no file", "name another with -o")


def foreign(paths: Sequence[str]) -> tuple[str, ...]:
    """The paths where something else stands than what was built last time."""
    return tuple(each for each in paths if Path(each).exists() and not ledger.is_ours(each))


def write_built(contents: Mapping[str, bytes]) -> None:
    """Write built files and keep in mind what they are. Raises `OpenError`, nothing changed."""
    for path in contents:
        make_folder(str(Path(path).parent))
    for path, content in contents.items():
        ledger.remember(path, content)
    save_all(contents)


def remove_stale_pictures(outputs: Outputs, number: int) -> tuple[str, ...]:
    """Remove the pictures of pages that are no more, as far as they were built and not changed."""
    gone = []
    for path in _further_pictures(outputs, number):
        if not ledger.is_ours(path):
            break
        Path(path).unlink(missing_ok=True)
        gone.append(path)
    return tuple(gone)


def _further_pictures(outputs: Outputs, number: int) -> Iterator[str]:
    for page in count(number + 1):
        yield outputs.paths(_PICTURES, max(page, 2))[page - 1]


def _same(path: str, source: str) -> bool:
    try:
        return Path(path).samefile(source)
    except (OSError, ValueError):
        return False
