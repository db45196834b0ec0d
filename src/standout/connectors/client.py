"""A polite reader of addresses: slow on purpose, patient with trouble, never fooled by size.

It sends an address and who it is, nothing else. One request a second to a host; answers are kept
by the cache that it is given, asked again only when they are old, and then only for what changed.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.util import Retry

from standout import __version__
from standout.errors import OpenError
from standout.values import frozen

MOST = 64_000_000
"""Bytes of an answer, unpacked: more is no list of postings."""
PACE = 1.0
"""Seconds between two requests to one host."""
TRIES = 4
LONGEST_WAIT = 60.0
"""Seconds that a host may ask to wait before another try."""
SLOWEST = 120.0
"""Seconds for one answer, however it trickles in."""
HOPS = 5
"""Redirections that are followed."""
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})
_BLOCK = 65_536


@frozen
class Kept:
    """An answer with what a host needs to say whether it is still the same.

    `age` is in seconds since it was fetched.
    """

    body: bytes
    etag: str = ""
    modified: str = ""
    age: float = 0.0


class Cache(Protocol):
    """Where answers are kept between runs."""

    def get(self, url: str) -> Kept | None:
        """The kept answer of an address."""

    def put(self, url: str, kept: Kept) -> None:
        """Keep an answer."""


class MissingError(OpenError):
    """There is nothing at an address."""


class _TroubleError(Exception):
    """An answer that may be better next time; `wait` is what the host asks for, in seconds."""

    def __init__(self, message: str, wait: float = 0.0) -> None:
        super().__init__(message)
        self.wait = wait


@dataclass
class Client:
    """Gets addresses. `fresh` is for how many seconds a kept answer is good without asking."""

    cache: Cache
    fresh: float = 0.0
    pace: float = PACE
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    requests: int = 0
    _last: dict[str, float] = field(default_factory=dict)
    _pool: urllib3.PoolManager = field(
        default_factory=lambda: urllib3.PoolManager(
            headers={
                "User-Agent": f"standout/{__version__} (reads job boards)",
                "Accept": "application/json",
                "Accept-Encoding": "gzip",
            },
            timeout=urllib3.Timeout(connect=10, read=30),
            retries=False,
        )
    )

    def get(self, url: str) -> bytes:
        """The body at an address. Raises `MissingError`, or `OpenError` with what went wrong."""
        kept = self.cache.get(url)
        if kept is not None and kept.age < self.fresh:
            return kept.body
        answer = self._patiently(url, kept)
        self.cache.put(url, answer)
        return answer.body

    def _patiently(self, url: str, kept: Kept | None) -> Kept:
        wait = 1.0
        for left in reversed(range(TRIES)):
            try:
                return self._followed(url, kept)
            except _TroubleError as trouble:
                if not left or trouble.wait > LONGEST_WAIT:
                    raise _gave_up(url, trouble) from trouble
                self.sleep(max(wait, trouble.wait))
                wait *= 2
        raise AssertionError  # the last try returns or raises

    def _followed(self, url: str, kept: Kept | None) -> Kept:
        here = url
        for _ in range(HOPS + 1):
            answer = self._asked(here, kept)
            if isinstance(answer, Kept):
                return answer
            if urlsplit(here).scheme == "https" and urlsplit(answer).scheme != "https":
                raise OpenError(f"{url}: leads away from https to {answer}")
            here = answer
        raise OpenError(f"{url}: leads from address to address without an end")

    def _asked(self, url: str, kept: Kept | None) -> Kept | str:
        """The answer of an address, or the address that it leads to."""
        self._wait_for_turn(url)
        headers = {**self._pool.headers, **_conditions(kept)}
        self.requests += 1
        try:
            response = self._pool.request(
                "GET", url, headers=headers, preload_content=False, decode_content=False,
                redirect=False,
            )  # fmt: skip
        except (urllib3.exceptions.LocationParseError, urllib3.exceptions.URLSchemeUnknown) as bad:
            raise OpenError(f"{url}: is no address of the web") from bad
        except urllib3.exceptions.HTTPError as error:
            raise _TroubleError(_reason(error)) from error
        try:
            return self._read(url, response, kept)
        finally:
            response.release_conn()

    def _read(self, url: str, response: urllib3.BaseHTTPResponse, kept: Kept | None) -> Kept | str:
        status, headers = response.status, response.headers
        if status == 304 and kept is not None:
            return replace(kept, age=0.0)
        if status in _MOVED:
            return urljoin(url, headers.get("Location", ""))
        if status in (404, 410):
            raise MissingError(f"{url}: there is nothing")
        if status in _AGAIN:
            raise _TroubleError(f"the host answers {status}", _asked_to_wait(headers))
        if status != 200:
            raise OpenError(f"{url}: the host answers {status}")
        return Kept(self._body(url, response), headers.get("ETag", ""),
                    headers.get("Last-Modified", ""))  # fmt: skip

    def _body(self, url: str, response: urllib3.BaseHTTPResponse) -> bytes:
        packed = response.headers.get("Content-Encoding", "").lower() == "gzip"
        parts, size = [], 0
        try:
            for part in _unpacked(self._blocks(response), packed=packed):
                size += len(part)
                if size > MOST:
                    raise OpenError(f"{url}: sends more than {MOST // 1_000_000} MB")
                parts.append(part)
        except (urllib3.exceptions.HTTPError, zlib.error) as error:
            raise _TroubleError(_reason(error)) from error
        return b"".join(parts)

    def _blocks(self, response: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
        begun = self.clock()
        for block in response.stream(_BLOCK, decode_content=False):
            if self.clock() - begun > SLOWEST:
                raise _TroubleError(f"no whole answer within {SLOWEST:.0f} s")
            yield block

    def _wait_for_turn(self, url: str) -> None:
        host = urlsplit(url).netloc
        last = self._last.get(host)
        if last is not None:
            self.sleep(max(0.0, last + self.pace - self.clock()))
        self._last[host] = self.clock()


def _conditions(kept: Kept | None) -> dict[str, str]:
    told = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified} if kept else {}
    return {name: value for name, value in told.items() if value}


def _unpacked(blocks: Iterator[bytes], *, packed: bool) -> Iterator[bytes]:
    """The bytes of an answer in pieces of bounded size, whatever is packed into a block."""
    if not packed:
        yield from blocks
        return
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    for block in blocks:
        rest = block
        while rest:
            yield unpack.decompress(rest, _BLOCK)
            rest = unpack.unconsumed_tail
    yield unpack.flush()
    if not unpack.eof:
        raise _TroubleError("the answer breaks off")


def _asked_to_wait(headers: urllib3.HTTPHeaderDict) -> float:
    try:
        return float(Retry().parse_retry_after(headers.get("Retry-After", "0")))
    except urllib3.exceptions.InvalidHeader:
        return 0.0


def _reason(error: Exception) -> str:
    names = {
        "IncompleteRead": "the answer breaks off",
        "ProtocolError": "the connection breaks off",
        "NewConnectionError": "there is no connection to the host",
        "NameResolutionError": "the host's name is not known here",
        "ConnectTimeoutError": "the host does not answer",
        "ReadTimeoutError": "the host does not answer in time",
        "error": "the answer is packed wrongly",
    }
    return names.get(type(error).__name__, f"{type(error).__name__}: {error}")


def _gave_up(url: str, trouble: _TroubleError) -> OpenError:
    if trouble.wait > LONGEST_WAIT:
        return OpenError(
            f"{url}: {trouble}, and asks for {trouble.wait:,.0f} s of patience",
            "try again later; what was fetched by then is kept",
        )
    return OpenError(
        f"{url}: {trouble}, {TRIES} times", "try again later; what was fetched by then is kept"
    )
