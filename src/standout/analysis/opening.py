"""How a statement opens: a duty, an action, a deed as a noun, or none of them."""

from __future__ import annotations

from collections.abc import Sequence

from standout.analysis.tokens import Token
from standout.values import frozen
from standout.vocabulary.markers import marker_set
from standout.vocabulary.verbs import Verb, lookup
from standout.vocabulary.words import is_first_person, is_function_word

_NO_SUBJECT = frozenset(("a", "an", "the", "of", "for", "to", "and", ",", "our", "on", "with"))
_BETWEEN = frozenset(("now", "then", "also", "still", "later", "since", "never", "always", "not"))
_BE = frozenset(("was", "were", "is", "are", "been", "being", "be", "got"))
_NO_OBJECT = frozenset(("by", "of", ".", ",", ":"))
_SKIPPED = frozenset(
    ("i", "we", "also", "then", "have", "has", "had", "did", "do", "now", "currently", "jointly",
     "together", "and", "to", "he", "she", "they", "would", "could", "just", "only",
     "personally", "myself")
)  # fmt: skip
_NOUN_BEFORE = frozenset(("of", ":", "-", "", ",", "|", "—", "–"))
_NOUNS = frozenset(
    ("research", "project", "model", "program", "score", "result", "rank", "place", "top",
     "market", "record", "experience", "award", "report")
)  # fmt: skip
"""Verbs whose base form opens a statement as a noun unless an object follows."""
_DETERMINERS = frozenset(("a", "an", "the", "new", "our", "how", "and", "all", "each", "their"))
_AFTER_ADVERB = frozenset(("to", "from", "by", "of", ","))
_QUALITIES_OF_PEOPLE = frozenset(
    ("skilled", "interested", "experienced", "talented", "dedicated", "qualified", "versed",
     "seasoned", "gifted", "motivated", "oriented", "aged", "based", "certified")
)  # fmt: skip
"""Forms in -ed that describe a person where nothing is done to anything."""
_AFTER_QUALITY = frozenset(("in", "with", "at", "and", "on", "", ","))
_DONE_BY = frozenset(
    ("hand", "stress", "load", "red", "unit", "user", "field", "peer", "fact", "soft", "hard",
     "beta", "smoke", "pen", "penetration", "crowd", "ghost", "team", "guest", "custom", "live",
     "usability", "integration", "performance", "dry", "batch", "bulk")
)  # fmt: skip
_BREAKS = frozenset((",", ":", ";", "-", "—", "–", "|", "•", ")", "→"))


@frozen
class Opening:
    """The action of a statement as token indices `[first, last]`.

    `object_first` says that its object stands before it, as in the passive;
    `deed` marks a noun of doing in place of a verb ('Design of a ranking model').
    """

    first: int
    last: int
    verb: Verb | None
    object_first: bool = False
    deed: bool = False


def find_opening(tokens: Sequence[Token]) -> Opening | None:
    """The action a statement opens with, or the first one it reports."""
    start = _first_word(tokens)
    return (
        _verb_at(tokens, start)
        or _deed_at(tokens, start)
        or _after_a_break(tokens, start)
        or _passive(tokens, start)
        or _finite(tokens, start)
    )


def _first_word(tokens: Sequence[Token]) -> int:
    index = 0
    while index < len(tokens) and not tokens[index].is_word:
        index += 1
    return index


def _verb_at(tokens: Sequence[Token], start: int) -> Opening | None:
    index = start
    while index < len(tokens) and _is_skipped(tokens[index]):
        index += 1
    if index >= len(tokens) or not tokens[index].is_word:
        return None
    if index > start and tokens[index - 1].word == "to":
        return None
    verb = tokens[index].verb or _unknown_past(tokens[index])
    if verb is not None and verb.form == "base" and _is_owned(tokens, index):
        return None  # 'Our probe recovers ...'
    if verb is None or _is_noun_here(tokens, index, verb) or _describes(tokens, index):
        return None
    if tokens[index].word in marker_set("method") and _after_a_break(tokens, index) is not None:
        return None
    return Opening(index, _with_particle(tokens, _last_of_series(tokens, index)), verb)


def _with_particle(tokens: Sequence[Token], last: int) -> int:
    """'Set up monitoring', 'rolled out': the particle belongs to the verb."""
    if last + 2 >= len(tokens) or tokens[last + 1].word not in ("up", "out", "off"):
        return last
    plain_adverb = tokens[last + 1].word == "up" and tokens[last + 2].word in _AFTER_ADVERB
    return last if plain_adverb else last + 1


def _is_skipped(token: Token) -> bool:
    if token.word in _SKIPPED or is_first_person(token.word):
        return True
    return token.word.endswith("ly") and token.verb is None and len(token.word) > 4


def _is_owned(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].word in ("our", "my", "their", "its")


def _unknown_past(token: Token) -> Verb | None:
    """A past tense that the vocabulary lacks still reports an action, as does 'Hand-labelled'."""
    if len(token.word) > 4 and token.word.endswith("ed") and token.word.isalpha():
        return Verb(token.word, "past", "neutral")
    means, _, done = token.word.partition("-")
    verb = lookup(done) if means in _DONE_BY else None
    return verb if verb is not None and verb.form == "past" else None


def _is_noun_here(tokens: Sequence[Token], index: int, verb: Verb) -> bool:
    """'Research assistant', 'Design of', 'Lead engineer', 'Top 10' report no action."""
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    if verb.form == "gerund":
        return following in ("", ":") or following in marker_set("roles")
    if verb.form == "past":
        if _is_counted_use(tokens, index):
            return True
        return following == "by" and _is_done_to_writer(tokens, index)
    if verb.form not in ("base", "third"):
        return False
    if following in _NOUN_BEFORE or (verb.form == "base" and _names_role(tokens, index)):
        return True
    if following == "and" and index + 2 < len(tokens):
        return tokens[index + 2].verb is None
    return verb.base in _NOUNS and following not in _DETERMINERS


def _describes(tokens: Sequence[Token], index: int) -> bool:
    """'Skilled in SQL', 'Highly motivated graduate'; not 'Motivated a team'."""
    if tokens[index].word not in _QUALITIES_OF_PEOPLE:
        return False
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    return following in _AFTER_QUALITY or (index > 0 and tokens[index - 1].word.endswith("ly"))


def _names_role(tokens: Sequence[Token], index: int) -> bool:
    """'Lead engineer', 'Test automation engineer'; not 'Lead the engineer'."""
    for token in tokens[index + 1 : index + 4]:
        if token.word in marker_set("roles"):
            return True
        if not token.is_word or is_function_word(token.word):
            return False
    return False


def _is_counted_use(tokens: Sequence[Token], index: int) -> bool:
    """'Cited 40 times'; not 'Installed 3 times a week'."""
    times = index + 2 < len(tokens) and tokens[index + 2].word == "times"
    return times and tokens[index].word in ("cited", "downloaded")


def _is_done_to_writer(tokens: Sequence[Token], index: int) -> bool:
    """'Used by 40 teams', 'Supervised by Prof. Lang'; not 'Started by profiling'."""
    if tokens[index].word in marker_set("adoption"):
        return True
    agent = tokens[index + 2] if index + 2 < len(tokens) else None
    return agent is not None and agent.capital


def _last_of_series(tokens: Sequence[Token], index: int) -> int:
    """The last verb of 'Designed, built and shipped'."""
    last = index
    while True:
        step = last + 1
        while step < len(tokens) and tokens[step].word in (",", "and", "&", "then", "/"):
            step += 1
        if step == last + 1 or step >= len(tokens):
            return last
        verb = tokens[step].verb or _unknown_past(tokens[step])
        if verb is None or verb.form != _form_of(tokens[index]):
            return last
        last = step


def _form_of(token: Token) -> str:
    return token.verb.form if token.verb else "past"


def _deed_at(tokens: Sequence[Token], start: int) -> Opening | None:
    """'Design and implementation of ...'."""
    deeds = marker_set("deeds")
    last = start
    while (
        last + 2 < len(tokens)
        and tokens[last].word in deeds
        and tokens[last + 1].word in ("and", ",")
    ):
        last += 2
    if last + 1 < len(tokens) and tokens[last].word in deeds and tokens[last + 1].word == "of":
        return Opening(start, last, None, deed=True)
    return None


def _after_a_break(tokens: Sequence[Token], start: int) -> Opening | None:
    """'Using PyTorch, built ...'; 'Fraud model: cut ...'."""
    for index in range(start + 1, len(tokens) - 1):
        verb = tokens[index].verb
        if tokens[index - 1].word in _BREAKS and verb is not None and verb.form == "past":
            return Opening(index, _last_of_series(tokens, index), verb)
        if tokens[index].word == "i" and tokens[index - 1].word == ",":
            return _verb_at(tokens, index)
    return None


def _passive(tokens: Sequence[Token], start: int) -> Opening | None:
    for index in range(start + 1, len(tokens)):
        if not _follows_be(tokens, index):
            continue
        verb = tokens[index].verb or _unknown_past(tokens[index])
        if verb is not None and verb.form in ("past", "participle"):
            return Opening(index, index, verb, object_first=True)
    return None


def _follows_be(tokens: Sequence[Token], index: int) -> bool:
    """'was rewritten', 'are now answered', 'is automatically checked'."""
    before = tokens[index - 1].word
    if before in _BETWEEN or (before.endswith("ly") and len(before) > 4):
        before = tokens[index - 2].word if index > 1 else ""
    return before in _BE


def _finite(tokens: Sequence[Token], start: int) -> Opening | None:
    """'The new index reduced ...', 'Classifier that flags ...'."""
    for index in range(start + 1, len(tokens) - 1):
        verb, before = tokens[index].verb, tokens[index - 1].word
        if verb is None or before in _NO_SUBJECT or tokens[index + 1].word in _NO_OBJECT:
            continue
        relative = before in ("that", "which")
        if verb.form == "past" or (verb.form == "third" and (relative or verb.change)):
            return Opening(index, index, verb, object_first=True)
    return None
