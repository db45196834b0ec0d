"""Honours as results: won, awarded, published at, recognised for; with a verb or without one."""

from __future__ import annotations

from standout.analysis.parts import Parts, Segment
from standout.patterns import regex
from standout.vocabulary.verbs import Verb
from standout.vocabulary.words import is_function_word

_HONOURING = frozenset(
    ("publish", "accept", "award", "nominate", "select", "feature", "shortlist", "win", "recognise",
     "recognize", "commend", "name", "elect")
)  # fmt: skip
_ALWAYS = frozenset(("win", "award", "nominate", "shortlist", "voted"))
"""Verbs that honour whatever follows: 'Awarded ‘Teacher of the Month’'."""
_RECEIVING = frozenset(("receive", "earn", "obtain", "get", "secure", "win"))
_GAINED = frozenset(
    ("funding", "grant", "grants", "offer", "tenure", "promotion", "seed", "stipend")
)
_ROUNDS = frozenset(
    ("final", "finals", "semi-final", "semi-finals", "semifinals", "podium", "shortlist")
)
_PASSING = frozenset(("pass", "clear"))
_TESTS = frozenset(
    ("audit", "audits", "exam", "exams", "examination", "certification", "inspection",
     "inspections", "defence", "viva", "review", "bar")
)  # fmt: skip
_TALKING = frozenset(("speak", "present", "talk", "lecture", "give", "keynote", "review", "join"))
_HONOURS = frozenset(("at", "in", "by", "for", "as", "the", "best"))
_WINNERS = frozenset(
    ("winner", "winners", "runner-up", "runners-up", "finalist", "finalists", "semi-finalist",
     "semifinalist", "laureate", "medallist", "medalist", "valedictorian", "salutatorian",
     "recipient", "fellowship", "scholarship", "prizewinner", "laude", "finals", "honours",
     "honors")
)  # fmt: skip
_OUTSTANDING = frozenset(("outstanding", "best", "top", "distinguished", "invited", "keynote"))
_MEDALS = frozenset(("gold", "silver", "bronze"))
_HONOURED_ROLES = frozenset(
    ("reviewer", "speaker", "talk", "paper", "poster", "student", "graduate", "lecture", "keynote",
     "associate", "performer", "seller", "employee", "teacher", "article", "thesis", "extension",
     "player", "presentation", "demo", "debater")
)  # fmt: skip
_UNFINISHED = frozenset(
    ("review", "preparation", "progress", "submitted", "submission", "rejected")
)
_PAPER_AT = regex(
    r"(?:(?:[Ff]irst|[Cc]o|[Jj]oint|[Ss]ole|[Ll]ead)[- ][Aa]uthor(?:ed)? (?:of an? )?"
    r"|[Aa]uthor of an? )?(?:[A-Za-z][a-z]+ )?"
    r"(?:[Pp]aper|[Aa]rticle)s? (?:[a-z-]+ ){0,6}(?:at|in) (?:the )?[A-Z]\w",
)
_AUTHORED = regex(
    r"(?:[Ff]irst|[Ss]econd|[Cc]o|[Jj]oint|[Ss]enior|[Ss]ole|[Ll]ead|[Cc]orresponding)[- ]"
    r"[Aa]uthor\b[^.;]{0,60}?(?:\b[Pp]apers?\b|\b[Aa]rticles?\b|,? (?:at |in )?[A-Z][A-Za-z]+)",
)
_OF_THE_YEAR = regex(
    r"\b(?:employee|teacher|student|player|seller|rep|researcher|developer|engineer|paper|product"
    r"|team|manager|volunteer|tutor|nurse|associate|performer)"
    r" of the (?:year|quarter|month|season|week)\b",
    needs="of_the",
)
_UNDER_AGE = regex(r"\b\d\d under \d\d\b", needs="under")


def honour_in(text: str) -> bool:
    """Say whether a text names an honour: 'Runner-up', 'summa cum laude', 'Invited speaker'."""
    lowered = text.lower()
    words = [word.strip(".,;:()'") for word in lowered.split()]
    named = any(each.search(lowered) for each in (_UNDER_AGE, _OF_THE_YEAR))
    return named or not _WINNERS.isdisjoint(words) or _is_outstanding(words)


def is_award(parts: Parts, segment: Segment) -> bool:
    """'Best paper award at ECML', '30 Under 30': an honour needs no verb."""
    return parts.opening is None and names_honour(parts, segment)


def names_honour(parts: Parts, segment: Segment) -> bool:
    """An award, a medal, a winner, an outstanding reviewer."""
    honours = parts.metrics_between(segment.first, segment.last)
    if any(each.metric.id in ("award", "medal") and not each.weak for each in honours):
        return True
    start, end = parts.span(segment)
    return honour_in(parts.text[start:end])


def _is_outstanding(words: list[str]) -> bool:
    """'outstanding reviewer', 'Top in-store sales associate', 'Invited talk'."""
    for at, word in enumerate(words):
        if word in _MEDALS and words[at + 1 : at + 2] in (["in"], ["at"], ["medal"]):
            return True  # 'gold in Jigsaw Toxic Comments'
        if word in _OUTSTANDING:
            for following in words[at + 1 : at + 4]:
                if following in _HONOURED_ROLES:
                    return True
                if is_function_word(following) or not following[:1].isalpha():
                    break
    return False


def is_paper(parts: Parts, segment: Segment) -> bool:
    """'First-author paper at ICML on ...': to be published there is the result."""
    start, end = parts.span(segment)
    if parts.opening is not None or not _UNFINISHED.isdisjoint(each.word for each in parts.tokens):
        return False
    if _PAPER_AT.match(parts.text, start, end):
        return True
    return segment.first == 0 and _AUTHORED.match(parts.text) is not None


def is_honoured(parts: Parts, segment: Segment, verb: Verb) -> bool:
    """'Published at NeurIPS', 'Received a best demo award', 'Invited to speak at ...'."""
    first = parts.word(segment.first)
    if verb.base in _ALWAYS or (verb.base in _HONOURING and first in _HONOURS):
        return True
    if verb.base == "publish":
        return _names_venue(parts, segment)
    if verb.base in _RECEIVING:
        words = {parts.word(at) for at in range(segment.first, segment.last + 1)}
        ranked = not {"finalist", "finalists", "winners"}.isdisjoint(t.word for t in parts.tokens)
        return ranked or names_honour(parts, segment) or not _GAINED.isdisjoint(words)
    if verb.base == "promote" and first in ("to", "from"):
        return True
    if verb.base in ("reach", "make", "qualify"):
        return any(parts.word(at) in _ROUNDS for at in range(segment.first, segment.last + 1))
    if verb.base in _PASSING:
        return any(parts.word(at) in _TESTS for at in range(segment.first, segment.last + 1))
    if verb.base != "invite":
        return False
    talks = first == "to" and parts.word(segment.first + 1) in _TALKING
    return talks or not _HONOURED_ROLES.isdisjoint(
        parts.word(at) for at in range(segment.first, min(segment.first + 3, segment.last + 1))
    )


def _names_venue(parts: Parts, segment: Segment) -> bool:
    """'Published two papers at ICML', 'published research at top-tier venues'."""
    last = len(parts.tokens) - 1
    for at in range(segment.first + 1, min(segment.last + 3, last)):
        if parts.word(at) in ("at", "in"):
            after = parts.tokens[at + 1]
            return after.capital or after.word in ("top", "top-tier", "peer-reviewed", "leading")
    return False
