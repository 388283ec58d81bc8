"""The description of a page in the vocabulary of schema.org, as JSON-LD 1.1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..model.dates import Span, When
from ..model.event import Event
from ..model.records import Visit
from .citations import LANGUAGE, LICENSE, Site, Work, encode
from .urls import Urls


def describe(
    work: Work, trail: Sequence[tuple[str, str]] = (), events: Sequence[Mapping[str, Any]] = ()
) -> dict[str, Any]:
    """Describe a page, its breadcrumbs and its events."""
    article = {
        "@type": "Article",
        "@id": work.uri,
        "headline": work.title,
        "url": work.uri,
        "isPartOf": {"@type": "WebSite", "name": work.site.name, "url": work.site.address},
        "dateModified": work.date.newest.iso if work.date else None,
        "inLanguage": LANGUAGE,
        "license": LICENSE,
        "citation": [encode(source.url) for source in work.sources] or None,
    }
    steps = [
        {"@type": "ListItem", "position": position, "name": title, "item": address}
        for position, (title, address) in enumerate(trail, start=1)
    ]
    crumbs = [{"@type": "BreadcrumbList", "itemListElement": steps}] if steps else []
    return {"@context": "https://schema.org", "@graph": [_known(article), *crumbs, *events]}


def events(records: Iterable[Event], urls: Urls, site: Site) -> tuple[dict[str, Any], ...]:
    """Describe the events that have a date as `Event` of schema.org."""
    return tuple(
        _event(event, event.date, site.address + urls.permanent(urls.of(event)))
        for event in records
        if event.date
    )


def _event(record: Event, date: When, address: str) -> dict[str, Any]:
    start, end = (date.start, date.end) if isinstance(date, Span) else (date, None)
    place = {"@type": "Place", "name": record.place} if isinstance(record, Visit) else None
    event = {
        "@type": "Event",
        "@id": address,
        "name": record.title,
        "startDate": start and start.iso,
        "endDate": end and end.iso,
        "location": place,
    }
    return _known(event)


def _known(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}
