"""The JSON Schemas (draft 7) by which editors' programs explain, complete and check a data file.

They tell what can be told from one file alone; `python -m dossier check` tells everything.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePath

from ..model.field import BARE, Schema
from ..model.kinds import KINDS, Kind, Layout

DIALECT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    described = {file_name(kind): describe(kind) for kind in KINDS if kind.collection}
    return {
        name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in described.items()
    }


def file_name(kind: Kind) -> str:
    """Name the schema of the files of a kind: an area's file is named by its id, so it is that of one."""
    name = kind.noun if kind.layout is Layout.FILE_EACH else kind.collection
    return f"{name}.schema.json"


def describe(kind: Kind) -> Schema:
    """Describe a file that holds one record, or where a list of them is possible either."""
    models = {model.noun: model for model in (kind.model, *kind.model.parts())}
    record = {"$ref": f"#/definitions/{kind.noun}"}
    several = {"if": {"type": "array"}, "then": {"items": record}, "else": record}
    return {
        "$schema": DIALECT,
        **(several if kind.is_listed else {"allOf": [record]}),
        "definitions": {noun: model.schema() for noun, model in models.items()} | {"text": BARE},
    }


def modeline(file: PurePath, kind: Kind) -> str:
    """Write the line that leads from a file of the data, named from their folder, to its schema."""
    return f"# yaml-language-server: $schema={'../' * (len(file.parts) - 1)}schema/{file_name(kind)}\n"


def write(folder: Path) -> None:
    """Write the schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def stale(folder: Path) -> list[Path]:
    """List the schemas that a folder lacks, or has as they were before the records changed."""
    return [folder / name for name, text in schemas().items() if _read(folder / name) != text]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
