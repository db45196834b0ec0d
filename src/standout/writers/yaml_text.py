"""A tree of strings as YAML, with quotes only where YAML needs them and comments above keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from standout.patterns import regex
from standout.writers.profile_tree import Tree, Value

_PLAIN = regex(r"[^\W_][^\n]*")
_NOT_TEXT = regex(r"(?:yes|no|on|off|y|n|true|false|null|nan|inf)|[\d_.,:eExXoO+-]+", re.IGNORECASE)
_DATE = regex(r"\d{4}(?:-\d{2})?")


def dump(tree: Tree, comments: Mapping[str, str]) -> str:
    """The YAML text of a mapping. `comments` go above the top keys they name."""
    parts: list[str] = []
    for key, value in tree.items():
        comment = f"# {comments[key]}\n" if key in comments else ""
        parts.append(comment + "".join(f"{each}\n" for each in _pair(key, value, "")))
    return "\n".join(parts)


def item(tree: Tree, pad: str) -> Iterator[str]:
    """The lines of a mapping as one item of a list; `pad` stands before the dash."""
    return _block([tree], pad)


def _pair(key: str, value: Value, pad: str) -> Iterator[str]:
    if value is None:
        yield f"{pad}{key}:"
    elif isinstance(value, str):
        dated = key in ("start", "end", "date") and _DATE.fullmatch(value)
        bare = dated or key in ("standout", "clickable")
        yield f"{pad}{key}: {value if bare else scalar(value)}"
    elif not value:
        yield f"{pad}{key}: {'{}' if isinstance(value, dict) else '[]'}"
    else:
        yield f"{pad}{key}:"
        yield from _block(value, pad + "  ")


def _block(value: list[Value] | dict[str, Value], pad: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _pair(key, inner, pad)
        return
    for item in value:
        if isinstance(item, str):
            yield f"{pad}- {scalar(item)}"
        elif not item:
            yield f"{pad}- {'{}' if isinstance(item, dict) else '[]'}"
        else:
            first, *rest = _block(item, pad + "  ")
            yield f"{pad}- {first.lstrip(' ')}"
            yield from rest


def scalar(text: str) -> str:
    """One string as a YAML scalar on one line."""
    text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    if _is_plain(text):
        return text
    if _is_printable(text) and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_character, text)) + '"'


def _is_plain(text: str) -> bool:
    return bool(
        _PLAIN.fullmatch(text)
        and _is_printable(text)
        and text == text.strip()
        and not _NOT_TEXT.fullmatch(text)
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
    )


def _is_printable(text: str) -> bool:
    # Python calls the no-break space unprintable; YAML does not.
    return text.replace("\xa0", " ").isprintable()


def _character(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char == "\n":
        return "\\n"
    if _is_printable(char):
        return char
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
