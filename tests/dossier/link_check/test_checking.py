"""What becomes of URLs: asked of servers that misbehave in every way that servers have."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from socket import socket
from time import monotonic

import pytest

from dossier.link_check.checking import Answer, Outcome, check_urls
from dossier.link_check.transport import USER_AGENT, Limits

from .misbehaving import Behaviour, Exchange, answer, hang, misbehaving, pour, say

LIMITS = Limits(connect=5, answer=5, pause=0.02, backoff=0.02, retry_after=5, retries=2, redirects=4, hosts=2)
ALIVE = Answer(Outcome.ALIVE, "answered 200 OK")


def check(url: str, limits: Limits = LIMITS) -> Answer:
    return check_urls([url], limits)[url]


@pytest.mark.parametrize(
    ("behaviours", "outcome", "words", "requests"),
    [
        ([answer(204)], "alive", "answered 204 No Content", 1),
        ([answer(404)], "gone", "answered 404 Not Found", 1),
        ([answer(410)], "gone", "answered 410 Gone", 1),
        ([answer(403)], "refused", "answered 403 Forbidden", 1),
        ([answer(999)], "refused", "answered 999", 1),
        ([answer(302)], "refused", "answered 302 Found", 1),
        ([answer(429)], "refused", "answered 429 Too Many Requests", 3),
        ([answer(429), answer(404)], "gone", "answered 404 Not Found", 2),
        ([answer(500), answer(502), answer(200)], "alive", "answered 200 OK", 3),
        ([answer(503)], "unreachable", "answered 503 Service Unavailable", 3),
        ([say(""), answer(200)], "alive", "answered 200 OK", 2),
        ([say("")], "unreachable", "gave no answer: the connection was closed", 3),
        ([say("220 SMTP\r\n")], "unreachable", "gave no answer: the connection was closed", 3),
    ],
)
def test_an_answer_has_an_outcome(
    behaviours: list[Behaviour], outcome: str, words: str, requests: int
) -> None:
    with misbehaving({"/page": behaviours}) as server:
        assert check(server["/page"]) == Answer(Outcome(outcome), words)
        assert len(server.requests) == requests


@pytest.mark.parametrize(
    ("head", "outcome"),
    [
        ("HTTP/1.1 200 OK\r\n\r\n", "alive"),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "alive"),
        ("HTTP/1.1 404 Not Found\r\n\r\n", "gone"),
        ("HTTP/1.1 500 Internal Server Error\r\n\r\n", "unreachable"),
        ("HTTP/1.1 302 Found\r\nLocation: /end\r\n\r\n", "alive"),
    ],
)
@pytest.mark.parametrize("pause", [0, 0.02])
def test_a_body_without_end_is_not_read(head: str, outcome: str, pause: float) -> None:
    with misbehaving({"/page": [pour(head, "1\r\nx\r\n", pause)], "/end": [answer(200)]}) as server:
        assert check(server["/page"]).outcome == outcome
        assert all(request.was_finished.wait(5) for request in server.requests), "a connection is still open"


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(hang, id="nothing"),
        pytest.param(pour("HTTP/1.1 200 OK\r\n", "x", 0.02), id="one header without end"),
        pytest.param(pour("HTTP/1.1 200 OK\r\n", "X: y\r\n", 0.02), id="headers without end"),
        pytest.param(pour("", "HTTP/1.1 100 Continue\r\n\r\n"), id="puts off without end"),
    ],
)
def test_an_answer_has_to_come_in_time(behaviour: Behaviour) -> None:
    with misbehaving({"/page": [behaviour]}) as server:
        began = monotonic()
        hurried = LIMITS._replace(answer=0.15, retries=1)
        late = Answer(Outcome.UNREACHABLE, "gave no answer: it took too long")
        assert check(server["/page"], hurried) == late
        assert monotonic() - began < 5
        assert len(server.requests) == 2
        assert all(request.was_finished.wait(5) for request in server.requests), "a connection is still open"


def test_a_url_may_lead_to_no_web_server() -> None:
    with socket() as closed, misbehaving({"/": [answer(302, Location="http://nowhere.invalid/")]}) as server:
        closed.bind(("127.0.0.1", 0))
        expected = {
            f"http://127.0.0.1:{closed.getsockname()[1]}": "gave no answer: nothing listens at its host",
            server["/"].replace("http:", "https:"): "gave no answer: no secure connection could be made,"
            " perhaps because of its certificate",
            "http://nowhere.invalid/": "gave no answer: its host is unknown",
            server["/"]: "leads to <http://nowhere.invalid/>, which gave no answer: its host is unknown",
        }
        answers = check_urls(expected, LIMITS)
        assert answers == {url: Answer(Outcome.UNREACHABLE, words) for url, words in expected.items()}


def test_a_host_that_cannot_be_reached_is_not_asked_for_each_of_its_pages() -> None:
    numbers = range(20)
    with socket() as closed:
        closed.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{closed.getsockname()[1]}"
        with misbehaving({f"/{n}": redirect(302, f"{dead}/{n}") for n in numbers}) as server:
            ends = {f"{dead}/{n}": "" for n in numbers}
            ends |= {server[f"/{n}"]: f"leads to <{dead}/{n}>, which " for n in numbers}
            began = monotonic()
            answers = check_urls(ends, LIMITS._replace(pause=0, backoff=0.2))
            assert monotonic() - began < 5, "asking for each page would take longer"
    failure = "gave no answer: nothing listens at its host"
    assert answers == {url: Answer(Outcome.UNREACHABLE, f"{end}{failure}") for url, end in ends.items()}


@pytest.mark.parametrize("url", ["ftp://a.example/", "http://[a.example/", f"http://{'a' * 64}.example/"])
def test_a_url_may_be_one_that_nobody_can_ask(url: str) -> None:
    with misbehaving({"/": [answer(301, Location=url)]}) as server:
        answers = check_urls([url, server["/"]], LIMITS).values()
        assert {answer.outcome for answer in answers} == {"unreachable"}


def redirect(status: int, target: str) -> list[Behaviour]:
    return [answer(status, Location=target)]


MOVED = {
    "/moved": redirect(301, "/page"),
    "/moved-twice": redirect(308, "moved"),
    "/moved-then-elsewhere": redirect(308, "/elsewhere"),
    "/moved-to-nothing": redirect(301, "/nothing"),
    "/moved-to-letters": redirect(301, "/Zürich".encode().decode("latin-1")),
    "/elsewhere": redirect(302, "/elsewhere-2"),
    "/elsewhere-2": redirect(307, "/page"),
    "/elsewhere-then-moved": redirect(302, "/moved"),
    "/circle": redirect(301, "/circle-2"),
    "/circle-2": redirect(302, "/circle"),
    "/to-the-root": redirect(302, "/"),
    "/to-the-front-page": redirect(301, "/en/index.html"),
    "/index.php": redirect(302, "/"),
    "/with-a-cookie": [answer(301, Location="/with-a-cookie", Set_Cookie="a=b"), answer(200)],
    "/page": [answer(200)],
    "/Z%C3%BCrich": [answer(200)],
    "/": [answer(200)],
    "/en/index.html": [answer(200)],
    "/nothing": [answer(404)],
}


@pytest.mark.parametrize(
    ("path", "outcome", "words"),
    [
        ("/moved", "moved", "has moved to <{}/page>"),
        ("/moved-twice", "moved", "has moved to <{}/page>"),
        ("/moved-then-elsewhere", "moved", "has moved to <{}/elsewhere>"),
        ("/moved-to-nothing", "gone", "leads to <{}/nothing>, which answered 404 Not Found"),
        ("/moved-to-letters", "moved", "has moved to <{}/Z%C3%BCrich>"),
        ("/elsewhere", "alive", "answered 200 OK"),
        ("/elsewhere-then-moved", "alive", "answered 200 OK"),
        ("/circle", "unreachable", "gave no answer: it redirects in a circle, or too often"),
        ("/to-the-root", "moved", "leads to the front page <{}/>: the document itself may be gone"),
        (
            "/to-the-front-page",
            "moved",
            "leads to the front page <{}/en/index.html>: the document itself may be gone",
        ),
        ("/index.php", "alive", "answered 200 OK"),
        ("/with-a-cookie", "alive", "answered 200 OK"),
    ],
)
def test_redirects_are_followed(path: str, outcome: str, words: str) -> None:
    with misbehaving(MOVED) as server:
        assert check(server[path])[:2] == (outcome, words.format(server[""]))


@pytest.mark.parametrize(
    ("path", "target"), [("/moved-then-elsewhere", "/elsewhere"), ("/to-the-front-page", ""), ("/page", "")]
)
def test_a_new_url_is_given_where_the_page_is_known_to_be(path: str, target: str) -> None:
    with misbehaving(MOVED) as server:
        assert check(server[path]).new_url == (target and server[target])


def test_a_request_says_who_asks_and_has_the_cookies_of_the_redirect_only() -> None:
    with misbehaving(MOVED) as server:
        check_urls([server["/with-a-cookie"], server["/page"]], LIMITS)
        assert {request.headers["User-Agent"] for request in server.requests} == {USER_AGENT}
        assert [(request.path, request.headers.get("Cookie")) for request in server.requests] == [
            ("/with-a-cookie", None),
            ("/with-a-cookie", "a=b"),
            ("/page", None),
        ]


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause() -> None:
    with (
        misbehaving({f"/{number}": [answer(200)] for number in range(4)}) as host,
        misbehaving({"/": redirect(302, host["/3"])}) as other,
    ):
        check_urls([host["/0"], host["/1"], host["/2"], other["/"]], LIMITS._replace(pause=0.05))
        assert sorted(request.path for request in host.requests) == ["/0", "/1", "/2", "/3"]
        assert min(host.pauses) >= 0.05


def test_several_hosts_are_asked_at_the_same_time_but_not_many() -> None:
    pair = threading.Barrier(2)
    asked: list[int] = []

    def meet(exchange: Exchange) -> None:
        asked.append(pair.wait(5))
        answer(200)(exchange)

    with ExitStack() as stack:
        servers = [stack.enter_context(misbehaving({"/": [meet]})) for _ in range(6)]
        answers = check_urls([server["/"] for server in servers], LIMITS)
        assert list(answers.values()) == [ALIVE] * 6
        assert asked.count(0) == 3, "two at a time"


def test_pauses_grow_before_each_retry() -> None:
    with misbehaving({"/page": [answer(500)]}) as server:
        check(server["/page"], LIMITS._replace(backoff=0.05))
        first, second = server.pauses
        assert first >= 0.05
        assert second >= 0.1


def test_a_retry_waits_for_as_long_as_the_server_asks() -> None:
    with misbehaving({"/page": [answer(429, Retry_After="1"), answer(200)]}) as server:
        assert check(server["/page"]) == ALIVE
        assert server.pauses[0] >= 1


def test_there_is_no_retry_where_the_server_asks_for_too_long_a_wait() -> None:
    with misbehaving({"/page": [answer(429, Retry_After="3600"), answer(200)]}) as server:
        assert check(server["/page"]) == Answer(Outcome.REFUSED, "answered 429 Too Many Requests")
