"""The order of postings against orders judged by reading, and against the words of postings."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from standout import api
from tests.matching.making import TODAY

SCRIPT = Path(__file__).parents[2] / "scripts" / "ranking.py"
ADVERTISEMENT = """About us
We are a machine learning company. You will work with Python, PyTorch and Kubernetes.
What you bring
You have 5 years of experience with Python, SQL and deep learning.
Skills
Python, SQL, Spark
Benefits
Health insurance, stock options. We are an equal opportunity employer.
"""


def ranking() -> ModuleType:
    """The script that measures."""
    spec = importlib.util.spec_from_file_location("ranking", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_order_of_postings() -> None:
    """Clearly ahead of the words alone: a fall below says that something broke."""
    module = ranking()
    rows = module.table()
    assert len(rows) >= 12
    ours, theirs, found, found_theirs = module.means(rows)
    assert ours >= max(0.85, theirs + 0.08)
    assert found >= found_theirs + 0.1


def test_the_order_within_one_trade() -> None:
    """Where all ask for the same, the work decides: not behind the words, and more of the good."""
    module = ranking()
    ours, theirs, found, found_theirs = module.means(module.table(module.TRADE))
    assert ours >= max(0.85, theirs - 0.02)
    assert found >= found_theirs + 0.02


@pytest.mark.parametrize("name", ["resume.txt", "resume.md"])
def test_a_resume_of_boilerplate_scores_nothing(name: str) -> None:
    """The words of an advertisement, sent in as a resume."""
    module = ranking()
    reading = api.read(ADVERTISEMENT.encode(), name)
    texts = {**module.postings(module.GOLD), "own": ADVERTISEMENT}
    readings = [
        (each, next(api.read_postings(body.encode(), each))) for each, body in texts.items()
    ]
    scores = [each.match.score for each in api.match(reading, readings, TODAY)]
    assert not any(scores)
