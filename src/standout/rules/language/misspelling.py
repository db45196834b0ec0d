"""A word is misspelt.

Two experiments say that this costs more than almost anything else on a resume: recruiters gave
resumes with five errors an interview chance 18.5 points lower, with two errors 7.3 points lower
(445 recruiters), and help with writing raised hiring by 8 % (480,948 job seekers).

Names, places, products, code, words with digits or inner capitals, British and American
spellings and the vocabulary of machine learning are not misspellings; a word is flagged only
when a frequent word stands one slip away.
Sections in other languages than English are not checked.

Option: `accept`, words that are right in this document.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Implmented a ranking model that raised the conversion from 2 % to 3 %
            ^^^^^^^^^^
          - Cut the latency of the recomender from 90 ms to 40 ms in the second release
                                   ^^^^^^^^^^

Bad:
    experience:
      - title: ML engineer
        statements:
          - Worked in a sucessful team for machine learning and data pipelines of the company
                        ^^^^^^^^^
          - Tested the enviroment and the performace
                       ^^^^^^^^^^
                                          ^^^^^^^^^^

Good:
    experience:
      - title: ML engineer at Qargo
        statements:
          - Optimised the behaviour of Qargo's tokenizer and analysed its throughput
          - Finetuned a multimodal transformer with hyperparameters from an earlier sweep

Good:
    experience:
      - title: ML engineer
        statements:
          - Moved the kwargs of `nn.Modul` into a dataclass, so that configs are checked

Good:
    skills:
      - group: Statistics
        items: [estimands, mixed models]
    experience:
      - title: Statistician
        statements:
          - Wrote the package for estimands that 40 colleagues use

Good:
    experience:
      - title: Entwickler
        statements:
          - Verantwortlich für die Entwicklung einer Plattform für die Analyse von Daten

Good:
    experience:
      - title: ML engineer
        statements:
          - Wrote the manual of our tool, in which the words performant and onboarding are used
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from standout.analysis.spelling import Misspelling, frequent_misspellings, misspellings
from standout.diagnostic import Applicability, Basis, Edit, Fix, Severity
from standout.model import Resume
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.english import english_prose, names_in, short_texts
from standout.source import Text
from standout.vocabulary import wordlist

_WORD = regex(r"[a-z]{4,24}")


@rule(
    "LNG001",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="Sterkens et al. 2023 (PLOS ONE, 445 recruiters); van Inwegen et al. 2023 (NBER 30886)",
    why="errors cost interviews: two of them about 7 points of the chance, five about 18",
    options={"accept": ()},
)
def misspelling(context: Context) -> Iterator[Finding]:
    """Check the English prose word by word, and titles against frequent misspellings."""
    accepted = context.options["accept"]
    names = names_in(context.resume) | {
        each.lower() for each in (accepted if isinstance(accepted, tuple) else ())
    }
    repeated = _repeated(context.resume)
    for text in english_prose(context.resume):
        for found in misspellings(text.value, names):
            word = found.word.lower()
            if word not in repeated or word in wordlist.misspellings():
                yield _finding(text, found)
    for text in short_texts(context.resume):
        for found in frequent_misspellings(text.value):
            if found.word.lower() not in names:
                yield _finding(text, found)


def _repeated(resume: Resume) -> frozenset[str]:
    """Words, lower case, that two texts share: a term of the trade is written so again, a slip
    rarely is."""
    counts = Counter(
        word for text in resume.texts() for word in set(_WORD.findall(text.value.lower()))
    )
    return frozenset(word for word, count in counts.items() if count > 1)


def _finding(text: Text, found: Misspelling) -> Finding:
    span = text.span(found.start, found.end)
    fix = Fix(Applicability.CONFIRM, f"write '{found.meant}'", (Edit(span, found.meant),))
    return Finding(span, f"'{found.word}' is misspelt", fix)
