"""The name of a product is written with the wrong capitals, or nearly right.

People who use a tool every day see its name every day: 'Pytorch' and 'Tensorflow' read as names
picked up from a job posting. Small letters throughout ('pytorch') are a package's name and are
left alone, as are capitals throughout, code and addresses.

Writing the capitals right changes no word, so `--fix` does it; a name that differs in letters or
spaces is only proposed.

Bad:
    skills:
      - group: Libraries
        items: [Pytorch, NumPy, Huggingface]
                ^^^^^^^
                                ^^^^^^^^^^^
    experience:
      - title: ML engineer
        statements:
          - Wrote Javascript charts for the runs and moved the jobs to Kubernets
                  ^^^^^^^^^^
                                                                       ^^^^^^^^^

Good:
    skills:
      - group: Libraries
        items: [PyTorch, pytorch, PYTORCH, Pandas, Seaborn, Scikit-learn, Hugging Face]

Good:
    experience:
      - title: ML engineer
        statements:
          - Trained with `Tensorflow` wheels of our own; see github.com/jane/Pytorch-tricks

Good:
    basics:
      name: Mara Kubernat
    experience:
      - title: Machine Learning engineer
        organization: Tensorflows GmbH
        statements:
          - Worked with Kubernat on Transformers for Time Series
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from standout.analysis.spelling import frequency, is_word
from standout.diagnostic import Applicability, Basis, Edit, Fix, Severity
from standout.model import Emphasis, SectionKind
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.english import names_in
from standout.source import Text
from standout.vocabulary import skills
from standout.vocabulary.skills import Mention, Zone

_SPACED = {"huggingface": "Hugging Face", "powerbi": "Power BI", "scikitlearn": "scikit-learn"}
_WORD = regex(r"(?<![\w@#/.\\-])[A-Z][A-Za-z]{6,20}(?![\w@#/\\-]|\.\w)")
_PRODUCTS = ("language", "framework", "library", "platform", "tool", "service", "data-store")
_LONG, _JUDGED = 7, 20_000


@rule(
    "KEY006",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="Sterkens et al. 2023 (PLOS ONE): errors cost interviews; practice for names of tools",
    why="who uses a tool knows how it is spelt; a wrong name reads as borrowed",
)
def wrong_product_case(context: Context) -> Iterator[Finding]:
    """Compare what is written with the printed names of the vocabulary."""
    names = names_in(context.resume)
    for text, zone, code in _texts(context):
        mentions = skills.find(text.value, zone)
        for mention in mentions:
            # What everyone has is OMT002's matter, however it is written.
            right = None if mention.skill.obvious else _right(mention)
            if right is not None and not _inside(code, mention.start, mention.end):
                yield _finding(text, mention.start, mention.end, right)
        for match in _WORD.finditer(text.value[:_JUDGED]):
            if match[0].lower() in names or _inside(code, *match.span()):
                continue
            near = None if _inside(mentions, *match.span()) else _near(match[0])
            if near is not None:
                yield _finding(text, *match.span(), near)


def _texts(context: Context) -> Iterator[tuple[Text, Zone, tuple[Emphasis, ...]]]:
    for section in context.resume.sections:
        if section.kind in (SectionKind.PUBLICATIONS, SectionKind.REFERENCES):
            continue
        for group in section.skills:
            yield from ((item, "list", ()) for item in group.items)
        for entry in section.entries:
            yield from ((word, "list", ()) for word in entry.keywords)
        for statement in section.all_statements():
            code = tuple(each for each in statement.emphasis if each.style == "code")
            yield statement.text, "prose", code


def _inside(stretches: tuple[Emphasis, ...] | tuple[Mention, ...], start: int, end: int) -> bool:
    return any(each.start < end and start < each.end for each in stretches)


def _finding(text: Text, start: int, end: int, right: str) -> Finding:
    span = text.span(start, end)
    written = text.value[start:end]
    same = written.lower() == right.lower()
    fix = Fix(
        Applicability.SAFE if same else Applicability.CONFIRM,
        f"write '{right}'",
        (Edit(span, right),),
    )
    return Finding(span, f"'{written}' is spelt '{right}'", fix)


def _right(mention: Mention) -> str | None:
    written, name = mention.alias, mention.skill.name
    if written.islower() or written.isupper() or written in mention.skill.exact:
        return None
    if written.lower() in _SPACED:
        return _SPACED[written.lower()]
    if written.lower() != name.lower() or written == name[0].upper() + name[1:]:
        return None
    # 'Machine Learning' and 'A/B Testing' are titles; only capitals inside a word are spelling.
    pairs = zip(written.split(), name.split(), strict=True)
    wrong = any(a != b and (_has_inner_capital(a) or _has_inner_capital(b)) for a, b in pairs)
    return name if wrong else None


def _has_inner_capital(word: str) -> bool:
    return word[1:] != word[1:].lower()


def _near(word: str) -> str | None:
    lower = word.lower()
    if is_word(lower):
        return None
    named = (name for key in sorted(_keys(lower)) for name in _by_key().get(key, ()))
    return next((name for name in named if lower != name.lower() and _one_slip(lower, name)), None)


def _one_slip(word: str, name: str) -> bool:
    """Say whether one letter is missing, extra or wrong, or two are swapped; plurals are not."""
    other = name.lower()
    if word in (other + "s", other + "es") or abs(len(word) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    if start is None:
        return True
    a, b = word[start:], other[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _keys(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@cache
def _by_key() -> dict[str, list[str]]:
    """Products by their names and by their names with one letter left out."""
    keys: dict[str, list[str]] = {}
    for skill in skills.of_kinds(_PRODUCTS):
        long = skill.name.isalpha() and len(skill.name) >= _LONG
        if long and frequency(skill.name.lower()) == 0:
            for key in _keys(skill.name.lower()):
                keys.setdefault(key, []).append(skill.name)
    return keys
