"""Statements are taken apart: contrasts, consequences, traps, values; laws for all."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.analysis.statement import LONGEST, Analysis, SlotKind, analyse
from standout.vocabulary.metrics import by_id
from tests.analysis.scoring import load, texts

KINDS = frozenset(
    ("date", "version", "name", "setting", "course", "standard", "p-value", "experience", "rank",
     "money", "percent", "points", "multiple", "time", "data", "rate", "count", "bare")
)  # fmt: skip


CONTRASTS = [
    ("Sampler needs 8 steps where the usual one needs 40", "40"),
    ("Answers in 30 ms (teacher: 400 ms)", "400 ms"),
    ("Brought checkout below 2 s (from 9 s)", "9 s"),
    ("9 hours of copying became a 4-minute script", "9 hours"),
    ("20 outages in 2021, 3 in 2022 after the move", "20"),
    ("Starts in 0.8 s; eager mode took 14 s", "14 s"),
    ("Error of 1.2 on winter days, 2.4 for the baseline", "2.4"),
]


@pytest.mark.parametrize(("text", "former"), CONTRASTS)
def test_a_contrast_names_its_baseline(text: str, former: str) -> None:
    analysis = analyse(text)
    assert analysis.level == 4
    assert former in {each.baseline for each in analysis.quantities}


@pytest.mark.parametrize(
    "text",
    [
        "Trained 3 models (with 2 GPUs) in 2021",
        "Taught 20 students in 2021, 30 in a second group",
        "Wrote 4 services while studying 20 hours a week",
        "Read 30 papers (10 of them on graphs)",
    ],
)
def test_what_only_looks_like_a_contrast(text: str) -> None:
    assert analyse(text).level < 4


CONSEQUENCES = [
    "Introduced schema checks; broken feeds are now caught before breakfast",
    "Wrote an importer, and nobody has to type addresses any more",
    "Rebuilt the form, making it usable with one hand",
    "Moved billing to events, taking invoices from monthly to daily",
    "Made the training runs reproducible",
    "Allowed curators to publish without a developer",
    "Received the best demo award at a robotics meeting",
    "Invited to speak at PyCon DE 2023",
    "Built release checks; no bad model has reached users since",
]


@pytest.mark.parametrize("text", CONSEQUENCES)
def test_a_result_may_be_told_in_plain_words(text: str) -> None:
    assert analyse(text).level >= 3


@pytest.mark.parametrize(
    "text",
    [
        "I now work at a bank",
        "Wrote a parser, testing it on three corpora",
        "Led a team of 5, making decisions on hiring",
        "Worked 60 hours per week",
        "Grew up in the second half of the nineties",
        "Trained on half of the data",
        "Evaluated on 3 of 4 benchmarks",
        "Worked from Monday to Friday",
        "Met daily at 9:30 with the platform team",
        "Improved a robot with 7 degrees of freedom",
        "Built two services, one in 2021 and one in 2022",
        "Two of our services were written in Go",
        "Served tables with distinction",
        "Paper on sparse attention under review at ICML",
        "Operated a 24/7 on-call rotation",
        "Closed 340 tickets",
        "Maintained 14 dashboards for 5 departments",
        "Received 40 tickets a day",
        "Lead engineer for 3 services",
    ],
)
def test_what_only_sounds_like_a_result(text: str) -> None:
    assert analyse(text).level < 3


METHODS = [
    "Cut p95 latency from 850 ms to 210 ms by caching user embeddings",
    "Raised F1 from 0.71 to 0.84 by relabelling hard examples",
    "Saved 30 hours a month by automating the closing report",
    "Reduced chargebacks by 30% using a graph network",
]


@pytest.mark.parametrize("text", METHODS)
def test_without_its_method_a_statement_has_none(text: str) -> None:
    assert analyse(text).of_kind(SlotKind.METHOD)
    shortened = re.sub(r" (?:by \w+ing|using) .*$", "", text)
    assert not analyse(shortened).of_kind(SlotKind.METHOD)
    assert analyse(shortened).level == analyse(text).level


@pytest.mark.parametrize(
    "text",
    [
        "Moved the service to Python 3.12",
        "Moved the service to CUDA 12",
        "Moved the service to K8s 1.29",
        "Moved the service to Llama-2 70B",
        "Moved the service in March 2021",
        "Moved the service to ISO 27001",
    ],
)
def test_a_version_name_or_date_is_no_outcome(text: str) -> None:
    analysis = analyse(text)
    assert not any(each.result for each in analysis.quantities)
    assert analysis.level < 3


@pytest.mark.parametrize(
    "text",
    [
        "Developed 3 meetings per week and managed 12 emails every day with great 100% passion",
        "Managed 12 e-mails every day with great 100% passion",
        "Drank 5 coffees a day and attended 200 meetings",
        "Wrote 10,000 lines of code and 300 commits",
        "Gave 110% in all 9 projects with 1000% motivation",
    ],
)
def test_activity_is_no_outcome(text: str) -> None:
    analysis = analyse(text)
    assert not any(each.result for each in analysis.quantities)
    assert analysis.level <= 2


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("Saved $1.2M", "money", 1.2e6, "USD"),
        ("Saved 2 Mio. EUR", "money", 2e6, "EUR"),
        ("Cut 1.234,5 hours", "time", 1234.5, "h"),
        ("Cut 1,234.5 hours", "time", 1234.5, "h"),
        ("Cut latency by\u00a040\u00a0ms", "time", 40, "ms"),
        ("Saved ≈ 2½ hours per nurse", "time", 2.5, "h"),
        ("Made it 2.3× faster", "multiple", 2.3, "x"),
        ("Cut costs by a third", "multiple", 1 / 3, "x"),
        ("Tripled sales", "multiple", 3, "x"),
        ("Raised recall by 4 percentage points", "points", 4, "points"),
        ("Ranked 7th of 2,100 teams", "rank", 7, "place"),
        ("Came second of 40 teams", "rank", 2, "place"),
        ("Best of 43 theses", "rank", 1, "place"),
        ("Cut reporting time by nine days", "time", 9, "d"),
        ("Latency −38 % after quantisation", "percent", 38, "%"),
    ],
)
def test_values_and_units(text: str, kind: str, value: float, unit: str) -> None:
    (quantity,) = analyse(text).quantities
    assert (quantity.kind, quantity.unit, quantity.result) == (kind, unit, True)
    assert quantity.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "written", "kind", "value"),
    [
        ("Trained with lr=3e-4 on H100 GPUs", "3e-4", "setting", 3e-4),
        ("Trained with lr=3e-4 on H100 GPUs", "H100", "name", 100),
        ("Shipped it in Q3 2024", "Q3 2024", "date", 3),
        ("Ran on a T4 24 hours a day", "T4", "name", 4),
        ("Deployed Llama 3.1 70B", "70B", "name", 7e10),
    ],
)
def test_names_dates_and_settings(text: str, written: str, kind: str, value: float) -> None:
    found = {text[each.start : each.end]: each for each in analyse(text).quantities}
    assert (found[written].kind, found[written].value) == (kind, value)


def test_decimals_without_a_zero() -> None:
    before, after = analyse("Improved F1 from .41 to .52").quantities
    assert (before.value, after.value, after.baseline) == (0.41, 0.52, ".41")


def test_a_quantity_knows_its_metric_and_baseline() -> None:
    before, after = analyse("Cut p95 latency from 900 ms to 300 ms").quantities
    assert (after.metric, after.baseline, after.result) == ("latency", "900 ms", True)
    assert (before.metric, before.baseline) == ("latency", None)


@pytest.mark.parametrize(
    ("text", "baselines"),
    [
        ("Cut runtime from 9 days to 40 minutes", ["from 9 days"]),
        ("Built dashboards for more than 40 hospitals", []),
        ("Made search 3x faster than the old index", ["than the old index"]),
        ("Gained 4 % over BERT by pre-training longer", ["over BERT"]),
        ("Answered in 2 s instead of 3 minutes", ["instead of 3 minutes"]),
    ],
)
def test_baselines(text: str, baselines: list[str]) -> None:
    assert texts(analyse(text), SlotKind.BASELINE) == baselines


PLAIN_ENGLISH = [
    ("I made the report two times faster than before", "Accelerated reporting 2x over the old one"),
    (
        "We changed the loader and the training needs now 40 minutes instead of 9 days",
        "Slashed training time from 9 days to 40 minutes",
    ),
    ("I did build a tool in Go", "Engineered a tool in Go"),
    (
        "The number of errors went down from 40 to 4 per week",
        "Cut errors from 40 to 4 per week",
    ),
    ("My model is used by 40 nurses every day", "Shipped a model used by 40 nurses every day"),
]


@pytest.mark.parametrize(("simple", "polished"), PLAIN_ENGLISH)
def test_plain_english_is_not_put_lower(simple: str, polished: str) -> None:
    assert analyse(simple).level >= analyse(polished).level


def lawful(analysis: Analysis) -> None:
    """What holds of every analysis."""
    size = len(analysis.text)
    assert 0 <= analysis.level <= 4
    for slot in analysis.slots:
        assert 0 <= slot.start < slot.end <= size
        assert analysis.text[slot.start : slot.end].strip()
    for each in analysis.quantities:
        assert 0 <= each.start < each.end <= size
        assert each.kind in KINDS
        assert 0 <= each.intuition <= 3
        assert each.metric is None or by_id(each.metric)
    if analysis.level >= 3:
        assert analysis.of_kind(SlotKind.RESULT)
    if any(each.result for each in analysis.quantities):
        assert analysis.level >= 3
    if 0 < analysis.level < 4:
        assert analysis.question


PIECES = [
    "Cut", "built", "Responsible for", "by", "from", "to", "using", "which", "reduced", "with",
    "40 %", "9 days", "$2M", "7th of 2,100", "K8s 1.24", "F1", "0.91", "p95 latency", "users", "3M",
    "(", ")", ",", "—", "→", "×", "and", "so that", "teams", "100% passion", "https://a.b/c",
    "\u00a0",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_laws_of_statements(text: str) -> None:
    lawful(analyse(text))
    analyse.cache_clear()
    assert analyse(text) == analyse(text)


@given(st.text(max_size=80))
def test_laws_of_any_text(text: str) -> None:
    lawful(analyse(text))


@pytest.mark.parametrize(
    "unit",
    ["a", "1", " ", "by ", "from 1 to ", "1,", "1.", "a-", "-", "$1", "1 x ", "and built ", "p ",
     "no. 1 of ", "= 1", "İ", "1 000 ", "v1.", "https://", "x@", "5 years ", "which cut "],
)  # fmt: skip
def test_hostile_input_costs_little(unit: str) -> None:
    begin = time.process_time()
    lawful(analyse(unit * (1_000_000 // len(unit))))
    assert time.process_time() - begin < 2


def test_what_is_too_long_is_left_alone() -> None:
    analysis = analyse("Cut costs by 40 % " + "x" * LONGEST + " and revenue by 50 %")
    assert len(analysis.quantities) == 1


def test_a_statement_costs_less_than_a_millisecond() -> None:
    texts = [case["text"] for case in load("statements.toml")]
    for text in texts:
        analyse(text)
    analyse.cache_clear()
    begin = time.process_time()
    for text in texts:
        analyse(text)
    assert (time.process_time() - begin) / len(texts) < 0.001


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Responsible for the data warehouse", "the data warehouse"),
        ("Built a large custom dataset", "a large custom dataset"),
        ("Built a chatbot with LangChain", "a chatbot"),
        ("Reduced churn by 30 %", "30 %"),
        ("Finished 3rd", "3rd"),
    ],
)
def test_the_question_speaks_of_the_statement(text: str, asks: str) -> None:
    question = analyse(text).question
    assert question is not None
    assert asks in question
    assert question.endswith("?")


def test_nothing_is_asked_of_a_full_statement() -> None:
    text = "Cut training time from 9 days to 40 minutes by sharding the data"
    assert analyse(text).question is None
