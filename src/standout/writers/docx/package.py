"""The archive around a Word document, and its parts that hold no text of the resume."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from standout.writers.docx.languages import tag
from standout.writers.look import Look
from standout.writers.markup import escaped
from standout.writers.sheet import Sheet

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time an archive can say: the same input gives the same bytes."""

CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)


def packed(parts: Mapping[str, str]) -> bytes:
    """The parts as one archive, without the time and the machine it was made on."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content.encode("utf-8"))
    return made.getvalue()


def _relations(links: Iterable[tuple[str, str, str]]) -> str:
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{name}" Type="{kind}" {target}/>' for name, kind, target in links
        )
        + "</Relationships>"
    )


RELATIONS = _relations(
    [
        ("rId1", f"{RELATED}/officeDocument", 'Target="word/document.xml"'),
        (
            "rId2",
            f"{_PACKAGE}/relationships/metadata/core-properties",
            'Target="docProps/core.xml"',
        ),
    ]
)


def document_relations(targets: Mapping[str, str]) -> str:
    """The parts beside the document, and where its links lead: address to id."""
    own = [
        (f"rId{at}", f"{RELATED}/{kind}", f'Target="{kind}.xml"')
        for at, kind in enumerate(("styles", "numbering", "settings"), 1)
    ]
    links = [
        (name, f"{RELATED}/hyperlink", f'Target="{escaped(url)}" TargetMode="External"')
        for url, name in targets.items()
    ]
    return _relations([*own, *links])


def core(sheet: Sheet) -> str:
    """Title, author and language; the time is the archive's."""
    creator = f"<dc:creator>{escaped(sheet.name)}</dc:creator>" if sheet.name else ""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(sheet.title)}</dc:title>{creator}"
        '<dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created>'
        f"<dc:language>{escaped(sheet.language)}</dc:language></cp:coreProperties>"
    )


def settings(sheet: Sheet, look: Look) -> str:
    """What Word needs to know to lay a document out as of its 2013 edition and later."""
    return (
        f'{HEAD}<w:settings xmlns:w="{WORDS}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{tag(sheet.language, look.paper)}"/></w:settings>'
    )
