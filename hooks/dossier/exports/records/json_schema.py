"""The JSON Schema (2020-12) of the record as JSON, made from the models.

A key that a schema does not name may be added in a later version, so none is forbidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...model import dates
from ...model.enumerations import Status, UpdateKind
from ...model.event import Event
from ...model.field import Field, ListField, Schema
from ...model.field_types import WEB, ChoiceField, DateField, FlagField, NumberField, ProseField, UrlField
from ...model.kinds import KINDS, Kind, Layout
from ...model.record import Record, RecordField
from ...model.records import Area, Term
from ...model.statement import Statement
from ..export import write_json

DIALECT = "https://json-schema.org/draft/2020-12/schema"

DATE: Schema = {
    "description": 'A date as exactly as it is known, in EDTF (ISO 8601-2); "~" is about, "..": open.',
    "type": "string",
    "pattern": f"^({dates.edtf_pattern()})$",
}
TEXT: Schema = {"type": "string", "minLength": 1}
FLAG: Schema = {"type": "boolean"}
ADDRESS: Schema = {"type": "string"}
"""An address of this site; it is relative where the site was built without knowing its own."""
WEB_ADDRESS: Schema = {"type": "string", "pattern": f"^{WEB.pattern}$"}
"""A pattern, for checking the formats of addresses takes some programs a minute."""


def write() -> bytes:
    """Write the schema of the whole; each kind of record is among its definitions."""
    listed = {
        kind.plural: {"type": "array", "items": reference(kind.noun)}
        for kind in KINDS
        if kind.layout is not Layout.ONE_FILE
    }
    about = {
        "version": TEXT,
        "title": {"type": "string"},
        "homepage": ADDRESS,
        "license": WEB_ADDRESS,
        "date": {"anyOf": [reference("date"), {"type": "null"}]},
    }
    partner = {"record": reference("partner-keys"), "statements": _list_of(TEXT)}
    properties = about | {"partner": _group(partner, ("record",))} | listed
    return write_json(
        {
            "$schema": DIALECT,
            "title": "Dossier",
            "description": "What is known of one partner country's relations with NATO.",
            **_group(properties, properties),
            "$defs": _definitions(),
        }
    )


def reference(name: str) -> Schema:
    """Refer to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def _definitions() -> dict[str, Schema]:
    models = {part.noun: part for kind in KINDS for part in kind.model.parts() if part.noun != Statement.noun}
    whole = {kind.noun: _described(kind) for kind in KINDS if kind.layout is not Layout.ONE_FILE}
    keys = {f"{kind.noun}-keys": _keys(kind.model) for kind in KINDS}
    return {
        **whole,
        **keys,
        **{noun: _keys(model) for noun, model in models.items()},
        "date": DATE,
        "cited": _group({"id": TEXT, "title": TEXT, "url": WEB_ADDRESS}, ("id", "title", "url")),
    }


def _described(kind: Kind) -> Schema:
    """Describe a record with what has been worked out."""
    properties: dict[str, Schema] = {
        "kind": {"const": kind.noun},
        "id": TEXT,
        "title": TEXT,
        "permalink": ADDRESS,
        "json": ADDRESS,
        "record": reference(f"{kind.noun}-keys"),
    }
    if issubclass(kind.model, Area):
        properties["statements"] = _list_of(TEXT)
    if issubclass(kind.model, Event):
        properties["areas"] = _list_of(TEXT)
    if issubclass(kind.model, Event | Term):
        properties["sources"] = _list_of(reference("cited"))
    if issubclass(kind.model, Statement):
        properties["now"] = _claim(("as_of", "as_seen"), as_seen=FLAG)
        kinds = {"enum": [kind.noun, *(word.value for word in UpdateKind)]}
        sources = _list_of(reference("cited"))
        properties["history"] = _list_of(
            _claim(("kind", "as_of", "sources"), kind=kinds, remark=TEXT, sources=sources)
        )
    return _group(properties, properties)


def _claim(required: tuple[str, ...], **more: Schema) -> Schema:
    status = {"enum": [word.value for word in Status]}
    return _group({"claim": TEXT, "status": status, "as_of": reference("date"), **more}, ("claim", *required))


def _keys(model: type[Record]) -> Schema:
    """Describe the keys of a record as `record` has them."""
    properties = {key: _values(field) for key, field in model.fields().items() if not _is_addressed(field)}
    required = [key for key in model.required() if key in properties]
    return {"description": model.__doc__, **_group(properties, required)}


def _is_addressed(field: Field[Any]) -> bool:
    item = field.item if isinstance(field, ListField) else field
    return isinstance(item, RecordField) and issubclass(item.model, Statement)


def _values(field: Field[Any]) -> Schema:
    return {"description": field.description, **_type(field)}


def _type(field: Field[Any]) -> Schema:
    match field:
        case ListField():
            return _list_of(_type(field.item))
        case RecordField():
            return reference(field.model.noun)
        case ChoiceField():
            return {"enum": [word.value for word in field.choices]}
        case DateField():
            return reference("date")
        case FlagField():
            return FLAG
        case NumberField():
            return {"type": "integer"}
        case UrlField():
            return WEB_ADDRESS
        case ProseField():
            return {**TEXT, "contentMediaType": "text/markdown"}
    return TEXT


def _list_of(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _group(properties: dict[str, Schema], required: Iterable[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": [*required]}
