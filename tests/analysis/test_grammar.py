"""Grammar slips are found; the clipped style of resumes is none."""

from __future__ import annotations

import time

import pytest

from standout.analysis.grammar import slips

WRONG = {
    "Trained the the model": "the",
    "Built a image classifier": "an",
    "Wrote an unified parser": "a",
    "Worked in an European team": "a",
    "Read a MRI study": "an",
    "Fine-tuned a LLM on logs": "an",
    "Trained an CNN on scans": "a",
    "We could of shipped it": "could have",
    "Ran faster then the baseline": "faster than",
    "The results was published": "results were",
    "Responsible of two services": "Responsible for",
    "Depending of the size": "Depending on",
    "Capable to run on phones": "Capable of",
    "Worked here since 3 years": "for ",
    "Collected feedbacks from users": "feedback",
    "The service was build with Go": "built",
    "The model was deploy in May": "deployed",
}
RIGHT = (
    "Used a unified encoder, a one-hour job, a European grid and a useful tool",
    "An hour, an honest user, an MRI scan, an LSTM, an NLP team, an API",
    "A user of a UNIX system and a URL, a US company, an x-ray",
    "Raised a Series A in 2021; vitamin A and plan A",
    "All that that model had had to do",
    "Built, then trained; better, then worse",
    "Models were trained; the data was cleaned by hand",
    "If it were to fail, the model were to stop",
    "Should, of course, be read as could of course",
    "Led New York New Yorkers",
    "Since 2019, in since 3 years ago style",
    "Shared knowledge, software and hardware",
    "It was open to all and kept clean in winter",
    "The team's feedback's tone",
)


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_is_found(text: str) -> None:
    assert [each.replacement for each in slips(text)] == [WRONG[text]]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert not list(slips(text))


@pytest.mark.parametrize("unit", ["a", "a ", "A ", "an ", "the  ", "was be ", " "])
def test_hostile_texts_take_linear_time(unit: str) -> None:
    began = time.process_time()
    list(slips(unit * (200_000 // len(unit))))
    assert time.process_time() - began < 3
