"""The native profile: one YAML file that holds everything true about the applicant."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from standout.analysis.dates import date_range
from standout.diagnostic import Applicability, Diagnostic, Fix
from standout.model import (
    Basics,
    Document,
    Entry,
    Link,
    Reading,
    Resume,
    Section,
    SectionKind,
    SkillGroup,
    Statement,
)
from standout.readers import inline
from standout.readers.nodes import (
    BadSyntaxError,
    ListNode,
    MapNode,
    Node,
    ScalarNode,
    TooLargeError,
    parse,
)
from standout.readers.problems import problem
from standout.source import Source, Span, Text

SECTION_KEYS = {
    "summary": SectionKind.SUMMARY,
    "skills": SectionKind.SKILLS,
    "experience": SectionKind.EXPERIENCE,
    "projects": SectionKind.PROJECTS,
    "open_source": SectionKind.OPEN_SOURCE,
    "publications": SectionKind.PUBLICATIONS,
    "education": SectionKind.EDUCATION,
    "teaching": SectionKind.TEACHING,
    "talks": SectionKind.TALKS,
    "posts": SectionKind.POSTS,
    "competitions": SectionKind.COMPETITIONS,
    "awards": SectionKind.AWARDS,
    "certificates": SectionKind.CERTIFICATES,
    "courses": SectionKind.COURSES,
    "languages": SectionKind.LANGUAGES,
    "interests": SectionKind.INTERESTS,
    "volunteer": SectionKind.VOLUNTEER,
    "references": SectionKind.REFERENCES,
}
TOP_KEYS = ("standout", "basics", *SECTION_KEYS, "sections", "meta")
BASICS_KEYS = ("name", "headline", "email", "phone", "location", "links", "summary", "personal")
ENTRY_KEYS = (
    "title", "organization", "location", "start", "end", "date", "url", "links", "description",
    "statements", "degree", "field", "institution", "grade", "courses", "authors", "venue",
    "keywords", "evidence", "tags",
)  # fmt: skip
GROUP_KEYS = ("group", "items", "level")
LANGUAGE_KEYS = ("language", "fluency")
SECTION_ENTRY_KEYS = ("heading", "kind", "entries", "statements", "skills")


def read(source: Source) -> Reading:
    """Read a native profile. Whatever is wrong with it is a diagnostic."""
    reader = _Reader(source)
    resume = reader.resume()
    document = Document(source.format, size=len(source.text.encode("utf-8", "replace")))
    return Reading(source, document, resume, diagnostics=tuple(reader.diagnostics))


@dataclass
class _Reader:
    source: Source
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def resume(self) -> Resume:
        try:
            root = parse(self.source)
        except BadSyntaxError as error:
            at = min(error.at, len(self.source.text))
            self._say("DOC005", f"not valid YAML: {error.reason}", Span(at, at))
            return Resume()
        except TooLargeError:
            self._say("DOC003", "the file nests or repeats far more than a profile can")
            return Resume()
        if not isinstance(root, MapNode):
            if root is not None:
                self._say("DOC007", "expected a mapping with `basics:` and sections", root.span)
            return Resume()
        basics = Basics()
        sections: list[Section] = []
        for key, value in self._known(root, TOP_KEYS):
            if key == "basics" and isinstance(value, MapNode):
                basics, summary = self._basics(value)
                sections += summary
            elif key in SECTION_KEYS:
                sections.append(self._section(SECTION_KEYS[key], None, value))
            elif key == "sections":
                sections += [self._own_section(each) for each in self._maps(value)]
        return Resume(basics, tuple(sections))

    def _say(
        self, code: str, message: str, span: Span | None = None, fix: Fix | None = None
    ) -> None:
        self.diagnostics.append(problem(code, message, span, fix))

    def _known(self, node: MapNode, keys: tuple[str, ...]) -> Iterator[tuple[str, Node]]:
        for key, value in node.pairs:
            name = key.text.value
            if name not in keys:
                near = difflib.get_close_matches(name, keys, n=1)
                hint = Fix(Applicability.FILL_IN, f"did you mean `{near[0]}`?") if near else None
                self._say("DOC006", f"unknown key `{name}`", key.span, hint)
            yield name, value

    def _basics(self, node: MapNode) -> tuple[Basics, list[Section]]:
        found = dict(self._known(node, BASICS_KEYS))
        summary = (
            self._section(SectionKind.SUMMARY, None, found["summary"])
            if "summary" in found
            else None
        )
        basics = Basics(
            name=self._text(found.get("name")),
            headline=self._text(found.get("headline")),
            email=self._text(found.get("email")),
            phone=self._text(found.get("phone")),
            location=self._text(found.get("location")),
            links=tuple(self._links(found.get("links"))),
            personal=tuple(self._texts(found.get("personal"))),
        )
        return basics, [summary] if summary else []

    def _own_section(self, node: MapNode) -> Section:
        found = dict(self._known(node, SECTION_ENTRY_KEYS))
        named = self._text(found.get("kind"))
        kinds = {kind.value: kind for kind in SectionKind}
        kind = kinds.get(named.value if named else "", SectionKind.OTHER)
        return Section(
            kind,
            heading=self._text(found.get("heading")),
            entries=tuple(self._entry(each) for each in self._maps(found.get("entries"))),
            skills=tuple(self._groups(found["skills"])) if "skills" in found else (),
            statements=tuple(self._statements(found.get("statements"))),
        )

    def _section(self, kind: SectionKind, heading: Text | None, value: Node) -> Section:
        if kind in (SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS):
            return Section(kind, heading, skills=tuple(self._groups(value)))
        if isinstance(value, ScalarNode):
            return Section(kind, heading, statements=tuple(self._statements(value)))
        items = value.items if isinstance(value, ListNode) else (value,)
        entries = tuple(self._entry(each) for each in items if isinstance(each, MapNode))
        loose = [
            s for each in items if isinstance(each, ScalarNode) for s in self._statements(each)
        ]
        return Section(kind, heading, entries, statements=tuple(loose))

    def _entry(self, node: MapNode) -> Entry:
        found = dict(self._known(node, ENTRY_KEYS))
        text: Callable[[str], Text | None] = lambda key: self._text(found.get(key))  # noqa: E731
        start, end = text("start"), text("end") or text("date")
        written = Text.join([each for each in (start, end) if each], " – ")
        dates = date_range(written, str(start or ""), str(end or "")) if written else None
        links = [*self._links(found.get("url")), *self._links(found.get("links"))]
        return Entry(
            title=text("title"),
            organization=text("organization") or text("institution"),
            location=text("location"),
            dates=dates,
            statements=tuple(self._statements(found.get("statements"))),
            description=tuple(self._texts(found.get("description"))),
            links=tuple(links),
            degree=text("degree"),
            field=text("field"),
            grade=text("grade"),
            courses=tuple(self._texts(found.get("courses"))),
            authors=tuple(self._texts(found.get("authors"))),
            venue=text("venue"),
            keywords=tuple(self._texts(found.get("keywords"))),
        )

    def _groups(self, value: Node) -> Iterator[SkillGroup]:
        items = value.items if isinstance(value, ListNode) else (value,)
        bare = [each.text for each in items if isinstance(each, ScalarNode) and each.text]
        if bare:
            yield SkillGroup(None, tuple(bare))
        for each in items:
            if not isinstance(each, MapNode):
                continue
            if each.get("language") is not None:
                found = dict(self._known(each, LANGUAGE_KEYS))
                named = tuple(self._texts(found["language"]))
                yield SkillGroup(None, named, self._text(found.get("fluency")))
            else:
                found = dict(self._known(each, GROUP_KEYS))
                name, level = self._text(found.get("group")), self._text(found.get("level"))
                yield SkillGroup(name, tuple(self._texts(found.get("items"))), level)

    def _links(self, value: Node | None) -> Iterator[Link]:
        items = value.items if isinstance(value, ListNode) else (value,)
        for each in items:
            if isinstance(each, ScalarNode) and each.text:
                yield Link(each.text.value, each.text)
            elif isinstance(each, MapNode):
                url, label = self._text(each.get("url")), self._text(each.get("label"))
                if url is not None:
                    yield Link(url.value, url, network=label.value if label else None)

    def _maps(self, value: Node | None) -> Iterator[MapNode]:
        items = value.items if isinstance(value, ListNode) else ()
        return (each for each in items if isinstance(each, MapNode))

    def _statements(self, value: Node | None) -> Iterator[Statement]:
        return (inline.statement(each) for each in self._texts(value))

    def _texts(self, value: Node | None) -> Iterator[Text]:
        if isinstance(value, ScalarNode):
            if value.text.strip():
                yield value.text.strip()
        elif isinstance(value, ListNode):
            for each in value.items:
                yield from self._texts(each)
        elif isinstance(value, MapNode):
            self._say("DOC007", "expected text, found a mapping", value.span)

    def _text(self, value: Node | None) -> Text | None:
        if isinstance(value, ListNode):
            self._say("DOC007", "expected one line of text, found a list", value.span)
        found = list(self._texts(value))
        return Text.join(found) if found else None
