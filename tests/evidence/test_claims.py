"""`reproduction.yaml`: what it says, and everything that is wrong with it at once."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from standout import api
from standout.evidence import ledger
from standout.evidence.claims import is_sound, reproduction_of
from standout.evidence.lock import Lock, LockError, attached, declared_of, dump, fixed, load
from standout.evidence.plain import fingerprint
from standout.model.evidence import ClaimKind, Direction, Exclusion, Measure, Run, SpreadKind
from standout.source import Source
from tests.evidence.making import sd_of, value_claim

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "reproduction.schema.json"
HEAD = "reproduction: 1\npaper: {title: T}\nclaims:\n"
CLAIM = (
    "  - {id: a, kind: value, metric: acc, value: 91.5, protocol: {measure: final_step},\n"
    "     spread: {kind: sd_seeds, amount: 0.4, n: 5}, margin: {delta: 1, reason: r}}\n"
)


def read(text: str) -> tuple[object, list[tuple[int, int, str]]]:
    """The reproduction, and line, column and message of what is wrong."""
    source = Source("r.yaml", "yaml", text, editable=True)
    found, problems = reproduction_of(source)
    told = []
    for each in problems:
        hint = f" ({each.fix.message})" if each.fix else ""
        told.append((*source.line_column(each.span.start), each.message + hint))
    return found, told


def claim_of(text: str):  # type: ignore[no-untyped-def] # a claim of any kind
    """The first claim of a sound file."""
    found, problems = reproduction_of(Source("r.yaml", "yaml", text))
    assert is_sound(problems), [each.message for each in problems]
    return found.claims[0]


def test_the_template_is_sound_and_fits_the_schema() -> None:
    """What `init` writes is read without a word."""
    text = api.reproduction_template().decode()
    claim = claim_of(text)
    assert (claim.kind, claim.direction) == (ClaimKind.VALUE, Direction.MAX)
    assert (claim.protocol.measure, claim.protocol.k) == (Measure.TRAIN_LAST_K, 100)
    assert (claim.spread.kind, claim.spread.n, claim.spread.ddof) == (SpreadKind.SD_SEEDS, 3, 0)
    assert (claim.value, claim.printed, claim.bounds) == (490.04, "490.04", (0, 500))
    assert claim.groups == ("CartPole-v1",)
    jsonschema.validate(yaml.safe_load(text), json.loads(api.reproduction_schema()))


def test_the_published_schema_is_the_declared_one(request: pytest.FixtureRequest) -> None:
    """`docs/schema` is made from the keys (`--update-golden` writes it anew)."""
    if request.config.getoption("--update-golden"):
        SCHEMA.write_text(api.reproduction_schema(), "utf-8")
    assert SCHEMA.read_text("utf-8") == api.reproduction_schema()
    jsonschema.Draft202012Validator.check_schema(json.loads(api.reproduction_schema()))


def test_all_errors_at_once_each_with_its_place() -> None:
    """Misspelt keys and words, wrong kinds of value, missing ones."""
    _, told = read(
        HEAD
        + "  - id: a\n"
        + "    kind: valu\n"
        + "    metrik: acc\n"
        + "    budget_steps: 3\n"
        + "    value: 490.04 ± 6\n"
        + "    bounds: [5, 1]\n"
        + "    spread: {amount: 6.12, kind: sd_seeds, n: 1}\n"
        + "    margin: {relative: 5 %}\n"
        + "  - id: a\n"
        + "    kind: value\n"
    )
    expected = (
        (5, "`kind` takes one of"),
        (6, "unknown key `metrik` (did you mean `metric`?)"),
        (7, "unknown key `budget_steps` here (it belongs under `protocol`)"),
        (8, "`value` takes a number, found `490.04 ± 6` (put the plus-minus into `spread:`)"),
        (9, "`bounds` takes two numbers, the lesser first"),
        (10, "a spread between seeds needs at least 2 of them (over episodes of one run"),
        (11, "`relative` takes a number, found `5 %` (write a share: 0.05 for 5 %)"),
        (11, "`reason` is missing"),
        (12, "the id `a` stands here a second time"),
        (12, "`spread` is missing: what the plus-minus is (its kind must be said"),
        (12, "`margin` is missing"),
    )
    for line, words in expected:
        assert any(at == line and words in message for at, _, message in told), (line, words)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("spread: {amount: 1, n: 3}", "`kind` is missing: what it is: papers mean different"),
        ("spread: {amount: 1, kind: se_seeds}", "`n` is missing"),
        ("spread: {kind: sd_seeds, n: 3}", "`amount` is missing"),
        ("margin: {delta: 1, relative: 0.1, reason: r}", "a margin is one of"),
        ("margin: {relative: 5, reason: r}", "`relative` is a share (write 0.05 for 5 %)"),
        ("margin: {of_range: 0.05, reason: r}", "needs the claim's `range`"),
        ("margin: {delta: -1, reason: r}", "greater than 0"),
        ("quote: '" + "w " * 26 + "'", "a quotation of 26 words"),
        ("kind: ratio", "`against` is missing"),
        ("kind: threshold", "`by_step` is missing"),
        ("kind: aggregate", "`tasks` is missing"),
    ],
)
def test_what_a_claim_cannot_do_without(more: str, words: str) -> None:
    """Each with its reason."""
    key = more.partition(":")[0]
    base = {
        "id": "id: a", "kind": "kind: value", "metric": "metric: acc", "value": "value: 3",
        "protocol": "protocol: {measure: final_step}", "spread": "spread: {kind: none}",
        "margin": "margin: {delta: 1, reason: r}",
    }  # fmt: skip
    lines = {**base, key: more}.values()
    _, told = read(HEAD + "  - " + "\n    ".join(lines) + "\n")
    assert any(words in message for _, _, message in told), told


def test_a_share_of_zero_is_no_margin() -> None:
    """A published 0 needs a number."""
    text = HEAD + CLAIM.replace("91.5", "0").replace("delta: 1", "relative: 0.05")
    assert any("a share of 0" in message for _, _, message in read(text)[1])


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """No content raises."""
    read(text)
    read(HEAD + text)


RUN = Run("x", "a", "a.csv", "0" * 64, "csv", seed="1")


def test_claims_are_fixed_by_the_first_run() -> None:
    """Before it a margin may move; after it a change is kept for good."""
    claim = claim_of(HEAD + CLAIM)
    wider = claim_of(HEAD + CLAIM.replace("delta: 1", "delta: 2"))
    free = fixed(fixed(Lock(), [claim], "2026-01-01"), [wider], "2026-01-02")
    assert not free.changes
    locked = attached(free, [RUN])
    assert not fixed(locked, [wider], "2026-01-03").changes
    changed = fixed(locked, [claim], "2026-01-04")
    assert str(changed.changes[0]) == (
        "margin.delta changed from 2.0 to 1.0 on 2026-01-04, when 1 runs were attached"
    )
    assert changed.flags("a") == ("margin-changed",)
    back = fixed(changed, [wider], "2026-01-05")
    assert len(back.changes) == 2
    assert fixed(locked, [wider, claim_of(HEAD + CLAIM.replace("id: a", "id: b"))], "d").flags(
        "b"
    ) == ("declared-late",)


def test_words_are_not_judged() -> None:
    """A sentence may be put better at any time."""
    plain = claim_of(HEAD + CLAIM)
    told = claim_of(HEAD + CLAIM.replace("id: a,", "id: a, says: better words,"))
    assert declared_of(plain) == declared_of(told)


def test_the_lock_reads_what_it_writes() -> None:
    """Claims, changes, runs with their parts, files."""
    claim = claim_of(HEAD + CLAIM)
    run = Run("x", "a", "a.csv", "0" * 64, "csv", seed="1", parts=(("b.csv", "1" * 64),),
              config=(("lr", "1"),), steps=3.0)  # fmt: skip
    lock = attached(fixed(Lock(), [claim], "2026-01-01"), [run])
    lock = fixed(lock, [claim_of(HEAD + CLAIM.replace("delta: 1", "delta: 3"))], "2026-01-02")
    again = load(dump(lock))
    assert again.runs == lock.runs
    assert again.changes == lock.changes
    assert dump(again) == dump(lock)


def test_exclusions_name_runs() -> None:
    """By id, path, or group and seed."""
    from standout.evidence.lock import names

    assert all(names(Exclusion(each, "r"), RUN) for each in ("x", "a.csv", "a/1"))
    assert not any(names(Exclusion(each, "r"), RUN) for each in ("a", "1", "a/2", ""))


PAGE = Path(__file__).parents[2] / "docs" / "reproduce.md"


def test_the_page_has_every_key(request: pytest.FixtureRequest) -> None:
    """Its tables are made from the keys (`--update-golden` writes them anew)."""
    head, mark, keys = PAGE.read_text("utf-8").partition("<!-- keys -->\n\n")
    if request.config.getoption("--update-golden"):
        PAGE.write_text(head + mark + api.reproduction_keys(), "utf-8")
        return
    assert keys == api.reproduction_keys()


@pytest.mark.parametrize("broken", ["\tkind: value\n", "    kind: {value\n    metric: x\n"])
def test_of_half_a_file_nothing_is_missing(broken: str) -> None:
    """Where the YAML itself is broken only that is told, not the keys that could not be read."""
    text = f"reproduction: 1\npaper: {{title: T}}\nclaims:\n  - id: a\n{broken}"
    _, problems = reproduction_of(Source("r.yaml", "yaml", text))
    assert {each.code for each in problems} == {"DOC005"}


RUN_IN_FILE = {"id": "a", "group": "g", "path": "a.csv", "sha256": "0", "format": "csv", "rows": 3}


@pytest.mark.parametrize(
    ("field", "value"),
    [("path", 5), ("group", None), ("rows", "3"), ("seed", []), ("parts", 5), ("unknown", "x")],
)
def test_a_lock_that_was_edited_into_another_shape(field: str, value: object) -> None:
    """It is refused as a whole, before anything is made of it."""
    assert load(sealed({"version": 1, "runs": [RUN_IN_FILE]})).runs
    with pytest.raises(LockError):
        load(sealed({"version": 1, "runs": [{**RUN_IN_FILE, field: value}]}))


def sealed(content: dict[str, object]) -> bytes:
    """A lock as a forger would write it who knows how."""
    return json.dumps({**content, "seal": fingerprint(content)}).encode()


@given(st.data())
def test_any_changed_byte_of_a_lock_is_noticed(data: st.DataObject) -> None:
    """Or else it says what it said before."""
    runs = (Run("r", "own", "own.csv", "0" * 64, "csv", rows=3),)
    lock = fixed(Lock(runs=runs), [value_claim(10.0, sd_of(0.5))], "2026-01-01")
    content = bytearray(dump(lock))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= 1 << data.draw(st.integers(0, 7))
    with contextlib.suppress(LockError):
        assert load(bytes(content)) == lock


PIECE = {"id": "a", "kind": "post", "statement": "A post", "verification": "document"}


@pytest.mark.parametrize(
    ("field", "value"),
    [("id", 5), ("statement", None), ("numbers", [1]), ("date", 2024), ("verification", "no"),
     ("numbers", [{"text": "a", "value": "x", "source": "s"}]), ("skills", "x")],
)  # fmt: skip
def test_a_ledger_of_another_shape(field: str, value: object) -> None:
    """The same of a ledger; what it says is of the ledger, not of this program."""
    assert ledger.load(json.dumps({"version": 1, "evidence": [PIECE]}).encode())
    wrong = json.dumps({"version": 1, "evidence": [{**PIECE, field: value}]}).encode()
    for content in (b"[]", b"{", wrong):
        with pytest.raises(ledger.LedgerError, match=r"not valid JSON|not the shape|are lists"):
            ledger.load(content)
