"""The columns that several tables have.

Where nothing else is said, the value of a column is the attribute of the row that has its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from operator import attrgetter
from typing import Any, TypeAlias

from ...model.dates import When
from ...model.enumerations import Choice
from ...model.event import Event
from ...model.prose import Prose
from ...model.records import Addressed, Source
from ...pages.citations import encode
from ...pages.page_context import SiteContext
from .table import Cell, Column, ColumnType

Read: TypeAlias = Callable[[Any], Any]
"""Returns a value of a row."""

EDTF = 'EDTF (ISO 8601-2): 2007, 2007-07, 2007-07-02, 2005/2009, "2005/.." for since, "~" for about'


def identifier(noun: str) -> Column[Any]:
    """Declare the column of ids."""
    return text("id", f"The permanent id of the {noun}.", is_required=True)


def text(name: str, description: str, value: Read | None = None, **more: Any) -> Column[Any]:
    """Declare a column of text; prose is written without its markup."""
    read = value or attrgetter(name)

    def cell(_: SiteContext, row: Any) -> Cell:
        found = read(row)
        return found.plain if isinstance(found, Prose) else found

    return Column(name, ColumnType.TEXT, description, cell, **more)


def choice(
    name: str, description: str, words: type[Choice], value: Read | None = None, **more: Any
) -> Column[Any]:
    """Declare a column of a few words, with what each means."""
    meanings = " ".join(f'"{word.value}": {word.meaning}' for word in words)
    return text(name, f"{description} {meanings}", value, choices=tuple(word.value for word in words), **more)


def flag(name: str, description: str, value: Read | None = None) -> Column[Any]:
    """Declare a column of true and false."""
    read = value or attrgetter(name)
    return Column(name, ColumnType.FLAG, description, lambda _, row: read(row), is_required=True)


def numbered(description: str) -> Column[Any]:
    """Declare the column of the place of a row among those of its record."""
    return Column("number", ColumnType.NUMBER, description, lambda _, row: row.number, is_required=True)


def link(name: str, description: str, value: Read | None = None, **more: Any) -> Column[Any]:
    """Declare a column of web addresses, in the characters that RFC 3986 allows."""
    read = value or attrgetter(name)
    return Column(name, ColumnType.URL, description, lambda _, row: encode(read(row) or "") or None, **more)


def when(
    name: str, subject: str, value: Read | None = None, *, is_required: bool = False
) -> tuple[Column[Any], ...]:
    """Declare the columns of a date: in EDTF, as it was written, its first day and its last.

    An open end has no day. "About" widens nothing: no source says by how much.
    """
    read = value or attrgetter(name)

    def part(name: str, type: ColumnType, description: str, of: Callable[[When], Cell]) -> Column[Any]:
        def cell(_: SiteContext, row: Any) -> Cell:
            found = read(row)
            return None if found is None else of(found)

        return Column(name, type, description, cell, is_required and type is ColumnType.TEXT)

    return (
        part(name, ColumnType.TEXT, f"{subject}: {EDTF}.", lambda date: date.edtf),
        part(f"{name}_written", ColumnType.TEXT, f"{subject}, as it was written.", lambda date: date.written),
        part(
            f"{name}_earliest",
            ColumnType.DAY,
            f'The first day of "{name}"; empty where it has no start.',
            lambda when: None if when.earliest == date.min else when.earliest,
        ),
        part(
            f"{name}_latest",
            ColumnType.DAY,
            f'The last day of "{name}"; empty where it has no end.',
            lambda when: None if when.latest == date.max else when.latest,
        ),
    )


def ids(name: str, description: str, value: Callable[[SiteContext, Any], Iterable[str]]) -> Column[Any]:
    """Declare a column of the ids of other records, each in the table of the same name."""
    return Column(
        name, ColumnType.LIST, description, lambda site, row: tuple(value(site, row)), refers_to=name
    )


def sources(
    value: Callable[[SiteContext, Any], Iterable[Source]] = lambda site, row: site.dossier.sources_of(row),
) -> tuple[Column[Any], ...]:
    """Declare the columns of the sources of a row: their ids and their addresses."""
    return (
        ids(
            "sources",
            "The ids of the sources that say so, the main one first.",
            lambda site, row: (source.id for source in value(site, row)),
        ),
        Column(
            "source_urls",
            ColumnType.LIST,
            "The original addresses of these sources, in the same order.",
            lambda site, row: tuple(encode(source.url) for source in value(site, row)),
        ),
    )


def areas() -> Column[Any]:
    """Declare the column of the areas of an event."""
    return ids(
        "areas",
        "The ids of the areas to which it belongs.",
        lambda site, event: (area.id for area in site.dossier.areas_of(event)),
    )


def formerly(of: Callable[[Any], Event] = lambda row: row) -> Column[Any]:
    """Declare the column of former ids."""
    return Column(
        "formerly",
        ColumnType.LIST,
        "The ids that it once had; links with them lead to it.",
        lambda _, row: of(row).formerly,
    )


def permalink(of: Callable[[Any], Addressed] = lambda row: row) -> Column[Any]:
    """Declare the column of permanent links."""
    return Column(
        "permalink",
        ColumnType.PERMALINK,
        "The permanent link, on the page that shows it.",
        lambda site, row: site.permalink(site.urls.of(of(row))),
        is_required=True,
    )
