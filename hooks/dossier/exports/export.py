"""A file of the site that is made for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..pages.urls import DATA

VERSION = "1.1"
"""The version of all formats; with a new second number, keys and columns may be added, and nothing else."""


@dataclass(frozen=True, slots=True)  # there is one for every record
class Export:
    """A file, written when somebody needs it."""

    url: str
    """Its URL, such as `data/sources.bib`."""
    media_type: str
    """As registered with IANA, such as `application/json`."""
    title: str
    """What it holds, in a few words."""
    write: Callable[[], Iterable[bytes]]
    """Yields the file in pieces, none of which is large."""
    series: str = ""
    """The pattern of the URL, such as `data/records/ID.json`, if there is a file for each record."""

    @property
    def name(self) -> str:
        """The end of its URL, such as `sources.bib`, or else of the pattern."""
        return (self.series or self.url).removeprefix(DATA)


def write_text(pieces: Iterable[str], between: str = "") -> Iterator[bytes]:
    """Write pieces of text in UTF-8, with the same between every two."""
    before = ""
    for piece in pieces:
        yield f"{before}{piece}".encode()
        before = between


def write_json(value: Any) -> Iterator[bytes]:
    """Write JSON (RFC 8259) that a person can read too."""
    yield f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()


def write_lines(head: Mapping[str, Any], lists: Mapping[str, Iterable[Any]]) -> Iterator[bytes]:
    """Write JSON with one record a line."""
    yield b"{\n"
    yield from write_text((f"{to_json(key)}: {to_json(value)}" for key, value in head.items()), ",\n")
    for key, records in lists.items():
        yield f",\n{to_json(key)}: [\n".encode()
        yield from write_text(map(to_json, records), ",\n")
        yield b"\n]"
    yield b"\n}\n"


to_json = json.JSONEncoder(ensure_ascii=False).encode
"""Writes JSON on one line."""


def known(properties: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {name: value for name, value in properties.items() if value not in (None, "", ())}
