"""Misspellings are found, and what is right is left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.analysis.spelling import frequency, frequent_misspellings, is_word, misspellings
from standout.vocabulary import wordlist

SLIPS = """
recieved:received
seperate:separate implmented:implemented algoritm:algorithm optimzation:optimization
benchmarkd:benchmarked tokenizr:tokenizer embedings:embeddings inferance:inference
scalabel:scalable clasifier:classifier evalauted:evaluated piplines:pipelines resarch:research
stakeholdres:stakeholders tranformer:transformer convolutinal:convolutional datset:dataset
infrasturcture:infrastructure continous:continuous maintaned:maintained managment:management
hyperparametrs:hyperparameters reprodcible:reproducible kuberntes:kubernetes writting:writing
deployement:deployment sucessfully:successfully performace:performance untill:until
enviroment:environment acheived:achieved improvment:improvement responsable:responsible
submited:submitted
"""
RIGHT = """
colour behaviour optimise optimised optimisation analysed modelling labelled centre catalogue
neighbourhood programme licence travelled judgement ageing paediatric anaesthesia
dataset datasets tokenizer tokenizers hyperparameter pretrained finetuned finetuning dataloader
autoencoder backend frontend microservices kubernetes pytorch multimodal embeddings backfilled
benchmarked onboarded debugged throughput runtime workflow timestamp codebase refactored
containerised parallelised vectorised quantised tokenised sharded upsampled reranker preprocessing
nonlinear multithreaded subsampling unlabelled underperforming misclassified deduplicated
reproducibly interpretability explainability generalizable productionized observability
bootstrapper benefited budgeted edited limited targeted
hackathon webinar mentee startup fintech crowdsourcing geospatial bioinformatics kinematics
"""


@pytest.mark.parametrize("pair", SLIPS.split())
def test_a_slip_is_found_and_explained(pair: str) -> None:
    wrong, meant = pair.split(":")
    found = list(misspellings(f"we {wrong} it with the model"))
    assert [(each.word, each.meant) for each in found] == [(wrong, meant)]


@pytest.mark.parametrize("word", RIGHT.split())
def test_right_words_are_left_alone(word: str) -> None:
    assert not list(misspellings(f"we saw the {word} of the model"))


@pytest.mark.parametrize(
    "text",
    [
        "worked at Blinq with the Mentimeter team",
        "see github.com/jane/recieve-bot and jane@recieve.com",
        "ran `nn.Modul` and my_funtion and v2recieve and camelCaseWrd",
        "the project 'El coche tener' of a Spanish scale-up",
        "Qargo moved 40 trucks",
        "measured IoU, mAP, nDCG and TTFT",
    ],
)
def test_names_code_addresses_and_other_languages_are_left_alone(text: str) -> None:
    assert not list(misspellings(text))


def test_a_verb_that_opens_a_statement_is_checked() -> None:
    assert [each.meant for each in misspellings("Develped a parser")] == ["Developed"]


def test_names_of_the_document_are_left_alone() -> None:
    text = "moved the clasifier to production"
    assert list(misspellings(text))
    assert not list(misspellings(text, {"clasifier"}))


def test_titles_are_checked_against_the_list_only() -> None:
    assert [each.meant for each in frequent_misspellings("Sofware Enginer")] == [
        "Software", "Engineer",
    ]  # fmt: skip
    assert not list(frequent_misspellings("Mentimeter Softwarehaus Enginer-Team"))


def test_the_word_list_is_looked_up_as_it_is_packed() -> None:
    assert frequency("the") > frequency("engineer") > frequency("aardvark") > 0
    assert frequency("recieve") == frequency("") == frequency("zzzz") == 0
    assert frequency("a") > 0


def test_the_list_of_misspellings_lists_no_words_twice_and_means_words() -> None:
    pairs = wordlist.misspellings()
    assert len(pairs) > 1_000
    assert not [wrong for wrong in pairs if wrong in wordlist.modern()]
    wrong_targets = [
        right for right in pairs.values() for word in right.split() if not is_word(word)
    ]
    assert not wrong_targets


@given(st.text(max_size=200))
def test_findings_lie_in_the_text(text: str) -> None:
    for each in misspellings(text):
        assert text[each.start : each.end] == each.word
        assert each.meant.lower() != each.word.lower()


@pytest.mark.parametrize("unit", ["a", "zq", "ab ", "Abz ", "un"])
def test_hostile_texts_take_linear_time(unit: str) -> None:
    began = time.process_time()
    list(misspellings(unit * (200_000 // len(unit))))
    assert time.process_time() - began < 3
