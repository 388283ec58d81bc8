"""Web servers that misbehave, on this machine; they note who asked for what, and when."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from socket import MSG_PEEK
from socketserver import StreamRequestHandler, ThreadingTCPServer
from time import time
from typing import TypeAlias

TLS_HANDSHAKE = b"\x16"


class Exchange(StreamRequestHandler):
    """One request and what the server does about it."""

    server: Server

    def handle(self) -> None:
        """Read the head of the request, note it, and misbehave."""
        if self.request.recv(1, MSG_PEEK) == TLS_HANDSHAKE:
            self.send("HTTP/1.1 400 Bad Request\r\n\r\n")
            return
        head = list(iter(self.rfile.readline, b"\r\n"))
        method, path, _ = head[0].decode().split()
        headers = dict(line.decode().strip().split(": ", 1) for line in head[1:])
        with self.server.lock:
            request = Request(method, path, headers, began=time())
            self.server.requests.append(request)
            self.server.open += 1
            self.server.most_open = max(self.server.most_open, self.server.open)
            behaviours = self.server.pages[path]
            behaviour = behaviours[min(len(self.server.asked(path)), len(behaviours)) - 1]
        self.server.delay.wait(self.server.slowness)
        with self.server.lock:
            self.server.open -= 1
        with suppress(OSError):
            behaviour(self)
        request.was_finished.set()

    def send(self, text: str) -> None:
        """Send text as it is."""
        self.wfile.write(text.encode("latin-1"))

    def wait_for_hanging_up(self) -> None:
        """Do nothing until the other side has closed the connection."""
        self.request.recv(1)


Behaviour: TypeAlias = Callable[[Exchange], None]


@dataclass
class Request:
    """One request that a server has got."""

    method: str
    path: str
    headers: dict[str, str]
    began: float
    """In seconds of the clock on the wall."""
    was_finished: threading.Event = field(default_factory=threading.Event)


class Server(ThreadingTCPServer):
    """A server on a free port; each path has what it does at the first request, the second and so on."""

    daemon_threads = True
    request_queue_size = 20

    def __init__(self, pages: dict[str, list[Behaviour]], slowness: float) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.pages = pages
        self.slowness = slowness
        """How many seconds it takes to answer."""
        self.delay = threading.Event()
        self.lock = threading.Lock()
        self.requests: list[Request] = []
        self.open = 0
        self.most_open = 0
        """How many requests were waiting for their answer at the same time, at most."""

    def __getitem__(self, path: str) -> str:
        """Return the address of a path."""
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def asked(self, path: str) -> list[Request]:
        """Return the requests for a path."""
        return [request for request in self.requests if request.path == path]

    @property
    def pauses(self) -> list[float]:
        """How many seconds passed from one request to the next."""
        times = [request.began for request in self.requests]
        return [later - earlier for earlier, later in pairwise(times)]


@contextmanager
def misbehaving(pages: dict[str, list[Behaviour]], slowness: float = 0) -> Iterator[Server]:
    """Run a server."""
    with ExitStack() as stack:
        server = stack.enter_context(Server(pages, slowness))
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        stack.callback(server.shutdown)
        stack.callback(server.delay.set)
        yield server


def answer(status: int, body: str = "", **headers: str) -> Behaviour:
    """Answer as a server should."""
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    length = [] if "Content_Length" in headers else [f"Content-Length: {len(body)}"]
    head = "\r\n".join([f"HTTP/1.1 {status} Whatever", *length, *lines])
    return lambda exchange: exchange.send(f"{head}\r\n\r\n{body}")


def say(text: str) -> Behaviour:
    """Send something and close the connection."""
    return lambda exchange: exchange.send(text)


def hang(exchange: Exchange) -> None:
    """Never answer."""
    exchange.wait_for_hanging_up()


def drip(text: str, drops: str) -> Behaviour:
    """Send something, and then without end a little at a time."""

    def behave(exchange: Exchange) -> None:
        exchange.send(text)
        while not exchange.server.delay.wait(0.02):
            exchange.send(drops)

    return behave


def pour(text: str, drops: str) -> Behaviour:
    """Send something, and then without end as much as the other side takes."""

    def behave(exchange: Exchange) -> None:
        exchange.send(text)
        while True:
            exchange.send(drops)

    return behave
