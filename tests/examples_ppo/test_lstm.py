"""The details for a recurrent policy: where it starts, forgets, and how it is trained."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standout.examples.reproductions.ppo import lstm
from standout.examples.reproductions.ppo.lstm import State

CHANCE = np.random.default_rng(4)
LAYER = lstm.first_layer(CHANCE, 3, 5)
SEEN = CHANCE.normal(size=(12, 4, 3))


def test_first_layer_is_orthogonal_without_bias() -> None:
    """Rows orthonormal in both matrices; what is remembered starts at zero."""
    for rows in (LAYER.inputs, LAYER.outputs):
        np.testing.assert_allclose(rows @ rows.T, np.eye(len(rows)), atol=1e-12)
    assert not LAYER.bias.any()
    state = lstm.first_state(4, 5)
    assert not state.output.any()
    assert not state.cell.any()


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 11), st.integers(0, 3))
def test_an_episode_knows_nothing_of_the_last(start: int, copy: int) -> None:
    """From its start on an episode gives what it would give alone; the others do not notice."""
    starts = np.zeros((12, 4))
    starts[start, copy] = 1
    outputs, _ = lstm.unrolled(LAYER, SEEN, starts, lstm.first_state(4, 5))
    alone, _ = lstm.unrolled(
        LAYER, SEEN[start:, [copy]], np.zeros((12 - start, 1)), lstm.first_state(1, 5)
    )
    np.testing.assert_allclose(outputs[start:, copy], alone[:, 0])
    without, _ = lstm.unrolled(LAYER, SEEN, np.zeros((12, 4)), lstm.first_state(4, 5))
    others = [each for each in range(4) if each != copy]
    np.testing.assert_allclose(outputs[:, others], without[:, others])


def test_replay_gives_what_was_played() -> None:
    """With the weights of the rollout, training sees the outputs of the rollout, copy by copy."""
    starts = (CHANCE.random((12, 4)) < 0.2).astype(float)
    state = State(CHANCE.normal(size=(4, 5)), CHANCE.normal(size=(4, 5)))
    outputs, end = lstm.unrolled(LAYER, SEEN, starts, state)
    for copies in lstm.sequential(CHANCE.permutation(4), 2):
        again = lstm.replayed(LAYER, SEEN, starts, state, copies)
        np.testing.assert_allclose(again, outputs[:, copies])
    np.testing.assert_allclose(end.output, outputs[-1])


def test_minibatches_take_every_copy_once() -> None:
    """Whole sequences, each in one minibatch."""
    parts = lstm.sequential(CHANCE.permutation(8), 4)
    assert sorted(np.concatenate(parts).tolist()) == list(range(8))
    assert {len(each) for each in parts} == {2}


def test_layer_is_that_of_torch() -> None:
    """The same outputs and end from PyTorch's layer, where it is installed."""
    torch: Any = pytest.importorskip("torch", reason="PyTorch is not installed")
    theirs = torch.nn.LSTM(3, 5).double()
    with torch.no_grad():
        theirs.weight_ih_l0.copy_(torch.as_tensor(LAYER.inputs.T))
        theirs.weight_hh_l0.copy_(torch.as_tensor(LAYER.outputs.T))
        theirs.bias_ih_l0.zero_()
        theirs.bias_hh_l0.zero_()
        outputs, (_, cell) = theirs(torch.as_tensor(SEEN))
    ours, end = lstm.unrolled(LAYER, SEEN, np.zeros((12, 4)), lstm.first_state(4, 5))
    np.testing.assert_allclose(ours, outputs.numpy(), atol=1e-12)
    np.testing.assert_allclose(end.cell, cell.numpy()[0], atol=1e-12)
