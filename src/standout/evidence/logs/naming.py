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


class Names:
    """Names of columns, in their order, and what each could be called otherwise."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._plain: dict[str, list[str]] = {}
        self._last: dict[str, list[str]] = {}
        self._there: set[str] = set()
        self.add(names)

    def add(self, names: Iterable[str]) -> None:
        """Add those that are new."""
        for each in names:
            if each not in self._there:
                self._there.add(each)
                self._plain.setdefault(plain(each), []).append(each)
                self._last.setdefault(_last(each), []).append(each)

    def match(self, asked: str) -> str | None:
        """The one name that is meant; None where none or several could be.

        As written; else but for case and signs; else by its last part (`charts/episodic_return`).
        """
        if asked in self._there:
            return asked
        same = self._plain.get(plain(asked), [])
        if same:
            return same[0] if len(same) == 1 else None
        last = self._last.get(plain(asked)) or self._last.get(_last(asked), [])
        return last[0] if len(last) == 1 else None

    def first_of(self, known: Iterable[str]) -> str | None:
        """The first known name that is among them, whatever its case and signs."""
        for each in known:
            there = self._plain.get(plain(each))
            # `_step` and `step` are two names: the one with the sign is what a tool adds itself.
            if there:
                return each if each in there else there[0]
        return None


def _last(name: str) -> str:
    return plain(name.rpartition("/")[2])


def match(asked: str, names: Iterable[str]) -> str | None:
    """The one name that is meant; None where none or several could be."""
    return _known(names).match(asked)


def first_of(known: Iterable[str], names: Iterable[str]) -> str | None:
    """The first known name that is among some names, whatever its case and signs."""
    return _known(names).first_of(known)


def step_of(asked: str, names: Iterable[str] | Names) -> str | None:
    """The column of the step."""
    there = _known(names)
    return there.match(asked) if asked else there.first_of(STEPS)


def seed_of(asked: str, names: Iterable[str] | Names) -> str | None:
    """The column of the seed."""
    there = _known(names)
    return there.match(asked) if asked else there.first_of(SEEDS)


def run_of(names: Iterable[str] | Names) -> str | None:
    """The column that names the run."""
    return _known(names).first_of(RUNS)


def _known(names: Iterable[str] | Names) -> Names:
    return names if isinstance(names, Names) else Names(names)


def config_value(config: Mapping[str, str], known: Iterable[str]) -> str:
    """The value of the first known key of a configuration, by its last part; or ''."""
    last = {plain(key.replace(".", "/").rpartition("/")[2]): value for key, value in config.items()}
    return next((last[plain(each)] for each in known if last.get(plain(each))), "")
