"""A page as a list of blocks, written as Markdown or as one HTML file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from standout.evidence.pages.numbers import Number, clean, replaced, unmarked
from standout.patterns import regex
from standout.values import frozen


@frozen
class Heading:
    """A heading of a level, from 1."""

    level: int
    words: str


@frozen
class Paragraph:
    """Words; `look` is 'quiet', 'strong' or ''."""

    words: str
    look: str = ""


@frozen
class Bullets:
    """A list."""

    items: tuple[str, ...]


@frozen
class Table:
    """Rows below a head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Picture:
    """A plot: its file below the page's folder, its SVG, its caption."""

    file: str
    svg: str
    caption: str


@frozen
class Code:
    """A command."""

    words: str


Block = Heading | Paragraph | Bullets | Table | Picture | Code
_BOLD = regex(r"\*\*([^*\n]{1,400})\*\*")
_CODE = regex(r"`([^`\n]{1,400})`")
_LINK = regex(r"&lt;(https?://[^\s&<>\"]{1,500})&gt;")
_LABELS = {
    "reproduced": "good", "reproduced-point": "good", "exceeded": "other",
    "not reproduced": "bad", "inconclusive": "open", "not comparable": "open",
}  # fmt: skip


def markdown(blocks: Sequence[Block]) -> str:
    """The page as Markdown; pictures are linked."""
    return "\n\n".join(_markdown(each) for each in blocks) + "\n"


def _markdown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {unmarked(block.words)}"
    if isinstance(block, Paragraph):
        return unmarked(block.words)
    if isinstance(block, Bullets):
        return "\n".join(f"- {unmarked(each)}" for each in block.items)
    if isinstance(block, Picture):
        return f"![{_alt(block.caption)}]({block.file})\n\n*{unmarked(block.caption)}*"
    if isinstance(block, Code):
        return f"```sh\n{block.words}\n```"
    rows = [block.head, tuple("---" for _ in block.head), *block.rows]
    return "\n".join(f"| {' | '.join(_cell(each) for each in row)} |" for row in rows)


def _alt(caption: str) -> str:
    return unmarked(caption).replace("[", "(").replace("]", ")").rstrip(".")


def _cell(words: str) -> str:
    return unmarked(words).replace("|", "\\|").replace("\n", " ")


def html(title: str, blocks: Sequence[Block], numbers: Mapping[str, Number], style: str) -> str:
    """The page as one file: no script, nothing from elsewhere, readable in print and dark."""
    shown = {name: _number(each) for name, each in numbers.items()}
    body = "\n".join(_html(each, shown) for each in blocks)
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(clean(title))}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _number(number: Number) -> str:
    told = escape(f"{number.how} [{number.id}]", quote=True)
    kind = ' class="author"' if number.authored else ""
    return f'<data{kind} value="{number.value!r}" title="{told}">{escape(number.text)}</data>'


def _html(block: Block, shown: Mapping[str, str]) -> str:
    def inline(words: str) -> str:
        return _inline(words, shown)

    if isinstance(block, Heading):
        label = block.words.rpartition(": ")[2]
        kind = f' class="{_LABELS[label]}"' if label in _LABELS else ""
        return f"<h{block.level}{kind}>{inline(block.words)}</h{block.level}>"
    if isinstance(block, Paragraph):
        kind = f' class="{block.look}"' if block.look else ""
        return f"<p{kind}>{inline(block.words)}</p>"
    if isinstance(block, Bullets):
        return f"<ul>{''.join(f'<li>{inline(each)}</li>' for each in block.items)}</ul>"
    if isinstance(block, Picture):
        return f"<figure>{block.svg}<figcaption>{inline(block.caption)}</figcaption></figure>"
    if isinstance(block, Code):
        return f"<pre><code>{escape(block.words)}</code></pre>"
    return _table(block, inline)


def _table(block: Table, inline: Callable[[str], str]) -> str:
    head = "".join(f'<th scope="col">{inline(each)}</th>' for each in block.head)
    rows = "".join(
        f"<tr>{''.join(f'<td>{inline(each)}</td>' for each in row)}</tr>" for row in block.rows
    )
    return (
        f'<div class="wide"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _inline(words: str, shown: Mapping[str, str]) -> str:
    told = _CODE.sub(r"<code>\1</code>", _BOLD.sub(r"<strong>\1</strong>", escape(words)))
    told = _LINK.sub(r'<a href="\1">\1</a>', told)
    return replaced(told, shown)
