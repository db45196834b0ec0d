r"""An address is malformed, a placeholder, unencrypted or tracked.

A link that leads nowhere is worse than none: the reader wanted the proof and met an error.
Nothing is fetched; only what the address itself shows is judged.

What to do: click every link once in the finished file. Take a template's `yourusername` out,
write `https:` where the site has it (nearly all do), and drop what stands behind `?utm_`.

Malformed addresses and placeholders are warnings; `http:` and tracking are information.

Bad:
    basics:
      name: Jane Roe
      links:
        - https//github.com/janeroe
          ^^^^^^^^^^^^^^^^^^^^^^^^^
        - https://github.com/your-username
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        - http://janeroe.net
          ^^^^^^^^^^^^^^^^^^
        - https://janeroe.net/talks?utm_source=resume
                                   ^^^^^^^^^^^^^^^^^^

Good:
    basics:
      name: Jane Roe
      links:
        - github.com/janeroe
        - https://janeroe.net/talks?id=4&lang=en#top
        - https://例え.jp/道

Good:
    basics:
      name: Jane Roe
      links:
        - mailto:jane@roe.net
        - https://scholar.google.com/citations?user=abcdefgh&hl=en
        - https://user.github.io/username-generator

Good:
    projects:
      - title: Proxy
        url: https://github.com/janeroe/localhost-proxy
        statements:
          - Moved 40 services from http to https on localhost:8080
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Edit, Fix, Severity
from standout.model import Link
from standout.rules import paper
from standout.rules.addresses import all_links, is_web
from standout.rules.base import Context, Finding, rule
from standout.source import Source, Span, Text

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,15}://", re.IGNORECASE)
_BROKEN_SCHEME = re.compile(
    r"(?:https?[:;]?/{0,2}(?=[^/:;\s])|h?ttps?:/(?=[^/])|https?:///|htt?ps?//|ht+ps?:/+|https?;)"
    r"|https?://https?:?/",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"(?:[\w-]{1,63}\.)+[^\W\d_]{2,24}(?::\d{1,5})?(?=[/?#]|$)|\d{1,3}(?:\.\d{1,3}){3}"
)
_PLACEHOLDER = re.compile(
    r"(?:^|[/.@=])(?:your|my)[-_]?(?:user)?[-_]?"
    r"(?:name|handle|id|profile|site|website|domain|link|url)\b"
    r"|/(?:user[-_]?name|your[-_]?\w*|xxx+|todo|placeholder|handle)/?$|[<>{}\[\]]"
    r"|^(?:https?://)?(?:www\.)?example\.(?:com|org|net)\b"
    r"|^(?:https?://)?(?:localhost|127\.0\.0\.1)\b"
    r"|^file:|^(?:https?://)?(?:www\.)?(?:github|linkedin)\.com(?:/in)?/?$",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"[?&](?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|originalSubdomain|trk"
    r"|trackingId)=[^&#\s]*",
    re.IGNORECASE,
)


@rule(
    "LNK005",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice; RFC 3986",
    why="the reader wanted the proof and meets an error",
)
def dead_or_odd_link(context: Context) -> Iterator[Finding]:
    """Judge every web address by its grammar; the same address is named once."""
    seen: set[str] = set()
    for link in all_links(context.resume):
        url = link.url.strip()
        if url and url not in seen and is_web(link):
            seen.add(url)
            yield from _judge(context.source, link, url)


def _judge(source: Source, link: Link, url: str) -> Iterator[Finding]:
    shown = link.text if link.text and url in link.text.value else None
    span = _span(link, url)
    if _is_malformed(url):
        yield Finding(span, f"{paper.quoted([url])} is not an address")
    elif _PLACEHOLDER.search(url):
        yield Finding(span, f"{paper.quoted([url])} is a placeholder")
    elif tracked := _TRACKING.search(url):
        place = _part(shown, url, tracked) or span
        fix = _deletion(source, shown, url, tracked)
        yield Finding(place, "the address carries a tracking mark", fix, severity=Severity.INFO)
    elif url.lower().startswith("http://"):
        said = "the address is not encrypted: most sites have https"
        yield Finding(span, said, severity=Severity.INFO)


def _is_malformed(url: str) -> bool:
    scheme = _SCHEME.match(url)
    if scheme is None and _BROKEN_SCHEME.match(url):
        return not _HOST.match(url)  # 'https.dev/x' is a host, 'https//x' is not
    rest = url[scheme.end() :] if scheme else url
    return " " in url or _HOST.match(rest.split("@")[-1]) is None


def _span(link: Link, url: str) -> Span:
    if link.text is None:
        return Span(0, 0)
    at = link.text.value.find(url)
    return link.text.span(at, at + len(url)) if at >= 0 else link.text.span()


def _part(shown: Text | None, url: str, part: re.Match[str]) -> Span | None:
    if shown is None:
        return None
    at = shown.value.index(url)
    return shown.span(at + part.start(), at + part.end())


def _deletion(source: Source, shown: Text | None, url: str, part: re.Match[str]) -> Fix | None:
    """Delete one mark at the end of an address; several, or one before others, need a person."""
    span = _part(shown, url, part)
    if span is None or not source.editable or part.end() != len(url):
        return None
    return Fix(Applicability.SAFE, "drop the tracking mark", (Edit(span, ""),))
