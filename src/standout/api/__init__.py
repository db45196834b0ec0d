"""The verbs. Every face calls these and nothing below them."""

from standout.api.building import build, builder, check_built
from standout.api.checking import Case, check, failed, looked_at
from standout.api.fixing import Fixed, apply, editable, fix, preview, to_confirm
from standout.api.glancing import answered, exposed_to, glance, pictures, side
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
from standout.api.reproducing import (
    authors_numbers,
    evidence_of_reproduction,
    fix_claims,
    judge_claims,
    numbers_meant,
    plan_claims,
    report_files,
    reproduction_keys,
    reproduction_schema,
    reproduction_template,
    verify_reproduction,
)
from standout.api.tailoring import selection, tailor, tailorer
from standout.model import Report
from standout.rules.notices import INTERNAL

__all__ = [
    "INTERNAL", "WRITERS", "Case", "Fixed", "Page", "Report", "answered", "apply", "as_json_resume",
    "as_outline", "as_posting_json", "as_profile", "as_rendercv", "authors_numbers", "build",
    "builder", "check", "check_built", "editable", "evidence_of_reproduction", "explain",
    "exposed_to", "failed", "fix", "fix_claims", "glance", "grow", "judge_claims", "looked_at",
    "match", "merged_profile", "not_understood", "numbers_meant", "pictures", "plan_claims",
    "preview", "profile_schema", "read", "read_postings", "report_files", "reproduction_keys",
    "reproduction_schema", "reproduction_template", "rules", "ruleset_version", "selection",
    "side", "tailor", "tailorer", "to_confirm", "verify_reproduction", "with_nearest",
]  # fmt: skip
