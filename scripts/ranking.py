"""How good the ranking is: nDCG@10 over the labelled set of the tests, beside BM25 over its texts.

`python scripts/ranking.py [FOLDER...]`: a folder holds profiles (`*.yaml`), `postings.txt` with a
line `=== name` before each posting, and `grades.toml` with a table a profile, the postings of each
grade; 0 is what is not named. `examples/name` is a profile that the package brings. Three sets are
in `tests/matching`: by `gold` and `trade` the matcher may be mended, `unseen` is to be looked at
afterwards. In `trade` every posting is of machine learning, so that only the work tells them apart.
"""

from __future__ import annotations

import datetime
import math
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from standout import api
from standout.matching.stems import stems

SETS = Path(__file__).parent.parent / "tests" / "matching"
GOLD, TRADE = SETS / "gold", SETS / "trade"
EXAMPLES = Path(api.__file__).parents[1] / "examples" / "profiles"
TODAY = datetime.date(2026, 11, 22)
DEPTH = 10


def postings(folder: Path) -> dict[str, str]:
    """The postings of a set by name."""
    parts = (folder / "postings.txt").read_text("utf-8").split("=== ")[1:]
    return {
        name.strip(): text.strip() for name, _, text in (each.partition("\n") for each in parts)
    }


def grades(folder: Path) -> dict[str, dict[str, int]]:
    """The grades of a set: profile, posting, 1 to 3."""
    judged = tomllib.loads((folder / "grades.toml").read_text("utf-8"))
    return {
        profile: {name: int(grade) for grade, names in by_grade.items() for name in names}
        for profile, by_grade in judged.items()
    }


def profile_path(folder: Path, profile: str) -> Path:
    """Where a profile is."""
    home, _, name = profile.rpartition("/")
    return (EXAMPLES if home == "examples" else folder) / f"{name}.yaml"


def ours(folder: Path, profile: str, texts: Mapping[str, str]) -> list[str]:
    """The postings in the order of their matches."""
    path = profile_path(folder, profile)
    reading = api.read(path.read_bytes(), path.name)
    found = [(name, next(api.read_postings(text.encode(), f"{name}.txt")))
             for name, text in texts.items()]  # fmt: skip
    return [each.name for each in api.match(reading, found, TODAY)]


def bm25(folder: Path, profile: str, texts: Mapping[str, str]) -> list[str]:
    """The postings in the order of BM25 with the profile's words as the query (k1 1.2, b 0.75)."""
    query = _words(profile_path(folder, profile).read_text("utf-8"))
    documents = {name: Counter(_words(text)) for name, text in texts.items()}
    mean = sum(each.total() for each in documents.values()) / len(documents)
    known = Counter(word for each in documents.values() for word in each)

    def score(document: Counter[str]) -> float:
        length = 1.2 * (0.25 + 0.75 * document.total() / mean)
        return sum(
            math.log(1 + (len(documents) - known[word] + 0.5) / (known[word] + 0.5))
            * document[word] * 2.2 / (document[word] + length)
            for word in set(query)
        )  # fmt: skip

    return sorted(documents, key=lambda name: (-score(documents[name]), name))


def ndcg(ranked: Sequence[str], judged: Mapping[str, int]) -> float:
    """Normalised discounted gain of the first ten: 1 for the best order there is."""
    best = sorted(judged.values(), reverse=True)
    return _gain([judged.get(each, 0) for each in ranked]) / _gain(best)


def recall(ranked: Sequence[str], judged: Mapping[str, int]) -> float:
    """The share of the postings of grade 2 and 3 among the first ten."""
    good = {name for name, grade in judged.items() if grade >= 2}
    return len(good.intersection(ranked[:DEPTH])) / len(good)


def table(folder: Path = GOLD) -> list[tuple[str, float, float, float, float]]:
    """A row a profile: nDCG@10 of ours and of BM25, recall@10 of both."""
    texts = postings(folder)
    rows = []
    for profile, judged in grades(folder).items():
        mine, theirs = ours(folder, profile, texts), bm25(folder, profile, texts)
        rows.append((profile, ndcg(mine, judged), ndcg(theirs, judged),
                     recall(mine, judged), recall(theirs, judged)))  # fmt: skip
    return rows


def _gain(grades: Sequence[int]) -> float:
    return sum(((1 << grade) - 1) / math.log2(at + 2) for at, grade in enumerate(grades[:DEPTH]))


def _words(text: str) -> list[str]:
    return [stem for word in text.split() for stem in stems(word)]


def main() -> None:
    """Print a table with its means for each set."""
    for folder in map(Path, sys.argv[1:]) if sys.argv[1:] else (GOLD, TRADE):
        rows = table(folder)
        print(f"{folder.name:24} nDCG@10  BM25   recall@10  BM25")
        for name, *numbers in [*rows, ("mean", *means(rows))]:
            mine, theirs, found, found_theirs = numbers
            print(f"{name:24} {mine:7.3f} {theirs:6.3f} {found:9.3f} {found_theirs:6.3f}")


def means(rows: Sequence[tuple[str, float, float, float, float]]) -> list[float]:
    """The means of a table's columns."""
    return [sum(row[at] for row in rows) / len(rows) for at in (1, 2, 3, 4)]  # type: ignore[misc] # a row's numbers


if __name__ == "__main__":
    main()
