"""The native profile: one YAML file that holds everything true about the applicant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from standout.analysis.dates import date_range, find_ranges
from standout.diagnostic import Applicability, Diagnostic, Fix
from standout.model import (
    Basics,
    DateRange,
    Entry,
    Link,
    Resume,
    Section,
    SectionKind,
    SkillGroup,
    Statement,
)
from standout.readers import inline, native_schema, networks
from standout.readers.native_schema import GROUP_SECTIONS, SECTION_KEYS
from standout.readers.nodes import ListNode, MapNode, Node, ScalarNode, scalars
from standout.readers.problems import problem
from standout.source import Span, Text

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_BREAK = re.compile(r"\s*\n\s*")


def resume_of(root: MapNode) -> tuple[Resume, tuple[Diagnostic, ...]]:
    """The resume in a native profile's root, and all that is wrong with it."""
    reader = NativeReader()
    return reader.resume(root), tuple(reader.diagnostics)


@dataclass
class NativeReader:
    """Reads the nodes of a profile; `diagnostics` grows as it meets what it does not know."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def resume(self, root: MapNode) -> Resume:
        """The whole profile. Texts under unknown keys are kept in an OTHER section."""
        basics = Basics()
        sections: list[Section] = []
        found, lost = self._fields(root, "profile")
        for key, value in found.items():
            if key == "standout":
                self._check_version(value)
            elif key == "basics":
                basics, summary = self.basics(value)
                sections += summary
            elif key == "sections":
                sections += self.own_sections(value)
            elif key in SECTION_KEYS:
                sections += self._section(SECTION_KEYS[key], value)
        if lost:
            kept = tuple(Statement(each) for each in lost)
            sections.append(Section(SectionKind.OTHER, statements=kept))
        return Resume(basics, tuple(sections))

    def own_sections(self, value: Node) -> Iterator[Section]:
        """The list below `sections:`."""
        for each in self._maps(value, "sections"):
            kind = self._text(each.get("kind"), "kind")
            kinds = {kind.value: kind for kind in SectionKind}
            if kind is not None and kind.value not in kinds:
                self._wrong(kind.span(), f"`{kind}` is no kind of section", kind.value, kinds)
            yield self._headed(kinds.get(str(kind), SectionKind.OTHER), each)

    def basics(self, node: Node) -> tuple[Basics, list[Section]]:
        """Name and contact, and the summary that may stand beside them."""
        if not isinstance(node, MapNode):
            self._expected("a mapping with `name:`, `email:` and so on", node, "basics")
            return Basics(notes=tuple(self._texts(node, "basics"))), []
        found, lost = self._fields(node, "basics")
        text = _Getter(self, found)
        basics = Basics(
            name=text("name"),
            headline=text("headline"),
            email=text("email"),
            phone=text("phone"),
            location=text("location"),
            links=tuple(self.links(found.get("links"))),
            personal=tuple(self._texts(found.get("personal"), "personal")),
            notes=(*self._texts(found.get("notes"), "notes"), *lost),
        )
        summary = found.get("summary")
        return basics, list(self._section(SectionKind.SUMMARY, summary)) if summary else []

    def _section(self, kind: SectionKind, value: Node) -> Iterator[Section]:
        if isinstance(value, ScalarNode) and value.empty:
            return
        if isinstance(value, MapNode) and _is_section_form(value):
            yield self._headed(kind, value)
        else:
            yield self._listed(kind, value)

    def _headed(self, kind: SectionKind, node: MapNode) -> Section:
        found, lost = self._fields(node, "own section")
        entries = found.get("entries")
        groups = found.get("skills")
        loose = [*self._statements(found.get("statements")), *(Statement(each) for each in lost)]
        return Section(
            kind,
            heading=self._text(found.get("heading"), "heading"),
            entries=tuple(self.entry(each) for each in self._maps(entries, "entries")),
            skills=tuple(self._groups(groups)) if groups else (),
            statements=tuple(loose),
        )

    def _listed(self, kind: SectionKind, value: Node) -> Section:
        """A section written as a list (or a single value) of groups, entries or sentences."""
        items = value.items if isinstance(value, ListNode) else (value,)
        groups: list[Node] = []
        entries: list[Entry] = []
        loose: list[Node] = []
        names = set(native_schema.names("group"))
        for each in items:
            if isinstance(each, MapNode) and set(each.keys()) <= {"text", "evidence", "tags"}:
                loose.append(each)
            elif isinstance(each, MapNode) and not (
                kind in GROUP_SECTIONS and names.intersection(each.keys())
            ):
                entries.append(self.entry(each))
            elif kind in GROUP_SECTIONS:
                groups.append(each)
            else:
                loose.append(each)
        return Section(
            kind,
            None,
            tuple(entries),
            tuple(self._groups_of(groups)),
            tuple(s for each in loose for s in self._statements(each)),
        )

    def entry(self, node: MapNode) -> Entry:
        """One job, project, degree, paper or prize."""
        found, lost = self._fields(node, "entry")
        text = _Getter(self, found)
        dates, spare = _dates(text("start"), text("end"), text("date"))
        names = [each for each in (text("organization"), text("institution")) if each]
        links = [*self.links(found.get("url")), *self.links(found.get("links"))]
        notes = self._texts(found.get("notes"), "notes")
        return Entry(
            title=text("title"),
            organization=names[0] if names else None,
            location=text("location"),
            dates=dates,
            statements=tuple(self._statements(found.get("statements"))),
            description=tuple(self._texts(found.get("description"), "description")),
            links=tuple(links),
            degree=text("degree"),
            field=text("field"),
            grade=text("grade"),
            courses=tuple(self._texts(found.get("courses"), "courses")),
            authors=tuple(self._texts(found.get("authors"), "authors")),
            venue=text("venue"),
            keywords=tuple(self._texts(found.get("keywords"), "keywords")),
            notes=(*notes, *names[1:], *spare, *lost),
        )

    def _groups(self, value: Node) -> Iterator[SkillGroup]:
        return self._groups_of(value.items if isinstance(value, ListNode) else (value,))

    def _groups_of(self, items: Iterable[Node]) -> Iterator[SkillGroup]:
        bare: list[Text] = []
        for each in items:
            if not isinstance(each, MapNode):
                bare += self._texts(each, "skills")
                continue
            if bare:
                yield SkillGroup(None, tuple(bare))
                bare = []
            yield self._group(each)
        if bare:
            yield SkillGroup(None, tuple(bare))

    def _group(self, node: MapNode) -> SkillGroup:
        found, lost = self._fields(node, "group")
        items = [
            *self._texts(found.get("language"), "language"),
            *self._texts(found.get("items"), "items"),
            *lost,
        ]
        level = self._text(found.get("level"), "level")
        fluency = self._text(found.get("fluency"), "fluency")
        return SkillGroup(self._text(found.get("group"), "group"), tuple(items), level or fluency)

    def links(self, value: Node | None) -> Iterator[Link]:
        """Addresses: plain, or with the words that show them."""
        items = value.items if isinstance(value, ListNode) else (value,)
        for each in items:
            if isinstance(each, MapNode):
                yield from self._labelled(each)
            elif each is not None:
                for text in self._texts(each, "links"):
                    yield Link(text.value, text, *networks.recognise(text.value))

    def _labelled(self, node: MapNode) -> Iterator[Link]:
        found, lost = self._fields(node, "link")
        text = _Getter(self, found)
        url, label, flag = text("url"), text("label"), text("clickable")
        if url is None:
            self.diagnostics.append(problem("DOC007", "a link needs a `url`", node.span))
        known = networks.recognise(url.value) if url else (None, None)
        network, username = text("network"), text("username")
        yield Link(
            url.value if url else "",
            label or url or Text.join(lost),
            network.value if network else known[0],
            username.value if username else known[1],
            clickable=str(flag).lower() not in ("false", "no"),
        )

    def _statements(self, value: Node | None) -> Iterator[Statement]:
        items = value.items if isinstance(value, ListNode) else (value,)
        for each in items:
            if isinstance(each, MapNode) and each.get("text") is not None:
                found, lost = self._fields(each, "statement")
                yield from (inline.statement(t) for t in self._texts(found["text"], "text"))
                yield from (Statement(text) for text in lost)
            elif each is not None:
                yield from (inline.statement(t) for t in self._texts(each, "statements"))

    def _maps(self, value: Node | None, key: str) -> Iterator[MapNode]:
        items = value.items if isinstance(value, ListNode) else (value,)
        for each in items:
            if isinstance(each, MapNode):
                yield each
            elif each is not None and not (isinstance(each, ScalarNode) and each.empty):
                self._expected("a mapping", each, key)

    def _texts(self, value: Node | None, key: str) -> Iterator[Text]:
        """Texts of a value or a list; paragraphs come apart, line breaks become spaces."""
        if value is None:
            return
        if isinstance(value, MapNode):
            self._expected("text", value, key)
        yield from paragraphs(value)

    def _text(self, value: Node | None, key: str) -> Text | None:
        if isinstance(value, ListNode):
            self._expected("one line of text", value, key)
        found = list(self._texts(value, key))
        return Text.join(found) if found else None

    def _fields(self, node: MapNode, shape: str) -> tuple[dict[str, Node], tuple[Text, ...]]:
        """The values of known keys (the last of each), and the texts under all other keys."""
        known = native_schema.names(shape)
        found: dict[str, Node] = {}
        lost: list[Text] = []
        for key, value in node.pairs:
            name = key.text.value
            if name not in known:
                self._wrong(key.span, f"unknown key `{name}`", name, known, "DOC006")
                lost += _kept(value)
            else:
                if name in found:
                    lost += _kept(found[name])
                found[name] = value
        return found, tuple(lost)

    def _check_version(self, value: Node) -> None:
        if not isinstance(value, ScalarNode) or value.text.value != str(native_schema.VERSION):
            message = f"this program reads version {native_schema.VERSION} of the format"
            self.diagnostics.append(problem("DOC007", message, value.span))

    def _expected(self, what: str, value: Node, key: str) -> None:
        kinds = {ListNode: "a list", MapNode: "a mapping", ScalarNode: "text"}
        message = f"`{key}` takes {what}, found {kinds[type(value)]}"
        self.diagnostics.append(problem("DOC007", message, _first_line(value)))

    def _wrong(
        self, span: Span, message: str, name: str, known: Iterable[str], code: str = "DOC007"
    ) -> None:
        near = difflib.get_close_matches(name[:40].lower(), list(known), n=1)
        hint = Fix(Applicability.FILL_IN, f"did you mean `{near[0]}`?") if near else None
        self.diagnostics.append(problem(code, message, span, hint))


@dataclass
class _Getter:
    """The text of a key, or None."""

    reader: NativeReader
    found: dict[str, Node]

    def __call__(self, key: str) -> Text | None:
        return self.reader._text(self.found.get(key), key)


def _is_section_form(node: MapNode) -> bool:
    """A mapping that heads a section, and is not its only entry."""
    keys = set(node.keys())
    return keys == {"statements"} or not keys.isdisjoint({"heading", "entries", "skills"})


def _dates(
    start: Text | None, end: Text | None, single: Text | None
) -> tuple[DateRange | None, tuple[Text, ...]]:
    """The dates of an entry, and a `date` that stands beside `start` and `end`."""
    if single is not None and start is None and end is None:
        return _written(single), ()
    spare = (single,) if single is not None and end is not None else ()
    end = end or single
    whole = Text.join([each for each in (start, end) if each], " – ")
    if not whole:
        return None, ()
    return date_range(whole, str(start or ""), str(end or "")), spare


def _written(text: Text) -> DateRange:
    """A date or a range in one text."""
    whole = [each for each in find_ranges(text.value) if each.end - each.start == len(text)]
    if whole and (whole[0].first or whole[0].present):
        return DateRange(text, whole[0].first, whole[0].last, whole[0].present)
    return date_range(text, None, text.value)


def _kept(value: Node) -> list[Text]:
    """The texts of a value nobody reads, without what is no text (true, null)."""
    words = [each for each in scalars(value) if not each.empty]
    return [each.text.strip() for each in words if each.text.strip() and not _is_flag(each)]


def _is_flag(node: ScalarNode) -> bool:
    return node.plain and node.text.value.lower() in ("true", "false")


def paragraphs(value: Node) -> Iterator[Text]:
    """The texts below a node, each paragraph as one line."""
    for each in scalars(value):
        if not each.empty:
            pattern = _PARAGRAPH if each.literal else _BREAK
            yield from (_one_line(part) for part in each.text.split(pattern))


def _one_line(text: Text) -> Text:
    return Text.join(text.split(_BREAK)) if "\n" in text.value else text


def _first_line(value: Node) -> Span:
    """Where a value begins: a whole block would underline half of the file."""
    if isinstance(value, MapNode) and value.pairs:
        return value.pairs[0][0].span
    if isinstance(value, ListNode) and value.items:
        return _first_line(value.items[0])
    return value.span
