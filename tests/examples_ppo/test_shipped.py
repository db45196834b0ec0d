"""The example as it ships: claims, logs, the table of details, and the demo that shows them."""

from __future__ import annotations

import csv
import gzip
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from standout import api
from standout.cli import main
from standout.evidence.claims import is_sound
from standout.examples.reproductions.ppo import details
from standout.examples.reproductions.ppo.environments import TASKS
from standout.examples.reproductions.ppo.ppo import Agents, Settings
from standout.workspace import example_path, reproductions, training

EXAMPLE = example_path("reproductions/ppo")
TESTS = Path(__file__).parent
DOCS = TESTS.parent.parent / "docs"
RUNS = {
    "CartPole-v1": Settings(),
    "Acrobot-v1": Settings(),
    "MountainCar-v0": Settings(),
    "CartPole-v1-shared": Settings(shared=True),
}


def logged(path: Path) -> list[tuple[int, float, int]]:
    """The episodes of a log."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [
            (int(row["global_step"]), float(row["episodic_return"]), int(row["episodic_length"]))
            for row in csv.DictReader(lines)
        ]


@pytest.mark.parametrize("name", RUNS)
def test_runs_are_ten_seeds(name: str) -> None:
    """One to ten, a log each."""
    names = [each.name for each in sorted((EXAMPLE / "runs" / name).iterdir())]
    assert names == [f"seed-{seed:02}.csv.gz" for seed in range(1, 11)]


@pytest.mark.parametrize("name", ["CartPole-v1", "CartPole-v1-shared"])
def test_logs_are_of_this_code(name: str) -> None:
    """The first updates, trained again, give the first episodes of a log.

    All of it would take minutes. What later updates add are more roundings, which other
    processors may do otherwise; Acrobot is chaotic, and would show them at once.
    """
    paths = sorted((EXAMPLE / "runs" / name).iterdir())
    agents = Agents(TASKS["CartPole-v1"], [4], RUNS[name])
    for _ in range(6):
        agents.learn(agents.play(), 2.5e-4)
    first = agents.training.episodes[4]
    assert len(first) >= 4
    assert logged(paths[3])[: len(first)] == first


def test_logs_are_whole() -> None:
    """Each goes on to where an episode may have been under way at the end, and its steps rise."""
    for path in (EXAMPLE / "runs").rglob("*.gz"):
        steps = [step for step, _, _ in logged(path)]
        assert steps == sorted(set(steps))
        played = 500_000 // 512 * 512
        assert played - 4 * 500 < steps[-1] <= played


def test_claims_are_sound() -> None:
    """Nothing stands against them, and each has a margin with a reason, but for the ordering."""
    opened = reproductions.open_reproduction(str(EXAMPLE))
    assert is_sound(opened.problems)
    assert opened.problems == ()
    assert all(each.margin and each.margin.reason for each in opened.reproduction.claims[:-1])


def test_all_details_are_there() -> None:
    """13 core, 9 Atari, 9 continuous, 5 recurrent, 1 multi-discrete: 37, each in its place."""
    rows = list(details.details())
    counted = {group: sum(each.group == group for each in rows) for group in details.GROUPS}
    assert counted == {"core": 13, "atari": 9, "continuous": 9, "lstm": 5, "multidiscrete": 1}
    assert {(each.group, each.number) for each in rows} == set(details.places())


def test_the_table_of_details_is_in_step() -> None:
    """`python -m standout.examples.reproductions.ppo.details` prints it; it is here and in docs."""
    for path in (EXAMPLE / "details.md", DOCS / "reproductions" / "ppo-details.md"):
        assert path.read_text("utf-8") == details.page()


def test_evidence_of_details_exists() -> None:
    """Each claim is one of the file, each test one of these."""
    opened = reproductions.open_reproduction(str(EXAMPLE))
    claims = {each.id for each in opened.reproduction.claims}
    for each in details.details():
        assert set(each.claims) <= claims
        file, _, name = each.test.partition("::")
        assert re.search(rf"^def {name}\(", (TESTS / file).read_text("utf-8"), re.MULTILINE)


def test_effects_are_of_ten_seeds() -> None:
    """Every ablation has the same ten; what is left out of nothing is what the logs say."""
    for (task, measure, detail), values in details.ablated().items():
        assert len(values) == 10, (task, measure, detail)
    complete = details.ablated()["CartPole-v1", "last", 0]
    for seed, value in enumerate(complete, 1):
        episodes = logged(EXAMPLE / "runs" / "CartPole-v1" / f"seed-{seed:02}.csv.gz")
        assert sum(reward for _, reward, _ in episodes[-100:]) / 100 == pytest.approx(value)


def test_an_effect_is_told_with_its_interval() -> None:
    """Bold where the interval leaves zero out."""
    assert details.effect([1.0, 2.0, 3.0], [1.0, 2.0, 3.0]) == "+0.0 [-2.3, +2.3]"
    assert details.effect([9.0, 9.1, 8.9], [1.0, 1.1, 0.9]).startswith("**+8.0 [")


VERDICTS = {
    "cartpole-cleanrl": "reproduced",
    "acrobot-cleanrl": "inconclusive",
    "mountaincar-cleanrl": "reproduced",
    "cartpole-baselines": "reproduced",
    "acrobot-baselines": "inconclusive",
    "separate-beats-shared": "reproduced",
}


def test_demo_judges_the_shipped_runs(tmp_path: Path) -> None:
    """One command, the verdicts the post tells, and files that verify; again without harm."""
    folder = str(tmp_path / "ppo")
    for _ in range(2):
        ran = CliRunner().invoke(main, ["demo", "reproduce", "-o", folder])
        assert ran.exit_code == 0, ran.output
    told = dict(re.findall(r"^(\S+): (.+)$", ran.output, re.MULTILINE))
    assert {name: told[name] for name in VERDICTS} == VERDICTS
    assert "floor" in ran.output
    for name in re.findall(rf"{re.escape(folder)}\S*", ran.output.partition("What lies where")[2]):
        assert Path(name.rstrip(",")).exists()
    assert CliRunner().invoke(main, ["reproduce", "verify", folder]).exit_code == 0


def test_the_page_tells_what_is_computed(tmp_path: Path) -> None:
    """Published, own, difference, interval, margin, verdict: each row of its table."""
    folder = str(tmp_path / "ppo")
    assert CliRunner().invoke(main, ["demo", "reproduce", "-o", folder]).exit_code == 0
    found = api.judge_claims(reproductions.open_reproduction(folder), "ppo")
    page = (DOCS / "reproductions" / "ppo.md").read_text("utf-8")
    for each in found.verdicts:
        (row,) = re.findall(rf"^\| `{each.claim_id}` \|(.+)\|$", page, re.MULTILINE)
        _, own, difference, margin, label = (cell.strip() for cell in row.split("|"))
        assert own == f"{each.own:.2f}"
        assert label.startswith(each.label.value)
        if each.ci90 and each.margin:
            low, high = each.ci90
            sign = "+" if each.difference else ""
            assert difference == f"{each.difference:{sign}.2f} [{low:+.2f}, {high:+.2f}]"
            assert margin == f"{each.margin:.2f}"


def test_demo_touches_no_file_of_others(tmp_path: Path) -> None:
    """A reproduction that is there already is not written over."""
    (tmp_path / "reproduction.yaml").write_text("mine", "utf-8")
    ran = CliRunner().invoke(main, ["demo", "reproduce", "-o", str(tmp_path)])
    assert ran.exit_code != 0
    assert (tmp_path / "reproduction.yaml").read_text("utf-8") == "mine"


def test_demo_trains_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a program of its own; of a short run it is said that it is short."""
    monkeypatch.setattr(training, "TRAININGS", training.TRAININGS[:1])
    folder = str(tmp_path / "ppo")
    ran = CliRunner().invoke(main, ["demo", "reproduce", "--run", "--steps", "2048", "-o", folder])
    assert ran.exit_code == 0, ran.output
    opened = reproductions.open_reproduction(folder)
    assert len(opened.runs) == 10
    found = api.judge_claims(opened, "ppo")
    labels = {each.claim_id: each.label.value for each in found.verdicts}
    assert labels["cartpole-cleanrl"] not in ("reproduced", "exceeded")
    assert labels["acrobot-cleanrl"] == "not judged"
