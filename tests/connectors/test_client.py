"""Getting addresses from a host that is slow, busy, broken or malicious."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

from standout.connectors import client as clients
from standout.connectors.client import Client, Kept, MissingError
from standout.errors import OpenError
from tests.connectors.serving import Answer, Host, serving

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


@dataclass
class Memory:
    """A cache that forgets with the test."""

    kept: dict[str, Kept] = field(default_factory=dict)

    def get(self, url: str) -> Kept | None:
        return self.kept.get(url)

    def put(self, url: str, kept: Kept) -> None:
        self.kept[url] = kept


@dataclass
class Time:
    """A clock that only sleeping moves."""

    now: float = 0.0
    naps: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds

    def read(self) -> float:
        return self.now


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as running:
        yield running


def client(cache: Memory | None = None, clock: Time | None = None, fresh: float = 0.0) -> Client:
    """A client that never really sleeps."""
    clock = clock or Time()
    return Client(cache or Memory(), fresh, sleep=clock.sleep, clock=clock.read)


def test_it_says_who_it_is_and_nothing_else(host: Host) -> None:
    host.says("/x", Answer(b"[1]"))
    assert client().get(f"{host.base}/x") == b"[1]"
    (sent,) = host.headers
    assert sent["User-Agent"].startswith("standout/")
    assert not {"Cookie", "Referer", "Authorization", "From"} & set(sent)


def test_one_request_a_second(host: Host) -> None:
    host.says("/x", Answer())
    clock = Time()
    getter = client(clock=clock)
    for _ in range(3):
        getter.get(f"{host.base}/x")
    assert sum(clock.naps) >= 2 * clients.PACE


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_host_is_asked_again_later(host: Host, status: int) -> None:
    host.says("/x", Answer(b"", status), Answer(b"", status), Answer(b"[2]"))
    clock = Time()
    assert client(clock=clock).get(f"{host.base}/x") == b"[2]"
    assert len(host.asked) == 3


def test_as_long_as_it_asks_for(host: Host) -> None:
    host.says("/x", Answer(b"", 429, {"Retry-After": "17"}), Answer(b"[3]"))
    clock = Time()
    client(clock=clock).get(f"{host.base}/x")
    assert 17 in clock.naps


def test_but_not_for_ever(host: Host) -> None:
    host.says("/x", Answer(b"", 429, {"Retry-After": "86400"}))
    with pytest.raises(OpenError, match="s of patience"):
        client().get(f"{host.base}/x")
    assert len(host.asked) == 1


def test_a_broken_host_is_given_up(host: Host) -> None:
    host.says("/x", Answer(b"", 500))
    with pytest.raises(OpenError, match="answers 500, 4 times"):
        client().get(f"{host.base}/x")


@pytest.mark.parametrize("packed", [False, True])
def test_a_torn_answer_is_never_taken_for_whole(host: Host, packed: bool) -> None:  # noqa: FBT001 - a case
    whole = Answer(b"[" + b"7," * 9_000 + b"7]", packed=packed)
    host.says("/x", replace(whole, torn=True), whole)
    assert client().get(f"{host.base}/x") == whole.body
    host.says("/x", replace(whole, torn=True))
    with pytest.raises(OpenError, match="breaks off"):
        client().get(f"{host.base}/x")


def test_redirections_are_followed_and_loops_are_not(host: Host) -> None:
    host.says("/a", Answer(b"", 301, {"Location": "/b"}))
    host.says("/b", Answer(b"[4]"))
    assert client().get(f"{host.base}/a") == b"[4]"
    host.says("/b", Answer(b"", 302, {"Location": "/a"}))
    with pytest.raises(OpenError, match="without an end"):
        client().get(f"{host.base}/a")


def test_a_gzip_bomb_is_refused(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "MOST", 1_000_000)
    bomb = gzip.compress(b" " * 50_000_000)
    host.says("/x", Answer(bomb, headers={"Content-Encoding": "gzip"}))
    with pytest.raises(OpenError, match="more than 1 MB"):
        client().get(f"{host.base}/x")


def test_a_trickle_is_cut_off(host: Host) -> None:
    host.says("/x", Answer(b"[" + b" " * 200_000 + b"]"))
    ticks = iter(range(0, 100_000, 100))
    slow = Client(Memory(), sleep=lambda _: None, clock=lambda: float(next(ticks)))
    with pytest.raises(OpenError, match="within 120 s"):
        slow.get(f"{host.base}/x")


def test_what_packs_nothing_is_told(host: Host) -> None:
    host.says("/x", Answer(b"plain", headers={"Content-Encoding": "gzip"}))
    with pytest.raises(OpenError, match="packed wrongly"):
        client().get(f"{host.base}/x")


def test_nothing_there(host: Host) -> None:
    with pytest.raises(MissingError):
        client().get(f"{host.base}/none")
    assert len(host.asked) == 1


def test_a_host_that_is_not_there() -> None:
    with serving() as gone:
        base = gone.base
    with pytest.raises(OpenError, match="no connection"):
        client().get(f"{base}/x")


def test_a_fresh_answer_is_not_asked_for_again(host: Host) -> None:
    host.says("/x", Answer(b"[5]"))
    cache = Memory()
    client(cache).get(f"{host.base}/x")
    assert client(cache, fresh=60).get(f"{host.base}/x") == b"[5]"
    assert len(host.asked) == 1


def test_an_old_answer_is_asked_for_only_if_it_changed(host: Host) -> None:
    host.says("/x", Answer(b"[6]", headers={"ETag": '"a"'}))
    cache = Memory()
    client(cache).get(f"{host.base}/x")
    assert client(cache).get(f"{host.base}/x") == b"[6]"
    assert host.headers[-1]["If-None-Match"] == '"a"'
