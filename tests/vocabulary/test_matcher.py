"""Phrases are found as whole tokens, with offsets of the given text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.vocabulary.matcher import Matcher, fold

PATTERNS = ("C", "C++", "C#", "R", "Go", "PyTorch", "Node.js", "CI/CD", "scikit-learn", ".NET")
CASED = (*PATTERNS, "EM", "map", "mean average precision", "precision")
MATCHER = Matcher(CASED, cased=(0, 3, 4, CASED.index("EM")))


def words(text: str) -> list[str]:
    return [CASED[index] for index, _, _ in MATCHER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C, C++ and C#", ["C", "C++", "C#"]),
        ("C/C++/R", ["C", "C++", "R"]),
        ("C-level, R-squared, R&D, vitamin C.", ["C"]),
        ("Wrote Go and go-to-market plans", ["Go"]),
        ("A PyTorch-based model (PYTORCH)", ["PyTorch", "PyTorch"]),
        ("pytorch.Improved", ["PyTorch"]),
        ("pytorch.org torch.pytorch my_pytorch pytorch_x", []),
        ("node.js, Node.jsx", ["Node.js"]),
        ("ASP.NET and .NET 8", [".NET", ".NET"]),
        ("ci/cd with scikit‑learn", ["CI/CD", "scikit-learn"]),
        ("EM 84, saw them and em dashes", ["EM"]),
        ("mean average precision of a map", ["mean average precision", "map"]),
        ("PyTorch+C", ["PyTorch", "C"]),
        ("me@pytorch", []),
    ],
)
def test_whole_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_longer_phrase_that_is_no_token_leaves_room_for_a_shorter_one() -> None:
    matcher = Matcher(("learning rate", "learning"))
    assert [match[0] for match in matcher.find("learning rates")] == [1]


@given(st.text(alphabet="İiCR+#.-/ eEmMpP\u00a0\u2011ßẞ", max_size=60))
def test_offsets_survive_folding(text: str) -> None:
    assert len(fold(text)) == len(text)
    end_before = 0
    for index, start, end in MATCHER.find(text):
        assert fold(text[start:end]) == fold(CASED[index])
        assert end_before <= start < end
        end_before = end


def test_a_megabyte_of_one_letter_is_read_in_linear_time() -> None:
    begin = time.process_time()
    assert not list(MATCHER.find("c" * 1_000_000))
    assert time.process_time() - begin < 5
