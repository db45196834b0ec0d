"""RenderCV 2.x: `cv:` with contact and sections, each of entries of one type.

The file is one that RenderCV's own loader takes. What that loader checks more strictly than a
page needs (telephone numbers, odd addresses and user names) is written as a connection of its
own, which is printed alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.model import Basics, Link, Resume, Section, SectionKind, SkillGroup, Statement
from standout.patterns import regex
from standout.source import Text
from standout.writers import yaml_text
from standout.writers.marks import marked
from standout.writers.profile_tree import Tree, Value, line
from standout.writers.rendercv_entries import entries, loose, named, web_address

_K = SectionKind
_NETWORKS = {
    "LinkedIn": ("LinkedIn", r"[\w.-]+"), "GitHub": ("GitHub", r"[\w-]+"),
    "GitLab": ("GitLab", r"[\w.-]+"), "X": ("X", r"\w+"), "YouTube": ("YouTube", r"[\w.-]+"),
    "ORCID": ("ORCID", r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]"),
    "Google Scholar": ("Google Scholar", r"[\w-]+"),
    "ResearchGate": ("ResearchGate", r"[\w.-]+"), "LeetCode": ("Leetcode", r"[\w.-]+"),
}  # fmt: skip
"""Our name of a network: theirs, and the user names that are safe there."""
_ICONS = {
    "Kaggle": "kaggle", "Medium": "medium", "Stack Overflow": "stack-overflow", "DEV": "dev",
    "Bitbucket": "bitbucket", "Mastodon": "mastodon", "Bluesky": "bluesky",
}  # fmt: skip
_EMAIL = regex(
    r"[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*@(?:[A-Za-z0-9]+[.-])+([A-Za-z]{2,24})", re.ASCII
)
_NO_DOMAIN = frozenset({"test", "local", "localhost", "invalid", "arpa", "onion"})


def write(resume: Resume) -> str:
    """The text of a `cv.yaml`."""
    cv = _header(resume.basics)
    sections = _sections(resume)
    if sections:
        cv["sections"] = sections
    return yaml_text.dump({"cv": cv}, {})


def _header(basics: Basics) -> Tree:
    single = {"name": basics.name, "headline": basics.headline, "location": basics.location}
    cv: Tree = {key: line(text) for key, text in single.items() if text and line(text)}
    connections: list[Value] = []
    if basics.email:
        if _is_email(line(basics.email)):
            cv["email"] = line(basics.email)
        else:
            connections.append(_connection(line(basics.email), "envelope"))
    if basics.phone:
        # RenderCV refuses a whole file for a number that is not in use in its country.
        connections.append(_connection(line(basics.phone), "phone"))
    sites, profiles, others = _links(basics.links)
    for key, values in (("website", sites), ("social_networks", profiles)):
        if values:
            cv[key] = values
    told = [_connection(line(each), "circle-info") for each in (*basics.personal, *basics.notes)]
    connections += [*others, *told]
    if connections:
        cv["custom_connections"] = connections
    return cv


def _is_email(text: str) -> bool:
    found = _EMAIL.fullmatch(text)
    return found is not None and found[1].lower() not in _NO_DOMAIN and len(text) < 100


def _connection(shown: str, icon: str, url: str = "") -> Tree:
    return {"fontawesome_icon": icon, "placeholder": shown, "url": url or None}


def _links(links: tuple[Link, ...]) -> tuple[list[Value], list[Value], list[Value]]:
    """Sites, profiles at networks that RenderCV knows, and all others."""
    sites: list[Value] = []
    profiles: list[Value] = []
    others: list[Value] = []
    for link in links:
        url = web_address(link.url)
        network, allowed = _NETWORKS.get(link.network or "", ("", ""))
        user = link.username or ""
        shown = line(link.text) if link.text else ""
        if network and re.fullmatch(allowed, user, re.ASCII):
            profiles.append({"network": network, "username": user})
        elif url and not link.network and shown in ("", link.url):
            sites.append(url)
        elif shown or link.url:
            icon = _ICONS.get(link.network or "", "link")
            others.append(_connection(shown or link.url, icon, url))
    return sites, profiles, others


def _sections(resume: Resume) -> Tree:
    found: Tree = {}
    for section in resume.sections:
        content = _content(section)
        if content:
            title = _free(_title(section), found)
            found[title] = content
    return found


def _title(section: Section) -> str:
    if section.heading and line(section.heading):
        return line(section.heading)
    if section.kind is _K.OTHER:
        return "More"
    return str(section.kind.value).replace("-", " ").capitalize()


def _free(title: str, taken: Tree) -> str:
    """A title as a key that is not there yet: a mapping has one place for each."""
    key = yaml_text.scalar(title)
    number = 2
    while key in taken:
        key = yaml_text.scalar(f"{title} {number}")
        number += 1
    return key


def _content(section: Section) -> list[Value]:
    """The entries of a section, all of one type, as RenderCV wants them."""
    parts = [bool(section.entries), bool(section.skills), bool(section.statements)]
    if sum(parts) > 1:
        return list(_mixed(section))
    if section.entries:
        return entries(section.kind, section.entries)
    if section.skills:
        return list(_one_liners(section))
    return loose(section)


def _mixed(section: Section) -> Iterator[Tree]:
    """Entries, groups and sentences, all in the form of the most general type."""
    yield from (named(each) for each in section.entries)
    for each in section.skills:
        group = _group(each, section)
        yield {"name": group["label"], "summary": group["details"]}
    for statement in section.statements:
        yield {"name": marked(statement)}


def _one_liners(section: Section) -> Iterator[Tree]:
    unnamed = not any(each.name for each in section.skills)
    if section.kind is _K.LANGUAGES and unnamed and any(each.level for each in section.skills):
        for group in section.skills:
            for each in group.items:
                yield {"label": _plain(each), "details": _plain(group.level)}
        return
    yield from (_group(each, section) for each in section.skills)


def _group(group: SkillGroup, section: Section) -> Tree:
    """A group on a line; one without a name bears that of its section."""
    # Joined before anything is escaped: two lone dollars, each in a text of its own, are maths.
    items = Text.join(group.items, ", ")
    details = _plain(Text.join((items, group.level), " (")) + ")" if group.level else _plain(items)
    return {"label": _plain(group.name) or _title(section), "details": details}


def _plain(text: Text | None) -> str:
    """A text in one line, in which nothing is taken for a mark."""
    return " ".join(marked(Statement(text)).split()) if text is not None else ""
