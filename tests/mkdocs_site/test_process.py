"""The command `mkdocs serve` as a process: its port, and what it leaves behind."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ..websites import copy_project


@pytest.fixture
def project(tmp_path: Path, good_data: Path) -> Path:
    """The project of another country."""
    return copy_project(tmp_path / "project", data=good_data)


def serve(project: Path, port: int) -> subprocess.CompletedProcess[str]:
    """Serve a project where that is impossible."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_port_in_use_is_told_in_one_sentence(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = int(other.getsockname()[1])
        result = serve(project, port)
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == (
        f"Error: port {port} is in use, perhaps by another make serve; stop it,"
        f' or write "make serve PORT={port + 1}"'
    )
    assert "Traceback" not in result.stderr


def test_a_port_out_of_range_is_told_in_one_sentence(project: Path) -> None:
    result = serve(project, 99999)
    assert result.returncode == 1
    assert re.search(
        r"^Error: there is no port 99999; write for example .*$\s*\Z", result.stderr, re.MULTILINE
    )
    assert "Traceback" not in result.stderr
