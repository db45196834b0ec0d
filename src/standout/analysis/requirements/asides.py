"""Skills that a line names and does not ask for: in titles, of teams, to be learnt, in use there.

'You will join our DevOps team as a Senior Python Developer' names two and asks for none, while
'three years as a Python developer' asks. A class behind its own member ('Linux operating
systems') adds nothing to it either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standout.patterns import regex
from standout.vocabulary import skills
from standout.vocabulary.skills import Mention

_ROLES = (
    r"(?:developers?|devs?|engineers?|architects?|scientists?|analysts?|administrators?|admins?|"
    r"dbas?|consultants?|specialists?|programmers?|designers?|testers?|managers?|masters?|leads?|"
    r"experts?|coaches|interns?|entwickler(?:in|innen)?)"
)
_TITLE = regex(
    rf"(?:/[\w+#.]{{1,20}}|\s?\(\s?[\w+#.]{{1,20}}\s?\)|\sor\s[\w+#.]{{1,20}})?[\s-](?:[A-Za-z+#-]{{1,20}}\s){{0,2}}?"
    rf"{_ROLES}\b(?!\s(?:tools?|experience|certif))",
    re.IGNORECASE,
)
_ROLE = regex(rf"(?:.*\W)?{_ROLES}", re.IGNORECASE)
_GROUP = regex(
    r"(?:\s(?:and|&|or)\s[\w+#-]{1,20})?(?:\s[\w-]{1,20})?\s"
    r"(?:teams?|squads?|groups?|departments?|colleagues|communit(?:y|ies)|guilds?|peers)\b",
    re.IGNORECASE,
)
_WHOSE = regex(
    r"\b(?:our|the|your|with|other|wider|internal|existing|alongside|global|local|central|"
    r"(?:join|part of|within|member of) an?)(?:\s[\w&-]{1,20}){0,2}\s$",
    re.IGNORECASE,
)
_USED = regex(r"\b(?:we|they) (?:also |mostly |mainly |currently )?use\s$", re.IGNORECASE)
_CONDUCTED = regex(
    r"\b(?:lead|led|manag|build|built|mentor|grow|grew|coach|direct|head|hir|scal|run|ran)\w{0,4}\b",
    re.IGNORECASE,
)
_HELD = regex(
    r"\b(?:experience(?! level)|experienced|years?|background|worked|proven|track record|career|"
    r"erfahrung|jahre|expérience|experiencia|ervaring)\b[^.;!?]{0,70}$",
    re.IGNORECASE,
)
_TO_LEARN = regex(
    r"\b(?:eager|keen|willing|interest|desire|curiosity|appetite|hungry|open|excited)(?:ness|ed)?\s"
    r"(?:to|in)\s(?:learn|expand|grow|explor|pick up|upskill)\w*\s[^.;]{0,60}$",
    re.IGNORECASE,
)
_CERTIFIED = regex(r"\bcertif", re.IGNORECASE)
_SUBJECT = regex(r"\s(?:is|are|was|has|will|offers|provides|helps)\s")
_OPENING, _FEW = 30, 3
"""Characters and words before a title with which an item begins."""
_REACH = 80
"""Characters before a skill that tell whether a title is one that somebody had."""


def asked_for(line: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of an item of demands without those that it names by the way.

    Such an item may begin with the title of whom it asks for: 'Java developer, any level'.
    """
    return _kept(line, mentions, _OPENING)


def told(line: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a sentence without those that it names by the way."""
    return _kept(line, mentions, 0)


def _kept(line: str, mentions: Sequence[Mention], opening: int) -> list[Mention]:
    kept: list[Mention] = []
    last: Mention | None = None
    for each in mentions:
        opens = each.start < opening and len(line[: each.start].split()) < _FEW
        if not (_adds_nothing(line, last, each) or (not opens and _is_aside(line, each))):
            kept.append(each)
        last = each
    return kept


def is_subject(line: str, mention: Mention) -> bool:
    """Say whether a line tells of what it names: 'ACME is a storage system'."""
    return not line[: mention.start].strip(" -*•") and bool(_SUBJECT.match(line, mention.end))


def _is_aside(line: str, mention: Mention) -> bool:
    before = line[max(0, mention.start - _REACH) : mention.start]
    if _USED.search(before) or _TO_LEARN.search(before):
        return True
    if mention.skill.id != "agile" and _GROUP.match(line, mention.end):
        return _WHOSE.search(before) is not None and _CONDUCTED.search(before) is None
    if _TITLE.match(line, mention.end) is None and _ROLE.fullmatch(mention.alias) is None:
        return False
    behind = line[mention.end : mention.end + _REACH]
    return _HELD.search(before) is None and _CERTIFIED.search(behind) is None


def _adds_nothing(line: str, last: Mention | None, mention: Mention) -> bool:
    """Whether a class stands right behind one of its members."""
    if last is None or mention.skill.kind != "concept" or last.skill.id not in skills.ids():
        return False
    beside = line[last.end : mention.start] == " "
    return beside and mention.skill.id in skills.implied(last.skill.id)
