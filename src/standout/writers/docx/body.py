"""The text of the document: a sheet as paragraphs of the styles."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from standout.writers.docx.languages import is_eastern, runs_right_to_left
from standout.writers.docx.package import HEAD, RELATED, WORDS
from standout.writers.docx.styles import characters, paragraph, section
from standout.writers.look import Look
from standout.writers.markup import escaped, safe
from standout.writers.sheet import Contact, Group, Item, Line, Part, Run, Sheet

_SEPARATOR = Run("  |  ")
_TAB = '<w:r><w:t xml:space="preserve"> </w:t><w:tab/></w:r>'
"""With a space, for the tab has no width where the left piece fills the line."""
_LETTER = 0.5
"""Width of a letter in em, rather too wide: no word processor is asked."""
_POINTS_A_CENTIMETRE = 72 / 2.54
_FIRST_LINK = 100
"""Links are numbered behind the parts of the document."""


class Body:
    """Writes one sheet. `targets` are the addresses of its links and their ids."""

    def __init__(self, sheet: Sheet, look: Look) -> None:
        self.sheet = sheet
        self.look = look
        self.targets: dict[str, str] = {}

    def document(self) -> str:
        """The main part."""
        return (
            f'{HEAD}<w:document xmlns:w="{WORDS}" xmlns:r="{RELATED}"><w:body>'
            + "".join(self._header())
            + "".join(block for part in self.sheet.parts for block in self._part(part))
            + section(self.look, self.sheet.direction)
            + "</w:body></w:document>"
        )

    def _header(self) -> Iterator[str]:
        sheet = self.sheet
        yield self._line("Title", (Run(sheet.name or sheet.title),))
        yield self._line("Subtitle", (Run(sheet.headline),))
        where = list(itertools.dropwhile(lambda each: each.kind != "link", sheet.contacts))
        for contacts in (sheet.contacts[: -len(where) or None], where):
            for line in _broken(contacts, self._letters()):
                yield self._line("Contact", _joined(line))

    def _letters(self) -> int:
        """About how many letters a line holds."""
        width = self.look.extent[0] - 2 * self.look.margin
        return int(width * _POINTS_A_CENTIMETRE / (self.look.size * _LETTER))

    def _part(self, part: Part) -> Iterator[str]:
        yield self._line("Heading1", (Run(part.heading),))
        yield from (
            self._line("Normal", each) for each in (*part.paragraphs, *_groups(part.groups))
        )
        for item in part.items:
            yield from self._item(item)
        yield from self._statements(part.statements)

    def _item(self, item: Item) -> Iterator[str]:
        lines = [line for line in self._details(item) if line]
        statements = list(self._statements(item.statements))
        head = self._ends((Run(item.title),), item.dates, "EntryDates")
        # What is followed by nothing of its own must not hold on to the next entry.
        alone = {} if lines or statements else {"keepNext": 'w:val="0"'}
        yield self._paragraph("Heading2", head, alone)
        for at, line in enumerate(lines, 1):
            more = at < len(lines) or bool(statements)
            yield self._paragraph("EntryLine", line, {"keepNext": ""} if more else {})
        yield from statements

    def _details(self, item: Item) -> Iterator[str]:
        """The lines between the title and the statements; empty ones are empty."""
        owners = [(Run(item.organization),), (Run(item.venue, italic=True),)]
        more = [(Run(", ".join(item.keywords), italic=True),), *map(_shown, item.links)]
        yield self._runs(item.authors)
        if item.location:
            yield self._ends(_separated(owners), item.location, "")
            yield self._runs(_separated(more))
        else:
            yield self._runs(_separated([*owners, *more]))
        for text in (item.grade, ", ".join(item.courses), *item.notes, *item.description):
            yield self._runs((Run(text),))

    def _statements(self, lines: Sequence[Line]) -> Iterator[str]:
        return (self._line("ListBullet", each) for each in lines)

    def _ends(self, left: Line, right: str, style: str) -> str:
        """Two pieces at the ends of a line."""
        behind = self._run(Run(right), {"rStyle": f'w:val="{style}"'} if style else {})
        return self._runs(left) + (_TAB + behind if behind else "")

    def _line(self, style: str, line: Line) -> str:
        return self._paragraph(style, self._runs(line), {})

    def _paragraph(self, style: str, inside: str, more: dict[str, str]) -> str:
        """A paragraph, or nothing around nothing."""
        if not inside:
            return ""
        named = {} if style == "Normal" else {"pStyle": f'w:val="{style}"'}
        turned = {"bidi": ""} if self.sheet.direction == "rtl" else {}
        return f"<w:p>{paragraph(named | more | turned)}{inside}</w:p>"

    def _runs(self, line: Line) -> str:
        """Neighbours with one address are one link."""
        made: list[str] = []
        for url, runs in itertools.groupby(line, key=lambda run: run.url):
            where = safe(url)
            style = {"rStyle": 'w:val="Hyperlink"'} if where else {}
            inside = "".join(self._run(run, style) for run in runs)
            if where and inside:
                inside = f'<w:hyperlink r:id="{self._target(where)}">{inside}</w:hyperlink>'
            made.append(inside)
        return "".join(made)

    def _target(self, url: str) -> str:
        return self.targets.setdefault(url, f"rId{_FIRST_LINK + len(self.targets)}")

    def _run(self, run: Run, look: dict[str, str]) -> str:
        text = escaped(re.sub(r"[\t\n\v\f\r]", " ", run.text))
        if not text:
            return ""
        properties = {**look}
        if run.code:
            # A link keeps the look of links; code within it only its family.
            properties.setdefault("rStyle", 'w:val="HTMLCode"')
        if run.bold:
            properties |= {"b": "", "bCs": ""}
        if run.italic:
            properties |= {"i": "", "iCs": ""}
        if run.shift:
            properties["vertAlign"] = f'w:val="{run.shift}script"'
        if is_eastern(run.text):
            properties["rFonts"] = 'w:hint="eastAsia"'
        if runs_right_to_left(run.text, self.sheet.direction):
            properties["rtl"] = ""
        return f'<w:r>{characters(properties)}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _broken(contacts: Sequence[Contact], letters: int) -> list[list[Contact]]:
    """As many on each line as fit: else an address would be parted at its hyphen."""
    lines: list[list[Contact]] = []
    used = 0
    for each in contacts:
        wide = len(each.text) + len(_SEPARATOR.text)
        if lines and used + wide <= letters:
            lines[-1].append(each)
            used += wide
        else:
            lines.append([each])
            used = len(each.text)
    return lines


def _shown(contact: Contact) -> Line:
    return (Run(contact.text, url=contact.url),)


def _joined(contacts: Sequence[Contact]) -> Line:
    return _separated([_shown(each) for each in contacts])


def _separated(lines: Sequence[Line]) -> Line:
    """Lines on one, each only where something is written."""
    made: list[Run] = []
    for line in lines:
        if any(run.text for run in line):
            made += [_SEPARATOR, *line] if made else line
    return tuple(made)


def _groups(groups: Sequence[Group]) -> Iterator[Line]:
    """Named groups have a line each; those without a name, such as languages, share one."""
    for group in groups:
        if group.name:
            yield Run(f"{group.name}{_level(group)}: ", bold=True), Run(", ".join(group.items))
    unnamed = (", ".join(each.items) + _level(each) for each in groups if not each.name)
    yield (Run(", ".join(unnamed)),)


def _level(group: Group) -> str:
    return f" ({group.level})" if group.level else ""
