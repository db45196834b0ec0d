"""A statement names nothing one could point at: no tool, no data, no number, no thing.

'Worked on various projects to improve processes' fits every job there is.
Say which project, on what data, with which tool, for whom.
A statement is flagged only when all its nouns and adjectives are on a list of words that name
no particular thing. Statements about leading people are left alone.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Worked on various projects to improve business processes
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          - Provided solutions and support for different teams and stakeholders
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Improved several internal processes with a Kafka pipeline
          - Built a parser for invoices
          - Led a team of engineers

Good:
    experience:
      - title: ML engineer
        statements:
          - Supported 12 teams
          - Managed projects for Siemens

Good:
    skills:
      - group: Methods
        items: [project management, team work]
    education:
      - degree: MSc
        institution: Institute of Business Processes
        statements:
          - Thesis on the parsing of invoices
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import DEEDS
from standout.vocabulary import metrics, skills, verbs
from standout.vocabulary.words import is_function_word

_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEADS = frozenset({"lead", "manage", "hire", "mentor", "coach", "supervise", "recruit", "found"})
_FEWEST_WORDS = 4
_ABSTRACT = frozenset(
    """
    ability abilities activity activities area areas aspect aspects assignment assignments
    assistance base basis best better business businesses challenge challenges change changes
    client clients collaboration colleague colleagues communication companies company company's
    complex concept concepts contribution contributions creative critical customer customers daily
    deadline deadlines deliverable deliverables department departments different
    difficult directly diverse duties duty effective effectively efficiency efficient efficiently
    effort efforts environment environments etc everyday everything excellence excellent
    experience experiences expertise external extensive fast fast-paced field fields functional
    cross-functional general goal goals good great group groups growth hard help helpful high
    high-quality idea ideas impact important improvement improvements industry initiative
    initiatives innovation innovative insight insights internal issue issues items job kind kinds
    knowledge large latest level levels lot lots main major management manager managers many
    matter matters meaningful means member members method methods modern multiple necessary need
    needs new numerous objective objectives operation operations opportunities opportunity optimal
    order organization organizational other outcome outcomes overall part parts people
    performance person phase phases plan plans point points positive possible practice practices
    priorities priority problem problems procedure procedures process processes product
    productive productivity products professional program programs progress project projects
    proper quality quickly range related relevant requirement requirements resource resources
    responsibilities responsibility result results role roles scope several short-term long-term
    service services significant situation situations skill skills smooth smoothly solution
    solutions some standard standards stakeholder stakeholders state-of-the-art strategic
    strategies strategy strong success successful successfully support system systems target
    targets task tasks team team's teams technical technique techniques technologies technology
    thing things time timely tool tools topic topics type types user users using value
    value-added various varied vision way ways well work workflow workflows workplace
    """.split()  # noqa: SIM905 - read as prose, not as a list
)


@rule(
    "BAL002",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="what fits every job tells nothing about this one",
)
def too_abstract(context: Context) -> Iterator[Finding]:
    """Flag statements all of whose words are verbs, function words or abstract words."""
    for section in context.resume.of_kind(*DEEDS):
        for statement in section.all_statements():
            if _is_abstract(statement.text.value):
                fix = Fix(Applicability.FILL_IN, "which one? on what data, with what, for whom?")
                span = statement.text.span()
                yield Finding(span, "this line names nothing that one could point at", fix)


def _is_abstract(text: str) -> bool:
    words = _WORD.findall(text)
    if any(each.isdigit() for each in text) or not words or is_function_word(words[0]):
        return False
    content = [each for each in words if not is_function_word(each)]
    first = verbs.lookup(content[0]) if content else None
    if len(content) < _FEWEST_WORDS or (first is not None and first.base in _LEADS):
        return False
    if any(each[:1].isupper() for each in words[1:]):
        return False
    abstract = sum(each.lower() in _ABSTRACT for each in content)
    known = all(each.lower() in _ABSTRACT or verbs.lookup(each) for each in content)
    return known and abstract >= len(content) // 2 and not _named(text)


def _named(text: str) -> bool:
    concrete = (each for each in skills.find(text) if each.skill.kind not in ("soft", "practice"))
    return any(concrete) or bool(metrics.find(text))
