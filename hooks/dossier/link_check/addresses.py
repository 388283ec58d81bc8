"""The addresses on the web that the data give, and where they give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple
from urllib.parse import urldefrag

from ..model.dataset import Dossier
from ..model.field_types import UrlField as Link
from ..model.prose import Prose
from ..model.record import Record
from ..model.records import Source
from ..problems.problem import Place


class Mention(NamedTuple):
    """Where the data give an address."""

    place: Place
    record: str
    """The record in words."""
    key: str
    archived: str | None = None
    """The archived copy of what is there, where the data give one."""
    is_known_gone: bool = False
    """Whether the data say already that it leads nowhere."""


def addresses_of(dossier: Dossier) -> dict[str, tuple[Mention, ...]]:
    """Return every http(s) address once, without what follows `#`, with its mentions by place."""
    records: Iterable[Record] = chain(
        [dossier.partner], dossier.areas, dossier.milestones, dossier.visits, dossier.sources, dossier.terms
    )
    found: dict[str, list[Mention]] = {}
    given = chain.from_iterable(map(_mentions, records))
    for address, mention in sorted(given, key=lambda pair: pair[1].place):
        found.setdefault(urldefrag(address).url, []).append(mention)
    return {address: tuple(mentions) for address, mentions in found.items()}


def _mentions(record: Record) -> Iterator[tuple[str, Mention]]:
    """Give the addresses of a record and of those within it."""
    for key, kind in record.fields().items():
        match getattr(record, key):
            case str(address) if isinstance(kind, Link):
                mention = _mention(record, key)
                if isinstance(record, Source) and key == "url":
                    archived = record.archived and urldefrag(record.archived).url
                    mention = mention._replace(archived=archived, is_known_gone=record.gone is not None)
                yield address, mention
            case Prose() as text:
                yield from ((address, _mention(record, key)) for address in text.addresses)
            case tuple(parts):
                for part in parts:
                    if isinstance(part, Record):
                        yield from _mentions(part)
                    elif isinstance(part, Prose):
                        yield from ((address, _mention(record, key)) for address in part.addresses)


def _mention(record: Record, key: str) -> Mention:
    return Mention(record.origin.entries[key].value.place, record.label, key)
