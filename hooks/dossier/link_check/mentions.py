"""The URLs in the data, and where they are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple
from urllib.parse import urldefrag

from ..model.dataset import Dossier
from ..model.field_types import UrlField
from ..model.prose import Prose
from ..model.record import Record
from ..model.records import Source
from ..problems.problem import Place


class Mention(NamedTuple):
    """A place in the data that has a URL."""

    place: Place
    record: str
    """The record in words."""
    key: str
    fragment: str | None = None
    """What follows the URL where it is the whole value of the key; None for a link in a text."""
    archived: str | None = None
    """The URL of an archived copy, if the data have one."""
    is_known_gone: bool = False
    """Whether the data already say that the page is gone."""


def mentions_of(dossier: Dossier) -> dict[str, list[Mention]]:
    """Return every http(s) URL without its fragment, with its mentions in the order of the files."""
    found: dict[str, list[Mention]] = {}
    mentions = chain.from_iterable(_mentions(part) for record in dossier.records for part in record.walk())
    for url, mention in sorted(mentions, key=lambda pair: pair[1].place):
        found.setdefault(urldefrag(url).url, []).append(mention)
    return found


def _mentions(record: Record) -> Iterator[tuple[str, Mention]]:
    """Yield the URLs of a record."""
    for key, value in record.values():
        is_url = isinstance(record.fields()[key], UrlField)
        if isinstance(value, Prose) or (value and is_url):
            mention = Mention(record.origin.by_key[key], record.in_words, key)
            if isinstance(record, Source) and key == "url":
                copy = record.archived and urldefrag(record.archived).url
                mention = mention._replace(archived=copy, is_known_gone=record.gone is not None)
            if isinstance(value, Prose):
                yield from ((url, mention) for url in value.web_addresses)
            else:
                yield value, mention._replace(fragment=value.removeprefix(urldefrag(value).url))
