"""Find many phrases in a text at once, as whole tokens."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import ahocorasick_rs

from standout.patterns import regex

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\t\n\r\u00a0\u2007\u2009\u202f", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d", '"'),
    }
)
_BETWEEN = "\0"
_WORDS_ALONE = {each: " " for each in range(128) if not chr(each).isalnum()}
_APART = frozenset(" ,;:()")
"""What never joins a word to its neighbour."""
_SHORT = 2
_SHORT_WORD = regex(rf"(?<![^\W_])[^\W_]{{1,{_SHORT}}}(?![^\W_])")


class Matcher:
    """Phrases compiled to one automaton.

    Letters match without regard to case, except in the patterns whose index is in `cased`.
    Typographic dashes, quotes and spaces match their plain forms. Of overlapping matches the
    leftmost wins, of those the longest, of those the one that was given first.
    """

    def __init__(self, patterns: Sequence[str], cased: Collection[int] = ()) -> None:
        # One call for all of them: there are many, and a start of the program waits for it.
        ordinary = [each if each.isascii() else plain(each) for each in patterns]
        folded = self._folded(_BETWEEN.join(ordinary)).split(_BETWEEN) if patterns else []
        self._exact = {index: ordinary[index] for index in cased}
        # One or two letters stand in every word: they are looked up for short words alone.
        self._short: dict[str, list[int]] = {}
        self._long: list[int] = []
        for index, each in enumerate(folded):
            if len(each) <= _SHORT and each.isalnum():
                self._short.setdefault(each, []).append(index)
            else:
                self._long.append(index)
        self._automaton = ahocorasick_rs.AhoCorasick(
            [folded[index] for index in self._long], store_patterns=False
        )

    @staticmethod
    def _folded(ordinary: str) -> str:
        return lower(ordinary)

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Every match as (index of the pattern, start, end), left to right, none overlapping."""
        return iter(self.found(text))

    def found(self, text: str) -> list[tuple[int, int, int]]:
        """The same as a list."""
        ordinary = plain(text)
        lowered = self._folded(ordinary)
        hits = self._long_hits(ordinary, lowered)
        if self._short:
            hits += self._short_hits(ordinary, lowered)
        if len(hits) > 1:
            hits.sort()
        kept, end_of_last = [], 0
        for start, _, index, end in hits:
            if start >= end_of_last:
                kept.append((index, start, end))
                end_of_last = end
        return kept

    def _long_hits(self, ordinary: str, lowered: str) -> list[tuple[int, int, int, int]]:
        exact, numbers, final = self._exact, self._long, len(ordinary)
        hits = []
        for place, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            # Most hits are parts of longer words; most others stand between blanks and commas.
            before = ordinary[start - 1] if start else " "
            if before.isalnum() and ordinary[start].isalnum():
                continue
            after = ordinary[end] if end < final else " "
            if after.isalnum() and ordinary[end - 1].isalnum():
                continue
            index = numbers[place]
            written = exact.get(index)
            if written is not None and ordinary[start:end] != written:
                continue
            plainly = before in _APART and after in _APART
            if plainly or is_token(ordinary, start, end):
                hits.append((start, -end, index, end))
        return hits

    def _short_hits(self, ordinary: str, lowered: str) -> list[tuple[int, int, int, int]]:
        short, exact = self._short, self._exact
        # Splitting at everything that is no letter or digit costs a third of looking for words.
        if lowered.isascii() and short.keys().isdisjoint(lowered.translate(_WORDS_ALONE).split()):
            return []
        hits = []
        for word in _SHORT_WORD.finditer(lowered):
            for index in short.get(word[0], ()):
                start, end = word.span()
                if exact.get(index, ordinary[start:end]) != ordinary[start:end]:
                    continue
                if is_token(ordinary, start, end):
                    hits.append((start, -end, index, end))
        return hits


class SpacedMatcher(Matcher):
    """The same, where a hyphen matches a space and a space a hyphen: 'amazon-web-services'."""

    @staticmethod
    def _folded(ordinary: str) -> str:
        return lower(ordinary).replace("-", " ")


def plain(text: str) -> str:
    """The text with plain dashes, quotes and spaces; every character keeps its offset."""
    return text if text.isascii() and text.isprintable() else text.translate(_TYPOGRAPHY)


def fold(text: str) -> str:
    """The text in lower case and plain typography; every character keeps its offset."""
    return lower(plain(text))


def is_token(text: str, start: int, end: int) -> bool:
    """Say whether `[start, end)` stands alone: 'C' does in 'C/C++, R', not in 'C#' or 'R-squared'.

    A full stop joins when a small letter or a digit follows ('Node.js', '3.12'), a plus when no
    word follows it, a number sign always; a hyphen and an ampersand join single letters only.
    """
    return not (_joined_before(text, start, end) or _joined_after(text, start, end))


def _joined_before(text: str, start: int, end: int) -> bool:
    if start == 0:
        return False
    before, first = text[start - 1], text[start]
    if before.isalnum():
        return first.isalnum()
    if before in "_@":
        return True
    if before in "-&":
        return end - start == 1 and start > 1 and text[start - 2].isalnum()
    if before == ".":
        return start > 1 and text[start - 2].isalnum() and not first.isupper()
    return False


def _joined_after(text: str, start: int, end: int) -> bool:
    if end == len(text):
        return False
    after, last = text[end], text[end - 1]
    if after.isalnum():
        return last.isalnum()
    if after in "_#":
        return last.isalnum()
    follower = text[end + 1 : end + 2]
    if after == "+":
        return last.isalnum() and not follower.isalnum()
    if after in "-&":
        return end - start == 1 and follower.isalnum()
    if after == ".":
        return follower.islower() or follower.isdigit()
    return False


def lower(text: str) -> str:
    """The text in lower case; every character keeps its offset."""
    # Only the dotted capital I grows when it is lowered.
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(each if len(each.lower()) > 1 else each.lower() for each in text)
