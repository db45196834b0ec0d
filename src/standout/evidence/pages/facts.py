"""The numbers of a verdict as they are printed, each registered with what it rests on."""

from __future__ import annotations

import math
from collections.abc import Sequence

from standout.evidence.pages.numbers import Origin, Register
from standout.evidence.statistics.samples import sample_of, t_interval
from standout.model.evidence import Claim, ClaimKind, Measurement, Run, SpreadKind, Verdict

SPREADS = {
    SpreadKind.SD_SEEDS: "standard deviation over {} seeds",
    SpreadKind.SE_SEEDS: "standard error over {} seeds",
    SpreadKind.CI95_SEEDS: "95 % interval over {} seeds",
    SpreadKind.SD_EPISODES: "standard deviation over episodes, not over seeds",
    SpreadKind.IQR: "interquartile range",
    SpreadKind.RANGE: "range",
    SpreadKind.NONE: "",
    SpreadKind.UNKNOWN: "of a kind the paper does not name",
}

SHARES = (ClaimKind.ORDERING, ClaimKind.THRESHOLD)
"""Kinds whose own number is a share of pairs or of seeds."""
_SHARE_OF = {ClaimKind.ORDERING: "pairs", ClaimKind.THRESHOLD: "seeds"}
_MARGIN = ("margin.relative", "margin.of_range", "margin.delta", "margin", "value")


class Facts:
    """What can be said of one verdict in numbers; each method gives marked text, or ''."""

    def __init__(
        self, register: Register, claim: Claim, verdict: Verdict, runs: Sequence[Run]
    ) -> None:
        self.register = register
        self.claim = claim
        self.verdict = verdict
        self.runs = [run for run in runs if run.group in claim.groups and not run.excluded]
        self.places = _places(claim, verdict)

    def published(self) -> str:
        """The published number as printed."""
        value = self.claim.value
        if value is None:
            return ""
        words = self.claim.printed.replace("-", "−") or self._form(value)
        how = f"published value of {self.claim.id}"
        return self.register.put(self._id("published"), value, words, how, self._at("value"))

    def spread(self) -> str:
        """The plus-minus beside it, and what it is."""
        spread = self.claim.spread
        if spread is None or spread.kind is SpreadKind.NONE:
            return ""
        how, where = "published plus-minus", self._at("spread.amount", "spread")
        words = form(spread.amount, max(self.places, _decimals(spread.amount)))
        amount = self.register.put(self._id("published.spread"), spread.amount, words, how, where)
        told = self.spread_kind()
        return f"± {amount} ({told})" if told else f"± {amount}"

    def spread_kind(self) -> str:
        """What the plus-minus is, with its seeds."""
        spread = self.claim.spread
        if spread is None:
            return ""
        n = ""
        if spread.n is not None:
            where = self._at("spread.n", "spread")
            how = f"seeds behind the published value of {self.claim.id}"
            n = self.register.put(self._id("published.n"), spread.n, str(spread.n), how, where)
        words = SPREADS[spread.kind].format(n or "unknown")
        return f"{words}, ddof 0" if spread.ddof == 0 and spread.kind.between_seeds else words

    def own(self) -> str:
        """The own number."""
        if self.verdict.own is None:
            return ""
        how = f"own value of {self.claim.id}: mean over seeds of the {self._statistic()}"
        if self.claim.kind is not ClaimKind.VALUE:
            how = f"own value of {self.claim.id}: {self.verdict.method}"
        return self._computed("own", self.verdict.own, how)

    def own_share(self) -> str:
        """The own number; of a share, with what it is a share of."""
        own = self.own()
        return (
            f"{own} of {_SHARE_OF[self.claim.kind]}" if own and self.claim.kind in SHARES else own
        )

    def own_sd(self) -> str:
        """The SD between own seeds."""
        measured = self._measured()
        if measured is None or measured.sd is None or self.claim.kind is not ClaimKind.VALUE:
            return ""
        how = f"standard deviation between own seeds (ddof 1) of {self.claim.id}"
        return self._computed("own.sd", measured.sd, how)

    def own_interval(self) -> str:
        """The 95 % t interval of the own mean."""
        measured = self._measured()
        if measured is None or measured.n < 2 or self.claim.kind is not ClaimKind.VALUE:
            return ""
        how = f"end of the 95 % t interval of the own mean, {self.claim.id}"
        ends = t_interval(sample_of(measured.values))
        low, high = (
            self._computed(f"own.{name}", each, f"{word} {how}")
            for name, word, each in zip(("low", "high"), ("lower", "upper"), ends, strict=True)
        )
        return f"[{low}, {high}]"

    def seeds(self, measurement: Measurement | None = None) -> str:
        """How many own runs were measured."""
        found = measurement or self._measured()
        if found is None:
            return ""
        name = "own.n" if measurement is None else f"own.n.{found.group}"
        runs = [run for run in self.runs if run.group == found.group]
        how = f"runs of `{found.group}` that were measured for {self.claim.id}"
        origins = self.register.of_runs(runs)
        return self.register.put(self._id(name), found.n, str(found.n), how, origins)

    def difference(self) -> str:
        """Own minus published."""
        if self.verdict.difference is None or self.claim.kind in SHARES:
            return ""
        how = f"own minus published, {self.claim.id}"
        return self._computed("difference", self.verdict.difference, how, signed=True)

    def interval(self, level: int) -> str:
        """An interval of the difference."""
        ends = self.verdict.ci90 if level == 90 else self.verdict.ci95
        if ends is None:
            return ""
        share = self.claim.kind in SHARES
        of = "the share" if share else "the difference"
        # Of a share the difference is that from the middle; people read the share itself.
        middle = (self.verdict.own or 0.0) - (self.verdict.difference or 0.0) if share else 0.0
        how = f"end of the {level} % interval of {of}, {self.claim.id}"
        low, high = (
            self._computed(f"ci{level}.{name}", middle + e, f"{word} {how}", signed=not share)
            for name, word, e in zip(("low", "high"), ("lower", "upper"), ends, strict=True)
        )
        return f"[{low}, {high}]"

    def margin(self) -> str:
        """The margin in the metric's unit."""
        if self.verdict.margin is None:
            return ""
        how = f"declared margin of {self.claim.id} in the metric's unit"
        return self._declared("margin", self.verdict.margin, how, self._at(*_MARGIN))

    def margin_share(self) -> str:
        """The margin as it was declared."""
        share, whole = self.share(), "the task's range"
        if self.claim.margin and self.claim.margin.relative is not None:
            whole = "the published value"
        return f"{share} of {whole}" if share else ""

    def share(self) -> str:
        """The declared margin as a share, without what it is a share of."""
        margin = self.claim.margin
        share = (margin.relative or margin.of_range) if margin else None
        if share is None:
            return ""
        how = f"declared margin of {self.claim.id} as a share"
        words, where = f"{100 * share:g} %", self._at(*_MARGIN)
        return self.register.put(self._id("margin.share"), share, words, how, where)

    def p(self) -> str:
        """The p-value of equivalence."""
        if self.verdict.p is None:
            return ""
        words = f"p = {self.verdict.p:.2g}" if self.verdict.p >= 0.001 else "p < 0.001"
        how = f"larger p-value of the two one-sided tests, {self.claim.id}"
        origins = self.register.of_runs(self.runs)
        return self.register.put(self._id("p"), self.verdict.p, words, how, origins)

    def sensitivity(self, number: int) -> str:
        """The margin of another choice."""
        delta = self.verdict.sensitivity[number].delta
        if delta is None:
            return ""
        how = f"margin under another choice, {self.claim.id}"
        where = self._at(*_MARGIN)
        return self._declared(f"sensitivity.{number + 1}", delta, how, where)

    def _measured(self) -> Measurement | None:
        return self.verdict.measurements[0] if self.verdict.measurements else None

    def _statistic(self) -> str:
        measured = self._measured()
        return measured.statistic if measured else ""

    def _computed(self, name: str, value: float, how: str, *, signed: bool = False) -> str:
        words = self._form(value, signed=signed)
        origins = self.register.of_runs(self.runs)
        if self.claim.value is not None and signed:
            origins += self._at("value")
        return self.register.put(self._id(name), value, words, how, origins)

    def _declared(self, name: str, value: float, how: str, where: tuple[Origin, ...]) -> str:
        return self.register.put(self._id(name), value, self._form(value), how, where)

    def _at(self, *keys: str) -> tuple[Origin, ...]:
        """Where the first of these keys stands in the file of the claims."""
        return self.register.at_line(*self.claim.place(*keys))

    def _id(self, name: str) -> str:
        return f"{self.claim.id}.{name}"

    def _form(self, value: float, *, signed: bool = False) -> str:
        return form(value, self.places, signed=signed)


def form(value: float, places: int, *, signed: bool = False) -> str:
    """A number with places behind the point and a true minus; a plus where it is a change."""
    if not math.isfinite(value):
        return "∞" if value > 0 else "−∞"
    words = f"{value:+,.{places}f}" if signed else f"{value:,.{places}f}"
    return words.replace("-", "−") if float(f"{value:.{places}f}") else f"{0:.{places}f}"


def _decimals(value: float) -> int:
    """Places behind the point of a number as it is written, eight at most."""
    written = f"{value:.8g}"
    return 0 if "e" in written else len(written.partition(".")[2])


def _places(claim: Claim, verdict: Verdict) -> int:
    """Places behind the point: those of the printed number, and enough for the margin."""
    if claim.kind in SHARES:
        return 2
    printed = len(claim.printed.partition(".")[2]) if "e" not in claim.printed.lower() else 0
    size = verdict.margin or (abs(verdict.own) / 100 if verdict.own else 0.0)
    needed = 1 - math.floor(math.log10(size)) if size > 0 else 2
    return min(max(printed, needed, 0), 8)
