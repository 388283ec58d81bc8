"""The JSON Schema of the record as JSON, made from the models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model.enumerations import Status, UpdateKind
from ...model.event import Event
from ...model.field import Field, ListField, Schema
from ...model.field_types import ChoiceField, DateField, FlagField, NumberField, ProseField, UrlField
from ...model.kinds import KINDS, Kind
from ...model.record import Record, RecordField
from ...model.records import Area, Term
from ...model.statement import Statement
from ..about import ABOUT
from ..schemas import ADDRESS, TEXT, WEB_ADDRESS, list_of, object_of, reference
from ..schemas import write as write_schema
from .records_as_json import ADDRESSED

FLAG: Schema = {"type": "boolean"}


def write() -> Iterator[bytes]:
    """Write the schema of the whole; each kind of record is among its definitions."""
    partner = {"record": reference("partner-keys"), "statements": list_of(TEXT)}
    listed = {kind.plural: list_of(reference(kind.noun)) for kind in ADDRESSED}
    return write_schema(
        "Dossier",
        "What is known of one partner country's relations with NATO.",
        {**ABOUT, "partner": object_of(partner, optional=("statements",)), **listed},
        **_definitions(),
    )


def _definitions() -> dict[str, Schema]:
    models = {part.noun: part for kind in KINDS for part in kind.model.parts() if part.noun != Statement.noun}
    whole = {kind.noun: _described(kind) for kind in ADDRESSED}
    keys = {f"{kind.noun}-keys": _keys(kind.model) for kind in KINDS}
    return {
        **whole,
        **keys,
        **{noun: _keys(model) for noun, model in models.items()},
        "cited": object_of({"id": TEXT, "title": TEXT, "url": WEB_ADDRESS}),
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
        properties["statements"] = list_of(TEXT)
    if issubclass(kind.model, Event):
        properties["areas"] = list_of(TEXT)
    if issubclass(kind.model, Event | Term):
        properties["sources"] = list_of(reference("cited"))
    if issubclass(kind.model, Statement):
        properties["now"] = _claim(as_seen=FLAG, as_of_source=reference("cited"))
        kinds = {"enum": [kind.noun, *(word.value for word in UpdateKind)]}
        properties["history"] = list_of(_claim(kind=kinds, remark=TEXT, sources=list_of(reference("cited"))))
    return object_of(properties)


def _claim(**more: Schema) -> Schema:
    status = {"enum": [word.value for word in Status]}
    properties = {"claim": TEXT, "status": status, "as_of": reference("date"), **more}
    return object_of(properties, optional=("status", "remark"))


def _keys(model: type[Record]) -> Schema:
    """Describe the keys of a record as `record` has them."""
    properties = {
        key: {"description": field.description, **_type(field)}
        for key, field in model.fields().items()
        if not _is_addressed(field)
    }
    optional = properties.keys() - model.required()
    return {"description": model.__doc__, **object_of(properties, optional)}


def _is_addressed(field: Field[Any]) -> bool:
    item = field.item if isinstance(field, ListField) else field
    return isinstance(item, RecordField) and issubclass(item.model, Statement)


def _type(field: Field[Any]) -> Schema:
    match field:
        case ListField():
            return list_of(_type(field.item))
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
