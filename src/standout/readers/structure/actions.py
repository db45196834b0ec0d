"""Whether words tell of something done, as statements do and titles do not."""

from __future__ import annotations

from collections.abc import Sequence

from standout.patterns import regex
from standout.vocabulary import roles, verbs

_ANNOUNCES = regex(
    r"(?:Awarded|Issued|Published|Presented|Organi[sz]ed|Hosted|Granted|Offered|Given)"
    r"(?:\s(?:by|on|in|at|from)\b|:|\s(?:[A-Z][a-z]{2,8}\.?\s)?(?:19|20)\d\d\b)"
)

_ARTICLES = ("a", "an", "the", "our", "all")
_DEED = regex(
    r"[A-ZÀ-Þ][^\W\d_]{2,20}(?:"
    r"(?:tion|sion|ment|age|ción|sión|miento|zione|mento|ção)"
    r" (?:(?:de|du|des|del|della|delle|dei|di|do|da|dos|das|et|y|e)\s|d['’])"
    r"|(?:ung|ion|ieren|bau|ierung) (?:von|des|der|eines|einer|und|zur|zum)\s"
    r"|(?:[éí]|uje|uve) (?!de\b))"
    r"|(?:Mise en|Étude|Analyse|Suivi|Refonte|Aufbau|Betrieb|Pflege|Puesta en) (?:de|des|du|"
    r"d['’]\w+|von|der|eines|einer|place|œuvre|production|marcha|producción)\b"
)
"""'Conception d'un ...', 'Entwicklung eines ...', 'Diseñé un ...': how others tell of deeds."""


def names_deed(value: str) -> bool:
    """Say whether the body of an entry tells of something done here, in other languages too.

    A noun of action opens titles and fields of study as well, so this is no test for those.
    """
    return opens_with_action(value) or (
        len(value.split(maxsplit=4)) > 3 and _DEED.match(value) is not None
    )


def opens_with_action(value: str) -> bool:
    """The first word says that something was done: 'Built', 'Leading', 'Reduces'.

    Not in a title, where most long words have capitals ('Scaling Services Without Pain'), and
    not where it announces a name ('Awarded by').
    """
    words = value.split(maxsplit=12)
    if len(words) < 2 or not words[0][:1].isupper() or _ANNOUNCES.match(value):
        return False
    if words[1][:1].isupper() and roles.title_words(words[1]):
        return False
    if _is_titled(words) and (roles.degree_words(value) or roles.school_words(value)):
        return False  # 'Applied Mathematics, MSc, University of Bonn'
    first = words[0].strip(",.;:'\"“”()").lower()
    if first.endswith("ly") and len(words) > 2:
        first = words[1].lower()
    found = verbs.lookup(first)
    if found is None:
        return first.endswith("ed") and len(first) > 4 and len(words) > 2 and not _is_titled(words)
    if found.form != "past" and _is_titled(words):
        return False
    # A base form opens titles as well ('Lead Engineer', 'Research Intern').
    return found.form in ("past", "participle") or (
        words[1][:1].islower()
        and (words[1] in _ARTICLES or roles.title_words(" ".join(words[:2])) == 0)
    )


def _is_titled(words: Sequence[str]) -> bool:
    """Most of the long words have a capital."""
    long = [word for word in words[1:12] if len(word) > 3 and word[:1].isalpha()]
    return 2 * sum(word[0].isupper() for word in long) > len(long)
