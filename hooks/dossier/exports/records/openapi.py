"""The addresses of the JSON files as an OpenAPI document (version 3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from ...model.kinds import Kind, namespaces
from ...pages.citations import LICENSE, LICENSE_ID
from ...pages.page_context import SiteContext
from ...pages.urls import DATA_API, DATA_INDEX, DATA_SCHEMA, DOSSIER, HOME
from ...problems.phrases import alternatives
from ..export import VERSION, Export, write_json
from .records_as_json import kinds_by_folder

SCHEMA = PurePosixPath(DATA_SCHEMA).name


def list_files(site: SiteContext) -> Iterator[Export]:
    """List the one file."""
    title = "The addresses of the JSON files, as OpenAPI."
    yield Export(DATA_API, "application/vnd.oai.openapi+json", title, partial(_write, site))


def _write(site: SiteContext) -> Iterator[bytes]:
    return write_json(
        {
            "openapi": "3.1.1",
            "info": {
                "title": site.website.name or "Dossier",
                "description": "Files that are there to be read; nothing can be written or asked for.",
                "version": VERSION,
                "license": {"name": LICENSE_ID, "url": LICENSE},
            },
            "servers": [{"url": site.permalink(HOME) or "/"}],
            "paths": {
                f"/{DATA_INDEX}": _file("readIndex", "All files and all records.", {"type": "object"}),
                f"/{DOSSIER}": _file("readDossier", "The whole record.", {"$ref": SCHEMA}),
                **{f"/{folder}{{id}}.json": _record(kinds) for folder, kinds in kinds_by_folder().items()},
            },
        }
    )


def _file(name: str, summary: str, schema: dict[str, Any]) -> dict[str, Any]:
    answer = {"description": summary, "content": {"application/json": {"schema": schema}}}
    return {"get": {"operationId": name, "summary": summary, "responses": {"200": answer}}}


def _record(kinds: list[Kind]) -> dict[str, Any]:
    """Describe the address of each record of some kinds."""
    nouns = alternatives(kind.noun for kind in kinds)
    schemas = [{"$ref": f"{SCHEMA}#/$defs/{kind.noun}"} for kind in kinds]
    path = _file(f"read{namespaces()[kinds[0].noun].capitalize()}", f"One {nouns}.", {"oneOf": schemas})
    identifier = {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "The id, or one that the record once had.",
        "schema": {"type": "string"},
    }
    path["get"]["responses"]["404"] = {"description": "There is no record with this id."}
    return {"parameters": [identifier], **path}
