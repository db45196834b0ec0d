"""Ratings made of symbols: '●●●●○', '★★★'."""

from __future__ import annotations

from collections.abc import Iterator

from standout.patterns import regex

_MARKS = "●○⬤◯⚫⚪★☆⭐⭑⭒✭✩■□▪▫▮▯◼◻◆◇█▓▒░◉◎♥♡"
_SYMBOLS = regex(rf"[{_MARKS}](?:[ ]?[{_MARKS}]){{2,9}}", needs=" ".join(_MARKS))


def symbols(text: str) -> Iterator[tuple[int, int]]:
    """Where a text rates something by filled and empty marks, or by three to six in a row."""
    for match in _SYMBOLS.finditer(text):
        written = match[0]
        if len(set(written) - {" "}) > 1 or (" " not in written and len(written) <= 6):
            yield match.span()
