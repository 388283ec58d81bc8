"""The whole record as JSON, each record at an address of its own, and an index of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import cast

from ...model.event import Event
from ...model.kinds import Kind
from ...model.records import Addressed
from ...pages.page_context import SiteContext
from ...pages.urls import DATA_INDEX, DATA_SCHEMA, DOSSIER
from ...problems.phrases import alternatives
from ..about import about
from ..export import Export, to_json, write_lines
from . import json_schema
from .records_as_json import ADDRESSED, describe, identify, keys_of, kinds_by_folder

JSON = "application/json"


def list_files(site: SiteContext) -> Iterator[Export]:
    """List the whole, its schema, and a file for each record, at its former ids too."""
    title = "The whole record, with the history of each statement."
    yield Export(DOSSIER, JSON, title, partial(_write_whole, site))
    yield Export(
        DATA_SCHEMA, "application/schema+json", "What dossier.json holds, as JSON Schema.", json_schema.write
    )
    for folder, kinds in kinds_by_folder().items():
        series = f"{folder}ID.json"
        title = f"One {alternatives(kind.noun for kind in kinds)}, as in dossier.json."
        for record in _records(kinds, site):
            former = record.formerly if isinstance(record, Event) else ()
            write = partial(_write_record, record, site)
            for identifier in (record.id, *former):
                yield Export(f"{folder}{identifier}.json", JSON, title, write, series)


def index(site: SiteContext, listed: Iterable[Export]) -> Export:
    """Return the index of the files and the records."""
    return Export(DATA_INDEX, JSON, "All files and all records.", partial(_write_index, site, (*listed,)))


def _records(kinds: Iterable[Kind], site: SiteContext) -> Iterator[Addressed]:
    for kind in kinds:
        yield from cast(tuple[Addressed, ...], site.dossier.records.of(kind.model))


def _write_whole(site: SiteContext) -> Iterator[bytes]:
    """Write everything, one record a line."""
    head = {"$schema": PurePosixPath(DATA_SCHEMA).name, **about(site)}
    head["partner"] = keys_of(site.dossier.partner)
    describing = partial(describe, site=site)
    return write_lines(head, {kind.plural: map(describing, _records([kind], site)) for kind in ADDRESSED})


def _write_record(record: Addressed, site: SiteContext) -> Iterator[bytes]:
    yield f"{to_json(describe(record, site))}\n".encode()


def _write_index(site: SiteContext, listed: tuple[Export, ...]) -> Iterator[bytes]:
    files = {
        export.series or export.url: {
            "url": site.permalink(export.series or export.url),
            "media_type": export.media_type,
            "title": export.title,
        }
        for export in listed
    }
    records = (identify(record, site) for record in _records(ADDRESSED, site))
    return write_lines(about(site), {"files": files.values(), "records": records})
