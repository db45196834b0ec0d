"""The one list of the document: its bullet and how far the text hangs behind it."""

from __future__ import annotations

from standout.writers.docx.package import HEAD, WORDS
from standout.writers.look import Look

BULLETS = 1
"""The number of the list."""
_HANG = 1.1
"""From the bullet to its text, in em."""


def numbering(look: Look) -> str:
    """The part that defines the list. The bullet is a character that every font has."""
    hang = round(_HANG * look.size * 20)
    return (
        f'{HEAD}<w:numbering xmlns:w="{WORDS}"><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:suff w:val="tab"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{hang}"/></w:tabs>'
        f'<w:ind w:left="{hang}" w:hanging="{hang}"/></w:pPr></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
