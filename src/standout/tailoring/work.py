"""What a team seems to work on, in the posting's own sentences, and what to ask about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from standout.model import Posting
from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import skills

MOST = 4
"""Sentences that are quoted at most."""
_NAMED = 5
_ASK = (
    "what about {thing} is hardest for you now?",
    "what will tell you in half a year whether {thing} worked?",
    "who works on {thing} today, and what would be mine?",
)
_SHORTEST, _LONGEST = 25, 400
_SENTENCE = regex(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
_WORK = regex(
    r"\b(?:you(?:'ll| will| are going to)|we(?:'re| are| build| work| develop| run| make| train)|"
    r"our team|the team|this team|your (?:work|role|mission|tasks?)|responsib\w+|"
    r"design|build|develop|train|deploy|improve|own|lead|research|ship|maintain|evaluate|"
    r"scale|collaborate)\b",
    re.IGNORECASE,
)
_BOILERPLATE = regex(
    r"\b(?:benefits?|insurance|salary|compensation|equal[- ]opportunity|disabilit|veteran|race|"
    r"gender|religion|vacation|holidays?|pension|401|parental|apply|application|cookies?|privacy|"
    r"perks?|stock options?|accommodation|visa|sponsor\w*|lunch|snacks)\b",
    re.IGNORECASE,
)
_BULLET = regex(r"^\s*(?:[-*•·‣▪–—]|\d{1,2}[.)])\s+")


@frozen
class Work:
    """Sentences of a posting about the work, the skills they name most, and questions to ask."""

    sentences: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()


def work_of(posting: Posting, words: str) -> Work:
    """What the text of a posting says about the work, its demands and its boilerplate left out."""
    told = [(_weight(each), at, each) for at, each in enumerate(_sentences(posting, words))]
    ranked = sorted((each for each in told if each[0]), key=lambda each: (-each[0], each[1]))
    chosen = [text for _, _, text in sorted(ranked[:MOST], key=lambda each: each[1])]
    named = Counter(
        mention.skill.name
        for text in chosen
        for mention in skills.find(text)
        if not mention.skill.obvious
    )
    names = tuple(name for name, _ in named.most_common(_NAMED))
    return Work(tuple(chosen), names, tuple(_questions(chosen)))


def _sentences(posting: Posting, words: str) -> Iterator[str]:
    """The lines of the duties; where a posting has none, what stands outside its demands."""
    if posting.duties:
        for each in posting.duties:
            text = _BULLET.sub("", " ".join(each.value.split()))
            if _SHORTEST <= len(text) <= _LONGEST and not _BOILERPLATE.search(text):
                yield text
        return
    heads = (posting.title, posting.organization, *posting.places)
    taken = [each.text.span() for each in posting.requirements if each.text]
    taken += [each.span() for each in heads if each]
    for match in _SENTENCE.finditer(words):
        text = _BULLET.sub("", " ".join(match[0].split()))
        start, end = match.span()
        asked = any(span.start < end and start < span.end for span in taken)
        if not asked and _SHORTEST <= len(text) <= _LONGEST and not _BOILERPLATE.search(text):
            yield text


def _weight(text: str) -> int:
    """How much a sentence tells about the work: what it names counts more than how it opens."""
    named = {each.skill.id for each in skills.find(text) if not each.skill.obvious}
    cues = len(_WORK.findall(text))
    return 3 * min(len(named), 4) + cues if cues else 0


def _questions(sentences: list[str]) -> Iterator[str]:
    """Questions for the team about what its own words leave open."""
    for text, ask in zip(sentences, _ASK, strict=False):
        named = [each.skill.name for each in skills.find(text) if not each.skill.obvious]
        yield f"You write “{_short(text)}”: {ask.format(thing=named[0] if named else 'that')}"


def _short(text: str, most: int = 90) -> str:
    if len(text) <= most:
        return text.rstrip(".")
    return text[:most].rsplit(" ", 1)[0] + " …"
