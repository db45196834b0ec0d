r"""Hyphens at line ends split words.

A program that joins lines reads 'trans- actions', and a search for 'transactions' fails.

What to do: switch hyphenation off and set the text ragged right. In LaTeX load `hyphenat` with the
option `none`; in Typst `#set text(hyphenate: false)`; in Word Layout > Hyphenation > None.

Hyphens that belong to the word (state-of-the-art) are left alone: named are only words that stand
elsewhere in the resume without the hyphen, or whose second half is an ending and no word.

Bad (typst):
    #set page(width: 8cm)
    #set text(hyphenate: true)
    #set par(justify: true)
    = Jane Roe
    Infrastructure internationalisation, telecommunications representatives, responsibilities and
    characteristics of recommendation environments, administration, documentation, configuration.

Good (typst):
    #set page(width: 8cm)
    #set text(hyphenate: false)
    = Jane Roe
    Infrastructure internationalisation, telecommunications representatives, responsibilities.

Good (typst):
    #set page(width: 8cm)
    = Jane Roe
    A state-of-the- \
    art method for self- \
    supervised, large- \
    scale and multi- \
    task learning.

Good (text):
    Jane Roe

    EXPERIENCE
    Research engineer, Acme, 2021 -
    present
    - Moved search to a self-
      supervised index
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Audience, Basis, Label, Severity
from standout.patterns import regex
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.source import Span

_PARTED = regex(r"([^\W\d_]{2,30})[-\u2010\u00ad][ \t]*\n[ \t]*([^\W\d_]{2,30})")
_WORD = regex(r"[^\W\d_]{5,}")
_ENDING = regex(
    r"(?:[a-z]{0,3}(?:[ts]ion(?:s|al|ally|ed)?|ments?|mental|ities|ity|ances?|ences?|ically|ical"
    r"|atives?|tives?|tory|sively|ously|ness|tures?|bility|bilities|logy|logies|tic|tics)"
    r"|ing|ings|ed|ers?|ly|ble|bly|able|ible|cy|cies|ments?|ship|ships|ular|ate|ates|ated)"
)


@rule(
    "ATS007",
    severity=Severity.INFO,
    basis=Basis.MEASURED,
    source="own round trip: three of seven extractors lose words of a hyphenated column",
    why="a search for the whole word does not find its halves",
    advice="switch hyphenation off",
    audience=Audience.SCANNER,
)
def hyphenated_words(context: Context) -> Iterator[Finding]:
    """Join what line ends part; one finding names the first words and labels the others."""
    if context.source.editable and context.source.format not in ("text", "plain"):
        return
    text = context.source.text
    parted = [match for match in _PARTED.finditer(text) if match[2].islower()]
    if not parted:
        return
    whole = {match[0].casefold() for match in _WORD.finditer(_PARTED.sub(" ", text))}
    split = [match for match in parted if _is_one_word(match, whole)]
    if split:
        first, *others = [Span(*match.span()) for match in split]
        words = paper.quoted(match[1] + match[2] for match in split)
        # The halves of rare words are not known for sure: this is the least there are.
        count = "a word is" if len(split) == 1 else f"at least {len(split)} words are"
        labels = tuple(Label(span, "here too") for span in others)
        yield Finding(first, f"{count} split at line ends: {words}", labels=labels)


def _is_one_word(match: re.Match[str], whole: set[str]) -> bool:
    left, right = match[1], match[2]
    if (left + right).casefold() in whole:
        return True
    return _ENDING.fullmatch(right) is not None and left.casefold() not in whole
