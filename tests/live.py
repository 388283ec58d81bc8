"""A live preview for the tests: the real command, edited as an editor would."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

PATIENCE = 20
"""Seconds until a server that says nothing counts as dead."""


@dataclass
class Live:
    """A running live preview."""

    project: Path
    root: str
    process: subprocess.Popen[str]
    output: list[str] = field(default_factory=list)

    def get(self, path: str = "") -> str:
        """Return what a browser gets, the page for what is missing included."""
        try:
            with urlopen(self.root + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except HTTPError as missing:
            return missing.read().decode()

    def wait(self, page: str) -> None:
        """Wait as a browser with an open page does, until the server says that there is something new."""
        found = re.search(r"livereload\((\d+), (\d+)\)", page)
        assert found, "the page does not wait for changes"
        epoch = int(found[1])
        with urlopen(f"{self.root}livereload/{epoch}/{found[2]}", timeout=PATIENCE) as answer:
            assert int(answer.read()) > epoch, "\n".join(self.output)

    def save(self, file: str, content: str | bytes, path: str = "") -> str:
        """Save a file and return a page as it is after the reload."""
        before = self.get(path)
        content = content.encode() if isinstance(content, str) else content
        (self.project / file).write_bytes(content)
        self.wait(before)
        return self.get(path)

    def read(self, file: str) -> str:
        """Return the text of a file of the project."""
        return (self.project / file).read_text(encoding="utf-8")


def free_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def live(project: Path) -> Iterator[Live]:
    """Start the live preview of a project, as `make serve` does; end it."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    site = Live(project, f"http://127.0.0.1:{port}/", process)
    try:
        assert process.stderr
        for line in process.stderr:
            site.output.append(line)
            if "Serving on" in line:
                break
        assert process.poll() is None, "".join(site.output)
        threading.Thread(target=site.output.extend, args=[process.stderr], daemon=True).start()
        yield site
        assert process.poll() is None, "".join(site.output)
        assert "Traceback" not in "".join(site.output)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)
