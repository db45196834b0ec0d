"""A resume as a native profile: the commented YAML file that the applicant keeps."""

from __future__ import annotations

from standout.model import Resume
from standout.vocabulary.profile_keys import SHAPES
from standout.writers import profile_tree, yaml_text

SCHEMA_FILE = "profile.schema.json"
"""The schema's name beside the profile; editors complete keys with it."""

_HEAD = f"""\
# yaml-language-server: $schema={SCHEMA_FILE}
# Everything that is true about you. Order, comments and layout are yours; programs keep them.
# In sentences, **bold**, *italic*, `code` and [words](address) are read.

"""


def write(resume: Resume) -> str:
    """The text of a `profile.yaml`. Reading it gives the same resume.

    Left out is what only the paper has: bullet glyphs, colours, underlines, running headers.
    """
    comments = {key.name: key.says for key in SHAPES["profile"] if key.name != "standout"}
    return _HEAD + yaml_text.dump(profile_tree.profile(resume), comments)
