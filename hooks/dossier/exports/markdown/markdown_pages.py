"""Every page as Markdown, beside its HTML.

The files suit any site generator: metadata as YAML before the text, relative links between the files, and no
heading of the first level, which generators make of the title.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import unescape
from typing import TypeAlias

from ...pages import urls
from ...pages.hand_written import HandWritten
from ...pages.site_pages import SitePages
from ..export import Export, write_text
from .data import data
from .history import as_of
from .page import MarkdownPage
from .pages import WRITERS, area, references
from .text import front_matter

Writer: TypeAlias = Callable[[MarkdownPage], Iterable[str]]

RELATIVE_LINK = re.compile(r"\]\((?![a-z]+:|[#/])(?P<target>[^)\s]+)\)")


class MarkdownPages:
    """The pages that are made from the data, and the hand-written ones."""

    def __init__(
        self, pages: SitePages, hand_written: Mapping[str, HandWritten], downloads: Sequence[Export]
    ) -> None:
        """Take the hand-written pages by their files; some introduce a page that is made from the data."""
        self.pages = pages
        self.downloads = downloads
        self.hand_written = {urls.of_file(name): text for name, text in hand_written.items()}
        dossier = pages.site.dossier
        self.writers: Mapping[str, Writer] = {
            **WRITERS,
            urls.DATA: partial(data, downloads=downloads),
            **{urls.area_page(each): partial(area, record=each) for each in dossier.areas},
            **{urls.as_of_page(year): partial(as_of, year=year) for year in dossier.partner.as_of_pages},
        }
        self.urls = (*self.writers, *sorted(self.hand_written.keys() - self.writers.keys()))
        self._linked = frozenset(self.urls)

    def exports(self) -> Iterator[Export]:
        """List the files."""
        for url in self.urls:
            yield Export(
                urls.markdown_of(url), "text/markdown", f"/{url} as Markdown", partial(self._write, url)
            )

    def described(self, url: str) -> tuple[str, str]:
        """Return the title and the description of a page."""
        if (path := urls.file_of(url)) in self.pages:
            return self.pages.described(path)
        return self.hand_written[url].title, self.hand_written[url].description

    def _write(self, url: str) -> Iterator[bytes]:
        return write_text((f"{block}\n" for block in self._blocks(url)), "\n")

    def _blocks(self, url: str) -> Iterator[str]:
        title, description = self.described(url)
        page = MarkdownPage(site=self.pages.site, url=url, title=title, pages=self._linked)
        yield front_matter(title, description)
        if url in self.hand_written:
            yield _relocate(self.hand_written[url], page)
        if url in self.writers:
            yield from self.writers[url](page)
            yield from references(page)


def _relocate(written: HandWritten, page: MarkdownPage) -> str:
    """Write relative links as the page has them, in place of the file in `docs/`."""
    folder = posixpath.dirname(written.name)

    def relocated(found: re.Match[str]) -> str:
        target, hash_sign, anchor = unescape(found["target"]).partition("#")
        path = posixpath.normpath(posixpath.join(folder, target))
        url = urls.of_file(path) if path.endswith(".md") else path
        return f"]({page.link(url + hash_sign + anchor)})"

    return RELATIVE_LINK.sub(relocated, written.markdown).strip()
