"""`reproduction.yaml` as a `Reproduction`; all that is wrong with it at once, with its place."""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Diagnostic, Severity
from standout.evidence.shapes import Found, ShapeReader
from standout.model.evidence import (
    Author,
    Claim,
    ClaimKind,
    Direction,
    Exclusion,
    Margin,
    Measure,
    Member,
    Paper,
    Protocol,
    Reproduction,
    Spread,
    SpreadKind,
    Story,
    Written,
)
from standout.readers import yaml_nodes
from standout.readers.problems import problem
from standout.source import Source, Span

_UNREADABLE = ("DOC003", "DOC005")
"""What the parser says of a file that it could not read to its end."""
MAX_QUOTE = 25
"""Words that may be quoted of a paper."""
K_OF_LAST = 100
"""Rows of `train_last_k` where the file does not say: what most tables use."""


def reproduction_of(source: Source) -> tuple[Reproduction, tuple[Diagnostic, ...]]:
    """The reproduction a file describes, and everything that is wrong with it."""
    tree = yaml_nodes.parse(source)
    reader = _Reader(source)
    reader.diagnostics += tree.problems
    found = reader.shape(tree.root, "reproduction") if tree.root else None
    if tree.root is None and not tree.problems:
        reader.diagnostics.append(problem("DOC010", "the file is empty", Span(0, 0)))
    reproduction = reader.reproduction(found) if found else Reproduction()
    if any(each.code in _UNREADABLE for each in tree.problems):
        # Of half a file nobody can say what it lacks.
        reader.diagnostics = list(tree.problems)
    reader.errors()
    order = sorted(reader.diagnostics, key=lambda each: each.span.start)
    return reproduction, tuple(order)


def is_sound(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Nothing stands against judging these claims."""
    return not any(each.severity is Severity.ERROR for each in diagnostics)


class _Reader(ShapeReader):
    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source

    def reproduction(self, found: Found) -> Reproduction:
        """The whole file."""
        logs = found.shape("logs") or Found(found.span)
        author = found.shape("author") or Found(found.span)
        claims = tuple(self.claim(each) for each in found.shapes("claims"))
        self._check_ids(found)
        return Reproduction(
            title=found.text("title"),
            author=Author(author.text("name"), author.text("orcid"), author.text("affiliation")),
            paper=_paper(found.shape("paper") or Found(found.span)),
            code=found.text("code"),
            commit=found.text("commit"),
            hardware=found.text("hardware"),
            summary=found.text("summary"),
            step_column=logs.text("step"),
            seed_column=logs.text("seed"),
            differences=found.texts("differences"),
            story=_story(found.shape("story") or Found(found.span)),
            claims=claims,
            exclusions=tuple(_exclusion(each) for each in found.shapes("excluded")),
        )

    def claim(self, found: Found) -> Claim:
        """One claim; what its kind needs and has not is noted."""
        kind = ClaimKind(found.text("kind") or "qualitative")
        protocol = self._protocol(found.shape("protocol"))
        task = found.text("task")
        claim = Claim(
            id=found.text("id"),
            kind=kind,
            says=found.text("says"),
            locator=found.text("locator"),
            quote=found.text("quote"),
            task=task,
            metric=found.text("metric"),
            direction=Direction(found.text("direction") or "max"),
            unit=found.text("unit"),
            bounds=found.pair("bounds"),
            range=found.pair("range"),
            protocol=protocol,
            own=self._protocol(found.shape("own_protocol")),
            value=found.number("value"),
            printed=found.written.get("value", ""),
            spread=self._spread(found),
            per_run=found.numbers("per_run"),
            margin=self._margin(found),
            source=found.text("source") or "paper_text",
            reading_error=found.number("reading_error") or 0.0,
            runs=self._group(found, kind),
            against=found.text("against"),
            by_step=found.whole("by_step"),
            share=0.5 if found.number("share") is None else found.number("share") or 0.0,
            members=self._members(found, kind),
            statistic=found.text("statistic") or "iqm",
            line=self.source.line_column(found.span.start)[0],
            written=tuple(self._written(found)),
        )
        self._check(claim, found)
        return claim

    def _written(self, found: Found, before: str = "") -> Iterator[Written]:
        for key, span in found.spans.items():
            yield Written(f"{before}{key}", *self.source.line_column(span.start))
            inner = found.shape(key)
            if inner:
                yield from self._written(inner, f"{before}{key}.")

    def _group(self, found: Found, kind: ClaimKind) -> str:
        if kind is ClaimKind.AGGREGATE or found.shapes("tasks"):
            return ""
        return found.text("runs") or found.text("task") or found.text("id")

    def _members(self, found: Found, kind: ClaimKind) -> tuple[Member, ...]:
        members = []
        for each in found.shapes("tasks"):
            against = each.text("against")
            if kind is ClaimKind.ORDERING and not against:
                self.mistake("`against` is missing: an ordering compares two groups", each.span)
            runs = each.text("runs") or each.text("task")
            members.append(Member(each.text("task"), runs, against, each.pair("range")))
        return tuple(members)

    def _protocol(self, found: Found | None) -> Protocol | None:
        if found is None or not found.text("measure"):
            return None
        measure = Measure(found.text("measure"))
        k = found.whole("k")
        if k == 0:
            self.mistake("`k` is at least 1", found.at("k"))
        usual = K_OF_LAST if measure is Measure.TRAIN_LAST_K else 1
        return Protocol(
            measure=measure,
            k=k or usual,
            budget=found.whole("budget_steps"),
            episodes=found.whole("episodes"),
            deterministic=found.flag("deterministic"),
            at_step=found.whole("at_step"),
            env=found.text("env_id"),
        )

    def _spread(self, claim: Found) -> Spread | None:
        found = claim.shape("spread")
        if found is None or not found.text("kind"):
            return None
        kind, amount, n = SpreadKind(found.text("kind")), found.number("amount"), found.whole("n")
        bare = kind in (SpreadKind.NONE, SpreadKind.UNKNOWN)
        if amount is None and not bare and "amount" not in found:
            self.mistake("`amount` is missing: the plus-minus as printed", found.span)
        if amount is not None and amount < 0:
            self.mistake("a spread is not negative", found.at("amount"))
        if kind.between_seeds and n is None and "n" not in found:
            hint = "say `kind: unknown` where the paper does not tell"
            self.mistake("`n` is missing: over how many seeds", found.span, hint)
        if kind.between_seeds and n is not None and n < 2:
            hint = "over episodes of one run it is `kind: sd_episodes`"
            self.mistake("a spread between seeds needs at least 2 of them", found.at("n"), hint)
        ddof = found.whole("ddof")
        if ddof not in (None, 0, 1):
            self.mistake("`ddof` is 0 or 1", found.at("ddof"))
        return Spread(max(amount or 0.0, 0.0), kind, n, 0 if ddof == 0 else 1)

    def _margin(self, claim: Found) -> Margin | None:
        found = claim.shape("margin")
        if found is None:
            return None
        given = [key for key in ("delta", "relative", "of_range") if key in found]
        if len(given) != 1:
            self.mistake("a margin is one of `delta`, `relative`, `of_range`", found.span)
        for key in given:
            amount = found.number(key)
            if amount is not None and amount <= 0:
                self.mistake(f"`{key}` is greater than 0", found.at(key))
            if key != "delta" and amount is not None and amount >= 1:
                self.mistake(f"`{key}` is a share", found.at(key), "write 0.05 for 5 %")
        if "of_range" in found and "range" not in claim:
            self.mistake("`of_range` needs the claim's `range`", found.at("of_range"))
        return Margin(
            found.number("delta"),
            found.number("relative"),
            found.number("of_range"),
            found.text("reason"),
            found.text("declared_at"),
        )

    def _check(self, claim: Claim, found: Found) -> None:
        for key, why in _needed(claim):
            if key not in found:
                self.mistake(f"`{key}` is missing: {why}", found.span)
        if len(claim.quote.split()) > MAX_QUOTE:
            message = f"a quotation of {len(claim.quote.split())} words; at most {MAX_QUOTE}"
            self.mistake(message, found.at("quote"))
        if claim.value == 0 and claim.margin and claim.margin.relative:
            hint = "declare `delta`, or `of_range`"
            self.mistake("a share of 0 is no margin", found.at("margin"), hint)
        if not 0 < claim.share < 1:
            self.mistake("`share` lies between 0 and 1", found.at("share"))
        if claim.kind is ClaimKind.ORDERING and claim.against and claim.against == claim.runs:
            self.mistake("`against` names the same runs as `runs`", found.at("against"))
        if claim.kind is ClaimKind.RATIO and claim.value is not None and claim.value <= 0:
            self.mistake("a ratio is greater than 0", found.at("value"))

    def _check_ids(self, found: Found) -> None:
        seen: set[str] = set()
        for each in found.shapes("claims"):
            name = each.text("id")
            if name and name in seen:
                self.mistake(f"the id `{name}` stands here a second time", each.at("id"))
            seen.add(name)
        if "claims" in found and not found.shapes("claims"):
            self.mistake("there is no claim", found.at("claims"))


_OTHER_ARM = "the runs that are compared with"


def _needed(claim: Claim) -> list[tuple[str, str]]:
    """Keys that a kind of claim cannot do without, and why."""
    if claim.kind is ClaimKind.QUALITATIVE:
        return []
    needed = [("metric", "the name your logs have for it")]
    if claim.kind is not ClaimKind.THRESHOLD:
        needed.append(("protocol", "how a run becomes one number, as the paper did it"))
    if claim.kind is ClaimKind.ORDERING:
        return (
            needed if claim.members else [*needed, ("against", "the runs that are compared with")]
        )
    needed.append(("value", "the published number"))
    if claim.kind is ClaimKind.THRESHOLD:
        return [*needed, ("by_step", "the step by which it is reached")]
    if claim.kind is ClaimKind.RATIO:
        needed.append(("against", _OTHER_ARM))
    if claim.kind is ClaimKind.AGGREGATE:
        needed.append(("tasks", "the tasks it is over"))
    if not claim.per_run:
        hint = "its kind must be said; `kind: none` where there is none"
        needed.append(("spread", f"what the plus-minus is ({hint})"))
    return [*needed, ("margin", "how far apart still counts as the same, and why")]


def _paper(found: Found) -> Paper:
    return Paper(
        found.text("title"),
        found.texts("authors"),
        found.whole("year"),
        found.text("version"),
        found.text("arxiv"),
        found.text("doi"),
        found.text("url"),
    )


def _exclusion(found: Found) -> Exclusion:
    return Exclusion(found.text("run"), found.text("reason"), found.text("by"), found.text("when"))


def _story(found: Found) -> Story:
    return Story(
        found.texts("started"),
        found.texts("decisions"),
        found.texts("experiments"),
        found.texts("failed"),
        found.texts("easy"),
        found.texts("difficult"),
        found.texts("communication"),
    )
