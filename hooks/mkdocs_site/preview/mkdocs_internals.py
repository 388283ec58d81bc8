"""Everything that the live preview uses of MkDocs without a public name.

MkDocs 1 has none for making a single page, nor for changing a page while it is served. What would break this
is a release that renames `_populate_page` or `_build_page` of `mkdocs.commands.build`, or `_watched_paths`,
`_want_rebuild`, `_visible_epoch` or `_inject_js_into_html` of `mkdocs.livereload.LiveReloadServer`. MkDocs is
locked to 1.x, which is no longer developed, and the tests of the preview would show it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


def make_page(page: Page, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> None:
    """Make one page of the site, as MkDocs does in a whole build."""
    _populate_page(page, config, files)
    _build_page(page, config, files.documentation_pages(), nav, env)


class PatchedServer(LiveReloadServer):
    """MkDocs' server, with another observer and builder, and a say in every page that it serves."""

    def __init__(self, server: LiveReloadServer, config: MkDocsConfig, build: Callable[[Path], None]) -> None:
        """Take over from a server that has not started yet; `build` makes the site anew in a folder."""
        host, port = config.dev_addr
        super().__init__(
            builder=lambda: build(Path(server.root)),
            host=host,
            port=port,
            root=server.root,
            mount_path=server.mount_path,
        )

    def watch_like(self, server: LiveReloadServer, observer: Any, *, build_at_once: bool) -> None:
        """Watch what another server watches, with an observer of one's own."""
        self.observer = observer
        self._want_rebuild = build_at_once
        for path in server._watched_paths:
            self.watch(path)

    def change_page(self, content: bytes) -> bytes:
        """Return what is served in place of a page."""
        return content

    def reloading(self, content: bytes) -> bytes:
        """Return a page with the script that reloads it after a change."""
        return self._inject_js_into_html(content, self._visible_epoch)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        changed: bytes = super()._inject_js_into_html(self.change_page(content), epoch)  # type: ignore[no-untyped-call]
        return changed
