"""The context in which a page is written as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ...model.event import Event
from ...model.prose import Prose
from ...model.records import Area, Source
from ...pages import urls
from ...pages.page_context import PageContext
from .text import cited, escape, from_html, link


@dataclass(frozen=True, kw_only=True)
class MarkdownPage(PageContext):
    """Links pages as Markdown from one of them, and numbers the sources that it cites."""

    template = ""
    pages: frozenset[str] = field(repr=False)
    """The URLs of the pages that there are as Markdown."""

    def link(self, url: str) -> str:
        """Write a URL of the site as a relative link, to a Markdown file if it is that of a page."""
        page, hash_sign, anchor = url.partition("#")
        if not page.endswith("/") and page != urls.HOME:
            return urls.relative(url, self.url)  # no page
        while page not in self.pages:  # a part of one
            page = page[: page.rstrip("/").rfind("/") + 1]
        if page == self.url and anchor:
            return f"#{anchor}"
        return urls.relative(urls.markdown_of(page), self.url) + hash_sign + anchor

    def prose_of(self, prose: Prose) -> str:
        """Write prose, its links to records resolved."""
        return from_html(prose.html(lambda reference: self.link(self.urls.referenced(reference))))

    def lead(self, prose: Prose) -> str:
        """Write prose in which every claim links to its record, with the numbers of the record's sources."""
        pieces = self.cited_prose(prose)
        return from_html("".join(f"{words}{cited(self.numbers(sources))}" for words, sources in pieces))

    def named(self, event: Event) -> str:
        """Write the title of an event as a link to it."""
        return link(escape(self.title_of(event)), self.link_to(event))

    def areas(self, areas: Iterable[Area]) -> str:
        """Write the titles of areas as links."""
        return ", ".join(link(escape(area.title), self.link_to(area)) for area in areas)

    def numbers(self, sources: Iterable[Source]) -> str:
        """Write the numbers of sources, as in `[1] [2]`, and give new ones to those that have none."""
        return " ".join(f"[{citation.number}]" for citation in self.cite(sources))
