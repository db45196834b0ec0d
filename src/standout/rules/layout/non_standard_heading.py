r"""A section title is not one of the usual names.

Readers and parsers find 'Experience' because it is called Experience.
Under 'Where I made a difference' a parser sees no jobs, and a skimmer looks on.

What to do: use the usual names: Experience, Projects, Publications, Education, Skills, and the
like in your resume's language. Titles of real extra sections (Patents, Open source, Volunteering,
Military service) are fine; only the usual content under an unusual title is named.

Bad (typst):
    = Jane Roe
    jane\@roe.example
    == Skills
    Python, JAX, CUDA
    == Education
    MSc Computer Science, University of Oslo #h(1fr) 2016 -- 2018
    == Where I made a difference
    *Research engineer*, Acme #h(1fr) 2021 -- 2024
    - Moved search to a quantised index
    *Data engineer*, Initech #h(1fr) 2018 -- 2021
    - Wrote the loader and its tests

Good (typst):
    = Jane Roe
    == Professional Experience
    *Research engineer*, Acme #h(1fr) 2021 -- 2024
    - Moved search to a quantised index
    == Education
    MSc Computer Science, University of Oslo #h(1fr) 2016 -- 2018
    == Skills
    Python, JAX

Good (typst):
    = Jane Roe
    == Patents
    - Method for routing requests to cached pages, 2022
    == Military service
    *Signals officer*, Navy #h(1fr) 2014 -- 2016
    == Education
    MSc Computer Science, University of Oslo #h(1fr) 2016 -- 2018

Good:
    sections:
      - heading: Grants and fellowships
        entries:
          - title: Doctoral fellowship
            organization: Research Council
            start: 2019
            end: 2022
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from standout.diagnostic import Applicability, Audience, Basis, Fix, Severity
from standout.model import Section, SectionKind
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.source import Text
from standout.vocabulary import headings

# What the words of real extra sections begin with.
_EXTRA = (
    "patent", "membership", "affiliation", "association", "grant", "fellowship",
    "scholarship", "funding", "press", "media", "news", "service", "review", "mentor",
    "supervis", "advis", "communit", "leadership", "activit", "involvement",
    "extracurricular", "military", "hackathon", "dataset", "software", "workshop",
    "conference", "seminar", "presentation", "interest", "thesis", "theses", "dissertation",
    "exhibition", "performance", "licen", "training", "information", "miscellaneous",
    "additional", "other", "position", "role", "history", "background", "work",
    "employment", "career", "research", "teaching", "education", "experience", "skill",
    "project", "publication", "talk", "writing", "paper", "honor", "honour", "award",
    "achievement", "accomplishment", "certif", "course", "language", "hobb", "reference",
    "volunteer", "outreach", "contact", "profile", "summary", "about", "objective",
    "detail", "personal", "competenc", "expertise", "technolog", "tool", "technique",
    "qualification", "portfolio", "open", "committee", "event", "organi", "travel", "visit",
    "internship", "club", "sport", "music", "theat", "book", "article", "post", "blog",
    "podcast", "product", "startup", "venture", "consult", "clearance",
)  # fmt: skip
_FEW = 2


@rule(
    "LAY008",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Greenhouse help 200989175: resumes without clear sections are not parsed",
    why="a parser files what stands under a heading it knows, and leaves the rest",
    audience=Audience.SCANNER,
)
def non_standard_heading(context: Context) -> Iterator[Finding]:
    """Find dated entries under an unknown title that is set like the known ones."""
    known = {
        _style(context, section.heading)
        for section in context.resume.sections
        if section.heading is not None
        and section.kind is not SectionKind.OTHER
        and not _is_unusual(section)
    }
    for section in context.resume.sections:
        heading = section.heading
        if heading is None or not _is_unusual(section) or not _is_usual_content(section):
            continue
        if _style(context, heading) in known:
            fix = Fix(Applicability.FILL_IN, "use the usual name of what stands below it")
            yield Finding(heading.span(), "the usual content under an unusual title", fix)


def _is_unusual(section: Section) -> bool:
    """Say whether a heading is none of the usual ones, even where its look told the kind."""
    heading = section.heading
    if heading is None or _is_extra(heading):
        return False
    return section.kind is SectionKind.OTHER or headings.find(heading.value) is None


def _is_extra(heading: Text) -> bool:
    return any(word.startswith(_EXTRA) for word in re.findall(r"\w+", heading.value.casefold()))


def _is_usual_content(section: Section) -> bool:
    dated = [each for each in section.entries if each.dates is not None and each.title is not None]
    return len(dated) >= _FEW and sum(bool(each.statements) for each in dated) >= 1


def _style(context: Context, heading: Text) -> Hashable:
    """How a heading is set; the same for all where there is no paper."""
    words = paper.words_under(context.pages, heading.span())
    if not words:
        return heading.value.isupper() if context.pages else None
    first = words[0]
    return round(first.size), first.bold, first.colour, heading.value.isupper()
