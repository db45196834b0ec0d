"""Themes of one's own: a folder with `theme.typ` and `theme.toml`, and pictures beside them.

A theme is a program that sees the whole resume. It may read its own folder and nothing else, and
what it prints leaves only through the file that is built.
"""

from __future__ import annotations

import importlib.resources
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from standout.errors import BuildError, OpenError, UsageError
from standout.patterns import regex
from standout.workspace.files import make_folder, save_all
from standout.workspace.tables import near
from standout.writers import typesetting
from standout.writers.typesetting import themes
from standout.writers.typesetting.themes import Theme

CODE = "theme.typ"
TABLE = "theme.toml"
MAX_BYTES = 1_000_000
"""More than any theme; Typst would take minutes over it."""
MAX_FILES = 2000
"""Files in a theme's folder; more of them mean that another folder was named."""
_PACKAGE = regex(r"@[A-Za-z][\w-]*/[\w-]+")
_NOWHERE = "http://127.0.0.1:9"


def theme_named(name: str) -> Theme:
    """A built-in theme by its name, or one's own by its folder.

    Raises `UsageError` where there is none, `OpenError` where its files cannot be read, and
    `BuildError` where they are no theme.
    """
    if name in themes.NAMES:
        return themes.built_in(name)
    folder = Path(name)
    if not name or not _is(Path.is_dir, name):
        raise _unknown(name)
    code, table = _text_of(folder / CODE), _text_of(folder / TABLE)
    _confine(folder)
    return themes.theme_of(folder.name, _parsed(table, folder), code, str(folder.resolve()))


def copy_theme(name: str, target: str) -> tuple[str, ...]:
    """Copy a built-in theme into a folder, to make one's own of it.

    Raises `UsageError` where there is no such theme, or something stands in the way already.
    """
    if name not in themes.NAMES:
        raise _unknown(name)
    source = importlib.resources.files(typesetting) / "themes" / name
    paths = [str(Path(target) / each) for each in (CODE, TABLE)]
    for path in paths:
        if Path(path).exists():
            raise UsageError(f"{path} is there already", "name another folder")
    make_folder(target)
    save_all({path: (source / Path(path).name).read_bytes() for path in paths})
    return tuple(paths)


def files_of(theme: Theme) -> tuple[str, ...]:
    """The files whose change changes a theme of one's own; none for a built-in one."""
    if not theme.root:
        return ()
    root = Path(theme.root)
    shown = (each for each in _inside(root) if not _is_hidden(each.relative_to(root)))
    return tuple(str(each) for each in shown)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _parsed(text: str, folder: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BuildError(
            f"{folder / TABLE}: not valid TOML: {error}", "see https://toml.io"
        ) from error


def _unknown(name: str) -> UsageError:
    known = ", ".join(themes.NAMES)
    if _is(Path.is_file, name):
        return UsageError(
            f"{name}: a theme is a folder with {CODE} and {TABLE}", f"or one of {known}"
        )
    asked = Path(name).name[:100]
    guess = near(asked.casefold(), themes.NAMES).removeprefix("; ")
    hint = f"{guess} the themes: {known}".strip()
    return UsageError(f"there is no theme `{asked}`, and no folder {name[:200]}", hint)


def _is(kind: Callable[[Path], bool], name: str) -> bool:
    try:
        return kind(Path(name))
    except (OSError, ValueError):
        # A name too long, or with a null character.
        return False


def _text_of(path: Path) -> str:
    if not path.is_file():
        hint = f"a theme is a folder with {CODE} and {TABLE}"
        raise OpenError(f"{path}: there is no such file", hint)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise OpenError(f"{path}: larger than any theme", f"at most {MAX_BYTES:,} bytes")
        return content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        raise OpenError(f"{path}: {reason}", "a theme's files are text") from error


def _confine(folder: Path) -> None:
    """Refuse a theme that reaches out of its folder, by a link or into the network."""
    root = folder.resolve()
    for each in _inside(folder):
        if each.is_symlink() and not _leads_into(each, root):
            hint = "put a copy of the file into the theme's folder"
            raise UsageError(f"{each}: leads out of the theme's folder", hint)
        if each.suffix == ".typ" and (found := _PACKAGE.search(_text_of(each))):
            hint = "copy what the theme needs into its folder; nothing is fetched"
            raise UsageError(f"{each}: a theme imports no packages: {found[0]}", hint)
    # A package's name can be put together at run time, with words of the resume in it. The
    # typesetter fetches packages by itself, so the way out is shut.
    os.environ.update(HTTPS_PROXY=_NOWHERE, https_proxy=_NOWHERE)
    os.environ.pop("NO_PROXY", None)
    os.environ.pop("no_proxy", None)


def _inside(folder: Path) -> Iterator[Path]:
    """Files and links in a folder and below it. Raises `UsageError` where they are too many."""
    count = 0
    for parent, names, files in os.walk(folder):
        links = [each for each in names if Path(parent, each).is_symlink()]
        for name in sorted([*files, *links]):
            count += 1
            if count > MAX_FILES:
                hint = f"a theme's folder holds at most {MAX_FILES} files"
                raise UsageError(f"{folder}: this is no theme's folder", hint)
            yield Path(parent, name)


def _leads_into(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        # It leads nowhere, or around in a circle.
        return False
