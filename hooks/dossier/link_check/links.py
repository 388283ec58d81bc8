"""Asking: whether what the data link to is still there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from http import HTTPStatus
from itertools import chain, takewhile
from math import ceil
from time import sleep
from typing import NamedTuple
from urllib.parse import urlsplit

from ..problems.phrases import count
from .connections import Reply, Session
from .patience import Host, Patience, host_of

FRONT_PAGE = re.compile(r"/?([a-z]{2}/?)?(index\.\w+)?", re.IGNORECASE)
"""The path of a site's front page, in one of its languages too."""

PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)


class Outcome(StrEnum):
    """What has become of an address."""

    GONE = "gone"
    MOVED = "moved"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    ALIVE = "alive"


class Answer(NamedTuple):
    """What asking for an address has shown."""

    outcome: Outcome
    words: str
    """What happened, to be read after the address."""


def ask(addresses: Iterable[str], patience: Patience | None = None) -> dict[str, Answer]:
    """Ask for addresses, several hosts at a time; return an answer for each."""
    patience = patience or Patience()
    groups: dict[str, list[str]] = {}
    for address in dict.fromkeys(addresses):
        groups.setdefault(host_of(address), []).append(address)
    hosts: dict[str, Host] = {}
    with ThreadPoolExecutor(patience.hosts) as pool:
        answers = pool.map(
            lambda group: [_ask(address, hosts, patience) for address in group], groups.values()
        )
        return dict(zip(chain(*groups.values()), chain.from_iterable(answers), strict=True))


def _ask(address: str, hosts: dict[str, Host], patience: Patience) -> Answer:
    """Ask for one address, and wherever it leads."""
    path: list[Reply] = []
    seen = set()
    current = address
    with Session(patience) as session:
        while True:
            state = (current, *session.cookies.items())  # some sites redirect to the same page with a cookie
            if state in seen:
                return Answer(Outcome.UNREACHABLE, "leads in a circle")
            if len(path) > patience.redirects:
                return Answer(Outcome.UNREACHABLE, f"leads on after {count(patience.redirects, 'redirect')}")
            seen.add(state)
            reply = _insist(session, current, hosts.setdefault(host_of(current), Host()), patience)
            if not reply.target:
                return _judge(address, path, reply)
            path.append(reply)
            current = reply.target


def _insist(session: Session, address: str, host: Host, patience: Patience) -> Reply:
    """Ask again, after longer and longer pauses, while the answer may change."""
    for attempt in range(patience.retries):
        reply = _ask_in_turn(session, address, host, patience.retry * 2**attempt, patience)
        if not reply.may_change:
            return reply
    return _ask_in_turn(session, address, host, patience.pause, patience)


def _ask_in_turn(session: Session, address: str, host: Host, rest: float, patience: Patience) -> Reply:
    """Ask once, when the host is free; leave it alone afterwards, for longer where the answer may change."""
    with host.lock:
        if host.wait > patience.longest:
            words = f"asks to be left alone for {count(ceil(host.wait / 60), 'minute')}"
            return Reply(words, HTTPStatus.TOO_MANY_REQUESTS)
        sleep(host.wait)
        reply = session.ask(address)
        host.rest(max(patience.pause, (reply.wait or rest) if reply.may_change else 0))
        return reply


def _judge(address: str, path: list[Reply], reply: Reply) -> Answer:
    """Say what the last answer and the redirects before it mean."""
    end = path[-1].target if path else None
    outcome = _outcome(reply.status)
    if outcome is not Outcome.ALIVE:
        return Answer(outcome, f"leads to <{end}>, which {reply.words}" if end else reply.words)
    if end and _is_front_page(end) and not _is_front_page(address):
        return Answer(Outcome.MOVED, f"leads to the front page <{end}>: the document itself may be gone")
    permanent = [step.target for step in takewhile(lambda step: step.status in PERMANENT, path)]
    if permanent and permanent[-1] != address:
        return Answer(Outcome.MOVED, f"has moved to <{permanent[-1]}>")
    return Answer(Outcome.ALIVE, reply.words)


def _outcome(status: int | None) -> Outcome:
    match status:
        case HTTPStatus.NOT_FOUND | HTTPStatus.GONE:
            return Outcome.GONE
        case None:
            return Outcome.UNREACHABLE
    if status < 300:
        return Outcome.ALIVE
    return Outcome.UNREACHABLE if 500 <= status < 600 else Outcome.REFUSED


def _is_front_page(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.query and FRONT_PAGE.fullmatch(parts.path) is not None
