"""The verbs. Every face calls these and nothing below them."""

from standout.api.building import build, builder, check_built
from standout.api.checking import check, failed
from standout.api.fixing import Fixed, apply, editable, fix, preview, to_confirm
from standout.api.glancing import answered, exposed_to, glance, looked_at, pictures, side
from standout.api.manual import Page, explain, rules, ruleset_version
from standout.api.matching import match, with_nearest
from standout.api.reading import (
    WRITERS,
    as_json_resume,
    as_outline,
    as_posting_json,
    as_profile,
    as_rendercv,
    grow,
    merged_profile,
    not_understood,
    profile_schema,
    read,
    read_postings,
)
from standout.model import Report
from standout.rules.notices import INTERNAL

__all__ = [
    "INTERNAL", "WRITERS", "Fixed", "Page", "Report", "answered", "apply", "as_json_resume",
    "as_outline", "as_posting_json", "as_profile", "as_rendercv", "build", "builder", "check",
    "check_built", "editable", "explain", "exposed_to", "failed", "fix", "glance", "grow",
    "looked_at", "match", "merged_profile", "not_understood", "pictures", "preview",
    "profile_schema", "read", "read_postings", "rules", "ruleset_version", "side", "to_confirm",
    "with_nearest",
]  # fmt: skip
