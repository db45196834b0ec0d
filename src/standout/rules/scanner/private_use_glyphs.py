r"""Icon characters leak into the text.

Icon fonts draw a telephone or an envelope with characters that Unicode leaves undefined.
Programs read them as boxes, and where one touches an address they read it as part of the address.

What to do: write 'Phone' or nothing in place of the icon. In LaTeX put the icon into
`\BeginAccSupp{ActualText=}`, in Word insert it as a picture marked decorative.

A warning where an icon touches an e-mail address or a number, information elsewhere.
Bullets at the start of lines are left alone: parsers drop them.

Bad (markdown):
    # Jane Roe

    jane@roe.example  +47 555 01 234

Good (markdown):
    # Jane Roe

    ✉ jane@roe.example ☎ +47 555 01 234

Good (text):
    Jane Roe

    EXPERIENCE
     Moved search to a quantised index
     Wrote the loader
     Trained two juniors

Good (markdown):
    # Jane Roe 陳

    Łódź – naïve café, 東京
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from standout.diagnostic import Applicability, Audience, Basis, Edit, Fix, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.source import Source, Span

_PRIVATE = regex("[\ue000-\uf8ff\U000f0000-\U000ffffd]+")
_OPENING = regex("^[ \t*-]{0,20}([\ue000-\uf8ff\U000f0000-\U000ffffd]+)", re.MULTILINE)
_TOUCHED = regex(r"[\w.+-]{1,64}@|\+?\d[\d ]{4}")
_BULLET_LINES = 3


@rule(
    "ATS004",
    severity=Severity.INFO,
    basis=Basis.MEASURED,
    source="own round trip: two stray characters in all of seven extractors; fontawesome issue 29",
    why="programs read an icon as an unknown letter, sometimes as part of an address",
    advice="write words such as 'Phone' in place of icons",
    audience=Audience.SCANNER,
)
def private_use_glyphs(context: Context) -> Iterator[Finding]:
    """Name icons that touch an address one by one, the others once with their number."""
    source = context.source
    bullets = _bullets(source)
    icons = [each for each in _PRIVATE.finditer(source.text) if each.start() not in bullets]
    touching = [each for each in icons if _TOUCHED.match(source.text, each.end())]
    for match in touching:
        yield Finding(
            Span(*match.span()),
            "an icon reads as part of the address beside it",
            _delete(source, match),
            severity=Severity.WARNING,
        )
    if len(icons) > len(touching):
        others = [each for each in icons if not _TOUCHED.match(source.text, each.end())]
        count = len(others)
        said = "1 icon reads" if count == 1 else f"{count} icons read"
        yield Finding(
            Span(*others[0].span()), f"{said} as unknown characters", _delete(source, others[0])
        )


def _delete(source: Source, match: re.Match[str]) -> Fix | None:
    if not source.editable:
        return None
    edit = Edit(Span(*match.span()), "")
    return Fix(Applicability.CONFIRM, "delete the icon", (edit,))


def _bullets(source: Source) -> frozenset[int]:
    """Where a glyph stands that opens at least three lines."""
    opening = list(_OPENING.finditer(source.text))
    counted = Counter(match[1] for match in opening)
    return frozenset(each.start(1) for each in opening if counted[each[1]] >= _BULLET_LINES)
