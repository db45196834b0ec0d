"""Skills are piled up: a very long list, the same skill again and again, a line of nothing else.

The recruiters of an eye-tracking study skipped such lists, and reviewers read them as skills
without proof. A search counts a word once. Keep what the posting asks for and your deeds show.

Options: `listed` (45), how many skills the lists may hold; `repeats` (3), how often one skill may
stand in them; `line` (9), how many a single statement may name when it says little else.
Where all lines of a job are such lists, three skills make one.

Bad (yaml; preset=industry):
    skills:
      - group: Tools
        items: [Python, PyTorch, Python, SQL, Python, Docker, Python]
                                                              ^^^^^^

Bad:
    experience:
      - title: ML engineer
        statements:
          - Python, PyTorch, TensorFlow, Keras, Docker, Kubernetes, AWS, Kafka, Airflow, SQL
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Bad:
    experience:
      - title: ML engineer
        statements:
          - NLP, Transformers, BERT, PyTorch
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          - AWS, Docker, Kubernetes, CI/CD
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Trained a ranking model on 2 TB of clicks, which raised sales by 3 %
          - PyTorch, Docker, Kubernetes, AWS

Good:
    skills:
      - group: Languages
        items: [Python, C++, SQL]
      - group: Libraries
        items: [PyTorch, JAX, scikit-learn, NumPy, pandas]

Good:
    experience:
      - title: ML engineer
        statements:
          - Trained a ranking model in PyTorch on 2 TB of clicks, which raised sales by 3 %
          - "Environment: Python, PyTorch, TensorFlow, Keras, Docker, Kubernetes, AWS, Kafka, SQL"

Good:
    projects:
      - title: Stack
        keywords: [Python, PyTorch, TensorFlow, Keras, Docker, Kubernetes, AWS, Kafka, Airflow]
        statements:
          - Moved search from MySQL, Solr and cron on one server to Postgres, Elasticsearch and
            Airflow on Kubernetes, which cut the time to index from 9 hours to 40 minutes
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Resume, SectionKind
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import roles
from standout.source import Span
from standout.vocabulary import skills

_WORD = regex(r"\w+")
_LABEL = regex(r"\s*[\w &/-]{3,30}:")
_MOSTLY = 0.7
_SHORT = 2
"""Skills of a line above which it is a list where the whole job is lists."""


@rule(
    "KEY004",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Ladders 2018, eye tracking of recruiters; reviewers in practice",
    why="a pile of keywords is skipped by people and counted once by searches",
    options={"listed": 45, "repeats": 3, "line": 9},
)
def keyword_stuffing(context: Context) -> Iterator[Finding]:
    """Count the skills of the lists, their repeats, and the statements that are lists."""
    places = _places(context)
    limit = int(context.number("listed"))
    if len(places) > limit:
        first = list(places.values())[limit][0]
        fix = Fix(Applicability.FILL_IN, "which would you be glad to be asked about? keep those")
        yield Finding(first, f"the lists name {len(places)} skills", fix)
    for name, spans in places.items():
        if len(spans) > context.number("repeats"):
            message = f"{skills.by_id(name).name} is listed {len(spans)} times"
            yield Finding(spans[-1], message, Fix(Applicability.FILL_IN, "once is enough"))
    bare = _jobs_of_nothing_else(context.resume)
    for statement in context.resume.statements():
        text = statement.text
        if text.span() in bare or _is_pile(text.value, int(context.number("line"))):
            fix = Fix(Applicability.FILL_IN, "what did you do with them?")
            yield Finding(text.span(), "the line is a list of skills, not a deed", fix)


def _jobs_of_nothing_else(resume: Resume) -> frozenset[Span]:
    """The lines of jobs that tell no deed at all; one line of tools below deeds is usual."""
    jobs = (job.statements for job in roles(resume))
    return frozenset(
        each.text.span()
        for statements in jobs
        if all(_is_pile(each.text.value, _SHORT) for each in statements)
        for each in statements
    )


def _places(context: Context) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for section in context.resume.of_kind(SectionKind.SKILLS):
        for group in section.skills:
            for item in group.items:
                for mention in skills.find(item.value, "list"):
                    if mention.skill.kind not in ("natural-language", "soft"):
                        found[mention.skill.id].append(item.span(mention.start, mention.end))
    return dict(found)


def _is_pile(text: str, most: int) -> bool:
    if _LABEL.match(text):
        return False
    mentions = skills.find(text)
    named = sum(len(_WORD.findall(each.alias)) for each in mentions)
    return len(mentions) > most and named > _MOSTLY * len(_WORD.findall(text))
