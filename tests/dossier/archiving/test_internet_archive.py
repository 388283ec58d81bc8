"""What is made of the answers of the Internet Archive, and of what is no answer."""

from __future__ import annotations

from datetime import date
from socket import socket
from time import monotonic
from urllib.parse import parse_qs, urlsplit

import pytest

from dossier.archiving.internet_archive import (
    ArchiveError,
    BusyError,
    Copy,
    InternetArchive,
    NoAnswerError,
    NoCopyError,
)
from dossier.link_check.transport import USER_AGENT

from ..link_check.misbehaving import Behaviour, answer, hang, misbehaving, pour, say
from .playing import API, LIMITS, NOTHING, SAVE_API, archive, closest, tell

PAGE = "https://a.example/report.htm?part=1&language=en"
DAY = date(2011, 12, 31)
COPY = Copy(f"https://web.archive.org/web/20110702120000/{PAGE}", date(2011, 7, 2))
FOUND = closest(PAGE)
UNREADABLE = (ArchiveError, "gave an answer that cannot be read")


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        (PAGE, "a.example/report.htm?part=1&language=en"),
        ("HTTP://a.example/für/%C3%BC", "a.example/f%C3%BCr/%C3%BC"),
    ],
)
def test_it_is_asked_for_the_address_as_it_has_it_and_the_end_of_the_day(url: str, asked: str) -> None:
    with misbehaving({API: [closest(url)]}) as server:
        assert archive(server).find(url, DAY).day == COPY.day
        (request,) = server.requests
        assert request.headers["User-Agent"] == USER_AGENT
        assert parse_qs(urlsplit(request.path).query) == {"url": [asked], "timestamp": ["20111231235959"]}


@pytest.mark.parametrize(
    ("url", "archived"),
    [
        ("https://a.example/b", "http://a.example:80/b"),
        ("http://a.example/b", "https://www.a.example/b"),
        ("http://A.example/b/", "http://a.example/b"),
        ("http://a.example", "http://a.example/"),
        ("https://a.example/für?ü=1", "http://a.example/f%C3%BCr?%c3%bc=1"),
        ("https://a.example:8080/", "https://a.example:8080/"),
    ],
)
def test_an_address_can_be_written_in_several_ways(url: str, archived: str) -> None:
    with misbehaving({API: [closest(archived)]}) as server:
        copy = archive(server).find(url, DAY)
        assert copy.url.lower() == f"https://web.archive.org/web/20110702120000/{archived}".lower()


@pytest.mark.parametrize(
    "behaviours",
    [
        pytest.param([answer(500), answer(502), FOUND], id="fails and comes back"),
        pytest.param([say(""), FOUND], id="closes the connection once"),
        pytest.param([answer(429, Retry_After="1"), FOUND], id="asks to wait for a second"),
        pytest.param(
            [say('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"arc'), FOUND],
            id="stops in the middle of a chunk",
        ),
    ],
)
def test_it_is_asked_again(behaviours: list[Behaviour]) -> None:
    with misbehaving({API: behaviours}) as server:
        assert archive(server).find(PAGE, DAY) == COPY
        assert len(server.requests) == len(behaviours)


@pytest.mark.parametrize(
    ("behaviour", "kind", "words"),
    [
        (NOTHING, NoCopyError, "has no copy"),
        (tell({"archived_snapshots": []}), NoCopyError, "has no copy"),
        (closest(PAGE, is_there=False), NoCopyError, "has no copy"),
        (closest(PAGE, status="404"), NoCopyError, "has no copy of the page, but one of its answer 404"),
        (
            closest("https://a.example/"),
            NoCopyError,
            "has no copy of this address, but one of <https://a.example/>",
        ),
        (
            closest(PAGE.replace("part=1", "part=2")),
            NoCopyError,
            "has no copy of this address, but one of <https://a.example/report.htm?part=2&language=en>",
        ),
        (closest("http://a.example:what/"), *UNREADABLE),
        (closest(PAGE, time="20119999000000"), *UNREADABLE),
        (closest(PAGE, time="2011"), *UNREADABLE),
        (tell(None), *UNREADABLE),
        (tell({}), *UNREADABLE),
        (tell({"archived_snapshots": {"closest": {"url": 1}}}), *UNREADABLE),
        (tell({"archived_snapshots": {"closest": None}}), *UNREADABLE),
        (answer(200), *UNREADABLE),
        (answer(200, "<title>Sorry</title>"), *UNREADABLE),
        (say('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"archived_snapshots": {}'), *UNREADABLE),
        (answer(200, "what", Content_Encoding="gzip"), *UNREADABLE),
        (pour("HTTP/1.1 200 OK\r\n\r\n", " " * 1000), *UNREADABLE),
        (answer(403), ArchiveError, "answered 403 Forbidden"),
        (answer(503), ArchiveError, "answered 503 Service Unavailable"),
        (answer(429), BusyError, "asks to wait (429 Too Many Requests)"),
        (answer(429, Retry_After="3600"), BusyError, "asks to wait (429 Too Many Requests)"),
        (say(""), NoAnswerError, "gave no answer: the connection was closed"),
    ],
)
def test_there_may_be_no_copy(behaviour: Behaviour, kind: type[ArchiveError], words: str) -> None:
    with misbehaving({API: [behaviour]}) as server, pytest.raises(ArchiveError) as caught:
        archive(server).find(PAGE, DAY)
    assert (type(caught.value), str(caught.value)) == (kind, words)


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(hang, id="nothing"),
        pytest.param(pour("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", " ", 0.02), id="drop by drop"),
    ],
)
def test_an_answer_has_to_come_in_time_to_its_end(behaviour: Behaviour) -> None:
    with misbehaving({API: [behaviour]}) as server:
        began = monotonic()
        with pytest.raises(NoAnswerError, match=r"^gave no answer: it took too long$"):
            archive(server, LIMITS._replace(answer=0.15, retries=1)).find(PAGE, DAY)
        assert monotonic() - began < 5
        assert len(server.requests) == 2
        assert all(request.was_finished.wait(5) for request in server.requests), "a connection is still open"


def test_it_may_be_unreachable() -> None:
    with socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nowhere = InternetArchive(f"http://127.0.0.1:{closed.getsockname()[1]}/", asking=LIMITS)
        with pytest.raises(NoAnswerError, match=r"^gave no answer: nothing listens at its host$"):
            nowhere.find(PAGE, DAY)


NEW_COPY = f"/web/20261126120000/{PAGE}"


def test_a_new_copy_is_where_it_leads() -> None:
    pages = {
        f"{SAVE_API}{PAGE}": [answer(302, Location=NEW_COPY)],
        NEW_COPY: [answer(200, "<title>A</title>")],
    }
    with misbehaving(pages) as server:
        address = server[NEW_COPY].replace("http:", "https:", 1)
        assert archive(server).save(PAGE) == Copy(address, date(2026, 11, 26))


def test_a_new_copy_may_be_named_in_the_head_of_the_answer() -> None:
    with misbehaving({f"{SAVE_API}{PAGE}": [answer(200, Content_Location=NEW_COPY)]}) as server:
        assert archive(server).save(PAGE).day == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("behaviours", "kind", "words", "requests"),
    [
        ([answer(429)], BusyError, "asks to wait (429 Too Many Requests)", 3),
        ([answer(429, Retry_After="3600")], BusyError, "asks to wait (429 Too Many Requests)", 1),
        ([answer(520)], ArchiveError, "answered 520", 3),
        ([answer(403)], ArchiveError, "answered 403 Forbidden", 1),
        ([answer(200)], ArchiveError, "did not say where the copy is; ask again in an hour", 1),
        ([answer(302, Location="/web/20261126120000/missing")], ArchiveError, "answered 404 Not Found", 2),
        (
            [answer(302, Location="/web/20261126120000/https://b.example/")],
            NoCopyError,
            "has no copy of this address, but one of <https://b.example/>",
            2,
        ),
        (
            [hang],
            ArchiveError,
            "gave no answer: it took too long; ask again in an hour, for it may make the copy yet",
            3,
        ),
    ],
)
def test_no_copy_may_be_made(
    behaviours: list[Behaviour], kind: type[ArchiveError], words: str, requests: int
) -> None:
    pages = {
        f"{SAVE_API}{PAGE}": behaviours,
        "/web/20261126120000/missing": [answer(404)],
        "/web/20261126120000/https://b.example/": [answer(200)],
    }
    with misbehaving(pages) as server:
        with pytest.raises(ArchiveError) as caught:
            archive(server, LIMITS._replace(answer=0.3)).save(PAGE)
        assert (type(caught.value), str(caught.value)) == (kind, words)
        assert len(server.requests) == requests


def test_there_is_a_pause_between_two_pages_to_save() -> None:
    with misbehaving({SAVE_API + "a": [answer(520)], SAVE_API + "b": [answer(520)]}) as server:
        hurried = archive(server, LIMITS._replace(pause=0.05, retries=0))
        for page in ("a", "b"):
            with pytest.raises(ArchiveError):
                hurried.save(page)
        assert min(server.pauses) >= 0.05
