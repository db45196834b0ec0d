"""The keys of `reproduction.yaml`: names, kinds of value and what they are for, declared once.

The reader checks files against `SHAPES`; the JSON Schema and the reference are made from it.
"""

from __future__ import annotations

from collections.abc import Mapping

from standout.model.evidence import ClaimKind, Direction, Measure, SpreadKind
from standout.vocabulary.keyed import Format, Key

VERSION = 1


CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind of claim": tuple(each.value for each in ClaimKind),
    "kind of spread": tuple(each.value for each in SpreadKind),
    "measure": tuple(each.value for each in Measure),
    "direction": tuple(each.value for each in Direction),
    "source": ("paper_text", "digitised_figure", "released_logs"),
    "statistic": ("iqm", "mean", "median", "optimality_gap"),
}

SHAPES: Mapping[str, tuple[Key, ...]] = {
    "reproduction": (
        Key("reproduction", "version", "The version of this format: 1.", required=True),
        Key("title", "text", "What you reproduce, in a line."),
        Key("author", "@author", "Who you are, for the exports."),
        Key("paper", "@paper", "Where the claims come from."),
        Key("code", "text", "Address of your code."),
        Key("commit", "text", "The commit the runs were made with."),
        Key("hardware", "text", "What the runs ran on."),
        Key("summary", "text", "A paragraph for the top of the report."),
        Key("logs", "@logs", "Columns of your logs, where they are not found by themselves."),
        Key("claims", "[@claim]", "What the paper says, a sentence each.", required=True),
        Key("excluded", "[@exclusion]", "Runs you leave out, each with its reason."),
        Key("differences", "texts", "What you did otherwise than the paper: versions, hardware."),
        Key("story", "@story", "What the post tells."),
    ),
    "author": (
        Key("name", "text", "Your name."),
        Key("orcid", "text", "Your ORCID."),
        Key("affiliation", "text", "Where you work or study."),
    ),
    "paper": (
        Key("title", "text", "Title of the paper.", required=True),
        Key("authors", "texts", "Its authors in order."),
        Key("year", "whole", "Year."),
        Key("version", "text", "Version of a preprint, tag of a table."),
        Key("arxiv", "text", "Number at arXiv."),
        Key("doi", "text", "DOI."),
        Key("url", "text", "Address."),
    ),
    "logs": (
        Key("step", "text", "Column or key that holds the step."),
        Key("seed", "text", "Column or key that holds the seed, where one file has several."),
    ),
    "claim": (
        Key("id", "text", "A short name of your own.", required=True),
        Key("kind", "kind of claim", "What the claim says.", required=True),
        Key("says", "text", "The claim in a sentence."),
        Key("locator", "text", "Where it stands: table 2, row Acrobot."),
        Key("quote", "text", "The words or the number as printed; at most 25 words."),
        Key("task", "text", "The task or data set."),
        Key("metric", "text", "The metric as your logs name it."),
        Key("direction", "direction", "Which way is better.  [default: max]"),
        Key("unit", "text", "The unit of the metric."),
        Key("bounds", "pair", "The least and the greatest possible value."),
        Key("range", "pair", "The score of a random policy and the best known one."),
        Key("protocol", "@protocol", "How the paper measured."),
        Key("own_protocol", "@protocol", "How you measured, where that is otherwise."),
        Key("value", "number", "The published number (of a threshold, the level to reach)."),
        Key("spread", "@spread", "The plus-minus beside it, and what it is."),
        Key("per_run", "numbers", "The published number of each seed, where it was released."),
        Key("margin", "@margin", "How far apart still counts as the same, and why."),
        Key("source", "source", "Where you have the number from.  [default: paper_text]"),
        Key("reading_error", "number", "How well a figure could be read; widens the margin."),
        Key("runs", "text", "Name of the group of runs that tests it.  [default: the task]"),
        Key("against", "text", "Of an ordering or a ratio: the group that is compared with."),
        Key("by_step", "whole", "Of a threshold: the step by which it is reached."),
        Key("share", "number", "Of a threshold: the share of seeds that reach it.  [default: 0.5]"),
        Key("tasks", "[@member]", "Of an aggregate (or an ordering): its tasks."),
        Key("statistic", "statistic", "Of an aggregate: over runs and tasks.  [default: iqm]"),
    ),
    "protocol": (
        Key("measure", "measure", "How a run becomes one number.", required=True),
        Key("k", "whole", "Rows of `train_last_k`, or of the window of `best_over_training`."),
        Key("budget_steps", "whole", "Steps of training."),
        Key("episodes", "whole", "Episodes of an evaluation."),
        Key("deterministic", "flag", "Whether the evaluated policy is deterministic."),
        Key("at_step", "whole", "Step of the evaluation."),
        Key("env_id", "text", "The environment or data set with its version."),
    ),
    "spread": (
        Key("amount", "number", "The plus-minus as printed."),
        Key("kind", "kind of spread", "What it is: papers mean different things.", required=True),
        Key("ddof", "whole", "0 where the SD divides by n (`numpy.std`), else 1.  [default: 1]"),
        Key("n", "whole", "Over how many seeds."),
    ),
    "margin": (
        Key("delta", "number", "As a number, in the metric's unit."),
        Key("relative", "number", "As a share of the published number: 0.05."),
        Key("of_range", "number", "As a share of the task's `range`: 0.05."),
        Key("reason", "text", "Why this margin.", required=True),
        Key("declared_at", "day", "The day you fixed it: 2026-11-22."),
    ),
    "member": (
        Key("task", "text", "Name of the task.", required=True),
        Key("runs", "text", "Its group of runs.  [default: the task]"),
        Key("against", "text", "Of an ordering: the group that is compared with."),
        Key("range", "pair", "The scores that become 0 and 1."),
    ),
    "exclusion": (
        Key("run", "text", "Id, path or `group/seed` of the run.", required=True),
        Key("reason", "text", "Why it is left out.", required=True),
        Key("by", "text", "Who decided it."),
        Key("when", "day", "The day it was decided."),
    ),
    "story": (
        Key("started", "texts", "Where it started."),
        Key("decisions", "texts", "What you decided, and why."),
        Key("experiments", "texts", "What you tried."),
        Key("failed", "texts", "What failed."),
        Key("easy", "texts", "What was easy."),
        Key("difficult", "texts", "What was difficult."),
        Key("communication", "texts", "What the authors answered."),
    ),
}  # fmt: skip

_TEXT: dict[str, object] = {"type": ["string", "number", "null"]}
_NUMBER: dict[str, object] = {"type": "number"}
KINDS: Mapping[str, tuple[str, dict[str, object]]] = {
    "version": ("the number 1", {"const": VERSION}),
    "text": ("a line of text", _TEXT),
    "texts": ("text or a list of texts", {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}),
    "number": ("a number", _NUMBER),
    "whole": ("a whole number", {"type": "integer", "minimum": 0}),
    "flag": ("true or false", {"type": "boolean"}),
    "day": ("a day such as 2026-11-22", {"type": "string", "format": "date"}),
    "pair": (
        "two numbers, the lesser first",
        {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2},
    ),
    "numbers": ("a list of numbers", {"type": "array", "items": _NUMBER}),
    **{name: ("one of " + ", ".join(f"`{each}`" for each in words), {"enum": list(words)})
       for name, words in CHOICES.items()},
}  # fmt: skip

FORMAT = Format(
    "standout reproduction", "The claims of a paper, and how they are tested.", SHAPES, KINDS
)
