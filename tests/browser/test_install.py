"""How a browser gets onto a machine: the ways are tried in order, and a failure is loud."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ..websites import ROOT
from . import install
from .browsers import VARIABLE, NoBrowserError, find_browser, launched


class Machine:
    """A machine without a browser, on which every attempt to get one fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.has_browser = False
        self.commands: list[str] = []
        monkeypatch.delenv(VARIABLE, raising=False)
        monkeypatch.setattr(install, "launched", self.launched)
        monkeypatch.setattr("subprocess.run", self.run)
        monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)

    @contextmanager
    def launched(self) -> Iterator[None]:
        if not self.has_browser:
            raise NoBrowserError
        yield

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.commands.append(" ".join(command[-3:]))
        return subprocess.CompletedProcess(command, returncode=0 if "update" in command else 1)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


def test_nothing_is_done_where_there_is_a_browser(machine: Machine) -> None:
    machine.has_browser = True
    install.main()
    assert machine.commands == []


def test_every_way_is_tried_before_it_fails_aloud(machine: Machine) -> None:
    with pytest.raises(SystemExit, match=VARIABLE):
        install.main()
    assert machine.commands == [
        "install --with-deps chromium",
        "apt-get update",
        "--yes chromium libatomic1",
    ]


def test_a_named_browser_that_is_missing_is_the_callers_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/no/such/browser")
    with pytest.raises(NoBrowserError, match="/no/such/browser"):
        find_browser()
    with pytest.raises(SystemExit, match="/no/such/browser"):
        install.main()


@pytest.mark.skipif(sys.platform == "win32", reason="the driver's stand-in is a shell script")
@pytest.mark.parametrize("command", ["exit 127", "echo no libatomic.so.1 >&2; exit 127", "kill -9 $$"])
def test_a_driver_that_does_not_start_is_no_browser(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = tmp_path / "node"
    node.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    node.chmod(0o755)
    monkeypatch.setenv("PLAYWRIGHT_NODEJS_PATH", str(node))
    with pytest.raises(NoBrowserError, match='"apt-get install libatomic1" may help'), launched():
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="the browser's stand-in is a shell script")
def test_a_browser_that_does_not_start_is_no_browser(tmp_path: Path) -> None:
    browser = tmp_path / "chromium"
    browser.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    browser.chmod(0o755)
    program = "from tests.browser.browsers import launched\nwith launched(): pass"
    # In a process of its own: Playwright starts once in one, and the other tests have it running.
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {VARIABLE: str(browser)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert re.search(r"NoBrowserError: .*chromium does not start", result.stderr)
