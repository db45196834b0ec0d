"""Addresses: what is an e-mail, a phone number, a link, and whose network a link leads to."""

from __future__ import annotations

import re

from standout.model import Link
from standout.patterns import regex
from standout.source import Text
from standout.vocabulary.networks import recognise

EMAIL = regex(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}")
PHONE = regex(
    r"(?<![\w@/.])(?:\(\+?\d{1,3}\)|\+?\d|\(\d)[\d\s().\-–‑/]{5,22}\d"
    r"(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?![\w@])"
)
_DAY = (
    r"(?:(?:\d{1,2}[./-]){0,2}(?:19|20)\d\d|(?:19|20)\d\d(?:[./-]\d{1,2}){1,2}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})"
)
_NOT_PHONE = regex(
    rf"{_DAY}(?:\D{{1,5}}{_DAY})?"
    r"|(?:\d{4}-){3}\d{3}[\dX]?|\d{5}-\d{4}"
)
_ENDINGS = (
    r"(?:com|org|net|io|dev|ai|me|edu|gov|app|co|tech|info|xyz|page|site|blog|cloud|eu|de|fr|es|it|"
    r"nl|ch|at|uk|us|ca|in|cn|jp|kr|br|au|se|no|fi|dk|be|pl|pt|cz|social|ml|science|is|in|gg|sh|so|ru|ua|ie|nz|za|sg|hk|tw|il|tr|mx|gr|hu|ro|ae|lu|lt|lv|"
    r"ee|si|sk|hr|bg|name|online|software|engineer|works|studio|digital|example)"
)
URL = regex(
    r"(?:https?://|www\.)(?:[^\s|•·,;<>\"'()\[\]{}]|\([\w-]{1,40}\))+(?<![.:])"
    r"|(?<![\w@.])(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,4}"
    rf"{_ENDINGS}"
    r"(?![\w@-])(?:/[^\s|•·,;<>\"'()\[\]{}]*[^\s|•·,;<>\"'()\[\]{}.:])?/?",
    re.IGNORECASE,
)

LABELS = {
    "linkedin": "LinkedIn", "github": "GitHub", "gitlab": "GitLab", "bitbucket": "Bitbucket",
    "google scholar": "Google Scholar", "scholar": "Google Scholar", "orcid": "ORCID",
    "kaggle": "Kaggle", "hugging face": "Hugging Face", "huggingface": "Hugging Face", "x": "X",
    "twitter": "X", "stack overflow": "Stack Overflow", "stackoverflow": "Stack Overflow",
    "medium": "Medium", "youtube": "YouTube", "researchgate": "ResearchGate",
    "semantic scholar": "Semantic Scholar", "openreview": "OpenReview", "leetcode": "LeetCode",
    "bluesky": "Bluesky", "mastodon": "Mastodon", "instagram": "Instagram", "xing": "XING",
    "facebook": "Facebook", "telegram": "Telegram", "dribbble": "Dribbble", "behance": "Behance",
    "website": None, "homepage": None, "portfolio": None, "blog": None, "web": None, "site": None,
    "webseite": None, "personal website": None, "site web": None, "url": None, "www": None,
}  # fmt: skip
"""What a link's label says: the network, or None for a site of one's own."""


def has_usual_ending(address: str) -> bool:
    """Say whether an address ends in one of the usual domains ('.com', '.de')."""
    return re.search(rf"\.{_ENDINGS}$", address, re.IGNORECASE) is not None


def link(url: str, text: Text | None, *, clickable: bool) -> Link:
    """A link with its network and user name, where the address names them."""
    network, username = recognise(url)
    return Link(url, text, network, username, clickable)


def phone_in(text: str) -> re.Match[str] | None:
    """A phone number: 7 to 15 digits, not a date, a year range or a postal code."""
    for match in PHONE.finditer(text[:500]):
        digits = re.sub(r"\D", "", match.group())
        if not 7 <= len(digits) <= 15:
            continue
        if not _NOT_PHONE.fullmatch(match.group().strip()):
            return match
    return None
