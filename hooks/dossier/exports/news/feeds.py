"""Feeds of what became known, newest first: Atom (RFC 4287) and JSON Feed 1.1.

They have new records and changed claims; that a later source says the same, or nothing, is in `changes.json`
alone. The id of an item is its address. A feed was updated when its newest item was, never at a build.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from html import escape
from itertools import chain
from typing import Any, NamedTuple

from ...model.enumerations import UpdateKind
from ...model.event import Event
from ...model.records import Area, Source
from ...model.statement import Statement
from ...pages import urls
from ...pages.citations import LANGUAGE, LICENSE, encode
from ...pages.page_context import SiteContext
from .. import texts
from ..export import Export, write_json, write_text
from .entries import NEW, Entry, list_entries, moment

MOST = 100
"""The most items of a feed; `changes.json` has all."""
ATOM, ATOM_TYPE = "http://www.w3.org/2005/Atom", "application/atom+xml"
JSON_FEED, JSON_FEED_TYPE = "https://jsonfeed.org/version/1.1", "application/feed+json"
NEVER = "1970-01-01T00:00:00Z"
"""When a feed without items was updated: Atom requires a time."""


class Item(NamedTuple):
    """An entry as feeds have it."""

    url: str
    """Its permanent link."""
    title: str
    html: str
    updated: str
    tags: tuple[str, ...]
    sources: tuple[Source, ...]


class Feed(NamedTuple):
    """A feed, with the permanent links of it and of its page."""

    title: str
    url: str
    page: str
    items: tuple[Item, ...]

    @property
    def updated(self) -> str:
        """When its newest item was updated."""
        return self.items[0].updated if self.items else NEVER


@dataclass(frozen=True)
class Feeds:
    """The feeds of a site."""

    site: SiteContext

    @cached_property
    def _events_by_area(self) -> dict[str, list[Event]]:
        by_area: dict[str, list[Event]] = {}
        for event in self.site.dossier.records.events:
            for area in self.site.dossier.areas_of(event):
                by_area.setdefault(area.id, []).append(event)
        return by_area

    def feed(self, url: str, area: Area | None = None) -> Feed:
        """Return a feed of everything, or of an area."""
        site, name, dossier = self.site, self.site.website.name, self.site.dossier
        events = self._events_by_area.get(area.id, []) if area else dossier.records.events
        entries = [
            entry
            for entry in list_entries(events, dossier)
            if entry.date and entry.kind in (NEW, UpdateKind.CHANGE)
        ]
        return Feed(
            f"{name}: {area.title}" if area else name,
            site.permalink(url),
            site.permalink(urls.area_page(area) if area else urls.CHANGES),
            tuple(write_item(entry, site) for entry in entries[:MOST]),
        )

    def atom(self, url: str, area: Area | None = None) -> Iterator[bytes]:
        """Write a feed as Atom."""
        return write_atom(self.feed(url, area), self.site)

    def json(self, url: str) -> Iterator[bytes]:
        """Write the feed of everything as a JSON Feed."""
        return write_json(describe_feed(self.feed(url), self.site))


def list_files(site: SiteContext) -> Iterator[Export]:
    """List the feeds: of everything in both formats, of each area in Atom."""
    feeds = Feeds(site)
    title = f"The newest {MOST} records and changes, for feed readers; all are in changes.json."
    yield Export(urls.FEED, ATOM_TYPE, title, partial(feeds.atom, urls.FEED))
    title = f"The newest {MOST} records and changes, as a JSON Feed; all are in changes.json."
    yield Export(urls.JSON_FEED, JSON_FEED_TYPE, title, partial(feeds.json, urls.JSON_FEED))
    title = f"The newest {MOST} records and changes of an area, for feed readers; all are in changes.json."
    for area in site.dossier.areas:
        url = urls.area_feed(area)
        yield Export(url, ATOM_TYPE, title, partial(feeds.atom, url, area), series="data/areas/ID.xml")


def write_item(entry: Entry, site: SiteContext) -> Item:
    """Write what is known, what was known before, and who says so."""
    event, after, before = entry.event, entry.after, entry.before
    paragraphs, sources = [*texts.tell(event, site)], entry.sources
    if isinstance(event, Statement) and after:
        paragraphs = [texts.tell_standing(event, after, site), *texts.tell_conflicts(event, site)]
        sources = tuple(dict.fromkeys((*sources, *after.claim_sources)))
        if before:
            told = texts.tell_standing(event, before, site, "Before, ")
            paragraphs.insert(1, told._replace(sources=before.sources))
    title = site.title_of(event)
    return Item(
        url=site.permalink(entry.url(site)),
        title=f"Changed: {title}" if before else title,
        html=texts.html(paragraphs, sources, site),
        updated=moment(entry.date) if entry.date else NEVER,
        tags=(event.noun, *(area.title for area in site.dossier.areas_of(event))),
        sources=sources,
    )


def write_atom(feed: Feed, site: SiteContext) -> Iterator[bytes]:
    """Write a feed as Atom."""
    head = f"""<?xml version='1.0' encoding='utf-8'?>
<feed xmlns="{ATOM}" xml:lang="{LANGUAGE}">
  <id>{_escape(feed.url)}</id>
  <title>{_escape(feed.title)}</title>
  <updated>{feed.updated}</updated>
  <author>
    <name>{_escape(site.website.name)}</name>
  </author>
  <link rel="self" type="{ATOM_TYPE}" href="{_quoted(feed.url)}" />
  <link rel="alternate" type="text/html" href="{_quoted(feed.page)}" />
  <link rel="license" href="{LICENSE}" />
"""  # the last is of RFC 4946
    return write_text(chain([head], map(_write_entry, feed.items), ["</feed>\n"]))


def _write_entry(item: Item) -> str:
    links = "".join(
        f'    <link rel="via" href="{_quoted(encode(source.url))}" title="{_quoted(source.title)}" />\n'
        for source in item.sources
    )
    tags = "".join(f'    <category term="{_quoted(tag)}" />\n' for tag in item.tags)
    return f"""  <entry>
    <id>{_escape(item.url)}</id>
    <title>{_escape(item.title)}</title>
    <updated>{item.updated}</updated>
    <link rel="alternate" type="text/html" href="{_quoted(item.url)}" />
{links}{tags}    <content type="html">{_escape(item.html)}</content>
  </entry>
"""


def _escape(text: str) -> str:
    return escape(text, quote=False)


def _quoted(text: str) -> str:
    """Write text as the value of an attribute."""
    return _escape(text).replace('"', "&quot;")


def describe_feed(feed: Feed, site: SiteContext) -> dict[str, Any]:
    """Describe a feed as a JSON Feed."""
    return {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.url,
        "language": LANGUAGE,
        "authors": [{"name": site.website.name}],
        "items": [
            {
                "id": item.url,
                "url": item.url,
                "external_url": encode(item.sources[0].url),
                "title": item.title,
                "content_html": item.html,
                "date_published": item.updated,
                "tags": item.tags,
            }
            for item in feed.items
        ],
    }
