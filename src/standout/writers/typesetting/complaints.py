"""What Typst complains of, in the terms of a theme's author and of an applicant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from standout.errors import BuildError
from standout.patterns import regex

_PLACE = regex(r"┌─ (.+?):(\d+):(\d+)$", re.MULTILINE)
MAIN = "main"
"""How the file that is compiled is called: the library, then the theme."""
_UNCOVERED = regex(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_ESCAPE = regex(r"\\u\{([0-9a-f]+)\}|\\(.)")
_EAST_ASIAN = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
_TOLD = 5
_MEND = "mend it there; `standout themes --copy` makes a theme that works, to compare with"
_THEME_FOLDER = "a theme reads files of its own folder only"


class UncoveredError(BuildError):
    """Characters of the sheet that no font has, each once."""

    def __init__(self, characters: Iterable[str]) -> None:
        self.characters = tuple(characters)
        named = [f"`{each}` ({_name(each)})" for each in self.characters[:_TOLD]]
        more = len(self.characters) - len(named)
        tail = f" and {more} more characters" if more else ""
        super().__init__(f"no font has {', '.join(named)}{tail}", self._hint())

    def _hint(self) -> str:
        if any(_name(each).startswith(_EAST_ASIAN) for each in self.characters):
            return "pip install 'standout[fonts]'"
        return "write it otherwise, or name a folder of fonts that have it with `--font-path`"


def explained(message: str, diagnostic: str, hints: Iterable[str], above: int) -> BuildError:
    """The error that a user sees. `above` lines of the text that was set belong to no theme."""
    uncovered = _uncovered(diagnostic)
    if uncovered:
        return UncoveredError(uncovered)
    # Hints about options of Typst's own program help nobody here.
    ours = (_THEME_FOLDER if "--root" in each else each for each in hints)
    place = _place(diagnostic, above)
    return BuildError(f"{place}{message}", "; ".join(ours) or (_MEND if place else ""))


def _uncovered(diagnostic: str) -> list[str]:
    """The characters in question; of those that show nothing only where there are no others."""
    texts = "".join(_ESCAPE.sub(_unescaped, each) for each in _UNCOVERED.findall(diagnostic))
    found = list(dict.fromkeys(each for each in texts if not each.isspace()))
    return [each for each in found if not _is_unseen(each)] or found


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cf", "Mn")


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return f"{name}, {code}" if (name := unicodedata.name(character, "")) else code


def _place(diagnostic: str, above: int) -> str:
    """The first place within the theme: where it fails, or what of it led there."""
    for file, line, column in _PLACE.findall(diagnostic):
        if file.rsplit("/", 1)[-1] != MAIN:
            return f"{file}, line {line}, column {int(column) + 1}: "
        if int(line) > above:
            return f"theme.typ, line {int(line) - above}, column {int(column) + 1}: "
    return ""
