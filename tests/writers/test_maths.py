"""Maths of a statement as characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.writers import maths
from standout.writers.sheet import plain

READABLE = {
    r"10^{-3}": "10−3",
    r"x_i^2": "xi2",
    r"\alpha\beta": "αβ",
    r"\lambda \tau^2": "λτ2",
    r"O(\sqrt{d/n})": "O(√(d/n))",
    r"\sqrt{n}": "√n",
    r"\frac{1}{n+1}": "1/(n+1)",
    r"n \log n": "n log n",
    r"O(n\log n)": "O(nlog n)",
    r"\argmax_\theta": "argmaxθ",
    r"a \leq b": "a ≤ b",
    r"a\leq b": "a≤b",
    r"x \in \mathbb{R}^d": "x ∈ ℝd",
    r"\mathbb{E}[X]": "E[X]",
    r"\mathcal{O}(n)": "O(n)",
    r"\dot{q}": "q̇",
    r"\hat x": "x̂",
    r"\bar{y}": "ȳ",
    r"\tilde{a}_t": "ãt",
    r"\vec{v}": "v⃗",
    r"\widehat{AB}": "ÂB",
    r"\hat{}": "",
    r"\text{top-}k": "top−k",
    r"\unknown{x}": "unknownx",
    r"\unknown x": "unknown x",
    r"95\%": "95%",
    "}{": "",
    "\\": "",
    "": "",
}


@pytest.mark.parametrize(("latex", "expected"), READABLE.items())
def test_the_characters_of_a_formula(latex: str, expected: str) -> None:
    assert plain(maths.runs(latex)) == expected


def test_scripts_are_raised_and_lowered() -> None:
    assert [(run.text, run.shift) for run in maths.runs("10^{-3}x_i")] == [
        ("10", ""),
        ("−3", "super"),
        ("x", ""),
        ("i", "sub"),
    ]


@given(st.text(alphabet="\\{}^_ab1 -~$fracsqthmbd", max_size=60))
def test_letters_and_digits_are_kept(latex: str) -> None:
    shown = plain(maths.runs(latex))
    assert shown.count("1") == latex.count("1")


@pytest.mark.parametrize("piece", ["{", "\\frac", "^", "\\hat{", "}"])
def test_a_long_formula_is_no_harm(piece: str) -> None:
    maths.runs(piece * 20_000)
