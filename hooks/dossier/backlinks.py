"""Links the other way round: which records link to a record, and which rest on a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from .models import Event, Milestone, Source, Sourced, Statement, Term, Visit
from .prose import Prose


def find_mentions(records: Iterable[Event]) -> dict[tuple[str, str], tuple[Event, ...]]:
    """Return, by the kind and the id of a record, the records whose texts link to it."""
    mentions: dict[tuple[str, str], dict[str, Event]] = {}
    for record in records:
        for link in chain.from_iterable(prose.links for prose in _texts(record)):
            if (link.kind, link.id) != (record.noun, record.id):
                mentions.setdefault((link.kind, link.id), {})[record.id] = record
    return {link: tuple(found.values()) for link, found in mentions.items()}


def find_supported(
    records: Iterable[Event | Term], sources_of: Callable[[Sourced], Iterable[Source]]
) -> dict[str, tuple[Event | Term, ...]]:
    """Return, by the id of a source, the records that rest on it, wholly or in part."""
    supported: dict[str, dict[int, Event | Term]] = {}
    for record in records:
        for source in chain.from_iterable(map(sources_of, _parts(record))):
            supported.setdefault(source.id, {})[id(record)] = record
    return {source: tuple(found.values()) for source, found in supported.items()}


def _parts(record: Event | Term) -> Iterator[Sourced]:
    """Give everything of a record that names sources of its own: itself, its updates, its conflicts."""
    yield record
    if isinstance(record, Statement):
        yield from record.updates
    if not isinstance(record, Term):
        yield from record.conflicts


def _texts(record: Event) -> Iterator[Prose]:
    """Give every text of a record that may link to others."""
    texts: list[Prose | None] = [conflict.text for conflict in record.conflicts]
    match record:
        case Statement():
            texts += [record.text, *(update.text for update in record.updates)]
        case Milestone():
            texts.append(record.text)
        case Visit():
            texts.append(record.purpose)
    yield from filter(None, texts)
