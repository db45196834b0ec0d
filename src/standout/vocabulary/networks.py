"""Which network an address belongs to, and whose page it is."""

from __future__ import annotations

import re

from standout.patterns import regex

_ADDRESS = regex(
    r"(?:https?://)?(?:www\.|[a-z]{2}\.)?([a-z0-9.-]+)(/[^?#]*)?(\?[^#]*)?", re.IGNORECASE
)
_HOSTS = {
    "linkedin.com": ("LinkedIn", r"/(?:in|pub)/([^/]+)"),
    "github.com": ("GitHub", r"/([^/]+)/?$"),
    "gitlab.com": ("GitLab", r"/([^/]+)/?$"),
    "bitbucket.org": ("Bitbucket", r"/([^/]+)/?$"),
    "kaggle.com": ("Kaggle", r"/([^/]+)/?$"),
    "huggingface.co": ("Hugging Face", r"/([^/]+)/?$"),
    "twitter.com": ("X", r"/@?([^/]+)/?$"),
    "x.com": ("X", r"/@?([^/]+)/?$"),
    "bsky.app": ("Bluesky", r"/profile/([^/]+)"),
    "medium.com": ("Medium", r"/@([^/]+)"),
    "youtube.com": ("YouTube", r"/@([^/]+)"),
    "orcid.org": ("ORCID", r"/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])"),
    "scholar.google.com": ("Google Scholar", None),
    "researchgate.net": ("ResearchGate", r"/profile/([^/]+)"),
    "semanticscholar.org": ("Semantic Scholar", None),
    "openreview.net": ("OpenReview", None),
    "stackoverflow.com": ("Stack Overflow", r"/users/(\d+)"),
    "leetcode.com": ("LeetCode", r"/(?:u/)?([^/]+)/?$"),
    "dev.to": ("DEV", r"/([^/]+)/?$"),
}


def recognise(url: str) -> tuple[str | None, str | None]:
    """Network and user name of an address; None where it names none."""
    match = _ADDRESS.match(url.strip())
    if match is None:
        return None, None
    host, path, query = match[1].lower(), match[2] or "", match[3] or ""
    network, pattern = _HOSTS.get(host, (None, None))
    if network == "Google Scholar":
        user = re.search(r"[?&]user=([\w-]+)", query)
        return network, user[1] if user else None
    user = re.match(pattern, path) if pattern else None
    if user:
        return network, user[1]
    # A page below a person's own is a project, not a profile.
    return (None, None) if path.strip("/") else (network, None)
