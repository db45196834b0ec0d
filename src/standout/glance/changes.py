"""The changes of a layout that are worth trying: other orders and bold numbers, never new words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice, pairwise

from standout.glance.cues import Cue
from standout.glance.labels import Label
from standout.glance.parts import Part
from standout.glance.scene import Scene
from standout.glance.stacking import Block, blocks, column, moved_up
from standout.model import SectionKind
from standout.model.exposure import Role
from standout.source import Span, Text
from standout.values import frozen

_FREE = (
    SectionKind.PROJECTS, SectionKind.OPEN_SOURCE, SectionKind.COMPETITIONS, SectionKind.POSTS,
)  # fmt: skip
"""Sections whose entries need not stand in the order of their dates."""
_TO_THE_TOP = (
    SectionKind.SKILLS, SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.OPEN_SOURCE,
)  # fmt: skip
_OF_A_SECTION = 3
"""To turn the order of sections around takes more than one skill or result."""
_TALL = 0.12
"""Share of the page's height from which a header is worth making shorter."""
_PER_ENTRY = 2
_MOST_ENTRIES = 8
_NEAR = 3


@frozen
class Change:
    """What to do, where, and where the words would stand then. `least` is what it must bring."""

    text: str
    span: Span
    cues: tuple[Cue, ...]
    least: int = 2


def changes(scene: Scene) -> Iterator[Change]:
    """Everything that is worth trying on a layout, the largest changes first."""
    yield from _sections_up(scene)
    yield from _shorter_header(scene)
    yield from _statements_up(scene)
    yield from _entries_up(scene)
    yield from _bold_results(scene)


def _sections_up(scene: Scene) -> Iterator[Change]:
    """What proves something to the top; a degree no further than behind the jobs."""
    headings = {each.section: each for each in scene.labels if each.role is Role.HEADING}
    every = _blocks(scene, lambda label: label.section if label.section >= 0 else None)
    for block in every:
        heading = headings.get(block.key)
        above = _above(column(every, block), block)
        if heading is None or not above:
            continue
        if heading.kind in _TO_THE_TOP:
            text = f"put {_quoted(heading.text)} on top"
            for change in _moved(scene, every, block, above[0], text, heading.text):
                yield replace(change, least=_OF_A_SECTION)
        elif heading.kind is SectionKind.EDUCATION:
            yield from _behind_jobs(scene, every, above, block, headings)


def _behind_jobs(
    scene: Scene,
    every: list[Block],
    above: list[Block],
    block: Block,
    headings: Mapping[int, Label],
) -> Iterator[Change]:
    kinds = [headings[each.key].kind if each.key in headings else None for each in above]
    if SectionKind.EXPERIENCE not in kinds:
        return
    after = len(kinds) - kinds[::-1].index(SectionKind.EXPERIENCE)
    if after < len(above):
        jobs, study = headings[above[after - 1].key].text, headings[block.key].text
        text = f"put {_quoted(study)} right behind {_quoted(jobs)}"
        for change in _moved(scene, every, block, above[after], text, study):
            yield replace(change, least=_OF_A_SECTION)


def _above(stack: list[Block], block: Block) -> list[Block]:
    return stack[: stack.index(block)]


def _entries_up(scene: Scene) -> Iterator[Change]:
    free = [each for each in scene.labels if each.entry >= 0 and each.kind in _FREE]
    named = {each.entry: each.text for each in reversed(free)}
    for section in dict.fromkeys(each.section for each in free):
        own = {each.entry for each in free if each.section == section}
        every = _blocks(scene, partial(_key_in, own))
        for block in every[1:]:
            text = f"put {_quoted(named[block.key])} before the other entries of its section"
            yield from _moved(scene, every, block, every[0], text, named[block.key])


def _key_in(entries: set[int], label: Label) -> int | None:
    return label.entry if label.entry in entries else None


def _statements_up(scene: Scene) -> Iterator[Change]:
    """The statements with results, each to the start of its entry."""
    results = {part.span for part in scene.parts if part.kind == "result"}
    telling = [
        each for each in scene.labels if each.field == "statement" and each.text.span() in results
    ]
    entries = dict.fromkeys(each.entry for each in telling if each.entry >= 0)
    for entry in islice(entries, _MOST_ENTRIES):
        every = _blocks(scene, partial(_statement_of, entry))
        own = {each.number: each for each in telling if each.entry == entry}
        later = [each for each in every[1:] if each.key in own]
        for block in later[:_PER_ENTRY]:
            text = f"open its entry with {_quoted(own[block.key].text)}"
            yield from _moved(scene, every, block, every[0], text, own[block.key].text)


def _statement_of(entry: int, label: Label) -> int | None:
    return label.number if label.entry == entry and label.field == "statement" else None


def _moved(
    scene: Scene, every: list[Block], block: Block, before: Block, text: str, about: Text
) -> Iterator[Change]:
    cues = moved_up(scene.laid.cues, column(every, block), block, before)
    if cues is not None:
        yield Change(text, about.span(), cues)


def _blocks(scene: Scene, key_of: Callable[[Label], int | None]) -> list[Block]:
    names = scene.laid.labels

    def key(at: int) -> int | None:
        label = names[at]
        return None if label is None else key_of(label)

    return blocks(scene.laid.cues, key)


def _shorter_header(scene: Scene) -> Iterator[Change]:
    """The lines of contacts on one line, and all that is below them moved up."""
    cues, names = scene.laid.cues, scene.laid.labels
    body = [cue.height for cue, name in zip(cues, names, strict=True) if name and name.section >= 0]
    start = min(body, default=0.0)
    header = [
        (round(cue.height, 3), name is not None and name.field == "contact")
        for cue, name in zip(cues, names, strict=True)
        if cue.height < start
    ]
    contacts = sorted({height for height, is_contact in header if is_contact})
    if not _TALL < start < 1 or len(contacts) < 2:
        return
    if any(contacts[0] < height < contacts[-1] for height, is_contact in header if not is_contact):
        return
    first, saved = contacts[0], contacts[-1] - contacts[0]
    moved = tuple(
        replace(cue, y=max(first, cue.y - saved)) if cue.page == 1 and cue.y > first else cue
        for cue in cues
    )
    name = next((each.text for each in scene.labels if each.field == "contact"), None)
    if name is not None:
        yield Change("put the contacts of the header on one line", name.span(), moved)


def _bold_results(scene: Scene) -> Iterator[Change]:
    """The numbers of each result that is not yet bold, with the few words between them."""
    cues, words = scene.laid.cues, scene.laid.words
    for part in scene.parts:
        if part.kind == "result" and not _is_bold(scene, part):
            own = _filled(sorted({at for group in part.groups for at in group}))
            marked = {at: replace(cues[at], bold=True) for at in own}
            text = f"set the result “{_short(_said(scene, own))}” in bold"
            span = words[own[0]].span
            yield Change(text, span, tuple(marked.get(at, cue) for at, cue in enumerate(cues)))


def _filled(own: list[int]) -> list[int]:
    """Indices with those that lie between near ones: 'from 31 to 9' is one result."""
    found = own[:1]
    for at in own[1:]:
        found += range(found[-1] + 1, at) if at - found[-1] <= _NEAR else ()
        found.append(at)
    return found


def _said(scene: Scene, own: list[int]) -> str:
    """Words as they follow each other, with marks where others stand between them."""
    words = [scene.laid.words[own[0]].text]
    for before, after in pairwise(own):
        words += [*(["…"] if after != before + 1 else []), scene.laid.words[after].text]
    return " ".join(words)


def _is_bold(scene: Scene, part: Part) -> bool:
    return all(scene.laid.cues[at].bold for group in part.groups for at in group)


def _quoted(text: Text) -> str:
    return f"“{_short(' '.join(text.value.split()))}”"


def _short(words: str) -> str:
    return words if len(words) <= 50 else f"{words[:49].rstrip()}…"
