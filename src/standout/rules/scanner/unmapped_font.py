r"""Letters cannot be mapped to Unicode.

The page looks perfect and reads as `(cid:42)(cid:17)` or as letters shifted by 29 (`1DPH` for
`Name`), because the file holds the shapes of the letters but not which letters they are.

What to do: copy a line out of the PDF; if it pastes as nonsense, export again.
In LaTeX compile with LuaLaTeX, or load `cmap` and `glyphtounicode`; elsewhere avoid 'print to PDF'
of a design program and choose another font.

An error where whole words are lost, a warning where words lost single letters (mostly ligatures
such as fi), information where only symbols standing alone (bullets, icons) are.

Bad (text):
    Jane Roe
    (cid:54)(cid:78)(cid:76)(cid:79)(cid:79)(cid:86) and 3\WKRQ (cid:45)(cid:36)(cid:59)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good (text):
    Jane Roe
    Skills: Python, JAX

Good (typst):
    = Jané Røe
    Łódź, Ελλάδα, Київ -- naïve façade, efficient office

Good (typst):
    = Jane Roe
    § 4: 3 ≤ 5 → ½ of 20 °C, “quoted” – and so on…
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Audience, Basis, Severity
from standout.patterns import regex
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.source import Span

_LOST = regex(r"(?:\(cid:\d{1,6}\)|[\x00-\x08\x0e-\x1f\ufffd])+")
_BAD = regex(r"[\x00-\x08\x0e-\x1f\ufffd]")
_UNITS = regex(r"\(cid:\d{1,6}\)|[\x00-\x08\x0e-\x1f\ufffd]")
_BROKEN_WORD = regex(r"(?<![^\W\d_])[^\W\d_]+(?:[\ufffd\x01-\x08\x0e-\x1f]+[^\W\d_]+)+")
_FREQUENT = frozenset({"and", "the", "of", "in", "to", "for", "with", "experience", "education"})
_SHIFT = 29
_FEW = 12
_READABLE = 0.01


@rule(
    "ATS002",
    severity=Severity.ERROR,
    basis=Basis.MEASURED,
    source="own round trip: with ToUnicode removed none of seven extractors reads a word",
    why="the shapes are there but not which letters they are, so nothing can be searched",
    advice="save the PDF from another program, then copy a line out of it as a test",
    audience=Audience.SCANNER,
)
def unmapped_font(context: Context) -> Iterator[Finding]:
    """Look for the signs of a lost mapping in the text and in the other extractors' texts."""
    text = context.source.text
    lost = max([_count(text), *(_count("\n".join(each.pages)) for each in context.extractions)])
    shifted = _shifted(text)
    if shifted is not None:
        yield Finding(shifted, f"letters are shifted by {_SHIFT}: the font names none of them")
    elif lost:
        yield _finding(context, lost)


def _finding(context: Context, lost: int) -> Finding:
    text = context.source.text
    fonts = context.reading.document.unmapped_fonts
    named = f" (font {paper.quoted(fonts)})" if fonts else ""
    runs, words = list(_LOST.finditer(text)), list(_BROKEN_WORD.finditer(text))
    span = Span(*runs[0].span()) if runs else _start(context)
    if lost > max(_FEW, 0.03 * len(text)):
        return Finding(span, f"{lost} characters cannot be mapped to letters{named}")
    if words:
        count = "1 word has" if len(words) == 1 else f"{len(words)} words have"
        said = f"{count} lost letters: {paper.quoted(each[0] for each in words)}"
        return Finding(Span(*words[0].span()), said + named, severity=Severity.WARNING)
    count = "1 symbol reads" if lost == 1 else f"{lost} symbols read"
    return Finding(span, f"{count} as nonsense{named}", severity=Severity.INFO)


def _count(text: str) -> int:
    if "(cid:" not in text and not _BAD.search(text):
        return 0
    return sum(1 for _ in _UNITS.finditer(text))


def _start(context: Context) -> Span:
    name = context.resume.basics.name
    return name.span() if name else Span(0, 0)


def _shifted(text: str) -> Span | None:
    """The first word of a text that says more once its characters are moved back by 29."""
    words = text.split()
    before = sum(each.lower() in _FREQUENT for each in words)
    if before > _READABLE * len(words):
        return None
    moved = ["".join(chr(min(ord(c) + _SHIFT, 0x10FFFF)) for c in each) for each in words]
    hits = [each for each, back in zip(words, moved, strict=True) if back.lower() in _FREQUENT]
    if len(hits) < 3 or len(hits) <= before:
        return None
    at = text.index(hits[0])
    return Span(at, at + len(hits[0]))
