"""Whether links lead somewhere: asked of servers that misbehave in every way that servers have."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from email.utils import formatdate
from math import ceil
from pathlib import Path
from time import time

import pytest

from dossier.addresses import Mention, addresses_of
from dossier.findings import findings
from dossier.links import Answer, Outcome, ask
from dossier.loading import load
from dossier.patience import Patience
from dossier.problems import Place

from .misbehaving import Behaviour, Exchange, answer, drip, hang, misbehaving, pour, say
from .websites import ROOT

PATIENCE = Patience(connect=5, answer=5, pause=0.02, retry=0.02, longest=5, retries=2, redirects=4, hosts=4)
HURRIED = replace(PATIENCE, answer=0.15, retries=1)
"""For servers that never finish an answer."""


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


def ask_one(address: str, patience: Patience = PATIENCE) -> Answer:
    return ask([address], patience)[address]


def redirect(status: int, target: str) -> list[Behaviour]:
    return [answer(status, Location=target)]


@contextmanager
def closed_port() -> Iterator[str]:
    """The address of a port that is taken, but where nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/"


ALIVE = Answer(Outcome.ALIVE, "answered 200 OK")


@pytest.mark.parametrize(
    ("behaviours", "outcome", "words", "requests"),
    [
        pytest.param([answer(200, "Yes.")], "alive", "answered 200 OK", 1, id="200"),
        pytest.param([answer(204)], "alive", "answered 204 No Content", 1, id="204"),
        pytest.param([answer(404, "No.")], "gone", "answered 404 Not Found", 1, id="404"),
        pytest.param([answer(410)], "gone", "answered 410 Gone", 1, id="410"),
        pytest.param([answer(401)], "refused", "answered 401 Unauthorized", 1, id="401"),
        pytest.param([answer(403)], "refused", "answered 403 Forbidden", 1, id="403"),
        pytest.param([answer(451)], "refused", "answered 451 Unavailable For Legal Reasons", 1, id="451"),
        pytest.param([answer(999)], "refused", "answered 999", 1, id="a status that there is not"),
        pytest.param([answer(302)], "refused", "answered 302 Found", 1, id="302 to nowhere"),
        pytest.param([answer(429)], "refused", "answered 429 Too Many Requests", 3, id="429 for ever"),
        pytest.param([answer(429), answer(404)], "gone", "answered 404 Not Found", 2, id="429, then 404"),
        pytest.param(
            [answer(429, Retry_After="soon"), answer(503, Retry_After="-1"), answer(200)],
            "alive",
            "answered 200 OK",
            3,
            id="waits that are none",
        ),
        pytest.param(
            [answer(429, Retry_After="9" * 5000), answer(200)],
            "alive",
            "answered 200 OK",
            2,
            id="absurd wait",
        ),
        pytest.param([answer(500)] * 2 + [answer(200)], "alive", "answered 200 OK", 3, id="500 twice"),
        pytest.param([answer(500)], "unreachable", "answered 500 Internal Server Error", 3, id="500 always"),
        pytest.param([answer(503)], "unreachable", "answered 503 Service Unavailable", 3, id="503 always"),
        pytest.param(
            [say("")], "unreachable", "gave no answer: the connection was closed", 3, id="closes at once"
        ),
        pytest.param([say(""), answer(200)], "alive", "answered 200 OK", 2, id="closes once"),
        pytest.param(
            [say("HTTP/1.")],
            "unreachable",
            "gave no answer: what came was no answer of a web server",
            3,
            id="closes within the status",
        ),
        pytest.param(
            [say("220 mail.example ESMTP\r\n")],
            "unreachable",
            "gave no answer: what came was no answer of a web server",
            3,
            id="another protocol",
        ),
        pytest.param(
            [say("HTTP/1.1 200 OK\r\n" + "X: y\r\n" * 200 + "\r\n")],
            "unreachable",
            "gave no answer: what came was no answer of a web server",
            3,
            id="too many headers",
        ),
        pytest.param([answer(200, "Yes.", Content_Length="9999")], "alive", "answered 200 OK", 1, id="short"),
        pytest.param([answer(200, "Yes.", Content_Length="1")], "alive", "answered 200 OK", 1, id="long"),
        pytest.param(
            [answer(200, "Yes.", Content_Length="x")], "alive", "answered 200 OK", 1, id="no length"
        ),
        pytest.param(
            [answer(200, "Yes.", Content_Encoding="gzip")], "alive", "answered 200 OK", 1, id="no gzip"
        ),
    ],
)
def test_an_answer_has_an_outcome(
    behaviours: list[Behaviour], outcome: str, words: str, requests: int
) -> None:
    with misbehaving({"/page": behaviours}) as server:
        assert ask_one(server["/page"]) == (outcome, words)
        assert len(server.requests) == requests


@pytest.mark.parametrize(
    ("behaviour", "answer"),
    [
        pytest.param(drip("HTTP/1.1 200 OK\r\n\r\n", "x"), ALIVE, id="drips its body"),
        pytest.param(pour("HTTP/1.1 200 OK\r\n\r\n", "x" * 9999), ALIVE, id="a body without end"),
        pytest.param(
            pour("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
            ALIVE,
            id="chunks without end",
        ),
        pytest.param(
            pour("HTTP/1.1 404 Not Found\r\n\r\n", "x" * 9999),
            Answer(Outcome.GONE, "answered 404 Not Found"),
            id="an error page without end",
        ),
        pytest.param(
            pour("HTTP/1.1 302 Found\r\nLocation: /end\r\n\r\n", "x" * 9999),
            ALIVE,
            id="a redirect with a body without end",
        ),
    ],
)
def test_no_body_is_read(behaviour: Behaviour, answer: Answer) -> None:
    with misbehaving({"/page": [behaviour], "/end": [say("HTTP/1.1 200 OK\r\n\r\n")]}) as server:
        assert ask_one(server["/page"]) == answer
        assert server.requests[0].was_finished.wait(5), "the connection is still open"


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(hang, id="says nothing"),
        pytest.param(drip("", "H"), id="drips its status"),
        pytest.param(drip("HTTP/1.1 200 OK\r\n", "x"), id="drips one header"),
        pytest.param(drip("HTTP/1.1 200 OK\r\n", "X: y\r\n"), id="drips headers"),
        pytest.param(drip("", "HTTP/1.1 100 Continue\r\n\r\n"), id="puts off"),
        pytest.param(pour("", "HTTP/1.1 100 Continue\r\n\r\n"), id="puts off without end"),
    ],
)
def test_an_answer_has_to_come_in_time(behaviour: Behaviour) -> None:
    with misbehaving({"/page": [behaviour]}) as server:
        began = time()
        assert ask_one(server["/page"], HURRIED) == ("unreachable", "gave no answer: it took too long")
        assert time() - began < 5
        assert len(server.requests) == 2
        assert all(request.was_finished.wait(5) for request in server.requests), "a connection is still open"


def test_a_slow_answer_that_comes_in_time_is_one() -> None:
    with misbehaving({"/page": [answer(200)]}, slowness=0.2) as server:
        assert ask_one(server["/page"]) == ALIVE


def test_a_host_may_be_unknown_or_closed_or_speak_no_tls() -> None:
    with closed_port() as closed, misbehaving({}) as plain:
        addresses = {
            closed: "nothing listens at its host",
            plain["/"].replace("http:", "https:"): "no secure connection could be made",
            "http://nowhere.invalid/": "its host is unknown",
            "http://[nowhere/": "this is not an address that can be asked",
            f"http://{'a' * 64}.invalid/": "this is not an address that can be asked",
        }
        assert ask(addresses, PATIENCE) == {
            address: ("unreachable", f"gave no answer: {reason}") for address, reason in addresses.items()
        }


MOVED = {
    "/moved": redirect(301, "/page"),
    "/moved-for-good": redirect(308, "/page"),
    "/moved-twice": redirect(301, "moved-for-good"),
    "/moved-then-elsewhere": redirect(308, "/elsewhere"),
    "/moved-to-nothing": redirect(301, "/nothing"),
    "/moved-to-refusal": redirect(308, "/refusal"),
    "/moved-to-ftp": redirect(301, "ftp://127.0.0.1/"),
    "/moved-to-no-address": redirect(301, "http://["),
    "/moved-to-letters": redirect(301, "/Zürich <page>".encode().decode("latin-1")),
    "/elsewhere": redirect(302, "/elsewhere-2"),
    "/elsewhere-2": redirect(303, "/elsewhere-3"),
    "/elsewhere-3": redirect(307, "/page"),
    "/elsewhere-then-moved": redirect(302, "/moved"),
    "/elsewhere-to-nothing": redirect(302, "/nothing"),
    "/circle": redirect(301, "/circle-2"),
    "/circle-2": redirect(302, "/circle"),
    "/itself": redirect(301, "/itself"),
    **{f"/on?{number}": redirect(302, f"/on?{number + 1}") for number in range(5)},
    "/on?5": [answer(200)],
    "/to-the-root": redirect(302, "/"),
    "/to-the-front-page": redirect(301, "/en/index.html"),
    "/index.php": redirect(302, "/"),
    "/with-a-cookie": [answer(302, Location="/with-a-cookie", Set_Cookie="a=b"), answer(200)],
    "/page": [answer(200)],
    "/Z%C3%BCrich%20%3Cpage%3E": [answer(200)],
    "/": [answer(200)],
    "/en/index.html": [answer(200)],
    "/nothing": [answer(404)],
    "/refusal": [answer(403)],
}


@pytest.mark.parametrize(
    ("path", "outcome", "words"),
    [
        ("/moved", "moved", "has moved to <{}/page>"),
        ("/moved-for-good", "moved", "has moved to <{}/page>"),
        ("/moved-twice", "moved", "has moved to <{}/page>"),
        ("/moved-then-elsewhere", "moved", "has moved to <{}/elsewhere>"),
        ("/moved-to-nothing", "gone", "leads to <{}/nothing>, which answered 404 Not Found"),
        ("/moved-to-refusal", "refused", "leads to <{}/refusal>, which answered 403 Forbidden"),
        (
            "/moved-to-ftp",
            "unreachable",
            "leads to <ftp://127.0.0.1/>, which gave no answer: this is not an address that can be asked",
        ),
        ("/moved-to-no-address", "unreachable", "gave no answer: this is not an address that can be asked"),
        ("/moved-to-letters", "moved", "has moved to <{}/Z%C3%BCrich%20%3Cpage%3E>"),
        ("/elsewhere", "alive", "answered 200 OK"),
        ("/elsewhere-then-moved", "alive", "answered 200 OK"),
        ("/elsewhere-to-nothing", "gone", "leads to <{}/nothing>, which answered 404 Not Found"),
        ("/circle", "unreachable", "leads in a circle"),
        ("/itself", "unreachable", "leads in a circle"),
        ("/on?0", "unreachable", "leads on after 4 redirects"),
        ("/on?1", "alive", "answered 200 OK"),
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
        assert ask_one(server[path]) == (outcome, words.format(server[""]))


def test_a_visitor_says_who_asks_and_why() -> None:
    with misbehaving({"/page": [answer(200)]}) as server:
        ask_one(server["/page"])
        (request,) = server.requests
        assert request.method == "GET", "many servers answer HEAD wrongly"
        assert request.headers["User-Agent"] == (
            "nato-relations-links/1 (a reference site asks whether the pages that it cites are still there)"
        )


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause() -> None:
    patience = replace(PATIENCE, pause=0.05)
    with (
        misbehaving({"/1": [answer(200)], "/2": [answer(404)], "/3": [answer(200)]}, slowness=0.02) as host,
        misbehaving({"/": redirect(302, host["/1"])}) as one,
        misbehaving({"/": redirect(302, host["/2"])}) as another,
    ):
        answers = ask([host["/1"], host["/2"], host["/3"], one["/"], another["/"], host["/3"]], patience)
        assert len(answers) == 5
        assert sorted(request.path for request in host.requests) == ["/1", "/1", "/2", "/2", "/3"]
        assert host.most_open == 1
        assert min(host.pauses) >= 0.05


def test_several_hosts_are_asked_at_the_same_time_but_not_many() -> None:
    pair = threading.Barrier(2)
    asked: list[int] = []

    def meet(exchange: Exchange) -> None:
        asked.append(pair.wait(5))
        answer(200)(exchange)

    with ExitStack() as stack:
        servers = [stack.enter_context(misbehaving({"/": [meet]})) for _ in range(6)]
        answers = ask([server["/"] for server in servers], replace(PATIENCE, hosts=2))
        assert list(answers.values()) == [ALIVE] * 6
        assert asked.count(0) == 3, "two at a time"


def test_pauses_grow_before_asking_again() -> None:
    with misbehaving({"/page": [answer(500)]}) as server:
        ask_one(server["/page"], replace(PATIENCE, retry=0.05, retries=3))
        first, second, third = server.pauses
        assert first >= 0.05
        assert second >= 0.1
        assert third >= 0.2


def test_a_host_is_left_alone_for_as_long_as_it_asks() -> None:
    date = ceil(time()) + 1
    with (
        misbehaving({"/page": [answer(429, Retry_After="1"), answer(200)]}) as seconds,
        misbehaving(
            {"/page": [answer(503, Retry_After=formatdate(date, usegmt=True)), answer(200)]}
        ) as until,
    ):
        assert ask([seconds["/page"], until["/page"]], PATIENCE) == {
            seconds["/page"]: ALIVE,
            until["/page"]: ALIVE,
        }
        assert seconds.pauses[0] >= 1
        assert until.requests[1].began >= date


def test_a_host_that_asks_for_too_long_a_wait_is_left_alone_altogether() -> None:
    with misbehaving(
        {"/1": [answer(429, Retry_After="3600")], "/2": [answer(200)], "/3": redirect(301, "/1")}
    ) as server:
        answers = ask([server["/1"], server["/2"]], PATIENCE)
        assert answers == {
            server["/1"]: ("refused", "asks to be left alone for 60 minutes"),
            server["/2"]: ("refused", "asks to be left alone for 60 minutes"),
        }
        assert [request.path for request in server.requests] == ["/1"]


DATA = {
    "partner.yml": """
name: Ruritania
adjective: Ruritanian
primary_source: atlas
summary: See the [map]({page}#north) and [the atlas]({gone}), or [write](mailto:a@example.org).
overview:
  - id: treaty
    text: A treaty.
    as_of: 2007
    updates:
      - {{as_of: 2008, text: "As the [map]({page}#south) shows."}}
""",
    "sources.yml": """
- id: atlas
  title: An atlas
  publisher: Zenda University
  kind: research
  url: {gone}
  note: |
    Read in the
    [library]({refused}).
- {{id: map, title: A, publisher: B, kind: press, url: "{moved}"}}
- {{id: old-map, title: A, publisher: B, kind: press, url: "{lost}", archived: "{copy}"}}
""",
    "milestones.yml": "{{id: flood, date: 2007, title: A flood, sources: [map, old-map]}}",
}


@contextmanager
def written(data: Path, *, all_is_well: bool = False) -> Iterator[dict[str, str]]:
    """Write data that link to a page of each of six hosts; give the addresses of the pages."""
    with ExitStack() as stack:
        new = stack.enter_context(misbehaving({"/new": [answer(200)]}))["/new"]
        pages = {
            "page": [answer(200)],
            "gone": [answer(404)],
            "refused": [answer(403)],
            "moved": redirect(301, new),
            "lost": [answer(410)],
            "copy": [answer(200)],
        }
        addresses = {"new": new}
        for name, behaviours in pages.items():
            page = {f"/{name}": [answer(200)] if all_is_well else behaviours}
            addresses[name] = stack.enter_context(misbehaving(page))[f"/{name}"]
        data.mkdir()
        for name, text in DATA.items():
            (data / name).write_text(text.format(**addresses).lstrip(), encoding="utf-8")
        yield addresses


def run(data: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command as `make links` does."""
    return subprocess.run(
        [sys.executable, "-m", "dossier", "links", str(data), *options],
        env=os.environ | {"PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_command_reports_what_an_editor_should_do(tmp_path: Path) -> None:
    with written(tmp_path / "data") as at:
        result = run(tmp_path / "data", "--report", str(tmp_path / "links.md"))
    assert result.stderr == ""
    assert result.returncode == 1
    assert result.stdout == REPORT.format(**at)
    assert (tmp_path / "links.md").read_text(encoding="utf-8") == result.stdout


REPORT = """\
# Links to other sites

6 links: 1 gone, 1 moved, 1 refused, 1 archived, 2 alive.

## Gone

The server says that nothing is there. Look for the document's new address and write it in place of this \
one. Where there is none, add `archived:` with the address of an archived copy to the source, and `gone:` \
with today's date, which marks it on its page; in a text, take the link out.

- <{gone}> answered 404 Not Found.
  Given in `data/partner.yml:4` (partner, summary); `data/sources.yml:5` (source "atlas", url).

## Moved

The server leads elsewhere. Open the new address; where it shows the same document, write it in place of the \
old one. Where it does not, do as with a page that is gone.

- <{moved}> has moved to <{new}>.
  Given in `data/sources.yml:9` (source "map", url).

## Refused

The server answers, but not to a program. Open the address in a browser; where it shows the document, there \
is nothing to do.

- <{refused}> answered 403 Forbidden.
  Given in `data/sources.yml:6` (source "atlas", note).

## Archived

These are gone, have moved or are unreachable, but the source gives an archived copy, so that readers find \
the document. There is nothing to do.

- <{lost}> answered 410 Gone.
  Given in `data/sources.yml:10` (source "old-map", url).
"""


def test_the_command_is_content_where_every_page_is_there(tmp_path: Path) -> None:
    with written(tmp_path / "data", all_is_well=True):
        result = run(tmp_path / "data")
    assert (result.stdout, result.returncode) == ("# Links to other sites\n\n6 links: 6 alive.\n", 0)


def test_the_command_asks_nothing_where_the_data_are_wrong(tmp_path: Path) -> None:
    result = run(tmp_path / "data", "--report", str(tmp_path / "links.md"))
    assert result.stdout.startswith("data/partner.yml:1:1: partner: this file is missing")
    assert result.returncode == 1
    assert not (tmp_path / "links.md").exists()


def test_every_link_is_found_once_with_its_places(tmp_path: Path) -> None:
    with written(tmp_path / "data") as at:
        found = {
            address: [f"{mention.place.file}:{mention.place.line} {mention.key}" for mention in mentions]
            for address, mentions in addresses_of(load(tmp_path / "data")).items()
        }
    assert found == {
        at["page"]: ["data/partner.yml:4 summary", "data/partner.yml:10 text"],
        at["gone"]: ["data/partner.yml:4 summary", "data/sources.yml:5 url"],
        at["refused"]: ["data/sources.yml:6 note"],
        at["moved"]: ["data/sources.yml:9 url"],
        at["lost"]: ["data/sources.yml:10 url"],
        at["copy"]: ["data/sources.yml:10 archived"],
    }


PAGE, COPY = "https://a.example/", "https://b.example/a"
IN_SOURCE = Mention(Place("data/sources.yml", 1, 1), 'source "a"', "url", archived=COPY)
IN_TEXT = Mention(Place("data/visits.yml", 1, 1), 'visit "a"', "purpose")


@pytest.mark.parametrize(
    ("page", "copy", "heading"),
    [
        ("alive", "alive", "alive"),
        ("gone", "alive", "archived"),
        ("moved", "alive", "archived"),
        ("unreachable", "alive", "archived"),
        ("refused", "alive", "refused"),
        ("gone", "refused", "archived"),
        ("gone", "moved", "archived"),
        ("gone", "gone", "gone"),
        ("gone", "unreachable", "gone"),
        ("alive", "gone", "alive"),
    ],
)
def test_an_archived_copy_makes_up_for_a_page(page: str, copy: str, heading: str) -> None:
    answers = {PAGE: Answer(Outcome(page), "A"), COPY: Answer(Outcome(copy), "A")}
    in_copy = IN_SOURCE._replace(key="archived", archived=None)
    found = findings({PAGE: (IN_SOURCE,), COPY: (in_copy,)}, answers)
    assert [finding.heading for finding in found] == [heading, copy]


def test_an_archived_copy_is_of_no_use_where_a_text_links_to_the_page() -> None:
    answers = {PAGE: Answer(Outcome.GONE, "A"), COPY: Answer(Outcome.ALIVE, "A")}
    (finding,) = findings({PAGE: (IN_SOURCE, IN_TEXT)}, answers)
    assert finding.is_amiss


@pytest.mark.parametrize(
    ("page", "heading"), [("gone", "known"), ("unreachable", "known"), ("moved", "known"), ("alive", "alive")]
)
def test_what_is_known_to_be_gone_is_not_amiss(page: str, heading: str) -> None:
    known = IN_SOURCE._replace(archived=None, is_known_gone=True)
    (finding,) = findings({PAGE: (known,)}, {PAGE: Answer(Outcome(page), "A")})
    assert (finding.heading, finding.is_amiss) == (heading, False)


def test_only_the_check_of_links_knows_how_to_connect() -> None:
    modules = "dossier.__main__, dossier.pages, dossier.handwritten"
    program = f"import sys, {modules}; sys.exit('requests' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT / "hooks", check=False).returncode == 0
