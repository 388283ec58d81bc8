"""A live preview for the tests: the real command, edited as an editor would."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import urlopen

from selectolax.lexbor import LexborHTMLParser

PATIENCE = 20
"""Seconds until a server that says nothing counts as dead."""


@dataclass
class Live:
    """A running live preview."""

    project: Path
    root: str
    process: subprocess.Popen[str]
    temporary: Path
    """Where it puts its temporary files."""
    output: list[str] = field(default_factory=list)
    listener: threading.Thread = field(init=False)
    """Takes down what it says."""

    def get(self, path: str = "") -> str:
        """Return what a browser gets, the page for what is missing included."""
        try:
            with urlopen(self.root + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except HTTPError as missing:
            return missing.read().decode()

    def wait(self, page: str, patience: float = PATIENCE) -> None:
        """Wait as a browser with an open page does, until the server says that there is something new."""
        found = re.search(r"livereload\((\d+), (\d+)\)", page)
        assert found, "the page does not wait for changes"
        epoch = int(found[1])
        with urlopen(f"{self.root}livereload/{epoch}/{found[2]}", timeout=patience) as answer:
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

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """End the server as a user does: it goes without a traceback, and leaves nothing behind."""
        assert self.process.poll() is None, "".join(self.output)
        self.process.send_signal(number)
        self.process.wait(timeout=PATIENCE)
        self.listener.join()
        assert "Traceback" not in "".join(self.output)
        assert not [*self.temporary.iterdir()]


def banner(page: str) -> list[str]:
    """Return what the banner of a page says of each problem."""
    return [node.text(strip=True) for node in LexborHTMLParser(page).css(".nr-problems li > p")]


def free_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def live(project: Path) -> Iterator[Live]:
    """Start the live preview of a project, as `make serve` does; end it, if that has not been done."""
    port = free_port()
    with (
        TemporaryDirectory() as temporary,
        subprocess.Popen(
            [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": temporary},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as process,
    ):
        site = Live(project, f"http://127.0.0.1:{port}/", process, Path(temporary))
        try:
            assert process.stderr
            for line in process.stderr:
                site.output.append(line)
                if "Serving on" in line:
                    break
            site.listener = threading.Thread(target=site.output.extend, args=[process.stderr])
            site.listener.start()
            yield site
            if process.returncode is None:
                site.stop()
        finally:
            process.kill()
