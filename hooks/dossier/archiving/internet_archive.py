"""Ask the Internet Archive for copies of pages: its availability API, and Save Page Now."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from requests import Response
from requests.utils import requote_uri

from ..link_check.transport import NO_ANSWER, Limits, PoliteAdapter, explain, status_of

API = "https://archive.org/wayback/available"
SAVE_API = "https://web.archive.org/save/"

SAVING = Limits(answer=180, pause=20, backoff=60, retry_after=600, retries=1)
"""Without an account, three pages a minute may be saved, and one may take minutes."""

MOST_READ = 100_000
"""Bytes; an answer of the availability API has less than a thousand."""

PROTOCOL = re.compile("^https?://", re.IGNORECASE)
"""Matches what is left out of a question: copies are found by the rest, and some are not with "https"."""

COPY = re.compile(r"https?://[^/]+/web/(?P<time>\d{14})/(?P<url>.+)")
"""Matches the address of a copy."""

UNREADABLE = "gave an answer that cannot be read"


class Copy(NamedTuple):
    """An archived copy of a page."""

    url: str
    day: date
    """The day on which it was made (UTC)."""


class ArchiveError(Exception):
    """Raised if there is no copy to give; says why, to be read after the name of the archive."""


class NoCopyError(ArchiveError):
    """Raised if the archive has no copy of a page."""


class BusyError(ArchiveError):
    """Raised if the archive should not be asked any more for now."""


class NoAnswerError(BusyError):
    """Raised if the archive gives no answer."""


class InternetArchive:
    """The Internet Archive, asked one thing at a time."""

    def __init__(
        self, api: str = API, save_api: str = SAVE_API, asking: Limits | None = None, saving: Limits = SAVING
    ) -> None:
        self._api = api
        self._save_api = save_api
        self._asking = PoliteAdapter(asking or Limits(), MOST_READ)
        self._saving = PoliteAdapter(saving)

    def find(self, url: str, day: date) -> Copy:
        """Return the copy of a page that is nearest to the end of a day.

        Raises:
            NoCopyError: if there is none of this page, or only one of an error.
            BusyError: if the archive gives no answer or asks to wait.
            ArchiveError: if its answer is of no use.
        """
        address = PROTOCOL.sub("", requote_uri(url))
        answer = _get(self._asking, self._api, {"url": address, "timestamp": f"{day:%Y%m%d}235959"})
        try:
            found = answer.json()
        except NO_ANSWER:
            found = None
        match found:
            case {"archived_snapshots": {"closest": {"available": True, "url": str(copy), "status": status}}}:
                if str(status) != "200":
                    raise NoCopyError(f"has no copy of the page, but one of its answer {status}")
                return _copy(copy, url)
            case {"archived_snapshots": snapshots} if not snapshots:
                raise NoCopyError("has no copy")
            case {"archived_snapshots": {"closest": {"available": False}}}:
                raise NoCopyError("has no copy")
        raise ArchiveError(UNREADABLE)

    def save(self, url: str) -> Copy:
        """Have a copy of a page made, and return it; this may take minutes.

        Raises:
            BusyError: if the archive asks to wait.
            ArchiveError: if it made none, or does not say where it is.
        """
        try:
            answer = _get(self._saving, f"{self._save_api}{url}")
        except NoAnswerError as error:  # it is still at work on this page, but can be asked for others
            raise ArchiveError(f"{error}; ask again in an hour, for it may make the copy yet") from None
        named = [answer.url, urljoin(answer.url, answer.headers.get("Content-Location", ""))]
        for address in named:
            if COPY.fullmatch(address):
                return _copy(address, url)
        raise ArchiveError("did not say where the copy is; ask again in an hour")


def _get(adapter: PoliteAdapter, address: str, question: dict[str, str] | None = None) -> Response:
    try:
        answer = adapter.session().get(address, params=question, stream=True)
    except NO_ANSWER as error:
        raise NoAnswerError(f"gave no answer: {explain(error)}") from None
    if answer.status_code == 429:
        raise BusyError("asks to wait (429 Too Many Requests)")
    if answer.status_code != 200:
        raise ArchiveError(f"answered {status_of(answer)}")
    return answer


def _copy(address: str, url: str) -> Copy:
    """Take the address of a copy, if it is one of this page."""
    found = COPY.fullmatch(address)
    if not found:
        raise ArchiveError(UNREADABLE)
    try:
        day = datetime.strptime(found["time"], "%Y%m%d%H%M%S").date()
        is_same = _page(found["url"]) == _page(url)
    except ValueError:
        raise ArchiveError(UNREADABLE) from None
    if not is_same:
        raise NoCopyError(f"has no copy of this address, but one of <{found['url']}>")
    return Copy(requote_uri(re.sub("^http:", "https:", address)), day)


def _page(url: str) -> tuple[Any, ...]:
    """Return what tells pages apart for the archive: not the protocol, nor "www.", nor a slash at the end."""
    parts = urlsplit(url)
    port = None if parts.port in (80, 443) else parts.port
    host = (parts.hostname or "").removeprefix("www.")
    return host, port, unquote(parts.path).rstrip("/"), unquote(parts.query)
