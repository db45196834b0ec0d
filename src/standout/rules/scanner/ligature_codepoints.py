r"""Letter pairs such as fi and fl appear as single code points.

A search for 'efficient' does not find 'eﬃcient' unless the program evens such characters out
(Unicode calls it NFKC; many do, simple ones do not).

What to do: in a text format write the letters. For a PDF switch ligatures off in the program that
makes it: in CSS `font-variant-ligatures: none`, in Typst `#set text(ligatures: false)`, in LaTeX
load `cmap` or compile with LuaLaTeX, in Word leave Font > Advanced > Ligatures on None.

Bad:
    experience:
      - title: Research engineer
        statements:
          - Made the eﬃcient loader
                     ^^^^^^^

Good:
    experience:
      - title: Research engineer
        statements:
          - Made the efficient loader for the fifth floor

Good (typst):
    #set text(font: "Libertinus Serif", ligatures: true)
    = Jane Roe
    An efficient, affluent office on the first floor found offline flags.

Good:
    basics:
      name: Ænne Œster
    experience:
      - title: Straße naïve
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from standout.diagnostic import Applicability, Audience, Basis, Edit, Fix, Severity
from standout.patterns import regex
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.source import Source, Span

_LIGATURE = regex("[\ufb00-\ufb06]")
_LONGEST = 40
_BEFORE = regex(r"\w*\Z")
_AFTER = regex(r"\w*")


@rule(
    "ATS005",
    severity=Severity.INFO,
    basis=Basis.MEASURED,
    source="career-ops issue 1175; own round trip",
    why="a plain search for the word does not find it",
    advice="switch ligatures off in the font settings",
    audience=Audience.SCANNER,
)
def ligature_codepoints(context: Context) -> Iterator[Finding]:
    """Find ligatures in the file's own text, or in what another extractor reads."""
    source = context.source
    mine = _words(source.text)
    for span in mine if source.editable else mine[:1]:
        yield Finding(span, "letters joined to one character", _spell_out(span, source))
    if mine:
        return
    for extraction in context.extractions:
        words = [page[each.start : each.end] for page in extraction.pages for each in _words(page)]
        if words:
            spelled = [unicodedata.normalize("NFKC", each) for each in words]
            count = "1 word holds" if len(words) == 1 else f"{len(words)} words hold"
            said = f"{count} joined letters: {paper.quoted(spelled)}"
            yield Finding(_place(source, spelled), said)
            return


def _words(text: str) -> list[Span]:
    """The words with a ligature, each once."""
    found: list[Span] = []
    for match in _LIGATURE.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        left = text[max(0, match.start() - _LONGEST) : match.start()]
        before, after = _BEFORE.search(left), _AFTER.match(text, match.start())
        start = match.start() - (len(before[0]) if before else 0)
        found.append(Span(start, after.end() if after else match.end()))
    return found


def _spell_out(span: Span, source: Source) -> Fix | None:
    if not source.editable:
        return None
    spelled = unicodedata.normalize("NFKC", source.text[span.start : span.end])
    return Fix(Applicability.SAFE, "write the letters", (Edit(span, spelled),))


def _place(source: Source, words: list[str]) -> Span:
    at = max(0, source.text.find(words[0]))
    return Span(at, at + len(words[0])) if source.text else Span(0, 0)
