"""What an editor sees of the search for copies, and what it writes into the data."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.archiving.dialogue import Mode, run
from dossier.archiving.internet_archive import InternetArchive
from dossier.loading.data_folder import load

from ...websites import ROOT
from ..link_check.misbehaving import Behaviour, Server, answer, misbehaving
from .playing import API, NOTHING, SAVE_API, archive, closest

TODAY = date(2026, 11, 26)
A, B, C, GONE = (f"http://{name}.example/" for name in ("a", "b", "c", "gone"))
PARTNER = """\
name: Ruritania
adjective: Ruritanian
summary: "[A](source:a), [b](source:b), [c](source:c), [d](source:d), [gone](source:gone)."
primary_source: a
"""
SOURCES = f"""\
# What everything rests on.
- id: a
  title: A
  publisher: NATO
  kind: official
  url: {A}
  date: 2011 # by its last event
  # Which version it is:
  note: The first.

- {{id: b, title: B, publisher: NATO, kind: press, url: '{B}', date: 2011}}
- id: c
  title: C
  publisher: NATO
  kind: official
  url: {C}#top

- {{id: d, title: D, publisher: NATO, kind: press, url: 'http://d.example/', archived: 'http://copy.example/'}}
"""
WITH_GONE = f"{SOURCES}- {{id: gone, title: G, publisher: NATO, kind: press, url: '{GONE}', gone: 2020}}\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Sources of which some have a copy."""
    folder = tmp_path / "data"
    (folder / "sources").mkdir(parents=True)
    (folder / "partner.yml").write_text(PARTNER, encoding="utf-8")
    (folder / "sources.yml").write_bytes(WITH_GONE.replace("\n", "\r\n").encode())
    return folder


@contextmanager
def playing(**pages: Behaviour) -> Iterator[InternetArchive]:
    """An archive that answers so for the host of each page."""
    with misbehaving(answers(**pages)) as server:
        yield archive(server)


def answers(**pages: Behaviour) -> dict[str, list[Behaviour]]:
    urls = {name: f"{name}.example%2F" for name in ("a", "b", "c", "gone")}
    days = {"a": "20111231", "b": "20111231", "c": "20261126", "gone": "20261126"}
    return {
        f"{API}?url={urls[name]}&timestamp={days[name]}235959": [pages.get(name, NOTHING)] for name in urls
    }


def saying(*words: str) -> Callable[[str], str]:
    """An editor who gives these answers, and then closes the terminal."""
    given = iter(words)

    def ask(question: str) -> str:
        print(question, end="")
        word = next(given, None)
        if word is None:
            raise EOFError
        print(word)
        return word

    return ask


def text(data: Path) -> str:
    return (data / "sources.yml").read_bytes().decode()


def go(data: Path, archive: InternetArchive, mode: Mode) -> bool:
    return run(load(data, TODAY), data.parent, archive, mode)


COPY_A = f"https://web.archive.org/web/20110702120000/{A}"
COPY_C = f"https://web.archive.org/web/20190702120000/{C}"


def test_an_editor_is_shown_each_copy_and_those_that_fit_are_written(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with playing(a=closest(A), b=closest(B), c=closest(C, "20190702120000")) as archive:
        assert go(data, archive, Mode(saying("Yes", "what?", "Y")))
    assert (
        capsys.readouterr().out
        == f"""\
data/sources.yml: source "a": copy of 2 July 2011, within its date (2011)
  {COPY_A}
  Open it: does it show the document? yes, no or quit: Yes
  written: accessed, archived
data/sources.yml: source "b": copy of 2 July 2011, within its date (2011)
  https://web.archive.org/web/20110702120000/{B}
  Open it: does it show the document? yes, no or quit: what?
data/sources.yml: source "c": copy of 2 July 2019; the document has no date
  {COPY_C}
  Open it: does it show the document? yes, no or quit: Y
  written: archived
data/sources.yml: source "gone": the archive has no copy
4 sources without "archived": 2 written, 1 found but not written, 1 without a copy
"""
    )
    expected = WITH_GONE.replace(
        "  date: 2011 # by its last event\n",
        f"  date: 2011 # by its last event\n  accessed: 2026-11-26\n  archived: {COPY_A}\n",
    ).replace(f"  url: {C}#top\n", f"  url: {C}#top\n  archived: {COPY_C}\n")
    assert text(data) == expected.replace("\n", "\r\n")
    assert main(["check", str(data), "--strict"]) == 0


def test_unasked_only_copies_near_to_the_date_of_their_source_are_written(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {"a": closest(A, "20190702120000"), "b": closest(B), "c": closest(C)}
    with playing(**pages) as archive:
        assert go(data, archive, Mode(takes_near=True))
    assert capsys.readouterr().out.endswith(
        """\
4 sources without "archived": 1 written, 2 found but not written, 1 without a copy
The copies that were not written may show another version; look at them without --yes.
"""
    )
    added = f'archived: "https://web.archive.org/web/20110702120000/{B}", '
    assert text(data) == WITH_GONE.replace(", date: 2011}", f", {added}date: 2011}}").replace("\n", "\r\n")


def test_nothing_is_written_if_nobody_is_asked(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = text(data)
    with playing(a=closest(A)) as archive:
        assert go(data, archive, Mode())
    assert capsys.readouterr().out.endswith("\nNothing is written without a terminal, unless with --yes.\n")
    assert text(data) == before


@pytest.mark.parametrize("words", [("y", "q"), ("y", "quit"), ("y",)])
def test_what_was_written_stays_if_an_editor_stops(
    words: tuple[str, ...], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with playing(a=closest(A), b=closest(B), c=closest(C)) as archive:
        assert go(data, archive, Mode(saying(*words)))
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == '4 sources without "archived": 1 written, 3 not looked up'
    assert (COPY_A in text(data), text(data).count("archived")) == (True, 2)


def test_an_editor_may_have_changed_the_file_meanwhile(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ask(question: str) -> str:
        (data / "sources.yml").write_text("- id: other\n", encoding="utf-8")
        return "yes"

    with playing(a=closest(A)) as archive:
        assert not go(data, archive, Mode(ask))
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == "  not written: data/sources.yml was changed meanwhile; run the command again"
    assert lines[-1] == '4 sources without "archived": 3 without a copy, 1 failed'
    assert text(data) == "- id: other\n"


def test_a_bad_answer_does_not_end_the_search_but_a_busy_archive_does(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with playing(a=answer(503), b=answer(429, Retry_After="3600")) as archive:
        assert not go(data, archive, Mode())
    assert (
        capsys.readouterr().out
        == """\
data/sources.yml: source "a": the archive answered 503 Service Unavailable
data/sources.yml: source "b": the archive asks to wait (429 Too Many Requests)
4 sources without "archived": 2 failed, 2 not looked up
"""
    )


def test_a_copy_older_than_the_document_does_not_count(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with playing(a=closest(A, "20100101120000")) as archive:
        assert go(data, archive, Mode(saying("y")))
    assert capsys.readouterr().out.splitlines()[0] == (
        'data/sources.yml: source "a": the archive has no copy of the document, but a copy of 1 January'
        " 2010, 1 year before its date (2011)"
    )


def test_what_an_archive_says_cannot_change_the_terminal(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with playing(a=closest(f"{A}\x1b[2J")) as archive:
        assert go(data, archive, Mode())
    first, *_ = capsys.readouterr().out.splitlines()
    assert first.endswith(rf"but one of <{A}\x1b[2J>")


def saved(url: str) -> dict[str, list[Behaviour]]:
    """The pages of an archive that makes a copy."""
    copy = f"/web/20261126120000/{url}"
    return {f"{SAVE_API}{url}": [answer(302, Location=copy)], copy: [answer(200)]}


def test_copies_are_asked_for_where_there_is_none_and_the_page_is_there(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = answers(a=closest(A, "20100101120000")) | saved(A) | saved(C)
    with misbehaving(pages | {f"{SAVE_API}{B}": [answer(520)]}) as server:
        assert not go(data, archive(server), Mode(saying("n", "y"), saves=True))
    assert (
        capsys.readouterr().out
        == f"""\
data/sources.yml: source "a": copy of 26 November 2026, 14 years after its date (2011)
  {server[f"/web/20261126120000/{A}"].replace("http", "https", 1)}
  Open it: does it show the document? yes, no or quit: n
data/sources.yml: source "b": the archive answered 520
data/sources.yml: source "c": copy of 26 November 2026; the document has no date
  {server[f"/web/20261126120000/{C}"].replace("http", "https", 1)}
  Open it: does it show the document? yes, no or quit: y
  written: archived
data/sources.yml: source "gone": the archive has no copy
4 sources without "archived": 1 written, 1 found but not written, 1 without a copy, 1 failed
"""
    )


def test_where_every_source_has_a_copy_nothing_is_asked(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "sources.yml").write_text(SOURCES.splitlines()[-1], encoding="utf-8")
    partner = "{name: A, adjective: B, summary: C, primary_source: d}"
    (data / "partner.yml").write_text(partner, encoding="utf-8")
    with misbehaving({}) as server:
        assert main(["archive", str(data), "--api", server[API]]) == 0
        assert server.requests == []
    assert capsys.readouterr().out == '0 sources without "archived": nothing to do\n'


def test_the_command_asks_nothing_where_the_data_are_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["archive", str(tmp_path / "data")]) == 1
    assert capsys.readouterr().out.startswith("data/partner.yml:1:1: partner: this file is missing")


@pytest.fixture
def single(data: Path) -> Path:
    """One source without a copy, in a file of its own."""
    (data / "sources.yml").unlink()
    (data / "partner.yml").write_text(
        PARTNER.replace(PARTNER.splitlines()[2], "summary: A."), encoding="utf-8"
    )
    record = "id: a\ntitle: A\npublisher: B\nkind: press\nurl: http://a.example/\ndate: 2011\n"
    (data / "sources" / "a.yml").write_text(record, encoding="utf-8")
    return data


def command(data: Path, server: Server, *options: str) -> list[str]:
    return [sys.executable, "-m", "dossier", "archive", str(data), "--api", server[API], *options]


def start(command: list[str], stdin: int) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "hooks")}
    return subprocess.run(
        command, env=environment, stdin=stdin, stdout=subprocess.PIPE, encoding="utf-8", check=False
    )


@pytest.mark.parametrize(("options", "is_written"), [([], False), (["--yes"], True)])
def test_without_a_terminal_nothing_is_written_unless_with_yes(
    options: list[str], is_written: bool, single: Path
) -> None:
    with misbehaving({API: [closest(A)]}) as server:
        result = start(command(single, server, *options), stdin=subprocess.DEVNULL)
    assert result.returncode == 0
    assert ("archived: " in (single / "sources" / "a.yml").read_text("utf-8")) is is_written


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_in_a_terminal_an_editor_is_asked(single: Path) -> None:
    controller, terminal = os.openpty()
    os.write(controller, b"yes\n")
    with misbehaving({API: [closest(A)]}) as server:
        result = start(command(single, server), stdin=terminal)
    os.close(controller)
    os.close(terminal)
    assert "Open it: does it show the document? yes, no or quit: " in result.stdout
    assert (single / "sources" / "a.yml").read_text("utf-8").endswith(f"\narchived: {COPY_A}\n")
    assert result.returncode == 0
