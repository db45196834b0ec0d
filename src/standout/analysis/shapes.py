"""How a kind of number is written, and the pieces that its patterns are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from standout.analysis.numbers import DIGITS, MAGNITUDE, WORDS
from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary.words import nouns

Accepts = Callable[[str, re.Match[str]], bool]
"""Decides on a match from the text around it."""


@frozen
class Shape:
    """One way to write a kind of number.

    The number is the group `n`, or all that matches. `needs` are pieces of which one must occur
    in the `sketch` of a text; they spare most texts most patterns.
    """

    kind: str
    source: str
    flags: re.RegexFlag
    unit: str | None = None
    accepts: Accepts | None = None
    needs: tuple[str, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return _compiled(self.source, self.flags)

    def may_occur(self, sketched: str) -> bool:
        """Say whether the pattern is worth trying on a text, by its `sketch`."""
        return not self.needs or any(piece in sketched for piece in self.needs)


def sketch(text: str) -> str:
    """A text for a quick look: in lower case, blanks as `_`; then with every digit as `0`; then
    its words alone, a `_` before and behind each.
    """
    written = text.lower().replace(" ", "_")
    zeros = _DIGIT.sub("0", written)
    return f"{written} {zeros} _{'_'.join(_WORD.findall(zeros))}_"


@cache
def _compiled(source: str, flags: re.RegexFlag) -> re.Pattern[str]:
    # On first use: compiling all of them costs more than reading a page.
    return re.compile(source, flags)


def shape(
    kind: str,
    pattern: str,
    needs: str = "",
    unit: str | None = None,
    accepts: Accepts | None = None,
) -> Shape:
    """A shape in any case; `needs` are separated by blanks."""
    return Shape(kind, pattern, re.IGNORECASE, unit, accepts, tuple(needs.split()))


def cased_shape(kind: str, pattern: str, needs: str = "", accepts: Accepts | None = None) -> Shape:
    """A shape whose capitals matter."""
    return Shape(kind, pattern, re.NOFLAG, None, accepts, tuple(needs.split()))


N = rf"(?:{DIGITS})"
"""Digits."""
NM = rf"(?:{DIGITS}{MAGNITUDE}?\+?)"
"""Digits with their magnitude."""
LARGE = r"(?: (?:hundred|thousand|million|billion|dozen))?"
W = rf"(?:{NM}|(?<![\w-]){WORDS}{LARGE})"
"""Digits or a word."""
SIGN = r"[-+±~≈<>≤≥]?"
PERIOD = (
    r"(?:(?: ?/ ?|[ -]per[ -]| an? | every | each )"
    r"(?:s|sec(?:ond)?|min(?:ute)?|h|hr|hour|day|working day|night|week|wk|month|mo|quarter|year|yr"
    r"|annum)(?!\w)| (?:p\.a\.|annually|yearly|monthly|weekly|daily)(?!\w))"
)
TIME_UNIT = (
    r"(?:milliseconds?|msecs?|ms|microseconds?|µs|us|nanoseconds?|ns|seconds?|secs?|s|minutes?"
    r"|mins?|hours?|hrs?|h|(?:working |business |calendar |person[- ]|man[- ]|gpu[- ]|cpu[- ])?"
    r"days?"
    r"|(?:person|man|engineer)[- ](?:hours?|weeks?|months?|years?)"
    r"|weeks?|wks?|months?|quarters?|years?|yrs?|decades?|d)"
)
WHOLE = (
    r"(?P<whole>(?:of|out of|among|from|/|in) (?:the |about |over |more than |some |around |~)?"
    rf"{NM}(?: [a-z-]+)?)"
)

_DIGIT = regex(r"\d")
_WORD = regex(r"[^\W_]+")
_WORD_AFTER = regex(r"[ -]?([^\W\d_][\w'-]{0,30})")
_TOKEN_AFTER = regex(r" ?(\w{1,20})")
_WORD_BEFORE = regex(r"([^\s(]{1,30})\s?$")


def word_after(text: str, at: int) -> str:
    """The word behind an offset, in lower case; empty where something else stands there."""
    match = _WORD_AFTER.match(text, at)
    return match[1].lower() if match else ""


def token_after(text: str, at: int) -> str:
    """The word or number behind an offset, in lower case."""
    match = _TOKEN_AFTER.match(text, at)
    return match[1].lower() if match else ""


def word_before(text: str, at: int) -> str:
    """The word before an offset, as written."""
    match = _WORD_BEFORE.search(text[max(0, at - 31) : at])
    return match[1] if match else ""


def is_listed_noun(word: str) -> bool:
    """Say whether a word is one of the nouns that numbers count."""
    groups = ("input", "audience", "outcome", "activity")
    return any(word in nouns(group) for group in groups)
