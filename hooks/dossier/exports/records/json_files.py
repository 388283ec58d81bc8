"""The whole record as JSON, each record at an address of its own, and an index of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import PurePosixPath
from typing import cast

from ...model.event import Event
from ...model.kinds import Kind
from ...model.records import Addressed
from ...pages.page_context import SiteContext
from ...pages.urls import DATA_INDEX, DATA_SCHEMA, DOSSIER, record_file
from ...problems.phrases import alternatives
from ..about import about
from ..export import Export, to_json, write_lines
from . import json_schema
from .records_as_json import ADDRESSED, describe, keys_of, kinds_by_folder, title_of

JSON = "application/json"


def list_files(site: SiteContext) -> Iterator[Export]:
    """List the whole, its schema, and a file for each record, at its former ids too."""
    whole = Whole(site)
    yield Export(DOSSIER, JSON, "The whole record, with the history of each statement.", whole.write)
    yield Export(
        DATA_SCHEMA, "application/schema+json", "What dossier.json holds, as JSON Schema.", json_schema.write
    )
    for folder, kinds in kinds_by_folder().items():
        title = f"One {alternatives(kind.noun for kind in kinds)}, as in dossier.json."
        for record in chain.from_iterable(map(whole.records, kinds)):
            former = record.formerly if isinstance(record, Event) else ()
            write = partial(whole.write_record, record)
            for identifier in (record.id, *former):
                yield Export(f"{folder}{identifier}.json", JSON, title, write, f"{folder}ID.json")


def index(site: SiteContext, listed: Iterable[Export]) -> Export:
    """Return the index of the files and the records."""
    return Export(DATA_INDEX, JSON, "All files and all records.", partial(_write_index, site, (*listed,)))


class Whole:
    """What there is as JSON."""

    def __init__(self, site: SiteContext) -> None:
        self.site = site

    def records(self, kind: Kind) -> tuple[Addressed, ...]:
        """Return the records of a kind that has addresses."""
        return cast(tuple[Addressed, ...], self.site.dossier.records.of(kind.model))

    def __iter__(self) -> Iterator[Addressed]:
        return chain.from_iterable(map(self.records, ADDRESSED))

    def write(self) -> Iterator[bytes]:
        """Write everything, one record a line."""
        head = {"$schema": PurePosixPath(DATA_SCHEMA).name, **about(self.site)}
        head["partner"] = keys_of(self.site.dossier.partner)
        describing = partial(describe, site=self.site)
        return write_lines(head, {kind.plural: map(describing, self.records(kind)) for kind in ADDRESSED})

    def write_record(self, record: Addressed) -> Iterator[bytes]:
        """Write one record."""
        yield f"{to_json(describe(record, self.site))}\n".encode()


def _write_index(site: SiteContext, listed: tuple[Export, ...]) -> Iterator[bytes]:
    files = {
        export.series or export.url: {
            "url": site.permalink(export.series or export.url),
            "media_type": export.media_type,
            "title": export.title,
        }
        for export in listed
    }
    records = (
        {
            "kind": record.noun,
            "id": record.id,
            "title": title_of(record, site),
            "permalink": site.permalink(site.urls.of(record)),
            "json": site.permalink(record_file(record)),
        }
        for record in Whole(site)
    )
    return write_lines(about(site), {"files": files.values(), "records": records})
