"""The native profile: one YAML file that holds everything true about the applicant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from standout.analysis.dates import date_range, find_ranges
from standout.analysis.impossible_dates import impossible_dates
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
from standout.model.resume import MARKS, WORDINGS, Variant
from standout.readers import inline
from standout.readers.fields import FieldReader, Getter
from standout.readers.nodes import ListNode, MapNode, Node, ScalarNode
from standout.readers.problems import problem
from standout.source import Text
from standout.vocabulary import networks, profile_keys
from standout.vocabulary.profile_keys import GROUP_SECTIONS, SECTION_KEYS

_WRITE_SO = Fix(Applicability.FILL_IN, "write the year and the month, as in 2024-03")


def resume_of(root: MapNode) -> tuple[Resume, tuple[Diagnostic, ...]]:
    """The resume in a native profile's root, and all that is wrong with it."""
    reader = NativeReader()
    return reader.resume(root), tuple(reader.diagnostics)


class NativeReader(FieldReader):
    """Reads the nodes of a profile."""

    def resume(self, root: MapNode) -> Resume:
        """The whole profile. Texts under unknown keys are kept in an OTHER section."""
        basics = Basics()
        sections: list[Section] = []
        inside = dict.fromkeys(profile_keys.names("basics"), "basics")
        found, lost = self.fields(root, profile_keys.names("profile"), inside)
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
        for each in self.maps(value, "sections"):
            kind = self.text(each.get("kind"), "kind")
            kinds = {kind.value: kind for kind in SectionKind}
            if kind is not None and kind.value not in kinds:
                self.wrong(kind.span(), f"`{kind}` is no kind of section", kind.value, kinds)
            yield self._headed(kinds.get(str(kind), SectionKind.OTHER), each)

    def basics(self, node: Node) -> tuple[Basics, list[Section]]:
        """Name and contact, and the summary that may stand beside them."""
        if not isinstance(node, MapNode):
            self.expected("a mapping with `name:`, `email:` and so on", node, "basics")
            return Basics(notes=tuple(self.texts(node, "basics"))), []
        found, lost = self.fields(node, profile_keys.names("basics"))
        text = Getter(self, found)
        basics = Basics(
            name=text("name"),
            headline=text("headline"),
            email=text("email"),
            phone=text("phone"),
            location=text("location"),
            links=tuple(self.links(found.get("links"))),
            personal=tuple(self.texts(found.get("personal"), "personal")),
            notes=(*self.texts(found.get("notes"), "notes"), *lost),
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
        found, lost = self.fields(node, profile_keys.names("own section"))
        entries = found.get("entries")
        groups = found.get("skills")
        loose = [*self._statements(found.get("statements")), *(Statement(each) for each in lost)]
        return Section(
            kind,
            heading=self.text(found.get("heading"), "heading"),
            entries=tuple(self.entry(each) for each in self.maps(entries, "entries")),
            skills=tuple(self._groups(groups)) if groups else (),
            statements=tuple(loose),
        )

    def _listed(self, kind: SectionKind, value: Node) -> Section:
        """A section written as a list (or a single value) of groups, entries or sentences."""
        items = value.items if isinstance(value, ListNode) else (value,)
        groups: list[Node] = []
        entries: list[Entry] = []
        loose: list[Node] = []
        names = set(profile_keys.names("group"))
        sentence = set(profile_keys.names("statement"))
        for each in items:
            if isinstance(each, MapNode) and set(each.keys()) <= sentence:
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
        found, lost = self.fields(node, profile_keys.names("entry"))
        text = Getter(self, found)
        self._check_dates(found)
        dates, spare = _dates(text("start"), text("end"), text("date"))
        names = [each for each in (text("organization"), text("institution")) if each]
        links = [*self.links(found.get("url")), *self.links(found.get("links"))]
        notes = self.texts(found.get("notes"), "notes")
        return Entry(
            title=text("title"),
            organization=names[0] if names else None,
            location=text("location"),
            dates=dates,
            statements=tuple(self._statements(found.get("statements"))),
            description=tuple(self.texts(found.get("description"), "description")),
            links=tuple(links),
            degree=text("degree"),
            field=text("field"),
            grade=text("grade"),
            courses=tuple(self.texts(found.get("courses"), "courses")),
            authors=tuple(self.texts(found.get("authors"), "authors")),
            venue=text("venue"),
            keywords=tuple(self.texts(found.get("keywords"), "keywords")),
            notes=(*notes, *names[1:], *spare, *lost),
            evidence=tuple(self.texts(found.get("evidence"), "evidence")),
            tags=tuple(self.texts(found.get("tags"), "tags")),
            mark=self._mark(found.get("mark")),
        )

    def _mark(self, value: Node | None) -> str:
        """What the applicant asks of the choice, or nothing."""
        said = self.text(value, "mark")
        if said is not None and said.value not in MARKS:
            self.wrong(said.span(), f"`{said}` is no mark", said.value, MARKS)
            return ""
        return said.value if said else ""

    def _groups(self, value: Node) -> Iterator[SkillGroup]:
        return self._groups_of(value.items if isinstance(value, ListNode) else (value,))

    def _groups_of(self, items: Iterable[Node]) -> Iterator[SkillGroup]:
        bare: list[Text] = []
        for each in items:
            if not isinstance(each, MapNode):
                bare += self.texts(each, "skills")
                continue
            if bare:
                yield SkillGroup(None, tuple(bare))
                bare = []
            yield self._group(each)
        if bare:
            yield SkillGroup(None, tuple(bare))

    def _group(self, node: MapNode) -> SkillGroup:
        found, lost = self.fields(node, profile_keys.names("group"))
        items = [
            *self.texts(found.get("language"), "language"),
            *self.texts(found.get("items"), "items"),
            *lost,
        ]
        level = self.text(found.get("level"), "level")
        fluency = self.text(found.get("fluency"), "fluency")
        return SkillGroup(self.text(found.get("group"), "group"), tuple(items), level or fluency)

    def links(self, value: Node | None) -> Iterator[Link]:
        """Addresses: plain, or with the words that show them."""
        items = value.items if isinstance(value, ListNode) else (value,)
        for each in items:
            if isinstance(each, MapNode):
                yield from self._labelled(each)
            elif each is not None:
                for text in self.texts(each, "links"):
                    yield Link(text.value, text, *networks.recognise(text.value))

    def _labelled(self, node: MapNode) -> Iterator[Link]:
        found, lost = self.fields(node, profile_keys.names("link"))
        text = Getter(self, found)
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
                yield from self._backed(each)
            elif each is not None:
                yield from (inline.statement(t) for t in self.texts(each, "statements"))

    def _backed(self, node: MapNode) -> Iterator[Statement]:
        """A statement with what backs it and the words that select it."""
        found, lost = self.fields(node, profile_keys.names("statement"))
        evidence = tuple(self.texts(found.get("evidence"), "evidence"))
        tags = tuple(self.texts(found.get("tags"), "tags"))
        mark = self._mark(found.get("mark"))
        variants, left = self._variants(found.get("variants"))
        lost += left
        for text in self.texts(found["text"], "text"):
            yield replace(
                inline.statement(text), evidence=evidence, tags=tags, mark=mark, variants=variants
            )
        yield from (Statement(text) for text in lost)

    def _variants(self, value: Node | None) -> tuple[tuple[Variant, ...], tuple[Text, ...]]:
        """Other wordings of a statement, and texts under names that are none."""
        if value is None:
            return (), ()
        if not isinstance(value, MapNode):
            self.expected("a mapping with `short:`, `long:` and so on", value, "variants")
            return (), tuple(self.texts(value, "variants"))
        found, lost = self.fields(value, WORDINGS)
        wordings = ((name, self.text(node, name)) for name, node in found.items())
        return tuple(Variant(name, inline.statement(text)) for name, text in wordings if text), lost

    def _check_dates(self, found: Mapping[str, Node]) -> None:
        """Tell a date in numbers that no calendar has; words are printed as they stand."""
        for name in ("start", "end", "date"):
            value = found.get(name)
            if not isinstance(value, ScalarNode):
                continue
            for wrong in impossible_dates(value.text.value):
                span = value.text.span(wrong.start(), wrong.end())
                message = f"there is no date `{wrong[0]}`"
                self.diagnostics.append(problem("DOC011", message, span, _WRITE_SO))

    def _check_version(self, value: Node) -> None:
        if not isinstance(value, ScalarNode) or value.text.value != str(profile_keys.VERSION):
            message = f"this program reads version {profile_keys.VERSION} of the format"
            self.diagnostics.append(problem("DOC007", message, value.span))


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
