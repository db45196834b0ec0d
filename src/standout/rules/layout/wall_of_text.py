r"""A statement or paragraph is too long to skim.

A skimmer gives a bullet about two words and a fraction of a second before deciding to read on.
What stands in the fourth line of a paragraph is not seen in a first look.

What to do: one deed a statement. Split it, or cut what neither the reader nor the posting needs.

Options: `words` (35) and `lines` (3) a statement may have; `paragraph_words` (60) and
`paragraph_lines` (4) for text without a bullet. Lines count for paged formats, and only where
the text is longer than 24 words: a narrow column breaks short statements too.
Publications, references, skill lists and lists of names or tools are left alone.

Bad:
    experience:
      - title: Research engineer
        organization: Acme
        statements:
          - Designed and built the retrieval service that the search team and the support
              team now use every day, which meant that I talked with many people, compared four
              vector stores over two months, wrote the loader and the tests, and in the end
              moved everything to the new cluster

Good:
    experience:
      - title: Research engineer
        organization: Acme
        statements:
          - Cut the p99 latency of document search from 900 ms to 140 ms for 300 analysts by
              moving 40 million vectors to a quantised index

Good:
    publications:
      - title: Caching for retrieval under a hard latency budget, with a long and careful
          study of twelve stores, four index families, nine kinds of load and three clouds, in
          two editions, the second of which adds a proof of the bound that the first one only
          guessed
        venue: MLSys
        date: 2023

Good:
    projects:
      - title: Text tools
        statements:
          - "Stack: Python, JAX, PyTorch, CUDA, Triton, Ray, Spark, Kafka, Flink, Airflow,
              dbt, Postgres, Redis, DuckDB, Arrow, Parquet, Docker, Kubernetes, Terraform, Helm,
              Grafana, Prometheus, Loki, Jaeger, Go, Rust, C++, Bash, Make, Nix, Bazel, Git,
              Linux, Slurm, MPI, NCCL"

Good (text):
    Jane Roe

    EXPERIENCE
    Research engineer, Acme                             2021 - 2024
    - Moved search to a quantised index
    - Wrote the loader and its tests
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Section, SectionKind
from standout.patterns import regex
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.source import Text

_LISTS = frozenset(
    {
        SectionKind.PUBLICATIONS,
        SectionKind.REFERENCES,
        SectionKind.SKILLS,
        SectionKind.LANGUAGES,
        SectionKind.INTERESTS,
        SectionKind.COURSES,
    }
)
_WORD = regex(r"[^\W_]\S*")
_NARROW = 24
_SPLIT = Fix(Applicability.FILL_IN, "which one deed should the reader remember?")


@rule(
    "LAY004",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Ladders 2018 (vendor study: long sentences do worst); Duggan & Payne 2011",
    why="a skimmer leaves a text as soon as it stops paying, and never sees its end",
    options={"words": 35, "lines": 3, "paragraph_words": 60, "paragraph_lines": 4},
)
def wall_of_text(context: Context) -> Iterator[Finding]:
    """Count the words and the printed lines of every statement and paragraph."""
    for section in context.resume.sections:
        if section.kind in _LISTS:
            continue
        for text, kind in _texts(section):
            said = _too_long(context, text, kind)
            if said:
                yield Finding(text.span(), said, _SPLIT)


def _texts(section: Section) -> Iterator[tuple[Text, str]]:
    prose = section.kind is SectionKind.SUMMARY
    for statement in section.all_statements():
        yield statement.text, "paragraph" if prose else "statement"
    for entry in section.entries:
        yield from ((text, "paragraph") for text in entry.description)


def _too_long(context: Context, text: Text, kind: str) -> str | None:
    words = _WORD.findall(text.value)
    if len(words) <= _NARROW or text.value.count(",") + text.value.count(";") > len(words) / 4:
        return None
    prefix = "paragraph_" if kind == "paragraph" else ""
    if len(words) > context.number(prefix + "words"):
        return f"a {kind} of {len(words)} words"
    lines = paper.printed_lines(context.source, text.span())
    if lines > context.number(prefix + "lines"):
        return f"a {kind} of {lines} lines"
    return None
