"""What spares a text the patterns of numbers hides none of them."""

from __future__ import annotations

import pytest

from standout.analysis.quantities import find_numbers
from standout.analysis.shapes import Shape, sketch
from tests.analysis.scoring import load

TEXTS = (
    "(206) 555-0142 by 3/4 of 2,100 places, 7 in 9 rooms, 1-on-1 on 12.05.2021, in H1 2022 and '19",
    "p-value of .03, p<0.05; CS 229 and 6.036 at MIT; ISO 27001, 30Hz, 5 MP, 1e-4, 3 x 4, 70/30",
    "#4 of 30, 2nd of 40, third out of 12, ranked 5th, top-5 %, top ten at the fair, no. 3 of 9",
    "USD 40k a year, 30 EUR, Rs. 500, 12 dollars, 5 CHF/h, 0.3 points, 2 pp, 30 bps, 4 per cent",
    "3x, 4 × faster, 5-fold, 2 km/h, 60fps, 8 req/s, 9 cases every week, 2 weekly calls, 4 GB/day",
    "512kb, 3 b, an hour instead of a week, two of the three teams, 5 of our 7, 9/10, 13B model",
    "8x7B, 80GB cards, ImageNet-1k, Java 8 services, Release 16, Pi 4 boards, 120 jobs on 30 GPUs",
    "2+ years, 4 years' experience, v2.1, ver. 3, Spark 3, K8s 1.29, GPT-4, 3D, 4th, 5-day course",
)


@pytest.mark.parametrize("name", ["statements.toml", "further.toml", "held_out.toml"])
def test_labelled_statements_keep_their_numbers(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [case["text"] for case in load(name)]
    quick = [find_numbers(each) for each in texts]
    monkeypatch.setattr(Shape, "may_occur", lambda *_: True)
    assert [find_numbers(each) for each in texts] == quick
    assert sum(map(len, quick)) > len(texts) / 2


@pytest.mark.parametrize("text", TEXTS)
def test_every_spelling_keeps_its_numbers(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = find_numbers(text)
    monkeypatch.setattr(Shape, "may_occur", lambda *_: True)
    assert find_numbers(text) == quick


def test_a_sketch_shows_a_text_in_three_ways() -> None:
    assert sketch("Top-5 of 12") == "top-5_of_12 top-0_of_00 _top_0_of_00_"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Fine-tuned Mixtral 8x7B on tickets", ["name"]),
        ("Ported the reader to Pi 4 boards", ["version"]),
        ("Moved 12 Java 8 services to Java 17", ["bare", "version", "version"]),
        ("Trained on 80GB cards", ["name"]),
        ("Cut memory from 80 GB to 12 GB", ["data", "data"]),
        ("Evaluated on ImageNet-1k", ["name"]),
        ("Ran Kubernetes 40 services at a time", ["count"]),
        ("Documented records under Article 30", ["name"]),
        ("Wrote java 8 times", ["count"]),
    ],
)
def test_a_number_in_a_name_counts_nothing(text: str, kinds: list[str]) -> None:
    assert [each.kind for each in find_numbers(text)] == kinds
