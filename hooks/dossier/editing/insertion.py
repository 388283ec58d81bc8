"""Write keys into a record of a data file, and leave everything else in the file as it is."""

from __future__ import annotations

import os
import re
import shutil
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkstemp
from typing import TypeAlias
from unicodedata import normalize

from ..problems.problem import Problem
from ..yaml_source.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ..yaml_source.parser import UnreadableError, decode, parse

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"

LINE_END = re.compile(r"\r\n?|\n")
LINE = re.compile(rf"[^\r\n]*(?:{LINE_END.pattern})|[^\r\n]+")
NO_VALUE = re.compile(r"\s*(#|$)")
"""Matches a line that is empty or has only a comment."""


class InsertionError(Exception):
    """Raised if nothing was written; says why, to be read after the name of the file."""


def insert(path: Path, identifier: str, values: Mapping[str, str], after: tuple[str, ...]) -> None:
    """Write keys into the record with an id, behind the last of some keys, of which it has at least one.

    Comments, order and line ends stay as they are. Whatever interrupts the writing leaves the old file whole.

    Raises:
        InsertionError: if the record is gone or has one of the keys, or the file cannot be read or written.
    """
    path = path.resolve()  # a link stays a link
    try:
        content = path.read_bytes()
        text = decode(content, path.name)
        node = _parse(text, path.name)
        record = _find(node, identifier)
        if record is None or values.keys() & record.entries.keys() or not record.entries.keys() & {*after}:
            raise InsertionError("was changed meanwhile; run the command again")
        anchor = [key for key in record.entries if key in after][-1]
        changed = _add(text, record, anchor, values)
        if not _says(changed, _plain(node, record, values)):
            raise InsertionError("has the record in an unusual form; add the lines by hand")
        _replace(path, (BOM_UTF8 if content.startswith(BOM_UTF8) else b"") + changed.encode())
    except UnreadableError as error:
        raise InsertionError(f"cannot be read: {error.problem}") from None
    except OSError as error:
        raise InsertionError(f"cannot be written ({error.strerror}); check who may write it") from None


def _parse(text: str, name: str) -> Node:
    problems: list[Problem] = []
    node = parse(text, name, problems.append)
    if problems:
        raise UnreadableError(problems[0].place, problems[0].message)
    return node


def _says(text: str, expected: Plain) -> bool:
    """Check whether the text of a file says what it should, whichever way it was written."""
    try:
        return _plain(_parse(text, "")) == expected
    except UnreadableError:
        return False


def _find(node: Node, identifier: str) -> MappingNode | None:
    """Return the record with an id."""
    items = node.items if isinstance(node, SequenceNode) else [node]
    records = (item for item in items if isinstance(item, MappingNode))
    return next((record for record in records if record.text("id") == identifier), None)


def _plain(node: Node, record: Node | None = None, values: Mapping[str, str] | None = None) -> Plain:
    """Return what a file says, with values added to a record."""
    match node:
        case ScalarNode():
            return node.text
        case SequenceNode():
            return [_plain(item, record, values) for item in node.items]
        case MappingNode():
            own = {key: _plain(entry.value, record, values) for key, entry in node.entries.items()}
            return {**own, **(values or {})} if node is record else own


def _add(text: str, record: MappingNode, anchor: str, values: Mapping[str, str]) -> str:
    """Write keys into the text of a file: on lines below a key, or between braces before it."""
    lines = LINE.findall(text)
    start, indent = record.entries[anchor].place.line - 1, record.entries[anchor].place.column - 1
    opening = normalize("NFC", lines[record.place.line - 1])[record.place.column - 1]
    if opening == "{":
        added = "".join(f'{key}: "{value}", ' for key, value in values.items())
        lines[start] = lines[start][:indent] + added + lines[start][indent:]
        return "".join(lines)
    further = re.compile(rf" {{0,{indent}}}[^\s]")
    end = next((at for at in range(start + 1, len(lines)) if further.match(lines[at])), len(lines))
    while end > start + 1 and NO_VALUE.match(lines[end - 1]):
        end -= 1
    line_end = LINE_END.search(text)
    stop = line_end[0] if line_end else "\n"
    if not lines[end - 1].endswith(("\r", "\n")):
        lines[end - 1] += stop
    lines[end:end] = [f"{' ' * indent}{key}: {value}{stop}" for key, value in values.items()]
    return "".join(lines)


def _replace(path: Path, content: bytes) -> None:
    """Replace a file at once; its permissions stay."""
    handle, name = mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        shutil.copymode(path, name)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
