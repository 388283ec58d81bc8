"""What one data file says: its records, and what reading them has brought to light."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple, TypeGuard

from .ledger import Ledger, Name
from .messages import Files, Values
from .models import Area, Milestone, Partner, Source, Term, Visit
from .problems import Place
from .reading import Mapping, Node, Scalar, Sequence, UnreadableError, in_words, read
from .records import Record
from .values import KEBAB_CASE, kebab_case

MODELS: dict[str, type[Record]] = {
    "partner": Partner,
    "areas": Area,
    "milestones": Milestone,
    "visits": Visit,
    "sources": Source,
    "glossary": Term,
}
"""What the files of each collection hold."""

SINGLE = ("partner", "areas")
"""The collections of which a file holds one record; those of the others may hold a list of them."""

EXAMPLES = {
    "partner": "name: Ruritania",
    "areas": "title: Science",
    "milestones": "id: summit-2024",
    "visits": "id: summit-2024",
    "sources": "id: nato-2024",
    "glossary": "term: NATO",
}
"""What the first line of a record may be."""


class Contents(NamedTuple):
    """What reading one file gave."""

    written: bytes
    """The file as it was then."""
    records: tuple[Any, ...]
    ledger: Ledger


def hidden_kinds(collection: str) -> set[str]:
    """Return the kinds of the records that stay unread where a file of a collection cannot be read."""
    return {"statement" if collection in SINGLE else MODELS[collection].noun}


def read_contents(written: bytes, name: str, collection: str) -> Contents:
    """Read the records of one file, called `name` in problems."""
    ledger = Ledger()
    label = f'area "{PurePosixPath(name).stem}"' if collection == "areas" else ""
    if label:
        _enter_area(name, label, ledger)
    try:
        node = read(written, name, ledger.problems.append)
    except UnreadableError as error:
        ledger.problems.append(error.problem)
        ledger.unread |= hidden_kinds(collection)
        return Contents(written, (), ledger)
    return Contents(written, tuple(_records(node, collection, label, ledger)), ledger)


def _enter_area(name: str, label: str, ledger: Ledger) -> None:
    """Enter the id that the name of its file gives an area."""
    stem, place = PurePosixPath(name).stem, Place(name, 1, 1)
    ledger.given.append(Name("area", stem, label, place))
    if not KEBAB_CASE.fullmatch(stem):
        better = f"{kebab_case(stem) or 'science'}.yml"
        ledger.add(place, label, Files.BAD_NAME(name=stem, example=better))


def _records(node: Node, collection: str, label: str, ledger: Ledger) -> Iterator[Record]:
    """Read the one record of a file, or the list of them that a collection's file may hold."""
    model = MODELS[collection]
    known = {"id": PurePosixPath(node.place.file).stem} if collection == "areas" else {}
    for item in node.items if isinstance(node, Sequence) and collection not in SINGLE else [node]:
        if _is_record(item, collection, ledger):
            yield model.read(item, label or model.describe(item), ledger, **known)


def _is_record(node: Node, collection: str, ledger: Ledger) -> TypeGuard[Mapping]:
    if isinstance(node, Scalar | Sequence):
        found = "empty" if isinstance(node, Scalar) and not node.text.strip() else in_words(node)
        message = Values.NOT_A_GROUP(subject="a record", found=found, example=EXAMPLES[collection])
        ledger.add(node.place, "", message)
        ledger.unread |= hidden_kinds(collection)
    return isinstance(node, Mapping)
