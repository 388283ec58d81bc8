"""The server of the live preview: MkDocs' own, quicker to notice a change, with a banner on every page."""

from __future__ import annotations

import re
from collections.abc import Sequence

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

NO_PAGE = b"<!doctype html><title>No page yet</title><body></body>"


class PreviewServer(PatchedServer):
    """Serves what the preview makes."""

    def __init__(self, server: LiveReloadServer, config: MkDocsConfig, preview: Preview) -> None:
        super().__init__(server, config, lambda: preview.update(server.builder))
        self.build_delay = SETTLE
        self.preview = preview
        self.project = data_folder(config).parent
        self.banner: tuple[Sequence[Problem], bytes] = ((), b"")
        """The last banner, and the problems that it shows."""
        self.watch_like(server, FileWatcher(preview.seen))

    def read(self, file: str) -> bytes | None:
        """Return a file, brought up to date; as long as nothing is built, a page for the banner alone."""
        if file == "404.html" and not self.preview.has_pages:
            return NO_PAGE
        return self.preview.read(file)

    def change_page(self, content: bytes) -> bytes:
        """Put what is wrong at the start of a page's body."""
        problems = self.preview.problems
        if not problems:
            return content
        shown, banner = self.banner
        if shown is not problems:
            banner = self.show(problems).encode()
            self.banner = (problems, banner)
        found = re.search(rb"<body[^>]*>", content)
        start = found.end() if found else 0
        return content[:start] + banner + content[start:]

    def show(self, problems: Sequence[Problem]) -> str:
        """Write all problems, each with the line that it is in."""
        template = environment().get_template("problems.html")
        excerpts = Excerpts(self.project)
        return template.render(
            problems=[(problem, excerpts.at(problem.place)) for problem in problems],
            total=total(problems),
            has_pages=self.preview.has_pages,
        )

    def shutdown(self, wait: bool = False) -> None:
        """Stop serving, and write nothing any more: MkDocs is about to remove the folder of the site."""
        super().shutdown(wait)
        self.preview.close()
