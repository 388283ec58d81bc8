"""The commands on a machine where nothing is installed yet, or not as the last time."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from .websites import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="there is no make")

PYTHON = """\
#!/bin/sh
# Stands in for a Python: says its version, and makes a .venv without packages.
if [ "$1" = --version ]; then echo "Python $VERSION"; exit; fi
if [ "$1 $2" = "-m venv" ]; then
    mkdir -p .venv/bin && cp "$0" .venv/bin/python
    exit "$STATUS"
fi
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with what `make` needs, in a path with a space."""
    project = tmp_path / "bare checkout"
    project.mkdir()
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, project)
    (project / "python").write_text(PYTHON, encoding="utf-8")
    (project / "python").chmod(0o755)
    return project


def make(project: Path, version: str = "3.11.2", status: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a command where Python has a version, and making a .venv ends with a status."""
    return subprocess.run(
        ["make", "check", f"PYTHON={project.as_posix().replace(' ', chr(92) + ' ')}/python"],
        cwd=project,
        env=os.environ | {"VERSION": version, "STATUS": str(status), "MAKEFLAGS": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def makes_venv(result: subprocess.CompletedProcess[str]) -> bool:
    """Say whether a command made the .venv and installed into it."""
    assert result.returncode == 0, result.stderr
    steps = ["-m venv .venv" in result.stdout, "-m pip install" in result.stdout]
    assert steps[0] == steps[1]
    return steps[0]


def test_a_venv_is_made_once(project: Path) -> None:
    assert [makes_venv(make(project)) for _ in range(3)] == [True, False, False]


def test_a_venv_that_is_half_made_is_made_again(project: Path) -> None:
    assert make(project, status=1).returncode != 0
    assert (project / ".venv" / "bin" / "python").exists()
    assert [makes_venv(make(project)) for _ in range(2)] == [True, False]


def test_a_venv_of_another_python_is_made_again(project: Path) -> None:
    versions = ["3.11.2", "3.11.9", "3.13.1", "3.13.1", "3.14.0rc1"]
    made = [makes_venv(make(project, version)) for version in versions]
    assert made == [True, False, True, False, True]


def test_a_venv_whose_python_is_gone_is_made_again(project: Path) -> None:
    make(project)
    (project / ".venv" / "bin" / "python").unlink()
    (project / ".venv" / "bin" / "python").symlink_to("/no/such/python")
    assert [makes_venv(make(project)) for _ in range(2)] == [True, False]


def test_a_venv_works_in_a_renamed_folder(project: Path) -> None:
    make(project)
    renamed = project.rename(project.with_name("renamed"))
    assert not makes_venv(make(renamed))


def test_no_command_calls_a_script_that_knows_the_path_of_its_folder() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert text.count(".venv/bin/") == text.count(".venv/bin/python")


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
@pytest.mark.parametrize("name", ["Makefile", ".ci/run"])
def test_a_clone_has_the_line_ends_that_its_programs_need(name: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    shutil.copy(ROOT / name, tmp_path / name)
    git = ["git", "-c", "core.autocrlf=true", "-C", str(tmp_path)]
    for command in (["init", "--quiet"], ["add", "."]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    (tmp_path / name).unlink()
    subprocess.run([*git, "checkout", "--quiet", "--", name], check=True)
    assert b"\r" not in (tmp_path / name).read_bytes()
