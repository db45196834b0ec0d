"""Judge one demand: how far a profile proves it, by which lines, and what else to ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from standout.matching.demands import Demanded, is_judged, name_of
from standout.matching.formulas import part_of_years, together, with_years
from standout.matching.index import ProfileIndex
from standout.matching.standing import HeldDegree, Job
from standout.model import Degree, Demand, Proof, State, Years
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import degrees, families, fluency, skills, venues

_SHOWN = 3
_NEAR = 60
"""Per cent from which a family of roles counts as experience in another."""
_KIN = 30
"""Per cent from which it may count in part."""
_NAMED, _KNOWN, _NEARLY = 100, 80, 40
"""What a publication is worth at a venue that is named, at another known one, or elsewhere."""
_ANY_YEARS = 40
"""Per cent that years of work which may count give where years of one kind are asked for."""


@frozen
class Judged:
    """A state and a strength of 0 to 100, the lines that prove it, and a question.

    `open` says that related work would do, if it counts.
    """

    state: State
    strength: int
    proofs: tuple[Proof, ...] = ()
    ask: str = ""
    open: bool = False


_NOTHING = Judged(State.ABSENT, 0)


def judge(index: ProfileIndex, demand: Demanded) -> Judged:
    """How far the profile proves a demand. Strength and state depend on the demand alone."""
    if not is_judged(demand):
        return _formal(index, demand)
    return _JUDGES[demand.demand](index, demand)


def _skills(index: ProfileIndex, demand: Demanded) -> Judged:
    """The best way counts; a question names them all where none is proven."""
    ways = [_way(index, way) for way in demand.ways]
    best = max(ways, key=lambda each: (each.strength, each.state.rank))
    state = max((each.state for each in ways), key=lambda each: each.rank)
    if state in (State.LITERAL, State.IMPLIED):
        return Judged(state, best.strength, best.proofs)
    names = _listed([" and ".join(map(_name, way)) for way in demand.ways])
    shown = best if best.proofs else max(ways, key=lambda each: len(each.proofs))
    return Judged(state, best.strength, shown.proofs, _asked(names, shown, demand))


def _way(index: ProfileIndex, way: tuple[str, ...]) -> Judged:
    """All skills of a way are needed; what is proven of them earns its share."""
    held = [index.holding(each) for each in way]
    proven = [each for each in held if each is not None and each.strength]
    strength = together(sum(each.strength for each in proven), len(way))
    proofs = tuple(each.proofs[0] for each in proven)
    if len(proven) == len(way):
        worst = min((each.state for each in proven), key=lambda each: each.rank)
        return Judged(worst, strength, proofs if len(way) > 1 else proven[0].proofs)
    if proven:
        return Judged(State.RELATED, strength, proofs)
    near = tuple(proof for each in way for proof in index.near(each))[:_SHOWN]
    return Judged(State.RELATED if near else State.ABSENT, 0, near)


def _asked(names: str, shown: Judged, demand: Demanded) -> str:
    if shown.strength:
        proven = {each.skill for each in shown.proofs}
        way = max(demand.ways, key=lambda each: len(proven.intersection(each)))
        missing = [each for each in way if each not in proven] or list(way)
        names = _listed([_name(each) for each in missing])
    return f"Have you used {names} anywhere? Then say where."


def _years(index: ProfileIndex, demand: Demanded) -> Judged:
    years = demand.years or Years(0)
    if not demand.ways:
        return _worked(index, demand, years)
    ways = [_years_of(index, way, years.minimum) for way in demand.ways]
    best = max(ways, key=lambda each: (each.strength, each.state.rank))
    state = max((each.state for each in ways), key=lambda each: each.rank)
    names = _listed([" and ".join(map(_name, way)) for way in demand.ways])
    if state in (State.LITERAL, State.IMPLIED):
        return Judged(state, best.strength, best.proofs)
    if not best.strength:
        return Judged(state, 0, best.proofs, f"Have you used {names} anywhere? Then say where.")
    months = max(_months(index, way) for way in demand.ways)
    told = f"The dated lines that show {names} cover {_span(months)} of {years.minimum} years"
    return Judged(state, best.strength, best.proofs, f"{told}. Is there more?")


def _worked(index: ProfileIndex, demand: Demanded, years: Years) -> Judged:
    jobs = [each for each in index.standing.jobs if _counts(each, demand)]
    months, need = index.standing.worked(jobs), years.minimum * 12
    others = [each for each in index.standing.jobs if _may_count(each, demand)]
    shown = jobs or others
    proofs = tuple(Proof(each.text, None, "experience", 0) for each in shown[:1])
    if jobs and months >= need:
        return Judged(State.LITERAL, 100, proofs)
    every = index.standing.worked(others)
    told = f"Your dated jobs cover {_span(months)} of {years.minimum} years"
    if demand.family or demand.scope:
        told = f"{years.minimum} years of this kind are asked for: {_span(months)} are dated"
        told += f", of related work {_span(every)}" if every > months else ""
    strength = max(_share(months, need), _ANY_YEARS * _share(every, need) // 100 if every else 0)
    state = State.RELATED if every else State.ABSENT
    return Judged(state, strength, proofs, f"{told}. Is there more?", open=every >= need)


def _counts(job: Job, demand: Demanded) -> bool:
    """Whether the months of a job are of the kind that is asked for."""
    if demand.family is not None:
        return job.family is not None and families.nearness(job.family, demand.family) >= _NEAR
    return 2 * len(demand.scope & job.words) >= len(demand.scope)


def _may_count(job: Job, demand: Demanded) -> bool:
    """Whether a job may be of the kind: of a family not far away, or where only words decide."""
    if demand.family is None:
        return True
    return job.family is not None and families.nearness(job.family, demand.family) >= _KIN


def _years_of(index: ProfileIndex, way: tuple[str, ...], minimum: int) -> Judged:
    """A skill and the years of it."""
    skill = _way(index, way)
    months, need = _months(index, way), minimum * 12
    share = _share(months, need)
    strength = with_years(skill.strength, share)
    enough = share == 100 or skill.state is State.ABSENT
    return Judged(skill.state if enough else State.RELATED, strength, skill.proofs)


def _share(months: int, need: int) -> int:
    return int(part_of_years(min(months, need), need)) if need else 100


def _months(index: ProfileIndex, way: tuple[str, ...]) -> int:
    held = [index.holding(each) for each in way]
    return min((each.months if each is not None else 0) for each in held)


def _degree(index: ProfileIndex, demand: Demanded) -> Judged:
    asked = demand.degree or Degree(0)
    held = [_of_degree(index, each, asked, demand) for each in index.standing.degrees]
    if asked.waivable:
        held.append(_in_place(index, asked))
    best = max(held, key=lambda each: (each.strength, each.state.rank), default=_NOTHING)
    state = max((each.state for each in held), key=lambda each: each.rank, default=State.ABSENT)
    if state in (State.LITERAL, State.IMPLIED):
        return Judged(state, best.strength, best.proofs)
    ask = f"They ask for a {name_of(asked)}. Do you have one, or experience that equals it?"
    return Judged(state, best.strength, best.proofs, ask)


def _of_degree(index: ProfileIndex, held: HeldDegree, asked: Degree, demand: Demanded) -> Judged:
    proofs = (Proof(held.text, None, "education", 0),)
    if held.rank < asked.rank:
        return Judged(State.RELATED, 0, proofs)
    field = _field(held.field, asked.fields)
    state, strength = State.LITERAL if held.rank == asked.rank else State.IMPLIED, 100
    if field is not State.LITERAL:
        state, strength = (State.IMPLIED, 90) if field is State.IMPLIED else (State.RELATED, 40)
    if held.finished and demand.enrolled:
        return Judged(State.RELATED, 0, proofs)
    if not held.finished and not demand.studying:
        state, strength = State.RELATED, strength * index.settings.studying // 100
    return Judged(state, strength, proofs)


def _field(held: str, fields: tuple[str, ...]) -> State:
    """Whether a field is one of those asked for: by name, by its group, or not at all."""
    if not fields:
        return State.LITERAL
    words = held.casefold()
    if any(each.casefold() in words for each in fields):
        return State.LITERAL
    groups = degrees.groups_of(held)
    meant = [degrees.groups_meant(each) for each in fields]
    if any(groups & each for each in meant) or not any(meant):
        return State.IMPLIED
    return State.ABSENT


def _in_place(index: ProfileIndex, asked: Degree) -> Judged:
    """Four years of work for each rank stand in for a degree where the posting says so."""
    need, months = 48 * asked.rank, index.standing.worked(index.standing.jobs)
    proofs = tuple(Proof(each.text, None, "experience", 0) for each in index.standing.roles[:1])
    if need and months >= need:
        return Judged(State.IMPLIED, 80, proofs)
    return Judged(State.RELATED, 40 * months // need, proofs) if need and months else _NOTHING


def papers_for(index: ProfileIndex, demand: Demanded) -> Mapping[Text, int]:
    """How far each publication answers a demand for them: in full, nearly, or not at all.

    Where none is at a venue that is known, all of them are near to it.
    """
    papers = index.standing.publications
    if not demand.venues:
        return {line: _NAMED for line, _ in papers}
    told = {line: venues.named_in(words) for line, words in papers}
    if not any(told.values()):
        return dict.fromkeys(told, _NEARLY)
    return {line: _NAMED if at & demand.venues else _KNOWN for line, at in told.items() if at}


def _publications(index: ProfileIndex, demand: Demanded) -> Judged:
    papers = index.standing.publications
    if not papers:
        return Judged(State.ABSENT, 0, (), "Have you published anything? Then list it.")
    lines = [line for line, _ in papers]
    shares = papers_for(index, demand)
    named = [line for line in lines if shares.get(line) == _NAMED]
    known = [line for line in lines if shares.get(line) == _KNOWN]
    shown = named or known or lines
    proofs = tuple(Proof(each, None, "publications", 0) for each in shown[:_SHOWN])
    if named:
        return Judged(State.LITERAL, (70, 85, 100)[min(len(named), 3) - 1], proofs)
    if known:
        return Judged(State.IMPLIED, 80, proofs)
    ask = f"Have you published at {_listed(sorted(demand.venues))}?"
    return Judged(State.RELATED, 40, proofs, ask)


def _language(index: ProfileIndex, demand: Demanded) -> Judged:
    name, need = _name(demand.language or ""), demand.grade or 4
    own = [each for each in index.standing.languages if each.language == demand.language]
    found = [_spoken(each.grade, need, Proof(each.text, demand.language, "languages", 0))
             for each in own]  # fmt: skip
    if demand.language in index.standing.written_in:
        # Who writes the profile in it can work in it.
        found.append(_spoken(min(need, 5), need, None))
    best = max(found, key=lambda each: (each.strength, each.state.rank), default=None)
    if best is None:
        return Judged(State.ABSENT, 0, (), f"Not stated: do you speak {name}, and how well?")
    state = max((each.state for each in found), key=lambda each: each.rank)
    if state in (State.LITERAL, State.IMPLIED):
        return Judged(state, best.strength, best.proofs)
    asked = fluency.GRADES[need - 1].upper()
    return Judged(state, best.strength, best.proofs, f"They ask for {name} at {asked} or better.")


def _spoken(grade: int, need: int, proof: Proof | None) -> Judged:
    if proof is None:
        return Judged(State.IMPLIED, 70 if grade >= need else 50)
    if not grade:
        return Judged(State.IMPLIED, 70, (proof,))
    if grade >= need:
        return Judged(State.LITERAL, 100, (proof,))
    return Judged(State.RELATED, 60 * grade // need, (proof,))


def _formal(index: ProfileIndex, demand: Demanded) -> Judged:
    """Permits, clearances, dates: what the profile states is shown, and the rest is asked."""
    ask = _ASKS.get(demand.demand, "")
    if not ask:
        return Judged(State.ABSENT, 0, (), "Not judged: read it yourself.")
    proofs = tuple(Proof(each, None, "formal", 0) for each in index.standing.formal)
    if proofs:
        return Judged(State.RELATED, 0, proofs, "Does this answer it?")
    return Judged(State.ABSENT, 0, (), f"Not stated. {ask}")


_ASKS = {
    Demand.PERMIT: "May you work there without a visa?",
    Demand.CLEARANCE: "Do you hold this clearance, or could you get it?",
    Demand.AVAILABILITY: "Does this suit you?",
}
_JUDGES: Mapping[Demand, Callable[[ProfileIndex, Demanded], Judged]] = {
    Demand.SKILL: _skills,
    Demand.YEARS: _years,
    Demand.DEGREE: _degree,
    Demand.PUBLICATIONS: _publications,
    Demand.LANGUAGE: _language,
}


def _name(skill: str) -> str:
    return skills.by_id(skill).name


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else "".join(names)


def _span(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{years}.{rest * 10 // 12}" if rest else str(years)
