"""The whole record as a `Dataset` of schema.org, in JSON-LD 1.1."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..model.dataset import date_of
from ..model.event import Event
from ..pages import urls
from ..pages.citations import LANGUAGE, LICENSE
from ..pages.page_context import SiteContext
from .export import VERSION, Export, known


def describe_dataset(site: SiteContext, exports: Iterable[Export]) -> dict[str, Any]:
    """Describe the record: its files, its licence, and the time and the place that it is about.

    Files that are one of a series are left out, for others hold what they hold.
    """
    dossier = site.dossier
    address = site.permalink(urls.DATA)
    distributions = [
        {
            "@type": "DataDownload",
            "name": export.title,
            "encodingFormat": export.media_type,
            "contentUrl": site.permalink(export.url),
        }
        for export in exports
        if not export.series
    ]
    dataset = {
        "@type": "Dataset",
        "@id": f"{address}#dataset",
        "name": site.website.name,
        "description": dossier.partner.summary.plain,
        "url": address,
        "inLanguage": LANGUAGE,
        "license": LICENSE,
        "isAccessibleForFree": True,
        "version": VERSION,
        "dateModified": dossier.updated and dossier.updated.newest.iso,
        "temporalCoverage": _coverage(dossier.timeline),
        "spatialCoverage": {"@type": "Country", "name": dossier.partner.name},
        "distribution": distributions,
    }
    return {"@context": "https://schema.org"} | known(dataset)


def _coverage(timeline: Iterable[Event]) -> str | None:
    """Return the time from the first to the last known date of an event, as an interval of ISO 8601."""
    points = [point for event in timeline for point in date_of(event).points if point]
    if not points:
        return None
    first, last = min(points, key=lambda point: point.earliest), max(points, key=lambda point: point.latest)
    return f"{first.iso}/{last.iso}"
