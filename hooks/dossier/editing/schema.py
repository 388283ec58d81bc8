"""The JSON Schemas (draft 7) with which text editors explain, complete and check a data file.

They cover what can be checked in one file alone; `python -m dossier check` covers everything.
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
    """Return the file name of a kind's schema; an area's file holds one record, so its name is singular."""
    name = kind.noun if kind.layout is Layout.FILE_EACH else kind.collection
    return f"{name}.schema.json"


def describe(kind: Kind) -> Schema:
    """Describe a file that holds one record or, if the kind allows it, a list of them."""
    models = {model.noun: model for model in (kind.model, *kind.model.parts())}
    record = {"$ref": f"#/definitions/{kind.noun}"}
    several = {"if": {"type": "array"}, "then": {"items": record}, "else": record}
    return {
        "$schema": DIALECT,
        **(several if kind.is_listed else {"allOf": [record]}),
        "definitions": {noun: model.schema() for noun, model in models.items()} | {"text": BARE},
    }


def modeline(file: PurePath, kind: Kind) -> str:
    """Return the first line of a data file, which names its schema; `file` is relative to the data folder."""
    return f"# yaml-language-server: $schema={'../' * (len(file.parts) - 1)}schema/{file_name(kind)}\n"


def write(folder: Path) -> None:
    """Write the schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def stale(folder: Path) -> list[Path]:
    """List the schemas that are missing from a folder or outdated."""
    return [folder / name for name, text in schemas().items() if _read(folder / name) != text]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
