"""The server of the live preview: MkDocs' own, quicker to notice a change, with a banner on every page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from posixpath import normpath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

import publishing
from dossier.problems import Excerpts, Problem, total
from dossier.rendering import environment
from lookout import INTERVAL, Lookout
from preview import Preview

SETTLE = 1.5 * INTERVAL
"""Seconds without a further change before one is taken in: editors save in several steps."""


class PreviewServer(LiveReloadServer):
    """Serves what the preview makes."""

    def __init__(self, server: LiveReloadServer, config: MkDocsConfig, preview: Preview) -> None:
        host, port = config.dev_addr
        super().__init__(
            builder=partial(preview.update, server.builder, Path(server.root)),
            host=host,
            port=port,
            root=server.root,
            mount_path=server.mount_path,
        )
        self.observer = Lookout()  # type: ignore[assignment]
        self.build_delay = SETTLE
        self._want_rebuild = preview.has_missed_a_change()
        self.preview = preview
        self.project = publishing.data_folder(config).parent
        self.shown: tuple[Sequence[Problem], bytes] = ((), b"")
        """The problems of which the banner was made last, and the banner."""
        self.find_missing_page = server.error_handler
        self.error_handler = self.show_missing_page
        for path in server._watched_paths:  # the folders that MkDocs watches of itself
            self.watch(path)

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request, with the page brought up to date."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        path += "index.html" * path.endswith("/")
        file = normpath(f"/{path.removeprefix(self.mount_path)}").lstrip("/")
        heads: list[Any] = []
        while True:
            self.preview.refresh(file)
            answer = super().serve_request(environ, lambda *head: heads.append(head))
            if not self.preview.is_stale(file):  # no change came in while the page was made
                start_response(*heads[-1])
                return answer

    def show_missing_page(self, code: int) -> bytes | None:
        """Return the site's own page for what is not found; as long as nothing is built, the banner alone."""
        content = self.find_missing_page(code)
        if content is None and not self.preview.has_pages:
            content = b"<!doctype html><title>No page yet</title><body></body>"
        return content and self._inject_js_into_html(content, self._visible_epoch)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Put the banner into a page too: MkDocs hands every page it serves to this method."""
        return super()._inject_js_into_html(self.put_banner(content), epoch)  # type: ignore

    def put_banner(self, content: bytes) -> bytes:
        """Put what is wrong at the start of a page's body."""
        problems = self.preview.problems
        if not problems:
            return content
        if self.shown[0] is not problems:
            self.shown = (problems, self.banner(problems).encode())
        found = re.search(rb"<body[^>]*>", content)
        start = found.end() if found else 0
        return content[:start] + self.shown[1] + content[start:]

    def banner(self, problems: Sequence[Problem]) -> str:
        """Write all problems, each with the line in which it stands."""
        template = environment().get_template("problems.html")
        excerpts = Excerpts(self.project)
        return template.render(
            problems=[(problem, excerpts.at(problem.place)) for problem in problems],
            total=total(problems),
            has_pages=self.preview.has_pages,
        )
