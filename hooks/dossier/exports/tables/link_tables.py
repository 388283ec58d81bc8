"""Tables that join two others, for formats in which a cell has one value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ...pages.page_context import SiteContext
from .columns import numbered, text
from .table import Column, ColumnType, Table


class Link(NamedTuple):
    """That a record refers to another."""

    id: str
    number: int
    other: str


def link_tables(table: Table[Any]) -> Iterator[Table[Link]]:
    """Yield a table for each column that lists ids of another one, with one row for each of these ids."""
    for column in table.columns:
        if column.type is ColumnType.LIST and column.refers_to:
            yield _link_table(table, column)


def _link_table(table: Table[Any], column: Column[Any]) -> Table[Link]:
    own, other = table.noun, column.name.removesuffix("s")
    identifier = next(column for column in table.columns if (column.name,) == table.key)

    def rows(site: SiteContext) -> Iterator[Link]:
        for row in table.rows_of(site):
            ids: Any = column.cell(site, row)
            for number, one in enumerate(ids, 1):
                yield Link(str(identifier.cell(site, row)), number, one)

    return Table(
        f"{table.name}_{column.name}",
        "link",
        f"The {column.name} of the {table.name}, one a row.",
        (
            text(own, f"The id of the {own}.", lambda row: row.id, is_required=True, refers_to=table.name),
            numbered(f"Which of the {column.name} it is, counted from 1."),
            text(
                other,
                f"The id of the {other}.",
                lambda row: row.other,
                is_required=True,
                refers_to=column.refers_to,
            ),
        ),
        rows,
        key=(own, "number"),
    )
