"""Send requests to servers: one at a time to each host, with time limits, reading no more than is wanted."""

from __future__ import annotations

from http.client import responses
from io import BytesIO
from socket import SHUT_RDWR
from threading import Lock, Timer
from time import perf_counter, sleep
from typing import Any, NamedTuple, Self
from urllib.parse import urlsplit

from requests import ConnectionError as RequestError
from requests import PreparedRequest, Response, Session, TooManyRedirects
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse, Retry, exceptions
from urllib3.connection import HTTPConnection, HTTPSConnection

USER_AGENT = (
    "nato-relations-links/1 (a reference site asks for the pages that it cites, and for copies of them)"
)

FAILURES = {
    exceptions.NameResolutionError: "its host is unknown",
    exceptions.NewConnectionError: "nothing listens at its host",
    exceptions.TimeoutError: "it took too long",
    exceptions.SSLError: "no secure connection could be made, perhaps because of its certificate",
    exceptions.ProtocolError: "the connection was closed",
    TooManyRedirects: "it redirects in a circle, or too often",
}
"""Why there is no answer; the first that fits is used."""

NO_CONNECTION = (exceptions.NewConnectionError, exceptions.ConnectTimeoutError)
"""Why not even a connection could be made, so that no page of the host can be had."""

NO_ANSWER = (OSError, ValueError, exceptions.HTTPError)
"""What is raised where there is no answer."""


class Limits(NamedTuple):
    """How long to wait, in seconds, and how often to ask."""

    connect: float = 10
    answer: float = 30  # for an answer and what is read of its body
    pause: float = 1  # between two requests to one host
    backoff: float = 5  # before the first retry; twice as long before each further one
    retry_after: int = 120  # a server that asks for a longer wait is not asked again
    retries: int = 3
    redirects: int = 10
    hosts: int = 5  # at the same time


class PoliteAdapter(HTTPAdapter):
    """Sends one request at a time to each host, with a pause after it; reads so many bytes of a body.

    A host that could not be reached, in all its retries, is not asked again.
    """

    def __init__(self, limits: Limits, most_read: int = 0) -> None:
        retry = _Retry(
            total=limits.retries,
            status_forcelist=[429, *range(500, 600)],
            backoff_factor=limits.backoff,
            retry_after_max=limits.retry_after,
            raise_on_status=False,
        )
        super().__init__(max_retries=retry)
        self._limits = limits
        self._most_read = most_read
        self._locks: dict[str, Lock] = {}
        self._unreachable: dict[tuple[str, str], Exception] = {}

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
        scheme, host, *_ = urlsplit(request.url or "")
        with self._locks.setdefault(host, Lock()):
            if failure := self._unreachable.get((scheme, host)):
                raise RequestError(failure, request=request)
            try:
                return super().send(request, *arguments, **options)
            except RequestError as error:
                failure = error.args[0]
                if isinstance(getattr(failure, "reason", None), NO_CONNECTION):
                    self._unreachable[scheme, host] = failure
                raise
            finally:
                sleep(self._limits.pause)

    def get_connection_with_tls_context(self, *arguments: Any, **options: Any) -> HTTPConnectionPool:
        """Return the connections to a host, of the classes that hang up."""
        pool = super().get_connection_with_tls_context(*arguments, **options)
        assert isinstance(pool, HTTPConnectionPool), "the adapter is for http(s)"
        pool.ConnectionCls = _SecureConnection if pool.scheme == "https" else _Connection
        pool.conn_kw["most_read"] = self._most_read
        return pool


def explain(error: Exception) -> str:
    """Say why there is no answer."""
    cause = getattr(next(iter(error.args), None), "reason", error)
    return next((words for kind, words in FAILURES.items() if isinstance(cause, kind)), str(cause))


def status_of(response: Response) -> str:
    """Write the status of an answer in words."""
    return f"{response.status_code} {responses.get(response.status_code, '')}".strip()


class _Retry(Retry):
    """Waits before the first retry too, and gives up if a server asks for too long a wait."""

    def get_backoff_time(self) -> float:
        return float(self.backoff_factor * 2 ** (len(self.history) - 1))

    def increment(self, *arguments: Any, **options: Any) -> Self:
        response = options.get("response")
        if response and (self.get_retry_after(response) or 0) >= self.retry_after_max:
            raise exceptions.MaxRetryError(options["_pool"], None)
        return super().increment(*arguments, **options)


class _Connection(HTTPConnection):
    """Hangs up once it has read enough, for a body may have no end, or if an answer is late."""

    def __init__(self, *arguments: Any, most_read: int = 0, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._most_read = most_read

    def getresponse(self) -> Any:
        limit, began = self.timeout or 0, perf_counter()
        timer = Timer(limit, self.sock.shutdown, [SHUT_RDWR])  # a socket's time-out restarts at every byte
        timer.start()
        try:
            response = super().getresponse()
            body = response.read(self._most_read) if self._most_read else b""
        finally:
            timer.cancel()
            if perf_counter() - began >= limit:  # what was read so far may look like a whole answer
                raise TimeoutError
        response.close()
        self.close()
        return _with_body(response, body) if body else response


class _SecureConnection(_Connection, HTTPSConnection):
    """Does the same over TLS."""


def _with_body(response: HTTPResponse, body: bytes) -> HTTPResponse:
    """Return a response whose body was read already."""
    return HTTPResponse(
        BytesIO(body),
        headers=response.headers,
        status=response.status,
        version=response.version,
        version_string=response.version_string,
        reason=response.reason,
        preload_content=False,
        enforce_content_length=False,
    )
