"""LaTeX in the values of a bibliography: accents and signs as Unicode, maths as it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from standout.patterns import regex
from standout.source import Text

_TOKEN = regex(
    r"\\(?P<word>[A-Za-z]+)(?P<gap>\s*)|\\(?P<sign>[\s\S])|(?P<maths>\$[^$]{1,2000}\$)"
    r"|(?P<dash>-{2,3})|(?P<quote>``|'')|(?P<brace>[{}])|(?P<space>[\s~]+)|(?P<char>[\s\S])"
)
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    '"': "\u0308", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331", "t": "\u0361",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "SS": "ẞ",
}  # fmt: skip
_SYMBOLS = {
    "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "ldots": "…", "dots": "…", "textellipsis":
    "…", "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘",
    "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'", "textregistered":
    "®", "texttrademark": "™", "copyright": "©", "textcopyright": "©", "S": "§", "pounds": "£",
    "texteuro": "€", "euro": "€", "textasciitilde": "~", "textasciicircum": "^", "textbackslash":
    "\\", "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">",
    "textdegree": "°", "textbullet": "•", "textperiodcentered": "·", "slash": "/", "quad": " ",
    "qquad": " ", "space": " ", "newline": " ", "linebreak": " ", "par": " ", "and": "&",
    "textdollar": "$", "textpercent": "%", "textampersand": "&",
}  # fmt: skip
_SPACES = frozenset(" ,;:!\\\n\t\r")
_SPACING = {"\u0303": "~", "\u0302": "^"}
"""What an accent over nothing means."""


def plain(text: Text) -> Text:
    """The text as it would be printed, in one line, with the place of each character."""
    return _Printer(text).printed().strip()


@dataclass
class _Printer:
    text: Text
    values: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    accent: str = ""

    def printed(self) -> Text:
        for token in _TOKEN.finditer(self.text.value):
            for chars in self._chars(token):
                self._emit(chars, self.text.places[token.start()])
        return Text("".join(self.values), tuple(self.places))

    def _chars(self, token: re.Match[str]) -> Iterator[str]:
        """What one token prints; an accent waits for the letter it stands on."""
        if token["word"]:
            yield from self._command(token["word"], token["gap"])
        elif token["sign"]:
            yield from self._sign(token["sign"])
        elif token["brace"]:
            if token["brace"] == "}" and self.accent:
                bare, self.accent = _SPACING.get(self.accent, ""), ""
                yield bare
        elif token["space"]:
            if not self.accent and self.values and self.values[-1] != " ":
                yield " "
        elif token["dash"]:
            yield "–" if token["dash"] == "--" else "—"
        elif token["quote"]:
            yield "“" if token["quote"] == "``" else "”"
        else:
            yield token[0]

    def _command(self, word: str, gap: str) -> Iterator[str]:
        if word in _ACCENTS:
            self.accent = _ACCENTS[word]
        elif word in _LETTERS:
            yield (
                {"ı": "i", "ȷ": "j"}.get(_LETTERS[word], _LETTERS[word])
                if self.accent
                else (_LETTERS[word])
            )
        elif word in _SYMBOLS:
            yield _SYMBOLS[word]
        elif len(word) > 1 and word[0] in _ACCENTS and word[1:] in ("i", "j"):
            self.accent = _ACCENTS[word[0]]
            yield word[1:]
        elif gap and self.values and self.values[-1] != " ":
            # Any other command sets a face or a size: what it sets is kept, the command is not.
            yield " "

    def _sign(self, sign: str) -> Iterator[str]:
        if sign in _ACCENTS:
            self.accent = _ACCENTS[sign]
        elif sign in _SPACES:
            if self.values and self.values[-1] != " ":
                yield " "
        elif sign not in "/-":
            yield sign

    def _emit(self, chars: str, place: int) -> None:
        if self.accent and chars[:1].isalpha():
            composed = unicodedata.normalize("NFC", chars[0] + self.accent)
            chars, self.accent = composed + chars[1:], ""
        self.values += chars
        self.places += [place] * len(chars)


def address(text: Text) -> Text:
    """An address as it is meant: without the backslashes, braces and `\\url` around it."""
    kept = [
        at
        for at, char in enumerate(text.value)
        if char not in "{}\\ \t\r\n" and not _in_command(text.value, at)
    ]
    return Text("".join(text.value[at] for at in kept), tuple(text.places[at] for at in kept))


def _in_command(value: str, at: int) -> bool:
    start = value.rfind("\\", max(0, at - 4), at)
    return start >= 0 and value[start : start + 4] == "\\url" and at < start + 4
