"""A real server on this machine that behaves as badly as it is told."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """What the server sends: a status, headers and a body, whole or torn off."""

    body: bytes = b"[]"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    torn: bool = False
    packed: bool = False


@dataclass
class Host:
    """A running server: its address, what it was asked, and how it answers each path in turn."""

    base: str
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def says(self, path: str, *answers: Answer) -> None:
        """Answer a path with these, one after another, the last one for ever."""
        self.answers[path] = list(answers)


@contextmanager
def serving() -> Iterator[Host]:
    """A server that answers as told; 404 for paths nobody told it of."""
    host = Host("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(host))
    host.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(host: Host) -> Callable[..., BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host.asked.append(self.path)
            host.headers.append(dict(self.headers))
            waiting = host.answers.get(self.path, [Answer(b"", 404)])
            _send(self, waiting.pop(0) if len(waiting) > 1 else waiting[0])

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return Handler


def _send(handler: BaseHTTPRequestHandler, answer: Answer) -> None:
    body = gzip.compress(answer.body) if answer.packed else answer.body
    etag = answer.headers.get("ETag")
    if etag and handler.headers.get("If-None-Match") == etag:
        handler.send_response(304)
        handler.end_headers()
        return
    handler.send_response(answer.status)
    for name, value in answer.headers.items():
        handler.send_header(name, value)
    if answer.packed:
        handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body[: len(body) // 2] if answer.torn else body)
    if answer.torn:
        handler.wfile.flush()
        handler.connection.shutdown(socket.SHUT_RDWR)
