"""The house stays in order: layers, sizes, names, codes, and shipped files in step."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import standout
from standout.readers.problems import PROBLEMS
from standout.rules import engine
from standout.rules.base import Rule
from standout.rules.manual import parse

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
RULES = engine.all_rules()
RETIRED_CODES: frozenset[str] = frozenset()
"""Codes of rules that are gone; a code is never used again."""


def test_the_gates_see_something() -> None:
    """A gate over an empty set proves nothing."""
    assert len(SOURCES) >= 80
    assert len(RULES) >= 60


def test_files_are_small() -> None:
    """No source file grows past what one can hold in mind."""
    long = {str(path): n for path in SOURCES if (n := path.read_text("utf-8").count("\n")) > 400}
    assert not long


def test_functions_are_small() -> None:
    """The median function has at most 10 lines, the 95th percentile at most 40."""
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    assert lengths[len(lengths) // 2] <= 12
    assert lengths[int(len(lengths) * 0.95)] <= 40


def test_a_start_compiles_no_pattern_and_makes_values_cheaply() -> None:
    """Several hundred patterns and over a hundred classes would be the half of a start."""
    dear = re.compile(
        r"^(?:\w+ = re\.compile\(|@dataclass\(frozen=True, slots=True\)$)", re.MULTILINE
    )
    ours = [path for path in SOURCES if "examples" not in path.parts]
    assert not [path for path in ours if dear.search(path.read_text("utf-8"))]


def test_codes_and_names_are_unique() -> None:
    """One code and one name a rule, readers' codes included; retired ones stay retired."""
    codes = [each.code for each in RULES] + list(PROBLEMS)
    names = [each.name for each in RULES] + [each.name for each in PROBLEMS.values()]
    assert len(codes) == len(set(codes))
    assert len(names) == len(set(names))
    assert not RETIRED_CODES & set(codes)
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]{2,3}\d{3}", code) for code in codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_says_what_it_rests_on(rule: Rule) -> None:
    """Name from the file, a manual with a summary and a reason, a named source."""
    module = importlib.import_module(rule.module)
    assert module.__file__ is not None
    assert Path(module.__file__).stem.replace("_", "-") == rule.name
    manual = parse(rule.manual)
    assert manual.summary.endswith(".")
    assert manual.prose
    assert rule.why
    assert rule.source


def test_examples_are_in_step() -> None:
    """The shipped PDFs are what their sources give."""
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "examples.py", "--check"], check=False
    )
    assert done.returncode == 0


def test_version_is_the_projects() -> None:
    """One version, in two places that must agree."""
    assert f'version = "{standout.__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_lock_names_no_address() -> None:
    """The lock file pins versions and leaves the registry to the installer."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "click==" in lock
    assert "://" not in lock
    assert "--index" not in lock


def test_faces_know_no_code() -> None:
    """No face and no reporter compares a rule's code."""
    codes = {each.code for each in RULES} | set(PROBLEMS)
    assert len(codes) >= 60
    for folder in ("cli", "reporters"):
        for module in (ROOT / "src" / "standout" / folder).rglob("*.py"):
            tree = ast.parse(module.read_text("utf-8"))
            compared = {
                leaf.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Compare)
                for leaf in ast.walk(node)
                if isinstance(leaf, ast.Constant)
            }
            assert not compared & codes, f"{module.name} knows {compared & codes}"


def test_architecture_names_what_exists() -> None:
    """Each invariant names the file that holds it, and the file is there."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    named = re.findall(r"`((?:tests|src)/[^` ]+)`", text)
    assert len(named) >= 12
    assert not [each for each in named if not (ROOT / each).exists()]
