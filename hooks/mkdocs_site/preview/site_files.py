"""The files of the site: each is made anew when it is asked for, if it is older than the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from dossier.exports.site_exports import SiteExports

from .. import search_index
from ..site_build import Build, build_of
from .fair_lock import FairLock
from .mkdocs_internals import make_page

SEARCH_INDEX = "search/search_index.json"


class SiteFiles:
    """Serves the files of the last whole build, to many threads at once."""

    def __init__(self, note_error: Callable[[Exception], None]) -> None:
        self.making = FairLock()
        """Held while files are made: MkDocs makes one at a time. To read them, nobody needs it."""
        self._note_error = note_error
        self._folder: str | None = None
        """The folder that is served, once there is one."""
        self._exports: SiteExports | None = None
        """The exports of the data as they are; they stand in no folder."""
        self._stale: dict[str, Callable[[Path], None]] = {}
        """The files that are older than the data, and what writes each anew to a path."""
        self._searched: tuple[str, ...] = ()
        """The files of the hand-written pages: the search finds in their HTML what it has of them."""
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        """Whoever asks for a file that is being made waits for this one only, and does not make it again."""

    def folder_beside(self, folder: str) -> str:
        """Return where the next whole build goes: into a folder or, while that is served, into one in it."""
        # A build empties its folder first, but leaves what has a dot before its name.
        return f"{folder}/.beside" if folder == self._folder else folder

    def serve(self, config: MkDocsConfig) -> None:
        """Serve what a whole build has made."""
        self._folder, self._stale = config.site_dir, {}
        self._exports = build_of(config).exports

    def outdate(self, config: MkDocsConfig, read: Build) -> None:
        """Have the files made of what was read anew, as soon as they are asked for."""
        build = build_of(config)
        build.pages, build.introductions, build.exports = read.pages, read.introductions, read.exports
        self._exports = read.exports
        pages = _pages(build)
        self._searched = tuple(page.file.dest_uri for page in pages if page.file.src_uri not in build.pages)
        self._stale = {page.file.dest_uri: partial(_write_page, page, config) for page in pages}
        if search_index.SEARCH in config.plugins:
            self._stale[SEARCH_INDEX] = partial(_write_index, config)

    def read(self, file: str) -> bytes | None:
        """Return a file, brought up to date; None if it is not there."""
        if self._exports is not None and file in self._exports:
            return self._make_export(self._exports, file)
        for needed in (*self._searched, file) if file == SEARCH_INDEX else (file,):
            self._bring_up_to_date(needed)
        try:
            return Path(self._folder, file).read_bytes() if self._folder else None
        except (OSError, ValueError):  # ValueError: the file system has no such names
            return None

    def close(self) -> None:
        """Write no file any more."""
        with self.making.held():
            self._stale = {}

    def _make_export(self, exports: SiteExports, file: str) -> bytes | None:
        try:
            return exports[file]
        except Exception as error:
            self._note_error(error)
            return None

    def _bring_up_to_date(self, file: str) -> None:
        if file not in self._stale:
            return
        with self._locks[file]:
            if file in self._stale:
                with self.making.held():
                    self._make(file)

    def _make(self, file: str) -> None:
        """Put a new file in the place of a stale one; whoever reads has the one or the other, and whole."""
        if file == SEARCH_INDEX and not self._stale.keys().isdisjoint(self._searched):
            return  # the pages have become stale again meanwhile, and so has whatever page asks for this
        if write := self._stale.get(file):
            target = Path(self._folder or "", file)
            beside = target.with_name(f".{target.name}")
            try:
                write(beside)
                beside.replace(target)
            except Exception as error:  # the file stays as it was
                self._note_error(error)
            del self._stale[file]


def _write_page(page: Page, config: MkDocsConfig, path: Path) -> None:
    build = build_of(config)
    search_index.forget_entries(page, config)
    page.file.abs_dest_path = str(path)
    make_page(page, config, build.files, build.nav, build.env)


def _write_index(config: MkDocsConfig, path: Path) -> None:
    build = build_of(config)
    search_index.renew_entries(_pages(build), build.pages, config)
    search: Any = config.plugins[search_index.SEARCH]
    path.write_text(search.search_index.generate_search_index(None), encoding="utf-8")


def _pages(build: Build) -> list[Page]:
    return [file.page for file in build.files.documentation_pages() if file.page]
