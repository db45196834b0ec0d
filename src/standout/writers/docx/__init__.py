"""A Word document of real styles, headings, lists and links: no tables, no text boxes.

The parts are written as text: a library for documents of any kind costs a tenth of a second to
import, brings a template with its own metadata, and has no links, lists, languages or right-to-left
paragraphs of its own.
"""

from __future__ import annotations

from standout.writers.design import Design
from standout.writers.docx import package
from standout.writers.docx.body import Body
from standout.writers.docx.numbering import numbering
from standout.writers.docx.styles import styles
from standout.writers.look import look
from standout.writers.sheet import Sheet
from standout.writers.typesetting.themes import Theme


def write(sheet: Sheet, theme: Theme, design: Design) -> bytes:
    """The document. Raises `BuildError` where the design names a colour that is none."""
    chosen = look(theme, design)
    body = Body(sheet, chosen)
    return package.packed(
        {
            "[Content_Types].xml": package.CONTENT_TYPES,
            "_rels/.rels": package.RELATIONS,
            "docProps/core.xml": package.core(sheet),
            "word/document.xml": body.document(),
            "word/_rels/document.xml.rels": package.document_relations(body.targets),
            "word/numbering.xml": numbering(chosen),
            "word/settings.xml": package.settings(sheet, chosen),
            "word/styles.xml": styles(sheet, chosen),
        }
    )
