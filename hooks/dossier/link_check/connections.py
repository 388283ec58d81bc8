"""One request: what a server answers to it, up to the body, which is never read.

Only `links` imports this: building the site needs no connection.
"""

from __future__ import annotations

import socket
import ssl
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from http import HTTPStatus
from http.client import HTTPException, responses
from threading import Event, Timer
from typing import Any, NamedTuple
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from requests.utils import requote_uri
from urllib3 import Retry
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import HTTPError

from .patience import Patience

USER_AGENT = "nato-relations-links/1 (a reference site asks whether the pages that it cites are still there)"

FAILURES: tuple[tuple[type[Exception], str], ...] = (
    (TimeoutError, "it took too long"),
    (socket.gaierror, "its host is unknown"),
    (ssl.SSLCertVerificationError, "its certificate is not valid"),
    (ssl.SSLError, "no secure connection could be made"),
    (ConnectionRefusedError, "nothing listens at its host"),
    (ConnectionError, "the connection was closed"),
    (HTTPException, "what came was no answer of a web server"),
    (ValueError, "this is not an address that can be asked"),
)
"""Why there is no answer, by what was raised on the way; the first that fits is said."""


class Reply(NamedTuple):
    """What came of one request."""

    words: str
    """What happened, such as `answered 404 Not Found`."""
    status: int | None = None
    """The status of the answer; None where there is none."""
    target: str | None = None
    """The address that it redirects to."""
    wait: float | None = None
    """How many seconds the server asks us to wait."""
    may_change: bool = False
    """Whether the same request may soon be answered otherwise."""


class Session(requests.Session):
    """Asks for one address after the other, as one visitor."""

    def __init__(self, patience: Patience) -> None:
        super().__init__()
        self.headers["User-Agent"] = USER_AGENT
        self.time_outs = (patience.connect, patience.answer)
        for scheme in ("http://", "https://"):
            self.mount(scheme, _Adapter())

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Follow nothing: before it follows, the original reads a body to its end, and some have none."""

    def ask(self, address: str) -> Reply:
        """Send one request."""
        try:
            with self.get(address, stream=True, allow_redirects=False, timeout=self.time_outs) as response:
                target = super().get_redirect_target(response)
                return _reply(response, target and requote_uri(urljoin(address, target)))
        except (OSError, ValueError, HTTPError) as error:
            may_change = isinstance(error, requests.ConnectionError | requests.Timeout)
            return Reply(f"gave no answer: {_reason(error)}", may_change=may_change)


def _reply(response: requests.Response, target: str | None) -> Reply:
    status = response.status_code
    return Reply(
        words=f"answered {status} {responses.get(status, '')}".strip(),
        status=status,
        target=target,
        wait=_wait(response.headers.get("Retry-After", "")),
        may_change=status == HTTPStatus.TOO_MANY_REQUESTS or 500 <= status < 600,
    )


def _wait(text: str) -> float | None:
    """Read `Retry-After` (RFC 9110, 10.2.3): seconds, or the date in their stead."""
    try:
        return Retry(retry_after_max=sys.maxsize).parse_retry_after(text)
    except (HTTPError, ValueError, OverflowError):
        return None


def _reason(error: Exception) -> str:
    causes = tuple(_causes(error))
    known = (words for kind, words in FAILURES if any(isinstance(cause, kind) for cause in causes))
    return next(known, "the connection failed")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__ or error.__context__


class _Adapter(HTTPAdapter):
    """Connects so that an answer has to come in time."""

    def get_connection_with_tls_context(self, *arguments: Any, **options: Any) -> HTTPConnectionPool:
        pool = super().get_connection_with_tls_context(*arguments, **options)
        assert isinstance(pool, HTTPConnectionPool), "only the web is asked"
        pool.ConnectionCls = _SecureConnection if pool.scheme == "https" else _Connection
        return pool


class _Connection(HTTPConnection):
    def getresponse(self) -> Any:
        return _in_time(self, super().getresponse)


class _SecureConnection(HTTPSConnection):
    def getresponse(self) -> Any:
        return _in_time(self, super().getresponse)


def _in_time(connection: HTTPConnection, read: Callable[[], Any]) -> Any:
    """Read an answer up to its body, and hang up where that takes longer than the time-out.

    A socket's own time-out starts anew with every byte.
    """
    line, is_late = connection.sock, Event()

    def hang_up() -> None:
        is_late.set()
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)

    timer = Timer(connection.timeout or 0, hang_up)
    timer.start()
    try:
        return read()
    finally:
        timer.cancel()
        if is_late.is_set():  # what was read till then may look like a whole answer
            raise TimeoutError
