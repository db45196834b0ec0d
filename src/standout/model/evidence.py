"""What backs a statement: the claim of a paper, own runs, what was measured, the verdict."""

from __future__ import annotations

from dataclasses import field
from enum import Enum

from standout.values import frozen


class ClaimKind(Enum):
    """What a claim says; each kind has its own test."""

    VALUE = "value"
    """A number: the mean over seeds of a metric."""
    ORDERING = "ordering"
    """One method is better than another."""
    THRESHOLD = "threshold"
    """A level is reached by a step."""
    RATIO = "ratio"
    """One method has so many times the metric of another."""
    AGGREGATE = "aggregate"
    """A number over several tasks."""
    QUALITATIVE = "qualitative"
    """Words; it never gets a statistical verdict."""


class Direction(Enum):
    """Which way is better."""

    MAX = "max"
    MIN = "min"


class SpreadKind(Enum):
    """What stands behind a published plus-minus."""

    SD_SEEDS = "sd_seeds"
    SE_SEEDS = "se_seeds"
    CI95_SEEDS = "ci95_seeds"
    SD_EPISODES = "sd_episodes"
    IQR = "iqr"
    RANGE = "range"
    NONE = "none"
    UNKNOWN = "unknown"

    @property
    def between_seeds(self) -> bool:
        """A standard deviation between seeds follows from it."""
        return self in (SpreadKind.SD_SEEDS, SpreadKind.SE_SEEDS, SpreadKind.CI95_SEEDS)


class Measure(Enum):
    """How a run becomes one number."""

    TRAIN_LAST_K = "train_last_k"
    """The mean of the last k logged rows."""
    EVAL = "eval"
    """The mean of what an evaluation logged at its step."""
    BEST_OVER_TRAINING = "best_over_training"
    """The best mean of k rows in a row."""
    AUC = "auc"
    """The mean over steps, each value holding until the next row."""
    FINAL_STEP = "final_step"
    """What was logged at the last step."""


class Label(Enum):
    """What a verdict says in words."""

    REPRODUCED = "reproduced"
    REPRODUCED_POINT = "reproduced-point"
    """Close to a published number of which no spread between seeds is known."""
    NOT_REPRODUCED = "not reproduced"
    EXCEEDED = "exceeded"
    """Beyond the margin on the better side."""
    INCONCLUSIVE = "inconclusive"
    NOT_COMPARABLE = "not comparable"
    NOT_JUDGED = "not judged"
    """A claim in words, or one without runs."""


@frozen
class Paper:
    """Where the claims come from."""

    title: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    version: str = ""
    arxiv: str = ""
    doi: str = ""
    url: str = ""


@frozen
class Protocol:
    """How a number is obtained from a run. `budget` and `at_step` are environment steps."""

    measure: Measure
    k: int = 1
    budget: int | None = None
    episodes: int | None = None
    deterministic: bool | None = None
    at_step: int | None = None
    env: str = ""


@frozen
class Spread:
    """A published plus-minus: the amount as printed, what it is, and over how many seeds."""

    amount: float
    kind: SpreadKind
    n: int | None = None
    ddof: int = 1


@frozen
class Margin:
    """How far apart two numbers may be and still be the same, and why; one of the three is set."""

    delta: float | None = None
    relative: float | None = None
    """Of the published number."""
    of_range: float | None = None
    """Of the task's range, from a random policy to the best known."""
    reason: str = ""
    declared_at: str = ""


@frozen
class Member:
    """One task of several: its runs, and the scores that become 0 and 1."""

    task: str
    runs: str
    against: str = ""
    range: tuple[float, float] | None = None


@frozen
class Written:
    """Where a key of a claim has its value in `reproduction.yaml`: line and column, from 1."""

    key: str
    line: int
    column: int


@frozen
class Claim:
    """One checkable sentence of a paper."""

    id: str
    kind: ClaimKind
    says: str = ""
    locator: str = ""
    quote: str = ""
    task: str = ""
    metric: str = ""
    direction: Direction = Direction.MAX
    unit: str = ""
    bounds: tuple[float, float] | None = None
    range: tuple[float, float] | None = None
    protocol: Protocol | None = None
    own: Protocol | None = None
    """How the own runs were measured, where that is not as the paper did."""
    value: float | None = None
    printed: str = ""
    """The value as it is written, for the rounding it shows."""
    spread: Spread | None = None
    per_run: tuple[float, ...] = ()
    margin: Margin | None = None
    source: str = "paper_text"
    reading_error: float = 0.0
    runs: str = ""
    against: str = ""
    """The runs that an ordering or a ratio compares with."""
    by_step: int | None = None
    share: float = 0.5
    """Of the seeds, how many must reach a threshold."""
    members: tuple[Member, ...] = ()
    statistic: str = "iqm"
    line: int = 0
    """Where it stands in `reproduction.yaml`, from 1."""
    written: tuple[Written, ...] = ()
    """Where each of its keys has its value; those of a mapping are named `margin.relative`."""

    def place(self, *keys: str) -> tuple[int, int]:
        """Line and column of the first of these keys that is there; else the claim's, column 0."""
        known = {each.key: (each.line, each.column) for each in self.written}
        return next((known[key] for key in keys if key in known), (self.line, 0))

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the runs it needs."""
        named = [self.runs, self.against]
        named += [name for each in self.members for name in (each.runs, each.against)]
        return tuple(dict.fromkeys(each for each in named if each))

    @property
    def measured(self) -> Protocol | None:
        """How the own runs are measured."""
        return self.own or self.protocol


@frozen
class Exclusion:
    """A run that is left out, by whom and why."""

    run: str
    reason: str
    by: str = ""
    when: str = ""


@frozen
class Run:
    """One training run: a seed in a log file. `id` is made from the file's hash and the seed."""

    id: str
    group: str
    path: str
    sha256: str
    format: str
    name: str = ""
    """What the file calls it, where it holds several."""
    seed: str = ""
    env: str = ""
    rows: int = 0
    steps: float | None = None
    wall_seconds: float | None = None
    parts: tuple[tuple[str, str], ...] = ()
    """Path and hash of further files of the same run: its other environments."""
    config: tuple[tuple[str, str], ...] = ()
    excluded: Exclusion | None = None

    @property
    def label(self) -> str:
        """How a person names it."""
        return f"seed {self.seed}" if self.seed else self.name or self.path


@frozen
class Measurement:
    """The own numbers behind a claim, one a run, in the order of `run_ids`. SD has ddof 1."""

    claim_id: str
    group: str
    run_ids: tuple[str, ...]
    statistic: str
    values: tuple[float, ...]
    mean: float | None = None
    sd: float | None = None

    @property
    def n(self) -> int:
        """How many runs were measured."""
        return len(self.values)


@frozen
class Sensitivity:
    """What the label would be under another choice."""

    choice: str
    label: Label
    delta: float | None = None


@frozen
class Verdict:
    """The answer to one claim. Intervals are of the difference own minus published."""

    claim_id: str
    label: Label
    reason: str
    method: str = ""
    published: float | None = None
    own: float | None = None
    difference: float | None = None
    ci90: tuple[float, float] | None = None
    ci95: tuple[float, float] | None = None
    margin: float | None = None
    p_lower: float | None = None
    p_upper: float | None = None
    df: float | None = None
    published_sd: float | None = None
    published_n: int | None = None
    power_note: str = ""
    flags: tuple[str, ...] = ()
    sensitivity: tuple[Sensitivity, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    inputs_sha256: str = ""
    tool_version: str = ""

    @property
    def p(self) -> float | None:
        """The p-value of equivalence: the larger of the two one-sided ones."""
        if self.p_lower is None or self.p_upper is None:
            return None
        return max(self.p_lower, self.p_upper)


@frozen
class Author:
    """Who reproduced it."""

    name: str = ""
    orcid: str = ""
    affiliation: str = ""


@frozen
class Story:
    """What the post tells: each a list of paragraphs in the author's words."""

    started: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    experiments: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    easy: tuple[str, ...] = ()
    difficult: tuple[str, ...] = ()
    communication: tuple[str, ...] = ()


@frozen
class Reproduction:
    """A paper's claims and all that was declared about testing them."""

    title: str = ""
    author: Author = Author()
    paper: Paper = Paper()
    code: str = ""
    commit: str = ""
    hardware: str = ""
    summary: str = ""
    step_column: str = ""
    seed_column: str = ""
    differences: tuple[str, ...] = ()
    story: Story = Story()
    claims: tuple[Claim, ...] = ()
    exclusions: tuple[Exclusion, ...] = field(default=())


class Verification(Enum):
    """How a piece of evidence can be checked, the strongest first."""

    COMPUTED = "computed"
    """From files whose hashes are kept."""
    API = "api"
    """From the saved answer of a service."""
    DOCUMENT = "document"
    """From a file somebody wrote."""
    SELF_DECLARED = "self-declared"


@frozen
class Figure:
    """A number that evidence states; `source` says where it stands."""

    text: str
    value: float
    source: str


@frozen
class Evidence:
    """What backs a statement of a profile."""

    id: str
    kind: str
    statement: str
    verification: Verification
    numbers: tuple[Figure, ...] = ()
    skills: tuple[str, ...] = ()
    date: str = ""
    url: str = ""
    file: str = ""
    sha256: str = ""
    supersedes: str = ""
