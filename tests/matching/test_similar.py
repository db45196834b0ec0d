"""Hints by a model of meaning: labelled, worth no points, and only where nothing else answers."""

from __future__ import annotations

import builtins
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from standout.errors import OpenError, UsageError
from standout.matching.similar import with_nearest
from standout.model import Demand, Match, State
from standout.workspace.models import embedder
from tests.matching.making import asks, matched, profile

YAML = """
skills:
  - items: [Python]
experience:
  - title: Engineer
    organization: X
    statements:
      - Grew tomatoes in 12 greenhouses with sensors for humidity
      - Wrote letters to 400 donors
"""


@dataclass
class Letters:
    """A toy model: it knows five pairs of words that mean the same, and nothing more."""

    name: str = "toy"

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        pairs = ["humidity damp", "greenhouses glasshouse", "donors giver", "opera aria"]
        found = [
            [float(any(word in each.casefold() for word in pair.split())) for pair in pairs]
            for each in texts
        ]
        return [[x / (sum(v) or 1) ** 0.5 for x in v] for v in found]


def found(*lines: str) -> tuple[Match, Match]:
    """A match before and after the hints."""
    before = matched(YAML, *(asks(each, demand=Demand.OTHER) for each in lines))
    return before, with_nearest(before, profile(YAML), Letters())


def test_the_nearest_line_is_shown_and_labelled() -> None:
    before, after = found("Feeling for damp under a glasshouse roof")
    (answer,) = after.answers
    assert not before.answers[0].proofs
    assert answer.state is State.RELATED
    assert answer.proofs[0].text.value.startswith("Grew tomatoes")
    assert answer.proofs[0].by == "toy"
    assert re.search(r"toy finds this line nearest \(\d\.\d\d\)", answer.ask)


def test_it_earns_nothing() -> None:
    before, after = found("Feeling for damp", "love of opera")
    assert after.score == before.score
    assert after.reasons == before.reasons
    assert [each.points for each in after.answers] == [each.points for each in before.answers]


def test_what_is_far_is_not_shown() -> None:
    before, after = found("love of opera")
    assert after == before


def test_what_the_vocabulary_answers_is_left_alone() -> None:
    before = matched(YAML, asks("Python", ("python",)))
    assert with_nearest(before, profile(YAML), Letters()) == before


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *given: Any, **named: Any) -> Any:
        if name in ("onnxruntime", "sentence_transformers"):
            raise ImportError(name)
        return real(name, *given, **named)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UsageError, match="sentence-transformers"):
        embedder(str(tmp_path))
    (tmp_path / "model.onnx").write_bytes(b"no model")
    with pytest.raises(UsageError) as told:
        embedder(str(tmp_path))
    assert 'pip install "standout[semantic]"' in told.value.hint


def test_a_broken_model_is_told(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="the extra `semantic` is not installed")
    (tmp_path / "model.onnx").write_bytes(b"no model")
    with pytest.raises(OpenError, match="no model could be read"):
        embedder(str(tmp_path))
