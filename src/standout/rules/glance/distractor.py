r"""A picture draws the first look away from the words.

The eye goes to faces and pictures first, and what it spends there it does not spend on titles and
employers: each second is about four fixations.
Named is a picture on the first page that takes up more than 2 % of it, stands in its upper half and
is neither behind words nor as wide as the page, as banners and backgrounds are. A logo is smaller.
Whether a photo belongs on a resume depends on the country: see OMT004.

What to do: leave it out, or make it as small as a logo.

Option: `share` (0.02): of the page's area.

Bad (typst):
    #let dot = (encoding: "rgb8", width: 1, height: 1)
    #place(right, image(bytes((200, 90, 40)), format: dot, width: 5cm, height: 5cm))
    = Jane Roe
    Machine learning engineer

Good (typst):
    #place(right, rect(width: 5cm, height: 5cm, fill: aqua))
    = Jane Roe
    Machine learning engineer

Good (typst):
    = Jane Roe
    Machine learning engineer
    #line(length: 100%)
    #lorem(100)

Good:
    basics:
      name: Jane Roe
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Drawing, Page
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.source import Span

_WIDE = 0.8
_UPPER = 0.5


@rule(
    "GLN004",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="Ladders 2018 (vendor study: clutter does worst)",
    why="what the eye spends on a picture it does not spend on your work",
    preview=True,
    options={"share": 0.02},
)
def distractor(context: Context) -> Iterator[Finding]:
    """Look for a large picture in the upper half of the first page."""
    least = context.number("share")
    for page in context.pages[:1]:
        words = paper.seen(page)[: paper.MOST_WORDS]
        for each in page.drawings[: paper.MOST_DRAWINGS]:
            if _draws_the_eye(each, page, least) and not any(
                paper.overlap(each.box, word.box) > 0 for word in words
            ):
                span = words[0].span if words else Span(0, 0)
                fix = Fix(Applicability.FILL_IN, "does it say what words cannot?")
                said = "a picture draws the first look away from the words"
                yield Finding(span, said, fix, page=page.number, box=each.box)
                return


def _draws_the_eye(drawing: Drawing, page: Page, least: float) -> bool:
    box = drawing.box
    area = box.width * box.height
    return (
        drawing.kind == "image"
        and area > least * page.width * page.height
        and box.width < _WIDE * page.width
        and box.y0 < _UPPER * page.height
    )
