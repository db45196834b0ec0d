"""Record steps of gymnasium, where it is installed: `python -m tests.examples_ppo.record`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from standout.examples.reproductions.ppo.environments import TASKS
from tests.examples_ppo.test_environments import actions_of

EVERY, STEPS, ENDS = 29, 3000, 15
"""One step in so many is kept, and the first that terminate."""
SPEED = {"MountainCar-v0": 1, "Acrobot-v1": 3}
"""The part of the state which, pushed the way it goes, gathers the energy to reach the goal."""


def firsts(gymnasium: Any, name: str) -> list[list[list[float]]]:
    """What three episodes of each of four seeds show first."""
    found = []
    for seed in range(4):
        task = gymnasium.make(name)
        seen = [task.reset(seed=seed)[0], task.reset()[0], task.reset()[0]]
        found.append([[float(f"{number:.8g}") for number in each] for each in seen])
    return found


def steps(gymnasium: Any, name: str) -> list[list[Any]]:
    """State, action, what was seen next, reward, whether it terminated."""
    task, found, ends = gymnasium.make(name), [], 0
    task.reset(seed=0)
    for t, (action,) in enumerate(actions_of(name, STEPS, 1)):
        state = [float(each) for each in task.unwrapped.state]
        seen, reward, over, stopped, _ = task.step(action if TASKS[name].actions else [action])
        ends += over
        if t % EVERY == 0 or (over and ends <= ENDS):
            shown = [float(f"{number:.8g}") for number in seen]
            found.append([state, float(action), shown, float(reward), bool(over)])
        if over or stopped:
            task.reset()
    return found


def goal(gymnasium: Any, name: str) -> list[Any]:
    """The step that reaches the goal, which chance does not."""
    task = gymnasium.make(name)
    task.reset(seed=0)
    while True:
        state = [float(each) for each in task.unwrapped.state]
        action = 2 if state[SPEED[name]] >= 0 else 0
        seen, reward, over, stopped, _ = task.step(action)
        if over:
            shown = [float(f"{number:.8g}") for number in seen]
            return [state, float(action), shown, float(reward), True]
        if stopped:
            task.reset()


def main() -> None:
    """Write what was recorded beside the tests."""
    import gymnasium  # type: ignore[import-not-found] # an option, for this script alone

    found: dict[str, dict[str, list[Any]]] = {}
    for name in TASKS:
        found[name] = {"firsts": firsts(gymnasium, name), "steps": steps(gymnasium, name)}
    for name in SPEED:
        found[name]["steps"].append(goal(gymnasium, name))
    path = Path(__file__).parent / "walks.json"
    path.write_text(json.dumps(found, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
