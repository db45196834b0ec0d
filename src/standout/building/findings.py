"""What a build can find: every code with its name, weight and manual."""

from __future__ import annotations

from standout.diagnostic import Applicability, Audience, Basis, Diagnostic, Fix, Severity
from standout.source import Span
from standout.values import frozen


@frozen
class Finding:
    """One thing a build can find. `manual` is what `explain` prints."""

    name: str
    severity: Severity
    why: str
    manual: str
    next_step: str = ""
    """What to do about it, where a finding has nothing more exact to say."""


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
_LOST = "a screening system that reads the page this way stores something else than you wrote"

FINDINGS: dict[str, Finding] = {
    "BLD001": Finding(
        "text-lost",
        _E,
        _LOST,
        "A printed piece of the profile does not come back when the built file is read.\n\n"
        "The built file is read again in every way in which screening systems read, and each "
        "piece of the profile must come back whole. "
        "Most often the font has no glyph for a character, or a theme of one's own hides text.",
        next_step="write the characters otherwise, or try another `--font` or `--theme`",
    ),
    "BLD002": Finding(
        "text-split",
        _E,
        _LOST,
        "The words of a printed piece come back, but not side by side.\n\n"
        "Something else stands between them in the reading order of the file, or words are "
        "joined or cut. A theme of one's own sets text into parallel columns, or spaces letters.",
        next_step="try a built-in `--theme`; in one of your own, set no columns or spaced letters",
    ),
    "BLD003": Finding(
        "text-reordered",
        _E,
        _LOST,
        "A printed piece comes back in the wrong place.\n\n"
        "What belongs to one entry must come before its statements, entries one after another, "
        "and no section inside another.",
        next_step="try a built-in `--theme`; in one of your own, print an entry before its list",
    ),
    "BLD004": Finding(
        "field-not-recovered",
        _W,
        "what the reader of this program does not recover, others will not",
        "A field of the profile is not the same after the built file is read as a resume.\n\n"
        "The reader took it for something else: an employer for a place, a title for a heading. "
        "An unusual wording, or a theme of one's own, makes it ambiguous.",
        next_step="use plainer words here; `standout read` on the built file shows what was read",
    ),
    "BLD005": Finding(
        "not-read-back",
        _W,
        "no screening system reads that far either",
        "The built file is longer than a reader goes, and so was not held against the profile.\n\n"
        "Reading stops after 60 pages. Cut the profile, or build a version with `--tag`.",
    ),
    "BLD010": Finding(
        "page-overflow",
        _W,
        "a second page is read by few, and a page with three lines on it looks like a mistake",
        "The content needs more pages than the theme is made for.\n\n"
        "The finding says by how much, in lines and points, and lists the cheapest cuts: "
        "last lines of a single word first, then the weakest statements for their height. "
        "`--fit page` tightens spacing and size within readable limits.",
    ),
    "BLD011": Finding(
        "one-word-line",
        _I,
        "a whole line of the page for one word",
        "The last line of a paragraph is there for a single short word.\n\n"
        "The words at its end are kept together, so that none stands there alone. "
        "Shorten the sentence by as many letters as the finding says, and a line is free.",
    ),
    "BLD012": Finding(
        "does-not-fit",
        _W,
        "smaller type would be unreadable, and shrinking past it is a cheat anyone sees",
        "Even at the tightest readable setting the content does not fit.\n\n"
        "The finding names what hangs over. Cut it, tag it for another version, or allow more "
        "pages.",
    ),
    "BLD020": Finding(
        "no-glyph",
        _E,
        "a box or nothing stands where the character should be",
        "No available font has a character that the profile uses.\n\n"
        "Chinese, Japanese and Korean come with `pip install 'standout[fonts]'`; for other "
        "scripts name a folder of fonts with `--font-path`.",
    ),
    "BLD021": Finding(
        "letters-apart",
        _W,
        "words whose letters stand apart look like a fault of the page, and are slow to read",
        "The page is written in Arabic letters, and no face that joins them well is installed.\n\n"
        "A face of even widths stands in: nothing is lost, but words stand far apart. "
        "DejaVu Sans comes with `pip install 'standout[arabic]'`; `--font-path` names a folder of "
        "fonts of your own, and `--font` the family.",
        next_step="pip install 'standout[arabic]', or name another family with `--font`",
    ),
    "EVD004": Finding(
        "stated-nowhere",
        _E,
        "a page may choose and order what you have said, and say nothing that you have not",
        "A tailored page holds a word, a number, a date or a name that the profile lacks.\n\n"
        "Tailoring only chooses. With `--their-words` the posting's name of a skill may stand in "
        "place of the profile's, where the vocabulary says that both name one thing; nothing else "
        "is ever added. This finding is a bug of the program: please report it.",
    ),
}


MAX_SHOWN = 60
"""Letters of a text that a message quotes; its place says the rest."""


def quoted(text: str) -> str:
    """A text as messages show it, cut where it is long."""
    return f"`{text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 3] + '...'}`"


def finding(code: str, message: str, span: Span, fix: Fix | None = None) -> Diagnostic:
    """A diagnostic of one of these kinds."""
    known = FINDINGS[code]
    return Diagnostic(
        code=code,
        name=known.name,
        severity=known.severity,
        message=message,
        span=span,
        basis=Basis.MEASURED,
        why=known.why,
        source="the built file",
        audience=Audience.SCANNER if code < "BLD010" else Audience.RECRUITER,
        fix=fix or _next(known),
    )


def _next(known: Finding) -> Fix | None:
    return Fix(Applicability.FILL_IN, known.next_step) if known.next_step else None
