"""What a posting tells of the work: skills by name, other things by their words.

A skill says what the team works on, whether it is asked for or only named: its demand is paid by
how much of all demands is met, and here by the piece, so that who has most of what a long posting
names is not behind who has all of a short one. Words stand for all that the vocabulary does not
know: a domain, a method, a line of what is asked for. What several lines say counts for more, what
is only told of the company for less. Each is a term of the score of its own, so that one key has
one weight and one answer in a store of postings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from standout.matching.rarity import prior, seldomness, word_key
from standout.matching.stems import said_in, stem, stems_in
from standout.model import Demand, Posting, Requirement
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import skills

MOST_TASKS, MOST_WORDS = 20, 32
"""Skills and words that are taken of a posting: the rarest of those that it says most."""
STRESS = (40, 100, 138, 157)
"""Per cent of its weight by how many lines of the work say it, 0 where only the company's do.

Saturating as in BM25 (Robertson and Walker, 1994) with k = 1.2, a line of the company being worth
two fifths of one of the work.
"""
_LONGEST = 1_000
"""Characters of a line that are looked at."""
_OF_ROLES = (
    "engineer engineering scientist developer researcher analyst architect consultant manager "
    "specialist expert lead intern msc phd bsc degree bachelor master"
)
"""What roles and degrees are called, of which the score has parts of their own."""
_NO_TASKS = frozenset({"soft", "office", "natural-language"})


@frozen
class Task:
    """A skill that the work needs, asked for or not. A key as `Demanded`."""

    skill: str

    def __hash__(self) -> int:
        return hash(self.skill)


@frozen
class Word:
    """A word that says something, without its ending. A key as `Demanded`."""

    stem: str

    def __hash__(self) -> int:
        return hash(self.stem)


@frozen
class Told:
    """What a posting tells: each skill and word once, with its stress, a position of `STRESS`.

    `of_lines` are the words of each demand that nothing but words can answer, by its position
    among the requirements; they are in `words` as well. `said` is each word as it stands there.
    """

    tasks: tuple[tuple[Task, int], ...]
    words: tuple[tuple[Word, int], ...]
    of_lines: tuple[tuple[int, tuple[Word, ...]], ...]
    said: Mapping[str, str]


def told(posting: Posting) -> Told:
    """The skills and words of a posting, in the order of title, demands, duties and the rest."""
    tasks: Counter[str] = Counter()
    words: Counter[str] = Counter()
    said: dict[str, str] = {}
    for text, of_work in _lines(posting):
        named, others = _of_line(text.value[:_LONGEST])
        for skill in named:
            tasks[skill] += of_work
        for key, word in others:
            said.setdefault(key, word)
            words[key] += of_work
    named_most = _most_telling(tasks, str, MOST_TASKS)
    kept = _most_telling(words, word_key, MOST_WORDS)
    return Told(
        tuple((Task(each), stress) for each, stress in named_most),
        tuple((_word(each), stress) for each, stress in kept),
        tuple(_unknown_lines(posting, frozenset(each for each, _ in kept))),
        said,
    )


_word = lru_cache(maxsize=65_536)(Word)


@lru_cache(maxsize=16_384)
def _of_line(line: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The skills that a line names, and its words: postings repeat each other's lines.

    A skill of one word is no word beside; of 'event tracking' the words are, for who has the one
    may have said the other of them.
    """
    named, words, end = [], [], 0
    for each in skills.find(line):
        own = line[each.start : each.end]
        words += [line[end : each.start], own if " " in own else ""]
        end = each.end
        if each.skill.kind not in _NO_TASKS:
            named.append(each.skill.id)
    said = said_in(" ".join((*words, line[end:])))
    nouns = _nouns()
    return tuple(dict.fromkeys(named)), tuple(pair for pair in said if pair[0] not in nouns)


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    return frozenset(map(stem, _OF_ROLES.split()))


def _lines(posting: Posting) -> Iterator[tuple[Text, bool]]:
    """The lines that tell something, each once, with whether it is said of the work itself."""
    title = (posting.title,) if posting.title is not None else ()
    asked = (each.text for each in posting.requirements if not each.negated)
    seen = set()
    for text in chain(title, asked, posting.duties):
        if text.value not in seen:
            seen.add(text.value)
            yield text, True
    yield from ((text, False) for text in posting.about if text.value not in seen)


def _most_telling(
    lines: Mapping[str, int], key: Callable[[str], str], most: int
) -> tuple[tuple[str, int], ...]:
    """As many as are taken, each with its stress: those that are rare and said often."""
    stressed = {each: min(count, len(STRESS) - 1) for each, count in lines.items()}
    if len(stressed) > most:
        # Of equal ones the first, as sorting is stable.
        worth = {e: seldomness(prior(key(e))) * STRESS[at] for e, at in stressed.items()}
        kept = frozenset(sorted(stressed, key=lambda each: -worth[each])[:most])
        stressed = {each: stress for each, stress in stressed.items() if each in kept}
    return tuple(stressed.items())


def _is_unknown(requirement: Requirement) -> bool:
    """Whether a demand names nothing that the vocabulary knows."""
    if requirement.demand is not Demand.SKILL:
        return requirement.demand is Demand.OTHER
    known = skills.ids()
    return not any(each in known for way in requirement.ways for each in way)


def _unknown_lines(
    posting: Posting, kept: frozenset[str]
) -> Iterator[tuple[int, tuple[Word, ...]]]:
    taken: set[str] = set()
    asked = [each for each in posting.requirements if not each.negated]
    known = {each.text.value for each in asked if not _is_unknown(each)}
    for at, each in enumerate(asked):
        if each.text.value not in known:
            own = stems_in(each.text.value[:_LONGEST])
            found = [stem for stem in own if stem in kept and stem not in taken]
            taken.update(found)
            if found:
                yield at, tuple(map(_word, found))
