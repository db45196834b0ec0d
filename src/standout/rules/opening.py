"""How a statement opens, and which one fault of its opening is told: one finding a cause."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Literal

from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import words
from standout.vocabulary.markers import marker_set
from standout.vocabulary.verbs import Verb, lookup
from standout.vocabulary.words import is_function_word

Fault = Literal["duty", "team", "weak", "passive"]

_WORD = regex(r"[^\W\d_](?:[\w'’-]*\w)?")
_LABEL = regex(r"[^:.;!?]{2,60}:\s+")
# "Helped build", "helped with" hide a share; "helped 300 clinics to ..." tells who gained.
_SHARE = regex(
    r"(?:also |actively |i )?(?P<open>(?:helped|helping|helps|assisted|assisting|assists|"
    r"contributed|contributing|contributes)"
    r"(?: (?:to|with|in|on|by|colleagues|engineers|senior \w+|other \w+|"
    r"(?:the|a|our|my) (?:[\w-]+ ){0,3}team))+"
    r"|(?:supported|supporting) (?:the|a|our|my) (?:[\w-]+ ){0,3}team\b(?: (?:in|with|by))?"
    r"|(?:part|member) of (?:the|a|an) (?:[\w-]+ ){0,3}team\b"
    r"|(?:helped|helping|assisted|assisting)(?= (?P<verb>[a-z-]+)\b))",
    re.IGNORECASE,
    needs="help assist contribut support part_of member_of",
)
_FILLER = regex(
    r"(?:there (?:is|are|was|were)|it (?:is|was)|various|"
    r"in this (?:project|role|job|position|internship)|"
    r"this (?:project|role|job|work|task) "
    r"(?:is|was|involved|involves|included|includes|aims|aimed|uses|used|focuses|focused)|"
    r"(?:the|my) (?:main |primary |overall )?"
    r"(?:goal|aim|purpose|objective|task|role|job|work|project)"
    r"(?: of (?:the|this) [\w-]+)? (?:is|was|were|involved|included)|"
    r"as (?:a|an) (?:[\w-]+ ){1,3}(?:in|at|on|for|of) (?:the|a|an))\b",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    ["attempt", "try", "strive", "deal", "get", "go", "look", "observe", "understand"]
)
_PASSIVE = regex(
    r"(?<![\w-])(?P<be>was|were|is being|are being|has been|have been|had been) (?:\w+ly )?"
    r"(?P<participle>[a-z-]+)\b",
)
_BE = regex(r"\s+(?:was|were|is|are|has been|have been|had been)\b")
_CAUSED = regex(r"^(?:got|getting|gets) (?:[\w'’-]+ ){1,5}to [a-z]", re.IGNORECASE)
_MAIN_CLAUSE = 60
"""Characters within which the passive must come to be the statement's own verb."""
_FINE_IN_PASSIVE = frozenset(
    ["publish", "cite", "accept", "fund", "award", "select", "nominate", "invite", "feature",
     "promote", "rank", "use", "adopt", "choose", "recognise", "grant", "cover", "offer", "name",
     "elect", "present", "merge", "download", "pay", "hire", "appoint", "licence", "license",
     "patent", "acquire", "shortlist", "commend"]
)  # fmt: skip
"""What others do to good work: the actor is the point of it."""
_TITLE_WORDS = 3
"""How far behind a verb the noun stands that makes a title of it."""


@frozen
class Opening:
    """The first word that is neither a label nor an adverb, as offsets, and its verb if any."""

    start: int
    end: int
    word: str
    verb: Verb | None


@lru_cache(maxsize=4096)
def opening(text: str) -> Opening | None:
    """How a statement opens; None where it has no word."""
    for match in _WORD.finditer(text, _label_end(text)):
        word = match[0]
        verb = lookup(word)
        if verb is None and "-" in word:
            verb = lookup(word.rsplit("-", 1)[-1])
        if verb is not None and (_BE.match(text, match.end()) or _names_role(verb, text, match)):
            verb = None  # 'Models were trained', 'Lead engineer': a noun that looks like a verb
        is_adverb = word.lower().endswith("ly") or word.lower() in ("also", "then")
        if verb is not None or not is_adverb:
            return Opening(match.start(), match.end(), word, verb)
    return None


def _names_role(verb: Verb, text: str, match: re.Match[str]) -> bool:
    """'Lead engineer for ...', 'Test automation engineer'."""
    if verb.form != "base":
        return False
    for word in islice(_WORD.finditer(text, match.end()), _TITLE_WORDS):
        if word[0].lower() in marker_set("roles"):
            return True
        if is_function_word(word[0].lower()):
            return False
    return False


def _label_end(text: str) -> int:
    """Where a short label such as 'Search:' ends; a clause before a colon is none."""
    label = _LABEL.match(text)
    if label is None or label.end() == len(text):
        return 0
    words_of_label = label[0].split()
    verb = lookup(words_of_label[0])
    is_clause = len(words_of_label) > 4 or (verb is not None and verb.form != "base")
    return 0 if is_clause else label.end()


@lru_cache(maxsize=4096)
def opening_fault(text: str) -> tuple[Fault, int, int] | None:
    """The one fault of an opening that is told, and where: the first of those that apply."""
    share = _SHARE.match(text)
    if share and (share["verb"] is None or _is_base(share["verb"])):
        return "team", *share.span("open")
    duty = words.duty_opener(text)
    if duty:
        return "duty", *duty
    filler = _FILLER.match(text)
    if filler:
        return "weak", *filler.span()
    first = opening(text)
    if first and first.verb and first.verb.base in _EMPTY and _goes_on_small(text, first.end):
        return "weak", first.start, first.end
    passive = None if first and first.verb else _main_passive(text)
    return ("passive", *passive) if passive else None


def _goes_on_small(text: str, end: int) -> bool:
    # 'Getting Started' and 'Try GPT' are names; 'Got the model to run on a phone' is a deed.
    return text[end : end + 2].strip().islower() and not _CAUSED.search(text, 0, end + _MAIN_CLAUSE)


def _is_base(word: str) -> bool:
    verb = lookup(word)
    return verb is not None and (verb.form == "base" or verb.base == word)


def _main_passive(text: str) -> tuple[int, int] | None:
    """A passive before any relative clause, where nothing says that others acted."""
    match = _PASSIVE.search(text, 0, _MAIN_CLAUSE + 40)
    if match is None or match.start() > _MAIN_CLAUSE:
        return None
    before = text[: match.start()].lower()
    if re.search(r"\b(?:that|which|who|where|when|while|if|because|as|how|what)\b|[,;:(]", before):
        return None
    verb = lookup(match["participle"])
    if verb is None or verb.form not in ("past", "participle") or verb.base in _FINE_IN_PASSIVE:
        return None
    return match.span()
