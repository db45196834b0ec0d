"""A PDF's structure tree, by a reader that is not the one who wrote it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, PSLiteral


@dataclass
class Tagged:
    """What a tagged PDF says about itself."""

    catalog: dict[str, Any]
    metadata: str
    tags: list[str] = field(default_factory=list)
    """Structure types in reading order."""
    marked: set[tuple[int, int]] = field(default_factory=set)
    """The pieces of content that the tree holds, by page and number."""
    shown: set[tuple[int, int]] = field(default_factory=set)
    """The pieces of content that text is shown in."""
    untagged: int = 0
    """Text shown outside of every piece and artifact."""
    links: list[dict[str, Any]] = field(default_factory=list)


def tagged(content: bytes) -> Tagged:
    """Reads the tree, the pages' content and the links."""
    document = PDFDocument(PDFParser(io.BytesIO(content)))
    catalog = {key: resolve1(value) for key, value in document.catalog.items()}
    found = Tagged(catalog, resolve1(catalog["Metadata"]).get_data().decode())
    pages = list(PDFPage.create_pages(document))
    numbers: dict[Any, int] = {page.pageid: number for number, page in enumerate(pages)}
    _walk(resolve1(catalog["StructTreeRoot"]["K"]), None, numbers, found)
    for number, page in enumerate(pages):
        _content(page.contents, number, found)
        found.links += [resolve1(each) for each in resolve1(page.annots) or ()]
    return found


def _walk(node: Any, page: int | None, numbers: dict[Any, int], found: Tagged) -> None:
    node = resolve1(node)
    if isinstance(node, list):
        for each in node:
            _walk(each, page, numbers, found)
    elif isinstance(node, int):
        assert page is not None
        found.marked.add((page, node))
    elif isinstance(node, dict):
        reference = node.get("Pg")
        page = numbers[reference.objid] if isinstance(reference, PDFObjRef) else page
        if "S" in node:
            found.tags.append(node["S"].name)
            _walk(node.get("K", []), page, numbers, found)
        elif "MCID" in node:
            assert page is not None
            found.marked.add((page, node["MCID"]))


def _content(streams: list[Any], page: int, found: Tagged) -> None:
    """Follows begin and end of marked content, and looks where text is shown."""
    inside: list[int | None] = []
    for name, operands in _operators([resolve1(each) for each in streams]):
        if name in ("BDC", "BMC"):
            properties = operands[-1] if name == "BDC" else None
            inside.append(properties.get("MCID") if isinstance(properties, dict) else None)
        elif name == "EMC":
            inside.pop()
        elif name in ("Tj", "TJ"):
            if not inside:
                found.untagged += 1
            found.shown |= {(page, each) for each in inside[-1:] if each is not None}
    assert not inside


def _operators(streams: list[PDFStream]) -> Iterator[tuple[str, list[Any]]]:
    parser = PDFContentParser(streams)
    operands: list[Any] = []
    while True:
        try:
            _, token = parser.nextobject()
        except StopIteration:
            return
        except PSEOF:
            return
        if isinstance(token, PSKeyword):
            yield token.name.decode() if isinstance(token.name, bytes) else token.name, operands
            operands = []
        else:
            operands.append(token)


def headings(found: Tagged) -> list[int]:
    """The levels of the headings, in reading order."""
    return [int(each[1]) for each in found.tags if len(each) == 2 and each[0] == "H"]


def name_of(value: Any) -> str:
    """A PDF name or string as text."""
    if isinstance(value, PSLiteral):
        return str(value.name)
    return str(value, "utf-16" if value.startswith(b"\xfe\xff") else "latin-1")
