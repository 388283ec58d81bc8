"""The other forms of a page: its Markdown, feeds, and a file of what it shows (`rel="alternate"` of HTML)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from . import urls
from .areas import AreaContext
from .page import Page

FILES = {
    urls.TIMELINE: ("text/calendar", urls.CALENDAR),
    urls.VISITS: ("text/csv", urls.table_file("visits")),
    urls.SOURCES: ("text/csv", urls.table_file("sources")),
    urls.CHANGES: ("application/json", urls.CHANGES_JSON),
}
"""The type and the URL of the file that holds what a page shows, by the URL of the page."""


class Alternate(NamedTuple):
    """A file that a page names in its head."""

    media_type: str
    url: str
    title: str = ""
    """What programs call it that offer several."""


def alternates_of(url: str, page: Page | None) -> Iterator[Alternate]:
    """List the other forms of the page at a URL."""
    yield Alternate("text/markdown", urls.markdown_of(url))
    if url in FILES:
        yield Alternate(*FILES[url])
    yield Alternate("application/atom+xml", urls.FEED, "What is new")
    yield Alternate("application/feed+json", urls.JSON_FEED, "What is new")
    if page and isinstance(page.context, AreaContext):
        area = page.context.area
        yield Alternate("application/atom+xml", urls.area_feed(area), f"What is new: {area.title}")
        yield Alternate("application/json", urls.record_file(area))
