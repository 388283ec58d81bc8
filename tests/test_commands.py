"""The commands that README and the guides name do what they say: each runs in a copy of the project."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .engines.comparison import settings
from .websites import ROOT, copy_project

TEXTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob(".github/*.md"), *ROOT.glob("docs/**/*.md")]

PROGRAM = r"(?:make|python|py|pipx|git|gh|npm|\.venv[\\/]\S+|\.cache/\S+|PYTHONPATH=\S+)"
IN_TEXT = re.compile(rf"`({PROGRAM} [^`]+)`")
INDENTED = re.compile(rf"^ {{4}}({PROGRAM} .*)", re.MULTILINE)
FENCED = re.compile(r"^```(?:sh|bash|console|powershell)\n(.*?)^```", re.DOTALL | re.MULTILINE)

PYTHON = ".venv/bin/python"

BLANKS = {"AREA": "science", "NAME": "rivers", "DIR": "exported"}
"""What is written for the words in capitals."""

BEFORE = {
    "make verify": "make site",
    "make new statement cyber-defence": "make new area cyber-defence",
    f"{PYTHON} -m mkdocs_site.offline": f"{PYTHON} -m mkdocs build --strict",
    f"{PYTHON} -m zensical build --strict": f"PYTHONPATH=hooks {PYTHON} -m dossier export exported",
}
"""The commands that take what another one makes."""

NOT_RUN = {
    r"make test|.* -m pytest": "it is what runs this",
    r"make serve|.* -m mkdocs serve": "it goes on until it is stopped; the tests of the preview run it",
    r"(make|.* -m dossier) (links|archive)\b.*": "it asks other hosts",
    r"make (audit|map)\b.*|gh .*": "it asks other hosts",
    r"make (engines|lock|lowest)|.* -m pip install .*|py -m venv .*|pipx .*": "it installs something",
    r".* -m tests\.browser\.install": "it may download a browser",
    r"\.cache/materialx/.*": "`make engines` installs what it runs, and runs the same",
    r"make (screenshots|share-picture)": "it takes pictures with a browser",
    r"make bench\b.*": "it takes minutes",
    r"git .*": "it takes the history of the repository",
}
"""The commands that do not run here, as regular expressions, and why."""


def documented() -> Iterator[str]:
    """Give the commands as they are documented, without their comments."""
    for file in TEXTS:
        text = file.read_text(encoding="utf-8")
        yield from IN_TEXT.findall(text)
        for block in FENCED.findall(text):
            yield from block.splitlines()
        yield from INDENTED.findall(text)


def as_here(command: str) -> str:
    """Write a command as a POSIX shell takes it in this project."""
    words = command.partition(" # ")[0].split()
    words[0] = re.sub(r"^(python|\.venv\\Scripts\\python)$", PYTHON, words[0])
    return " ".join(BLANKS.get(word, word) for word in words)


def reason_not_to_run(command: str) -> str:
    return next((reason for pattern, reason in NOT_RUN.items() if re.fullmatch(pattern, command)), "")


COMMANDS = sorted({as_here(command) for command in documented()})


@pytest.fixture
def project(tmp_path: Path, good_data: Path) -> Path:
    """A copy of the project of another country, with this Python as its own."""
    folder = copy_project(tmp_path / "project", data=good_data)
    shutil.copytree(ROOT / "data" / "schema", folder / "data" / "schema")
    left_out = shutil.ignore_patterns("__pycache__", "bad_data", "benchmark")
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=left_out)
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    (folder / "zensical.toml").write_text(settings("toml"), encoding="utf-8")
    with (folder / "data" / "sources.yml").open("a", encoding="utf-8") as sources:
        sources.write("  archived: https://archive.example.org/ruritania\n")  # for STRICT_SOURCES
    (folder / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    return folder


def run(command: str, project: Path) -> None:
    """Run a command, with the packages that are installed."""
    words = shlex.split(command)
    variables = dict(word.split("=", 1) for word in words if re.match("[A-Z]+=", word))
    program, *arguments = [word for word in words if not re.match("[A-Z]+=", word)]
    if program == "make":
        installed = [f"--old-file=.venv/{name}" for name in ("site", "development", "audit")]
        arguments = [*installed, *arguments, *(f"{name}={value}" for name, value in variables.items())]
    result = subprocess.run(
        [str(project / program) if "/" in program else program, *arguments],
        cwd=project,
        env=os.environ | {"PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1"} | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the commands of Windows are tried as POSIX has them")
@pytest.mark.parametrize("command", [name for name in COMMANDS if not reason_not_to_run(name)])
def test_a_documented_command_runs(command: str, project: Path) -> None:
    if command in BEFORE:
        run(BEFORE[command], project)
    run(command, project)


def test_there_is_a_command_for_every_reason_not_to_run_one() -> None:
    for pattern in NOT_RUN:
        assert [name for name in COMMANDS if re.fullmatch(pattern, name)] != [], pattern


def test_what_runs_first_is_documented_too() -> None:
    assert {*BEFORE, *BEFORE.values()} <= {*COMMANDS}
