"""The site is whole at every moment: the old one or the new one, whatever ends the build."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from ..websites import contents

OLD, NEW = "1400000000", "1700000000"
"""Two times of a build, which the site shows where it speaks of age."""


def start(project: Path, epoch: str, **options: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env=os.environ | {"SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **options,
    )


def finish(build: subprocess.Popen[str]) -> tuple[int, str]:
    output, _ = build.communicate(timeout=60)
    return build.returncode, output


def built(project: Path, epoch: str) -> dict[str, bytes]:
    status, output = finish(start(project, epoch))
    assert status == 0, output
    return contents(project / "site")


def leftovers(project: Path) -> list[str]:
    return [path.name for path in project.iterdir() if path.name.startswith(".site")]


def test_a_build_that_is_ended_leaves_a_whole_site(project: Path) -> None:
    new = built(project, NEW)
    began = time.monotonic()
    old = built(project, OLD)
    duration = time.monotonic() - began
    assert old != new
    chance = random.Random(2011)
    for number in range(10):
        build = start(project, NEW if number % 2 else OLD)
        with suppress(subprocess.TimeoutExpired):
            build.wait(chance.uniform(0, duration))
        build.send_signal(chance.choice([signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
        finish(build)
        assert contents(project / "site") in (old, new)
    built(project, NEW)
    assert leftovers(project) == []


def test_builds_at_once_leave_a_whole_site(project: Path) -> None:
    whole = built(project, OLD), built(project, NEW)
    for build in [start(project, epoch) for epoch in (OLD, NEW, OLD)]:
        status, output = finish(build)
        assert status == 0, output
    assert contents(project / "site") in whole
    assert leftovers(project) == []


def limit_file_size() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))


def break_strictness(project: Path) -> None:
    (project / "docs" / "about.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "options", "message"),
    [
        (lambda _: None, {"preexec_fn": limit_file_size}, "the site could not be written: File too large"),
        (break_strictness, {}, "contains a link 'nowhere.md', but the target is not found"),
    ],
    ids=["the system refuses a file", "a warning counts"],
)
def test_a_build_that_fails_leaves_the_old_site(
    project: Path, spoil: Callable[[Path], None], options: dict[str, Any], message: str
) -> None:
    old = built(project, OLD)
    spoil(project)
    status, output = finish(start(project, NEW, **options))
    assert status == 1
    assert message in output
    assert "Traceback" not in output
    assert contents(project / "site") == old
    assert leftovers(project) == []


def test_a_link_is_not_followed(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "letter.txt").write_text("mine", encoding="utf-8")
    (project / "site").symlink_to(tmp_path / "elsewhere")
    status, output = finish(start(project, NEW))
    assert (status, "site is a link to another folder; delete it, and build again" in output) == (1, True)
    assert contents(tmp_path / "elsewhere") == {"letter.txt": b"mine"}
