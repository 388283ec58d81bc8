"""The JSON Schemas (draft 7) by which editors' programs explain, complete and check a data file.

They tell what can be told from one file alone; `python -m dossier check` tells everything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePath

from .contents import MODELS, SINGLE
from .fields import BARE, Many, Schema
from .records import Part, Record

DIALECT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    described = {
        file_name(collection): describe(model, is_collected=collection not in SINGLE)
        for collection, model in MODELS.items()
    }
    return {
        name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in described.items()
    }


def file_name(collection: str) -> str:
    """Name the schema of a collection's files; an area's file is named by its id, so it is that of one."""
    return f"{'area' if collection == 'areas' else collection}.schema.json"


def describe(model: type[Record], *, is_collected: bool) -> Schema:
    """Describe a file that holds one record, or where records are collected a list of them."""
    models = {part.noun: part for part in (model, *_parts(model))}
    record = {"$ref": f"#/definitions/{model.noun}"}
    several = {"if": {"type": "array"}, "then": {"items": record}, "else": record}
    return {
        "$schema": DIALECT,
        **(several if is_collected else {"allOf": [record]}),
        "definitions": {noun: part.schema() for noun, part in models.items()} | {"text": BARE},
    }


def modeline(file: PurePath) -> str:
    """Write the line that leads from a file of the data, named from their folder, to its schema."""
    folder, collection = "../" * (len(file.parts) - 1) + "schema", file.with_suffix("").parts[0]
    return f"# yaml-language-server: $schema={folder}/{file_name(collection)}\n"


def write(folder: Path) -> None:
    """Write the schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def stale(folder: Path) -> list[Path]:
    """List the schemas that a folder lacks, or has as they were before the records changed."""
    return [folder / name for name, text in schemas().items() if _read(folder / name) != text]


def _parts(model: type[Record]) -> Iterator[type[Record]]:
    """Name the records within a record, and those within them."""
    for field in model.fields().values():
        item = field.item if isinstance(field, Many) else field
        if isinstance(item, Part):
            yield item.model
            yield from _parts(item.model)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
