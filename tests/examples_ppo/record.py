"""Record walks of gymnasium, where it is installed: `python -m tests.examples_ppo.record`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from standout.examples.reproductions.ppo.environments import TASKS
from tests.examples_ppo.test_environments import actions_of


def walk(gymnasium: Any, name: str) -> dict[str, Any]:
    """A thousand steps of eight copies, each reset when it ends."""
    theirs = [gymnasium.make(name) for _ in range(8)]
    seen = [[each.reset(seed=seed)[0].tolist() for seed, each in enumerate(theirs)]]
    ends, rewards, lengths = [], 0.0, [0] * 8
    for t, actions in enumerate(actions_of(name, 1000, 8)):
        row = []
        for copy, (each, action) in enumerate(zip(theirs, actions, strict=True)):
            what = action if TASKS[name].actions else np.array([action])
            now, reward, terminated, truncated, _ = each.step(what)
            rewards += float(reward)
            lengths[copy] += 1
            if terminated or truncated:
                ends.append([t, copy, lengths[copy]])
                now, lengths[copy] = each.reset()[0], 0
            row.append([float(f"{number:.8g}") for number in now])
        if t % 50 == 49:
            seen.append(row)
    return {"observations": seen, "ends": ends, "rewards": rewards}


def main() -> None:
    """Write the walks beside the tests."""
    import gymnasium  # type: ignore[import-not-found] # an option, for this script alone

    walks = {name: walk(gymnasium, name) for name in TASKS}
    path = Path(__file__).parent / "walks.json"
    path.write_text(json.dumps(walks, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
