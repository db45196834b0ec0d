"""A resume made ready for the model: where its words stand and what they say together."""

from __future__ import annotations

from collections.abc import Sequence

from standout.glance.labels import Label, labels
from standout.glance.layout import Laid, laid
from standout.glance.parts import Part, parts_of
from standout.glance.wanted import Wanted, mentions
from standout.model import Page, Resume
from standout.values import frozen


@frozen
class Scene:
    """Labels of texts, words with their cues, and parts. `required`: skills are a posting's."""

    labels: tuple[Label, ...]
    laid: Laid
    parts: tuple[Part, ...]
    required: bool = False


def scene(pages: Sequence[Page], resume: Resume, wanted: Sequence[Wanted] = ()) -> Scene:
    """Make a resume ready for the model."""
    texts = labels(resume)
    mentioned = tuple(mentions(texts, wanted))
    placed = laid(pages, texts, [text.span() for _, text in mentioned])
    return Scene(texts, placed, parts_of(placed, texts, mentioned), bool(mentioned))
