"""The native profile's keys: names, kinds of value and what they are for, declared once.

The reader checks files against `SHAPES`; `json_schema` and `reference_page` are made from it.
"""

from __future__ import annotations

from collections.abc import Mapping

from standout.model import SectionKind
from standout.model.resume import MARKS
from standout.vocabulary.keyed import Format, Key, shape_of

VERSION = 1


SECTION_SAYS: Mapping[SectionKind, tuple[str, str]] = {
    SectionKind.SUMMARY: ("section", "A few sentences at the top; best left out or kept to two."),
    SectionKind.SKILLS: ("groups", "Skills, alone or in named groups."),
    SectionKind.EXPERIENCE: ("section", "Jobs, the latest first."),
    SectionKind.PROJECTS: ("section", "Projects with what they achieved."),
    SectionKind.OPEN_SOURCE: ("section", "Contributions to software that others use."),
    SectionKind.PUBLICATIONS: ("section", "Papers with authors, venue and date."),
    SectionKind.EDUCATION: ("section", "Degrees, the latest first."),
    SectionKind.TEACHING: ("section", "Courses taught and people advised."),
    SectionKind.TALKS: ("section", "Talks with venue and date."),
    SectionKind.POSTS: ("section", "Articles and blog posts."),
    SectionKind.COMPETITIONS: ("section", "Competitions with rank and number of teams."),
    SectionKind.AWARDS: ("section", "Prizes, grants and scholarships."),
    SectionKind.CERTIFICATES: ("section", "Certificates with issuer and date."),
    SectionKind.COURSES: ("section", "Courses outside a degree."),
    SectionKind.LANGUAGES: ("groups", "Human languages and how well you speak them."),
    SectionKind.INTERESTS: ("groups", "Interests."),
    SectionKind.VOLUNTEER: ("section", "Unpaid work."),
    SectionKind.REFERENCES: ("section", "People who vouch for you."),
}
SECTION_KEYS = {kind.value.replace("-", "_"): kind for kind in SECTION_SAYS}
GROUP_SECTIONS = frozenset(kind for kind, (takes, _) in SECTION_SAYS.items() if takes == "groups")

SHAPES: Mapping[str, tuple[Key, ...]] = {
    "profile": (
        Key("standout", "version", "The version of this format: 1."),
        Key("basics", "basics", "Who you are and how to reach you."),
        *(Key(name, *SECTION_SAYS[kind]) for name, kind in SECTION_KEYS.items()),
        Key("sections", "sections", "Sections of your own, or a second one of a kind."),
        Key("meta", "any", "Anything for other programs; not read."),
    ),
    "basics": (
        Key("name", "text", "Your name as it stands on the page."),
        Key("headline", "text", "The line under the name."),
        Key("email", "text", "E-mail address."),
        Key("phone", "text", "Telephone number with its country code."),
        Key("location", "text", "City and country; no street."),
        Key("links", "links", "Profiles and sites."),
        Key("summary", "section", "The same as the section `summary`."),
        Key("personal", "texts", "Birth date, nationality and the like, where it is customary."),
        Key("notes", "texts", "What else stands in the header."),
    ),
    "entry": (
        Key("title", "text", "Job title, name of the project, title of the paper."),
        Key("organization", "text", "Employer, publisher, awarder or issuer."),
        Key("institution", "text", "School; another word for `organization`."),
        Key("location", "text", "Place."),
        Key("start", "date", "First month: 2024-03, Mar 2024 or 2024."),
        Key("end", "date", "Last month, or `present`."),
        Key("date", "date", "One date, or a range as you write it."),
        Key("url", "links", "Its address."),
        Key("links", "links", "Several addresses."),
        Key("degree", "text", "BSc, MSc, PhD, ..."),
        Key("field", "text", "Field of study."),
        Key("grade", "text", "Grade or average."),
        Key("courses", "texts", "Courses of the degree."),
        Key("authors", "texts", "Authors in order."),
        Key("venue", "text", "Conference, journal or publisher of a paper."),
        Key("keywords", "texts", "Technologies and topics."),
        Key("description", "texts", "What it is, in a sentence."),
        Key("statements", "statements", "What you did: one checkable sentence each."),
        Key("notes", "texts", "What else belongs here."),
        Key("evidence", "texts", "What backs the entry: addresses or names of evidence."),
        Key("tags", "texts", "Words to select the entry by."),
        Key("mark", "mark", "For `tailor`: keep it always, never, or rather than others."),
    ),
    "statement": (
        Key("text", "text", "A sentence with `**bold**`, `*italic*`, `$maths$`, `[links](url)`."),
        Key("evidence", "texts", "What backs the statement."),
        Key("tags", "texts", "Words to select the statement by."),
        Key("mark", "mark", "For `tailor`: keep it always, never, or rather than others."),
        Key("variants", "variants", "The same in other words: `tailor` prints at most one."),
    ),
    "variants": (
        Key("short", "text", "In fewer words."),
        Key("long", "text", "With more detail."),
        Key("technical", "text", "For readers of the trade."),
        Key("plain", "text", "For readers from outside."),
    ),
    "link": (
        Key("url", "text", "The address."),
        Key("label", "text", "The words that show it, where they are not the address."),
        Key("network", "text", "LinkedIn, GitHub, ...; found out from the address."),
        Key("username", "text", "Your name there."),
        Key("clickable", "flag", "`false` where the address is only printed."),
    ),
    "group": (
        Key("group", "text", "Name of the group."),
        Key("items", "texts", "Its skills."),
        Key("level", "text", "How well, in your words."),
        Key("language", "text", "A human language."),
        Key("fluency", "text", "How well you speak it."),
    ),
    "own section": (
        Key("heading", "text", "The heading on the page."),
        Key("kind", "kind", "What it holds: `other` or the name of a known section."),
        Key("entries", "entries", "Jobs, papers, prizes and so on."),
        Key("skills", "groups", "Skills, alone or in groups."),
        Key("statements", "statements", "Sentences that belong to no entry."),
    ),
}


_TEXT = {"type": ["string", "number", "null"]}
_MANY = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}


def _either(*forms: Mapping[str, object]) -> dict[str, object]:
    return {"anyOf": list(forms)}


def _list(items: Mapping[str, object]) -> dict[str, object]:
    return {"type": "array", "items": items}


_STATEMENTS = _either(_TEXT, _list(_either(_TEXT, shape_of("statement"))))
_GROUPS = _either(_TEXT, shape_of("own section"), _list(_either(_TEXT, shape_of("group"))))
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_NEXT_YEAR = "|".join(rf"{digit}-\1[{digit + 1}]" for digit in range(9))
_DATE = _either(
    # Numbers in YAML: 2024, and 03.2024.
    {"type": "number", "minimum": 0, "maximum": 2100},
    {"type": "null"},
    *(
        {"type": "string", "pattern": pattern}
        for pattern in (
            rf"^\s*\d{{4}}(?:-{_MONTH}(?:-{_DAY})?)?\s*$",
            rf"^\s*(?:{_DAY}[./])?{_MONTH}[./]\d{{4}}\s*$",
            # 2019-20, and not 2020-13.
            rf"^\s*\d\d(?:(\d)(?:{_NEXT_YEAR})|\d9-\d0)\s*$",
            # Words, and ranges of two dates.
            r"[^\d\s./-]",
            r"\d\s*-\s*\d{4}",
        )
    ),
)
KINDS: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "version": ("the number 1", {"const": VERSION}),
    "text": ("a line of text", _TEXT),
    "texts": ("text or a list of texts", _MANY),
    "date": ("a date", _DATE),
    "mark": (
        ", ".join(f"`{mark}`" for mark in MARKS[:-1]) + f" or `{MARKS[-1]}`",
        {"enum": list(MARKS)},
    ),
    "variants": ("a mapping of wordings", shape_of("variants")),
    "flag": ("true or false", {"type": "boolean"}),
    "any": ("anything", {}),
    "kind": ("a kind of section", {"enum": [kind.value for kind in SectionKind]}),
    "basics": ("a mapping", shape_of("basics")),
    "links": ("an address or a list of them", _either(
        _TEXT, shape_of("link"), _list(_either(_TEXT, shape_of("link"))))),
    "statements": ("a list of sentences", _STATEMENTS),
    "entries": ("a list of entries", _list(shape_of("entry"))),
    "groups": ("a list of skills or groups", _GROUPS),
    "section": ("a list of entries or sentences", _either(
        _TEXT, shape_of("own section"), shape_of("entry"),
        _list(_either(_TEXT, shape_of("statement"), shape_of("entry"))))),
    "sections": ("a list of sections", _list(shape_of("own section"))),
}  # fmt: skip

FORMAT = Format(
    "standout profile", "Everything true about an applicant, in one file.", SHAPES, KINDS
)
names = FORMAT.names
json_schema = FORMAT.json_schema


def reference_page() -> str:
    """The reference of the format as a Markdown page."""
    parts = ["# The profile format\n\nOne YAML file; every key is optional.\n"]
    parts += [f"## {shape.capitalize()}\n\n{table}" for shape, table in FORMAT.tables().items()]
    return "\n".join(parts)
