"""The URLs that the data give, and where they give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple
from urllib.parse import urldefrag

from ..dossier import Dossier
from ..models import Source
from ..problems import Place
from ..prose import Prose
from ..records import Record
from ..values import Link


class Mention(NamedTuple):
    """Where the data give a URL."""

    place: Place
    record: str
    """The record in words."""
    key: str
    archived: str | None = None
    """The URL of an archived copy, where the data give one."""
    is_known_gone: bool = False
    """Whether the data already say that the page is gone."""


def mentions_of(dossier: Dossier) -> dict[str, list[Mention]]:
    """Return every http(s) URL without its fragment, with its mentions in the order of the files."""
    records: Iterable[Record] = chain(
        [dossier.partner], dossier.areas, dossier.milestones, dossier.visits, dossier.sources, dossier.terms
    )
    found: dict[str, list[Mention]] = {}
    for url, mention in sorted(chain.from_iterable(map(_mentions, records)), key=lambda pair: pair[1].place):
        found.setdefault(urldefrag(url).url, []).append(mention)
    return found


def _mentions(record: Record) -> Iterator[tuple[str, Mention]]:
    """Yield the URLs of a record and of the records within it."""
    for key, field in record.fields().items():
        value = getattr(record, key)
        for part in value if isinstance(value, tuple) else [value]:
            if isinstance(part, Record):
                yield from _mentions(part)
            elif isinstance(part, Prose) or (part and isinstance(field, Link)):
                mention = Mention(record.origin.entries[key].value.place, record.label, key)
                if isinstance(record, Source) and key == "url":
                    copy = record.archived and urldefrag(record.archived).url
                    mention = mention._replace(archived=copy, is_known_gone=record.gone is not None)
                yield from ((url, mention) for url in (part.addresses if isinstance(part, Prose) else [part]))
