"""Find the places in a native profile where further entries of a section can stand."""

from __future__ import annotations

from standout.model import Section, SectionKind
from standout.model.room import Room
from standout.readers.nodes import ListNode, MapNode, Node, ScalarNode
from standout.readers.structured import parse
from standout.source import Source
from standout.vocabulary.profile_keys import SECTION_KEYS, names

_STATEMENT = frozenset(names("statement"))


def room_for(section: Section, source: Source) -> Room | None:
    """The room for a section's entries; None where its form leaves no safe place for any."""
    root = parse(source).root
    if not isinstance(root, MapNode):
        return None
    keys = {kind: key for key, kind in SECTION_KEYS.items()}
    key = keys.get(section.kind)
    for form in _forms(root, section, key):
        # A mapping that heads a section has its entries one level below.
        entries = form.get("entries") if isinstance(form, MapNode) else form
        return _in_list(entries, source.text) if entries is not None else None
    return _new_key(root, key, source.text) if key else None


def _forms(root: MapNode, section: Section, key: str | None) -> list[Node]:
    """What a profile says of sections of a kind (and, for kinds that say little, a heading)."""
    found: list[Node] = []
    named = root.get(key) if key else None
    if named is not None:
        found.append(named)
    own = root.get("sections")
    items = own.items if isinstance(own, ListNode) else ()
    return found + [each for each in items if isinstance(each, MapNode) and _is_of(each, section)]


def _is_of(node: MapNode, section: Section) -> bool:
    kind, heading = (_value(node.get(name)) for name in ("kind", "heading"))
    if (kind or SectionKind.OTHER.value) != section.kind.value:
        return False
    return section.kind is not SectionKind.OTHER or heading == str(section.heading or "")


def _value(node: Node | None) -> str:
    return node.text.value if isinstance(node, ScalarNode) else ""


def _in_list(node: Node, text: str) -> Room | None:
    if isinstance(node, ScalarNode) and node.empty and node.span.start == node.span.end:
        return _below_key(node.span.start, text)
    if not isinstance(node, ListNode):
        return None
    return _in_brackets(node) if text[node.span.start] == "[" else _in_lines(node, text)


def _below_key(at: int, text: str) -> Room:
    """Below a key that has nothing yet."""
    start = text.rfind("\n", 0, at) + 1
    line = text[start:at]
    indent = len(line) - len(line.lstrip(" -"))
    return Room((_line_end(at, text),), indent + 2)


def _in_brackets(node: ListNode) -> Room | None:
    entries = [each for each in node.items if _is_entry(each)]
    if entries != list(node.items):
        return None
    starts = [each.span.start for each in entries]
    return Room((*starts, node.span.end - 1), None)


def _in_lines(node: ListNode, text: str) -> Room | None:
    """Between the entries of a list with dashes, behind the lines of the one before."""
    spans = [each.span for each in node.items]
    if any(not node.span.contains(each) for each in spans) or spans != sorted(spans):
        return None  # what an anchor names stands elsewhere
    start = text.rfind("\n", 0, node.span.start) + 1
    indent = node.span.start - start
    ends = [_below_comments(_content_end(each, text), text, indent) for each in node.items]
    first = _above_comments(start, text)
    before = [first, *ends]
    places = [before[n] for n, each in enumerate(node.items) if _is_entry(each)]
    between = text[ends[0] : spans[1].start].split("\n")[:-1] if len(ends) > 1 else []
    spaced = any(not line.strip() for line in between)
    return Room((*places, ends[-1] if ends else first), indent, spaced=spaced)


def _new_key(root: MapNode, key: str, text: str) -> Room | None:
    """Behind all other keys."""
    if not root.pairs:
        return None
    if text[root.span.start] == "{":
        return Room((root.span.end - 1,), None, key)
    last = _line_end(_content_end(root.pairs[-1][1], text), text)
    return Room((last,), 2, key)


def _is_entry(node: Node) -> bool:
    return isinstance(node, MapNode) and not set(node.keys()) <= _STATEMENT


def _content_end(node: Node, text: str) -> int:
    """Where the words of a node end: what follows a block belongs to it only in name."""
    while not isinstance(node, ScalarNode) and text[node.span.start : node.span.start + 1] not in (
        "[",
        "{",
    ):
        inner = node.items if isinstance(node, ListNode) else [value for _, value in node.pairs]
        if not inner:
            break
        node = inner[-1]
    return node.span.start + len(text[node.span.start : node.span.end].rstrip())


def _line_end(at: int, text: str) -> int:
    """The start of the next line, or the end of the file."""
    end = text.find("\n", at)
    return end + 1 if end >= 0 else len(text)


def _below_comments(at: int, text: str, indent: int) -> int:
    """The start of the line below an item and the comments inside it."""
    at = _line_end(at, text)
    while at < len(text):
        line = text[at : _line_end(at, text)]
        bare = line.lstrip(" ")
        if not bare.startswith("#") or len(line) - len(bare) <= indent:
            return at
        at += len(line)
    return at


def _above_comments(at: int, text: str) -> int:
    """The start of the comment lines right above a line."""
    while at > 0:
        start = text.rfind("\n", 0, at - 1) + 1
        if not text[start:at].lstrip().startswith("#"):
            return at
        at = start
    return at
