"""Write any number of invented postings as JSON lines, or store them; the same for the same seed.

They are sentences put together at random, for measuring speed and for tests of the store: no one
could apply for them, and nothing about how well a ranking is can be learned from them. Of those
that are stored some thousand are read as files are; the rest are these with demands and identities
exchanged, since reading a million would take longer than anyone waits.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from standout.postings.ingest import Row, ready
from standout.postings.prepared import Prepared
from standout.postings.sketches import Sketch
from standout.postings.writing import Writer
from standout.vocabulary import skills

READ = 2_000
_BATCH = 4_096

TITLES = (
    "Machine Learning Engineer", "Research Scientist", "Data Scientist", "Data Engineer",
    "Applied Scientist", "Research Engineer", "MLOps Engineer", "Software Engineer",
    "Computer Vision Engineer", "NLP Engineer", "Robotics Engineer", "Data Analyst",
    "Platform Engineer", "Analytics Engineer", "Reinforcement Learning Researcher",
)  # fmt: skip
LEVELS = ("", "", "", "Senior ", "Senior ", "Staff ", "Junior ", "Lead ")
TEAMS = (
    "Forecasting", "Search", "Perception", "Ranking", "Speech", "Safety", "Pricing", "Planning",
    "Growth", "Risk", "Genomics", "Simulation", "Inference", "Routing", "Energy", "Maps",
)  # fmt: skip
PLACES = (
    "Berlin, Germany", "Zurich, Switzerland", "London, United Kingdom", "New York, NY",
    "Toronto, Canada", "Paris, France", "Amsterdam, Netherlands", "Austin, TX", "Remote",
    "Singapore", "Bengaluru, India", "Sydney, Australia", "Madrid, Spain", "Seattle, WA",
)  # fmt: skip
BEGINNINGS = ("North", "Blue", "Silver", "Open", "Clear", "Deep", "Bright", "Still", "High", "Red")
ENDINGS = ("river", "field", "lark", "stone", "harbor", "grove", "peak", "mill", "wave", "gate")
FORMS = ("Labs", "AI", "Systems", "Robotics", "Health", "Energy", "Analytics", "Mobility")
ABOUT = (
    "{org} helps {whom} decide with less guesswork.",
    "Since {year} our team has grown from {few} to {many} people in {place}.",
    "We care about plain answers, working software and going home on time.",
    "Last year {many} {whom} relied on what we make every {period}.",
    "You will find colleagues who read each other's work and say what they think.",
    "Our {team} group shares one backlog, one budget and a rather good coffee machine.",
    "Every quarter we close the ticket queue for {few} days and repair what annoys us.",
    "The company is owned by the people who work in it and by {few} patient investors.",
)
DUTIES = (
    "Build the {team} models that {whom} see every {period}.",
    "Run experiments on {many} thousand records a {period} and write down what failed.",
    "Own the path from a question of {whom} to a service that answers it.",
    "Review the designs of {few} colleagues and let them review yours.",
    "Measure latency, drift and cost, and bring each of them down by {few} per cent a {period}.",
    "Speak with {whom} once a {period} about what they need next.",
    "Keep {many} pipelines of the {team} group alive, on call one week in {few}.",
    "Turn notebooks into packages that {few} other teams can install.",
    "Present results to people who have {few} minutes and no background in statistics.",
    "Choose what not to build, and say why in {few} sentences.",
)
ASKED = (
    "{years}+ years of experience with {a}",
    "Experience with {a} and {b}",
    "Strong {a}",
    "Hands-on experience with {a}, {b} or {c}",
    "Proficiency in {a}",
    "You have used {a} in production",
    "Solid understanding of {a}",
    "{a}, {b}, and {c}",
    "At least {years} years of professional experience",
    "Bachelor's degree in computer science, statistics or a related field",
    "Master's degree in computer science or equivalent practical experience",
    "PhD in machine learning, physics or mathematics",
    "Publications at NeurIPS, ICML or ICLR",
    "Fluent in English",
)
WISHED = (
    "Experience with {a} is a plus",
    "Familiarity with {a} or {b}",
    "Ideally you have worked with {a}",
    "Some knowledge of {a}",
    "Open-source contributions to {a}",
)
BENEFITS = (
    "{days} days of vacation and a budget of {many} hours for learning.",
    "A bicycle, a train ticket or a parking space, whichever you use.",
    "We are an equal opportunity employer and welcome every applicant.",
    "A pension plan that the works council has read to the end.",
    "Parental leave of {few} months for every parent.",
)
WHOM = ("hospitals", "grid operators", "city planners", "small shops", "insurers", "farmers",
        "teachers", "logistics teams", "newsrooms", "laboratories")  # fmt: skip
PERIODS = ("day", "week", "month", "quarter", "season", "year")


def postings(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Invented postings. Some skills are asked for far more often than others."""
    chance = random.Random(seed)  # noqa: S311 - it only has to be the same each time
    names = [each.name for each in skills.all_skills() if each.kind not in ("soft", "office")]
    chance.shuffle(names)
    shares = [1 / (rank + 3) for rank in range(len(names))]
    drawn: list[str] = []
    for number in range(count):
        if len(drawn) < 256:
            drawn = chance.choices(names, shares, k=8192)
        yield _posting(number, chance, drawn)


def _posting(number: int, chance: random.Random, drawn: list[str]) -> dict[str, Any]:
    organization = " ".join(
        (chance.choice(BEGINNINGS) + chance.choice(ENDINGS), chance.choice(FORMS))
    )
    words = {
        "org": organization, "whom": chance.choice(WHOM), "year": chance.randint(1998, 2024),
        "place": chance.choice(PLACES), "team": chance.choice(TEAMS),
    }  # fmt: skip

    def filled(sentences: tuple[str, ...], least: int, most: int) -> list[str]:
        chosen = chance.sample(sentences, min(len(sentences), chance.randint(least, most)))
        return [
            each.format(
                **words, a=drawn.pop(), b=drawn.pop(), c=drawn.pop(), years=chance.randint(1, 8),
                few=chance.randint(2, 19), many=chance.randint(20, 980),
                days=chance.randint(25, 34), period=chance.choice(PERIODS),
            )
            for each in sentences
            if each in chosen
        ]  # fmt: skip

    title = f"{chance.choice(LEVELS)}{chance.choice(TITLES)}, {words['team']}"
    asked, wished = filled(ASKED, 6, 11), filled(WISHED, 2, 4)
    text = "\n".join(
        [
            "About us", *filled(ABOUT, 5, 8), *filled(ABOUT, 3, 6), "", "What you will do",
            *(f"- {each}" for each in [*filled(DUTIES, 6, 9), *filled(DUTIES, 4, 8)]), "",
            "Requirements", *(f"- {each}" for each in asked), "",
            "Nice to have", *(f"- {each}" for each in wished), "",
            "Benefits", *(f"- {each}" for each in filled(BENEFITS, 3, 5)),
        ]
    )  # fmt: skip
    pay = chance.randint(60, 240) * 1000
    return {
        "id": f"{seed_name(chance)}-{number}",
        "title": title,
        "company": organization,
        "location": words["place"],
        "employment_type": chance.choice(("Full-time", "Full-time", "Full-time", "Internship")),
        "date_posted": f"2026-{chance.randint(1, 10):02}-{chance.randint(1, 28):02}",
        "salary": f"${pay:,} - ${pay + 30_000:,}" if chance.random() < 0.4 else "",
        "description": text,
    }


def seed_name(chance: random.Random) -> str:
    """A few letters, so that ids of two seeds differ."""
    return "".join(chance.choice("abcdefghkmnpqrstuvwxyz") for _ in range(6))


def fill(folder: Path, count: int, seed: int = 1) -> None:
    """Store so many postings in a folder."""
    with Writer(folder) as writer:
        batch: list[Prepared] = []
        for each in exchanged(count, seed):
            batch.append(each)
            if len(batch) == _BATCH:
                writer.add(batch)
                batch = []
        writer.add(batch)
        writer.settle()


def exchanged(count: int, seed: int) -> Iterator[Prepared]:
    """Postings with the demands of others."""
    rows = [
        Row("made.jsonl", number, json.dumps(each).encode())
        for number, each in enumerate(postings(min(READ, count), seed), start=1)
    ]
    read = ready(rows).postings
    yield from read
    chance = random.Random(seed)  # noqa: S311 - it only has to be the same each time
    demands = [each for posting in read for each in posting.demands[2:]]
    roles = [posting.demands[:2] for posting in read]
    for _ in range(len(read), count):
        base = chance.choice(read)
        asked = dict.fromkeys(chance.choices(demands, k=chance.randint(10, 22)))
        bands = tuple(chance.getrandbits(62) for _ in base.sketch.bands)
        yield replace(
            base,
            key=chance.getrandbits(63),
            content=chance.getrandbits(62),
            organization=chance.choice(read).organization,
            demands=tuple(dict.fromkeys((*chance.choice(roles), *asked))),
            beside=(*base.beside[:20], *rare_words(chance)),
            told=len(asked),
            sketch=Sketch(chance.getrandbits(62), bands),
        )


def rare_words(chance: random.Random) -> Iterator[tuple[str, bool]]:
    """A dozen words as texts of people would hold: some often, forty thousand seldom."""
    for at in {int(40_000 * chance.random() ** 3) for _ in range(12)}:
        yield f"~w{at:05}", chance.random() < 0.5


def main() -> None:
    """Write them to standard output, or into the folder of a store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    if options.store:
        fill(options.store, options.count, options.seed)
        return
    for each in postings(options.count, options.seed):
        sys.stdout.write(json.dumps(each) + "\n")


if __name__ == "__main__":
    main()
