"""How a browser gets onto a machine: the ways are tried in order, and a failure is loud."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from . import install
from .browsers import VARIABLE, NoBrowserError, find_browser


class Machine:
    """A machine without a browser, on which every attempt to get one fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.has_browser = False
        self.commands: list[str] = []
        monkeypatch.delenv(VARIABLE, raising=False)
        monkeypatch.setattr(install, "find_browser", self.find)
        monkeypatch.setattr("subprocess.run", self.run)
        monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)

    def find(self) -> Path:
        if not self.has_browser:
            raise NoBrowserError
        return Path("chromium")

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
    assert machine.commands == ["install --with-deps chromium", "apt-get update", "install --yes chromium"]


def test_a_named_browser_that_is_missing_is_the_callers_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/no/such/browser")
    with pytest.raises(NoBrowserError, match="/no/such/browser"):
        find_browser()
    with pytest.raises(SystemExit, match="/no/such/browser"):
        install.main()
