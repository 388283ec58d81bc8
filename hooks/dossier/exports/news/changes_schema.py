"""The JSON Schema (2020-12) of `changes.json`. Keys may be added to the file later."""

from __future__ import annotations

from typing import Any

from ...model.enumerations import Status
from .entries import KINDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _object(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"type": "object", "properties": required | (optional or {}), "required": [*required]}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _or_null(described: dict[str, Any], description: str) -> dict[str, Any]:
    return described | {"type": ["string", "null"], "description": description}


TEXT = {"type": "string"}
LINK = {"type": "string", "format": "uri-reference"}
DATE = TEXT | {
    "description": "EDTF (ISO 8601-2): 2007, 2007-07, 2007-07-02, 2005/2009, 2005/.. for since, ~ for about."
}

SOURCE = _object(
    {"id": TEXT, "title": TEXT, "publisher": TEXT, "url": LINK}, {"date": DATE, "archived": LINK}
)
STATE = _object(
    {"text": TEXT, "sources": _list(TEXT) | {"description": "The ids of the sources of the text."}},
    {
        "status": {"enum": [*Status, None]},
        "as_of": DATE | {"description": "The newest date as of which a claim is known to hold, in EDTF."},
        "date": _or_null(DATE, "The date of an event, in EDTF."),
    },
)
RECORD = _object({"kind": TEXT, "id": TEXT, "title": TEXT, "areas": _list(TEXT)})
CHANGE = _object(
    {
        "id": TEXT | {"description": "The permanent id: that of the record, and the date of a later step."},
        "date": _or_null(DATE, "The date as of which the source speaks, in EDTF."),
        "kind": {
            "enum": [*KINDS],
            "description": " ".join(f'"{kind}": {meaning}' for kind, meaning in KINDS.items()),
        },
        "url": LINK | {"description": "Where the site has it."},
        "record": RECORD,
        "before": {"anyOf": [STATE, {"type": "null"}], "description": "What was known before."},
        "after": STATE | {"description": "What is known since then."},
        "remark": _or_null(TEXT, "A remark on a confirmation or an omission."),
        "sources": _list(SOURCE) | {"minItems": 1, "description": "Who says so."},
    }
)
SCHEMA = {
    "$schema": DIALECT,
    "title": "Changes",
    "description": (
        "Everything that became known, newest first by the dates of the sources. An id never changes:"
        " what is new has one that you have not seen. The entries of an older source come further down."
    ),
    **_object(
        {
            "version": TEXT,
            "title": TEXT,
            "license": LINK,
            "date": _or_null(DATE, "The date of the newest source, in EDTF."),
            "changes": _list(CHANGE),
        }
    ),
}
