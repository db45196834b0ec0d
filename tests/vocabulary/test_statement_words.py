"""The vocabulary of statements: verbs, duties, empty words, metrics."""

from __future__ import annotations

from collections import Counter

import pytest

from standout.vocabulary import metrics, verbs, words
from standout.vocabulary.words import find_buzzwords, find_hedges, find_inflation


@pytest.mark.parametrize(
    ("word", "base", "form", "strength"),
    [
        ("Built", "build", "past", "strong"),
        ("modelling", "model", "gerund", "strong"),
        ("modeled", "model", "past", "strong"),
        ("optimizes", "optimise", "third", "strong"),
        ("analysed", "analyse", "past", "neutral"),
        ("analyzed", "analyse", "past", "neutral"),
        ("Shipped", "ship", "past", "strong"),
        ("rewritten", "rewrite", "participle", "strong"),
        ("fine-tuning", "fine-tune", "gerund", "strong"),
        ("identifies", "identify", "third", "neutral"),
        ("cut", "cut", "past", "strong"),
        ("taught", "teach", "past", "strong"),
        ("assisted", "assist", "past", "weak"),
    ],
)
def test_forms_of_verbs(word: str, base: str, form: str, strength: str) -> None:
    verb = verbs.lookup(word)
    assert verb is not None
    assert (verb.base, verb.form, verb.strength) == (base, form, strength)


def test_there_are_many_verbs_and_nouns_are_none_of_them() -> None:
    assert len(verbs.bases()) >= 300
    assert not [
        word for word in ("engineer's", "latency", "the", "", "pipeline") if verbs.lookup(word)
    ]


@pytest.mark.parametrize(
    ("word", "change"),
    [
        ("reduced", "down"),
        ("doubling", "up"),
        ("achieved", "reach"),
        ("won", "win"),
        ("built", None),
    ],
)
def test_verbs_know_their_change(word: str, change: str | None) -> None:
    verb = verbs.lookup(word)
    assert verb is not None
    assert verb.change == change


@pytest.mark.parametrize(
    ("text", "opener"),
    [
        ("Responsible for the data warehouse", "Responsible for"),
        ("• I was mainly responsible for testing", "responsible for"),
        ("Worked on chatbots", "Worked on"),
        ("My duties included filing", "duties included"),
        ("Was tasked with testing", "tasked with"),
        ("Responsible AI reviews for 14 models", None),
        ("Worked on-site", None),
        ("Built what others worked on", None),
        ("Helped reduce churn by 5 %", None),
    ],
)
def test_duty_openers(text: str, opener: str | None) -> None:
    found = words.duty_opener(text)
    assert (text[slice(*found)] if found else None) == opener


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (find_buzzwords, "Passionate team player", ["passionate", "team player"]),
        (
            find_buzzwords,
            "Robust solutions in a dynamic environment",
            ["robust solutions", "dynamic environment"],
        ),
        (find_buzzwords, "Robust statistics, dynamic programming, leverage ratio", []),
        (find_buzzwords, "Trained models robust to noise", []),
        (find_buzzwords, "Solved the cutting-plane relaxation", []),
        (find_hedges, "Basic knowledge of SQL", ["basic knowledge"]),
        (find_hedges, "Tried to build a compiler", ["tried to"]),
        (find_hedges, "Reached 93 % with only 2 % of the labels", []),
        (find_hedges, "Just-in-time compilation for a read-only store", []),
        (find_hedges, "Taught a beginner course to novice users", []),
        (find_inflation, "Python guru with world-class results", ["guru", "world-class"]),
        (find_inflation, "Compared with expert annotators and a mixture of experts", []),
        (find_inflation, "Outstanding reviewer award", []),
    ],
)
def test_empty_words_and_their_exceptions(find: object, text: str, expected: list[str]) -> None:
    assert callable(find)
    found = find(text)
    assert [each.phrase for each in found] == expected
    assert all(text[each.start : each.end].lower() == each.phrase for each in found)


def test_metrics_are_consistent() -> None:
    every = metrics.all_metrics()
    assert len(every) >= 250
    assert len({each.group for each in every}) == 18
    assert not [key for key, count in Counter(each.id for each in every).items() if count > 1]
    for each in every:
        assert each.better in ("up", "down", "target")
        assert 0 <= each.intuition <= 3
        assert set(each.needs) <= {"baseline", "dataset", "k", "reference class", "hardware"}
        assert each.gloss
        assert metrics.by_id(each.id) is each


def test_every_alias_finds_its_own_metric() -> None:
    wrong = [
        (each.id, name)
        for each in metrics.all_metrics()
        for name in each.names
        if [found.metric.id for found in metrics.find_all(name)] != [each.id]
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AUC of 0.93", ["auroc"]),
        ("mAP 0.52 but MAP 0.3", ["detection-map", "map"]),
        ("saw them on the map, em dashes, per cent, is, ate", []),
        ("Recall@10 and nDCG@10", ["recall-at-k", "ndcg"]),
        ("I recall the return of the stars", []),
        ("p95 latency", ["latency"]),
        ("word error rate (WER)", ["wer", "wer"]),
    ],
)
def test_metrics_in_text(text: str, expected: list[str]) -> None:
    assert [each.metric.id for each in metrics.find(text)] == expected
