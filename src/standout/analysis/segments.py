"""Cut a statement into its parts at the words that announce them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standout.analysis.opening import Opening
from standout.analysis.quantities import NUMERIC_KINDS, Number
from standout.analysis.slots import SlotKind
from standout.analysis.tokens import Token
from standout.vocabulary.markers import marker_set, particles
from standout.vocabulary.metrics import MetricMention
from standout.vocabulary.words import nouns

_DASHES = frozenset(("-", "—", "–", "->", "→", ";", "(", "|", "•", "=", "⇒", "➜"))
_COMPARISONS = frozenset(
    ("vs", "vs.", "versus", "than", "compared", "relative", "instead", "previously", "formerly")
)
_SCALE_WORDS = frozenset(("on", "across", "over", "for", "of", "from", "at", "with", "among", "in", "to"))
_SCALE_VERBS = frozenset(("serve", "process", "handle", "cover", "span", "support", "lead", "manage", "contain", "comprise", "reach", "ingest"))
_RELATIVE = frozenset(("which", "that", "who", "this", "it"))


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a statement: tokens `[first, last]`; no kind where the part is none of the slots."""

    kind: SlotKind | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Parts:
    """What the segmenter looks at."""

    text: str
    tokens: Sequence[Token]
    numbers: Sequence[Number]
    metrics: Sequence[MetricMention]
    opening: Opening | None
    links: Sequence[tuple[int, int]] = ()

    def span(self, segment: Segment) -> tuple[int, int]:
        """A segment as offsets."""
        return self.tokens[segment.first].start, self.tokens[segment.last].end

    def number_at(self, index: int) -> Number | None:
        """The measuring number that a token belongs to."""
        if index >= len(self.tokens):
            return None
        token = self.tokens[index]
        for number in self.numbers:
            if (
                number.start < token.end
                and token.start < number.end
                and number.kind in NUMERIC_KINDS
            ):
                return number
        return None

    def measured(self, first: int, last: int) -> bool:
        """Say whether a metric or a measuring number stands in a range of tokens."""
        start, end = self.tokens[first].start, self.tokens[last].end
        if any(start <= mention.start < end and not mention.weak for mention in self.metrics):
            return True
        return any(
            start <= number.start < end
            and number.kind in NUMERIC_KINDS
            and number.noun not in nouns("activity")
            for number in self.numbers
        )

    def noun_end(self, number: Number) -> int:
        """Where the noun that a number counts ends."""
        at = self.text.lower().find(number.noun, number.end) if number.noun else -1
        return at + len(number.noun) if at >= 0 else number.end

    def clause_end(self, index: int) -> int:
        """The last token before the next comma, semicolon or end."""
        last = index
        while last + 1 < len(self.tokens) and self.tokens[last + 1].word not in (
            ",",
            ";",
            "(",
            ")",
        ):
            last += 1
        return last


def cut(parts: Parts) -> tuple[Segment, ...]:
    """The segments of a statement, in order, the action left out."""
    segments: list[Segment] = []
    kind: SlotKind | None = None
    first = 0
    opening = parts.opening
    if opening is not None and (opening.deed or opening.passive):
        kind = SlotKind.OBJECT
    index = 0
    while index < len(parts.tokens):
        if opening is not None and opening.first <= index <= opening.last:
            _close(segments, parts, kind, first, index - 1)
            index = opening.last + 1
            kind, first = (
                (SlotKind.OBJECT, index)
                if not (opening.passive and any(s.kind is SlotKind.OBJECT for s in segments))
                else (None, index)
            )
            continue
        found = _announced(parts, index, kind)
        if not isinstance(found, _Same) and found is not kind:
            _close(segments, parts, kind, first, index - 1)
            kind, first = found, index
        index += 1
    _close(segments, parts, kind, first, len(parts.tokens) - 1)
    return tuple(segments)


class _Same:
    """Nothing new is announced."""


_SAME = _Same()


def _close(
    segments: list[Segment], parts: Parts, kind: SlotKind | None, first: int, last: int
) -> None:
    while first <= last and not _opens(parts.tokens[first]):
        first += 1
    while last >= first and not _ends(parts.tokens[last]):
        last -= 1
    if first <= last:
        segments.append(Segment(kind, first, last))


def _opens(token: Token) -> bool:
    return token.word not in (
        ",",
        ".",
        ";",
        ":",
        "-",
        "—",
        "–",
        ")",
        "and",
        "&",
        "->",
        "→",
        "(",
        "|",
        "•",
        "*",
    )


def _ends(token: Token) -> bool:
    return token.word not in (
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "been",
        "now",
        "which",
        "that",
        "who",
        "then",
        "to",
        ",",
        ".",
        ";",
        ":",
        "-",
        "—",
        "–",
        "(",
        ")",
        "and",
        "&",
        "->",
        "→",
        "|",
        "•",
        "*",
    )


def _announced(parts: Parts, index: int, kind: SlotKind | None) -> SlotKind | _Same | None:
    for announce in (_method, _effect, _comparison, _scale, _aside):
        found = announce(parts, index, kind)
        if found is not _SAME:
            return found
    return _SAME


def _word(parts: Parts, index: int) -> str:
    return parts.tokens[index].word if 0 <= index < len(parts.tokens) else ""


def _method(parts: Parts, index: int, kind: SlotKind | None) -> SlotKind | _Same | None:
    word, following = _word(parts, index), _word(parts, index + 1)
    if (
        word in marker_set("method")
        and following
        and not (word == "through" and following in ("the", "all"))
    ):
        return _SAME if _is_counted_use(parts, index) else SlotKind.METHOD
    if word == "by":
        return _by(parts, index, kind)
    if word == "with":
        return _with(parts, index, kind)
    if word == "in" and following in marker_set("tools") and parts.tokens[index + 1].capital:
        return SlotKind.METHOD
    if word == "on" and (following in marker_set("tools") and parts.tokens[index + 1].capital):
        return SlotKind.METHOD
    if (word, following) in (
        ("on", "top"),
        ("based", "on"),
        ("powered", "by"),
        ("built", "on"),
        ("built", "with"),
        ("written", "in"),
        ("implemented", "in"),
        ("from", "scratch"),
    ):
        return SlotKind.METHOD
    return _SAME


def _is_counted_use(parts: Parts, index: int) -> bool:
    return _word(parts, index) == "using" and _word(parts, index - 1) in (
        "team",
        "teams",
        "users",
        "people",
        "customers",
    )


def _by(parts: Parts, index: int, kind: SlotKind | None) -> SlotKind | _Same | None:
    following = parts.tokens[index + 1] if index + 1 < len(parts.tokens) else None
    if following is None:
        return _SAME
    before = parts.tokens[index - 1] if index else None
    if before is not None and (before.word in marker_set("adoption") or before.word == "followed"):
        return _SAME
    if following.word.endswith("ing") and len(following.word) > 5:
        return SlotKind.METHOD
    if (
        parts.number_at(index + 1)
        or parts.number_at(index + 2)
        or following.word in ("factor", "half", "orders", "an", "roughly")
    ):
        return SlotKind.RESULT
    if (
        following.word in ("hand", "default", "far", "then", "now", "january", "may")
        or following.word in nouns("audience")
        or following.word in marker_set("company")
    ):
        return _SAME
    if (
        before is not None
        and before.verb is not None
        and before.verb.form in ("past", "participle")
    ):
        return _SAME
    if following.word == "the" and _word(parts, index + 2) in (
        "end",
        "team",
        "company",
        "time",
        "whole",
        "department",
        "board",
        "group",
    ):
        return _SAME
    return SlotKind.METHOD


def _with(parts: Parts, index: int, kind: SlotKind | None) -> SlotKind | _Same | None:
    last = parts.clause_end(index)
    ahead = parts.tokens[index + 1 : min(last, index + 5) + 1]
    if not ahead or index == 0:
        return SlotKind.METHOD if ahead else _SAME
    if any(
        token.word
        in (
            "passion",
            "effort",
            "dedication",
            "enthusiasm",
            "attention",
            "regard",
            "respect",
            "success",
        )
        or token.word in nouns("feeling")
        for token in ahead
    ):
        return None
    number = parts.number_at(index + 1) or (
        parts.number_at(index + 2) if not ahead[0].capital else None
    )
    if number is not None:
        return _with_number(parts, index, number)
    if _word(parts, index - 1) in (
        "along",
        "together",
        "up",
        "jointly",
        "collaboration",
        "worked",
        "collaborated",
        "partnered",
        "coordinated",
        "collaborating",
    ):
        return None
    if any(token.word in marker_set("company") for token in ahead[:3]):
        return None
    if parts.measured(index, min(last, index + 6)) and any(
        number.start >= ahead[0].start and number.kind in ("percent", "bare", "points", "multiple")
        for number in parts.numbers
        if number.start < parts.tokens[last].end
    ):
        return SlotKind.RESULT
    return SlotKind.METHOD


def _with_number(parts: Parts, index: int, number: Number) -> SlotKind | _Same | None:
    if number.noun in nouns("outcome") and number.noun not in nouns("input"):
        return SlotKind.RESULT
    if number.kind in ("count", "data", "money") and not _is_comparative(parts, index):
        return SlotKind.SCALE if number.noun not in nouns("activity") else None
    if number.kind == "time" and not any(
        m.start >= number.end and m.start - number.end < 12 for m in parts.metrics
    ):
        return None
    return SlotKind.RESULT


def _is_comparative(parts: Parts, index: int) -> bool:
    from standout.vocabulary.numbers import word_set

    comparatives = word_set("adjectives", "comparatives")
    return any(token.word in comparatives for token in parts.tokens[index : index + 5])


def _effect(parts: Parts, index: int, kind: SlotKind | None) -> SlotKind | _Same | None:
    token, before = parts.tokens[index], _word(parts, index - 1)
    if token.word in ("thereby", "thus", "hence", "consequently") and index:
        return SlotKind.RESULT
    if token.word == "so" and index and _word(parts, index + 1) not in ("far", "called"):
        return SlotKind.RESULT
    if token.word == "such" and _word(parts, index + 1) == "that":
        return SlotKind.RESULT
    if token.word == "as" and (_word(parts, index + 1), _word(parts, index + 2)) == ("a", "result"):
        return SlotKind.RESULT
    if token.word in _RELATIVE and index and kind is not SlotKind.RESULT:
        return SlotKind.RESULT if _relative_effect(parts, index) else _SAME
    if (
        kind is not SlotKind.RESULT
        and token.word in marker_set("adoption")
        and _is_adoption(parts, index)
    ):
        return SlotKind.RESULT
    if kind is SlotKind.RESULT and before not in (",", ";", "and"):
        return _SAME
    return _verb_effect(parts, index)


def _verb_effect(parts: Parts, index: int) -> SlotKind | _Same | None:
    token, before = parts.tokens[index], _word(parts, index - 1)
    verb = token.verb
    if verb is None or index == 0:
        return _SAME
    if verb.form == "gerund" and before not in (
        "by",
        "for",
        "of",
        "in",
        "on",
        "without",
        "when",
        "while",
        "and",
        "the",
        "a",
        "at",
        "through",
        "via",
        "into",
        "towards",
        "using",
        "/",
    ):
        announced = index in _after_marks(parts) or not verb.change or _has_result_like(parts, index, parts.clause_end(index))
        return SlotKind.RESULT if announced and _reports_effect(parts, index) else _SAME
    if verb.form in ("past", "third", "participle") and before in (
        "and",
        ",",
        ";",
        "-",
        "—",
        "–",
        "->",
        "→",
        "&",
        ":",
        "also",
        "then",
        "has",
        "have",
        "team",
        "users",
        "company",
        "it",
        "(",
        "successfully",
    ):
        return SlotKind.RESULT if _reports_effect(parts, index, finite=True) else _SAME
    if verb.form == "base" and before == "to" and verb.change and _by_how_much(parts, index):
        return SlotKind.RESULT
    return _SAME


def _after_marks(parts: Parts) -> frozenset[int]:
    """Tokens that follow a comma or a dash."""
    return frozenset(index + 1 for index, token in enumerate(parts.tokens) if token.word in (",", ";", "-", "—", "–", ":", "thereby", "thus", "while", "ultimately", "significantly"))


def _reports_effect(parts: Parts, index: int, *, finite: bool = False) -> bool:
    verb = parts.tokens[index].verb
    if verb is None:
        return False
    last = parts.clause_end(index)
    particle = particles().get(verb.base)
    if particle is not None and any(
        _word(parts, index + step) == particle for step in (1, 2, 3, 4, 5)
    ):
        return True
    if verb.base in marker_set("effects"):
        return not finite or parts.measured(index, last)
    if verb.change in ("up", "down", "win"):
        return verb.base != "place" and (not finite or parts.measured(index, last))
    if verb.base in marker_set("effects_if_measured") or verb.change:
        return parts.measured(index, last) and _has_result_like(parts, index, last)
    return False


def _has_result_like(parts: Parts, index: int, last: int) -> bool:
    start, end = parts.tokens[index].start, parts.tokens[last].end
    inside = [number for number in parts.numbers if start <= number.start < end]
    if any(
        number.kind in ("percent", "points", "multiple", "rank", "rate", "money")
        for number in inside
    ):
        return True
    metrics = [m for m in parts.metrics if start <= m.start < end and not m.metric.scale]
    return bool(metrics) and (bool(inside) or any(not m.weak for m in metrics))


def _by_how_much(parts: Parts, index: int) -> bool:
    last = parts.clause_end(index)
    start, end = parts.tokens[index].start, parts.tokens[last].end
    return any(
        start < number.start < end
        and number.kind
        in ("percent", "points", "multiple", "time", "money", "rank", "bare", "data", "rate")
        for number in parts.numbers
    )


def _relative_effect(parts: Parts, index: int) -> bool:
    for step in range(index + 1, min(index + 6, len(parts.tokens))):
        token = parts.tokens[step]
        if token.word in marker_set("adoption") and _is_adoption(parts, step):
            return True
        if token.verb is not None and token.verb.form in ("past", "third", "participle", "base"):
            base = token.verb.base
            if (
                token.verb.change in ("up", "down", "win")
                or base in marker_set("effects")
                or particles().get(base) == _word(parts, step + 1)
            ):
                return True
            return (
                base in marker_set("effects_if_measured") or token.verb.change == "reach"
            ) and _has_result_like(parts, step, parts.clause_end(step))
        if token.word in (",", ";", "."):
            return False
    return False


def _is_adoption(parts: Parts, index: int) -> bool:
    word, following = _word(parts, index), _word(parts, index + 1)
    opening = parts.opening
    if opening is not None and opening.first <= index <= opening.last:
        return False
    if index == 0 and word not in ("used", "adopted"):
        return False
    if word == "used":
        return (
            following in ("by", "daily", "weekly", "in", "across", "every", "company-wide")
            and following != "in"
        )
    if word in (
        "adopted",
        "cited",
        "downloaded",
        "featured",
        "installed",
        "trusted",
        "rated",
        "voted",
        "shown",
    ):
        return (
            following in ("by", "in", "across", "at", "as", "on", "best")
            or parts.number_at(index + 1) is not None
        )
    if word in (
        "published",
        "accepted",
        "selected",
        "awarded",
        "nominated",
        "shortlisted",
        "presented",
        "praised",
        "merged",
        "ranked",
        "chosen",
    ):
        return (
            following
            in (
                "at",
                "in",
                "by",
                "for",
                "as",
                "to",
                "into",
                "the",
                "best",
                "among",
                "from",
                "first",
                "second",
                "third",
            )
            or parts.number_at(index + 1) is not None
        )
    if word in ("deployed", "rolled", "live"):
        return any(_is_audience(parts.number_at(step)) for step in range(index + 1, index + 6))
    return False


def _is_audience(number: Number | None) -> bool:
    return number is not None and number.kind == "count" and number.noun in nouns("audience")


def _comparison(parts: Parts, index: int, kind: SlotKind | None) -> SlotKind | _Same | None:
    word = _word(parts, index)
    if word == "from" and kind is not SlotKind.RESULT and from_to(parts, index) is not None:
        return SlotKind.RESULT
    if (
        word == "to"
        and kind is not SlotKind.RESULT
        and kind is not SlotKind.METHOD
        and _is_reached(parts, index)
    ):
        return SlotKind.RESULT
    if (
        word in ("in", "under", "within", "below", "at")
        and kind in (SlotKind.OBJECT, None, SlotKind.METHOD)
        and _is_measured_place(parts, index)
    ):
        return SlotKind.RESULT
    return _SAME


def _is_reached(parts: Parts, index: int) -> bool:
    """'Raised recall to 93 %', 'brought the runtime down to 40 minutes'."""
    opening = parts.opening
    if (
        opening is None
        or opening.verb is None
        or not (opening.verb.change or opening.verb.base in ("bring", "take", "drive"))
    ):
        return False
    number = next((n for n in (parts.number_at(index + step) for step in (1, 2, 3)) if n), None)
    return number is not None and number.kind in (
        "percent",
        "time",
        "bare",
        "money",
        "data",
        "rate",
        "multiple",
        "count",
        "points",
    )


def _is_measured_place(parts: Parts, index: int) -> bool:
    number = next((n for n in (parts.number_at(index + step) for step in (1, 2)) if n), None)
    if number is None:
        return False
    if number.kind == "rate":
        return _word(parts, index) == "at"
    if number.kind in ("percent", "bare", "points"):
        return _word(parts, index) == "at"
    return number.kind == "time" and (
        number.unit in ("ms", "us", "s")
        or "instead" in (t.word for t in parts.tokens[index : index + 8])
    )


def from_to(parts: Parts, index: int) -> tuple[Number, Number] | None:
    """The two numbers of 'from A to B' or 'from A down to B' that starts at a token."""
    first = next((n for n in (parts.number_at(index + step) for step in (1, 2, 3)) if n), None)
    if first is None:
        return None
    for step in range(index + 2, min(index + 12, len(parts.tokens))):
        if _word(parts, step) in ("to", "->", "→", "into"):
            second = next(
                (n for n in (parts.number_at(step + k) for k in (1, 2, 3)) if n and n is not first),
                None,
            )
            if second is not None:
                return first, second
    return None


def _scale(parts: Parts, index: int, kind: SlotKind | None) -> SlotKind | _Same | None:
    if kind is SlotKind.RESULT:
        return _SAME
    word, verb = _word(parts, index), parts.tokens[index].verb
    if word not in _SCALE_WORDS and (verb is None or verb.base not in _SCALE_VERBS):
        return _SAME
    for step in (1, 2, 3):
        number = parts.number_at(index + step)
        if number is not None:
            return _scale_of(parts, index, word, number)
        if (
            parts.tokens[index + step].word in (",", ".", "and", "with", "for")
            if index + step < len(parts.tokens)
            else True
        ):
            return _SAME
    return _SAME


def _scale_of(parts: Parts, index: int, word: str, number: Number) -> SlotKind | _Same | None:
    if number.kind not in ("count", "data", "rate", "money", "time") or number.noun in nouns(
        "activity"
    ):
        return _SAME
    if number.kind == "time":
        return (
            SlotKind.SCALE
            if word in ("on", "over", "across", "covering", "spanning", "of")
            and _word_after_number(parts, number) == "of"
            else None
            if word in ("for", "over", "in")
            else _SAME
        )
    if word == "of" and number.kind == "money":
        return _SAME
    if word in ("to", "in") and number.noun not in (nouns("audience") | nouns("input")):
        return _SAME
    return SlotKind.SCALE


def _word_after_number(parts: Parts, number: Number) -> str:
    return next((token.word for token in parts.tokens if token.start >= number.end), "")


def _aside(parts: Parts, index: int, kind: SlotKind | None) -> SlotKind | _Same | None:
    """After a dash, a bracket, a colon or a comma comes a result where something is measured."""
    before = _word(parts, index - 1)
    if index == 0 or before not in (*_DASHES, ":", ","):
        return _SAME
    last = parts.clause_end(index)
    number = next((n for n in (parts.number_at(index + step) for step in (0, 1, 2, 3)) if n), None)
    if before in _DASHES:
        return (
            SlotKind.RESULT
            if parts.measured(index, last) and _has_result_like(parts, index, last)
            else (kind if before == "-" else None)
        )
    if (
        number is not None
        and number.kind in ("percent", "points", "multiple", "rank")
        and number.start <= parts.tokens[min(index + 1, last)].start
    ):
        return SlotKind.RESULT
    if (
        number is not None
        and number.kind == "bare"
        and parts.measured(index, last)
        and _has_result_like(parts, index, last)
    ):
        return SlotKind.RESULT
    return _SAME
