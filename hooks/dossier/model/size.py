"""How much text values hold, whatever a page makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from .prose import Prose


class Size(NamedTuple):
    """How much there is of values, and of those of the records among them."""

    records: int
    values: int
    """Prose counts as its pieces."""
    names: int
    """Bytes of plain text, outside prose."""
    prose: int
    """Bytes of HTML."""


class Measured:
    """What has been measured, with all that is within."""

    size: Size


def measure(values: Iterable[Any]) -> Size:
    """Add up what values hold."""
    records = number = names = prose = 0
    for value in values:
        if isinstance(value, str):
            number += 1
            names += length(value)
        elif isinstance(value, Prose):
            number += len(value.segments)
            prose += sum([length(segment) for segment in value.segments if isinstance(segment, str)])
        elif isinstance(value, Measured):
            records += 1 + value.size.records
            number += value.size.values
            names += value.size.names
            prose += value.size.prose
        elif value is not None and value is not False:
            number += 1
    return Size(records, number, names, prose)


def length(text: str) -> int:
    """Count the bytes of a text."""
    return len(text) if text.isascii() else len(text.encode())
