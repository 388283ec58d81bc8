"""What the JSON Schemas (2020-12) of the exports share.

A key that a schema does not name may be added in a later version, so none is forbidden.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from ..model.date_forms import edtf_pattern
from ..model.field import Schema
from ..model.field_types import WEB
from .export import write_json

TEXT: Schema = {"type": "string", "minLength": 1}
ADDRESS: Schema = {"type": "string"}
"""An address of this site; it is relative where the site was built without knowing its own."""
WEB_ADDRESS: Schema = {"type": "string", "pattern": f"^{WEB.pattern}$"}
"""A pattern, for checking the formats of addresses takes some programs a minute."""
DATE: Schema = {
    "description": 'A date as exactly as it is known, in EDTF (ISO 8601-2); "~" is about, "..": open.',
    "type": "string",
    "pattern": f"^({edtf_pattern()})$",
}


def write(
    title: str, description: str, properties: dict[str, Schema], **definitions: Schema
) -> Iterator[bytes]:
    """Write the schema of a file that has all of some keys, with what it refers to."""
    return write_json(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": title,
            "description": description,
            **object_of(properties),
            "$defs": {**definitions, "date": DATE},
        }
    )


def reference(name: str) -> Schema:
    """Refer to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def list_of(items: Schema) -> Schema:
    """Describe a list."""
    return {"type": "array", "items": items}


def object_of(properties: dict[str, Schema], optional: Container[str] = ()) -> Schema:
    """Describe an object; all its keys are required but the optional ones."""
    required = [key for key in properties if key not in optional]
    return {"type": "object", "properties": properties, "required": required}


def or_null(described: Schema, description: str) -> Schema:
    """Describe what may be unknown."""
    return {"anyOf": [described, {"type": "null"}], "description": description}
