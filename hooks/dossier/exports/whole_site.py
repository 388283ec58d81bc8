"""Everything that a dossier makes: its pages, and its exports, some of which are made from the pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ..pages import urls
from ..pages.hand_written import HandWritten
from ..pages.page_context import SiteContext
from ..pages.site_pages import SitePages
from .data_page import write_data
from .llms import list_for_models
from .markdown.markdown_pages import MarkdownPages
from .record_lists import list_records
from .site_exports import SiteExports


def list_site(site: SiteContext, hand_written: Mapping[str, HandWritten]) -> tuple[SitePages, SiteExports]:
    """List the pages and the exports, given the hand-written pages by their files."""
    exports = SiteExports(site)
    # The page on the data does not know what is made from pages, so that what an edit replaces goes at once.
    pages = SitePages(site, {urls.DATA: partial(write_data, site, exports)})
    markdown = MarkdownPages(pages, hand_written, exports.listed)
    return pages, exports.plus((*markdown.exports(), list_for_models(markdown), *list_records(site)))
