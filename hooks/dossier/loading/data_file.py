"""One data file: its records and their problems."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple, TypeGuard

from ..model.field_types import KEBAB_CASE, kebab_case
from ..model.kinds import Kind, Layout
from ..model.record import Record
from ..model.registry import IdUse, Registry
from ..problems.file_messages import Files
from ..problems.problem import Place
from ..problems.record_messages import Values
from ..yaml_source.nodes import MappingNode, Node, ScalarNode, SequenceNode, in_words
from ..yaml_source.parser import UnreadableError, read


class DataFile(NamedTuple):
    """What was read from one file."""

    written: bytes
    """The file as it was then."""
    records: tuple[Record, ...]
    registry: Registry


def read_data_file(written: bytes, name: str, kind: Kind) -> DataFile:
    """Read the records of one file, called `name` in problems."""
    registry = Registry()
    label = ""
    if kind.layout is Layout.FILE_EACH:
        label = f'{kind.noun} "{PurePosixPath(name).stem}"'
        _register_file_name(name, kind, label, registry)
    try:
        node = read(written, name, registry.problems.append)
    except UnreadableError as error:
        registry.problems.append(error.problem)
        registry.incomplete_kinds |= kind.kinds_within
        return DataFile(written, (), registry)
    return DataFile(written, tuple(read_records(node, kind, label, registry)), registry)


def _register_file_name(name: str, kind: Kind, label: str, registry: Registry) -> None:
    """Register the id of a record that is named by its file."""
    stem, place = PurePosixPath(name).stem, Place(name, 1, 1)
    registry.defined.append(IdUse(kind.noun, stem, label, place))
    if fault := fault_of_name(stem):
        registry.add(place, label, fault)


def fault_of_name(stem: str) -> str:
    """Return what is wrong with the name of a file that makes an id; empty if nothing is."""
    better = f"{kebab_case(stem) or 'science'}.yml"
    return "" if KEBAB_CASE.fullmatch(stem) else Files.BAD_NAME(name=stem, example=better)


def read_records(node: Node, kind: Kind, label: str, registry: Registry) -> Iterator[Record]:
    """Read the record of a file, or the list of records if the kind allows it."""
    known = {"id": PurePosixPath(node.place.file).stem} if kind.layout is Layout.FILE_EACH else {}
    for item in node.items if isinstance(node, SequenceNode) and kind.is_listed else [node]:
        if _is_record(item, kind, registry):
            yield kind.model.read(item, label or kind.model.describe(item), registry, **known)


def _is_record(node: Node, kind: Kind, registry: Registry) -> TypeGuard[MappingNode]:
    if isinstance(node, ScalarNode | SequenceNode):
        found = "empty" if isinstance(node, ScalarNode) and not node.text.strip() else in_words(node)
        message = Values.NOT_A_GROUP(subject="a record", found=found, example=kind.first_line)
        registry.add(node.place, "", message)
        registry.incomplete_kinds |= kind.kinds_within
    return isinstance(node, MappingNode)
