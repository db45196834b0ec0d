"""RenderCV 2.x: `cv:` with contact data and sections of nine entry types.

What RenderCV needs to draw the page (`design`, `locale`, `settings`) is none of the resume's
content and is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from standout.analysis.dates import date_range, find_ranges
from standout.diagnostic import Diagnostic
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
from standout.patterns import regex
from standout.readers import inline
from standout.readers.fields import FieldReader, Getter
from standout.readers.nodes import ListNode, MapNode, Node, ScalarNode
from standout.source import Source, Text
from standout.vocabulary import headings, networks

_TOP = ("cv", "design", "locale", "locale_catalog", "rendercv_settings", "settings")
_CV = (
    "name", "headline", "label", "location", "email", "photo", "phone", "website",
    "social_networks", "custom_connections", "sections",
)  # fmt: skip
_NETWORK = ("network", "username")
_CONNECTION = ("placeholder", "url", "fontawesome_icon")
_TOLD_BY_ICON = ("envelope", "phone", "circle-info")
_COMMON = {
    "date": "date", "start_date": "start", "end_date": "end", "location": "location",
    "summary": "description", "highlights": "statements", "url": "link",
    "evidence": "evidence", "tags": "tags",
}  # fmt: skip
_ENTRY_TYPES: tuple[Mapping[str, str], ...] = (
    {"company": "organization", "position": "title", **_COMMON},
    {"institution": "organization", "area": "field", "degree": "degree", "grade": "grade",
     **_COMMON},
    {"title": "title", "authors": "authors", "doi": "doi", "journal": "venue", **_COMMON},
    {"name": "title", **_COMMON},
)  # fmt: skip
_ONE_LINE = ("label", "details")
_SINGLE = ("bullet", "number", "reversed_number")
_SMALL_WORDS = frozenset({
    "a", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "to", "with",
})  # fmt: skip
"""Words that RenderCV prints small in a title made of a key."""
_NESTED = regex(r"\s+[-*]\s+")
_PROFILES = {
    "LinkedIn": "https://linkedin.com/in/", "GitHub": "https://github.com/",
    "GitLab": "https://gitlab.com/", "Instagram": "https://instagram.com/",
    "ORCID": "https://orcid.org/", "X": "https://x.com/", "Twitter": "https://x.com/",
    "YouTube": "https://youtube.com/@", "ResearchGate": "https://researchgate.net/profile/",
    "StackOverflow": "https://stackoverflow.com/users/", "Telegram": "https://t.me/",
    "Google Scholar": "https://scholar.google.com/citations?user=",
    "Leetcode": "https://leetcode.com/u/", "Reddit": "https://reddit.com/user/",
    "Bluesky": "https://bsky.app/profile/", "IMDB": "https://imdb.com/name/",
    "WhatsApp": "https://wa.me/",
}  # fmt: skip
"""Where each network that RenderCV names keeps its profiles."""


def resume_of(root: MapNode, source: Source) -> tuple[Resume, tuple[Diagnostic, ...]]:
    """The resume in a RenderCV root, and all that is wrong with it."""
    reader = _RenderCvReader(source)
    resume = reader.resume(root)
    return resume, tuple(reader.diagnostics)


class _RenderCvReader(FieldReader):
    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source

    def resume(self, root: MapNode) -> Resume:
        found, lost = self.fields(root, _TOP)
        cv = found["cv"]
        assert isinstance(cv, MapNode)  # noqa: S101 - the format was recognised by it
        inner, lost_inside = self.fields(cv, _CV)
        sections = list(self._sections(inner.get("sections")))
        return Resume(self._basics(inner, (*lost_inside, *lost)), tuple(sections))

    def _basics(self, found: dict[str, Node], lost: tuple[Text, ...]) -> Basics:
        text = Getter(self, found)
        emails = [*self.texts(found.get("email"), "email")]
        phones = [*self.texts(found.get("phone"), "phone")]
        sites = [_link(each) for each in self.texts(found.get("website"), "website")]
        connections, told = self._connections(found)
        emails += told["envelope"]
        phones += told["phone"]
        return Basics(
            name=text("name"),
            headline=text("headline") or text("label"),
            email=emails[0] if emails else None,
            phone=_telephone(phones[0]) if phones else None,
            location=text("location"),
            links=(*sites, *self._networks(found), *connections),
            notes=(*emails[1:], *phones[1:], *told["circle-info"], *lost),
        )

    def _networks(self, found: dict[str, Node]) -> Iterator[Link]:
        for each in self.maps(found.get("social_networks"), "social_networks"):
            fields, lost = self.fields(each, _NETWORK)
            text = Getter(self, fields)
            network, user = text("network"), text("username")
            if network is not None or user is not None:
                url = _profile(str(network), str(user or ""))
                name = network.value if network else None
                yield Link(url, user or network, name, user.value if user else None)
            yield from (Link("", each) for each in lost)

    def _connections(self, found: dict[str, Node]) -> tuple[list[Link], dict[str, list[Text]]]:
        """Links, and by its icon what leads nowhere: an address or a number written this way."""
        links: list[Link] = []
        told: dict[str, list[Text]] = {icon: [] for icon in _TOLD_BY_ICON}
        for each in self.maps(found.get("custom_connections"), "custom_connections"):
            fields, lost = self.fields(each, _CONNECTION)
            text = Getter(self, fields)
            url, shown, icon = text("url"), text("placeholder"), str(text("fontawesome_icon"))
            if shown and url is None and icon in told:
                told[icon].append(shown)
            elif url or shown:
                known = networks.recognise(str(url or ""))
                links.append(Link(str(url or ""), shown or url, *known, clickable=url is not None))
            links += [Link("", each) for each in lost]
        return links, told

    def _sections(self, node: Node | None) -> Iterator[Section]:
        if isinstance(node, MapNode):
            for key, value in node.pairs:
                yield self._section(key.text, value)
        elif isinstance(node, ListNode):
            # Before 2.0 a section was a mapping with its title and entries.
            for each in self.maps(node, "sections"):
                fields, lost = self.fields(each, ("title", "entries", "entry_type"))
                title = self.text(fields.get("title"), "title") or Text("", ())
                section = self._section(title, fields.get("entries"))
                yield section
                if lost:
                    yield Section(SectionKind.OTHER, statements=tuple(map(Statement, lost)))
        elif node is not None and not (isinstance(node, ScalarNode) and node.empty):
            self.expected("a mapping of titles to entries", node, "sections")
            kept = tuple(map(inline.statement, self.texts(node, "sections")))
            yield Section(SectionKind.OTHER, statements=kept)

    def _section(self, title: Text, value: Node | None) -> Section:
        title = _printed(title)
        kind = _kind(title.value)
        entries: list[Entry] = []
        groups: list[SkillGroup] = []
        loose: list[Statement] = []
        for each in value.items if isinstance(value, ListNode) else (value,):
            if not isinstance(each, MapNode):
                loose += self._sentences(each, None)
            elif each.get("label") is not None or each.get("details") is not None:
                groups.append(self._one_line(kind, each))
            elif single := next((key for key in _SINGLE if each.get(key) is not None), None):
                fields, lost = self.fields(each, _SINGLE)
                loose += self._sentences(fields[single], "•" if single == "bullet" else "1.")
                loose += map(Statement, lost)
            else:
                entries.append(self._entry(each))
        return Section(kind, title or None, tuple(entries), tuple(groups), tuple(loose))

    def _one_line(self, kind: SectionKind, node: MapNode) -> SkillGroup:
        found, lost = self.fields(node, _ONE_LINE)
        if kind is SectionKind.LANGUAGES and "label" in found:
            language = (*map(_plain, self.texts(found["label"], "label")), *lost)
            fluency = self.text(found.get("details"), "details")
            return SkillGroup(None, language, _plain(fluency) if fluency else None)
        details = [
            part
            for each in self.texts(found.get("details"), "details")
            for part in _listed(_plain(each))
        ]
        label = self.text(found.get("label"), "label")
        return SkillGroup(_plain(label) if label else None, (*details, *lost))

    def _entry(self, node: MapNode) -> Entry:
        keys = max(_ENTRY_TYPES, key=lambda keys: len(set(keys).intersection(node.keys())))
        found, lost = self.fields(node, tuple(keys))
        parts = {part: found[key] for key, part in keys.items() if key in found}
        links: list[Link] = []

        def text(part: str) -> Text | None:
            written = self.text(parts.get(part), part)
            if written is None:
                return None
            plain, _, inside = inline.unmark(written)
            links.extend(replace(each, network=networks.recognise(each.url)[0]) for each in inside)
            return plain or None

        title, organization, location = text("title"), text("organization"), text("location")
        return Entry(
            title=title,
            organization=organization,
            location=location,
            dates=self._dates(parts),
            statements=tuple(self._sentences(parts.get("statements"), "•")),
            description=tuple(map(_plain, self.texts(parts.get("description"), "summary"))),
            degree=text("degree"),
            field=text("field"),
            grade=text("grade"),
            authors=tuple(map(_plain, self.texts(parts.get("authors"), "authors"))),
            venue=text("venue"),
            links=(*links, *self._addresses(parts)),
            notes=lost,
            evidence=tuple(self.texts(parts.get("evidence"), "evidence")),
            tags=tuple(self.texts(parts.get("tags"), "tags")),
        )

    def _addresses(self, parts: dict[str, Node]) -> Iterator[Link]:
        yield from (_link(each) for each in self.texts(parts.get("link"), "url"))
        for each in self.texts(parts.get("doi"), "doi"):
            yield Link(f"https://doi.org/{each}", each, "DOI")

    def _dates(self, parts: dict[str, Node]) -> DateRange | None:
        start = self.text(parts.get("start"), "start_date")
        end = self.text(parts.get("end"), "end_date")
        single = self.text(parts.get("date"), "date")
        if single is not None and start is None and end is None:
            whole = [r for r in find_ranges(single.value) if r.end - r.start == len(single)]
            if whole:
                return DateRange(single, whole[0].first, whole[0].last, whole[0].present)
            return date_range(single, None, single.value)
        written = [each for each in (start, end or single) if each]
        if not written:
            return None
        if end is None and single is None and start is not None:
            # RenderCV prints 'present' where only a start is given.
            begun = date_range(start, start.value, None)
            return DateRange(start, begun.start, None, present=True, vague=begun.vague)
        whole_text = Text.join(written, " – ")
        return date_range(whole_text, str(start or "") or None, str(end or single))

    def _sentences(self, value: Node | None, bullet: str | None) -> Iterator[Statement]:
        for each in self.texts(value, "highlights"):
            for part in self._unnested(each):
                yield inline.statement(part, bullet)

    def _unnested(self, text: Text) -> Iterator[Text]:
        """A sentence and the bullets nested below it, which YAML folds into one value."""
        at = 0
        for match in _NESTED.finditer(text.value):
            before = text.places[max(0, match.start() - 1)]
            if "\n" in self.source.text[before : text.places[match.end() - 1]]:
                yield text[at : match.start()].strip()
                at = match.end()
        yield text[at:].strip()


def _printed(title: Text) -> Text:
    """A title as RenderCV prints it: `selected_honors` becomes 'Selected Honors'."""
    words = title.value.replace("_", " ").split(" ")
    value = " ".join(each if each in _SMALL_WORDS else each.capitalize() for each in words)
    plain = " " not in title.value and title.value.islower() and len(value) == len(title)
    return Text(value, title.places) if plain else title


def _profile(network: str, user: str) -> str:
    """The address of a person's page at a network; '' where that cannot be known."""
    if network == "Mastodon" and user.count("@") == 2:
        _, name, host = user.split("@")
        return f"https://{host}/@{name}"
    base = _PROFILES.get(network)
    return f"{base}{user}" if base and user else ""


def _kind(title: str) -> SectionKind:
    found = headings.find(title)
    return found.kind if found and found.kind else SectionKind.OTHER


def _plain(text: Text) -> Text:
    return inline.unmark(text)[0]


def _listed(text: Text) -> list[Text]:
    """The items of a comma list; commas in brackets belong to their item."""
    parts: list[Text] = []
    depth = start = 0
    for at, char in enumerate(text.value):
        depth = max(0, depth + (char in "([{") - (char in ")]}"))
        if char in ",;" and depth == 0 and text.value[at + 1 : at + 2] in (" ", ""):
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    return [part for part in (each.strip() for each in parts) if part]


def _telephone(text: Text) -> Text:
    """A number without the scheme that RenderCV's examples write before it."""
    return text[4:] if text.value.startswith("tel:") else text


def _link(text: Text) -> Link:
    return Link(text.value, text, *networks.recognise(text.value))
