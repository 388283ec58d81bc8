"""A server that gives a site as GitHub Pages does, compressed, and counts what it sends."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

from ..websites import PagesHandler

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/vnd.microsoft.icon",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
}


@dataclass(frozen=True)
class Sent:
    """An answer of the server."""

    path: str
    """What was asked for, from the root of the host."""
    size: int
    """Bytes of the body as it went over the wire."""


@dataclass
class Host:
    """A running server."""

    root: str
    """The address of the served folder, with a slash at its end."""
    sent: list[Sent] = field(default_factory=list)


class CompressingHandler(PagesHandler):
    """Answers as GitHub Pages: compressed, kept for ten minutes, with the site's own 404 page."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, sent: list[Sent], **options: Any) -> None:
        self.sent = sent
        super().__init__(*arguments, **options)

    def send_head(self) -> BytesIO | None:
        """Send what goes before a file, and give its content."""
        file = Path(self.translate_path(self.path))
        if file.is_dir() and not self.path.partition("?")[0].endswith("/"):
            self._redirect()
            return None
        if file.is_dir():
            file /= "index.html"
        return self._send(200, file) if file.is_file() else self._send(404, self.missing)

    def _redirect(self) -> None:
        path, mark, query = self.path.partition("?")
        self.send_response(301)
        self.send_header("Location", f"{path}/{mark}{query}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, file: Path) -> BytesIO:
        is_packed = file.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        content = _packed(file, file.stat().st_mtime_ns) if is_packed else file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        self.sent.append(Sent(self.path, len(content)))
        return BytesIO(content)


@cache
def _packed(file: Path, changed: int) -> bytes:
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)


@contextmanager
def hosted(folder: Path, missing: Path) -> Iterator[Host]:
    """Serve a folder on a free port of this machine, until the block ends."""
    host = Host("")
    handler = partial(CompressingHandler, directory=str(folder), missing=missing, sent=host.sent)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        host.root = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield host
        finally:
            server.shutdown()
