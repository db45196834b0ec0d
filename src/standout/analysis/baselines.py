"""What a result is measured against: 'from 9 days', 'vs 0.84', 'than the old index'."""

from __future__ import annotations

from collections.abc import Iterator

from standout.analysis.parts import Parts
from standout.vocabulary.markers import marker_set

_OPENERS = frozenset(("vs", "vs.", "versus", "than", "previously", "formerly", "originally"))
_PHRASES = frozenset(
    (
        ("compared", "to"),
        ("compared", "with"),
        ("relative", "to"),
        ("instead", "of"),
        ("rather", "than"),
        ("up", "from"),
        ("down", "from"),
        ("in", "comparison"),
        ("as", "opposed"),
    )
)
_STOPS = frozenset(
    (
        ",",
        ";",
        "(",
        ")",
        ".",
        "which",
        "while",
        "by",
        "using",
        "with",
        "and",
        "at",
        "on",
        "through",
        "thanks",
    )
)


def baselines_of(parts: Parts) -> tuple[tuple[int, int], ...]:
    """The baselines of a statement as offsets, in order."""
    found: list[tuple[int, int]] = []
    for start, end in _all(parts):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return tuple(found)


def _all(parts: Parts) -> Iterator[tuple[int, int]]:
    words = [token.word for token in parts.tokens]
    for index, word in enumerate(words):
        pair = (word, words[index + 1] if index + 1 < len(words) else "")
        if word == "from" and (ends := parts.from_to(index)) is not None:
            yield parts.tokens[index].start, ends[0].end
        elif (
            word in ("->", "→")
            and index
            and (number := parts.number_at(index - 1)) is not None
            and parts.number_at(index + 1)
        ):
            yield number.start, number.end
        elif (
            word in _OPENERS
            or pair in _PHRASES
            or (
                word
                in (
                    "over",
                    "against",
                    "above",
                    "beating",
                    "outperforming",
                    "surpassing",
                    "outperformed",
                    "beat",
                    "exceeding",
                    "on",
                    "to",
                )
                and _is_reference(words, index)
            )
        ):
            yield _to_stop(parts, index)


def _is_reference(words: list[str], index: int) -> bool:
    """'over the previous model', 'outperforming BM25'; not 'over 40 hospitals'."""
    if words[index] in ("on", "to"):
        return (
            words[index] == "on"
            and words[index - 1 : index] == ["improved"]
            and _names_baseline(words, index)
        )
    if words[index] in ("over", "against", "above"):
        return _names_baseline(words, index)
    return index + 1 < len(words)


def _names_baseline(words: list[str], index: int) -> bool:
    for word in words[index + 1 : index + 6]:
        if word in _STOPS:
            return False
        if word in marker_set("baseline"):
            return True
    return False


def _to_stop(parts: Parts, index: int) -> tuple[int, int]:
    last = index + 1 if index + 1 < len(parts.tokens) else index
    step = last + 1
    while step < len(parts.tokens) and parts.tokens[step].word not in _STOPS and step - index < 12:
        last, step = step, step + 1
    return parts.tokens[index].start, parts.tokens[last].end
