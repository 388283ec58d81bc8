"""The entries of the pages in the index of Material's search, which takes them as HTML."""

from __future__ import annotations

from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as SitePage

from dossier.pages.page import Page

SEARCH = "material/search"
PAGEFIND = "materialx/search"
"""The search of MaterialX, which reads the pages as they are."""


def is_left_out(written: Page, config: MkDocsConfig) -> bool:
    """Say whether the search is not to read a page: it is handed over, or not to be found."""
    return SEARCH in config.plugins or not written.entries


def list_entries(page: SitePage, written: Page, config: MkDocsConfig) -> None:
    """Hand a page's entries to the search, which would else have to find them in the HTML."""
    search: Any = config.plugins.get(SEARCH)
    if search is None:
        return
    search.search_index.entries += [
        {
            "location": f"{page.url}#{entry.anchor}" if entry.anchor else page.url,
            "title": escape(entry.title, quote=False),
            "text": escape(entry.text, quote=False),
            **({"boost": entry.weight} if entry.weight != 1 else {}),
        }
        for entry in written.entries
    ]


def forget_entries(page: SitePage, config: MkDocsConfig) -> None:
    """Take a page's entries out of the search, before they are handed over anew."""
    search: Any = config.plugins.get(SEARCH)
    if search is not None:
        entries = search.search_index.entries
        entries[:] = [entry for entry in entries if entry["location"].partition("#")[0] != page.url]
