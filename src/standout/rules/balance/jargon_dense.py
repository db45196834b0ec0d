"""A statement is mostly specialist terms.

The first reader is often a recruiter who does not know the field: every statement should hold
one clause that anyone understands (who noticed, what became faster, cheaper, safer).
Keep the terms, and add the consequence.

Where evidence disagrees: readers of research resumes know the terms and want them, so the rule
is silent with the preset `research`; the curse of knowledge is well established, its price on
resumes is not measured.

Options: `share` (0.6) of the words (verbs and
function words aside) that a general dictionary knows as rare or not at
all, in statements of at least `words` (7) such words.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Quantized GPTQ checkpoints, fused RMSNorm kernels, sharded KV caches, tuned NCCL rings
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Quantized GPTQ checkpoints and fused RMSNorm kernels, so that customers wait 2 s

Good (yaml; preset=research):
    experience:
      - title: Researcher
        statements:
          - Quantized GPTQ checkpoints, fused RMSNorm kernels, sharded KV caches, tuned NCCL rings

Good:
    experience:
      - title: ML engineer
        statements:
          - Wrote the training service of the search team and taught three colleagues to run it
          - Tuned CUDA kernels in Triton
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.analysis.spelling import frequency
from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.english import english_prose
from standout.rules.outline import deeds
from standout.vocabulary import skills, verbs
from standout.vocabulary.words import is_function_word

_WORD = regex(r"[^\W\d_][\w-]*")
_LABEL = regex(r"[\w &/()-]{3,40}:")
_RARE = 300
_EVERYDAY = 2


@rule(
    "BAL001",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice; curse of knowledge",
    why="the first reader often does not know the field",
    preview=True,
    options={"share": 0.6, "words": 7},
)
def jargon_dense(context: Context) -> Iterator[Finding]:
    """Count the rare words of statements that hold no number anyone understands."""
    if context.settings.preset == "research":
        return
    english = {each.span() for each in english_prose(context.resume)}
    for statement in deeds(context.resume):
        if statement.text.span() not in english or _LABEL.match(statement.text.value):
            continue
        numbers = context.analysis(statement).quantities
        if any(each.result and each.intuition >= _EVERYDAY for each in numbers):
            continue
        rare, words = _rare_words(statement.text.value)
        if words >= context.number("words") and rare > context.number("share") * words:
            fix = Fix(Applicability.FILL_IN, "what did it change for someone outside the field?")
            message = f"{rare} of {words} words are specialist terms"
            yield Finding(statement.text.span(), message, fix)


def _rare_words(text: str) -> tuple[int, int]:
    named = [(each.start, each.end) for each in skills.find(text)]
    rare = words = 0
    for match in _WORD.finditer(text):
        if is_function_word(match[0]) or verbs.lookup(match[0]) is not None:
            continue
        words += 1
        is_skill = any(start <= match.start() < end for start, end in named)
        rare += is_skill or frequency(match[0].lower()) < _RARE
    return rare, words
