"""The command `mkdocs serve` as a process: its port, and what it leaves behind."""

from __future__ import annotations

import re
import socket
import subprocess
from pathlib import Path

from ..websites import run


def serve(project: Path, port: int) -> subprocess.CompletedProcess[str]:
    """Serve a project where that is impossible."""
    return run(project, "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")


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
