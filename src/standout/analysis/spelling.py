"""Find words that are misspelt, and say what was meant; silence where there is any doubt.

The word list and its frequencies are those of `pyspellchecker`. Reading it as an object costs a
third of a second, so it stays the sorted text that it is packed as, and words are looked up by
bisection. A word is flagged only when it is on our list of frequent misspellings, or when no
rule can explain it (inflection, prefix, compound, British spelling, technical vocabulary) and a
frequent word stands one slip away (Damerau 1964: one letter wrong, missing, extra, or two
swapped), or two slips from a long one.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec

from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import verbs, wordlist

_WORD = regex(r"(?<![\w@#/.\\’'\u00ad{-])[A-Za-z][a-z]{3,23}(?![\w@#/\\’'\u00ad}-]|\.\w)")
_LAST_WORD = regex(r"(?<!\w)([a-z]{4,24})\s$")
_NEXT_WORD = regex(r"\s([a-z]{4,24})(?!\w)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PREFIXES = (
    "anti", "auto", "bi", "bio", "co", "counter", "cross", "cyber", "de", "dis", "e", "electro",
    "en", "eco", "ex", "extra", "fore", "geo", "hydro", "hyper", "im", "in", "inter", "intra",
    "macro", "mega", "meta", "micro", "mid", "mini", "mis", "mono", "multi", "nano", "neuro", "non",
    "off", "omni", "on", "out", "over", "para", "photo", "poly", "post", "pre", "pro", "proto",
    "pseudo", "quasi", "re", "self", "semi", "socio", "sub", "super", "tele", "thermo", "trans",
    "tri", "ultra", "un", "under", "uni", "up", "video",
)  # fmt: skip
_SUFFIXES = (
    ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")),
    ("ing", ("", "e")), ("ers", ("", "e")), ("er", ("", "e")), ("ors", ("", "e")),
    ("or", ("", "e")), ("ably", ("", "e")), ("able", ("", "e")), ("ability", ("", "e")),
    ("ibility", ("ible",)), ("ically", ("ic", "ical")), ("ally", ("al",)), ("ly", ("",)),
    ("ily", ("y",)), ("ic", ("ics",)),
    ("ants", ("", "e")), ("ant", ("", "e")), ("iness", ("y",)),
    ("ness", ("",)), ("less", ("",)), ("wise", ("",)),
    ("ization", ("", "e", "al", "ize")), ("ize", ("", "e", "y")), ("ized", ("", "e", "y")),
    ("izing", ("", "e", "y")), ("izer", ("", "ize")), ("izes", ("", "e")), ("ality", ("al",)),
    ("ity", ("", "e")), ("ation", ("ate", "e", "")), ("ative", ("ate", "e")), ("ship", ("",)),
    ("al", ("", "e")), ("ist", ("", "e", "y")), ("ists", ("", "e", "y")), ("ish", ("",)),
)  # fmt: skip
_BRITISH = (
    ("isation", "ization"), ("isations", "izations"), ("ising", "izing"), ("ised", "ized"),
    ("iser", "izer"), ("isers", "izers"), ("ises", "izes"), ("ise", "ize"), ("isable", "izable"),
    ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("oural", "oral"),
    ("ourable", "orable"), ("ourite", "orite"), ("ourites", "orites"), ("ouful", "orful"),
    ("yse", "yze"), ("ysed", "yzed"), ("yser", "yzer"), ("ysers", "yzers"), ("yses", "yzes"),
    ("ysing", "yzing"), ("tre", "ter"), ("tres", "ters"), ("tred", "tered"), ("bre", "ber"),
    ("ogue", "og"), ("ogues", "ogs"), ("ence", "ense"), ("ences", "enses"), ("lled", "led"),
    ("lling", "ling"), ("ller", "ler"), ("llers", "lers"), ("llor", "lor"), ("llors", "lors"),
    ("mme", "m"), ("mmes", "ms"), ("gement", "gment"), ("gements", "gments"), ("lment", "llment"),
    ("ilful", "illful"), ("ageing", "aging"), ("acknowledgement", "acknowledgment"),
)  # fmt: skip
_COMMON, _FREQUENT = 1_500, 150
_LONG = 20_000
"""Characters that are checked: a statement has hundreds."""


@frozen
class Misspelling:
    """A misspelt word at `[start, end)` and what was probably meant."""

    start: int
    end: int
    word: str
    meant: str


def misspellings(text: str, names: Collection[str] = ()) -> Iterator[Misspelling]:
    """The misspelt words of an English text.

    `names` are words (lower case) that the document itself uses as names. Words with a capital
    inside a sentence count as names unless they are on the list of frequent misspellings.
    """
    for match in _WORD.finditer(text[:_LONG]):
        word = match[0].lower()
        if word in names or not (match[0].islower() or _may_be_slip(text, match)):
            continue
        meant = _meant(word)
        if meant is not None and _is_sure(text, match, meant):
            yield Misspelling(*match.span(), match[0], _like(match[0], meant))


def frequent_misspellings(text: str) -> Iterator[Misspelling]:
    """The words of a text that are on the list of frequent misspellings, names or not."""
    known = wordlist.misspellings()
    for match in _WORD.finditer(text):
        if match[0].lower() in known:
            yield Misspelling(*match.span(), match[0], _like(match[0], known[match[0].lower()]))


@lru_cache(maxsize=50_000)
def is_word(word: str) -> bool:
    """Say whether a word (lower case) is one, by list or by a rule that explains it."""
    if word in wordlist.misspellings():
        return False
    return _plain(word) or _derived(word) or _compound(word)


@lru_cache(maxsize=20_000)
def frequency(word: str) -> int:
    """How often the word list has seen a word (lower case); 0 for a word it lacks."""
    listed = _listed()
    target = b'"' + word.encode() + b'"'
    low, high = 0, len(listed)
    while low < high:
        middle = (low + high) // 2
        start = listed.rfind(b"\n", 0, middle) + 1
        key, _, value = listed[start : (end := _line_end(listed, middle))].partition(b": ")
        if key == target:
            return int(value.rstrip(b","))
        if key < target:
            low = end + 1
        else:
            high = start
    return 0


def _line_end(listed: bytes, start: int) -> int:
    end = listed.find(b"\n", start)
    return len(listed) if end < 0 else end


def _may_be_slip(text: str, match: re.Match[str]) -> bool:
    # A capital inside a sentence is a name's; at its start a verb is expected, or a name.
    before = text[max(0, match.start() - 8) : match.start()].rstrip(" \"'“‘(*•-–")
    opens = not before or before[-1] in ".!?:"
    return opens or match[0].lower() in wordlist.misspellings()


def _is_sure(text: str, match: re.Match[str], meant: str) -> bool:
    if match[0].lower() in wordlist.misspellings():
        return True
    if not match[0].islower() and verbs.lookup(meant) is None:
        return False
    # Two unknown words in a row are rather another language than two slips.
    before = _LAST_WORD.search(text, max(0, match.start() - 30), match.start())
    after = _NEXT_WORD.match(text, match.end())
    return not any(each is not None and not is_word(each[1]) for each in (before, after))


def _like(word: str, meant: str) -> str:
    return meant.capitalize() if word[0].isupper() else meant


@lru_cache(maxsize=20_000)
def _meant(word: str) -> str | None:
    if word in wordlist.misspellings():
        return wordlist.misspellings()[word]
    if len(word) < 5:
        return None
    return _doubled(word) or (None if is_word(word) else _nearest(word))


def _doubled(word: str) -> str | None:
    """'submited': the verb doubles its last letter, and no other word is spelt so."""
    for suffix in ("ed", "ing"):
        stem = word.removesuffix(suffix)
        if stem == word or stem[-1] not in "bdgmnprt" or frequency(word) or frequency(stem + "e"):
            continue
        whole = stem + stem[-1] + suffix
        if verbs.lookup(word) is None and (verb := verbs.lookup(whole)) and verb.base == stem:
            return whole
    return None


def _plain(word: str) -> bool:
    return (
        word in wordlist.modern()
        or word in wordlist.technical()
        or frequency(word) > 0
        or any(frequency(each) > 0 or each in wordlist.modern() for each in _american(word))
    )


def _american(word: str) -> Iterator[str]:
    for british, american in _BRITISH:
        if word.endswith(british) and len(word) > len(british) + 1:
            yield word[: -len(british)] + american
    for british, american in (("our", "or"), ("mould", "mold"), ("sulph", "sulf")):
        if british in word:
            yield word.replace(british, american)
    if "ae" in word or "oe" in word:
        yield word.replace("ae", "e").replace("oe", "e")


def _derived(word: str) -> bool:
    for prefix in _PREFIXES:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) >= 4 and (_plain(rest) or _inflected(rest)):
            return True
    return _inflected(word)


def _inflected(word: str) -> bool:
    for british in (word, *_american(word)):
        for suffix, endings in _SUFFIXES:
            stem = british.removesuffix(suffix)
            if stem != british and any(_is_stem(stem + ending) for ending in endings):
                return True
            doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt"
            if stem != british and suffix in ("ed", "ing", "er", "ers") and doubled:
                # 'bootstrapper' doubles as 'strapper' does; 'developped' is a slip.
                short = len(stem) < 6 and frequency(stem[:-1]) >= _FREQUENT
                return short or (len(stem) > 5 and _compound(stem[:-1]))
    return False


def _is_stem(stem: str) -> bool:
    return len(stem) >= 4 and (
        stem in wordlist.modern() or stem in wordlist.technical() or frequency(stem) >= _FREQUENT
    )


def _compound(word: str) -> bool:
    return any(_is_part(word[:at]) and _is_part(word[at:]) for at in range(3, len(word) - 2))


def _is_part(part: str) -> bool:
    return frequency(part) >= (_COMMON * 20 if len(part) == 3 else _COMMON) or (
        len(part) > 4 and part in wordlist.modern()
    )


def _nearest(word: str) -> str | None:
    def fit(other: str) -> tuple[int, bool, bool, str]:
        return _weight(other), other[0] == word[0], other[-1] == word[-1], other

    near = max(_one_slip(word), key=fit, default=None)
    if near is not None and _weight(near) >= (_COMMON if len(word) < 7 else _FREQUENT):
        return near
    if len(word) < 9:
        return None
    far = (each for each in _two_slips(word) if _weight(each) >= _COMMON)
    return max(far, key=fit, default=None)


def _weight(word: str) -> int:
    known = word in wordlist.modern() or word in wordlist.technical()
    return max(frequency(word), _COMMON if known else 0)


def _one_slip(word: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    missing = {a + letter + b for a, b in cuts for letter in _LETTERS}
    extra = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    wrong = {a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS}
    return {each for each in missing | extra | swapped | wrong if _weight(each)}


def _two_slips(word: str) -> Iterator[str]:
    """Words with the same first two letters that two slips of the inner letters explain."""
    for each in _frequent_words(word[:2]):
        if abs(len(each) - len(word)) <= 2 and _distance(word, each) <= 2:
            yield each


@lru_cache(maxsize=256)
def _frequent_words(start: str) -> tuple[str, ...]:
    pattern = rf'^"({start}[a-z]{{6,}})": (\d{{4,}})'.encode()
    return tuple(match[1].decode() for match in re.finditer(pattern, _listed(), re.MULTILINE))


def _distance(left: str, right: str) -> int:
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


@cache
def _listed() -> bytes:
    # Read beside the package, not through it: importing the package costs more than the list.
    spec = find_spec("spellchecker")
    if spec is None or spec.origin is None or not isinstance(spec.loader, SourceFileLoader):
        return b""
    packed = spec.loader.get_data(spec.origin.removesuffix("__init__.py") + "resources/en.json.gz")
    # One JSON object, a sorted entry a line; its braces are no entries.
    return gzip.decompress(packed).removeprefix(b"{\n")
