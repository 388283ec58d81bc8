"""A file of the site that is made for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..pages.urls import DATA

VERSION = "1.0"
"""The version of all formats; with a new second number, keys and columns may be added, and nothing else."""


@dataclass(frozen=True)
class Export:
    """A file, written when somebody needs it."""

    url: str
    """Its URL, such as `data/sources.bib`."""
    media_type: str
    """As registered with IANA, such as `application/json`."""
    title: str
    """What it holds, in a few words."""
    write: Callable[[], bytes]
    series: str = ""
    """The pattern of the URL, such as `data/records/ID.json`, if there is a file for each record."""

    @property
    def name(self) -> str:
        """The end of its URL, such as `sources.bib`, or else of the pattern."""
        return (self.series or self.url).removeprefix(DATA)


def write_json(value: Any) -> bytes:
    """Write JSON (RFC 8259) that a person can read too."""
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()


def write_lines(head: Mapping[str, Any], lists: Mapping[str, Iterable[bytes]]) -> bytes:
    """Write JSON with one record a line, from records that are JSON already."""
    lines = [b"%b: %b" % (to_json(key), to_json(value)) for key, value in head.items()]
    lines += [b"%b: [\n%b\n]" % (to_json(key), b",\n".join(records)) for key, records in lists.items()]
    return b"{\n%b\n}\n" % b",\n".join(lines)


def to_json(value: Any) -> bytes:
    """Write JSON on one line."""
    return json.dumps(value, ensure_ascii=False).encode()


def known(properties: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {name: value for name, value in properties.items() if value not in (None, "", ())}
