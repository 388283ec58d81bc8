"""Everything that became known, as one list for programs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from ...model.records import Source
from ...model.standing import Standing
from ...pages import urls
from ...pages.citations import encode
from ...pages.page_context import SiteContext
from ..about import about
from ..export import Export, known, write_lines
from ..texts import prose_of
from . import changes_schema
from .entries import Entry, list_entries


def list_files(site: SiteContext) -> Iterator[Export]:
    """List the changes and their schema."""
    title = "Everything that became known, newest first, with what was known before."
    yield Export(urls.CHANGES_JSON, "application/json", title, partial(write_changes, site))
    yield Export(
        urls.CHANGES_SCHEMA,
        "application/schema+json",
        "The JSON Schema of changes.json.",
        changes_schema.write,
    )


def write_changes(site: SiteContext) -> Iterator[bytes]:
    """Write all entries, one a line."""
    entries = list_entries(site.dossier.records.events, site.dossier)
    head = {"$schema": site.permalink(urls.CHANGES_SCHEMA), **about(site)}
    return write_lines(head, {"changes": (_entry(entry, site) for entry in entries)})


def _entry(entry: Entry, site: SiteContext) -> dict[str, Any]:
    event, remark = entry.event, entry.after and entry.after.step.remark
    return {
        "id": entry.id,
        "date": entry.date and entry.date.edtf,
        "kind": entry.kind,
        "url": site.permalink(entry.url(site)),
        "record": {
            "kind": event.noun,
            "id": event.id,
            "title": site.title_of(event),
            "areas": [area.id for area in site.dossier.areas_of(event)],
        },
        "before": entry.before and _standing(entry.before),
        "after": _standing(entry.after) if entry.after else _event(entry, site),
        "remark": remark and remark.plain,
        "sources": [_source(source) for source in entry.sources],
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "text": standing.claim.plain,
        "status": standing.status,
        "as_of": standing.as_of.edtf,
        "as_of_source": standing.as_of_source.id,
        "sources": [source.id for source in standing.claim_sources],
    }


def _event(entry: Entry, site: SiteContext) -> dict[str, Any]:
    return {
        "text": " ".join(text.plain for text in prose_of(entry.event)) or site.title_of(entry.event),
        "date": entry.event.date and entry.event.date.edtf,
        "sources": [source.id for source in entry.sources],
    }


def _source(source: Source) -> dict[str, Any]:
    return known(
        {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "date": source.date and source.date.edtf,
            "url": encode(source.url),
            "archived": source.archived and encode(source.archived),
        }
    )
