"""Files of keys and values, YAML or JSON: the keys at the top say which format it is."""

from __future__ import annotations

from standout.diagnostic import Diagnostic
from standout.model import Document, Reading, Resume
from standout.readers.nodes import ListNode, MapNode, Tree
from standout.readers.problems import problem
from standout.source import Source
from standout.vocabulary import profile_keys

_NATIVE_ONLY = frozenset({"standout", *profile_keys.SECTION_KEYS, "sections"}) - {
    "skills", "projects", "publications", "education", "awards", "certificates", "languages",
    "interests", "volunteer", "references",
}  # fmt: skip
_JSON_RESUME_ONLY = frozenset({
    "profiles", "label", "image", "startDate", "endDate", "studyType", "area", "releaseDate",
    "highlights", "awarder", "issuer", "website", "company", "reference",
})  # fmt: skip


def read(source: Source) -> Reading:
    """Read a native profile, a RenderCV file or a JSON Resume, in YAML or JSON."""
    tree = parse(source)
    form = source.format
    resume = Resume()
    said: tuple[Diagnostic, ...] = ()
    if isinstance(tree.root, MapNode):
        form = form_of(tree.root, source.format)
        resume, said = _resume(form, tree.root, source)
    elif tree.root is not None:
        said = (problem("DOC007", "expected `basics:` and sections", tree.root.span),)
    document = Document(form, size=len(source.text.encode("utf-8", "replace")))
    found = sorted((*tree.problems, *said), key=lambda each: each.span)
    return Reading(source, document, resume, diagnostics=tuple(found))


def form_of(root: MapNode, format: str = "yaml") -> str:  # noqa: A002 - the field's word
    """'yaml' for a native profile, 'rendercv' or 'json-resume'."""
    keys = set(root.keys())
    if isinstance(root.get("cv"), MapNode):
        return "rendercv"
    if "work" in keys or "$schema" in keys:
        return "json-resume"
    if keys & _NATIVE_ONLY:
        return "yaml"
    return "json-resume" if format == "json" or _inner_keys(root) & _JSON_RESUME_ONLY else "yaml"


def _inner_keys(root: MapNode) -> set[str]:
    """The keys of `basics` and of the entries of each section."""
    inner: set[str] = set()
    for _, value in root.pairs:
        for each in value.items if isinstance(value, ListNode) else (value,):
            if isinstance(each, MapNode):
                inner.update(each.keys())
    return inner


def parse(source: Source) -> Tree:
    """The keys and values of a file, as YAML or JSON."""
    if source.format == "json":
        from standout.readers import json_nodes

        return json_nodes.parse(source)
    from standout.readers import yaml_nodes

    return yaml_nodes.parse(source)


def _resume(form: str, root: MapNode, source: Source) -> tuple[Resume, tuple[Diagnostic, ...]]:
    if form == "rendercv":
        from standout.readers import rendercv

        return rendercv.resume_of(root, source)
    if form == "json-resume":
        from standout.readers import json_resume

        return json_resume.resume_of(root)
    from standout.readers import native

    return native.resume_of(root)
