r"""Letter spacing or kerning breaks words into pieces.

'E X P E R I E N C E' is ten words to a parser, so the section below it has no heading.
In our own measurement six of seven readers lost every heading that was letter-spaced.

What to do: never type spaces between letters. For a wide look use the program's own spacing
sparingly (below 0.1 em), and check by copying the heading out of the PDF.
In LaTeX drop `\textls` and `soul`; in Typst keep `tracking` below 0.1em; in CSS `letter-spacing`
below 0.1em.

Bad (text):
    Jane Roe

    E X P E R I E N C E
    ^^^^^^^^^^^^^^^^^^^
    Research engineer, Acme, 2021 - 2024

Bad (typst):
    = #text(tracking: 0.5em)[EXPERIENCE]
    Research engineer, Acme, 2021 -- 2024

Good (text):
    J. R. R. Roe

    Skills: C / C++, R, Q, K
    Grades: A A B A B

Good (typst):
    = #text(tracking: 0.05em)[EXPERIENCE]
    Research engineer, Acme, 2021 -- 2024

Good:
    skills:
      - group: Languages
        items: [C, R, J, K, Q, D]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from standout.diagnostic import Audience, Basis, Label, Severity
from standout.model import Extraction
from standout.patterns import regex
from standout.rules import extracted, paper
from standout.rules.base import Context, Finding, rule
from standout.source import Source, Span

_SPACED = regex(r"(?<![^\s])[^\W\d_](?:[ \t\u00a0]{1,3}[^\W\d_]){3,}(?![^\s])")
_PIECES = regex(r"[^\W\d_]+")
_LONG = 6
_MANY = 3


@rule(
    "ATS006",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="own round trip: six of seven extractors lose letter-spaced headings; Greenhouse help",
    why="a parser reads single letters, so a heading or name is not found",
    advice="set the letter spacing to normal; larger or bolder type makes a heading too",
    audience=Audience.SCANNER,
)
def split_words(context: Context) -> Iterator[Finding]:
    """Find letter-spaced words in the text, else pieces of its words in the other extractors."""
    typed = [match for match in _SPACED.finditer(context.source.text) if _is_word(match[0])]
    if typed:
        first, *others = [Span(*match.span()) for match in typed]
        count = "a word is" if not others else f"{len(typed)} words are"
        labels = tuple(Label(span, "here too") for span in others)
        yield Finding(first, f"{count} spaced out into single letters", labels=labels)
        return
    words = _words(context.source)
    for extraction in context.extractions:
        if extraction.family == "row":
            continue  # our own pass over boxes: where it parts words says nothing about the file
        broken = _broken(extraction, words)
        if broken:
            reader = extracted.reader_of(extraction)
            count = "1 word falls" if len(broken) == 1 else f"{len(broken)} words fall"
            said = f"{count} into pieces ({reader}): {paper.quoted(broken)}"
            yield Finding(_place(context.source, broken[0], words), said)
            return


def _is_word(spaced: str) -> bool:
    """Tell 'S K I L L S' from the grades 'A A B A': long, and with both vowels and others."""
    letters = re.sub(r"\s", "", spaced).casefold()
    vowels = sum(each in "aeiouyäöüéèáíóú" for each in letters)
    return len(letters) >= _LONG and len(set(letters)) >= 4 and 0 < vowels < len(letters)


def _words(source: Source) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for match in _PIECES.finditer(source.text):
        found.setdefault(match[0].casefold(), Span(*match.span()))
    return found


def _place(source: Source, word: str, words: dict[str, Span]) -> Span:
    """Where the word stands in these letters: 'EXPERIENCE' is the heading, not 'experience'."""
    exact = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", source.text)
    return Span(*exact.span()) if exact else words[word.casefold()]


def _broken(extraction: Extraction, words: dict[str, Span]) -> list[str]:
    """Words of the resume that this extractor gives in two or more pieces on one line."""
    text = "\n".join(extraction.pages)
    spaced = [re.sub(r"\s", "", match[0]) for match in _SPACED.finditer(text)]
    found = [each for each in spaced if len(each) >= 4 and each.casefold() in words]
    halves = _halves(text, words)
    return found + (halves if len(halves) >= _MANY else [])


def _halves(text: str, words: dict[str, Span]) -> list[str]:
    found = []
    for line in text.splitlines():
        pieces = line.split()
        for left, right in pairwise(pieces):
            whole = (left + right).casefold()
            if len(whole) >= _LONG and whole in words and not _known(left, right, words):
                found.append(left + right)
    return list(dict.fromkeys(found))


def _known(left: str, right: str, words: dict[str, Span]) -> bool:
    return left.casefold() in words or right.casefold() in words
