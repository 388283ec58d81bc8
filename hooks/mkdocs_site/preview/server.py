"""The server of the live preview: MkDocs' own, quicker to notice a change, with a banner on every page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from posixpath import normpath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from dossier.pages.page import environment
from dossier.problems.problem import Excerpts, Problem, total

from ..site_build import data_folder
from .file_watcher import INTERVAL, FileWatcher
from .live_preview import Preview
from .mkdocs_internals import PatchedServer

SETTLE = 1.5 * INTERVAL
"""Seconds without a further change before one is taken in: editors save in several steps."""


class PreviewServer(PatchedServer):
    """Serves what the preview makes."""

    def __init__(self, server: LiveReloadServer, config: MkDocsConfig, preview: Preview) -> None:
        super().__init__(server, config, lambda root: preview.update(server.builder, root))
        self.build_delay = SETTLE
        self.preview = preview
        self.project = data_folder(config).parent
        self.shown: tuple[Sequence[Problem], bytes] = ((), b"")
        """The problems of which the banner was made last, and the banner."""
        self.find_missing_page = server.error_handler
        self.error_handler = self.show_missing_page
        self.watch_like(server, FileWatcher(), build_at_once=preview.has_missed_a_change())

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
        return content and self.reloading(content)

    def change_page(self, content: bytes) -> bytes:
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
        """Write all problems, each with the line that it is in."""
        template = environment().get_template("problems.html")
        excerpts = Excerpts(self.project)
        return template.render(
            problems=[(problem, excerpts.at(problem.place)) for problem in problems],
            total=total(problems),
            has_pages=self.preview.has_pages,
        )
