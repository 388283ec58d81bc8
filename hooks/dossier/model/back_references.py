"""Back-references: which records link to a record, and which have a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from .event import Event, Sourced
from .records import Source, Term


def find_mentions(events: Iterable[Event]) -> dict[tuple[str, str], tuple[Event, ...]]:
    """Return, by the kind and the id of a record, the events whose texts link to it."""
    mentions: dict[tuple[str, str], dict[str, Event]] = {}
    for event in events:
        for reference in event.references:
            if reference.id != event.id:
                mentions.setdefault((reference.kind, reference.id), {})[event.id] = event
    return {reference: tuple(found.values()) for reference, found in mentions.items()}


def find_supported(
    records: Iterable[Event | Term], sources_of: Callable[[Sourced], Iterable[Source]]
) -> dict[str, tuple[Event | Term, ...]]:
    """Return, by the id of a source, the records that cite it."""
    supported: dict[str, dict[int, Event | Term]] = {}
    for record in records:
        parts = (part for part in record.walk() if isinstance(part, Sourced))
        for source in chain.from_iterable(map(sources_of, parts)):
            supported.setdefault(source.id, {})[id(record)] = record
    return {source: tuple(found.values()) for source, found in supported.items()}
