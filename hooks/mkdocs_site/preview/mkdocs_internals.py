"""Everything that the live preview uses of MkDocs without a public name.

MkDocs 1 has none for making a single page, nor for changing a page while it is served. What would break this
is a release that renames `_populate_page` or `_build_page` of `mkdocs.commands.build`, or `_serve_request`,
`_guess_type`, `_watched_paths`, `_visible_epoch` or `_inject_js_into_html` of
`mkdocs.livereload.LiveReloadServer`. MkDocs is locked to 1.x, which is no longer developed, and the tests of
the preview would show it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from posixpath import join, normpath
from typing import Any
from urllib.parse import quote

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
    """MkDocs' server, with another observer, and a say in all that it serves.

    MkDocs lets every request wait until a build is over, and sends files while they may change.
    """

    request_queue_size = 1024
    """How many may connect at once; any other has to try again, after one second, two, four and so on."""

    def __init__(self, server: LiveReloadServer, config: MkDocsConfig, build: Callable[[], None]) -> None:
        """Take over from a server that has not started yet; `build` makes the site anew."""
        host, port = config.dev_addr
        super().__init__(builder=build, host=host, port=port, root=server.root, mount_path=server.mount_path)
        self.error_handler = lambda code: self.page(f"{code}.html")

    def read(self, file: str) -> bytes | None:
        """Return a file of the site, if it is there."""
        raise NotImplementedError

    def change_page(self, content: bytes) -> bytes:
        """Return what is served in place of a page."""
        raise NotImplementedError

    def watch_like(self, server: LiveReloadServer, observer: Any) -> None:
        """Watch what another server watches, with an observer of one's own."""
        self.observer = observer
        for path in server._watched_paths:
            self.watch(path)

    def page(self, file: str) -> bytes | None:
        """Return a page with the script that reloads it after a change."""
        epoch = self._visible_epoch  # before the page is read: one that is older then reloads
        content = self.read(file)
        if content is None:
            return None
        page: bytes = self._inject_js_into_html(self.change_page(content), epoch)  # type: ignore[no-untyped-call]
        return page

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/") or not f"{path}/".startswith(self.mount_path):
            return super()._serve_request(environ, start_response)
        file = normpath(f"/{path[len(self.mount_path) :]}{'index.html' * path.endswith('/')}").lstrip("/")
        content = self.page(file) if file.endswith(".html") else self.read(file)
        if content is not None:
            kind = self._guess_type(file)  # type: ignore[no-untyped-call]
            start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
            return [content]
        if not path.endswith("/") and self.read(join(file, "index.html")) is not None:
            start_response("302 Found", [("Location", f"{quote(path)}/")])
            return []
        return None
