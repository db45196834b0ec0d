"""Which column is the step, which the seed, and which the metric that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from standout.patterns import regex

STEPS = (
    "global_step", "env_step", "env_steps", "total_timesteps", "num_timesteps", "timesteps",
    "timestep", "time/total_timesteps", "trainer/global_step", "step", "steps", "_step",
    "iteration", "iter", "update", "updates", "epoch",
)  # fmt: skip
"""Names of the step, the most telling first."""
SEEDS = ("seed", "random_seed", "run_seed", "seed_id")
RUNS = ("run_id", "run", "run_name", "run_uuid", "trial", "trial_id")
ENVIRONMENTS = ("env_id", "env", "environment", "env_name", "gym_id", "task", "dataset")
_SIGNS = regex(r"[\W_]+")


def plain(name: str) -> str:
    """A name without case, white space and signs."""
    return _SIGNS.sub("", name).lower()


def match(asked: str, names: Iterable[str]) -> str | None:
    """The one name that is meant; None where none or several could be.

    As written; else but for case and signs; else by its last part (`charts/episodic_return`).
    """
    there = tuple(dict.fromkeys(names))
    if asked in there:
        return asked
    same = [each for each in there if plain(each) == plain(asked)]
    if len(same) == 1:
        return same[0]
    last = [each for each in there if plain(each.rpartition("/")[2]) == plain(asked)]
    if not same and not last:
        tail = plain(asked.rpartition("/")[2])
        last = [each for each in there if plain(each) == tail]
    return last[0] if not same and len(last) == 1 else None


def first_of(known: Iterable[str], names: Iterable[str]) -> str | None:
    """The first known name that is among some names, whatever its case and signs."""
    there = {plain(each): each for each in reversed(tuple(names))}
    for each in known:
        # `_step` and `step` are two names: the one with the sign is what a tool adds by itself.
        if each in there.values():
            return each
        if plain(each) in there:
            return there[plain(each)]
    return None


def step_of(asked: str, names: Iterable[str]) -> str | None:
    """The column of the step."""
    there = tuple(names)
    return match(asked, there) if asked else first_of(STEPS, there)


def seed_of(asked: str, names: Iterable[str]) -> str | None:
    """The column of the seed."""
    there = tuple(names)
    return match(asked, there) if asked else first_of(SEEDS, there)


def run_of(names: Iterable[str]) -> str | None:
    """The column that names the run."""
    return first_of(RUNS, names)


def config_value(config: Mapping[str, str], known: Iterable[str]) -> str:
    """The value of the first known key of a configuration, by its last part; or ''."""
    last = {plain(key.replace(".", "/").rpartition("/")[2]): value for key, value in config.items()}
    return next((last[plain(each)] for each in known if last.get(plain(each))), "")
