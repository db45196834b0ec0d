"""What a posting asks for: rows of its text to requirements, each with the clause that states it.

Pure, total and linear in the text. A clause that lists what is needed gives one requirement for
each item, all with the same words; alternatives are one requirement with several ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standout.analysis.requirements import lines, sections
from standout.analysis.requirements.rows import Row
from standout.analysis.requirements.sections import Asked
from standout.model.posting import Requirement
from standout.patterns import regex
from standout.vocabulary import skills

__all__ = ["Row", "read"]

_LONGEST = 2_000
"""Characters of a text that is taken apart; what is longer states no demand a person wrote."""
_NOTHING = regex(r"(?:none|n/a|nothing|keine|aucune?|ninguno|geen)\s?(?:[.,;]|$)", re.IGNORECASE)
"""What says that nothing is asked for."""
_NEAR = 200
"""Characters of a line that its neighbour can tell something: 'Go' below 'Kafka'."""


def read(rows: Sequence[Row]) -> tuple[Requirement, ...]:
    """The requirements that some rows state, in their order."""
    found = [each for each in sections.asked(rows) if _may_ask(each)]
    return tuple(
        requirement
        for index, each in enumerate(found)
        for requirement in _requirements(each, _around(found, index))
    )


def _may_ask(each: Asked) -> bool:
    value = each.text.value
    if not 1 < len(value) <= _LONGEST or _NOTHING.match(value):
        return False
    return each.sure or lines.may_ask(value)


def _around(found: Sequence[Asked], index: int) -> tuple[str, str]:
    """What stands above and below a line with words that by themselves are no skills."""
    if not skills.unsure(found[index].text.value):
        return "", ""
    above = found[index - 1].text.value if index else ""
    below = found[index + 1].text.value if index + 1 < len(found) else ""
    return above if len(above) <= _NEAR else "", below if len(below) <= _NEAR else ""


def _requirements(each: Asked, around: tuple[str, str]) -> Iterator[Requirement]:
    span = (-1, -1)
    text = each.text
    for one in lines.stated(text.value, each.level, each.sure, each.item, around):
        start, end, level, demand, ways, years, degree, language, fluency, waived = one
        if (start, end) != span:
            span = (start, end)
            text = each.text[start:end]
        yield Requirement(text, level, demand, ways, years, degree, language, fluency, waived)
