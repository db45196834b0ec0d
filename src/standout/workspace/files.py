"""Files in, files out, and the date."""

from __future__ import annotations

import datetime
import errno
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from standout.errors import OpenError, UsageError

READABLE = frozenset({".pdf", ".docx", ".yaml", ".yml", ".json", ".md", ".markdown", ".txt"})
"""Suffixes that are looked for in folders; a file that is named is read whatever its suffix."""


def today() -> datetime.date:
    """The date to pass into a check."""
    return datetime.datetime.now(tz=datetime.UTC).date()  # noqa: TID251 - the one door to the clock


def load(path: str) -> bytes:
    """The bytes of a file, `-` being standard input. Raises `OpenError` when there are none."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise _cannot(path, error, "check the path and its permissions") from error


def expand(names: Iterable[str], suffixes: frozenset[str] = READABLE) -> tuple[str, ...]:
    """Files behind names, folders and patterns (`**` included), each once, in order.

    Folders give every file in and below them whose suffix can be read, hidden ones excepted.
    A name that leads nowhere stays, so that opening it says so. Raises `UsageError` when a
    folder or pattern holds nothing to read.
    """
    return tuple(dict.fromkeys(path for name in names for path in _behind(name, suffixes)))


def _behind(name: str, suffixes: frozenset[str]) -> list[str]:
    import glob

    if name == "-" or Path(name).is_file():
        return [name]
    if Path(name).is_dir():
        found = sorted(_readable_in(Path(name), suffixes))
    elif glob.has_magic(name):
        found = sorted(each for each in glob.glob(name, recursive=True) if Path(each).is_file())  # noqa: PTH207 - pathlib takes no absolute pattern
    else:
        return [name]
    if not found:
        raise UsageError(f"{name}: nothing to read", f"readable: {' '.join(sorted(suffixes))}")
    return found


def _readable_in(folder: Path, suffixes: frozenset[str]) -> Iterator[str]:
    for each in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in each.relative_to(folder).parts)
        if each.suffix.lower() in suffixes and not hidden and each.is_file():
            yield str(each)


def save(path: str, content: bytes) -> None:
    """Write a file whole or not at all: temporary file, fsync, rename. The mode is kept."""
    save_all({path: content})


def save_all(contents: Mapping[str, bytes]) -> None:
    """Write each file whole or not at all, and none before every one of them is on the disk."""
    staged: dict[str, Path] = {}
    path = ""
    try:
        for path, content in contents.items():
            staged[path] = _staged(path, content)
        for path, temporary in staged.items():
            temporary.replace(_kept(path))
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        hint = "make room on the disk" if full else "check the folder and its permissions"
        raise _cannot(path, error, hint) from error
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def _kept(path: str) -> Path:
    # A link is followed: the file it leads to is the one that is kept.
    return Path(path).resolve()


def _staged(path: str, content: bytes) -> Path:
    """A temporary file beside the target, with its content on the disk and the target's mode."""
    import tempfile

    target = _kept(path)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:200]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return Path(temporary)


def _mode(target: Path) -> int:
    # A temporary file is private; a kept file has its old mode, a new one what files usually get.
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def make_folder(path: str) -> Path:
    """A folder, made when it is not there yet."""
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot(path, error, "check the path and its permissions") from error
    return Path(path)


def example(name: str) -> bytes:
    """One of the examples that ship with the package."""
    return example_path(name).read_bytes()


def example_files(name: str) -> Iterator[tuple[str, bytes]]:
    """Path below a folder of the examples, and content, of each file in it."""
    folder = example_path(name)
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def example_path(name: str) -> Path:
    """Where an example lies in the installed package."""
    import importlib.resources

    return Path(str(importlib.resources.files("standout"))) / "examples" / name


def _cannot(path: str, error: OSError | ValueError, hint: str) -> OpenError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return OpenError(f"{path}: {reason}", hint)
