"""The five details for a recurrent policy: a layer of LSTM between the features and the heads.

Time leads here: inputs have the shape (time, copies, size), for a sequence is walked in order.
The layer is that of Hochreiter and Schmidhuber 1997 with a forget gate (Gers et al. 2000); gates
stand in the order input, forget, cell, output. Nothing here was trained.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from standout.examples.reproductions.ppo.environments import Array
from standout.examples.reproductions.ppo.ppo import even_frame


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights of the layer: from inputs, from the last output, and biases of the four gates."""

    inputs: Array
    outputs: Array
    bias: Array


@dataclass(frozen=True, slots=True)
class State:
    """What is remembered, (copies, size) each: the last output and the cell."""

    output: Array
    cell: Array

    def of(self, copies: Array) -> State:
        """The state of some copies."""
        return State(self.output[copies], self.cell[copies])


def first_layer(generator: np.random.Generator, inputs: int, size: int) -> Layer:
    """A layer that has learnt nothing yet."""
    # lstm 1: orthogonal weights with a gain of 1, biases of 0.
    into, back = (even_frame(generator, rows, 4 * size) for rows in (inputs, size))
    return Layer(into, back, np.zeros(4 * size))


def first_state(copies: int, size: int) -> State:
    """Before anything was seen."""
    # lstm 2: what is remembered starts at zero.
    return State(np.zeros((copies, size)), np.zeros((copies, size)))


def stepped(layer: Layer, seen: Array, starts: Array, state: State) -> State:
    """One step of all copies; `starts` says whose episode begins with what is seen now."""
    # lstm 3: where an episode begins, what was remembered of the last one is forgotten.
    kept = 1.0 - starts[:, None]
    output, cell = state.output * kept, state.cell * kept
    gates = seen @ layer.inputs + output @ layer.outputs + layer.bias
    enter, forget, content, show = np.split(gates, 4, axis=1)
    cell = logistic(forget) * cell + logistic(enter) * np.tanh(content)
    return State(logistic(show) * np.tanh(cell), cell)


def unrolled(layer: Layer, seen: Array, starts: Array, state: State) -> tuple[Array, State]:
    """Outputs (time, copies, size) of a whole sequence, and the state at its end."""
    outputs = np.empty((*seen.shape[:2], layer.outputs.shape[0]))
    for t, now in enumerate(seen):
        state = stepped(layer, now, starts[t], state)
        outputs[t] = state.output
    return outputs, state


def sequential(order: Array, minibatches: int) -> list[Array]:
    """The copies of each minibatch, from a permutation of all copies."""
    # lstm 4: copies are shuffled, times are not: a minibatch holds whole sequences.
    return np.split(order, minibatches)


def replayed(layer: Layer, seen: Array, starts: Array, state: State, copies: Array) -> Array:
    """Outputs for some copies of a rollout, as the present weights give them."""
    # lstm 5: training starts from the state with which the rollout began, and walks it again;
    # states within the rollout belong to older weights and are not kept.
    return unrolled(layer, seen[:, copies], starts[:, copies], state.of(copies))[0]


def logistic(numbers: Array) -> Array:
    """1 / (1 + exp(-x)) without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(0.5 * numbers)))
