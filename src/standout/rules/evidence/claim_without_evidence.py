"""A number that counts names nothing that backs it, in a profile that backs others.

Once some statements lead to a reproduction, a pull request or a paper, the ones that do not stand
out in an interview: they are asked about first.
Tie each result to its evidence (`evidence:` beside the statement or its entry; `standout evidence`
keeps what it names), or link to where it can be seen.

A profile without any evidence is left alone: the habit is good, not usual.
Where there is a ledger (`evidence.json` beside the profile), a name that it lacks backs nothing.
Only results are meant, not dates, team sizes or counts of what was used.
`standout check --strict` makes it an error.

Option: `most` (6), findings told; the last one names the others.

Bad:
    projects:
      - title: Agent
        statements:
          - text: Re-implemented PPO in NumPy
            evidence: ppo/cartpole
          - Cut training time from 233 s to 15 s per seed, 94 % less, in NumPy
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Bad (yaml; evidence=ppo/cartpole: CartPole return of 489.6):
    projects:
      - title: Agent
        statements:
          - text: Re-implemented PPO in NumPy
            evidence: ppo/cartpol
                      ^^^^^^^^^^^

Good:
    projects:
      - title: Agent
        evidence: ppo/cartpole
        statements:
          - Cut training time from 233 s to 15 s per seed, 94 % less, in NumPy

Good:
    projects:
      - title: Agent
        statements:
          - Cut training time from 233 s to 15 s per seed, 94 % less, in NumPy

Good:
    projects:
      - title: Agent
        statements:
          - text: Re-implemented PPO in NumPy
            evidence: ppo/cartpole
          - Wrote the environments over arrays, with 3 colleagues
          - Cut training time by 94 % ([log](https://example.org/log))
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from standout.diagnostic import Basis, Label, Severity
from standout.model import Entry, Statement
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import DEEDS, told

_FIX = ask("what backs this number: a log, a pull request, a paper, a person?")


@rule(
    "EVD001",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice; interviewers ask for the story behind a number",
    why="beside statements that can be followed to their source, one that cannot is doubted first",
    preview=True,
    options={"most": 6},
)
def claim_without_evidence(context: Context) -> Iterator[Finding]:
    """Results without evidence, where other statements have some; names the ledger lacks."""
    if context.evidence:
        yield from _unknown(context)
    statements = list(_statements(context))
    if not any(_backed(entry, each) for entry, each in statements):
        return
    bare = [
        each
        for entry, each in statements
        if not _backed(entry, each) and not each.links and not (entry and entry.links)
        if any(quantity.result for quantity in context.analysis(each).quantities)
    ]
    most = int(context.number("most"))
    found = [Finding(each.text.span(), "a number without evidence", _FIX) for each in bare[:most]]
    rest = bare[most:]
    if rest and found:
        labels = tuple(Label(each.text.span(), "nor has this one") for each in rest)
        message = f"{found[-1].message}, and {len(rest)} more like it"
        found[-1] = replace(found[-1], message=message, labels=labels)
    yield from found


def _unknown(context: Context) -> Iterator[Finding]:
    from difflib import get_close_matches

    known = [each.id for each in context.evidence]
    sections = context.resume.sections
    entries = [each for section in sections for each in section.entries]
    statements = [each for section in sections for each in section.statements]
    statements += [each for entry in entries for each in entry.statements]
    names = [name for each in entries for name in each.evidence]
    for name in (*names, *(name for each in statements for name in each.evidence)):
        if name.value.strip() not in known and "://" not in name.value:
            near = get_close_matches(name.value, known, 1)
            fix = ask(f"is `{near[0]}` meant?") if near else _FIX
            yield Finding(name.span(), "the ledger has no evidence of this name", fix)


def _statements(context: Context) -> Iterator[tuple[Entry | None, Statement]]:
    for section in context.resume.of_kind(*DEEDS):
        for entry in section.entries:
            yield from ((entry, each) for each in told(entry))
        yield from ((None, each) for each in section.statements)


def _backed(entry: Entry | None, statement: Statement) -> bool:
    return bool(statement.evidence or (entry and entry.evidence))
