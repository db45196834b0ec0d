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

Bad:
    basics:
      name: Jane Roe
      links:
        - https://www.linkedin.com/in/
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        - https://scholar.google.com/citations
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

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

from standout.diagnostic import Applicability, Basis, Edit, Fix, Label, Severity
from standout.model import Link
from standout.patterns import regex
from standout.rules import paper
from standout.rules.addresses import all_links, is_web
from standout.rules.base import Context, Finding, rule
from standout.source import Source, Span, Text

_SCHEME = regex(r"[a-z][a-z0-9+.-]{1,15}://", re.IGNORECASE)
_MISSPELT = regex(r"(?!https?:)h+t*p+s*:", re.IGNORECASE)
_BROKEN_SCHEME = regex(
    r"(?:https?[:;]?/{0,2}(?=[^/:;\s])|h?ttps?:/(?=[^/])|https?:///|htt?ps?//|ht+ps?:/+|https?;)"
    r"|https?://https?:?/",
    re.IGNORECASE,
)
_HOST = regex(
    r"(?:[\w-]{1,63}\.)+(?:[^\W\d_]{2,24}|xn--[a-z0-9-]{1,59})(?::\d{1,5})?|\d{1,3}(?:\.\d{1,3}){3}"
)
_PLACEHOLDER = regex(
    r"(?:^|[/.@=])(?:your|my)[-_]?(?:user)?[-_]?"
    r"(?:name|handle|id|profile|site|website|domain|link|url)\b"
    r"|/(?:user[-_]?name|your[-_]?\w*|xxx+|todo|placeholder|handle)/?$|[<>{}\[\]]"
    r"|^(?:https?://)?(?:www\.)?example\.(?:com|org|net)\b",
    re.IGNORECASE,
    needs="your my user xxx todo placeholder handle < > { } [ ] example.",
)
_NOBODY = regex(
    r"(?:https?://)?(?:www\.)?(?:(?:github|linkedin|gitlab|kaggle|twitter|x|medium|researchgate)\.com"
    r"|linkedin\.com/(?:in|pub|profile)|scholar\.google\.[a-z.]{2,6}(?:/citations)?|orcid\.org"
    r"|huggingface\.co|stackoverflow\.com(?:/users)?|bitbucket\.org|researchgate\.net(?:/profile)?)"
    r"/?(?:in/?)?",
    re.IGNORECASE,
)
_FEW = 3
"""Placeholders that are named one by one; more come from one template."""
_LOCAL = regex(r"file:|(?:https?://)?(?:localhost|127\.0\.0\.1)\b", re.IGNORECASE)
_TRACKING = regex(
    r"[?&](?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|originalSubdomain|trk"
    r"|trackingId)=[^&#\s]*",
    re.IGNORECASE,
    needs="? &",
)


@rule(
    "LNK005",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice; RFC 3986",
    why="the reader wanted the proof and meets an error",
    advice="open each address once, and mend or delete what fails",
)
def dead_or_odd_link(context: Context) -> Iterator[Finding]:
    """Judge every web address by its grammar; plain `http:` is said once for all of them."""
    links = {_same(link.url): link for link in all_links(context.resume) if is_web(link)}
    plain: list[Span] = []
    left: list[tuple[str, Span]] = []
    for link in links.values():
        url = link.url.strip()
        span = _span(context, link, url)
        if _LOCAL.match(url):
            yield Finding(span, f"{paper.quoted([url])} leads to a file on one computer")
        elif _is_malformed(url):
            yield Finding(span, f"{paper.quoted([url])} is not an address")
        elif _NOBODY.fullmatch(url):
            yield Finding(span, f"{paper.quoted([url])} leads to no profile: the name is missing")
        elif _PLACEHOLDER.search(url):
            left.append((url, span))
        elif tracked := _TRACKING.search(url):
            yield _tracked(context.source, link, tracked, span)
        elif url.lower().startswith("http://"):
            plain.append(span)
    yield from _left(left)
    if plain:
        count = "an address is" if len(plain) == 1 else f"{len(plain)} addresses are"
        labels = tuple(Label(span, "this one too") for span in plain[1:])
        said = f"{count} not encrypted: most sites have https"
        yield Finding(plain[0], said, labels=labels, severity=Severity.INFO)


def _same(url: str) -> str:
    """The address without what makes no difference: capitals of the host, the last slash."""
    scheme, mark, rest = url.strip().partition("://")
    host, slash, path = (rest if mark else scheme).partition("/")
    return f"{scheme if mark else ''}{mark}{host.lower()}{slash}{path}".rstrip("/")


def _left(found: list[tuple[str, Span]]) -> Iterator[Finding]:
    if len(found) <= _FEW:
        yield from (Finding(span, f"{paper.quoted([url])} is a placeholder") for url, span in found)
        return
    said = f"{len(found)} addresses are placeholders: {paper.quoted(url for url, _ in found)}"
    labels = tuple(Label(span, "this one too") for _, span in found[1:])
    yield Finding(found[0][1], said, labels=labels)


def _tracked(source: Source, link: Link, mark: re.Match[str], span: Span) -> Finding:
    shown = link.text if link.text and mark.string in link.text.value else None
    place = _part(shown, mark) or span
    fix = _deletion(source, shown, mark)
    return Finding(place, "the address carries a tracking mark", fix, severity=Severity.INFO)


def _is_malformed(url: str) -> bool:
    if _MISSPELT.match(url):
        return True
    scheme = _SCHEME.match(url)
    if scheme is None and _BROKEN_SCHEME.match(url):
        return not _HOST.match(url)  # 'https.dev/x' is a host, 'https//x' is not
    rest = url[scheme.end() :] if scheme else url
    authority = re.split(r"[/?#]", rest)[0].split("@")[-1]
    return not url or " " in url or _HOST.fullmatch(authority) is None


def _span(context: Context, link: Link, url: str) -> Span:
    """Where the address is printed, else the words that lead to it, else the link's text."""
    at = link.text.value.find(url) if link.text else -1
    if link.text and at >= 0:
        return link.text.span(at, at + len(url))
    for page in context.pages:
        words = [word for word in page.words if word.link == link.url]
        if words:
            return paper.span_of(next(paper.lines(words)))
    return link.text.span() if link.text else Span(0, 0)


def _part(shown: Text | None, part: re.Match[str]) -> Span | None:
    if shown is None:
        return None
    at = shown.value.index(part.string)
    return shown.span(at + part.start(), at + part.end())


def _deletion(source: Source, shown: Text | None, part: re.Match[str]) -> Fix | None:
    """Delete one mark at the end of an address; several, or one before others, need a person."""
    span = _part(shown, part)
    if span is None or not source.editable or part.end() != len(part.string):
        return None
    return Fix(Applicability.SAFE, "drop the tracking mark", (Edit(span, ""),))
