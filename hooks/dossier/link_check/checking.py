"""Ask for URLs, and say from the answers whether their pages are still there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from itertools import groupby, takewhile
from typing import NamedTuple

from requests import Response

from .transport import NO_ANSWER, Limits, PoliteAdapter, explain, status_of

FRONT_PAGE = re.compile(r"https?://[^/?#]+(/([a-z]{2}/?)?(index\.\w+)?)?(#.*)?", re.IGNORECASE)
"""Matches the URL of a site's front page, also in one of several languages."""


class Outcome(StrEnum):
    """Whether the page at a URL is still there."""

    GONE = "gone"
    MOVED = "moved"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    ALIVE = "alive"


class Answer(NamedTuple):
    """The result for a URL."""

    outcome: Outcome
    words: str
    """What happened, to be read after the URL."""
    new_url: str = ""
    """The URL to which the page has moved for good, if it is there."""


def check_urls(urls: Iterable[str], limits: Limits | None = None) -> dict[str, Answer]:
    """Ask for URLs, several hosts at a time; return an answer for each."""
    limits = limits or Limits()
    adapter = PoliteAdapter(limits)
    hosts = [list(group) for _, group in groupby(sorted(urls, key=_host), _host)]
    with ThreadPoolExecutor(limits.hosts) as pool:
        answers = pool.map(lambda urls: [(url, _check(url, adapter)) for url in urls], hosts)
        return {url: answer for group in answers for url, answer in group}


def _host(url: str) -> str:
    """Return the host and port of a URL, or what is in their place if it is malformed."""
    return url.split("/")[2].casefold()


def _check(url: str, adapter: PoliteAdapter) -> Answer:
    """Ask for a URL and follow its redirects."""
    try:
        return _judge(url, adapter.session().get(url, stream=True))
    except NO_ANSWER as error:
        request = getattr(error, "request", None)
        end = f"leads to <{request.url}>, which " if request and _host(request.url) != _host(url) else ""
        return Answer(Outcome.UNREACHABLE, f"{end}gave no answer: {explain(error)}")


def _judge(url: str, response: Response) -> Answer:
    """Interpret an answer and the redirects before it."""
    status, steps, end = response.status_code, response.history, response.url
    words = f"answered {status_of(response)}"
    if status >= 300:
        is_gone, is_failing = status in (404, 410), 500 <= status < 600
        outcome = Outcome.GONE if is_gone else Outcome.UNREACHABLE if is_failing else Outcome.REFUSED
        return Answer(outcome, f"leads to <{end}>, which {words}" if steps else words)
    if steps and FRONT_PAGE.fullmatch(end) and not FRONT_PAGE.fullmatch(url):
        return Answer(Outcome.MOVED, f"leads to the front page <{end}>: the document itself may be gone")
    moves = list(takewhile(lambda step: step.is_permanent_redirect, steps))
    new = [*steps, response][len(moves)].url
    if moves and new != url:
        return Answer(Outcome.MOVED, f"has moved to <{new}>", new)
    return Answer(Outcome.ALIVE, words)
