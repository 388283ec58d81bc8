"""Send requests to servers: one at a time to each host, with time limits, without reading a body."""

from __future__ import annotations

from socket import SHUT_RDWR
from threading import Lock, Timer
from time import perf_counter, sleep
from typing import Any, NamedTuple, Self
from urllib.parse import urlsplit

from requests import PreparedRequest, Response, Session
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, Retry
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import MaxRetryError

USER_AGENT = "nato-relations-links/1 (a reference site asks whether the pages that it cites are still there)"


class Limits(NamedTuple):
    """How long to wait, in seconds, and how often to ask."""

    connect: float = 10
    answer: float = 30  # for an answer up to its body
    pause: float = 1  # between two requests to one host
    backoff: float = 5  # before the first retry; twice as long before each further one
    retry_after: int = 120  # a server that asks for a longer wait is not asked again
    retries: int = 3
    redirects: int = 10
    hosts: int = 5  # at the same time


class PoliteAdapter(HTTPAdapter):
    """Sends one request at a time to each host, with a pause after it."""

    def __init__(self, limits: Limits) -> None:
        retry = _Retry(
            total=limits.retries,
            status_forcelist=[429, *range(500, 600)],
            backoff_factor=limits.backoff,
            retry_after_max=limits.retry_after,
            raise_on_status=False,
        )
        super().__init__(max_retries=retry)
        self._limits = limits
        self._locks: dict[str, Lock] = {}

    def session(self) -> Session:
        """Return a session without cookies that sends its requests through this adapter."""
        session = Session()
        session.headers["User-Agent"] = USER_AGENT
        session.max_redirects = self._limits.redirects
        session.mount("http://", self)
        session.mount("https://", self)
        return session

    def send(self, request: PreparedRequest, *arguments: Any, **options: Any) -> Response:
        """Send a request when its host is free."""
        options["timeout"] = (self._limits.connect, self._limits.answer)
        with self._locks.setdefault(urlsplit(request.url or "").netloc, Lock()):
            try:
                return super().send(request, *arguments, **options)
            finally:
                sleep(self._limits.pause)

    def get_connection_with_tls_context(self, *arguments: Any, **options: Any) -> HTTPConnectionPool:
        """Return the connections to a host, of the classes that hang up."""
        pool = super().get_connection_with_tls_context(*arguments, **options)
        assert isinstance(pool, HTTPConnectionPool), "the adapter is for http(s)"
        pool.ConnectionCls = _SecureConnection if pool.scheme == "https" else _Connection
        return pool


class _Retry(Retry):
    """Waits before the first retry too, and gives up if a server asks for too long a wait."""

    def get_backoff_time(self) -> float:
        return float(self.backoff_factor * 2 ** (len(self.history) - 1))

    def increment(self, *arguments: Any, **options: Any) -> Self:
        response = options.get("response")
        if response and (self.get_retry_after(response) or 0) >= self.retry_after_max:
            raise MaxRetryError(options["_pool"], None)
        return super().increment(*arguments, **options)


class _Connection(HTTPConnection):
    """Hangs up before the body, which a retry or a redirect would read, and when an answer is late."""

    def getresponse(self) -> Any:
        limit, began = self.timeout or 0, perf_counter()
        timer = Timer(limit, self.sock.shutdown, [SHUT_RDWR])  # a socket's time-out restarts at every byte
        timer.start()
        try:
            response = super().getresponse()
        finally:
            timer.cancel()
            if perf_counter() - began >= limit:  # what was read so far may look like a whole answer
                raise TimeoutError
        response.close()
        self.close()
        return response


class _SecureConnection(_Connection, HTTPSConnection):
    """Does the same over TLS."""
