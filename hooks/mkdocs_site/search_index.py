"""The entries of the pages in the index of Material's search, which takes them as HTML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as SitePage

from dossier.pages.page import Page
from dossier.pages.site_pages import SitePages

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
        entries[:] = [entry for entry in entries if _url_of(entry) != page.url]


def renew_entries(pages: Sequence[SitePage], written: SitePages, config: MkDocsConfig) -> None:
    """Hand over the entries of the pages made from the data anew; those of hand-written pages stay.

    As in a whole build, what the search has found in the HTML of hand-written pages comes last.
    """
    search: Any = config.plugins[SEARCH]
    index = search.search_index
    found = defaultdict(list)
    for entry in index.entries:
        found[_url_of(entry)].append(entry)
    index.entries = []
    for page in pages:
        if page.file.src_uri in written:
            list_entries(page, written[page.file.src_uri], config)
            written.forget(page.file.src_uri)
    for page in pages:
        if page.file.src_uri not in written:
            index.entries += found[page.url]


def _url_of(entry: dict[str, Any]) -> str:
    url: str = entry["location"].partition("#")[0]
    return url
