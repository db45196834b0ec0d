"""From a resume and a design to the sheet: what is printed, in which order and words."""

from __future__ import annotations

from standout.model import Basics, Entry, Link, Resume, Section, SectionKind, SkillGroup
from standout.source import Text
from standout.vocabulary.locales import Locale, locale
from standout.writers import dates
from standout.writers.design import Design
from standout.writers.lines import address, authors_line, clean, statement_line, target
from standout.writers.sheet import Contact, Group, Item, Part, Sheet


def compose(resume: Resume, design: Design) -> Sheet:
    """The sheet of a resume. Headings and dates speak the design's locale."""
    tongue = locale(design.locale)
    name = _one(resume.basics.name)
    composer = _Composer(tongue, design, name)
    return Sheet(
        tongue.tag,
        tongue.direction,
        title=f"{name} - {tongue.resume}" if name else tongue.resume,
        name=name,
        headline=_one(resume.basics.headline),
        contacts=_contacts(resume.basics),
        parts=tuple(composer.part(each) for each in printed_sections(resume, design)),
    )


def printed_sections(resume: Resume, design: Design) -> list[Section]:
    """The sections that hold something: those the design names first, then as they stand."""
    place = {kind: at for at, kind in enumerate(design.section_order)}
    filled = (each for each in resume.sections if each.entries or each.skills or each.statements)
    return sorted(filled, key=lambda each: place.get(each.kind, len(place)))


def _contacts(basics: Basics) -> tuple[Contact, ...]:
    found = [
        Contact("location", _one(basics.location)),
        Contact("email", _one(basics.email), target(f"mailto:{_one(basics.email)}")),
        Contact("phone", _one(basics.phone)),
        *(_address(each) for each in basics.links),
        *(Contact("note", clean(each)) for each in (*basics.personal, *basics.notes)),
    ]
    return tuple(each for each in found if each.text)


def _address(link: Link) -> Contact:
    """A link of the header: the address itself, for a scanner reads words and not links."""
    return Contact("link", address(link.url), target(link.url))


class _Composer:
    """Makes parts and items in one language and one style of dates."""

    def __init__(self, tongue: Locale, design: Design, name: str) -> None:
        self.tongue = tongue
        self.design = design
        self.name = name

    def part(self, section: Section) -> Part:
        """A section with its heading."""
        asked = self.design.headings.get(section.kind)
        heading = asked or _one(section.heading) or self.tongue.headings[section.kind]
        loose = tuple(statement_line(each) for each in section.statements)
        prose = section.kind is SectionKind.SUMMARY
        return Part(
            section.kind,
            heading,
            tuple(self.item(each) for each in section.entries),
            tuple(_group(each) for each in section.skills if each.items),
            statements=() if prose else loose,
            paragraphs=loose if prose else (),
        )

    def item(self, entry: Entry) -> Item:
        """One entry. What would be its title where it has none: the degree, or who it was with."""
        fields = {
            "title": _one(entry.title),
            "degree": self._degree(entry),
            "organization": _one(entry.organization),
            "venue": _one(entry.venue),
        }
        first = next((name for name, words in fields.items() if words), "title")
        title = fields.pop(first)
        degree = fields.get("degree", "")
        notes = (degree, *map(clean, entry.notes))
        return Item(
            title=title,
            organization=fields.get("organization", ""),
            location=_one(entry.location),
            dates=dates.shown(entry.dates, self.tongue, self.design),
            grade=_one(entry.grade),
            authors=authors_line([clean(each) for each in entry.authors], self.name),
            venue=fields.get("venue", ""),
            links=tuple(_labelled(each) for each in entry.links),
            description=_several(entry.description),
            keywords=_several(entry.keywords),
            courses=_several(entry.courses),
            notes=tuple(filter(None, notes)),
            statements=tuple(statement_line(each) for each in entry.statements),
        )

    def _degree(self, entry: Entry) -> str:
        degree, field = _one(entry.degree), _one(entry.field)
        if degree and field:
            return self.tongue.degree_in_field.format(degree=degree, field=field)
        return degree or field


def _labelled(link: Link) -> Contact:
    """A link of an entry: its own words where it has some, else the address."""
    label = _one(link.text)
    own = label and label != link.url
    return Contact("link", label if own else address(link.url), target(link.url))


def _group(group: SkillGroup) -> Group:
    return Group(_one(group.name), _several(group.items), _one(group.level))


def _one(text: Text | None) -> str:
    return clean(text) if text is not None else ""


def _several(texts: tuple[Text, ...]) -> tuple[str, ...]:
    return tuple(filter(None, (clean(each) for each in texts)))
