"""`standout sowhat`: slots, rung and question, one statement or many."""

from __future__ import annotations

import json

import pytest

from tests.faces.conftest import Run

STRONG = "Cut training time from 9 days to 40 minutes by sharding the data"
WEAK = "Built a large custom dataset"


def test_a_statement_is_shown_with_its_slots_and_question(run: Run) -> None:
    done = run("sowhat", WEAK)
    assert done.code == 1
    for words in ("action    Built", "object    a large custom dataset", "L1:", "?"):
        assert words in done.out


def test_colour_never_changes_the_words(run: Run) -> None:
    assert run("sowhat", STRONG).out.splitlines()[0] == STRONG


@pytest.mark.parametrize(
    ("lines", "code"),
    [((STRONG,), 0), ((STRONG, WEAK), 1), ((), 2), (("", "  "), 2)],
)
def test_exit_codes(run: Run, lines: tuple[str, ...], code: int) -> None:
    done = run("sowhat", "-", stdin="\n".join(lines).encode())
    assert done.code == code
    assert ("error" in done.err) is (code == 2)


def test_several_statements_stand_in_quotes_each(run: Run) -> None:
    done = run("sowhat", STRONG, WEAK)
    assert [line for line in done.out.splitlines() if line in (STRONG, WEAK)] == [STRONG, WEAK]
    assert run("sowhat", *WEAK.split()).out.startswith(WEAK)


def test_an_empty_argument_is_no_statement(run: Run) -> None:
    assert run("sowhat", "").code == 2
    assert run("sowhat").code == 2


def test_json_has_a_line_a_statement(run: Run) -> None:
    done = run("sowhat", "-", "--format", "json", stdin=f"{STRONG}\r\n\n{WEAK}\n".encode())
    strong, weak = (json.loads(line) for line in done.out.splitlines())
    assert list(strong) == ["version", "text", "level", "slots", "quantities", "question"]
    assert (strong["version"], strong["level"], strong["question"]) == (1, 4, None)
    assert (weak["text"], weak["level"]) == (WEAK, 1)
    for slot in strong["slots"]:
        assert list(slot) == ["slot", "start", "end", "text"]
        assert STRONG[slot["start"] : slot["end"]] == slot["text"]
    assert strong["quantities"][1] == {
        "start": 33,
        "end": 43,
        "value": 40.0,
        "unit": "min",
        "kind": "time",
        "metric": "training-time",
        "baseline": "9 days",
        "intuition": 3,
        "result": True,
    }


def test_offsets_are_code_points_and_bad_bytes_do_no_harm(run: Run) -> None:
    text = "🚀 Réduced\u00a0churn by 40\u202f% — “twice” as good"
    done = run("sowhat", "-", "--format", "json", stdin=text.encode() + b"\nBuilt \xff\xfe\n")
    table, _ = (json.loads(line) for line in done.out.splitlines())
    assert table["text"] == text
    first = table["quantities"][0]
    assert text[first["start"] : first["end"]] == "40\u202f%"
