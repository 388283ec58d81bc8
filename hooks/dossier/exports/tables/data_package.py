"""The description of the CSV files as a Data Package (version 2), with types and keys.

A list is in one cell, so the foreign keys of its entries are those of the tables that join two others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from ...model.field_types import kebab_case
from ...pages.citations import LICENSE, LICENSE_ID, encode
from ...pages.page_context import SiteContext
from ...pages.urls import DATA_PACKAGE, HOME, table_file
from ..export import VERSION, Export, known, write_json
from .all_tables import LINKS, TABLES
from .table import Column, ColumnType, Table

PROFILE = "https://datapackage.org/profiles/2.0/"

TYPES: dict[ColumnType, dict[str, str]] = {
    ColumnType.TEXT: {"type": "string"},
    ColumnType.URL: {"type": "string", "format": "uri"},
    ColumnType.PERMALINK: {"type": "string"},
    ColumnType.FLAG: {"type": "boolean"},
    ColumnType.NUMBER: {"type": "integer"},
    ColumnType.DAY: {"type": "date"},
    ColumnType.LIST: {"type": "list", "delimiter": " ", "itemType": "string"},
}


def list_files(site: SiteContext) -> Iterator[Export]:
    """List the one file."""
    title = "The tables as a Data Package: what the columns mean, their types and keys."
    yield Export(DATA_PACKAGE, "application/json", title, partial(write, site))


def write(site: SiteContext) -> Iterator[bytes]:
    """Write the description."""
    primary, date = site.dossier.primary_source, site.dossier.updated
    package = {
        "$schema": f"{PROFILE}datapackage.json",
        "name": kebab_case(site.website.name) or "dossier",
        "title": site.website.name,
        "description": site.dossier.partner.summary.plain,
        "homepage": site.permalink(HOME),
        "version": VERSION,
        "date": date and date.edtf,
        "licenses": [{"name": LICENSE_ID, "path": LICENSE}],
        "sources": [{"title": primary.title, "path": encode(primary.url)}],
        "resources": [_resource(table) for table in (*TABLES, *LINKS)],
    }
    return write_json(known(package))


def _resource(table: Table[Any]) -> dict[str, Any]:
    return {
        "$schema": f"{PROFILE}dataresource.json",
        "name": table.name,
        "type": "table",
        "description": table.description,
        "path": PurePosixPath(table_file(table.name)).name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{PROFILE}tableschema.json",
            "fields": [_field(column) for column in table.columns],
            "primaryKey": [*table.key],
            "foreignKeys": [
                {"fields": [name], "reference": {"resource": other, "fields": ["id"]}}
                for name, other in table.references()
            ],
        },
    }


def _field(column: Column[Any]) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.is_required else {}
    if column.choices:
        constraints["enum"] = [*column.choices]
    field = {"name": column.name, **TYPES[column.type], "description": column.description}
    return field | ({"constraints": constraints} if constraints else {})
