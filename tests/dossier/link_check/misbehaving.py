"""Web servers that misbehave, on this machine; they note who asked for what, and when."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from socket import MSG_PEEK
from socketserver import StreamRequestHandler, ThreadingTCPServer
from time import monotonic, sleep
from typing import TypeAlias

TLS_HANDSHAKE = b"\x16"


@dataclass
class Request:
    """A request that a server has received."""

    path: str
    headers: dict[str, str]
    began: float = field(default_factory=monotonic)
    answered: float = 0
    was_finished: threading.Event = field(default_factory=threading.Event)
    """Set when the connection is closed."""


class Exchange(StreamRequestHandler):
    """A request and what the server does about it."""

    server: Server

    def handle(self) -> None:
        """Read the head of the request, note it, and misbehave."""
        if self.request.recv(1, MSG_PEEK) == TLS_HANDSHAKE:
            return self.send("HTTP/1.1 400 Bad Request\r\n\r\n")
        first, *headers = (line.decode().strip() for line in iter(self.rfile.readline, b"\r\n"))
        _, path, _ = first.split()
        request = Request(path, dict(line.split(": ", 1) for line in headers))
        behaviours = self.server.pages.get(path) or self.server.pages[path.partition("?")[0]]
        behave = behaviours[min(len(self.server.asked(path)), len(behaviours) - 1)]
        self.server.requests.append(request)
        request.answered = monotonic()
        with suppress(OSError):
            behave(self)
        request.was_finished.set()
        return None

    def send(self, text: str) -> None:
        """Send text as it is."""
        self.wfile.write(text.encode("latin-1"))


Behaviour: TypeAlias = Callable[[Exchange], object]


class Server(ThreadingTCPServer):
    """A server on a free port; each path, with or without its query, has what it does at each request.

    What it does at the last is what it goes on doing.
    """

    daemon_threads = True

    def __init__(self, pages: dict[str, list[Behaviour]]) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.pages = pages
        self.requests: list[Request] = []

    def __getitem__(self, path: str) -> str:
        """Return the URL of a path."""
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def asked(self, path: str) -> list[Request]:
        """Return the requests for a path."""
        return [request for request in self.requests if request.path == path]

    @property
    def pauses(self) -> list[float]:
        """How many seconds passed from each answer to the next request."""
        return [later.began - earlier.answered for earlier, later in pairwise(self.requests)]


@contextmanager
def misbehaving(pages: dict[str, list[Behaviour]]) -> Iterator[Server]:
    """Run a server."""
    with Server(pages) as server:
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


def answer(status: int, body: str = "", **headers: str) -> Behaviour:
    """Answer as a server should."""
    lines = [f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items()]
    return say(f"HTTP/1.1 {status} Whatever\r\nContent-Length: {len(body)}\r\n{''.join(lines)}\r\n{body}")


def say(text: str) -> Behaviour:
    """Send something and close the connection."""
    return lambda exchange: exchange.send(text)


def hang(exchange: Exchange) -> None:
    """Never answer."""
    exchange.request.recv(1)


def pour(text: str, drops: str, pause: float = 0) -> Behaviour:
    """Send something, and then something else without end."""

    def behave(exchange: Exchange) -> None:
        exchange.send(text)
        while True:
            exchange.send(drops)
            sleep(pause)

    return behave
