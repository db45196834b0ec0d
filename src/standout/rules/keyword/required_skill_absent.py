"""A skill that the posting requires is nowhere in the resume.

Recruiters search for required skills and knock-out lists are made of them. The finding never asks
you to claim what you lack: where you have used the skill, say so in the line it made possible;
where you have not, decide whether to apply anyway. Of alternatives ('PyTorch or JAX') one is
enough, and a narrower skill proves the broader one. What a shown skill is asked for ('Python for
data analysis') is no skill apart. What one line of the posting asks for is told at once, in its
words. Needs `--posting`.

Bad (yaml; posting=Requirements|- Python|- Kubernetes):
    skills:
      - group: Tools
               ^^^^^
        items: [Python, Docker]
    experience:
      - title: ML engineer
        statements:
          - Trained a ranking model in Python that cut returns by 4 %

Bad (yaml; posting=Requirements|- Experience with Spark, dbt and Snowflake or BigQuery|- Python):
    skills:
      - group: Tools
               ^^^^^
        items: [Python, Docker]

Good (yaml; posting=Requirements|- Python|- Kubernetes or Docker):
    skills:
      - group: Tools
        items: [Python, Docker]

Good (yaml; posting=Requirements|- Python or R for data analysis and scripting|- Docker):
    skills:
      - group: Tools
        items: [Python, Docker]

Good (yaml; posting=Requirements|- Python|- Deep learning|Nice to have|- Kubernetes):
    skills:
      - group: Tools
        items: [PyTorch]

Good:
    skills:
      - group: Tools
        items: [Excel]
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Answer, Demand, SectionKind, State
from standout.patterns import regex
from standout.rules.answers import place_for, required, words
from standout.rules.base import Context, Finding, rule
from standout.vocabulary import skills

_UNPROVEN = (State.ABSENT, State.RELATED)
_FIELDS = frozenset({"concept", "domain", "practice", "method"})
_PURPOSE = regex(r"\w for [^.;:()]*$")
_SHOWN = 6
"""Skills of one line that a message names."""


@rule(
    "KEY001",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="Bright and Hutton 2000: statements that match the advertised skills raise ratings",
    why="who screens looks for the required skills first",
)
def required_skill_absent(context: Context) -> Iterator[Finding]:
    """Take the required skills that no line proves, by the lines of the posting."""
    span = place_for(context, SectionKind.SKILLS, SectionKind.EXPERIENCE)
    lines: dict[str, list[Answer]] = {}
    shown = _shown(context)
    for answer in required(context, Demand.SKILL):
        if not (_is_listed(answer) and answer.state in _UNPROVEN and answer.weight):
            continue
        if not _is_purpose(answer, shown):
            lines.setdefault(answer.requirement.text.value, []).append(answer)
    told: set[str] = set()
    for line, answers in lines.items():
        asked = [each for each in _stricter(map(_asked, answers)) if each not in told]
        told.update(asked)
        if asked:
            yield Finding(span, _message(line, asked, answers[0]), _question(asked, answers))


def _shown(context: Context) -> frozenset[str]:
    """The lines of the posting of which some skill is shown."""
    return frozenset(
        each.requirement.text.value
        for each in required(context, Demand.SKILL, Demand.YEARS)
        if each.requirement.ways and each.state not in _UNPROVEN
    )


def _is_purpose(answer: Answer, shown: Collection[str]) -> bool:
    """Whether a field is only what a skill that is shown is asked for."""
    text = answer.requirement.text.value
    if text not in shown or " for " not in text:
        return False
    asked = {each for way in answer.requirement.ways for each in way}
    found = [each for each in skills.find(text) if each.skill.id in asked]
    return bool(found) and all(
        each.skill.kind in _FIELDS and _PURPOSE.search(text[: each.start]) for each in found
    )


def _is_listed(answer: Answer) -> bool:
    return any(each in skills.ids() for way in answer.requirement.ways for each in way)


def _asked(answer: Answer) -> str:
    """What of a demand no line shows, in the posting's words: 'Snowflake or BigQuery'."""
    text = answer.requirement.text.value
    written = {each.skill.id: text[each.start : each.end] for each in skills.find(text)}
    proven = {each.skill for each in answer.proofs}
    names: list[str] = []
    for way in answer.requirement.ways:
        missing = [each for each in way if each not in proven] or [*way]
        names.append(" with ".join(written.get(each, skills.name_of(each)) for each in missing))
    return " or ".join(dict.fromkeys(names))


def _stricter(asked: Iterable[str]) -> list[str]:
    """Each once, without alternatives of which one is asked for anyway."""
    once = list(dict.fromkeys(asked))
    alone = {each for each in once if " or " not in each}
    return [each for each in once if each in alone or alone.isdisjoint(each.split(" or "))]


def _message(line: str, asked: list[str], answer: Answer) -> str:
    named = _listed(asked)
    where = "" if line.strip(" .-•*") == named else f" (“{words(answer.requirement.text)}”)"
    return f"the posting requires {named}{where}: no line shows {_it(asked)}"


def _question(asked: list[str], answers: list[Answer]) -> Fix:
    near = dict.fromkeys(words(proof.text) for each in answers for proof in each.proofs)
    shown = f"; near is “{next(iter(near))}”" if near else ""
    question = f"have you used {_it(asked)} anywhere? then say where, and only then"
    return Fix(Applicability.FILL_IN, question + shown)


def _listed(asked: list[str]) -> str:
    shown = asked[:_SHOWN]
    more = f" and {len(asked) - _SHOWN} more" if len(asked) > _SHOWN else ""
    return "; ".join(shown) + more if any(" or " in each for each in shown) else _and(shown) + more


def _and(names: list[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _it(asked: list[str]) -> str:
    return "it" if len(asked) == 1 else "them"
